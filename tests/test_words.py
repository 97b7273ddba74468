"""How plainly pages are written is measured, and words that we avoid are found where they are our
own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.model import Wording
from practice.prose import passages, readability
from practice.prose.phrases import Words
from practice.reading import folder

SMALL = Path(__file__).parent / "data" / "small"
ENTRY = Wording(
    id="service-user",
    words=("service user", "service users", "the elderly"),
    say="people",
    why="It names someone by what they get.",
    unless=("a service user manual",),
)
AVOIDED = Words([ENTRY])


def found(text: str) -> list[str]:
    return [avoided.words for avoided in AVOIDED.find(text)]


def measure(text: str) -> readability.Measured:
    return readability.measure(passages.passages(text))


@pytest.mark.parametrize(
    ("markdown", "number"),
    [
        ("One two three.", 3),
        ("## A heading {#an-id}\n\nOne.", 3),
        ("[two words](example:an-example) and a citation [](source:petch-2012).", 5),
        ("---\ntitle: Not counted\n---\n\nOne.", 1),
        ("<!-- practice:examples theme=risk-enablement -->\n\nOne.", 1),
        ("| A | B |\n|---|---|\n| one two | three |", 5),
        ("1. First thing\n2. Second thing", 4),
        ('!!! note "A title"\n    One two.\n\n    Three.\n\nFour.', 6),
        ('<div class="practice-x"><p>One <a href="page:guides">two</a></p></div>', 2),
        ("```\nnot counted\n```\n\nOne.", 1),
        ("Self-directed support isn't one of 2,700 words.", 7),
        ("", 0),
    ],
)
def test_only_what_a_reader_sees_is_counted(markdown, number):
    assert readability.count(markdown) == number


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("One two. Three four five.", [2, 3]),
        ("Dr Petch wrote it. J. Smith read it.", [4, 4]),
        ("It cost 2.5 million. “Why?” she asked.", [4, 3]),
        ("- one thing\n- another thing here", [2, 3]),
        ("## A heading\n\nOne.", [1]),
        ("| Short cell | A whole sentence. |\n|---|---|\n| no stop | Two words. |", [3, 2]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, each):
    assert [sentence.words for sentence in measure(text).sentences] == each


def test_a_sentence_knows_the_line_of_its_paragraph():
    measured = measure(
        "---\nid: x\n---\n\n## A heading {#a}\n\nShort.\n\nThis one is the longest of them all.\n"
    )
    assert (measured.longest.line, measured.longest.words) == (9, 8)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("care", 1),
        ("people", 2),
        ("outcome", 2),
        ("about", 2),
        ("something", 2),
        ("organisation", 5),
        ("responsibility", 6),
        ("wanted", 2),
        ("asked", 1),
        ("changes", 2),
        ("being", 2),
        ("person's", 2),
        ("2019", 1),
    ],
)
def test_syllables_are_counted_as_they_are_said(word, number):
    assert readability.syllables(word) == number


def test_reading_ease_and_age_are_those_of_the_formulas():
    measured = measure("The cat sat on the mat.")
    assert measured.ease == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert measured.age == pytest.approx(max(0, 0.39 * 6 + 11.8 - 15.59) + 5)


def test_harder_words_and_longer_sentences_read_harder():
    plain = measure("We ask people what matters to them. Then we write it down.")
    grand = measure(
        "Organisational accountability necessitates comprehensive consideration of individual"
        " circumstances throughout implementation."
    )
    assert plain.ease > 80 > 0 > grand.ease
    assert plain.age < 10 < 20 < grand.age


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("The NHS and the SDS team.", ("NHS", "SDS")),
        ("The National Health Service (NHS) pays. The NHS pays.", ()),
        ("The NHS (National Health Service) pays.", ()),
        ("[VOCAL](example:an-example) helps carers.", ()),
        ("Two GPs and a PDF.", ("GP",)),
        ("I asked.", ()),
    ],
)
def test_an_abbreviation_needs_its_words_or_a_link(text, unexplained):
    assert measure(text).abbreviations == unexplained


def test_an_empty_page_measures_nothing():
    measured = measure("")
    assert (measured.words, measured.average, measured.longest.words, measured.abbreviations) == (
        0,
        0.0,
        0,
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "We met a service user.",
        "Service users said so.",
        "A service\nuser said so.",
        "A service-user said so.",
        "Ask the elderly.",
        "She said “yes”. Service users agreed.",
        "It's what carers' groups and service users want.",
        "**Service users** come first.",
    ],
)
def test_a_word_that_we_avoid_is_found_in_our_own_voice(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Do not write “service user”.",
        'Do not write "service user" here.',
        "Do not write ‘service users’ here.",
        "Do not write 'service users' here.",
        "Write `service user` as code.",
        "See *Service users speak*, a report.",
        "See [the report](https://example.org/service-user).",
        "<!-- service user -->",
        "```\nservice user\n\nservice user\n```",
        "It is a service user manual.",
        "Services and their users.",
        "The service userless.",
    ],
)
def test_what_others_say_passes(text):
    assert found(text) == []


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    assert found("He said “no.\n\nA service user said “yes”.") == ["service user"]


def test_places_count_the_same_words_before_them():
    assert [
        (a.words, a.nth)
        for a in AVOIDED.find("A service user, “a service user”, and a service user.")
    ] == [("service user", 0), ("service user", 2)]


def test_nothing_is_avoided_without_a_list():
    assert list(Words([]).find("A service user.")) == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(SMALL, tmp_path / "small"))
    (copy / "data/vocabulary/wording.yml").write_text(
        "- {id: gulls, words: [seagull], say: gull, why: There is no such bird.}\n"
    )
    return copy


def read(small: Path) -> folder.Reading:
    return reader.read_folder(str(small / "data"), str(small / "docs"), Cache(None))


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def test_in_our_own_pages_and_lists_it_is_an_error_at_its_place(small):
    append(small / "docs/guides/risk.md", "\nFirst line.\nHere a seagull sits.\n")
    append(
        small / "data/glossary.yml",
        "- {id: bird, title: Bird, definition: Some call it a seagull and mean no harm.}\n",
    )
    problems = consistency.problems(read(small))
    assert [(p.severity, p.rule) for p in problems] == [("error", "people-first")] * 2
    lines = {
        Path(p.path).name: Path(p.path).read_text().split("\n")[p.line - 1][p.column - 1 :]
        for p in problems
    }
    assert all(rest.startswith("seagull") for rest in lines.values())
    assert set(lines) == {"risk.md", "glossary.yml"}
    assert problems[0].hint.startswith("There is no such bird. Write: gull.")


def test_the_title_and_summary_of_a_page_count_and_its_other_front_matter_does_not(small):
    page = small / "docs/guides/risk.md"
    page.write_text(
        page.read_text().replace("summary: ", "also: [seagull]\nsummary: No seagull but ", 1)
    )
    assert [p.line for p in consistency.problems(read(small))] == [5]


def test_words_that_people_look_for_and_titles_of_sources_pass(small):
    theme, source = small / "data/vocabulary/themes.yml", small / "data/sources.yml"
    append(
        theme,
        "- {id: birds, title: Birds, description: All of them., also: [seagull], family: talk}\n",
    )
    append(source, "- {id: gull-report, cited_as: 'Gull, 2020', title: The seagull report}\n")
    assert consistency.problems(read(small)) == []


def test_words_of_a_framework_pass_and_what_we_call_a_part_of_it_does_not(small):
    theme = small / "data/vocabulary/themes.yml"
    match = (
        "{framework: Rules, part: rule 9, how: close, nation: wales, source: tide-tables, words: "
    )
    append(
        theme,
        "- id: birds\n  title: Birds\n  description: All of them.\n  family: talk\n"
        f"  matches: [{match}A seagull is a bird.}}]\n",
    )
    assert consistency.problems(read(small)) == []
    theme.write_text(theme.read_text().replace("rule 9", "rule 9 on the seagull"))
    assert [p.rule for p in consistency.problems(read(small))] == ["people-first"]


def test_in_an_example_it_is_a_note_for_whoever_checks(small):
    path = small / "data/examples/harbour-walks.yml"
    path.write_text(path.read_text().replace("context: ", "context: A seagull took the chips. ", 1))
    reading = read(small)
    assert [p for p in consistency.problems(reading) if p.rule == "people-first"] == []
    (note,) = consistency.advice(reading)
    assert (note.severity, note.rule, Path(note.path).name) == (
        "note",
        "people-first",
        "harbour-walks.yml",
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project in the folders of a real one."""
    shutil.copytree(SMALL / "data", tmp_path / "examples_data")
    shutil.copytree(SMALL / "docs", tmp_path / "docs")
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "practice", *arguments],
        env={**os.environ, "PRACTICE_ROOT": str(project)},
        cwd=project,
        capture_output=True,
        text=True,
    )


def test_the_command_prints_figures_of_all_pages_or_of_one(project: Path):
    every = run(project, "words")
    assert every.returncode == 0, every.stderr
    assert "docs/guides/risk.md" in every.stdout
    one = run(
        project, "words", "docs/guides/risk.md", "examples_data/examples/harbour-walks.yml"
    ).stdout
    assert "Flesch reading ease" in one
    assert "abbreviations without their words" in one
    assert one.count("words, ") == 2


def test_the_command_gives_json(project: Path):
    figures = json.loads(run(project, "words", "docs/guides/risk.md", "--format", "json").stdout)[
        "docs/guides/risk.md"
    ]
    assert set(figures) == {
        "words",
        "words_a_sentence",
        "longest_sentence",
        "long_words",
        "abbreviations_without_words",
        "reading_ease",
        "reading_age",
    }
