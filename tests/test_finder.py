"""The finder in a real browser: by words, by choices, from a disk, without scripts; and the
examples that a reader keeps.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.examples import EXAMPLE, OTHER, TITLE

from practice.cache import Cache
from practice.checking import reader
from practice.kinds import KINDS
from practice.library.facets import BY_FACET, FACETS, SORTS, ids, matching
from practice.library.library import Library, build
from practice.model import Example
from practice.rendering.labels import LEGENDS, NATION_TITLES
from practice.rendering.svg import swatch

pytestmark = pytest.mark.xdist_group("finder")

COUNT, FOUND, TITLES = "#finder-count", "#finder-found", "#finder-found [data-number] h3 a"
EXAMPLES = ":is([data-kind=example], [data-kind=less])"
DONE = (
    "() => document.querySelector('#finder-found h2') &&"
    " !/^Searching/.test(document.getElementById('finder-count').textContent)"
)
COMPLETE = "() => document.getElementById('finder-found').dataset.complete === 'yes'"


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of the project's own data."""
    reading = reader.read_folder(str(ROOT / "examples_data"), str(ROOT / "docs"), Cache(None))
    return build(reading.things, reading.pages, reading.digests)


@pytest.fixture
def finder(page: Any, server: str) -> Any:
    """Goes to the finder with what is asked, and waits for the answer."""

    def ask(*asked: tuple[str, str]) -> Any:
        page.goto(f"{server}/examples/?{urlencode(asked)}")
        page.wait_for_function(DONE)
        return page

    return ask


