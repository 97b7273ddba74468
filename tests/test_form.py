"""The form on the site: filled in, broken and mended as a person would, by mouse, by keyboard, and
on a small screen.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from tests.cases import CASES, GOOD, data_with, problems
from tests.conftest import ROOT

from practice.checking.rules import AGREEMENT, IN_FULL, facts
from practice.contributing import autofix_values, questions, write
from practice.contributing.questions import PARTS
from practice.reading.schema import json_schema
from practice.rendering import svg

SCHEMA = json_schema()
FORM = "/contribute/form/"
NOT_LOOKED = "Read it once more as a stranger would. Then tick the box"
SCRIPTS = ROOT / "hooks" / "practice" / "assets" / "js"


def open_form(page: Any, server: str, query: str = "") -> None:
    page.goto(f"{server}{FORM}{query}")
    page.wait_for_selector("#f-title")


def open_step(page: Any, name: str) -> None:
    """Goes to a step by its address."""
    page.evaluate("name => { location.hash = name; }", name)
    expect(page.locator(f"[data-step='{name}']")).to_be_visible()


def open_step_of(page: Any, field: str) -> None:
    open_step(page, next(part.id for part in PARTS if field in part.fields))


def begin(page: Any) -> None:
    """Puts the focus into a field, and waits for what checks and sends: it is loaded then."""
    page.focus("#f-title")
    wait_for_checks(page)


def wait_for_checks(page: Any) -> None:
    page.wait_for_selector("#practice-form[data-ready]", state="attached")


def fill(page: Any, value: dict[str, Any], fields: tuple[str, ...] | None = None) -> None:
    """Puts an example into the form's own controls, or some fields of it, step by step."""
    for part, name in ((one, name) for one in PARTS for name in one.fields):
        if fields and name not in fields:
            continue
        if not page.locator(f"[data-step='{part.id}']").is_visible():
            open_step(page, part.id)
        put(page, f"#f-{name}", value.get(name), write.non_null(SCHEMA["properties"][name]))


def put(page: Any, where: str, value: Any, about: dict[str, Any]) -> None:
    """Types, ticks or chooses one value. What is not given is taken out, if it is asked for."""
    box = page.locator(where)
    if not value and not box.is_visible():
        return
    if "$ref" in about:
        group = SCHEMA["$defs"][about["$ref"].rsplit("/", 1)[-1]]
        for name, inner in group["properties"].items():
            put(page, f"{where}-{name}", (value or {}).get(name), write.non_null(inner))
    elif about.get("type") == "array":
        put_list(page, box, value or [], about)
    elif box.evaluate("element => element.tagName") == "SELECT":
        box.select_option(value or "")
    elif "enum" in about:
        if value:
            box.locator(f"input[value='{value}']").check()
    else:
        box.fill(value or "")


def put_list(page: Any, box: Any, value: list[Any], about: dict[str, Any]) -> None:
    if box.locator("input[type=checkbox]").count():
        for id in box.locator("input[type=checkbox]:checked").evaluate_all(
            "ticks => ticks.map(tick => tick.value)"
        ):
            box.locator(f"input[value='{id}']").uncheck()
        for item in value:
            tick = box.locator(f"input[value='{item}']")
            tick.evaluate(
                "tick => { const around = tick.closest('details'); if (around) around.open ="
                " true; }"
            )
            tick.check()
        return
    away = box.get_by_role("button", name=re.compile("^Take away"))
    while away.count():
        away.first.click()
    for item in value:
        box.get_by_role("button", name=re.compile("^Add a")).click()
        where = "#" + box.locator(":scope > div > .practice-field").last.evaluate(
            "row => row.id || row.querySelector('input').id"
        )
        put(page, where, item, write.non_null(about["items"]))


def mistakes(page: Any) -> list[str]:
    """Every mistake that is shown beside its field."""
    shown = page.locator(".practice-mistake:not([hidden]) > span").all_text_contents()
    assert all(text.startswith("Error: ") for text in shown)
    return [text.removeprefix("Error: ") for text in shown]


def finish(page: Any) -> None:
    open_step(page, "check")
    page.get_by_role("button", name="Check and finish").click()
    wait_for_checks(page)


