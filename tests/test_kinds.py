"""Every kind goes through every output, and a new one needs no other code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from tests.open_data import graph_of

from practice import kinds
from practice.cache import Cache
from practice.checking import consistency, reader
from practice.exports.data import records
from practice.kinds import KINDS, Kind
from practice.library import ledger
from practice.library.library import Library, build
from practice.library.relations import RELATIONS, Relation
from practice.model import VocabularyTerm
from practice.reading import markdown

SMALL = Path(__file__).parent / "data" / "small"


def read(data: Path = SMALL / "data") -> Library:
    reading = reader.read_folder(str(data), str(SMALL / "docs"), Cache(None))
    assert reading.problems == []
    return build(reading.things, reading.pages, reading.digests)


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


def names() -> set[str]:
    return {name for part in get_args(kinds.KindName) for name in (get_args(part) or (part,))}


def test_the_names_that_types_know_are_the_rows() -> None:
    assert names() == KINDS.keys()


def test_relations_lead_between_kinds() -> None:
    assert {r.source for r in RELATIONS} | {r.target for r in RELATIONS} <= KINDS.keys()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_goes_through_every_output(kind: Kind, library: Library) -> None:
    things = library.all(kind.name)
    assert things, f"tests/data/small needs a {kind.singular_name}"
    graph = {(node["kind"], node["id"]) for node in graph_of(library)["nodes"]}
    fragments = set(ledger.fragments(library))
    for id, thing in things.items():
        title, address = library.link(kind.name, id)
        assert title == thing.title and "{" not in address
        assert ((kind.name, id) in graph) is kind.public
        assert (address in fragments) is (kind.public and kind.shares_a_page)
        assert library.only([(kind.name, id)]).link(kind.name, id) == (title, address)


def forget() -> None:
    """What is cached of the relations, which never change outside of tests."""
    for cached in (records.shown_from, records.shown_to):
        cached.cache_clear()


@pytest.fixture
def thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data of a library with a made-up kind, to which themes lead by their family."""
    row = Kind(
        "thread",  # type: ignore[arg-type]
        "threads",
        VocabularyTerm,
        "vocabulary/threads.yml",
        "threads/#{id}",
        kinds.CONTRIBUTED,
    )
    relation = Relation("theme", "family", "thread", "Thread", "Themes")  # type: ignore[arg-type]
    monkeypatch.setitem(KINDS, "thread", row)
    RELATIONS.append(relation)
    forget()
    data = Path(shutil.copytree(SMALL / "data", tmp_path / "data"))
    (data / "vocabulary" / "threads.yml").write_text(
        "".join(
            f"- id: {id}\n  title: The thread {id}\n  description: Themes of one thread.\n"
            for id in ("talk", "learn", "lead")
        ),
        "utf-8",
    )
    yield data
    RELATIONS.remove(relation)
    forget()


def test_a_new_kind_is_seen_everywhere_without_other_code(thread: Path) -> None:
    library = read(thread)
    themes = {id for id, theme in library.all("theme").items() if theme.family == "talk"}
    assert library.link("thread", "talk") == ("The thread talk", "threads/#talk")
    assert set(library.linked_from("theme-thread", "talk")) == themes != set()
    graph = graph_of(library)
    assert ("thread", "talk", "The thread talk") in {
        (node["kind"], node["id"], node["title"]) for node in graph["nodes"]
    }
    assert ["theme-thread", min(themes), "talk"] in graph["links"]
    assert "threads/#talk" in set(ledger.fragments(library))
    assert markdown.links("[so](thread:talk)") == [("thread", "talk")]
    assert not list(markdown.faults("[so](thread:talk)"))


def test_a_name_of_a_new_kind_that_leads_nowhere_is_a_problem(thread: Path) -> None:
    path = thread / "vocabulary" / "threads.yml"
    path.write_text(path.read_text("utf-8").replace("id: talk", "id: walk"), "utf-8")
    reading = reader.read_folder(str(thread), str(SMALL / "docs"), Cache(None))
    messages = [problem.message for problem in consistency.problems(reading)]
    assert "unknown thread 'talk'" in messages
