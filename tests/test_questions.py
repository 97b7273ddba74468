"""The questions that measure the finder are not answered by themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml
from bench import finder
from tests.conftest import ROOT

pytestmark = pytest.mark.content


def sentences(text: str) -> set[str]:
    """The sentences of a text in small letters, without signs."""
    parts = re.split(r"[.?!]+(?:\s|$)", text)
    return {" ".join(re.findall(r"[^\W_]+", part.lower())) for part in parts} - {""}


def asks() -> Iterator[tuple[str, str]]:
    """Every ask, with what it asks for: an example, a session, a key point, a page or a section."""
    data = ROOT / "examples_data"
    for path in (*data.glob("examples/*.yml"), *data.glob("sessions/*.yml")):
        yield from ((path.stem, ask) for ask in yaml.safe_load(path.read_text()).get("asks", ()))
    for point in yaml.safe_load((data / "key_points.yml").read_text("utf-8")):
        yield from ((point["id"], ask) for ask in point["asks"])
    for path in (ROOT / "docs").rglob("*.md"):
        _, front, *_ = (*path.read_text("utf-8").split("---\n", 2), "", "")
        for some in (yaml.safe_load(front) or {}).get("asks", ()):
            place = f"{path.stem}#{some.get('section', '')}"
            yield from ((place, ask) for ask in some["asks"])


def test_no_question_shares_a_sentence_with_an_ask() -> None:
    known = {sentence for _, ask in asks() for sentence in sentences(ask)}
    asked = [question["ask"] for lot in finder.questions().values() for question in lot]
    assert {ask: sentences(ask) & known for ask in asked if sentences(ask) & known} == {}


def test_nothing_but_an_example_shares_an_ask_with_another() -> None:
    examples = {path.stem for path in (ROOT / "examples_data" / "examples").glob("*.yml")}
    places: dict[str, list[str]] = {}
    for place, ask in asks():
        if place not in examples:
            places.setdefault(" ".join(re.findall(r"\w+", ask.lower())), []).append(place)
    assert {ask: some for ask, some in places.items() if len(some) > 1} == {}


def test_every_key_point_and_session_has_six_asks_or_more() -> None:
    counts = Counter(place for place, _ in asks())
    data = ROOT / "examples_data"
    points = [point["id"] for point in yaml.safe_load((data / "key_points.yml").read_text("utf-8"))]
    sessions = [path.stem for path in data.glob("sessions/*.yml")]
    assert [place for place in (*points, *sessions) if counts[place] < 6] == []


def test_there_are_eighty_questions_or_more_in_lots_of_their_own() -> None:
    lots = finder.questions()
    assert set(lots) == {"own", "titles", "themes", "hard"}
    assert sum(len(lot) for name, lot in lots.items() if name != "own") >= 80


def test_every_published_example_has_twelve_asks_or_more() -> None:
    for path in (ROOT / "examples_data" / "examples").glob("*.yml"):
        example = yaml.safe_load(path.read_text("utf-8"))
        if example.get("status", "published") == "published":
            assert len(example["asks"]) >= 12, path.stem
