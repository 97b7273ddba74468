"""Law and standards: a line stands in one place, guides show it by nation, and a reader chooses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from practice import handouts
from practice.cache import Cache
from practice.checking import expiry, reader, references
from practice.checking.locations import Locator
from practice.handouts import handout
from practice.handouts.imprint import SessionContext
from practice.library.library import Library, build
from practice.pages import laws
from practice.reading.folder import Reading
from practice.rendering.renderer import Renderer
from practice.rendering.settings import Settings

SMALL = Path(__file__).parent / "data" / "small"
LINE = """
- id: {id}
  name: {name}
  part: section 1
  nations: [{nations}]
  force: {force}
  text: Whoever keeps a harbour must have regard to the boats.
  sources: [tide-tables]
  read: {read}
  guides: [engagement]
"""


def files(tmp_path: Path, *lines: dict[str, str]) -> Reading:
    """All that is known of the small library with these lines of law."""
    data = tmp_path / "data"
    data.mkdir()
    for path in (SMALL / "data").iterdir():
        (data / path.name).symlink_to(path) if path.is_dir() else None
        if path.is_file() and path.name != "laws.yml":
            (data / path.name).write_bytes(path.read_bytes())
    usual = {"name": "Harbour Act", "nations": "scotland", "force": "act", "read": "full"}
    (data / "laws.yml").write_text("".join(LINE.format(**{**usual, **line}) for line in lines))
    return reader.read_folder(str(data), str(SMALL / "docs"), Cache(None))


def read(tmp_path: Path, *lines: dict[str, str]) -> tuple[Library | None, list[str]]:
    """The small library with these lines of law, or what is wrong with them."""
    found = files(tmp_path, *lines)
    problems = [f"{p.message}: {p.hint}" for p in found.problems if "laws.yml" in p.path]
    return build(found.things, found.pages, found.digests), problems


def test_a_session_names_its_lines_by_nation_and_each_line_its_sessions() -> None:
    found = reader.read_folder(str(SMALL / "data"), str(SMALL / "docs"), Cache(None))
    library = build(found.things, found.pages, found.digests)
    session = library.all("session")["first-watch"]
    named = {g.id: [line.title for line in g.lines] for g in laws.of_session(library, session)}
    assert named == dict.fromkeys(("scotland", "wales"), ["Harbour Act 2020, section 2"])
    for nation in named:
        (group,) = laws.of_nation(library, nation).groups
        assert [link.title for entry in group.entries for link in entry.sessions] == [session.title]
    site = handouts.Imprint("A library", "https://library.example.org/", "Text under CC BY 4.0.")
    notes = repr(handout.trainers(SessionContext(session, library, site)))
    assert "Harbour Act 2020, section 2 (Scotland, Wales)" in notes


def groups(library: Library) -> dict[str, list[str]]:
    """The titles that a guide shows, by nation."""
    return {
        group.id: [line.title for line in group.lines]
        for group in laws.of_guide(library, "engagement")
    }


def page_of(library: Library) -> lxml.html.HtmlElement:
    """What the page of a nation lists."""
    settings = Settings("A", "https://a.example/", "https://b.example", "2026-11-27")
    listed = vars(laws.of_nation(library, "scotland"))
    html = Renderer(settings, {}, b"").render("law-nation.html", "", **listed)
    return lxml.html.fragment_fromstring(html, create_parent="div")


def test_a_guide_shows_every_nation_even_one_without_a_line(tmp_path):
    library, _ = read(tmp_path, {"id": "berths"})
    assert groups(library) == {
        "scotland": ["Harbour Act, section 1"],
        "england": [],
        "wales": [],
        "northern-ireland": [],
    }


def test_a_law_of_two_nations_is_shown_in_both_after_what_is_their_own(tmp_path):
    library, _ = read(
        tmp_path,
        {"id": "shared", "name": "Shared Act", "nations": "england, wales"},
        {"id": "own", "name": "Welsh Act", "nations": "wales"},
    )
    shown = groups(library)
    assert shown["england"] == ["Shared Act, section 1"]
    assert shown["wales"] == ["Welsh Act, section 1", "Shared Act, section 1"]
    assert library.address("law", "shared") == "law/england/#shared"
    (welsh, both) = laws.of_nation(library, "wales").groups
    assert (welsh.also, both.also) == ("", "England")
    assert laws.of_nation(library, "scotland").groups == ()


def test_what_holds_everywhere_is_a_group_of_its_own(tmp_path):
    library, _ = read(tmp_path, {"id": "all", "nations": "united-kingdom"})
    assert groups(library)["united-kingdom"] == ["Harbour Act, section 1"]
    assert groups(library)["scotland"] == []


@pytest.mark.parametrize(
    ("force", "says"), [("act", ""), ("standards", "Standards, not law."), ("code", "A code")]
)
def test_what_is_not_law_says_so(tmp_path, force, says):
    library, _ = read(tmp_path, {"id": "berths", "force": force})
    words = page_of(library).xpath("//li/p[1]")[0].text_content().partition("the boats.")[2]
    assert says in words and bool(says) is bool(words.strip())


def test_how_a_line_was_read_is_told_with_its_days(tmp_path):
    days = "full\n  checked: 2026-11-27\n  copy_of: 2015-04-01"
    library, _ = read(tmp_path, {"id": "one", "read": "secondary"}, {"id": "two", "read": days})
    one, two = (p.text_content().strip() for p in page_of(library).xpath("//li/p[2]"))
    assert one.startswith("Read in another text about it.*")
    assert two.startswith(
        "Read in full, as it stood on 1 April 2015; we looked on 27 November 2026."
    )


def test_a_page_says_once_what_marks_the_lines_without_a_day(tmp_path):
    day = {"read": "full\n  checked: 2026-11-27"}
    library, _ = read(tmp_path, {"id": "berths"}, {"id": "tides"}, {"id": "quays", **day})
    page = page_of(library)
    assert page.text_content().count("An asterisk (*) means") == 1
    assert page.xpath("//li[contains(., '*')]/@id") == ["berths", "tides"]


def test_a_nation_is_named_once(tmp_path):
    reading = files(tmp_path, {"id": "berths", "nations": "wales, england, wales"})
    told = references.problems(reading, Locator(reading))
    (found,) = [problem for problem in told if problem.path.endswith("laws.yml")]
    assert (found.rule, found.line, found.column) == ("named-twice", 5, 29)
    assert found.message == "nations names 'wales' twice"


@pytest.mark.parametrize("field", ["checked", "copy_of"])
def test_no_line_was_read_on_a_day_to_come(tmp_path, field):
    reading = files(tmp_path, {"id": "berths", "read": f"full\n  {field}: 2062-11-25"})
    (found,) = expiry.future_days(reading, "2026-11-27")
    assert (found.rule, found.line, found.message) == (
        "day-in-the-future",
        10,
        "2062-11-25 has not come yet",
    )
    assert f"`{field}`" in found.hint
    assert expiry.future_days(reading, "2062-01-01") == []


def test_a_nation_without_law_of_its_own_is_a_problem(tmp_path):
    _, problems = read(tmp_path, {"id": "berths", "nations": "belgium"})
    assert any("'belgium' is not one of the choices" in problem for problem in problems)


def test_the_sources_of_its_law_are_sources_of_a_guide(tmp_path):
    library, _ = read(tmp_path, {"id": "one"}, {"id": "two"})
    assert laws.sources_of_guide(library, "engagement") == ("tide-tables",)
    assert laws.sources_of_guide(library, "risk") == ()


# ---------- the choice of a nation, in a browser

GUIDE = "guides/risk/"


@pytest.fixture
def guide(page: Any, server: str) -> Any:
    page.goto(f"{server}/{GUIDE}")
    return page


@pytest.fixture
def bare(browser: Any) -> Iterator[Any]:
    """A page without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def shown(page: Any) -> list[str]:
    """The nations whose law can be seen."""
    found = page.locator("[data-practice-nation]").all()
    return [group.get_attribute("data-practice-nation") for group in found if group.is_visible()]


