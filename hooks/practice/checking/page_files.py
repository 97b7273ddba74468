"""Pages, sections and pictures that a hand-written page names, and that are not there."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from ..kinds import NAMED_PAGES
from ..messages import problem
from ..model import FileLink, Problem
from ..reading.folder import Reading
from ..reading.schema_messages import did_you_mean
from .locations import Locator


def problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A problem for each, at its place."""
    for file, page in reading.pages.items():
        path = reading.files["page", file]
        docs = path.removesuffix(os.path.join(*file.split("/")))
        for link in page.files:
            if lost := _lost(reading, docs, file, link):
                key, nearest, given = lost
                values = {"given": repr(given), "nearest": nearest}
                yield problem(path, link.line, link.column, key, **values)
        if page.under and not _is_address(docs, page.under):
            known = [one.address for one in reading.pages.values()]
            known += [one.address for one in NAMED_PAGES.values()]
            values = {"given": repr(page.under), "nearest": did_you_mean(page.under, known)}
            yield locator.problem("page", file, ("under",), "page-files/under", **values)


def _is_address(docs: str, address: str) -> bool:
    """Whether there is a page at an address, written by hand or made."""
    stem = os.path.join(docs, *address.rstrip("/").split("/"))
    files = (f"{stem}.md", os.path.join(stem, "index.md"))
    by_hand = os.path.basename(stem) != "index" and any(map(os.path.isfile, files))
    return by_hand or any(page.address == address for page in NAMED_PAGES.values())


def _lost(reading: Reading, docs: str, file: str, link: FileLink) -> tuple[str, str, str] | None:
    """The key of the message for a link that leads nowhere, what is near, and what was given."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), link.path))
    target = target if link.path else file
    if target.startswith("../") or not os.path.isfile(os.path.join(docs, target)):
        return "page-files", did_you_mean(link.path, _near(docs, file, link.path)), link.path
    page = reading.pages.get(target)
    if page and link.section and link.section not in page.ids:
        nearest = did_you_mean(link.section, list(page.ids))
        return "page-files/section", nearest, f"{link.path}#{link.section}"
    return None


def _near(docs: str, file: str, named: str) -> list[str]:
    """The files of the same type below docs/, as a page would name them."""
    suffix, start = os.path.splitext(named)[1], os.path.join(docs, os.path.dirname(file))
    return [
        os.path.relpath(os.path.join(folder, name), start).replace(os.sep, "/")
        for folder, _, names in sorted(os.walk(docs))
        for name in sorted(names)
        if name.endswith(suffix)
    ]
