"""Teaching in the browser: packs built by keyboard, files made there, references, cards in frames,
slides, views, the sheet.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import bibtexparser
import pypdf
import pytest
import rispy
from lxml import etree
from playwright.sync_api import expect
from tests.conftest import serving
from tests.examples import EXAMPLE as ID
from tests.examples import OTHER, TITLE, read
from tests.test_teach import EXAMPLE, GUIDE, SESSION, examples, pack_data
from tests.test_teach import page as page_of

from practice.exports import packs
from practice.rendering.formats import minutes_in_words

BUILD = "/teach/build/"
PACK = f"title=Risk+together&items=e.{ID}.20_c.risk-of-my-own.5_k.start-small.3"
URL = "https://outcomes-in-practice.example/"
QUESTION = read(ID)["questions"][0]["ask"]


@pytest.fixture
def clipboard(page: Any) -> Any:
    """A page that may read what it copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Any) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def tab_to(page: Any, wanted: str) -> None:
    """Presses Tab until the element has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


def items(page: Any) -> list[str]:
    """What the address says is in the pack."""
    return parse_qs(urlsplit(page.evaluate("location.href")).query)["items"][0].split("_")


def total(page: Any) -> str:
    return page.locator("#pack-total").inner_text()


def downloaded(page: Any, click: str) -> tuple[str, bytes]:
    """The name and the bytes of a file that a button gives."""
    with page.expect_download() as waiting:
        page.click(click)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


# packs


def test_a_pack_is_built_put_in_order_and_timed_by_keyboard_alone(
    page: Any, server: str, site: Path
) -> None:
    (minutes,) = [e[6] for e in examples(pack_data(site, "pack-all")) if e[1] == ID]
    page.goto(server + BUILD)
    tab_to(page, "#pack-title")
    page.keyboard.type("Risk together")
    tab_to(page, "#pack-find")
    page.keyboard.type(TITLE)
    page.wait_for_function(
        "title => document.querySelector('[data-choice=e]').innerText.includes(title)", arg=TITLE
    )
    tab_to(page, "[data-choice=e] input")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("start small")
    tab_to(page, "[data-choice=k] input")
    page.keyboard.press("Space")
    assert items(page) == [f"e.{ID}.{minutes}", "k.start-small.3"]
    assert total(page) == f"2 parts, {minutes + 3} minutes in all."
    page.locator("#pack-title").focus()
    tab_to(page, "li:last-child [data-move='-1']")
    page.keyboard.press("Enter")
    assert items(page) == ["k.start-small.3", f"e.{ID}.{minutes}"]
    assert page.evaluate("document.activeElement.closest('li').dataset.key") == "k.start-small"
    assert page.locator("p[role=status]", has_text="Moved to place 1 of 2.").count() == 1
    tab_to(page, "li:last-child input")
    page.keyboard.type("25")
    page.keyboard.press("Tab")
    assert items(page) == ["k.start-small.3", f"e.{ID}.25"]
    assert total(page) == "2 parts, 28 minutes in all."
    tab_to(page, "li:last-child [data-remove]")
    page.keyboard.press("Enter")
    assert items(page) == ["k.start-small.3"]
    assert page.evaluate("document.activeElement.matches('[data-remove]')")


def test_a_whole_session_and_a_scenario_found_by_its_setting_make_a_pack(
    page: Any, server: str
) -> None:
    page.goto(server + BUILD)
    page.locator("summary", has_text="Scenarios").click()  # loads what can be chosen
    page.wait_for_selector("[data-choice=s] li")
    kind, id, title, words, about, _, _, tags = page.evaluate(
        """() => window.practicePackAll.find(([kind, , title, words, , , , tags]) =>
          kind === "s" && !(title + words).includes(window.practicePack.tags[tags[0]]))"""
    )
    setting = page.evaluate("n => window.practicePack.tags[n]", tags[0])
    page.fill("#pack-find", f"{setting.replace('-', ' ')} {title}")
    found = page.locator("[data-choice=s] input")
    expect(found).to_have_count(1)  # the list is drawn when the writing pauses
    assert found.get_attribute("value") == f"{kind}.{id}"
    page.check(f"[data-choice=s] input[value='{kind}.{id}']")
    minutes = page.evaluate("() => window.practicePackAll.find(([kind]) => kind === 'n')[6]")
    page.fill("#pack-find", "")
    page.locator("summary", has_text="Training sessions").click()
    page.locator("[data-choice=n] input").first.check()
    assert total(page) == f"2 parts, {minutes_in_words(minutes + 30)} in all."


def test_a_choice_says_what_it_is_before_it_is_added(page: Any, server: str, site: Path) -> None:
    _, _, title, words, _, address, minutes, *_ = examples(pack_data(site)["choices"])[0]
    page.goto(server + BUILD)
    row = page.locator("[data-choice=e] li").first
    assert title in row.inner_text()
    assert words in row.inner_text() and f"{minutes} minutes" in row.inner_text()
    link = row.get_by_role("link", name="Open its page")
    assert link.text_content() == f"Open its page: {title}"
    link.click()
    assert page.url == f"{server}/{address}"


def test_a_pack_says_what_its_minutes_hold_and_counts_hours(page: Any, server: str) -> None:
    page.goto(f"{server}{BUILD}?items=e.{ID}.200_k.start-small.95")
    assert total(page) == "2 parts, 4 hours 55 minutes in all."
    assert "to read it and ten minutes to talk" in page.locator("#pack-build").inner_text()
    assert packs.TALK == 10
    page.click("[data-pack=read]")
    assert "2 parts, 4 hours 55 minutes. " in page.locator("#pack-about").inner_text()


def test_where_nothing_has_every_word_the_theme_leads_on(page: Any, server: str) -> None:
    page.goto(server + BUILD)
    page.fill("#pack-find", "risk zeppelin")
    summary = page.locator("summary", has_text="Training sessions")
    expect(summary).to_contain_text("(0, and ")
    expect(page.locator("#pack-found")).to_have_text("0 found.")
    summary.click()
    assert "near by their theme" in page.locator("[data-choice=n] li").first.inner_text()
    page.locator("[data-choice=n] input").first.check()
    assert items(page)[0].startswith("n.")


def test_a_part_is_dragged_to_another_place(page: Any, server: str) -> None:
    page.goto(f"{server}{BUILD}?{PACK}")
    page.locator("#pack-items > li").nth(2).drag_to(
        page.locator("#pack-items > li").nth(0),
        source_position={"x": 5, "y": 5},
        target_position={"x": 5, "y": 5},
    )
    assert items(page) == ["k.start-small.3", f"e.{ID}.20", "c.risk-of-my-own.5"]


def test_all_examples_are_loaded_once_one_is_looked_for(page: Any, server: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    last = examples(pack_data(site, "pack-all"))[-1][2]
    page.goto(f"{server}{BUILD}")
    page.wait_for_selector("[data-choice=e] li")
    summary = page.locator("summary:has-text('Examples')").inner_text()
    assert f"({pack_data(site)['counts']['e']})" in summary and "pack-all.js" not in asked
    assert page.locator(f"[data-choice=e] label:has-text('{last}')").count() == 0
    page.fill("#pack-find", last)
    page.check(f"[data-choice=e] label:has-text('{last}') input")
    assert asked.count("pack-all.js") == 1
    assert last in page.locator("#pack-items").inner_text()


def test_the_keyboard_keeps_its_place_when_all_examples_come_late(page: Any, server: str) -> None:
    held: list[Any] = []
    page.route("**/pack-all.js", lambda route: held.append(route))
    page.goto(f"{server}{BUILD}")
    page.fill("#pack-find", "risk")
    tab_to(page, "[data-choice=e] input")
    at = page.evaluate("document.activeElement.value")
    held[0].continue_()
    page.wait_for_selector("#pack-found:has-text('found')")
    assert (
        page.evaluate("document.activeElement.value") == at
        or page.evaluate("document.activeElement.id") == "pack-find"
    )


def test_an_address_opens_the_same_pack_to_read(page: Any, server: str, site: Path) -> None:
    page.goto(f"{server}{BUILD}?v={pack_data(site)['version']}&{PACK}")
    page.wait_for_selector("#pack-parts ul > li")
    assert page.locator("#pack-name").inner_text() == "Risk together"
    assert (
        page.locator("#pack-about")
        .inner_text()
        .startswith("3 parts, 28 minutes. Put together from the library of ")
    )
    assert page.locator("#pack-parts > li").count() == 3
    assert page.locator("#pack-build").is_hidden() and page.locator("#pack-news").is_hidden()
    page.click("[data-pack=change]")
    assert page.locator("#pack-items > li").count() == 3


def test_an_older_pack_says_what_has_changed_since_and_what_is_gone(page: Any, server: str) -> None:
    page.goto(f"{server}{BUILD}?v=2026-01-02.000000&items=e.{ID}.20_e.never-there.5_x.bad_e.<b>.5")
    news = page.locator("#pack-news").inner_text()
    assert "put together from the library of 2 January 2026" in news
    assert "on 25 November 2026" in news and "never-there: not in the library any more" in news
    assert "v=2026-01-02.000000" in page.evaluate("location.search")
    page.click("[data-pack=change]")
    assert page.locator("#pack-items > li").count() == 2


def test_examples_on_my_list_come_into_the_pack(page: Any, server: str) -> None:
    page.goto(server + BUILD)
    assert page.locator("[data-pack=kept]").is_hidden()
    page.evaluate(
        "kept => localStorage.setItem('practice-kept', JSON.stringify(kept))",
        [ID, OTHER, "no-such-example"],
    )
    page.reload()
    page.click("[data-pack=kept]")
    page.wait_for_url("**items=**")
    assert [item.rpartition(".")[0] for item in items(page)] == [
        f"e.{ID}",
        f"e.{OTHER}",
    ]


def test_a_pack_is_copied_as_markdown(clipboard: Any, server: str) -> None:
    clipboard.goto(f"{server}{BUILD}?{PACK}")
    clipboard.click("[data-pack=markdown]")
    clipboard.wait_for_selector("p[role=status]:has-text('The pack is copied')", state="attached")
    text = copied(clipboard)
    assert text.startswith("# Risk together\n\n3 parts, 28 minutes.")
    assert re.findall(r"^## (\d)\. .* \((\d+) minutes\)$", text, re.MULTILINE) == [
        ("1", "20"),
        ("2", "5"),
        ("3", "3"),
    ]
    assert f"<{URL}{EXAMPLE}/>" in text and f"- {QUESTION}" in text


def test_the_address_of_a_pack_is_copied_with_the_version_of_the_library(
    clipboard: Any, server: str, site: Path
) -> None:
    clipboard.goto(f"{server}{BUILD}?{PACK}")
    clipboard.click("[data-pack=address]")
    clipboard.wait_for_selector(
        "p[role=status]:has-text('The address is copied')", state="attached"
    )
    assert copied(clipboard) == f"{server}{BUILD}?v={pack_data(site)['version']}&{PACK}"


# a cartridge made in the browser

CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
NAMES = {
    "c": CP,
    "l": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
    "w": "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1",
}


@pytest.fixture(scope="module")
def cartridges(browser: Any, server: str) -> list[tuple[str, bytes]]:
    """The same pack, made in two browsers' contexts that share nothing."""
    made = []
    for zone in ("Europe/London", "Pacific/Auckland"):
        context = browser.new_context(
            timezone_id=zone, locale="de-DE" if zone.startswith("P") else "en-GB"
        )
        page = context.new_page()
        page.goto(f"{server}{BUILD}?{PACK.replace('Risk+together', 'Risk+%26+%3Cus%3E')}")
        made.append(downloaded(page, "[data-pack=cartridge]"))
        context.close()
    return made