def groups_of(page: Any) -> list[str]:
    """The nations that the page has a group for."""
    every = page.locator("[data-practice-nation]").all()
    return [group.get_attribute("data-practice-nation") for group in every]


def test_a_first_visit_shows_what_holds_everywhere_and_asks_for_a_nation(guide):
    assert shown(guide) == [one for one in groups_of(guide) if one == "united-kingdom"]
    assert guide.locator("[name=nation]:checked").count() == 0
    assert guide.get_by_role("group", name="Every guide remembers it.").is_visible()
    guide.get_by_role("radio", name="All nations").check()
    assert {"scotland", "england", "wales", "northern-ireland"} <= set(shown(guide))


def test_paper_has_every_nation_where_none_was_chosen(guide):
    guide.emulate_media(media="print")
    assert {"scotland", "england", "wales", "northern-ireland"} <= set(shown(guide))


def test_a_chosen_nation_is_remembered_on_another_page(guide, server):
    guide.get_by_role("radio", name="Wales").check()
    assert set(shown(guide)) <= {"wales", "united-kingdom"}
    guide.goto(f"{server}/guides/recording/")
    assert "wales" in shown(guide) and "scotland" not in shown(guide)
    guide.get_by_role("radio", name="All nations").check()
    guide.reload()
    assert "scotland" in shown(guide)


