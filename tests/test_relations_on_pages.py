"""For each row of the relations table: on the page of each end, the other end is linked."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from tests.links import read as read_pages

from practice.application.check import read
from practice.application.project import project
from practice.library.library import Library
from practice.library.relations import RELATIONS, Relation

LISTS = {"guide": "seen-in-practice/{}/", "key-point": "key-points/{}/"}
"""Pages that list every example of a thing which shares its page with others."""


@pytest.fixture(scope="module")
def library(built_project: Path) -> Library:
    found, problems = read(project(str(built_project)))
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def linked(site: Path) -> dict[str, set[str]]:
    """The addresses that each page links to; the further pages of an index count as its own."""
    found: dict[str, set[str]] = defaultdict(set)
    for path, reader in read_pages(site).items():
        address = path.removesuffix("index.html")
        here = re.sub(r"(?<=/)\d+/$", "", address)
        for link in reader.links:
            if not re.match(r"[a-z]+:", link):
                to, fragment = urldefrag(link.partition("?")[0])
                target = (
                    posixpath.normpath(posixpath.join("/" + address, to)).lstrip("/")
                    if to
                    else address.rstrip("/")
                )
                found[here].add(f"{target}/" if target else "")
                if fragment:
                    found[here].add(f"{target}/#{fragment}")
    return found


def pages_of(library: Library, kind: str, id: str) -> list[str]:
    """Where one expects to see what a thing is linked with: its page, and the page that lists its
    examples.
    """
    page = urldefrag(library.address(kind, id))[0]
    return [page, LISTS[kind].format(id.partition("#")[0])] if kind in LISTS else [page]


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda r: r.name)
def test_each_end_links_to_the_other(
    relation: Relation, library: Library, linked: dict[str, set[str]]
) -> None:
    lost = []
    for id in library.all(relation.source):
        for ref in library.links(relation.name, id):
            ends = ((relation.source, id), (relation.target, ref))
            for (kind, this), (other_kind, other) in (ends, ends[::-1]):
                address = library.address(other_kind, other)
                if not any(
                    address in linked[page] or address == page
                    for page in pages_of(library, kind, this)
                ):
                    lost.append(f"{kind} {this} does not link to {other_kind} {other}")
    assert lost == []


def test_every_row_of_the_table_is_used(library: Library) -> None:
    used = {name for name, _ in library.forwards}
    assert {r.name for r in RELATIONS} - used <= {"example-source"}
