"""What the long form makes of the privacy guard's patterns: the same as the guard itself."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import ROOT
from tests.test_form import begin, open_form, open_step, open_step_of

from practice.checking.privacy.particulars import PATTERNS, Pattern
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
    assert not [rule for rule, _, source in form_guard.settings()["patterns"] if "(?<!" in source]


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
