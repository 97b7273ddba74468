"""What the review of access found, as people meet it in a browser."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.kinds import leads_on, one_of_each

SHEET = "/reflect/"
NAMES = """() => [...document.querySelectorAll(".practice-copy--link")].map((button) => [
  button.textContent,
  (button.closest(".practice-heading, .practice-steps > li, .practice-card")
    .querySelector("h2, h3") || {}).textContent])"""


# names


@pytest.mark.parametrize("kind", ["cards/*", "sessions/*", "guides/*", "examples/*"])
def test_copy_link_is_named_by_its_heading(kind: str, page: Any, server: str, site: Path) -> None:
    page.goto(f"{server}/{one_of_each(site)[kind]}")
    page.wait_for_selector(".practice-copy--link", state="attached")
    names = page.evaluate(NAMES)
    assert len(names) > 3
    assert all(name == f"Copy link to: {heading.strip()}" for name, heading in names), names
    assert max(Counter(name for name, _ in names).values()) == 1


def test_a_cell_of_the_board_names_its_theme_and_its_setting(page: Any, server: str) -> None:
    page.goto(f"{server}/coverage/")
    cells = page.locator("table td a").evaluate_all(
        "cells => cells.map((a) => [a.getAttribute('aria-label'), a.textContent,"
        " a.closest('tr').cells[0].textContent.trim()])"
    )
    assert len(cells) > 100 and len({name for name, _, _ in cells}) == len(cells)
    assert all(words in name and theme in name for name, words, theme in cells)


def test_a_passage_has_one_node_for_each_stretch_of_text(page: Any, server: str) -> None:
    page.goto(f"{server}/examples/?q=supervision")
    page.wait_for_selector("#finder-found mark")
    nodes = page.evaluate(
        "[...document.querySelectorAll('#finder-found p')].filter((p) => p.querySelector('mark'))"
        ".map((p) => [p.childNodes.length, p.querySelectorAll('mark').length])"
    )
    assert nodes and all(count <= 2 * marks + 1 for count, marks in nodes)


def test_the_title_of_the_window_says_what_was_asked(page: Any, server: str) -> None:
    page.goto(f"{server}/examples/")
    before = page.title()
    page.fill("#finder-q", "risk")
    page.press("#finder-q", "Enter")
    page.wait_for_function("() => document.title.startsWith('“risk”')")
    page.go_back()
    page.wait_for_function("title => document.title === title", arg=before)


CHANGES = """selector => {
  window.said = 0;
  new MutationObserver(() => { window.said += 1; }).observe(document.querySelector(selector),
    {childList: true, characterData: true, subtree: true});
}"""


def test_the_sheet_says_once_that_it_is_kept(page: Any, server: str) -> None:
    page.goto(server + SHEET)
    page.evaluate(CHANGES, "#sheet-kept")
    page.type("#sheet-why", "I want to understand it.")
    assert page.inner_text("#sheet-kept") == "Kept in this browser."
    assert page.evaluate("said") == 1


def test_the_pack_says_its_count_when_the_writing_pauses(page: Any, server: str) -> None:
    page.goto(f"{server}/teach/build/")
    page.wait_for_selector("[data-choice=e] li")
    page.evaluate(CHANGES, "#pack-found")
    page.type("#pack-find", "small")
    page.wait_for_function(
        "() => document.getElementById('pack-found').textContent.endsWith('found.')"
    )
    assert page.evaluate("said") <= 2


# nothing is lost by one press


def test_a_cleared_sheet_comes_back(page: Any, server: str) -> None:
    page.goto(server + SHEET)
    page.fill("#sheet-why", "Because it matters")
    page.click("[data-sheet=clear]")
    assert page.input_value("#sheet-why") == ""
    assert page.evaluate("document.activeElement.dataset.sheet") == "back"
    page.keyboard.press("Enter")
    assert page.input_value("#sheet-why") == "Because it matters"
    assert page.is_hidden("[data-sheet=back]")
    page.reload()
    assert page.input_value("#sheet-why") == "Because it matters"


@pytest.fixture
def listed(page: Any, server: str, site: Path) -> Any:
    """My list with two examples."""
    ids = sorted(path.parent.name for path in site.glob("examples/[a-z]*/index.html"))[:2]
    page.goto(f"{server}/my-list/")
    page.evaluate("ids => localStorage.setItem('practice-kept', JSON.stringify(ids))", ids)
    page.reload()
    page.wait_for_function("() => document.querySelectorAll('#my-list-rows > li').length === 2")
    return page


@pytest.mark.parametrize("press", ["[data-do=clear]", "#my-list-rows button"])
def test_what_was_taken_off_my_list_comes_back(press: str, listed: Any) -> None:
    kept = listed.evaluate("localStorage.getItem('practice-kept')")
    listed.locator(press).first.click()
    listed.wait_for_function("() => document.querySelectorAll('#my-list-rows > li').length < 2")
    listed.click("#my-list-back button")
    listed.wait_for_function("() => document.querySelectorAll('#my-list-rows > li').length === 2")
    assert sorted(listed.evaluate("JSON.parse(localStorage.getItem('practice-kept'))")) == sorted(
        json.loads(kept)
    )
    assert listed.is_hidden("#my-list-back")


@pytest.mark.parametrize("press", ["[data-pack=empty]", "[data-remove]"])
def test_what_was_taken_out_of_a_pack_comes_back(press: str, page: Any, server: str) -> None:
    page.goto(f"{server}/teach/build/")
    page.fill("#pack-title", "Risk together")
    for box in ("[data-choice=e] input >> nth=0", "[data-choice=e] input >> nth=1"):
        page.check(box)
    before = page.inner_text("#pack-total"), page.evaluate("location.search")
    page.locator(press).first.click()
    assert page.inner_text("#pack-total") != before[0]
    page.click("[data-pack=back]")
    assert (page.inner_text("#pack-total"), page.evaluate("location.search")) == before
    assert page.input_value("#pack-title") == "Risk together"
    assert page.is_hidden("[data-pack=back]")


# small screens, large letters


INSIDE = """selector => [...document.querySelectorAll(selector)].filter((e) => {
  const box = e.getBoundingClientRect();
  return box.left < 0 || box.right > innerWidth || box.bottom > innerHeight;
}).map((e) => e.textContent)"""


ABOVE_THE_BAR = """() => document.querySelector(".is-shown").getBoundingClientRect().bottom
  <= document.querySelector(".practice-show").getBoundingClientRect().top + 1"""


@pytest.mark.parametrize("width", [320, 375, 414])
def test_the_bar_of_the_show_fits_a_telephone(
    width: int, page: Any, server: str, site: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{server}/{one_of_each(site)['sessions/*/slides']}")
    page.click("[data-show]")
    assert page.evaluate(INSIDE, ".practice-show button, .practice-show p") == []
    assert page.evaluate(INSIDE, ".is-shown") == []
    for _ in range(page.locator(".practice-slide").count()):
        page.wait_for_function(ABOVE_THE_BAR)
        page.keyboard.press("ArrowRight")
    page.evaluate("document.exitFullscreen && document.exitFullscreen().catch(() => {})")


def test_a_slide_that_scrolls_can_be_reached_by_key(page: Any, server: str, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 300})
    page.goto(f"{server}/{one_of_each(site)['sessions/*/slides']}")
    page.evaluate(
        "(() => { Element.prototype.requestFullscreen = () => Promise.reject(new Error('no')); })()"
    )
    page.click("[data-show]")
    for _ in range(4):
        scrolls, reached = page.evaluate(
            "(() => { const s = document.querySelector('.is-shown');"
            " return [s.scrollHeight > s.clientHeight, s.tabIndex === 0]; })()"
        )
        assert scrolls == reached
        page.keyboard.press("ArrowRight")


WIDE = "() => document.documentElement.scrollWidth - innerWidth"


LARGE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important }");
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("width", [195, 390], ids=["an iPhone at 200 %", "letters of 32 px"])
def test_large_letters_on_a_telephone_do_not_scroll_sideways(
    width: int, page: Any, server: str, site: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 422})
    wide = {}
    for kind, address in one_of_each(site).items():
        if kind.startswith("embed") or leads_on(site, address):
            continue
        page.goto(f"{server}/{address}")
        if width == 390:
            page.evaluate(LARGE)
        if page.evaluate(WIDE) > 1:
            wide[address] = page.evaluate(WIDE)
    assert wide == {}


BROKEN = r"""() => {
  const broken = [];
  for (const cell of document.querySelectorAll(".md-typeset table:not([class]) :is(th, td)")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("code")) continue; /* a command is no word */
      for (const word of node.data.matchAll(/[A-Za-z]{3,14}/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""
TABLE = """(() => {
  const heads = ["Month", "Conversations", "Reviews", "Recorded", "Management"];
  const cell = (tag, words) => "<" + tag + ">" + words + "</" + tag + ">";
  const row = (tag) => "<tr>" + heads.map((words) => cell(tag, words)).join("") + "</tr>";
  document.querySelector(".practice-body").insertAdjacentHTML("afterbegin",
    "<div class='practice-table'><table>" + row("th") + row("td") + "</table></div>");
})()"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("own", [True, False], ids=["a wide table", "tables of a guide"])
def test_no_word_of_a_table_breaks_on_a_telephone(
    own: bool, width: int, page: Any, server: str, site: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{server}/guides/supervision/")
    if own:
        page.evaluate(TABLE)
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(WIDE) <= 1
    assert page.locator(".practice-table").count() or own


def test_no_word_of_any_table_breaks_on_a_telephone(page: Any, server: str, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    with_tables = [
        path.parent.relative_to(site).as_posix()
        for folder in ("about", "guides", "organisational-change", "supervise")
        for path in sorted(site.glob(f"{folder}/**/index.html"))
        if "<table>" in path.read_text("utf-8")
    ]
    broken = {}
    for address in with_tables:
        page.goto(f"{server}/{address}/")
        broken[address] = page.evaluate(BROKEN), max(page.evaluate(WIDE), 1)
    assert with_tables and {a: told for a, told in broken.items() if told != ([], 1)} == {}


def test_keys_are_told_apart_in_forced_colours(browser: Any, server: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{server}/coverage/")
    edges = page.locator(".practice-key i").evaluate_all(
        "keys => keys.map((e) => getComputedStyle(e).borderTopWidth"
        " + getComputedStyle(e).borderTopStyle)"
    )
    assert len(set(edges)) == len(edges)
    page.goto(f"{server}/")
    assert page.locator(".practice-cloth li svg").first.is_hidden()
    context.close()


# without a script


def test_no_search_is_offered_where_none_can_work(browser: Any, server: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for kind, address in one_of_each(site).items():
        if kind.startswith(("embed", "404")) or leads_on(site, address):
            continue
        page.goto(f"{server}/{address}")
        shown = page.locator("[type=search]").evaluate_all(
            "fields => fields.filter((e) => e.offsetParent).length"
        )
        assert shown == 0, address
        assert page.locator(".practice-nav a[href$='examples/']").is_visible(), address
    context.close()


BELOW = """() => [...document.querySelectorAll("summary")].filter((one) => {
  const words = document.createRange();
  words.selectNodeContents(one);
  const [first] = words.getClientRects();
  const size = parseFloat(getComputedStyle(one.firstElementChild || one).fontSize);
  return getComputedStyle(one).display === "list-item" && first
    && first.bottom - one.getBoundingClientRect().top > 1.9 * size;
}).map((one) => one.textContent.trim())"""
"""Triangles that have a line of their own, above what they open."""


def test_a_triangle_stands_beside_what_it_opens(page: Any, server: str, site: Path) -> None:
    pages = [address for address in one_of_each(site).values() if not address.endswith(".html")]
    pages = [
        address
        for address in pages
        if "<summary><" in (site / address / "index.html").read_text("utf-8")
    ]
    assert pages
    for address in pages:
        page.goto(f"{server}/{address}")
        assert page.evaluate(BELOW) == [], address