@pytest.fixture
def still(browser: Any) -> Iterator[Any]:
    """A page without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def settled(page: Any) -> Any:
    """The page, once everything that was asked for has come."""
    page.wait_for_function(COMPLETE)
    return page


def listed(page: Any, selector: str = TITLES) -> list[str]:
    """The ids of the examples in a list, in order."""
    return page.eval_on_selector_all(
        selector,
        "all => all.map(a => a.href.replace(/(index\\.html)?$/, '').split('/').slice(-2)[0])",
    )


def counted(page: Any, facet: str) -> dict[str, int]:
    """The number beside each choice of a facet."""
    part = f"[data-facet={facet}]"
    if page.get_attribute(part, "open") is None:
        page.click(f"{part} > summary")
    page.wait_for_function(
        "part => { const n = document.querySelector(part + ' label .n'); return n &&"
        " n.textContent; }",
        arg=part,
    )
    numbers = page.eval_on_selector_all(
        f"{part} label:not(.practice-all)",
        "all => all.map(l => [l.querySelector('input').value,"
        " Number(l.querySelector('.n').textContent)])",
    )
    return dict(numbers)


def chosen(
    library: Library, wanted: dict[str, tuple[str, ...]], all_of: tuple[str, ...] = ()
) -> list[Example]:
    """The examples that fit, found in the plainest way."""

    def fits(example: Example, name: str, some: tuple[str, ...]) -> bool:
        have = set(BY_FACET[name].values(example))
        return have.issuperset(some) if name in all_of else bool(have & set(some))

    return [
        e
        for e in library.all("example").values()
        if all(fits(e, name, some) for name, some in wanted.items())
    ]


# ---------- by words


def test_a_question_finds_examples_guides_and_prompts_each_with_its_passage(finder):
    page = settled(finder(("q", "fear of risk")))
    kinds = page.eval_on_selector_all(
        f"{FOUND} section[data-kind]", "all => all.map(s => s.dataset.kind)"
    )
    assert kinds[:3] == ["example", "less", "guide"] and "card" in kinds
    assert page.locator(f"{FOUND} [data-kind=example] li").first.locator("mark").count() > 0
    guide = page.locator(f"{FOUND} [data-kind=guide] h3 a").first
    assert "#" in guide.get_attribute("href")
    with page.expect_navigation():
        guide.click()
    assert page.locator(f"[id='{page.url.split('#')[1]}']").count() == 1


def test_what_is_made_for_the_question_is_named_above_the_examples(finder, library, site):
    sheet = next(page for page in library.pages.values() if page.asks)
    ask = ("q", max(sheet.asks[0].asks, key=len))
    links = "#finder-found > .practice-also a"
    page = settled(finder(ask))
    assert listed(page)
    named = page.eval_on_selector_all(links, "all => all.map(a => a.pathname.slice(1))")
    assert sheet.address in named and len(named) <= 2
    assert page.locator(".practice-also ~ section[data-kind=example]").count() == 1
    titles = page.locator(links).all_inner_texts()
    page.goto(f"{(site / 'examples' / 'index.html').as_uri()}?{urlencode([ask])}")
    settled(page)
    assert page.locator(links).all_inner_texts() == titles


def test_what_is_called_by_the_words_of_the_question_is_named_above_the_examples(finder, library):
    id = next(id for id, term in library.all("term").items() if len(term.title.split()) == 2)
    page = settled(finder(("q", f"what is a {library.all('term')[id].title}?")))
    first = page.locator("#finder-found > .practice-also a").first
    assert first.get_attribute("href").endswith(library.address("term", id))


@pytest.mark.parametrize("width", [375, 1280])
def test_who_asks_what_one_word_means_is_led_to_where_it_is_explained(finder, library, width):
    term = next(t for t in library.all("term").values() if t.title.isalpha())
    word = term.title.lower()
    for asked in (f"what is {word}", f"What does {word} mean?", f"define {word}"):
        page = finder(("q", asked))
        page.set_viewport_size({"width": width, "height": 900})
        page.reload()
        above = settled(page).locator("#finder-found > .practice-also:has(~ section) a")
        assert library.address("term", term.id) in above.first.get_attribute("href"), asked
    page = settled(finder(("q", "what is kindness")))
    assert page.locator(".practice-also, .practice-also-room").count() == 0
    page = settled(finder(("q", term.title.lower())))
    assert page.locator(".practice-also").count() == 0


def test_who_asks_what_a_short_name_means_is_led_to_its_term(finder, library):
    short, term = next(
        (also, term)
        for term in library.all("term").values()
        for also in term.also
        if also.isupper() and also.isalpha() and also.lower() not in term.title.lower()
    )
    above = settled(finder(("q", f"what is {short}"))).locator(
        "#finder-found > .practice-also:has(~ section) a"
    )
    assert library.address("term", term.id) in above.first.get_attribute("href")
    found = settled(finder(("q", short))).locator(f"{FOUND} [data-kind=term] li").first
    assert found.locator("h3").inner_text() == term.title
    assert "You might type: " + short in found.inner_text()


def test_a_term_is_named_where_no_example_is_found(finder, library):
    short = [(also, t) for t in library.all("term").values() for also in t.also if " " not in also]
    for also, term in short:
        page = settled(finder(("q", f"what is {also}")))
        if page.locator(TITLES).count() == 0:
            first = page.locator("#finder-found > :first-child a").first
            assert library.address("term", term.id) in first.get_attribute("href")
            return
    pytest.skip("every short name has an example")


def test_the_term_of_a_name_comes_before_longer_titles_with_its_words(finder, library):
    terms = library.all("term").values()
    two = [(also, t) for t in terms for also in t.also if len(also.split()) == 2]
    titles = [thing.title for kind in ("law", "term") for thing in library.all(kind).values()]
    also, term = max(two, key=lambda one: sum(one[0].lower() in t.lower() for t in titles))
    first = settled(finder(("q", f"what is {also}"))).locator(".practice-also a").first
    assert library.address("term", term.id) in first.get_attribute("href")


@pytest.mark.parametrize("kind", ["law", "scenario", "conversation", "record"])
def test_law_is_named_with_its_nations_and_what_is_made_up_as_such(finder, library, kind):
    """The question is a title, so that the line above the examples names what has it."""
    for id, thing in library.all(kind).items():
        page = settled(finder(("q", thing.title)))
        named = page.locator(f"#finder-found .practice-also a[href$='{library.address(kind, id)}']")
        if named.count():
            break
    words = named.inner_text()
    told = [NATION_TITLES[one] for one in thing.nations] if kind == "law" else ["(made up)"]
    assert all(one in words for one in told), words


def test_law_and_the_supervision_kit_stand_under_names_of_their_own(finder, library):
    law = next(iter(library.all("law")))
    sheet = next(page for page in library.pages.values() if page.address.startswith("supervise/"))
    for kind, title, address in (
        ("law", library.all("law")[law].title, library.address("law", law)),
        ("kit", sheet.title, sheet.address),
    ):
        links = settled(finder(("q", title))).locator(f"{FOUND} [data-kind={kind}] h3 a")
        assert links.first.get_attribute("href").endswith(address)


def test_the_count_leads_to_the_results_that_are_no_examples(finder):
    page = settled(finder(("q", "supervision")))
    more = page.locator(f"{FOUND} [data-kind=less] .practice-button")
    more.click()
    settled(page)
    rows = page.locator(f"{FOUND} li[data-number]").count()
    page.locator(f"{COUNT} a").click()
    heading = page.locator(f"{FOUND} section:not({EXAMPLES}) h2").first
    assert page.url.endswith(f"#{heading.get_attribute('id')}")
    assert page.evaluate("document.activeElement.id") == heading.get_attribute("id")
    assert page.locator(f"{FOUND} li[data-number]").count() == rows
    assert page.locator(f"{COUNT} a").count() == 1
    assert -1 < heading.bounding_box()["y"] < page.viewport_size["height"]
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    settled(page)
    assert -1 < heading.bounding_box()["y"] < page.viewport_size["height"]


def test_nothing_is_named_above_for_one_word_of_many(finder, library):
    term = min(library.all("term").values(), key=lambda term: len(term.title.split()))
    page = settled(finder(("q", f"{term.title.split()[0]} person")))
    assert term.title not in page.locator(".practice-also a").all_inner_texts()


@pytest.mark.parametrize(
    "asked",
    [
        *("She says she wants to die", "suicidal thoughts", "he hits me", "I think he’s abused"),
        *("self-harm", "her son takes her money", "feart of his daughter", "killed himself"),
        *("end it all", "better off dead", "they are stealing from her", "bruises on her arm"),
        *("took her own life", "doesn't want to live any more", "slapping him", "hits our mum"),
        *("staff hit residents", "mum gets battered", "he threatened to kill her"),
        *("stole her money", "she doesn't feel safe at home", "she has gone missing"),
        *("she doesnt want to live", "client wants to  die", "suiside", "took too many tablets"),
        *("stealing money from her", "resident hit another resident", "my mum is missing"),
        *("her husband has hit her face", "threatened with a knife", "self–harming"),
        *("hit by a resident", "resident attacked a member of staff", "he says he will kill me"),
        *("someone pushed her down the stairs", "locked in her room all day", "she is not safe"),
        *("he took all his tablets", "mum is not being fed", "carer took £200 from her purse"),
        *("carers shouting at residents", "can't find my mum", "left in a wet bed all night"),
        *("she has gone missing from home", "being beaten by a man", "cutting herself a lot"),
        *("My mum is not safe.", "she doesn`t want to live", "violence", "he was stabbed"),
        *("child at risk", "he touched me", "bed sores not treated", "wrong tablets given"),
        *("I saw a colleague hurt someone", "money has gone missing", "she is unconscious"),
    ],
)
def test_what_to_do_about_harm_comes_before_any_result(finder, asked):
    page = finder(("q", asked))
    box = page.get_by_role("alert")
    assert "call 999" in box.inner_text() and "at once" in box.inner_text()
    assert box.bounding_box()["y"] < page.locator(COUNT).bounding_box()["y"]


@pytest.mark.parametrize(
    "asked",
    [
        *("wants to die at home", "end of life", "hitting targets", "risk", "grapes"),
        *("he hit his head in a fall", "hurt her hip in a fall", "cuts hit their service"),
        *("where people want to die well", "in danger of losing my job", "paperwork gone missing"),
        *("abuse of power", "taking his money to the bank", "scared of her son falling"),
        *("does not want to live in a home", "killing themselves to get paperwork done"),
        *("she is missing her mum", "taking her life story", "she keeps missing appointments"),
        *("take his life history", "too many tablets to swallow", "eating with a knife and fork"),
        *("residents missing activities", "cut herself shaving", "does not want to live alone"),
        *("the team has gone off the boil", "not safe to go back to old forms", "hit by cuts"),
        *("gone off his food", "not fed back to staff", "push him to do more", "a bit staff led"),
        *("children at risk of missing school", "unconscious bias", "she touched his heart"),
    ],
)
def test_nothing_is_said_of_harm_where_nobody_speaks_of_it(page, server, asked):
    page.goto(f"{server}/examples/?{urlencode([('q', asked)])}")
    page.wait_for_function("() => document.documentElement.matches('.practice-asked')")
    assert not page.locator("#finder-harm").is_visible()


def test_a_misspelt_word_of_harm_is_one_too(finder):
    page = finder(("q", "gardenn"))
    assert not page.locator("#finder-harm").is_visible()
    page.evaluate("""() => {
        const search = practiceFinding.search;
        practiceFinding.search = () =>
            search("garden").then((r) => ({ ...r, question: "suicide" }));
    }""")
    page.get_by_role("searchbox").fill("sucide")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()


def test_what_only_means_the_same_is_said_to_be_near(finder):
    page = finder(("q", "gardenn"))
    answer = """own => {
        const search = practiceFinding.search;
        practiceFinding.search = (q) => search("garden").then((r) => ({
            ...r,
            corrections: [],
            units: r.units.map((u) => ({
                ...u, list: u.list.map((l) => ({ ...l, own })),
            })),
        }));
    }"""
    for own, count in ((False, 1), (True, 0)):
        page.evaluate(answer, own)
        page.get_by_role("searchbox").fill(f"verge {own}")
        page.keyboard.press("Enter")
        settled(page)
        assert page.get_by_text("No example has the word").count() == count


def test_only_a_question_is_said_to_be_asked(finder, library):
    asks = [ask for e in library.all("example").values() for ask in e.asks]
    for ask, lead in (
        (max((a for a in asks if a.endswith("?")), key=len), "You might ask: "),
        (max((a for a in asks if not a.endswith("?")), key=len), "You might type: "),
    ):
        why = settled(finder(("q", ask))).locator(f"{FOUND} .practice-why").first
        assert why.inner_text().startswith(lead)


def test_a_sentence_that_is_named_above_has_no_stop_too_many(finder, library):
    points = library.all("key-point").values()
    point = next(point for point in points if point.asks and point.text.endswith("."))
    also = settled(finder(("q", max(point.asks, key=len)))).locator(".practice-also")
    assert point.text.removesuffix(".") in also.inner_text()
    assert not re.search(r"[.?!][.;]", also.inner_text())


@pytest.mark.parametrize("asked", ["risk", "risk zeppelin parachute"])
def test_nothing_is_named_above_that_only_has_a_word_of_the_question(finder, asked):
    assert settled(finder(("q", asked))).locator(".practice-also").count() == 0


def test_each_thing_that_is_found_stands_under_its_kind(finder):
    page = settled(finder(("q", "risk")))
    found = page.eval_on_selector_all(
        f"{FOUND} section[data-kind] h3 a",
        "all => all.map(a => [a.closest('section').dataset.kind, a.href.split(a.origin + '/')[1]])",
    )
    homes = {name: kind.list_address for name, kind in KINDS.items() if kind.file}
    assert len({kind for kind, _ in found} & homes.keys()) > 3
    assert [(k, a) for k, a in found if k in homes and not a.startswith(homes[k])] == []


def test_words_that_mean_the_same_find_the_same(finder):
    for asked, meant in (("caregivers", "carers"), ("reassessment", "review")):
        assert set(listed(finder(("q", asked)))) & set(listed(finder(("q", meant)))), asked


def test_forms_of_a_word_find_the_same(finder):
    assert set(listed(finder(("q", "supervised")))) & set(listed(finder(("q", "supervisions"))))


def test_a_word_that_stands_nowhere_is_looked_for_as_the_nearest_one(finder):
    page = settled(finder(("q", "supervison")))
    words = page.inner_text(".practice-meant")
    assert words == "Looked for supervision. Nothing here has “supervison”."
    assert listed(page)
    assert page.locator(COUNT).text_content().endswith(f" {words}")


def test_a_few_words_of_many_are_said_to_be_few_with_themes_near_to_them(finder):
    page = settled(finder(("q", "xylophone quizzical zebra supervision marmalade")))
    assert (
        page.inner_text(".practice-little") == "No example is quite about this. These come nearest."
    )
    assert page.locator(".practice-offer a").count()


def test_a_result_shows_the_question_or_the_passage_that_matched(finder):
    page = settled(finder(("q", "staff burnt out")))
    first = page.locator(f"{FOUND} [data-kind=example] li").first
    assert first.locator("mark").count()


def test_words_in_a_row_are_marked_as_one(finder):
    page = settled(finder(("q", "home care")))
    assert page.locator(f"{FOUND} mark", has_text=re.compile("home care", re.IGNORECASE)).count()
    apart = "all => all.filter(mark => mark.previousSibling.data === ' ').length"
    assert page.eval_on_selector_all(f"{FOUND} mark + mark", apart) == 0


@pytest.mark.parametrize(
    "asked",
    ["Carers", "carers ", " CARERS", "carers", "Unpaid carers", "unpaid-carers", "unpaid_carers"],
)
def test_an_address_may_be_written_as_people_write_it(page, server, asked):
    page.goto(f"{server}/examples/?{urlencode({'setting': asked})}")
    settled(page)
    assert listed(page)
    assert "Unpaid carers" in page.inner_text(".practice-chosen")


def test_an_address_may_have_another_name_of_a_choice(finder, library):
    for id, role in library.all("role").items():
        for name in role.also[:1]:
            page = finder(("role", name.upper()))
            assert role.title in settled(page).inner_text(".practice-chosen"), id


def test_of_all_that_have_a_word_those_that_fit_best_are_counted(finder):
    count = re.compile(r"(\d+) examples? fits? best, of (\d+) found\. Also ")
    best, every = count.match(settled(finder(("q", "supervision"))).inner_text(COUNT)).groups()
    assert 0 < int(best) < int(every)
    for choice in (("sort", "newest"), ("nation", "scotland")):
        page = settled(finder(("q", "supervision"), choice))
        assert not page.locator("[data-kind=less]").count()
        assert re.fullmatch(r"\d+ examples?(\. Also .+)?", page.inner_text(COUNT))


def test_the_list_says_where_examples_begin_that_fit_less(finder):
    page = settled(finder(("q", "supervision")))
    best, every = map(int, re.findall("[0-9]+", page.inner_text(COUNT))[:2])
    fits = page.locator("[data-kind=example] h2").inner_text()
    assert fits == f"Examples that fit best ({best})"
    less = page.locator("[data-kind=example] + [data-kind=less]")
    assert less.locator("h2").inner_text() == f"Examples that fit less ({every - best})"
    page.get_by_role("button", name="Show more examples that fit less").click()
    settled(page)
    assert page.evaluate("document.activeElement.closest('section').dataset.kind") == "less"
    while (more := page.locator(f"{EXAMPLES} button:has-text('Show more')")).count():
        more.first.click()
        settled(page)
    assert len(listed(page)) == len(set(listed(page))) == every


def test_a_place_that_the_library_knows_is_not_put_right(finder, library):
    places = {e.place: e.id for e in library.all("example").values() if (e.place or "").isalpha()}
    place, id = min(places.items())
    page = settled(finder(("q", place)))
    assert id in listed(page)
    assert page.locator(".practice-meant").count() == 0


def test_a_question_names_what_can_be_browsed(finder):
    page = finder(("q", "I supervise home care staff"))
    offered = page.eval_on_selector_all(".practice-offer a", "all => all.map(a => a.search)")
    assert "?setting=home-care" in offered


def test_what_is_being_read_is_not_pushed_away_by_what_comes_later(page, server):
    later: list[Any] = []
    page.route("**/find/facets.js", lambda route: later.append(route))
    with page.expect_request("**/find/facets.js"):
        page.goto(f"{server}/examples/?q=supervision", wait_until="domcontentloaded")
    page.wait_for_selector(TITLES)
    place = page.locator(TITLES).first.bounding_box()
    assert later and page.locator(".practice-offer").count() == 0
    later[0].continue_()
    assert settled(page).locator(f"{FOUND} .practice-offer a").count()
    assert page.locator(TITLES).first.bounding_box() == place


@pytest.mark.parametrize("width", [375, 1280])
def test_the_first_result_waits_for_nothing_but_examples_and_stays(page, server, width):
    later: list[Any] = []
    held = [True]
    page.route("**/find/other/*", lambda route: later.append(route) if held else route.continue_())
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{server}/examples/?q=fear+of+risk", wait_until="domcontentloaded")
    page.wait_for_selector(TITLES)
    place = page.locator(TITLES).first.bounding_box()
    assert page.locator(".practice-also").count() == 0
    held.clear()
    for route in later:
        route.continue_()
    settled(page)
    assert page.locator(TITLES).first.bounding_box() == place


def test_what_answers_a_question_is_asked_for_before_the_style_sheet_has_come(page, server):
    held: list[Any] = []
    page.route("**/assets/practice.css", lambda route: held.append(route))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/find/index.js"):
        page.goto(f"{server}/examples/?q=supervision", wait_until="commit")
    held[0].continue_()
    settled(page)
    early, run = (
        set(page.eval_on_selector_all(selector, "all => all.map(a => a.href || a.src)"))
        for selector in ("link[rel=preload][as=script]", "script[src]")
    )
    assert early and early <= run
    assert [url for url, times in Counter(asked).items() if times > 1] == []


SHIFTS = """() => {
    window.shifted = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
            shifted.push([value, sources.map(({ node }) => node && node.outerHTML.slice(0, 60))]);
    }).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.mark.parametrize(
    "asked", ["q=fear+of+risk", "q=risk+supervison", "nation=scotland", "q=risk&sort=newest"]
)
def test_on_a_phone_the_first_result_is_in_sight_and_nothing_moves(page, server, asked):
    page.set_viewport_size({"width": 375, "height": 667})
    page.add_init_script(f"({SHIFTS})()")
    page.goto(f"{server}/examples/?{asked}")
    first = settled(page).locator(TITLES).first.bounding_box()
    assert first["y"] + first["height"] < 667
    assert page.evaluate("document.documentElement.scrollHeight") > 667
    assert [shift for shift in page.evaluate("shifted") if shift[0] > 0.01] == []


