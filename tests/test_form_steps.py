"""The long form as somebody goes through it, step by step: on, back, from the list of steps, and
from "Check your answers".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from tests import looking
from tests.cases import GOOD
from tests.kinds import DARK, LIGHT, State
from tests.test_form import FORM, fill, finish, mistakes, open_form, open_step, wait_for_checks

from practice.contributing.questions import PARTS

WAY = PARTS[:-1]
"""The steps that somebody goes through."""


@pytest.fixture
def phone(browser, server):
    """The form on a telephone of 360 by 640 px. A script that fails, fails the test."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    open_form(page, server)
    yield page
    context.close()
    assert faults == []


def go_on(page: Any) -> None:
    page.get_by_role("button", name="Continue", exact=True).click()
    wait_for_checks(page)


def heading(page: Any, words: str) -> None:
    """The heading of the step that is shown, and has the focus."""
    expect(page.locator("h1:visible")).to_have_text(words)
    expect(page.locator("h1:visible")).to_be_focused()
    expect(page).to_have_title(re.compile(f"^{re.escape(words)} · "))


def kept(page: Any, value: dict[str, Any], **more: Any) -> None:
    """Opens the form again with a draft of this device."""
    draft = json.dumps({"value": value, **more})
    page.evaluate("draft => localStorage.setItem('practice-draft', draft)", draft)
    page.goto(page.url.partition("#")[0])
    page.reload()
    wait_for_checks(page)


def states(page: Any) -> dict[str, str]:
    """How far each step is, as the list of steps says it."""
    return dict(
        page.locator("#long-list li > a").evaluate_all(
            "links => links.map(link => [...link.children].map(part => part.textContent))"
        )
    )


def test_continue_goes_through_every_step_to_the_end(page, server):
    open_form(page, server)
    for number, part in enumerate(WAY, 1):
        expect(page.locator("#long-where")).to_have_text(
            f"Send an example, step {number} of {len(WAY)}"
        )
        fill(page, GOOD, part.fields)
        go_on(page)
        if part is not WAY[-1]:
            heading(page, WAY[number].title)
    heading(page, "Check your answers")
    page.locator("#f-looked").check()
    finish(page)
    heading(page, "Ready to send")
    found = states(page)
    assert found.pop(PARTS[-1].title) == "optional"
    assert set(found.values()) == {"done", "ready"}


def test_a_step_tells_its_own_mistakes_and_no_others(page, server):
    open_form(page, server)
    go_on(page)
    says = [
        "Enter a title, for example: Tea at eleven in a care home in Fife",
        "Write a summary: what was tried, and what came of it",
        "Choose one: it is published already, you are telling us yourself, or it is made up",
    ]
    assert page.locator(".practice-problems li").all_text_contents() == says
    assert mistakes(page) == says
    expect(page.locator(".practice-problems")).to_be_focused()
    assert page.title().startswith("Error: What it is · ")
    fill(page, GOOD, WAY[0].fields)
    go_on(page)
    heading(page, WAY[1].title)
    assert mistakes(page) == []


def test_a_source_is_asked_for_where_sources_are_given(page, server):
    open_form(page, server)
    fill(page, {**GOOD, "kind": "published"}, ("title", "summary", "kind"))
    go_on(page)
    heading(page, WAY[1].title)
    open_step(page, "sources")
    go_on(page)
    assert mistakes(page) == ["Add a source: where it is published"]
    page.locator(".practice-problems a").click()
    expect(page.get_by_role("button", name="Add a source")).to_be_focused()