@pytest.fixture(scope="module")
def package(cartridges: list[tuple[str, bytes]]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(cartridges[0][1]))


def test_the_same_choice_and_version_give_the_same_bytes(
    cartridges: list[tuple[str, bytes]],
) -> None:
    assert cartridges[0] == cartridges[1]
    assert cartridges[0][0] == "risk-us.imscc"


def test_the_zip_file_is_sound(package: zipfile.ZipFile) -> None:
    assert package.testzip() is None
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert package.namelist() == ["imsmanifest.xml", *(f"links/link-{n}.xml" for n in (1, 2, 3, 4))]


def test_moodle_finds_the_namespace_of_the_pack_in_the_first_500_bytes(
    package: zipfile.ZipFile,
) -> None:
    start = re.sub(r"\s*|['\"]", "", package.read("imsmanifest.xml")[:500].decode().lower())
    assert f"xmlns={CP}" in start


def test_the_manifest_of_a_pack_has_the_parts_of_the_schema_in_their_order(
    package: zipfile.ZipFile,
) -> None:
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    assert [etree.QName(e).localname for e in manifest] == [
        "metadata",
        "organizations",
        "resources",
    ]
    assert manifest.xpath("string(c:metadata/c:schemaversion)", namespaces=NAMES) == "1.1.0"
    assert (
        manifest.xpath("string(c:metadata/l:lom/l:general/l:title/l:string)", namespaces=NAMES)
        == "Risk & <us>"
    )
    (root,) = manifest.xpath(
        "c:organizations/c:organization[@structure='rooted-hierarchy']/c:item", namespaces=NAMES
    )
    assert [etree.QName(e).localname for e in root] == ["item"]
    resources = manifest.xpath("//c:resource/@identifier", namespaces=NAMES)
    assert manifest.xpath("//@identifierref") == resources
    assert manifest.xpath("//c:file/@href", namespaces=NAMES) == package.namelist()[1:]
    assert set(manifest.xpath("//c:resource/@type", namespaces=NAMES)) == {"imswl_xmlv1p1"}
    assert len(set(manifest.xpath("//@identifier"))) == len(manifest.xpath("//@identifier"))