def test_nothing_found_says_so_and_leads_on(finder, server):
    page = finder(("q", "xylophone"))
    assert page.inner_text("#found-nothing") == "Nothing found"
    links = page.eval_on_selector_all(
        ".practice-unknown a", "all => all.map(a => a.getAttribute('href'))"
    )
    assert f"{server}/coverage/" in links and f"{server}/contribute/" in links


def test_what_is_like_nothing_is_offered_the_themes_with_most_examples(finder, library):
    page = settled(finder(("q", "xylophone")))
    themes = Counter(
        theme for example in library.all("example").values() for theme in example.themes
    )
    most = sorted(library.all("theme"), key=lambda id: -themes[id])[:6]
    assert page.inner_text(".practice-unknown .practice-offer p") == "Themes with most examples"
    assert page.eval_on_selector_all(
        ".practice-unknown .practice-offer a", "all => all.map(a => a.search)"
    ) == [f"?theme={id}" for id in most]


@pytest.mark.parametrize("asked", ["Gàidhlig", "qwertyuiop"])
def test_words_that_are_like_no_choice_are_not_said_to_be_near_to_one(finder, asked):
    page = settled(finder(("q", asked)))
    assert page.inner_text(".practice-unknown .practice-offer p") == "Themes with most examples"


def test_one_word_that_finds_nothing_is_not_said_to_be_too_many(finder):
    assert "fewer" not in settled(finder(("q", "xylophone"))).inner_text(".practice-unknown")
    assert "fewer" in settled(finder(("q", "xylophone quizzical"))).inner_text(".practice-unknown")