def test_the_choice_is_made_by_keyboard_in_a_group_with_a_name(guide):
    group = guide.get_by_role("group", name="Show the law of")
    group.get_by_role("radio", name="Scotland").focus()
    guide.keyboard.press("Space")
    assert "scotland" in shown(guide) and "wales" not in shown(guide)
    guide.keyboard.press("ArrowDown")
    assert "scotland" not in shown(guide) and len({*shown(guide)} - {"united-kingdom"}) == 1


def test_a_link_to_a_nation_that_is_not_shown_brings_it_back(guide, server):
    guide.get_by_role("radio", name="Wales").check()
    guide.goto(f"{server}/{GUIDE}#law-england")
    guide.reload()
    assert "england" in shown(guide)


def test_what_is_chosen_is_what_is_shown_after_going_back(guide, server):
    guide.get_by_role("radio", name="Scotland").check()
    guide.goto(f"{server}/guides/recording/")
    guide.get_by_role("radio", name="England").check()
    guide.go_back()
    assert guide.get_by_role("radio", name="England").is_checked()
    assert "england" in shown(guide) and "scotland" not in shown(guide)


def test_a_choice_holds_where_the_address_named_another_nation(page, server):
    page.goto(f"{server}/{GUIDE}#law-england")
    page.get_by_role("radio", name="Scotland").check()
    page.reload()
    assert "scotland" in shown(page) and "england" not in shown(page)
    page.evaluate("location.hash = 'law-england'")
    page.wait_for_function("() => document.getElementById('law-england').offsetHeight")


def test_the_chosen_nation_stands_first_below_the_choice(guide):
    guide.get_by_role("radio", name="Wales").check()
    assert shown(guide)[0] == "wales"


def test_a_link_to_a_nation_opens_it_on_a_first_visit(page, server):
    page.goto(f"{server}/{GUIDE}#law-england")
    page.wait_for_function("() => document.getElementById('law-england').offsetHeight")
    assert set(shown(page)) <= {"england", "united-kingdom"}
    page.emulate_media(media="print")
    assert shown(page) == groups_of(page)


@pytest.mark.parametrize("place", ["#%", "#%E0%A4%A", "#%FF"])
def test_a_place_that_is_no_address_leaves_the_page_whole(page, server, place):
    page.goto(f"{server}/{GUIDE}{place}")
    assert not page.locator("html.practice-broken").count()
    page.get_by_role("radio", name="Wales").check()
    page.evaluate("location.hash = 'law-england'")
    page.wait_for_function("() => document.getElementById('law-england').offsetHeight")


def test_where_nothing_can_be_kept_the_choice_holds_for_the_page(page, server):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off'); }})"
    )
    page.goto(f"{server}/{GUIDE}")
    page.get_by_role("radio", name="England").check()
    assert set(shown(page)) <= {"england", "united-kingdom"}


def test_without_script_every_nation_stands_on_the_page(bare, server):
    bare.goto(f"{server}/{GUIDE}")
    assert {"scotland", "england", "wales", "northern-ireland"} <= set(shown(bare))
    assert bare.get_by_role("radio", name="All nations").count() == 0


def test_paper_has_what_was_chosen_and_no_switch(guide):
    guide.get_by_role("radio", name="England").check()
    guide.emulate_media(media="print")
    assert set(shown(guide)) <= {"england", "united-kingdom"}
    assert not guide.get_by_role("radio", name="Wales").is_visible()
    said = guide.locator(".practice-narrowed")
    assert "only England is printed here" in said.inner_text()
    guide.emulate_media(media="screen")
    assert not said.is_visible()
    guide.get_by_role("radio", name="All nations").check()
    guide.emulate_media(media="print")
    assert not said.inner_text()


def test_a_page_that_the_browser_kept_whole_shows_the_choice_of_another(guide):
    guide.get_by_role("radio", name="Scotland").check()
    guide.evaluate(
        """() => {
          localStorage.setItem("practice-nation", "wales");
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    assert "wales" in shown(guide) and "scotland" not in shown(guide)


def test_going_back_leaves_what_a_link_opened(page, server):
    page.goto(f"{server}/{GUIDE}#law-wales")
    page.wait_for_function("() => document.getElementById('law-wales').offsetHeight")
    before = shown(page)
    page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))')
    assert shown(page) == before and "wales" in before
