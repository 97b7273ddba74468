"""What people with a keyboard, a screen reader, a telephone or another browser meet: names, titles,
headings, landmarks, a way to reach somebody, and no search where none can work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from tests.kinds import leads_on, one_of_each

from practice.rendering.letters import by_letter


def opened(site: Path, address: str) -> Any:
    """A page of the site, parsed."""
    file = site / (address if address.endswith(".html") else f"{address}index.html")
    return lxml.html.fromstring(file.read_text("utf-8"))


def full_pages(site: Path) -> Iterator[tuple[str, Any]]:
    """(address, page) of every page that readers browse: cards for frames stand elsewhere."""
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        if leads_on(site, address) or address.startswith("embed/"):
            continue
        yield address, opened(site, address)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Any]:
    return dict(full_pages(site))


def test_no_two_pages_have_one_title(pages: dict[str, Any]) -> None:
    """In tabs, in the history and among bookmarks a page is known by its title alone."""
    titles = Counter(page.findtext(".//title") for page in pages.values())
    assert {title: n for title, n in titles.items() if n > 1} == {}


def test_no_two_headings_of_a_page_have_one_name(site: Path) -> None:
    """A list of headings is how screen readers find their way."""
    for kind, address in one_of_each(site).items():
        # the page for today has one example under several themes: each part is named by both
        if leads_on(site, address) or kind == "supervise":
            continue
        heads = Counter(
            h.text_content().strip()
            for h in opened(site, address).xpath("//main//h2|//article//h2")
        )
        assert [words for words, n in heads.items() if n > 1] == [], address


def test_a_person_can_be_reached_from_every_page(
    pages: dict[str, Any], built_project: Path
) -> None:
    contact = re.search(r"contact: (\S+?)}", (built_project / "mkdocs.yml").read_text("utf-8"))
    assert contact
    for address, page in pages.items():
        found = page.xpath("//footer//a[starts-with(@href, 'mailto:')]/@href")
        assert found == [f"mailto:{contact[1]}"], address


def test_long_lists_have_headings_to_jump_by(site: Path) -> None:
    for address, items in (
        ("glossary/", "//div[@class='practice-glossary']/dl/div"),
        ("sources/", "//ol[@class='practice-sources']/li"),
        ("key-points/", "//div[contains(@class, 'practice-point')]"),
    ):
        page = opened(site, address)
        count = len(page.xpath(items))
        heads = len(page.xpath("//article//h2 | //article//h3"))
        assert heads >= min(count, 15), f"{address}: {heads} headings for {count} things"


def test_letters_part_a_list_and_keep_its_numbers() -> None:
    parts = by_letter(["4 stories", "Apple", "ash", "Émile", "Oak"], str)
    assert [(part.letter, part.items, part.start, part.id) for part in parts] == [
        ("0-9", ("4 stories",), 1, "letter-0-9"),
        ("A", ("Apple", "ash"), 2, "letter-a"),
        ("E", ("Émile",), 4, "letter-e"),
        ("O", ("Oak",), 5, "letter-o"),
    ]


def test_there_is_a_way_past_the_board(site: Path) -> None:
    page = opened(site, "coverage/")
    past = page.xpath("//table/preceding::a[starts-with(@href, '#after')]/@href")
    assert past and page.xpath(f"//table/following::*[@id='{past[-1][1:]}']")


LANDMARKS = (
    "//header[not(ancestor::main|ancestor::article)] | //footer[not(ancestor::article)] | //nav |"
    " //aside | //main | //form[@aria-label or @aria-labelledby] |"
    " //section[@aria-label or @aria-labelledby] | //*[@role='search' or @role='region']"
)


def test_a_page_has_few_landmarks(site: Path) -> None:
    """Landmarks help while they are few: a slide, or a list in a section, is none."""
    for kind, address in one_of_each(site).items():
        if leads_on(site, address):
            continue
        found = len(opened(site, address).xpath(LANDMARKS))
        # the questions of the self-review, and a theme each on the page for today, are parts to
        # jump to
        assert found <= 15 or kind in ("self-review", "supervise", "teach/today"), (address, found)


def test_headings_of_examples_say_what_changed_once(site: Path) -> None:
    page = opened(site, one_of_each(site)["examples/*"])
    heads = [h.text_content().strip() for h in page.xpath("//h2")]
    assert "Changes to this page" in heads and heads.count("What changed") <= 1