def test_where_only_other_pages_are_found_a_gap_is_told_too(finder, library):
    page = settled(finder(("q", "Goodhart")))
    assert not listed(page) and page.locator(f"{FOUND} section[data-kind]").count() >= 1
    assert page.inner_text("#found-nothing") == "No example found"


def test_a_near_miss_that_finds_nothing_offers_the_nearest_theme(finder):
    page = finder(("q", "xcommissioning"))
    assert "?theme=commissioning-and-funding" in page.eval_on_selector_all(
        ".practice-offer a", "all => all.map(a => a.search)"
    )


def test_a_common_word_that_finds_nothing_is_near_to_no_theme(finder):
    page = settled(finder(("q", "continent")))
    assert "Near to your words" not in page.inner_text(FOUND)


def test_little_words_alone_are_said_to_be_little_and_the_list_waits(finder):
    page = settled(finder(("q", "how do I")))
    assert page.inner_text("#found-little") == "These are only little words"
    assert page.locator(f"{FOUND} .practice-offer a").count() == 6
    assert page.inner_text(COUNT) == "No word to look for" and not listed(page)
    page.click(f"{FOUND} button")
    page.wait_for_function("() => document.activeElement.closest('h3') !== null")
    assert listed(page)


@pytest.mark.parametrize("asked", ["?", "😀", "\u0000"])
def test_signs_alone_are_no_little_words(finder, asked):
    page = settled(finder(("q", asked)))
    assert page.inner_text("#found-little") == "There is no word in this"
    assert page.inner_text(COUNT) == "No word to look for" and not listed(page)


