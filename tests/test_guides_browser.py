"""Decks, the self-review, terms and paths in a real browser: by keyboard alone, without script, and
on paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.xdist_group("guides-browser")


@pytest.fixture
def bare(browser: Any) -> Iterator[Any]:
    """A page without scripts."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    yield context.new_page()
    context.close()


def tab_to(page: Any, selector: str, most: int = 400) -> None:
    """Goes on with the Tab key until the element has the focus."""
    for _ in range(most):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {selector}")


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))


def said(page: Any) -> str:
    return str(page.locator("main [role=status], article [role=status]").first.text_content())


def axe(page: Any) -> list[str]:
    """What axe finds on the page, rule by rule."""
    run = pytest.importorskip("axe_playwright_python.sync_playwright")
    results = run.Axe().run(page)
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in results.response["violations"]]


def pdf(page: Any, tmp_path: Path) -> str:
    """The words of the page as printed, on one line, and the number of sheets."""
    path = tmp_path / "page.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    return " ".join(
        " ".join((sheet.extract_text() or "") for sheet in PdfReader(path).pages).split()
    )


# ---------- a deck

BROKEN = """buttons => buttons.map((button) => button.firstChild).flatMap((text) =>
  [...text.data.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((rect) => rect.top)).size > 1;
  }).map(String))"""
"""Words of buttons that stand on two lines."""


@pytest.fixture
def deck(page: Any, server: str) -> Any:
    page.goto(f"{server}/cards/risk/")
    return page


def shown(deck: Any) -> list[str]:
    return [
        card.text_content() for card in deck.locator(".practice-card h2").all() if card.is_visible()
    ]


def test_a_deck_shows_one_card_at_a_time_by_keyboard_and_keeps_the_focus(deck):
    every = shown(deck)
    assert len(every) >= 9
    tab_to(deck, "button[name=one]")
    deck.keyboard.press("Enter")
    assert shown(deck) == every[:1]
    assert 'name="one"' in focused(deck)
    assert f"Card 1 of {len(every)}: {every[0]}" in said(deck)
    deck.keyboard.press("Tab")
    assert 'name="previous"' in focused(deck)
    deck.keyboard.press("Tab")
    deck.keyboard.press("Space")
    assert 'name="next"' in focused(deck)
    assert shown(deck) == every[1:2]
    assert f"Card 2 of {len(every)}: {every[1]}" in said(deck)
    deck.keyboard.press("ArrowRight")
    deck.keyboard.press("ArrowLeft")
    deck.keyboard.press("ArrowLeft")
    deck.keyboard.press("ArrowLeft")
    assert shown(deck) == every[-1:]
    deck.keyboard.press("Shift+Tab")
    deck.keyboard.press("Shift+Tab")
    deck.keyboard.press("Enter")
    assert shown(deck) == every
    assert "All" in said(deck)


def test_on_the_narrowest_screen_no_word_of_a_button_on_a_card_is_broken(deck):
    deck.set_viewport_size({"width": 320, "height": 780})
    buttons = deck.locator(".practice-card .practice-copy--link")
    assert buttons.count() > 3
    assert buttons.evaluate_all(BROKEN) == []


def test_a_deck_is_shuffled_and_loses_no_card(deck):
    before = shown(deck)
    deck.evaluate("Math.random = () => 0")
    tab_to(deck, "button[name=shuffle]")
    deck.keyboard.press("Enter")
    assert shown(deck) != before
    assert sorted(shown(deck)) == sorted(before)
    assert "shuffled" in said(deck)
    assert 'name="shuffle"' in focused(deck)


def test_a_link_to_a_card_opens_that_card(deck):
    every = shown(deck)
    deck.locator("button[name=one]").click()
    assert deck.locator(".practice-card__number:visible").count() == 0
    deck.evaluate("location.hash = document.querySelectorAll('.practice-card')[3].id")
    deck.wait_for_function(
        "() => document.querySelector('[role=status]').textContent.includes('Card 4')"
    )
    assert shown(deck) == every[3:4]


def test_the_status_of_a_deck_is_spoken(deck):
    assert deck.locator("[data-practice-deck-tools] [aria-live=polite]").count() == 1
    assert deck.locator("button[name=one]").get_attribute("aria-pressed") == "false"


def test_a_deck_without_script_is_all_its_cards(bare, server):
    bare.goto(f"{server}/cards/risk/")
    assert len(shown(bare)) >= 9
    assert not bare.locator("[data-practice-deck-tools]").is_visible()


def test_every_card_prints_even_when_one_is_shown(deck, tmp_path):
    every = shown(deck)
    deck.locator("button[name=one]").click()
    printed = pdf(deck, tmp_path)
    assert [prompt for prompt in every if prompt not in printed] == []
    assert "Shuffle" not in printed


def test_axe_finds_nothing_in_a_deck(deck):
    assert axe(deck) == []
    deck.locator("button[name=one]").click()
    assert axe(deck) == []