@pytest.fixture(scope="module")
def filled(browser, server):
    """A page with the good example in it, on a day after all days of the table."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2027-06-01T12:00:00")
    open_form(page, server)
    fill(page, GOOD)
    wait_for_checks(page)
    yield page
    context.close()


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.in_form], ids=lambda case: case.name
)
def test_the_form_says_what_the_table_says(case, filled):
    fill(filled, case.value, case.changed)
    finish(filled)
    said = sorted(mistakes(filled))
    fill(filled, GOOD, case.changed)
    assert said == sorted((*case.form, NOT_LOOKED))
    finish(filled)
    assert mistakes(filled) == [NOT_LOOKED]


def test_a_person_fills_it_breaks_it_in_ten_ways_mends_it_and_the_file_passes(
    page, server, tmp_path
):
    open_form(page, server)
    fill(page, GOOD)
    wait_for_checks(page)
    fields = {
        field: case
        for case in CASES
        if case.in_form
        for field in case.changed
        if field not in ("kind", "status", "sources", "contributors")
    }
    for field, case in fields.items():
        fill(page, case.value, (field,))
    assert len(fields) >= 10
    finish(page)
    assert page.locator(".practice-problems").evaluate("box => box === document.activeElement")
    assert page.locator(".practice-problems li").count() >= 10
    assert page.locator("#send").is_hidden()
    fill(page, GOOD, tuple(fields))
    open_step(page, "check")
    page.get_by_label("I read it once more").check()
    finish(page)
    assert page.locator("#send").evaluate("heading => heading === document.activeElement")
    name, text = page.input_value("#f-name"), page.input_value("#f-yaml")
    data = data_with(tmp_path, {name: text})
    assert [
        p
        for p in problems(data, str(data / "examples" / f"{name}.yml"))
        if p["severity"] == "error"
    ] == []


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.js")), ids=lambda path: path.name)
def test_no_script_looks_behind(path):
    """Safari before 16.4 drops a whole script for one `(?<=`."""
    assert not re.search(r"\(\?<[=!]", path.read_text("utf-8"))


def test_what_the_rules_know_is_said_once() -> None:
    """The form is given it: a script that said it again could come to say something else."""
    script = (SCRIPTS / "form-rules.js").read_text("utf-8")
    known = [*facts()["bases"].values(), AGREEMENT, IN_FULL]
    listed = [", ".join(f'"{word}"' for word in words[:2]) for words in known if len(words) > 1]
    assert listed and [words for words in listed if words in script] == []
    assert facts()["id"] not in script


def test_a_name_that_windows_cannot_have_is_refused(page: Any, server: str) -> None:
    open_form(page, server)
    begin(page)
    open_step_of(page, "added")
    page.fill("#f-name", "con")
    page.get_by_role("button", name="Continue", exact=True).click()
    expect(page.locator("#f-name-error")).to_contain_text("for example in-con")


def test_the_form_writes_the_same_bytes_as_the_command_line(filled):
    odd = {
        **GOOD,
        "place": "it's: here # now",
        "organisation": "- none",
        "title": "null and void, but true",
        "asks": ["Who comes: one, or two?", "late again"],
        "context": "one  \n\n   two\n- three",
    }
    for value in (GOOD, odd):
        assert filled.evaluate("value => practiceForm.yaml(value)", value) == write.example(value)


@pytest.mark.parametrize(
    ("families", "components"),
    [(["talk"], []), (["talk", "lead", "learn"], ["engagement", "use-of-information"])],
)
def test_the_preview_draws_the_swatch_of_the_site(filled, families, components):
    drawn = filled.evaluate(
        "([f, c]) => practiceForm.swatch(f, c).outerHTML", [families, components]
    )
    thread = re.compile(r'<path class="(t-\w+)" d="([^"]*)"')
    assert sorted(thread.findall(drawn)) == sorted(
        thread.findall(svg.swatch(tuple(families), tuple(components)))
    )


def test_the_preview_follows_what_is_typed(filled):
    row = filled.locator(".practice-form aside li")
    assert GOOD["title"] in row.inner_text()
    assert "A rural area in the north, Scotland, 2021 to 2023" in row.inner_text()


def test_a_mistake_shows_when_somebody_asks_and_not_before(page, server):
    open_form(page, server)
    begin(page)
    page.locator("#f-title").press_sequentially("Goals")
    page.keyboard.press("Tab")
    assert mistakes(page) == []
    assert page.inner_text(".practice-form-status") == "Not checked yet"
    finish(page)
    assert "Title must have 10 letters or more. It has 5" in mistakes(page)
    assert page.get_attribute("#f-title", "aria-invalid") == "true"
    assert "f-title-error" in page.get_attribute("#f-title", "aria-describedby")
    assert page.title().startswith("Error: ")
    assert page.locator("#practice-summary").inner_text() == "There is a problem"


def test_nothing_moves_under_a_press_when_a_field_is_left(page, server):
    open_form(page, server)
    begin(page)
    page.locator("#f-summary").press_sequentially("We asked.")
    choice = page.locator("label:has(#f-kind-contributed)")
    before = choice.bounding_box()
    page.mouse.move(before["x"] + 30, before["y"] + 15)
    page.mouse.down()
    assert choice.bounding_box() == before
    page.mouse.up()
    assert page.locator("#f-kind-contributed").is_checked()


def test_a_link_of_the_summary_leads_to_the_first_choice_of_a_group(page, server):
    open_form(page, server)
    finish(page)
    page.get_by_role("link", name="Tick the setting: where it happened").click()
    page.wait_for_function(
        "() => document.activeElement.matches('#f-settings input')"
    )  # another step


def test_only_what_applies_is_asked_for(page, server):
    open_form(page, server)
    for name in ("about", "checked_by_role", "consent-covers", "learning_basis", "withdrawn"):
        open_step_of(page, name.partition("-")[0])
        assert not page.locator(f"#f-{name}").is_visible(), name
    open_step(page, "what")
    page.locator("#f-kind-contributed").check()
    page.locator("#f-about-team").check()
    open_step(page, "agreement")
    page.locator("#f-consent-basis-people-agreed").check()
    open_step(page, "learning")
    page.fill("#f-learning", "Half an hour is enough.")
    for name in ("about", "checked_by_role", "consent-covers", "learning_basis"):
        open_step_of(page, name.partition("-")[0])
        assert page.locator(f"#f-{name}").is_visible(), name
    open_step(page, "what")
    page.locator("#f-kind-illustrative").check()
    open_step(page, "where")
    assert not page.locator("#f-organisation").is_visible()
    assert "about" not in page.evaluate("practiceForm.state.value")


def test_the_page_does_not_say_that_scripts_are_off_while_they_load(page, server):
    page.route("**/form.js", lambda route: None)
    page.goto(server + FORM, wait_until="commit")
    page.wait_for_selector("h1")
    assert not page.get_by_role("heading", name="The form needs JavaScript").is_visible()


@pytest.mark.parametrize(
    "text",
    [
        *("25/11/2026", "25.11.2026", "25 November 2026", "25th nov 2026", "3 April 2026"),
        *("4/4/2026", "3/4/2026", "4/13/2026", "31/2/2026", "29 Feb 2026", "1 Foo 2026"),
        *("2026-11-25", "soon", ""),
    ],
)
def test_a_day_is_understood_as_the_command_line_understands_it(filled, text):
    open_step_of(filled, "added")
    box = filled.locator("#f-added")
    before = box.input_value()
    box.fill(text)
    box.blur()
    understood = box.input_value()
    box.fill(before)
    assert understood == (autofix_values.day(text) or text)


def test_links_of_the_summary_lead_to_the_field_by_keyboard(page, server):
    open_form(page, server)
    finish(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.activeElement.id === 'f-title'"
    )  # after the change of step


def test_a_button_that_adds_says_a_or_an_as_the_next_word_asks(page: Any, server: str) -> None:
    open_form(page, server)
    words = [text.strip() for text in page.locator("#practice-form button").all_text_contents()]
    adding = [text for text in words if text.startswith(("Add a ", "Add an "))]
    assert adding
    for text in adding:
        _, article, thing, *_ = text.split()
        assert (article == "an") is (thing[0] in "aeiou"), text


def test_the_help_of_a_group_does_not_say_its_choices_once_more(page: Any, server: str) -> None:
    """A screen reader reads the name of a group, its help and each choice one after another."""
    open_form(page, server)
    groups = page.locator("#practice-form fieldset:has(input)").evaluate_all(
        """all => all.map((group) => ({
          help: (group.getAttribute("aria-describedby") || "").split(" ").filter(Boolean)
            .map((id) => document.getElementById(id)?.textContent || "").join(" "),
          values: [...group.querySelectorAll("input")].map((input) => input.value),
          choices: [...group.querySelectorAll("label")].map((label) => label.textContent.trim()),
        }))"""
    )
    assert [group for group in groups if group["help"] and len(group["choices"]) > 1]
    for group in groups:
        said = [words for words in group["choices"] if len(words) > 12 and words in group["help"]]
        codes = [value for value in group["values"] if value and f"{value}:" in group["help"]]
        assert not said and not codes, group


def test_a_draft_stays_in_this_browser_and_can_be_deleted(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    open_form(page, server)
    page.fill("#f-title", "Goal meetings in a team")
    open_step(page, "where")
    page.locator("#f-settings").get_by_label("Home care").check()
    page.reload()
    expect(page.locator("#f-settings-home-care")).to_be_checked()
    assert page.input_value("#f-title") == "Goal meetings in a team"
    assert page.locator("#f-settings-home-care").is_checked()
    assert all(url.startswith((server, "data:")) and "?" not in url for url in asked)
    page.get_by_role("button", name="Delete the draft").click()
    expect(page.locator("#f-title")).to_have_value("")
    assert page.evaluate("localStorage.getItem('practice-draft')") is None
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#f-title")).to_have_value("Goal meetings in a team")
    assert page.locator("#f-settings-home-care").is_checked()
    page.get_by_role("button", name="Delete the draft").click()
    page.reload()
    expect(page.locator("#f-title")).to_have_value("")


def test_an_address_fills_fields_in_and_leaves_out_what_nobody_knows(page, server):
    open_form(
        page,
        server,
        "?themes=risk-enablement,nothing&settings=housing&key_points=listen-first&guides=risk",
    )
    ticked = page.locator("input:checked").evaluate_all("boxes => boxes.map(box => box.id)")
    assert {
        "f-themes-risk-enablement",
        "f-settings-housing",
        "f-key_points-listen-first",
        "f-guides-risk",
    } <= set(ticked)
    assert not any("nothing" in id for id in ticked)
    open_step(page, "themes")
    page.locator("#f-themes-risk-enablement").uncheck()
    page.reload()
    page.wait_for_selector("#f-themes")
    assert not page.locator("#f-themes-risk-enablement").is_checked()
    assert page.locator("#f-settings-housing").is_checked()


def test_a_long_address_is_cut_at_the_limit_of_its_field_and_not_kept(page, server):
    open_form(page, server, "?title=" + "long%20" * 1000)
    assert len(page.locator("#f-title").input_value()) <= 120
    assert page.evaluate("localStorage.getItem('practice-draft')") is None


POISONED = (
    {"themes": 5},
    {"themes": ["nobody-knows-this"]},
    {"questions": [None]},
    {"questions": [{"ask": 3}]},
    {"consent": None},
    {"period": None},
    {"period": {"from": []}},
    {"title": {"a": 1}},
    {"related": [{}]},
    {"nothing": 1},
    [],
    "text",
    7,
    None,
)


@pytest.mark.parametrize("value", POISONED, ids=repr)
def test_a_draft_of_another_shape_is_left_out_and_the_form_works(page, server, value):
    open_form(page, server)
    page.evaluate(
        "draft => localStorage.setItem('practice-draft', draft)", json.dumps({"value": value})
    )
    page.reload()
    page.wait_for_selector("#f-title")
    page.fill("#f-title", "A title typed later")
    draft = json.loads(page.evaluate("localStorage.getItem('practice-draft')"))
    assert draft["value"]["title"] == "A title typed later"


def ready(page: Any, server: str, value: dict[str, Any]) -> None:
    """Opens the form with a draft that was kept, and goes to the end."""
    open_form(page, server)
    page.evaluate(
        "draft => localStorage.setItem('practice-draft', draft)", json.dumps({"value": value})
    )
    page.reload()
    open_step(page, "check")
    page.get_by_label("I read it once more").check()
    finish(page)
    page.locator(".practice-other-ways > summary").click()
    page.wait_for_selector("#f-yaml")


def test_one_button_opens_the_new_file_page_with_name_and_content(page, server):
    ready(page, server, GOOD)
    href = page.get_by_role("link", name="Open it as a new file").get_attribute("href")
    query = parse_qs(urlsplit(href).query)
    assert urlsplit(href).path.endswith("/new/main/examples_data/examples")
    assert query["filename"] == ["goal-meetings-in-a-team-of-home-care-workers.yml"]
    assert query["value"] == [page.input_value("#f-yaml")]
    issue = parse_qs(
        urlsplit(page.get_by_role("link", name="Open it as an issue").get_attribute("href")).query
    )
    assert issue["template"] == ["example.yml"]
    assert issue["yaml"] == query["value"]


def test_what_is_too_long_for_an_address_is_copied_first(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ready(
        page,
        server,
        {
            **GOOD,
            "context": (
                "Visits were counted in minutes, and nobody asked what they were for. " * 120
            ),
        },
    )
    way = page.locator(
        "section", has=page.get_by_role("heading", name="As a pull request, with the same account")
    ).last
    assert "too long" in way.inner_text()
    assert len(way.get_by_role("link").get_attribute("href")) < 7500
    way.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#f-yaml")


def test_the_e_mail_goes_to_the_address_of_the_configuration(page, server):
    ready(page, server, GOOD)
    href = page.get_by_role("link", name="Open the email").get_attribute("href")
    assert href.startswith(
        "mailto:examples@outcomes-in-practice.example?subject=A%20practice%20example"
    )
    assert len(href) < 1900


def test_the_form_works_by_keyboard_alone(page, server):
    open_form(page, server)
    page.locator("#f-title").focus()
    page.keyboard.type(GOOD["title"])
    page.keyboard.press("Tab")
    page.keyboard.type(GOOD["summary"])
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    value = page.evaluate("practiceForm.state.value")
    assert (value["title"], value["summary"], value["kind"], value["about"]) == (
        GOOD["title"],
        GOOD["summary"],
        "contributed",
        "service",
    )


def test_adding_and_taking_away_an_item_keeps_the_focus(page, server):
    open_form(page, server)
    open_step(page, "sources")
    page.get_by_role("button", name="Add a source").press("Enter")
    assert (
        page.evaluate("document.activeElement.closest('fieldset').parentElement.parentElement.id")
        == "f-sources"
    )
    page.get_by_role("button", name="Take away source 1").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Add a source"


def test_it_fits_on_320_pixels_with_all_its_words(browser, server):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    ready(page, server, GOOD)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.locator("label.practice-option, .practice-form button").evaluate_all(
        "all => all.filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e =>"
        " e.textContent)"
    )
    assert small == []
    context.close()


def test_every_field_of_the_schema_is_in_the_form_with_its_help(page, server):
    open_form(page, server)
    for name, about in SCHEMA["properties"].items():
        assert page.locator(f"#f-{name}").count() == 1, name
        told = questions.HELP.get(name, about["description"])
        assert page.locator(f"#f-{name}-help").text_content() == told


def test_without_javascript_the_page_shows_the_template_and_other_ways(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + FORM)
    assert page.get_by_role("heading", name="The form needs JavaScript").is_visible()
    assert page.locator("pre").text_content() == write.template()
    assert page.locator("a[href^='mailto:']").first.is_visible()
    context.close()


def test_the_published_lists_are_those_that_the_form_uses(site):
    published = {
        name: json.loads((site / f"schema/{name}.json").read_text(encoding="utf-8"))
        for name in ("choices", "messages", "ids", "example.schema")
    }
    assert published["example.schema"] == SCHEMA
    data, messages = (
        json.loads(
            (site / f"assets/{name}.js")
            .read_text(encoding="utf-8")
            .partition(" = ")[2]
            .rstrip(";\n")
        )
        for name in ("form-data", "form-messages")
    )
    assert data["choices"] == published["choices"]
    assert messages["patterns"] == published["messages"]["patterns"]
    assert messages["form"] == questions.FORM_MESSAGES
    listed = json.loads((site / "api/v1/examples.json").read_text(encoding="utf-8"))
    gone = json.loads((site / "api/v1/ids.json").read_text(encoding="utf-8"))["withdrawn"]
    assert [id for id, _ in published["ids"]["example"]] == sorted(
        row["id"] for row in (*listed, *gone)
    )


def test_what_checks_is_loaded_once_somebody_begins(page, server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    open_form(page, server)
    page.wait_for_load_state("networkidle")
    assert not {"form-rules.js", "form-messages.js", "form-ids.js"} & set(asked)
    begin(page)
    assert [
        name for name in asked if name in ("form-rules.js", "form-messages.js", "form-ids.js")
    ] == ["form-messages.js", "form-rules.js", "form-ids.js"]


def test_checks_that_cannot_be_loaded_are_told_and_can_be_tried_again(page, server):
    open_form(page, server)
    page.route("**/form-rules.js", lambda route: route.abort())
    open_step(page, "check")
    page.get_by_role("button", name="Check and finish").click()
    page.wait_for_selector(".practice-form-status:has-text('could not be loaded')")
    page.unroute("**/form-rules.js")
    finish(page)
    assert "could not be loaded" not in page.inner_text(".practice-form-status")
    assert page.locator(".practice-problems li").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_form_empty_faulty_or_ready(browser, server, width, scheme):
    run = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    open_form(page, server)
    found = [
        ("empty", rule["id"], rule["nodes"][0]["html"][:150])
        for rule in run.Axe().run(page).response["violations"]
    ]
    finish(page)
    found += [
        ("faulty", rule["id"], rule["nodes"][0]["html"][:150])
        for rule in run.Axe().run(page).response["violations"]
    ]
    ready(page, server, GOOD)
    found += [
        ("ready", rule["id"], rule["nodes"][0]["html"][:150])
        for rule in run.Axe().run(page).response["violations"]
    ]
    context.close()
    assert found == []