def test_the_links_of_a_pack_lead_to_the_library(package: zipfile.ZipFile) -> None:
    links = [etree.fromstring(package.read(name)) for name in package.namelist()[1:]]
    assert [[etree.QName(e).localname for e in link] for link in links] == [["title", "url"]] * 4
    urls = [link.xpath("string(w:url/@href)", namespaces=NAMES) for link in links]
    assert urls[0].startswith(f"{URL}teach/build/?v=")
    assert urls[1:] == [
        f"{URL}{EXAMPLE}/",
        f"{URL}cards/risk/#risk-of-my-own",
        f"{URL}key-points/#start-small",
    ]


# links and references


def test_a_link_to_a_place_on_the_page_is_copied(clipboard: Any, server: str) -> None:
    clipboard.goto(f"{server}/{EXAMPLE}/?from=elsewhere#cite")
    clipboard.get_by_role("button", name="Copy link to: What changed").first.click()
    clipboard.wait_for_selector("p[role=status]:has-text('The link is copied')", state="attached")
    assert copied(clipboard) == f"{server}/{EXAMPLE}/#changed"


COPYABLE = {
    "/key-points/": ".practice-body h2[id]",
    "/cards/risk/": ".practice-card[id]",
    f"/{SESSION}/": ".practice-steps > li[id]",
    f"/{GUIDE}/": ".practice-body h2[id]",
}