def test_words_are_shown_as_words(finder):
    page = settled(finder(("q", "<img src=x onerror=document.title='bad'> risk")))
    assert page.title() != "bad" and page.locator(f"{FOUND} img").count() == 0


# ---------- by choices


def test_numbers_beside_choices_are_those_of_the_data(finder, library):
    wanted = {"theme": ("risk-enablement", "meaningful-recording"), "nation": ("england",)}
    page = finder(*((name, id) for name, some in wanted.items() for id in some))
    assert set(listed(page)) <= {e.id for e in chosen(library, wanted)}
    assert page.inner_text(COUNT).startswith(str(len(chosen(library, wanted))))
    for facet in FACETS:
        told = Counter(
            id
            for e in chosen(library, {n: s for n, s in wanted.items() if n != facet.name})
            for id in set(facet.values(e))
        )
        assert counted(page, facet.name) == {id: told[id] for id in ids(library, facet)}, facet.name


def choices(library: Library) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    """Some choices in up to three facets."""
    some = {
        f.name: (
            st.lists(st.sampled_from(ids(library, f)), min_size=1, max_size=3, unique=True).map(
                tuple
            )
        )
        for f in FACETS
    }
    return st.lists(st.sampled_from([f.name for f in FACETS]), max_size=3, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: some[name] for name in names})
    )


def test_numbers_are_right_for_any_choices(finder, library):
    page = finder(("theme", "risk-enablement"))
    page.evaluate(
        "async () => { window.narrowed = window.practiceFinder.facets(await"
        " window.practiceFinding.file('facets')); }"
    )
    examples = sorted(library.all("example").values(), key=lambda e: (e.added, e.id))

    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(wanted=choices(library), data=st.data())
    def right(wanted: dict[str, tuple[str, ...]], data: st.DataObject) -> None:
        all_of = data.draw(
            st.sampled_from([(), *((name,) for name, some in wanted.items() if len(some) > 1)])
        )
        state = {"chosen": wanted, "all": list(all_of)}
        numbers, counts = page.evaluate(
            "s => [narrowed.matching(s), Object.fromEntries(narrowed.all.map(f => [f.name,"
            " narrowed.counts(f.name, s)]))]",
            state,
        )
        assert [examples[n].id for n in numbers] == [
            e.id for e in examples if e in chosen(library, wanted, all_of)
        ]
        for facet in FACETS:
            within = {n: s for n, s in wanted.items() if n != facet.name or n in all_of}
            told = Counter(
                id for e in chosen(library, within, all_of) for id in set(facet.values(e))
            )
            assert counts[facet.name] == [told[id] for id in ids(library, facet)]

    right()


