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

import practice
from practice.contributing.questions import FORM_MESSAGES
from practice.messages import FILE_MESSAGES, MESSAGES
from practice.prose import passages, readability
from practice.rendering.letters import by_letter
from practice.rendering.shell import with_names_explained


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
        ("key-points/", "//ul[contains(@class, 'practice-points')]/li"),
    ):
        page = opened(site, address)
        count = len(page.xpath(items))
        heads = len(page.xpath("//article//h2 | //article//h3"))
        assert heads >= min(count, 15), f"{address}: {heads} headings for {count} things"


@pytest.mark.parametrize("address", ["glossary/", "glossary/named/", "sources/"])
def test_a_list_from_a_to_z_begins_with_links_to_its_letters(address: str, site: Path) -> None:
    page = opened(site, address)
    links = page.xpath("//article//nav[@aria-label='Letters']//a[starts-with(@href, '#letter-')]")
    letters = page.xpath("//h2[starts-with(@id, 'letter-')]")
    assert letters and letters[0].xpath("preceding::nav[@aria-label='Letters']")
    assert [(link.text, link.get("href")) for link in links] == [
        (letter.text, f"#{letter.get('id')}") for letter in letters
    ]


def test_the_glossary_has_its_words_before_names_of_ways_of_working(site: Path) -> None:
    page = opened(site, "glossary/")
    assert page.xpath("//h2[@id='named']/preceding::h2[starts-with(@id, 'letter-')]")
    assert not page.xpath("//h2[@id='named']/following::h2[starts-with(@id, 'letter-')]")
    assert page.xpath("//nav[@aria-label='Letters']//a[@href='#named']")


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


def test_a_link_that_is_a_name_alone_says_that_it_leads_to_an_example(site: Path) -> None:
    """In a list of links “Glasgow” alone could lead anywhere."""
    names = 0
    for path in sorted((site / "guides").glob("*/index.html")):
        for link in lxml.html.fromstring(path.read_text("utf-8")).xpath(
            "//article//p//a[contains(@href, '/examples/')][not(contains(@href, '?'))]"
        ):
            words = link.text_content().split()
            if all(word[0].isupper() or word in ("of", "and", "the") for word in words[:5]):
                names += 1
                assert link.get("aria-label") == f"{link.text_content()}, an example", path
    assert names


def test_words_with_places_are_not_taken_for_names() -> None:
    link = '<a href="example:x">Vale of Kent</a>'
    pilot = '<a href="example:y">A pilot in Leeds</a>'
    labelled = '<a href="example:x" aria-label="Vale of Kent, an example">Vale of Kent</a>'
    assert with_names_explained(link + pilot) == labelled + pilot


# ---------- the words of the interface ----------

OLDEST = 10
"""The reading age that the words of buttons, errors and hints may have."""
SHOWN = r"<(?:button|summary|label|legend|p|h[1-6]|li|dt|dd|option|span)\b[^>]*>([^<]+)<"
HOOKS = Path(practice.__file__).parent


def filled(words: str) -> str:
    """Words of a message or a template, with a word in each gap, closed as a sentence."""
    words = " ".join(re.sub(r"{{.*?}}|{%.*?%}|{#.*?#}|{[^}]*}", " this ", words).split())
    return words if words[-1:] in ".?!" else words.rstrip(" :,") + "."


def of_scripts() -> Iterator[str]:
    for path in sorted((HOOKS / "assets" / "js").glob("*.js")):
        code = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        for words in re.findall(r'"([A-Z][^"\\\n]* [^"\\\n]*)"', code):
            if not re.search(r"[<>#=_{}\[\]]", words):
                yield words


def of_templates() -> Iterator[str]:
    for path in sorted((HOOKS / "rendering" / "templates").glob("*.html")):
        page = re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)
        yield from (words for words in re.findall(SHOWN, page) if len(words.split()) > 1)


WORDS = {
    "errors of the form": list(FORM_MESSAGES.values()),
    "errors of the check": [m.message for m in MESSAGES.values()],
    "hints of the check": [m.hint for m in MESSAGES.values()],
    "errors of files": [m.message for m in FILE_MESSAGES.values()],
    "hints of files": [m.hint for m in FILE_MESSAGES.values()],
    "scripts": list(of_scripts()),
    "templates": list(of_templates()),
}


@pytest.mark.parametrize("of", WORDS)
def test_words_of_the_interface_can_be_read_at_ten(of: str) -> None:
    texts = [filled(words) for words in WORDS[of] if words.strip()]
    assert len(texts) > 50
    found = readability.measure(p for text in texts for p in passages.passages(text))
    assert found.age <= OLDEST, f"{of}: {found.age:.1f}"


def test_each_error_says_what_to_do() -> None:
    checked = MESSAGES | FILE_MESSAGES
    assert [key for key, message in checked.items() if not message.hint.strip()] == []
    tells = re.compile(
        r"(?:^|[:.,] )(?:then )?(?:Add|Answer|Ask|Choose|Enter|Fill|Give|Look|Read|Say|Take|Tick"
        r"|Use|Write)\b|must ",
        re.IGNORECASE,
    )
    assert [key for key, words in FORM_MESSAGES.items() if not tells.search(words)] == []