def test_the_page_to_build_a_pack_ends_with_its_foot(page: Any, server: str) -> None:
    """Hidden words below the fold of a list that scrolls made it 12,000 px longer."""
    page.goto(f"{server}{BUILD}")
    page.locator("[data-choice=e] li").first.wait_for()
    below = page.evaluate(
        "() => document.documentElement.scrollHeight - scrollY"
        " - Math.max(innerHeight, document.querySelector('footer').getBoundingClientRect().bottom)"
    )
    assert below < 2


@pytest.mark.parametrize(("address", "places"), COPYABLE.items(), ids=COPYABLE)
def test_copy_link_stands_beside_everything_with_an_address_of_its_own(
    address: str, places: str, page: Any, server: str
) -> None:
    page.goto(server + address)
    found = page.locator(places)
    buttons = found.evaluate_all(
        "places => places.map((place) => (place.matches('h2') ? place.parentElement :"
        " place).querySelectorAll('.practice-copy--link').length)"
    )
    assert len(buttons) > 3 and set(buttons) == {1}
    named = page.locator(".practice-copy--link").evaluate_all(
        "buttons => buttons.map((button) => button.textContent)"
    )
    assert all(re.fullmatch(r"Copy link to: .+", name, re.DOTALL) for name in named)


@pytest.mark.parametrize("address", [EXAMPLE, SESSION, GUIDE])
def test_reference_managers_read_what_a_page_offers(
    address: str, page: Any, server: str, site: Path
) -> None:
    page.goto(f"{server}/{address}/")
    title = page.locator("h1").inner_text()
    bib_name, bib = downloaded(page, "text=Download BibTeX")
    _, ris = downloaded(page, "text=Download RIS")
    _, csl = downloaded(page, "text=Download CSL-JSON")
    library = bibtexparser.parse_string(bib.decode())
    (entry,) = library.entries
    (reference,) = rispy.loads(ris.decode())
    (item,) = json.loads(csl)
    assert library.failed_blocks == [] and bib_name == f"{entry.key}.bib"
    assert entry.key == reference["id"] == item["id"]
    assert title == reference["title"] == item["title"]
    assert reference["authors"] == [item["author"][0]["literal"] + ","]
    assert reference["urls"] == [item["URL"]] == [f"{URL}{address}/"]
    whole = bibtexparser.parse_string(
        (site / "downloads" / "outcomes-in-practice.bib").read_text("utf-8")
    )
    assert (
        whole.entries_dict[entry.key].fields_dict["title"].value == entry.fields_dict["title"].value
    )