def test_the_list_says_how_far_each_step_is(page, server):
    open_form(page, server)
    assert set(states(page).values()) == {"not begun", "not yet", "optional"}
    assert states(page)["For editors"] == "optional"
    first = states(page)
    page.locator("#f-title").focus()
    wait_for_checks(page)
    assert states(page) == first
    page.locator("#f-title").press_sequentially("Goals")
    wait_for_checks(page)
    assert states(page)["What it is"] == "begun"
    open_step(page, "where")
    assert states(page)["What it is"] == "something to mend"
    fill(page, GOOD, WAY[0].fields)
    assert states(page)["What it is"] == "begun"
    go_on(page)
    heading(page, WAY[1].title)
    assert states(page)["What it is"] == "done"
    page.get_by_label("Place (optional)").fill("The north")
    open_step(page, "story")
    assert states(page)["Where and when"] == "begun"
    open_step(page, "thanks")
    assert states(page)["Who to thank"] == "optional"
    go_on(page)
    heading(page, "Check your answers")
    assert states(page)["Who to thank"] == "done"
    page.reload()
    wait_for_checks(page)
    assert states(page)["Who to thank"] == "done"
    current = page.locator("#long-list [aria-current=step]")
    expect(current).to_have_text(re.compile("^Check your answers"))


def test_what_the_form_filled_in_on_another_day_is_nothing_that_somebody_did(page, server):
    open_form(page, server)
    kept(page, {"title": GOOD["title"], "added": "2026-01-02"})
    open_step(page, WAY[1].id)
    wait_for_checks(page)
    assert states(page)[PARTS[-1].title] == "optional"


def test_one_press_goes_to_what_is_missing(page, server):
    open_form(page, server)
    kept(page, {name: GOOD[name] for name in GOOD if name not in ("limits", "themes")})
    missing = page.get_by_role("button", name="Go to what is missing")
    missing.click()
    heading_of = page.locator("h1:visible")
    expect(heading_of).to_have_text("What was learnt")
    expect(page.locator("#f-limits")).to_be_focused()
    page.keyboard.type(GOOD["limits"])
    missing.click()
    expect(heading_of).to_have_text("What it is about")
    fill(page, GOOD, ("themes",))
    expect(missing).to_be_hidden()
    assert states(page)["Check your answers"] == "ready"


def test_back_and_the_browser_move_between_steps_and_lose_no_word(page, server):
    open_form(page, server)
    fill(page, GOOD, WAY[0].fields)
    go_on(page)
    heading(page, WAY[1].title)
    page.fill("#f-place", "Half a w")
    page.get_by_role("link", name="Back", exact=True).click()
    heading(page, WAY[0].title)
    assert page.input_value("#f-title") == GOOD["title"]
    page.go_back()
    heading(page, WAY[1].title)
    assert page.input_value("#f-place") == "Half a w"
    page.go_back()
    heading(page, WAY[0].title)
    page.go_forward()
    page.reload()
    expect(page.locator("h1:visible")).to_have_text(WAY[1].title)
    assert page.input_value("#f-place") == "Half a w"
    open_step(page, "what")
    assert page.locator("#long-back").get_attribute("href").endswith("contribute/")


def test_every_answer_can_be_changed_from_the_check(page, server):
    open_form(page, server)
    kept(page, GOOD)
    open_step(page, "check")
    said = page.locator(".practice-answers").inner_text()
    for words in ("Home care", "Contributed: you are telling us", "Team leader", "1 March 2026"):
        assert words in said, words
    assert "When did we last ask what a visit is for?" in said
    assert "if they say who wrote it" in said
    assert "names with a title, such as Mrs." in page.locator("[data-step=check]").inner_text()
    assert "Published" not in said and "Day it came in" not in said  # an editor's
    assert page.get_by_role("link", name=re.compile("^Change ")).count() > len(WAY)
    page.get_by_role("link", name="Change Summary").click()
    expect(page.locator("#f-summary")).to_be_focused()
    page.fill("#f-summary", "We met each week for half an hour, and asked what matters.")
    go_on(page)
    heading(page, "Check your answers")
    assert "We met each week for half an hour" in page.locator(".practice-answers").inner_text()
    page.get_by_role("link", name="Change Licence").click()
    expect(page.locator("h1:visible")).to_have_text("For editors")
    go_on(page)
    heading(page, "Check your answers")


