"""Feeds: valid by a parser that is not ours, and they tell of what is new, changed or withdrawn."""

from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest
from tests.open_data import site_of
from tests.test_api import changed
from tests.test_kinds import read

from practice.exports import feeds
from practice.kinds import followed
from practice.library import former
from practice.library.library import Library
from practice.model import Change, Withdrawal

BASE = "https://outcomes-in-practice.example/"
Feeds = dict[str, bytes]


def made(library: Library) -> Feeds:
    return {output.path: output.make() for output in feeds.files(site_of(library))}


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


@pytest.fixture(scope="module")
def told(library: Library) -> tuple[Library, str, str]:
    """A library in which one example changed and one was withdrawn, and their ids."""
    first, second, *_ = library.all("example")
    gone = Withdrawal(on="2027-02-02", reason="The organisation asked for it.")
    change = Change(on="2027-01-31", what="The evaluation of 2026 is added.")
    edited = changed(
        library,
        **{
            first: {"changes": (change,)},
            second: {"status": "withdrawn", "withdrawn": gone},
        },
    )
    return edited, first, second


def entries(files: Feeds, stem: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The entries of both forms of a feed, by id."""
    atom = feedparser.parse(files[f"{stem}.xml"])
    assert not atom.bozo, atom.bozo_exception
    assert atom.version == "atom10"
    own = json.loads(files[f"{stem}.json"])
    assert own["version"] == "https://jsonfeed.org/version/1.1"
    assert own["feed_url"] == f"{BASE}{stem}.json"
    return {e.id: e for e in atom.entries}, {item["id"]: item for item in own["items"]}


def test_there_is_a_feed_of_all_and_one_of_each_thing_that_can_be_followed(
    library: Library,
) -> None:
    files = made(library)
    stems = {"feeds/examples"} | {
        kind.feed(id) for kind in followed() for id in library.all(kind.name)
    }
    stems |= {one.kind.feed(one.id) for one in former.retired(library) if one.kind.has_feeds}
    assert {path.rsplit(".", 1)[0] for path in files} == stems
    assert {kind.name for kind in followed()} >= {"theme", "setting", "nation"}
    for stem in stems:
        atom, own = entries(files, stem)
        assert atom.keys() == own.keys()
        for id, entry in atom.items():
            assert entry.title == own[id]["title"]
            assert entry.summary == own[id]["content_text"]


def test_a_feed_holds_the_examples_of_its_thing(library: Library) -> None:
    files = made(library)
    for kind in followed():
        for id in library.all(kind.name):
            atom, _ = entries(files, kind.feed(id))
            named = library.linked_from(f"example-{kind.name}", id)
            assert atom.keys() == {f"{BASE}examples/{one}/" for one in named}


def test_a_change_and_a_withdrawal_are_told_in_every_feed_that_they_belong_to(
    told: tuple[Library, str, str], library: Library
) -> None:
    edited, first, second = told
    files = made(edited)
    stems = {"feeds/examples"} | {
        kind.feed(id) for kind in followed() for id in library.links(f"example-{kind.name}", first)
    }
    for stem in stems:
        atom, own = entries(files, stem)
        id = f"{BASE}examples/{first}/"
        assert atom[id].updated == own[id]["date_modified"] == "2027-01-31T00:00:00Z"
        assert atom[id].published == own[id]["date_published"]
        assert atom[id].summary.startswith(
            "Changed on 31 January 2027: The evaluation of 2026 is added. "
        )
        assert [tag.term for tag in atom[id].tags] == own[id]["tags"] == ["changed"]
    title = library.title("example", second)
    for stem in {f"feeds/themes/{id}" for id in library.all("example")[second].themes}:
        atom, own = entries(files, stem)
        id = f"{BASE}examples/{second}/"
        assert own[id]["tags"] == ["withdrawn"]
        assert "The organisation asked for it." in atom[id].summary
    assert not [path for path, raw in files.items() if title.encode() in raw]


def test_the_newest_comes_first(told: tuple[Library, str, str]) -> None:
    edited, first, second = told
    own = json.loads(made(edited)["feeds/examples.json"])
    assert [item["id"] for item in own["items"]][:2] == [
        f"{BASE}examples/{second}/",
        f"{BASE}examples/{first}/",
    ]


def test_a_word_in_a_story_writes_no_feed(library: Library) -> None:
    id = next(iter(library.all("example")))
    edited = changed(library, **{id: {"context": "Said anew."}})
    assert {o.path: o.key for o in feeds.files(site_of(edited))} == {
        o.path: o.key for o in feeds.files(site_of(library))
    }
