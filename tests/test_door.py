"""A page may show only what its key knows of."""

from __future__ import annotations

import pytest

from practice.library import library
from practice.library.tracked import Door
from practice.model import VocabularyTerm

TERMS = {
    id: VocabularyTerm(id=id, title=id.title(), description="A term.")
    for id in ("risk", "recording")
}


@pytest.fixture
def door() -> Door:
    return Door(library.build({"theme": TERMS}, {}, {}), [("theme", "risk")])


def test_a_page_sees_what_it_names(door: Door) -> None:
    assert door.link("theme", "risk") == ("Risk", "themes/risk/")


def test_a_page_that_shows_more_than_it_names_stops_the_build(door: Door) -> None:
    with pytest.raises(LookupError, match="recording"):
        door.title("theme", "recording")


def test_another_title_or_description_gives_another_token() -> None:
    tokens = {
        library.build(
            {"theme": {"risk": VocabularyTerm(id="risk", title=title, description=told)}}, {}, {}
        ).tokens["theme", "risk"]
        for title in "ab"
        for told in "cd"
    }
    assert len(tokens) == 4