def test_the_line_to_credit_a_text_names_its_licence(clipboard: Any, server: str) -> None:
    clipboard.goto(f"{server}/{SESSION}/")
    clipboard.get_by_role("button", name="Copy this line").click()
    clipboard.wait_for_selector("p[role=status]:has-text('The line is copied')", state="attached")
    assert (
        copied(clipboard)
        == "“What matters to you? First conversations” by Outcomes in Practice, CC BY 4.0."
        f" {URL}{SESSION}/"
    )


# an example on another page


@pytest.fixture
def snippets(page: Any, server: str) -> list[str]:
    page.goto(f"{server}/{EXAMPLE}/")
    page.click("text=Put this example on your own page")
    values: list[str] = page.locator(".practice-elsewhere textarea").evaluate_all(
        "areas => areas.map((area) => area.value)"
    )
    return values


def test_a_card_shows_itself_in_a_frame_of_another_site(
    snippets: list[str], page: Any, server: str, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>Another site</title>{snippets[0].replace(URL, f'{server}/')}",
        "utf-8",
    )
    with serving(tmp_path) as another:
        page.goto(f"{another}/")
        page.wait_for_selector("iframe")
    told = json.loads((site / "embed" / Path(EXAMPLE).name / "oembed.json").read_text("utf-8"))
    assert f'width="{told["width"]}" height="{told["height"]}"' in snippets[0]
    inside = page.frame_locator("iframe")
    assert inside.locator("h1 a").inner_text() == page.locator("iframe").get_attribute(
        "title"
    ).removeprefix("Practice example: ")
    assert inside.locator("h1 a").evaluate("link => [link.target, link.getAttribute('href')]") == [
        "_top",
        f"{URL}{EXAMPLE}/",
    ]
    assert inside.locator("main").evaluate("main => getComputedStyle(main).borderTopWidth") == "1px"


@pytest.mark.parametrize("letters", ["ours", "the device's"])
def test_every_card_fits_its_frame(letters: str, page: Any, server: str, site: Path) -> None:
    if letters != "ours":
        page.route("**/*.woff2", lambda route: route.abort())
    for described in sorted(site.glob("embed/*/oembed.json")):
        told = json.loads(described.read_text("utf-8"))
        page.set_viewport_size({"width": told["width"], "height": told["height"]})
        page.goto(f"{server}/embed/{described.parent.name}/")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate(
            "[document.documentElement.scrollHeight <= innerHeight,"
            " document.documentElement.scrollWidth <= innerWidth]"
        ) == [True, True], described