def test_numbers_on_the_page_are_right_for_any_choices(finder, library):
    @settings(
        max_examples=8,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(wanted=choices(library).filter(bool))
    def right(wanted: dict[str, tuple[str, ...]]) -> None:
        page = settled(finder(*((name, id) for name, some in wanted.items() for id in some)))
        assert page.inner_text(COUNT).split()[0] == str(len(chosen(library, wanted)))
        for facet in FACETS:
            told = Counter(
                id
                for e in chosen(library, {n: s for n, s in wanted.items() if n != facet.name})
                for id in set(facet.values(e))
            )
            assert counted(page, facet.name) == {id: told[id] for id in ids(library, facet)}, (
                wanted,
                facet.name,
            )

    right()


def test_all_of_these_narrows_where_any_of_these_widens(finder, library):
    wanted = {"theme": ("risk-enablement", "safe-to-learn-culture")}
    page = finder(*(("theme", id) for id in wanted["theme"]))
    assert page.inner_text(COUNT).split()[0] == str(len(chosen(library, wanted)))
    counted(page, "setting")
    assert page.is_hidden("[data-facet=setting] .practice-all"), (
        "there is nothing to choose between"
    )
    page.check("[data-facet=theme] .practice-all input")
    page.wait_for_function(
        f"() => document.querySelector('{COUNT}').textContent.split(' ')[0] ==="
        f" '{len(chosen(library, wanted, ('theme',)))}'"
    )
    assert page.url.endswith("?theme=risk-enablement&theme=safe-to-learn-culture&all=theme")


@pytest.mark.parametrize("sort", SORTS)
def test_lists_can_be_put_in_order(finder, library, sort):
    page = settled(finder(("setting", "care-home"), ("sort", sort)))
    expected = sorted(
        matching(library.all("example").values(), {"setting": ("care-home",)}),
        key=SORTS[sort],
        reverse=True,
    )
    assert listed(page) == [e.id for e in expected][:10]


def test_where_nothing_has_all_of_it_the_reader_is_told_what_blocks(finder, library):
    wanted = {"setting": ("justice",), "nation": ("sweden",)}
    page = finder(("setting", "justice"), ("nation", "sweden"))
    assert page.inner_text("#found-nothing") == "No example has all of these"
    justice, sweden = (len(chosen(library, {n: s})) for n, s in wanted.items())
    words = page.locator(".practice-unknown li").all_inner_texts()
    assert words == [
        f"Without “Justice” there {'is 1' if sweden == 1 else f'are {sweden}'}",
        f"Without “Sweden” there {'is 1' if justice == 1 else f'are {justice}'}",
    ]
    page.click(".practice-unknown li a")
    page.wait_for_function("() => !document.querySelector('#found-nothing')")
    assert page.url.endswith("?nation=sweden")


def test_where_no_single_choice_blocks_all_of_them_can_be_taken_away(finder, library):
    wanted = {"setting": ("justice",), "nation": ("sweden",), "year": ("2008",)}
    assert not any(
        chosen(library, {n: s for n, s in wanted.items() if n != left_out}) for left_out in wanted
    )
    page = settled(finder(*((name, id) for name, (id,) in wanted.items())))
    assert page.locator(".practice-unknown li").all_inner_texts() == [
        f"Without all that you chose there are {len(library.all('example'))}"
    ]


def test_a_gap_opens_the_form_with_what_was_chosen(finder):
    page = settled(
        finder(("setting", "justice"), ("nation", "sweden"), ("theme", "risk-enablement"))
    )
    page.click("text=begin one with what you chose")
    page.wait_for_selector("#f-title")
    assert page.is_checked("#f-themes-risk-enablement") and page.is_checked("#f-settings-justice")
    assert page.input_value("#f-nation") == "sweden"


def test_words_and_choices_work_together(finder, library):
    page = settled(finder(("q", "supervision"), ("setting", "children-and-families")))
    allowed = {e.id for e in chosen(library, {"setting": ("children-and-families",)})}
    assert listed(page) and set(listed(page)) <= allowed
    numbers = counted(page, "setting")
    page.click("text=Look everywhere for these words")
    page.wait_for_function("() => document.querySelector('[data-kind=guide]')")
    assert int(page.inner_text(COUNT).split()[0]) >= numbers["children-and-families"]


# ---------- the address


def test_the_address_restores_what_was_asked(finder, browser, server):
    page = settled(
        finder(
            ("q", "risk"),
            ("theme", "risk-enablement"),
            ("setting", "adult-social-care"),
            ("sort", "newest"),
        )
    )
    assert page.input_value("#finder-q") == "risk"
    assert page.input_value("#finder-sort") == "newest"
    assert page.is_checked("input[name=theme][value=risk-enablement]")
    other = browser.new_page()
    other.goto(page.url)
    assert listed(settled(other)) == listed(page)
    other.close()


def test_back_and_forward_work(finder):
    page = finder(("theme", "risk-enablement"))
    first = page.inner_text(COUNT)
    counted(page, "nation")
    page.check("input[name=nation][value=scotland]")
    page.wait_for_function(f"() => document.querySelector('{COUNT}').textContent !== '{first}'")
    second = page.inner_text(COUNT)
    page.go_back()
    page.wait_for_function(f"() => document.querySelector('{COUNT}').textContent === '{first}'")
    assert not page.is_checked("input[name=nation][value=scotland]")
    page.go_forward()
    page.wait_for_function(f"() => document.querySelector('{COUNT}').textContent === '{second}'")
    page.go_back()
    page.click(".practice-clear a")
    page.wait_for_selector("#finder-everything", state="visible")
    assert page.url.endswith("/examples/") and page.is_hidden(FOUND)


def test_back_brings_the_words_back_too(page, server):
    page.goto(f"{server}/examples/")
    for words in ("supervision", "risk"):
        page.fill("#finder-q", words)
        page.press("#finder-q", "Enter")
        page.wait_for_function("words => location.search === '?q=' + words", arg=words)
        page.wait_for_function(DONE)
    assert page.evaluate("document.activeElement.id") == "finder-q"
    page.go_back()
    page.wait_for_function("() => location.search === '?q=supervision'")
    assert page.input_value("#finder-q") == "supervision"


def test_what_is_not_known_in_an_address_does_no_harm(finder):
    page = finder(("theme", "no-such-theme"), ("colour", "blue"), ("sort", "sideways"))
    assert page.inner_text(COUNT) == "0 examples"
    assert "no-such-theme" in page.locator(".practice-chosen li").first.inner_text()


def test_a_cell_of_the_coverage_board_opens_its_examples(page, server, library):
    page.goto(f"{server}/coverage/")
    link = page.locator("a[href*='examples/?theme=risk-enablement&setting=adult-social-care']")
    expected = len(
        chosen(library, {"theme": ("risk-enablement",), "setting": ("adult-social-care",)})
    )
    page.goto(link.evaluate("a => a.href"))
    page.wait_for_function(DONE)
    assert page.inner_text(COUNT).split()[0] == str(expected)


# ---------- for all


def test_nothing_is_loaded_before_it_is_asked_for(page, server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(f"{server}/examples/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if path.startswith(("/find/", "/api/"))]
    page.click("[data-facet=setting] > summary")
    page.wait_for_selector("[data-facet=setting] label")
    later = [path for path in asked if path.startswith(("/find/", "/api/"))]
    assert later == ["/find/facets.js"]


@pytest.mark.parametrize(
    "place", ["", "guides/risk/", f"examples/{EXAMPLE}/", "themes/risk-enablement/"]
)
def test_no_other_page_loads_any_of_the_finder(page, server, place):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(f"{server}/{place}")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if path.startswith(("/find/", "/api/", "/assets/find"))]


def test_choices_that_cannot_be_loaded_are_told_and_can_be_tried_again(page, server):
    page.route("**/find/facets.js", lambda route: route.abort())
    page.goto(f"{server}/examples/")
    page.click("[data-facet=setting] > summary")
    page.wait_for_function(
        f"() => document.querySelector('{COUNT}').textContent.startsWith('The finder could not be"
        " loaded')"
    )
    page.unroute("**/find/facets.js")
    page.click("[data-facet=setting] > summary")
    page.click("[data-facet=setting] > summary")
    page.wait_for_selector("[data-facet=setting] label")
    page.check("[data-facet=setting] input[value=care-home]")
    page.wait_for_function(DONE)
    assert listed(page)


def test_asking_the_same_again_after_a_load_that_failed_loads_it_again(page, server):
    page.route("**/find/index.js", lambda route: route.abort())
    page.goto(f"{server}/examples/?q=supervision")
    page.wait_for_function(
        f"() => document.querySelector('{COUNT}').textContent.startsWith('The finder could not be"
        " loaded')"
    )
    assert page.locator("#finder-everything").is_visible()
    page.unroute("**/find/index.js")
    page.click("#finder button")
    page.wait_for_function(DONE)
    assert listed(page) and page.locator("#finder-everything").is_hidden()


def test_the_lists_are_linked_whatever_is_shown(finder):
    for asked in (("q", "risk"), ("q", "xylophone"), ("setting", "care-home")):
        page = settled(finder(asked))
        for place in ("themes", "settings", "roles", "examples"):
            assert page.locator(f".practice-lists a[href$='{place}/']").is_visible(), (asked, place)


def test_results_are_announced_and_the_focus_stays(page, server):
    page.goto(f"{server}/examples/")
    assert page.get_attribute(COUNT, "role") == "status"
    page.fill("#finder-q", "supervision")
    page.press("#finder-q", "Enter")
    page.wait_for_function(DONE)
    assert " example" in page.inner_text(COUNT)
    assert page.evaluate("document.activeElement.id") == "finder-q"


def test_the_focus_goes_to_the_next_choice_when_one_is_taken_away(finder):
    page = finder(("theme", "risk-enablement"), ("theme", "safe-to-learn-culture"))
    page.focus(".practice-chosen a >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.practice-chosen li').length === 2")
    assert "Safe to learn" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("#finder-everything", state="visible")
    assert page.evaluate("document.activeElement.id") == "finder-count"


def test_it_fits_a_narrow_screen_with_everything_open(page, server):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{server}/examples/?q=risk&theme=risk-enablement")
    settled(page)
    page.click("#finder-all > summary")
    for facet in LEGENDS:
        counted(page, facet)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("#finder-show")
    assert page.evaluate("document.activeElement.id") == "finder-count"


def test_every_choice_has_a_label_and_every_facet_a_legend(finder):
    page = finder(("theme", "risk-enablement"))
    counted(page, "setting")
    assert page.get_by_role("group", name="I work in").get_by_role("checkbox").count() > 5


def test_without_scripts_the_page_is_the_list(still, server):
    still.goto(f"{server}/examples/?q=risk")
    assert still.locator("#finder-everything .practice-rows > li").count() == 24
    assert still.is_hidden("#finder-narrow")
    for place in ("themes", "settings", "roles"):
        assert still.locator(f"#finder-everything a[href$='{place}/']").count() == 1
        assert still.locator(f".practice-lists a[href$='{place}/']").is_visible()


def test_axe_finds_nothing_with_results_and_choices_open(finder):
    run = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = settled(
        finder(("q", "risk"), ("theme", "risk-enablement"), ("theme", "safe-to-learn-culture"))
    )
    for facet in LEGENDS:
        counted(page, facet)
    assert [v["id"] for v in run.Axe().run(page).response["violations"]] == []


# ---------- without an index, and from a disk


@pytest.fixture
def disk(page: Any, site: Path) -> Any:
    """Opens a page of the site from the disk."""

    def open_page(place: str, query: str = "") -> Any:
        page.goto(f"{(site / place / 'index.html').as_uri()}{query}")
        return page

    return open_page


def test_words_are_found_from_a_disk(disk):
    page = disk("examples", "?q=positive+risk-taking")
    settled(page)
    assert listed(page)
    with page.expect_navigation():
        page.click(TITLES)
    assert page.locator("h1").count() == 1 and page.url.endswith("/index.html")


def test_choices_are_counted_from_a_disk(disk, library):
    page = disk("examples", "?theme=risk-enablement&setting=care-home")
    settled(page)
    assert set(listed(page)) == {
        e.id for e in chosen(library, {"theme": ("risk-enablement",), "setting": ("care-home",)})
    }


def test_choices_stand_in_the_address_and_back_works_from_a_disk(disk):
    page = disk("examples")
    counted(page, "nation")
    page.check("input[name=nation][value=wales]")
    page.wait_for_function(DONE)
    wales = page.inner_text(COUNT)
    assert page.url.endswith("/examples/index.html?nation=wales") and page.url.startswith("file:")
    page.check("input[name=nation][value=scotland]")
    page.wait_for_function(f"() => document.querySelector('{COUNT}').textContent !== '{wales}'")
    page.go_back()
    page.wait_for_function(f"() => document.querySelector('{COUNT}').textContent === '{wales}'")
    page.click(".practice-clear a")
    page.wait_for_selector("#finder-everything", state="visible")


def test_a_word_that_is_nearly_right_is_offered_from_a_disk(disk):
    page = settled(disk("examples", "?q=supervison"))
    assert "supervision" in page.inner_text(".practice-meant")


def test_nothing_found_leads_to_pages_that_open_from_a_disk(disk, site):
    page = settled(disk("examples", "?setting=justice&nation=sweden"))
    for link in page.locator(".practice-unknown a:not([data-finder])").all():
        path = link.evaluate("a => decodeURIComponent(new URL(a.href).pathname)")
        assert Path(path).is_file(), path


def test_the_search_of_any_page_works_from_a_disk(disk):
    page = disk("guides/risk")
    page.fill("#practice-find", "supervision")
    page.press("#practice-find", "Enter")
    page.wait_for_function(DONE)
    assert "/examples/index.html?q=supervision" in page.url and listed(page)


# ---------- my list


def test_examples_are_kept_and_seen_together(page, server):
    page.goto(f"{server}/examples/{EXAMPLE}/")
    page.click("button.practice-keep-page")
    assert page.inner_text("[data-kept-count]").strip() == "(1)"
    page.goto(f"{server}/themes/risk-enablement/")
    page.locator(".practice-rows [data-keep]").first.click()
    page.goto(f"{server}/my-list/")
    page.wait_for_selector("#my-list-rows h2")
    assert page.inner_text("#my-list-count") == "2 examples"
    assert page.locator("#my-list-rows h2").first.inner_text() == TITLE
    assert page.locator("#my-list-rows .practice-asks li").count() >= 2
    page.locator("#my-list-rows .practice-keep").first.click()
    page.wait_for_function(
        "() => document.getElementById('my-list-count').textContent === '1 example'"
    )


def kept(page: Any, server: str, *some: str) -> None:
    page.goto(f"{server}/my-list/")
    page.evaluate("ids => localStorage.setItem('practice-kept', JSON.stringify(ids))", list(some))
    page.reload()
    page.wait_for_selector("#my-list-rows h2")


def test_a_list_is_copied_as_text_and_as_markdown(page, server):
    kept(page, server, EXAMPLE, OTHER)
    page.click("[data-do=text]")
    text = page.input_value("#my-list-copied")
    assert text.startswith(f"1. {TITLE}\n") and f"{server}/examples/{OTHER}/" in text
    page.click("[data-do=markdown]")
    assert page.input_value("#my-list-copied").startswith(
        f"## [{TITLE}]({server}/examples/{EXAMPLE}/)\n"
    )


def test_a_list_is_shared_as_one_address(page, browser, server):
    kept(page, server, EXAMPLE, OTHER)
    page.click("[data-do=share]")
    address = page.input_value("#my-list-copied")
    assert address == f"{server}/my-list/?ids={EXAMPLE},{OTHER}"
    context = browser.new_context()
    other = context.new_page()
    other.goto(address + ",no-longer-here,<b>")
    other.wait_for_selector("#my-list-rows h2")
    assert other.inner_text("#my-list-count") == "3 examples"
    assert "“no-longer-here” is not in the library any more" in other.inner_text("#my-list-rows")
    other.click("text=Keep these too")
    other.goto(f"{server}/my-list/")
    other.wait_for_selector("#my-list-rows h2")
    assert other.inner_text("#my-list-count") == "3 examples"
    context.close()


@pytest.mark.parametrize("answer", [None, 503], ids=["no connection", "a server that is busy"])
def test_an_example_that_does_not_load_is_not_said_to_be_gone(page, server, answer):
    page.route(
        "**/api/v1/examples/*.json",
        lambda route: route.fulfill(status=answer) if answer else route.abort(),
    )
    page.goto(f"{server}/my-list/?ids={EXAMPLE}")
    page.wait_for_selector("#my-list-rows li")
    says = page.inner_text("#my-list-rows")
    assert "could not be loaded. Look at your connection" in says and "any more" not in says
    assert page.locator(f"#my-list-rows a[href$='/examples/{EXAMPLE}/']").is_visible()


def test_an_empty_list_says_how_to_begin(page, server):
    page.goto(f"{server}/my-list/")
    page.wait_for_selector("#my-list-empty", state="visible")
    assert page.is_hidden("#my-list-tools")


def test_kept_examples_are_seen_from_a_disk(disk, page):
    disk("my-list", f"?ids={EXAMPLE}")
    page.wait_for_selector("#my-list-rows h2")
    assert page.locator("#my-list-rows h2").inner_text() == TITLE


def test_a_list_from_a_disk_has_its_questions_and_is_shared_by_the_address_on_the_web(
    disk, page, library
):
    disk("my-list", f"?ids={EXAMPLE},{OTHER}")
    page.wait_for_selector("#my-list-rows h2")
    asked = [q.ask for id in (EXAMPLE, OTHER) for q in library.all("example")[id].questions]
    assert page.locator("#my-list-rows .practice-asks li").all_inner_texts() == asked
    home = page.get_attribute("link[rel=canonical]", "href").removesuffix("my-list/")
    page.click("[data-do=share]")
    assert page.input_value("#my-list-copied") == f"{home}my-list/?ids={EXAMPLE},{OTHER}"


# ---------- the files


def test_a_portrait_is_drawn_as_on_other_pages(finder, library):
    page = settled(finder(("nation", "scotland")))
    drawn = page.eval_on_selector_all(
        f"{FOUND} li[data-number]",
        "all => all.map(l => [l.querySelector('h3 a').href.split('/').slice(-2)[0],"
        " l.querySelector('svg').innerHTML])",
    )
    assert len(drawn) == 10
    for id, inside in drawn:
        example = library.all("example")[id]
        families = tuple(library.all("theme")[t].family for t in example.themes)
        assert (
            str(swatch(families, example.components))
            .partition(">")[2]
            .removesuffix("</svg>")
            .replace("/>", "></path>")
            == inside
        )


def test_facets_weigh_little(site):
    assert len(gzip.compress((site / "find" / "facets.js").read_bytes())) < 12_000


def test_a_choice_that_is_none_is_named_and_is_no_gap(finder):
    page = finder(("setting", "nonsense"), ("q", "risk"))
    page.wait_for_selector("#found-nothing")
    assert page.inner_text("#found-nothing") == "There is no choice “nonsense”"
    assert page.locator(".practice-unknown a[href*='contribute/']").count() == 0
    assert "Without “nonsense” there" in page.inner_text(".practice-unknown")


def test_an_order_that_is_none_is_the_closest_to_the_words(finder):
    usual = listed(finder(("q", "risk")))
    assert listed(finder(("q", "risk"), ("sort", "zzz"))) == usual
