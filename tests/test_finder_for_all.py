"""The finder and My list for everyone: in every state of the screen, by keyboard, and with the
focus left where it was.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from tests import kinds, looking
from tests.examples import EXAMPLE, OTHER, TITLE
from tests.test_finder import (
    COUNT,
    DONE,
    FOUND,
    LEGENDS,
    TITLES,
    counted,
    finder,
    kept,
    listed,
    settled,
)

__all__ = ["finder"]
pytestmark = pytest.mark.xdist_group("finder-for-all")

FOCUS = "document.activeElement.id"


def with_choices_open(page: Any, server: str) -> None:
    """Words, two choices, every facet open."""
    page.goto(f"{server}/examples/?q=risk&theme=risk-enablement&theme=safe-to-learn-culture")
    settled(page)
    for facet in LEGENDS:
        counted(page, facet)


def with_all_kinds(page: Any, server: str) -> None:
    """Words that are found in every kind, one of them misspelt."""
    page.goto(f"{server}/examples/?q=risk+supervison")
    settled(page)
    page.wait_for_selector(".practice-meant")


def with_nothing_found(page: Any, server: str) -> None:
    """Words that are found nowhere."""
    page.goto(f"{server}/examples/?q=xylophone")
    settled(page)


def with_choices_that_block(page: Any, server: str) -> None:
    """Choices that no example has together."""
    page.goto(f"{server}/examples/?setting=justice&nation=sweden")
    settled(page)


def with_a_list(page: Any, server: str) -> None:
    """A list of two, copied as text."""
    kept(page, server, EXAMPLE, OTHER)
    page.click("[data-do=text]")


def with_a_shared_list(page: Any, server: str) -> None:
    """A list that came with its address, and holds an example that is gone."""
    page.goto(f"{server}/my-list/?ids={EXAMPLE},no-longer-here")
    page.wait_for_selector("#my-list-rows h2")


OPENED = [
    with_choices_open,
    with_all_kinds,
    with_nothing_found,
    with_choices_that_block,
    with_a_list,
    with_a_shared_list,
]


@pytest.mark.parametrize("opened", OPENED, ids=lambda opened: opened.__name__)
def test_axe_and_zoom_find_no_fault_in_any_state(
    opened: Callable[[Any, str], None], page: Any, server: str
) -> None:
    opened(page, server)
    faults = [fault for state in kinds.STATES for fault in looking.axe(page, state)[0]]
    assert faults + looking.reflow(page) == []


@pytest.mark.parametrize("opened", OPENED, ids=lambda opened: opened.__name__)
def test_every_stop_of_the_keyboard_is_seen(
    opened: Callable[[Any, str], None], page: Any, server: str
) -> None:
    opened(page, server)
    page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }")
    stops, faults = looking.walk(page, most=120)
    assert stops > 10 and faults == []


# ---------- the focus


def test_ticking_a_choice_leaves_the_focus_on_it(finder):
    page = finder(("theme", "risk-enablement"))
    counted(page, "nation")
    page.focus("input[name=nation][value=scotland]")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelectorAll('.practice-chosen li').length === 3")
    assert settled(page).evaluate("document.activeElement.value") == "scotland"


def test_the_focus_stays_on_the_order_when_it_changes(finder):
    page = settled(finder(("q", "risk")))
    page.focus("#finder-sort")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => location.search === '?q=risk&sort=newest'")
    settled(page)
    assert page.evaluate(FOCUS) == "finder-sort"


@pytest.mark.parametrize(
    ("asked", "link", "then"),
    [
        ({"q": "home care"}, ".practice-offer a", "?setting=home-care"),
        ({"q": "risk", "nation": "scotland"}, "text=Look everywhere for these words", "?q=risk"),
        ({"setting": "justice", "nation": "sweden"}, ".practice-unknown li a", "?nation=sweden"),
    ],
    ids=["browse", "look everywhere", "take away"],
)
def test_a_link_that_is_gone_leaves_the_focus_on_the_count(finder, asked, link, then):
    page = settled(finder(*asked.items()))
    page.locator(link).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("then => location.search === then", arg=then)
    settled(page)
    assert page.evaluate(FOCUS) == "finder-count"


def test_more_results_take_the_focus_to_the_first_of_them(finder):
    page = settled(finder(("nation", "scotland")))
    page.get_by_role("button", name="Show more examples").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('li')")
    assert page.evaluate("document.activeElement.href") == page.locator(TITLES).nth(10).evaluate(
        "a => a.href"
    )


LISTENING = """() => {
    window.told = [];
    const count = document.getElementById("finder-count");
    const watched = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => told.push(count.textContent)).observe(count, watched);
}"""


def test_numbers_are_told_to_those_who_listen(page, server):
    page.goto(f"{server}/examples/")
    page.evaluate(LISTENING)
    page.fill("#finder-q", "supervision")
    page.press("#finder-q", "Enter")
    page.wait_for_function(DONE)
    settled(page)
    counted(page, "nation")
    page.check("input[name=nation][value=scotland]")
    page.wait_for_function("() => document.querySelectorAll('.practice-chosen li').length === 2")
    told = settled(page).evaluate("told")
    found = len([words for words in told if "example" in words])
    assert told[0] == "Searching" and found == 2 and told[-1] == page.inner_text(COUNT)
    assert page.locator(f"{FOUND} [role=status], {FOUND} [aria-live]").count() == 0


def test_the_same_words_again_are_answered_aloud_and_are_no_step_back(finder):
    page = settled(finder(("q", "supervision")))
    answer, steps = page.inner_text(COUNT), page.evaluate("history.length")
    page.evaluate(LISTENING)
    page.press("#finder-q", "Enter")
    page.wait_for_function("() => told.length > 1")
    assert settled(page).evaluate("told") == ["Searching", answer]
    assert page.evaluate("history.length") == steps


# ---------- on paper


def test_a_list_prints_its_examples_and_not_its_buttons(page, server):
    kept(page, server, EXAMPLE, OTHER)
    words = " ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(page.pdf())).pages)
    assert TITLE in " ".join(words.split()) and "2 examples" in words
    assert page.locator("#my-list-rows .practice-asks li").first.inner_text()[:20] in words
    assert "Copy as text" not in words and "Take off" not in words


def test_results_are_in_the_order_of_the_keyboard(finder):
    page = settled(finder(("nation", "scotland")))
    page.focus("#finder-sort")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").rstrip("/").endswith(listed(page)[0])