def test_the_snippet_without_a_frame_is_plain_html_that_leads_back(
    snippets: list[str], page: Any
) -> None:
    page.set_content(snippets[1])
    assert page.locator("blockquote a").get_attribute("href") == f"{URL}{EXAMPLE}/"
    assert page.locator("script, style, iframe, [style], [onclick]").count() == 0
    assert "Outcomes in Practice, CC BY 4.0" in page.locator("blockquote").inner_text()


def test_a_page_leads_to_its_oembed_description(page: Any, server: str, site: Path) -> None:
    page.goto(f"{server}/{EXAMPLE}/")
    href = page.locator('link[type="application/json+oembed"]').get_attribute("href")
    told = json.loads((site / href.removeprefix(URL)).read_text("utf-8"))
    assert (
        told["title"] == page.locator("h1").inner_text()
        and f'src="{URL}embed/{ID}/"' in told["html"]
    )


# slides, views


def test_the_show_goes_by_keyboard_and_ends_where_it_was(page: Any, server: str) -> None:
    page.goto(f"{server}/{SESSION}/slides/")
    count = page.locator(".practice-slide").count()
    page.locator("[data-show]").focus()
    page.keyboard.press("Enter")
    where = page.locator(".practice-show p")
    assert where.inner_text().startswith(f"Slide 1 of {count}")
    for key, number in (
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("ArrowLeft", 2),
        ("End", count),
        ("ArrowRight", count),
        ("Home", 1),
        ("PageUp", 1),
        ("ArrowRight", 2),
    ):
        page.keyboard.press(key)
        assert where.inner_text().startswith(f"Slide {number} of {count}"), key
    assert (
        page.locator(".practice-slide:visible").count() == 1
        and page.locator(".practice-slide__notes:visible").count() == 0
    )
    page.keyboard.press("Escape")
    assert page.locator(".practice-slide:visible").count() == count
    assert (
        page.evaluate("document.activeElement.matches('[data-show]')")
        and page.evaluate("location.hash") == "#slide-2"
    )


def test_a_step_has_a_clock_that_counts_on_while_its_prompts_are_shown(
    page: Any, server: str
) -> None:
    page.clock.install()
    page.goto(f"{server}/{SESSION}/slides/")
    step = page.locator(".practice-slide[data-minutes]").first
    minutes = int(step.get_attribute("data-minutes"))
    page.evaluate(f"location.hash = '{step.get_attribute('id')}'")
    page.click("[data-show]")
    page.click(f"text=Start the clock: {minutes}:00")
    page.clock.run_for(61_000)
    assert page.locator(f"text=Stop the clock: {minutes - 2}:59").count() == 1
    page.clock.run_for(60_000 * minutes)
    assert page.locator("text=Time is up").count() == 1
    page.keyboard.press("Home")
    assert not page.locator("text=Time is up").is_visible()


def test_no_slide_of_the_show_is_cut_off_on_a_projector(page: Any, server: str) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{server}/{SESSION}/slides/")
    page.click("[data-show]")
    cut = []
    for _ in range(page.locator(".practice-slide").count()):
        cut += page.evaluate(
            "[...document.querySelectorAll('.is-shown')].filter((slide) => slide.scrollHeight >"
            " slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1).map((slide) =>"
            " slide.id)"
        )
        page.keyboard.press("ArrowRight")
    assert cut == []


def test_the_trainers_view_opens_every_note_and_the_learners_view_has_none(
    page: Any, server: str
) -> None:
    page.goto(f"{server}/{SESSION}/")
    assert (
        page.locator(".practice-trainer").count() > 4
        and page.locator(".practice-trainer[open]").count() == 0
    )
    page.click("[data-view=trainer]")
    assert page.evaluate("location.search") == "?view=trainer"
    assert (
        page.locator(".practice-trainer[open]").count() == page.locator(".practice-trainer").count()
    )
    notes = page.locator(".practice-take li a", has_text="Trainer’s notes")
    assert notes.first.is_visible()
    page.click("[data-view=learners]")
    assert page.locator(".practice-trainer:visible, .practice-for-trainer:visible").count() == 0
    assert not any(link.is_visible() for link in notes.all())
    page.go_back()
    assert page.locator("[data-view=trainer]").get_attribute("aria-current") == "true"
    page.goto(f"{server}/{SESSION}/?view=learners")
    assert page.locator(".practice-trainer:visible").count() == 0


