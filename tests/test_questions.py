"""The questions that measure the finder are not answered by themselves."""

from __future__ import annotations

import re

import pytest
import yaml
from bench import finder
from tests.conftest import ROOT

pytestmark = pytest.mark.content


def sentences(text: str) -> set[str]:
    """The sentences of a text in small letters, without signs."""
    parts = re.split(r"[.?!]+(?:\s|$)", text)
    return {" ".join(re.findall(r"[^\W_]+", part.lower())) for part in parts} - {""}


def test_no_question_shares_a_sentence_with_an_ask() -> None:
    asks = {
        sentence
        for path in (ROOT / "examples_data" / "examples").glob("*.yml")
        for ask in yaml.safe_load(path.read_text("utf-8")).get("asks", ())
        for sentence in sentences(ask)
    }
    asked = [question["ask"] for lot in finder.questions().values() for question in lot]
    assert {ask: sentences(ask) & asks for ask in asked if sentences(ask) & asks} == {}


def test_there_are_eighty_questions_or_more_in_lots_of_their_own() -> None:
    lots = finder.questions()
    assert set(lots) == {"own", "titles", "themes", "hard"}
    assert sum(len(lot) for name, lot in lots.items() if name != "own") >= 80


def test_every_published_example_has_twelve_asks_or_more() -> None:
    for path in (ROOT / "examples_data" / "examples").glob("*.yml"):
        example = yaml.safe_load(path.read_text("utf-8"))
        if example.get("status", "published") == "published":
            assert len(example["asks"]) >= 12, path.stem