def test_an_agreement_of_tomorrow_is_refused_by_the_clock_of_the_browser(page, server):
    page.clock.set_fixed_time("2026-11-28T12:00:00")
    open_form(page, server)
    consent = {**GOOD["consent"], "agreed_on": "2026-11-29"}
    kept(page, {**GOOD, "added": "2026-11-28", "consent": consent})
    finish(page)
    words = "Day it was agreed: 29 November 2026 has not come yet."
    assert [said for said in mistakes(page) if said.startswith(words)]
    page.clock.set_fixed_time("2026-11-29T12:00:00")
    finish(page)
    assert not [said for said in mistakes(page) if "has not come" in said]


def test_the_address_of_the_end_leads_to_the_check_until_all_is_checked(page, server):
    open_form(page, server)
    page.evaluate("location.hash = 'send'")
    expect(page.locator("h1:visible")).to_have_text("Check your answers")
    expect(page.locator(".practice-problems")).to_be_focused()
    kept(page, GOOD)
    open_step(page, "check")
    page.locator("#f-looked").check()
    finish(page)
    heading(page, "Ready to send")
    open_step(page, "what")
    page.fill("#f-title", "Goals in a team of home care workers")
    page.evaluate("location.hash = 'send'")
    expect(page.locator("h1:visible")).to_have_text("Check your answers")


def test_a_place_on_the_page_is_not_a_step(page, server):
    open_form(page, server)
    open_step(page, "story")
    page.fill("#f-context", "Visits were counted.")
    page.evaluate("location.hash = 'content'")
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.locator("h1:visible").text_content() == "The story"


def test_on_a_telephone_the_list_opens_and_the_preview_is_one_tap_away(phone):
    phone.locator("#f-title").fill(GOOD["title"])
    wait_for_checks(phone)
    assert not phone.locator("#long-list a").first.is_visible()
    phone.get_by_text("All steps").tap()
    small = phone.locator("#long-list a, #long-list button").evaluate_all(
        "all => all.filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)"
        ".map(e => e.textContent)"
    )
    assert small == []
    phone.get_by_role("link", name="See how it will look").tap()
    expect(phone.get_by_role("heading", name=GOOD["title"])).to_be_in_viewport()
    phone.get_by_role("link", name=re.compile("^The story")).tap()
    heading(phone, "The story")
    assert not phone.locator("#long-list a").first.is_visible()
    assert phone.evaluate("scrollY") == 0


def test_enter_in_a_line_goes_on(page, server):
    open_form(page, server)
    kept(page, GOOD)
    page.locator("#f-title").press("Enter")
    heading(page, WAY[1].title)


@pytest.mark.parametrize("name", ["form-steps.js", "form-fields.js", "form-data.js"])
def test_a_script_that_does_not_load_leaves_the_other_ways(browser, server, name):
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{name}", lambda route: route.abort())
    page.goto(server + FORM)
    expect(page.get_by_role("heading", name="The form needs JavaScript")).to_be_visible()
    context.close()


def each_step(page: Any) -> Iterator[str]:
    """Every step, empty and with what it finds wrong; then the check and the end."""
    for part in PARTS:
        open_step(page, part.id)
        yield part.id
        go_on(page)
        if mistakes(page):
            yield f"{part.id}, with mistakes"
    finish(page)
    yield "check, with mistakes"
    kept(page, GOOD)
    open_step(page, "check")
    yield "check"
    page.locator("#f-looked").check()
    finish(page)
    page.locator(".practice-other-ways > summary").click()
    yield "send"


@pytest.mark.parametrize(
    "state",
    [
        State("light, 320 px", 320, 640, LIGHT),
        State("dark, 1280 px", 1280, 900, DARK),
        State("forced colours, 1280 px", 1280, 900, {**DARK, "forced_colors": "active"}),
    ],
    ids=lambda state: state.name,
)
def test_axe_finds_no_fault_in_any_step(phone, state):
    assert looking.axe_in_each(phone, each_step(phone), state) == []


def test_every_stop_of_every_step_is_seen_by_keyboard(phone):
    assert looking.walk_in_each(phone, each_step(phone)) == []


def test_nothing_is_lost_at_400_per_cent_or_with_wider_spacing(phone):
    assert looking.reflow_in_each(phone, each_step(phone)) == []