def printed(page: Any) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_notes_are_printed_from_the_trainers_view_alone(page: Any, server: str) -> None:
    note = "Say who you are and why you do this work"
    page.goto(f"{server}/{SESSION}/")
    assert note not in text_of(printed(page))
    page.goto(f"{server}/{SESSION}/?view=trainer")
    assert note in text_of(printed(page))


def test_a_pack_prints_its_parts_and_its_own_address(page: Any, server: str) -> None:
    page.goto(f"{server}{BUILD}?{PACK}")
    page.wait_for_function(
        "() => document.querySelector('#pack-total').textContent.startsWith('3')"
    )
    page.click("[data-pack=read]")
    page.wait_for_selector("#pack-parts ul > li")
    paper = text_of(printed(page))
    assert (
        "Risk together" in paper
        and QUESTION in paper
        and "teach/build/?v=" in paper.replace(" ", "")
    )
    assert "Take everything out" not in paper


def test_a_pack_prints_what_its_parts_hold(page: Any, server: str, site: Path) -> None:
    kept = page_of(site, "records")
    record = next(iter(kept.xpath("//section[contains(@class, 'practice-record')]//h3/@id")))
    answer = " ".join(
        kept.xpath("string(//details[@class='practice-trainer'][1]/ul[1]/li)").split()
    )
    asked = "title=Risk&items=" + "_".join(
        (f"n.{SESSION.rpartition('/')[2]}", f"e.{ID}", f"r.{record}", "c.risk-of-my-own")
    )
    steps = "//*[contains(@class, 'practice-steps')]//a[contains(@href, '/examples/')]/@href"
    used = {href.split("/")[-2] for href in page_of(site, SESSION).xpath(steps)}
    page.add_init_script("window.print = () => { window.asked = (window.asked || 0) + 1; }")
    page.goto(f"{server}{BUILD}?v={pack_data(site)['version']}&{asked}")
    page.wait_for_selector("#pack-parts > li:nth-child(4)")
    note, did = "Say who you are and why you do this work", "What they did"

    page.click("[data-pack=everything]")
    page.wait_for_function("() => window.asked === 1")
    paper = text_of(printed(page))
    assert all(words in paper for words in (note, did, answer))
    assert used and page.locator(".practice-pack-page").count() == 3 + len(used)  # no card
    assert all(page_of(site, f"examples/{id}").xpath("string(//h1)") in paper for id in used)
    assert page.locator(".practice-pack-page :is(script, [id], h1)").count() == 0

    page.uncheck("#pack-notes")
    page.click("[data-pack=everything]")
    page.wait_for_function("() => window.asked === 2")
    paper = text_of(printed(page))
    assert did in paper and note not in paper and answer not in paper

    page.click("[data-pack=print]")
    page.wait_for_function("() => window.asked === 3")
    assert did not in text_of(printed(page))


def test_a_part_that_does_not_come_is_named_and_the_rest_is_printed(
    page: Any, server: str, site: Path
) -> None:
    page.add_init_script("window.print = () => { window.asked = true; }")
    page.route(f"**/{EXAMPLE}/", lambda route: route.abort())
    page.goto(f"{server}{BUILD}?v={pack_data(site)['version']}&{PACK}_n.{SESSION.split('/')[1]}.60")
    page.wait_for_selector("#pack-parts > li:nth-child(4)")
    page.click("[data-pack=everything]")
    page.wait_for_function("() => window.asked")
    said = page.locator("#pack-printing").inner_text()
    assert said.startswith("Could not be loaded, and is not printed: “") and TITLE in said
    assert page.locator(".practice-pack-page").count() > 0


