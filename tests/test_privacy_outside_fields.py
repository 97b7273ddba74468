"""What shows who somebody is stops the check wherever it stands, and not in fields alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.model import Problem

SMALL = Path(__file__).parent / "data" / "small"
EXAMPLE = "data/examples/harbour-walks.yml"
GUIDE = "docs/guides/risk.md"
LEAK = "Mrs McAllister, 07700 900123, NHS number 943 476 5919, jean.smith@gmail.com"
RULES = ("privacy-phone", "privacy-nhs-number", "privacy-email")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small library without problems."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def problems(small: Path) -> list[Problem]:
    """Those of the guard."""
    reading = reader.read_folder(str(small / "data"), str(small / "docs"), Cache(None))
    found = sorted(reading.problems + consistency.problems(reading))
    return [problem for problem in found if problem.rule.startswith("privacy-")]


def change(small: Path, name: str, old: str, new: str) -> None:
    text = (small / name).read_text("utf-8")
    assert old in text
    (small / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (GUIDE, "A gull wants"),
        (GUIDE, "Weigh both sides with the person."),
        ("docs/index.md", "A small library"),
        ("data/glossary.yml", "What matters to someone"),
        ("data/cards/harbour.yml", "Say the words"),
        ("data/sessions/first-watch.yml", "Begin with the person"),
        ("data/retired.yml", "Nobody asked"),
        ("data/scenarios/the-wet-bench.yml", "A cushion costs"),
    ],
)
def test_it_is_told_at_its_place_in_every_file(small: Path, name: str, words: str) -> None:
    change(small, name, words, f"{LEAK}. {words}")
    lines = (small / name).read_text("utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, 1) if LEAK in text)
    at = lines[line - 1].index("Mrs") + 1
    assert {(p.path, p.line, p.column - at, p.rule, p.severity) for p in problems(small)} == {
        (str(small / name), line, LEAK.index(begin), rule, "error")
        for rule, begin in zip(RULES, ("07700", "943", "jean"), strict=True)
    }


def test_words_over_two_lines_are_told_at_the_first(small: Path) -> None:
    change(small, GUIDE, "A gull wants", "Ring her on 07700 900123 or 07700\n900124. A gull wants")
    assert [(p.line, p.column) for p in problems(small)] == [(12, 13), (12, 29)]


@pytest.mark.parametrize(
    "words",
    [
        "Ring the office on 0131 496 0000, or write to info@example.org. It is at 5 Birch Street.",
        "The Harbour Trust, 1 Quay Road, Leith EH6 6AA, 03000 200100.",
        "Mrs McAllister of the study was 93, and was born on 3 May 1948.",
        "Version 2.10.1 of 2026-11-25 has 1,234,567 signs, see https://example.org/07700900123.",
    ],
)
def test_a_page_may_name_a_body_and_its_office(small: Path, words: str) -> None:
    change(small, GUIDE, "A gull wants", f"{words} A gull wants")
    assert problems(small) == []


@pytest.mark.parametrize("name", [EXAMPLE, GUIDE, "data/scenarios/the-wet-bench.yml"])
def test_the_name_of_a_file_is_looked_at(small: Path, name: str) -> None:
    old = small / name
    new = old.with_stem("jean-mcallister-07700900123")
    shutil.move(old, new)
    (found,) = problems(small)
    assert (found.path, found.line, found.column, found.rule) == (str(new), 1, 1, "privacy-phone")
    assert found.message.startswith("in the name of the file, this is a phone number")


@pytest.mark.parametrize("comment", ["# Ring 07700 900123.", "\n  # Ring 07700 900123."])
def test_a_comment_of_an_example_is_looked_at(small: Path, comment: str) -> None:
    change(small, EXAMPLE, "guides: [risk]", f"guides: [risk] {comment}")
    (found,) = problems(small)
    lines = (small / EXAMPLE).read_text("utf-8").split("\n")
    assert lines[found.line - 1][found.column - 1 :] == "07700 900123."
    assert (found.rule, found.severity) == ("privacy-phone", "error")


def test_a_line_of_a_text_that_begins_as_a_comment_does_is_told_once(small: Path) -> None:
    change(
        small, EXAMPLE, "  The handrail", "  #1 is 07700 900123.\n  # 07700 900124\n  The handrail"
    )
    assert len(problems(small)) == 2