# ---------- the self-review


@pytest.fixture
def review(page: Any, server: str) -> Any:
    page.goto(f"{server}/self-review/")
    return page


def kept(page: Any) -> Any:
    return json.loads(page.evaluate("localStorage.getItem('practice-self-review')") or "null")


def choose(page: Any) -> None:
    """The second statement of the first line, by keyboard."""
    tab_to(page, "fieldset input")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")


def test_choices_are_made_by_keyboard_kept_here_and_there_after_a_reload(review):
    choose(review)
    line = review.evaluate("document.activeElement.name")
    assert kept(review)["choices"] == {line: "on_the_way"}
    tab_to(review, "textarea[name=next]")
    review.keyboard.type("Ask one person on Friday.")
    review.reload()
    assert review.locator(f"input[name={line}]:checked").get_attribute("value") == "on_the_way"
    assert review.locator("textarea[name=next]").input_value() == "Ask one person on Friday."


def test_what_was_chosen_comes_together_with_its_next_step_and_without_a_score(review):
    choose(review)
    summary = review.locator("[data-practice-review-summary]")
    assert "On the way." in summary.text_content()
    assert "For the next step" in summary.text_content()
    assert summary.locator("a").count() >= 1
    words = review.locator(".practice-chosen-words").text_content().lower()
    assert not any(word in words for word in ("score", "%", "out of", "points", "level"))


def test_nothing_leaves_the_page(review):
    asked: list[str] = []
    review.wait_for_load_state("networkidle")
    review.on(
        "request",
        lambda request: asked.append(request.url) if not request.url.endswith("mark.svg") else None,
    )
    choose(review)
    tab_to(review, "textarea[name=next]")
    review.keyboard.type("Ours.")
    assert asked == []
    assert "Ours" not in review.url


def test_clearing_takes_everything_away_and_can_be_taken_back(review):
    choose(review)
    tab_to(review, "button[name=clear]")
    review.keyboard.press("Enter")
    assert kept(review) is None
    assert review.locator("form.practice-review input:checked").count() == 0
    assert "cleared" in review.locator(".practice-chosen-words [role=status]").text_content()
    assert 'name="back"' in focused(review)
    review.keyboard.press("Enter")
    assert len(kept(review)["choices"]) == 1
    assert review.locator("form.practice-review input:checked").count() == 1
    assert 'id="chosen"' in focused(review)


def test_what_was_chosen_is_copied_as_text(browser, server):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}/self-review/")
    choose(page)
    tab_to(page, "button[name=copy]")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.querySelector('.practice-chosen-words"
        " [role=status]').textContent.includes('Copied')"
    )
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Where are we on the journey?\n")
    assert "\nEngagement\n" in text
    assert "On the way." in text
    assert "- Guide: " in text
    context.close()


def test_where_copying_is_refused_the_text_is_there_to_copy_by_hand(review):
    review.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new"
        " Error('no'))}})"
    )
    choose(review)
    tab_to(review, "button[name=copy]")
    review.keyboard.press("Enter")
    review.wait_for_selector("#by-hand", state="visible")
    assert "On the way." in review.locator("#by-hand").input_value()
    assert "by-hand" in focused(review)


def test_print_holds_what_was_chosen_and_the_next_step_alone(review, tmp_path):
    choose(review)
    tab_to(review, "textarea[name=next]")
    review.keyboard.type("Ask one person on Friday.")
    printed = pdf(review, tmp_path)
    legends = review.locator(".practice-review legend").all_text_contents()
    assert "On the way." in printed
    assert "For the next step" in printed
    assert "Ask one person on Friday." in printed
    assert "Starting." not in printed
    assert sum(legend in printed for legend in legends) == 1
    assert "Copy as text" not in printed


def test_an_empty_sheet_prints_every_line(review, tmp_path):
    choose(review)
    review.evaluate("window.print = () => {}")
    tab_to(review, "button[name=sheet]")
    review.keyboard.press("Enter")
    printed = pdf(review, tmp_path)
    assert [
        legend
        for legend in review.locator(".practice-review legend").all_text_contents()
        if legend not in printed
    ] == []
    assert printed.count("Starting.") >= 20
    assert "What you chose" not in printed


def test_the_self_review_without_script_is_a_sheet_to_print(bare, server, tmp_path):
    bare.goto(f"{server}/self-review/")
    assert not bare.locator(".practice-chosen-words").is_visible()
    assert not bare.get_by_text("Your choices are kept").is_visible()
    printed = pdf(bare, tmp_path)
    assert printed.count("Part of how we work.") >= 20
    assert "Our next step" in printed


def test_a_damaged_memory_is_as_good_as_none(page, server):
    page.goto(f"{server}/self-review/")
    page.evaluate("localStorage.setItem('practice-self-review', '{not json')")
    page.reload()
    assert page.locator("form.practice-review input:checked").count() == 0
    choose(page)
    assert kept(page)["choices"]


