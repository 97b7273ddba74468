"""What the long form makes of the privacy guard's patterns: the same as the guard itself."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.test_form import begin, open_form, open_step, open_step_of

from practice.checking.privacy.lists import Expression
from practice.checking.privacy.patterns import PATTERNS, Pattern
from practice.exports import form_guard

LINES = [
    line.rpartition(" | ")[2]
    for name in ("leaks", "innocent")
    for line in (ROOT / f"tests/data/privacy/{name}.txt").read_text("utf-8").splitlines()
]
SENTENCES = [*LINES, *(text for one in PATTERNS for text in (one.example, one.counter))]
CARRIED = [one for one in PATTERNS if form_guard.javascript(one.expression.text)]
FOUND = """([source, texts]) => texts.map(
  text => [...text.matchAll(new RegExp(source, "gu"))].map(({ groups }) => groups.what))"""


@pytest.fixture(scope="module")
def blank(browser: Any) -> Any:
    page = browser.new_page()
    yield page
    page.close()


def test_only_what_looks_behind_stays_with_the_guard() -> None:
    left = {one.example for one in PATTERNS} - {one.example for one in CARRIED}
    assert left == {"She asked for J. Abernethy by name."}
    assert not [row for row in form_guard.settings()["patterns"] if "(?<!" in row[2]]


@pytest.mark.parametrize("pattern", CARRIED, ids=lambda pattern: pattern.example)
def test_a_pattern_finds_the_same_in_a_browser(pattern: Pattern, blank: Any) -> None:
    mine = [[f["what"] for f in pattern.expression.finditer(text)] for text in SENTENCES]
    script = form_guard.javascript(pattern.expression.text)
    assert any(mine)
    assert blank.evaluate(FOUND, [script, SENTENCES]) == mine


@pytest.mark.parametrize(
    ("expression", "script"),
    [
        (r"(?i:a[b-d]\w)e", r"(?:[aA][B-Db-d][\p{L}\p{N}_])e"),
        (r"(?P<what>x(?i:[^.a\d]))[\w’-]", r"(?<what>x(?:[^A.a\d]))[\p{L}\p{N}_’-]"),
        (r"\bA\.(?!b|c)", r"\bA\.(?!b|c)"),
        (r"(?<=a)b", ""),
    ],
)
def test_an_expression_as_javascript_writes_it(expression: str, script: str) -> None:
    assert form_guard.javascript(expression) == script


@pytest.mark.parametrize("expression", [row[1] for row in (*form_guard.ALSO, *form_guard.GUESSES)])
def test_what_only_the_forms_search_for_is_the_same_in_both(expression: str, blank: Any) -> None:
    mine = [[f["what"] for f in Expression(expression).finditer(text)] for text in SENTENCES]
    assert any(mine)
    assert blank.evaluate(FOUND, [form_guard.javascript(expression), SENTENCES]) == mine


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We asked Margaret Smith, aged 88, what mattered to her.", ["88", "Margaret Smith"]),
        ("Margaret likes tea. We met Margaret’s team.", ["Margaret"]),
        ("On Monday Aisha came, and so did Áine O'Neill.", ["Aisha", "Áine O'Neill"]),
        ("When Anne-Marie Jones spoke we listened.", ["Anne-Marie Jones"]),
        ("She is aged 95. He was 101 and at 90, he moved in.", ["95", "101", "90"]),
        ("A 96-year-old woman had her 97th birthday.", ["96-year-old", "97th birthday"]),
        ("He was in his ninety-first year.", ["in his ninety-first year"]),
        ("People aged 90 and over, and those over 90 years old, in Room 95.", []),
        ("St Margaret's met at Saint Agnes and the Margaret Blackwood.", []),
        ("Margaret Smith House, Margaret Court, Agnes Street and Fiona Inquiry.", []),
        ("Margaret Brown (2011), Agnes Brown et al and the Helen report say so.", []),
        ("Queen Margaret University asked in May. Will and Grace are words.", []),
    ],
)
def test_a_listed_first_name_and_a_high_age_are_asked_about(
    page: Any, server: str, text: str, asked: list[str]
) -> None:
    open_form(page, server)
    begin(page)
    given = {"what_they_did": text, "organisation": "Margaret", "place": "Margaret Smith"}
    shown = page.evaluate(
        "value => practiceForm.asks(value).map(({ message }) => message.match(/“(.+?)”/)[1])", given
    )
    assert shown == asked
    assert page.evaluate("value => practiceForm.guard(value)", given) == []


def test_the_patterns_of_the_last_question_are_light(site: Path) -> None:
    assert len(gzip.compress((site / "assets/form-patterns.js").read_bytes())) < 21_000


def test_a_certain_finding_is_a_mistake_and_a_guess_is_only_asked_about(
    page: Any, server: str
) -> None:
    open_form(page, server)
    page.fill("#f-title", "He is on Instagram as tam.the.piper58 these days")
    page.fill("#f-summary", "We met wee Jeanette fae Auchterbrae, the only widow in Whinmoss.")
    begin(page)
    open_step(page, "check")
    asked = page.locator("#long-asks li").all_text_contents()
    assert [text.partition(". ")[0] for text in asked] == [
        "Summary: This may be enough for somebody to know who it is: “the only widow in Whinmoss”",
        "Summary: This may be a person's name: “Jeanette”",
    ]
    page.get_by_role("button", name="Check and finish").click()
    mistakes = page.locator(".practice-mistake:not([hidden])").all_text_contents()
    assert [text for text in mistakes if "social media" in text]
    assert not [text for text in mistakes if "This may be" in text]
    open_step_of(page, "summary")
    page.fill("#f-summary", "We met a widow.")
    open_step(page, "check")
    assert page.locator("#long-asks").is_hidden()