def test_from_a_disk_a_pack_says_how_to_print_its_parts(page: Any, site: Path) -> None:
    file = site / "teach" / "build" / "index.html"
    page.goto(f"{file.as_uri()}?v={pack_data(site)['version']}&{PACK}")
    page.wait_for_selector("#pack-parts > li:nth-child(3)")
    page.click("[data-pack=everything]")
    said = page.locator("#pack-printing").inner_text()
    assert "Open each part above and print it" in said and f"{URL}teach/build/?v=" in said
    page.click("#pack-parts > li:first-child h3 a")
    assert page.url == (site / EXAMPLE / "index.html").as_uri()


# the sheet, one for today


@pytest.fixture
def sheet(page: Any, server: str) -> Iterator[Any]:
    """The sheet about an example. Whatever is written in it must not be sent anywhere."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{server}/reflect/?of={EXAMPLE}/")
    page.wait_for_function("() => document.querySelector('#sheet-read').value")
    yield page
    assert not [url for url in asked if "kettle" in url or not url.startswith((server, "blob:"))]


def test_the_sheet_knows_what_was_read_keeps_what_is_written_and_forgets_it_when_told(
    sheet: Any, server: str
) -> None:
    assert sheet.input_value("#sheet-read").startswith(TITLE)
    sheet.fill("#sheet-why", "I thought of the kettle.")
    sheet.reload()
    assert sheet.input_value("#sheet-why") == "I thought of the kettle."
    sheet.goto(f"{server}/reflect/?of={GUIDE}/%23rights")
    assert sheet.input_value("#sheet-why") == ""
    assert sheet.locator("#sheets a").inner_text().startswith(TITLE)
    sheet.goto(f"{server}/reflect/?of={EXAMPLE}/")
    sheet.click("[data-sheet=clear]")
    assert (
        sheet.evaluate(
            "Object.keys(localStorage).filter((key) => key.startsWith('practice-sheet') &&"
            " localStorage[key].includes('kettle'))"
        )
        == []
    )


def test_the_sheet_is_copied_and_saved_as_text(sheet: Any) -> None:
    sheet.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sheet.fill("#sheet-learned-2", "That a kettle matters.")
    sheet.click("[data-sheet=copy]")
    sheet.wait_for_selector("p[role=status]:has-text('The sheet is copied')", state="attached")
    text = copied(sheet)
    assert (
        f"{URL}{EXAMPLE}/" in text
        and "Three things that I learned: Second\nThat a kettle matters." in text
    )
    name, saved = downloaded(sheet, "[data-sheet=save]")
    assert (name, saved.decode()) == (f"what-i-learned-{ID}.txt", text)


@pytest.mark.parametrize(
    "of",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "../../x/", "<b>x</b>"],
)
def test_the_sheet_takes_no_address_from_elsewhere(of: str, page: Any, server: str) -> None:
    page.goto(f"{server}/reflect/?of={of}")
    assert page.locator("#sheet-about").is_hidden() and page.locator("#sheet b").count() == 0


def test_without_a_script_the_sheet_prints_on_one_side(browser: Any, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/reflect/")
    assert (
        page.locator("#sheet textarea:visible").count() == 7
        and page.locator("#sheet button:visible").count() == 0
    )
    reader = printed(page)
    context.close()
    assert len(reader.pages) == 1 and "How I will use it" in text_of(reader)


def test_one_for_today_shows_one_theme_and_another_example_on_request(
    page: Any, server: str
) -> None:
    page.goto(f"{server}/supervise/#reflective-supervision")
    assert page.locator(".practice-today:visible").get_attribute("id") == "reflective-supervision"
    first = page.locator(".practice-today:visible h2").inner_text()
    page.locator("[data-today=another]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("p[role=status]:has-text('Another example: ')", state="attached")
    card = page.locator(".practice-today:visible")
    assert card.locator("h2").inner_text() != first and card.locator("q").inner_text().endswith("?")
    page.get_by_role("link", name="Leadership", exact=True).click()
    page.wait_for_selector(".practice-today:visible:not(#reflective-supervision)")
    assert len(printed(page).pages) == 1