def test_axe_finds_nothing_in_the_self_review(review):
    assert axe(review) == []
    choose(review)
    assert axe(review) == []


# ---------- terms


@pytest.fixture
def guide(page: Any, server: str) -> Any:
    page.goto(f"{server}/guides/risk/")
    return page


def test_a_term_is_explained_by_keyboard_where_it_stands(guide):
    tab_to(guide, ".practice-term")
    button = guide.locator(".practice-term:focus")
    assert button.get_attribute("aria-expanded") == "false"
    meaning = guide.locator(f"#{button.get_attribute('aria-controls')}")
    assert not meaning.is_visible()
    guide.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert meaning.is_visible()
    assert len(meaning.text_content()) > 60
    guide.keyboard.press("Tab")
    assert "glossary/#" in focused(guide)
    guide.keyboard.press("Escape")
    assert not meaning.is_visible()
    assert "practice-term" in focused(guide)


def test_the_button_of_a_term_says_what_it_explains(guide):
    names = [
        button.evaluate("b => b.textContent") for button in guide.locator(".practice-term").all()
    ]
    assert len(names) >= 5
    assert len(set(names)) == len(names)
    assert all(name.startswith("?Explain: ") for name in names)


def test_a_term_can_be_tapped(browser, server):
    context = browser.new_context(has_touch=True, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{server}/guides/risk/")
    button = page.locator(".practice-term").first
    box = button.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    button.tap()
    assert page.locator(".practice-meaning").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_a_term_without_script_is_a_link_to_the_glossary(bare, server):
    bare.goto(f"{server}/guides/risk/")
    assert bare.locator(".practice-term").count() == 0
    link = bare.locator('a[href*="glossary/#"]').first
    link.click()
    assert "/glossary/#" in bare.url


def test_axe_finds_nothing_in_a_guide_with_a_term_open(guide):
    guide.locator(".practice-term").first.click()
    assert axe(guide) == []


def test_an_open_meaning_prints_and_its_button_does_not(guide, tmp_path):
    guide.locator(".practice-term").first.click()
    words = guide.locator(".practice-meaning").first.text_content()
    printed = pdf(guide, tmp_path)
    assert " ".join(words.split())[:60] in printed
    assert "Explain:" not in printed


# ---------- paths and pictures


def test_a_path_is_walked_by_keyboard(page, server):
    page.goto(f"{server}/paths/")
    tab_to(page, ".practice-steps h3 a")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**#**")
    assert name.split(": ")[0] in page.locator("h1").text_content()


def test_paths_work_without_script_and_print_their_minutes(bare, server, tmp_path):
    bare.goto(f"{server}/paths/")
    assert bare.locator(".practice-steps > li").count() >= 25
    printed = pdf(bare, tmp_path)
    assert "I plan or commission" in printed
    assert "minutes" in printed


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_fit_at_every_width(browser, server, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{server}/organisational-change/")
    for selector in (
        ".practice-sight",
        ".practice-circuit",
        ".practice-ring",
        ".practice-sight__line",
    ):
        box = page.locator(selector).bounding_box()
        assert box["width"] > 100, selector
        assert box["x"] >= 0, selector
        assert box["x"] + box["width"] <= width, selector
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize(
    "address", ["paths/", "organisational-change/", "guides/supervision/", "about/writing/", ""]
)
def test_axe_finds_nothing_on_pages_that_are_drawn_from_data(page, server, address):
    page.goto(f"{server}/{address}")
    assert axe(page) == []


# ---------- the sections of a guide


def test_on_a_telephone_the_sections_of_a_guide_are_folded_and_open_without_script(bare, server):
    """Unfolded they would stand between the reader and the key points (700 pixels at 360)."""
    bare.set_viewport_size({"width": 360, "height": 780})
    bare.goto(f"{server}/guides/risk/")
    links = bare.locator("nav:has-text('On this page') a:visible")
    assert links.count() == 0
    tab_to(bare, "nav summary")
    bare.keyboard.press("Enter")
    assert links.count() > 5
    last = links.last
    last.press("Enter")
    assert bare.url.endswith(f"#{bare.locator(':target').get_attribute('id')}")
    bare.set_viewport_size({"width": 1280, "height": 800})
    assert links.count() > 5
    assert not bare.locator("nav summary").is_visible()


@pytest.mark.content
def test_what_to_do_this_week_begins_within_two_screens_of_a_telephone(page, server, site):
    page.set_viewport_size({"width": 360, "height": 780})
    late = {}
    for guide in sorted(site.glob("guides/*/index.html")):
        if 'id="start-this-week"' in guide.read_text("utf-8"):
            page.goto(f"{server}/guides/{guide.parent.name}/")
            box = page.locator("//*[@id='start-this-week']/following::li[1]").bounding_box()
            if box["y"] + 30 > 2 * 780:  # its first line
                late[guide.parent.name] = box
    assert late == {}
