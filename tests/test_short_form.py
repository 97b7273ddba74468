"""The short form, as somebody uses it on a small telephone: six questions, one hand, many second
thoughts.
"""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from tests import looking
from tests.cases import data_with, problems, run
from tests.kinds import LIGHT, STATES, State
from tests.test_look import weight

from practice.contributing import issue, short, write
from practice.reading import document

SHORT = "/contribute/short/"
ANSWERS: dict[str, Any] = {
    "what_they_did": "Each Friday we sat for half an hour. We asked what matters to one person.",
    "what_changed": "Tea comes at eleven now. We do not know more yet.",
    "organisation": "Larch House, Fife",
    "nation": "scotland",
    "settings": "care-home",
    "what_got_in_the_way": "Night staff could not come.",
    "what_helped": "Our manager paid for the time.",
    "recognised": "no",
    "agreed": ["organisation-agreed"],
    "contact": "Sam, 01632 960123",
}
NASTY = (
    "# A heading\nAnother\n===\n- one\n  ---\n> # three\n<b>bold</b> and a <3\n"
    "![a](b.png) [c](javascript:d) [e]: f\nhard\u00a0space, soft\u00adhyphen, tab\there\n"
    "C:\\new #1, `<i>`, *stars*, https://example.org/ <https://example.org> 🏴 👩‍⚕️"
)


@pytest.fixture
def phone(browser, server):
    """The form on a telephone of 360 by 640 px. A script that fails, fails the test."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server + SHORT)
    page.wait_for_selector("#practice-short:not([hidden])")
    yield page
    context.close()
    assert faults == []


def answer(page: Any, name: str, value: Any) -> None:
    """Gives one answer by touch."""
    box = page.locator(f"#s-{name}")
    if name in ("recognised", "agreed"):
        for one in [value] if isinstance(value, str) else value:
            page.locator(f"label:has(#s-{name}-{one})").tap()
    elif box.evaluate("box => box.tagName") == "SELECT":
        box.select_option(value)
    else:
        box.tap()
        box.fill(value)


def go_on(page: Any) -> None:
    page.get_by_role("button", name="Continue").tap()


def answer_all(page: Any, answers: dict[str, Any] = ANSWERS) -> None:
    """Answers all six questions, and stops at "Check your answers"."""
    for step in short.STEPS:
        expect(page.locator("h1:visible")).to_have_text(step.question)
        for box in step.boxes:
            if box.name in answers:
                answer(page, box.name, answers[box.name])
        go_on(page)
    expect(page.locator("h1:visible")).to_have_text("Check your answers")


def send(page: Any) -> str:
    """Goes from the check to the ways to send; the text of the draft."""
    go_on(page)
    expect(page.locator("h1:visible")).to_have_text("Send it")
    page.get_by_text("Other ways to send it").tap()
    return page.input_value("#f-yaml")


def query_of(page: Any, name: str) -> dict[str, str]:
    href = page.get_by_role("link", name=name).get_attribute("href")
    return {key: values[0] for key, values in parse_qs(urlsplit(href).query).items()}


def test_each_question_fits_on_one_small_screen_with_its_button(phone):
    for step in short.STEPS:
        expect(phone.locator("h1:visible")).to_have_text(step.question)
        assert phone.evaluate("scrollY") == 0
        assert phone.evaluate("document.documentElement.scrollWidth") == 360
        lowest = phone.locator("#short-delete").bounding_box()
        assert lowest["y"] + lowest["height"] <= 640, step.id
        for box in step.boxes:
            if box.name in ANSWERS:
                answer(phone, box.name, ANSWERS[box.name])
        go_on(phone)


def test_every_way_of_sending_carries_the_same_bytes(phone, tmp_path):
    answer_all(phone)
    text = send(phone)
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Download the file").tap()
    assert Path(download.value.path()).read_bytes() == text.encode()
    assert query_of(phone, "Open it as a new file")["value"] == text
    assert query_of(phone, "Open it as an issue")["yaml"] == text
    mail = query_of(phone, "Open the email")["body"]
    assert mail.startswith("This is my draft for Outcomes in Practice.\n")
    assert f"{write.FIRST}{mail.partition(issue.MAIL_MARK)[2].lstrip()}" == text
    pasted = f"### Text from the form on our site\n\n```yaml\n{text.rstrip()}\n```\n"
    body = tmp_path / "issue.md"
    body.write_text(pasted, "utf-8")
    assert run("issue-to-yaml", str(body)).stdout == text
    wrapped = "\n".join(
        textwrap.fill(line, 60, break_on_hyphens=False) if line[:2] == "  " else line
        for line in mail.split("\n")
    )
    for words in (wrapped, text):  # as it is sent now, and as it was
        sent = f"Hello,\n{words}\n\n-- \nSam Example\nSent from my telephone\n"
        body.write_text(sent, "utf-8")
        assert run("issue-to-yaml", str(body)).stdout == text
    data = data_with(tmp_path, {"draft": run("issue-to-yaml", str(body)).stdout})
    waits = run("inbox", "--data", str(data)).stdout
    assert "Each Friday we sat for half an hour." in waits
    assert "Could people be recognised? No" in waits


def test_the_draft_is_what_the_command_line_writes_and_passes_as_a_draft(phone, tmp_path):
    answer_all(phone)
    text = send(phone)
    value = {
        **{name: said for name, said in ANSWERS.items() if name not in ("recognised", "contact")},
        "kind": "contributed",
        "settings": ["care-home"],
        "consent": {"basis": "organisation-agreed"},
        "added": re.search(r"^added: (.+)$", text, re.MULTILINE)[1],
        "status": "draft",
    }
    notes = (short.NOTE, "Could people be recognised? No", "Who has agreed? My manager or organis")
    assert text.startswith(write.example(value) + f"# {notes[0]}\n# {notes[1]}\n# {notes[2]}")
    data = data_with(tmp_path, {"draft": text})
    found = problems(data, str(data / "examples" / "draft.yml"))
    assert {problem["severity"] for problem in found} == {"note"}
    assert {"title is missing", "themes is missing"} <= {problem["message"] for problem in found}


def test_how_to_reach_somebody_goes_into_the_e_mail_and_nowhere_else(phone):
    answer_all(phone)
    text = send(phone)
    assert "01632" not in text
    lines = query_of(phone, "Open the email")["body"].split("\n")
    assert lines[2] == "You can reach me: Sam, 01632 960123"
    assert not [line for line in lines if "yaml" in line or "$" in line]
    for way in ("Open it as a new file", "Open it as an issue"):
        assert "01632" not in phone.get_by_role("link", name=way).get_attribute("href")


def test_what_was_typed_stays_words_whatever_signs_it_has(phone, tmp_path):
    answer_all(phone, {**ANSWERS, "what_they_did": NASTY, "organisation": "- # 'null': [x] \u00ad"})
    text = send(phone)
    data = data_with(tmp_path, {"draft": text})
    found = problems(data, str(data / "examples" / "draft.yml"))
    assert [problem for problem in found if problem["severity"] == "error"] == []
    value = document.read(text.encode(), "draft.yml").value
    assert value["organisation"] == "- # 'null': [x]"
    assert "soft" + "hyphen, tab here" in value["what_they_did"]


def test_back_never_loses_a_word(phone):
    answer(phone, "what_they_did", "We asked. ")
    go_on(phone)
    answer(phone, "what_changed", "Half a sent")
    phone.get_by_role("link", name="Back").tap()
    assert phone.input_value("#s-what_they_did") == "We asked. "
    go_on(phone)
    assert phone.input_value("#s-what_changed") == "Half a sent"
    phone.go_back()
    expect(phone.locator("h1:visible")).to_have_text("What did you try?")
    phone.reload()
    assert phone.input_value("#s-what_they_did") == "We asked. "
    phone.go_forward()
    phone.reload()
    expect(phone.locator("h1:visible")).to_have_text("What came of it?")
    assert phone.input_value("#s-what_changed") == "Half a sent"


def test_a_mistake_is_told_on_continue_and_not_before(phone):
    box = phone.locator("#s-what_they_did")
    box.tap()
    box.blur()
    assert phone.locator(".practice-mistake:visible, .practice-problems:visible").count() == 0
    go_on(phone)
    says = "Write what you tried. One sentence is enough."
    assert phone.title().startswith("Error: What did you try? · ")
    assert phone.evaluate("document.activeElement.id") == "short-problems"
    assert phone.locator("#s-what_they_did-error").text_content() == f"Error: {says}"
    assert phone.get_attribute("#s-what_they_did", "aria-invalid") == "true"
    phone.get_by_role("link", name=says).tap()
    assert phone.evaluate("document.activeElement.id") == "s-what_they_did"
    answer(phone, "what_they_did", "We asked.")
    go_on(phone)
    expect(phone).to_have_title(re.compile("^What came of it\\? · "))


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("what_they_did", "Ring Jo on 07700 900123.", "This looks like a phone number: 07…23."),
        ("what_changed", "Born 12 March 1938.", "This looks like a date of birth: 12…38."),
        ("organisation", "jo.smith@gmail.com", "This looks like a person's email address: jo…om."),
        ("what_helped", "NHS number 943 476 5919", "This looks like an NHS number: 94…19."),
    ],
)
def test_the_guard_speaks_at_each_question(phone, name, words, says):
    for step in short.STEPS:
        for box in step.boxes:
            if box.name in ANSWERS:
                answer(phone, box.name, words if box.name == name else ANSWERS[box.name])
        go_on(phone)
        if name in [box.name for box in step.boxes]:
            break
    assert says in phone.locator(f"#s-{name}-error").text_content()
    assert phone.input_value(f"#s-{name}") == words


def test_answers_are_deleted_from_the_first_page_on_and_can_be_brought_back(phone):
    answer(phone, "what_they_did", "We asked.")
    away = phone.locator("#short-delete")
    away.tap()
    assert phone.input_value("#s-what_they_did") == ""
    assert phone.evaluate("localStorage.getItem('practice-short')") is None
    expect(phone.get_by_text("Your answers are deleted.")).to_be_visible()
    phone.get_by_role("button", name="Bring them back").tap()
    assert phone.input_value("#s-what_they_did") == "We asked."
    away.tap()
    phone.reload()
    assert phone.input_value("#s-what_they_did") == ""


def test_change_leads_to_the_question_and_back_to_the_check(phone):
    answer_all(phone)
    assert ANSWERS["what_they_did"] in phone.locator(".practice-answers").inner_text()
    phone.get_by_role("link", name="Change What came of it?").tap()
    answer(phone, "what_changed", "Nothing yet.")
    go_on(phone)
    expect(phone.locator("h1:visible")).to_have_text("Check your answers")
    assert "Nothing yet." in phone.locator(".practice-answers").inner_text()


def test_what_was_left_empty_is_told_in_words_that_fit_its_question(phone):
    left = ("what_got_in_the_way", "what_helped", "agreed", "contact")
    answer_all(phone, {name: said for name, said in ANSWERS.items() if name not in left})
    checked = phone.locator(".practice-answers p").all_inner_texts()
    assert checked[-5:] == [
        "What made it hard: Not answered",
        "What helped: Not answered",
        "Could people be recognised? No",
        "Who has agreed? Nobody yet",
        "Not answered",
    ]
    assert "# Who has agreed? Nobody yet\n" in send(phone)


def test_nobody_is_stuck_in_a_nation_that_the_library_does_not_list(phone, tmp_path):
    answer_all(phone, {name: said for name, said in ANSWERS.items() if name != "nation"})
    checked = phone.locator(".practice-answers").inner_text()
    assert "Nation: Not sure, or another country" in checked
    data = data_with(tmp_path, {"draft": send(phone)})
    found = problems(data, str(data / "examples" / "draft.yml"))
    assert {problem["severity"] for problem in found} == {"note"}


def test_an_address_of_the_end_leads_to_the_question_that_lacks_an_answer(phone, server):
    phone.goto(f"{server}{SHORT}#send")
    phone.reload()
    expect(phone.locator("h1:visible")).to_have_text("What did you try?")


def test_an_answer_of_signs_that_nobody_sees_is_none(phone, server):
    unseen = json.dumps({**ANSWERS, "what_they_did": "\u200b\u200b \u2060"})
    phone.evaluate("kept => localStorage.setItem('practice-short', kept)", unseen)
    phone.goto(f"{server}{SHORT}?again#send")
    expect(phone.locator("h1:visible")).to_have_text(short.STEPS[0].question)
    go_on(phone)
    expect(phone.locator("#short-problems")).to_be_visible()


def test_a_nation_that_is_no_choice_any_more_is_not_answered(phone, server):
    gone = json.dumps({**ANSWERS, "nation": "atlantis"})
    phone.evaluate("kept => localStorage.setItem('practice-short', kept)", gone)
    phone.goto(f"{server}{SHORT}?again#check")
    expect(phone.locator("h1:visible")).to_have_text("Check your answers")
    expect(phone.get_by_text("Not sure, or another country").last).to_be_visible()


def test_a_long_answer_is_copied_and_then_pasted(phone):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer_all(phone, {**ANSWERS, "what_they_did": "We asked what matters to her. " * 190})
    text = send(phone)
    assert len(phone.get_by_role("link", name="Open the email").get_attribute("href")) < 300
    phone.get_by_role("button", name="Copy the text").first.tap()
    expect(phone.get_by_text("Copied.")).to_be_visible()
    copied = phone.evaluate("navigator.clipboard.readText()")
    assert f"You can reach me: {ANSWERS['contact']}\n" in copied
    assert copied.endswith(text.partition("\n")[2])


def test_what_was_answered_goes_along_into_the_long_form(phone):
    answer_all(phone)
    phone.get_by_role("link", name="Write more in the long form").tap()
    phone.wait_for_selector("#f-title")
    assert phone.input_value("#f-what_they_did") == ANSWERS["what_they_did"]
    assert phone.locator("#f-settings-care-home").is_checked()


def test_it_fills_what_is_empty_in_a_longer_draft_and_changes_nothing_there(phone):
    longer = json.dumps({"value": {"organisation": "Rowan House", "title": "Tea at eleven"}})
    phone.evaluate("draft => localStorage.setItem('practice-draft', draft)", longer)
    answer_all(phone)
    phone.get_by_role("link", name="Write more in the long form").tap()
    phone.wait_for_selector("#f-title")
    assert phone.input_value("#f-title") == "Tea at eleven"
    assert phone.input_value("#f-organisation") == "Rowan House"
    assert phone.input_value("#f-what_changed") == ANSWERS["what_changed"]


@pytest.mark.parametrize("kept", ["7", "null", "[]", "{", '{"nation": 5, "agreed": "x"}'])
def test_what_something_else_kept_under_its_name_is_left_out(phone, kept):
    phone.evaluate("kept => localStorage.setItem('practice-short', kept)", kept)
    phone.reload()
    answer(phone, "what_they_did", "We asked.")
    go_on(phone)
    expect(phone.locator("h1:visible")).to_have_text("What came of it?")


def test_it_works_by_keyboard_alone(page, server):
    page.goto(server + SHORT)
    keys = (
        ("We asked.", "Tab"),
        ("Tea at eleven.", "Tab"),
        ("Larch House, Fife", "Tab", "Scot", "Tab", "Care", "Tab"),
        ("Tab", "Tab"),
        ("Space",),
        (),
    )
    page.locator("#s-what_they_did").focus()
    for pressed, step in zip(keys, (*short.STEPS[1:], None), strict=True):
        for key in pressed:
            if key in ("Tab", "Space"):
                page.keyboard.press(key)
            else:
                page.keyboard.type(key)
        page.keyboard.press("Enter")
        asked = step.question if step else "Check your answers"
        expect(page.locator("h1:visible")).to_have_text(asked)
        page.keyboard.press("Tab")


def states(page: Any):
    """Every page of the form, each question with its mistakes too where it can have some."""
    for step in short.STEPS:
        yield step.id
        if any(box.needed for box in step.boxes):
            go_on(page)
            yield f"{step.id}, with mistakes"
        for box in step.boxes:
            if box.name in ANSWERS:
                answer(page, box.name, ANSWERS[box.name])
        go_on(page)
    yield "check"
    send(page)
    yield "send"


@pytest.mark.parametrize(
    "state",
    [State("light, 360 px", 360, 640, LIGHT), *(s for s in STATES if not s.menu)],
    ids=lambda s: s.name,
)
def test_axe_finds_no_fault_on_any_of_its_pages(phone, state):
    assert looking.axe_in_each(phone, states(phone), state) == []


def test_every_stop_of_every_page_is_seen_by_keyboard(phone):
    assert looking.walk_in_each(phone, states(phone)) == []


def test_nothing_is_lost_at_400_per_cent_or_with_wider_spacing(phone):
    assert looking.reflow_in_each(phone, states(phone)) == []


def test_without_a_script_it_says_how_else_to_send(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + SHORT)
    assert page.get_by_role("heading", name="This page needs JavaScript").is_visible()
    for step in short.STEPS:
        assert page.get_by_text(step.question, exact=True).locator("visible=true").count() == 1
    assert not page.get_by_role("button", name="Continue").is_visible()
    context.close()


NAMED = {**ANSWERS, "what_they_did": "We asked Mrs Janet Smith of 12 High Street."}


def test_who_might_be_recognised_is_asked_about_and_stops_nothing(phone):
    answer_all(phone, NAMED)
    asked = phone.locator("#short-asks li")
    expect(asked).to_have_count(2)
    question = short.STEPS[0].question
    expect(asked.first).to_contain_text(
        f"{question} This may be a person's name: “Mrs Janet Smith”."
    )
    expect(asked.last).to_contain_text("This may be a street address: “12 High Street”.")
    expect(phone.locator("#short-told")).to_have_text("2 things to look at before you send it")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    phone.get_by_role("link", name=f"Change {question}").tap()
    answer(phone, "what_they_did", "We asked a woman in her seventies.")
    go_on(phone)
    expect(phone.locator("#short-asks")).to_be_hidden()
    phone.get_by_role("link", name=f"Change {question}").tap()
    answer(phone, "what_they_did", NAMED["what_they_did"])
    go_on(phone)
    expect(asked).to_have_count(2)
    assert "Mrs Janet Smith" in send(phone)


def test_a_plain_name_and_a_high_age_are_asked_about_too(phone):
    answer_all(phone, {**ANSWERS, "what_they_did": "We asked Margaret Smith, aged 88, for tea."})
    expect(phone.locator("#short-asks li")).to_have_count(2)
    assert "Margaret Smith" in send(phone)


def test_without_the_patterns_it_can_be_sent_all_the_same(phone):
    phone.route("**/form-patterns.js", lambda route: route.abort())
    answer_all(phone, NAMED)
    assert "Mrs Janet Smith" in send(phone)


@pytest.mark.parametrize("name", ["short.js", "form-guard.js", "form-base.js"])
def test_a_script_that_does_not_load_leaves_the_other_ways(browser, server, name):
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{name}", lambda route: route.abort())
    page.goto(server + SHORT)
    expect(page.get_by_role("heading", name="This page needs JavaScript")).to_be_visible()
    context.close()


def test_nothing_leaves_the_device_while_somebody_types(phone, server):
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    answer_all(phone)
    assert {urlsplit(url)._replace(fragment="").geturl() for url in asked} <= {
        f"{server}/assets/{name}" for name in ("mark.svg", "form-patterns.js")
    }
    kept = json.loads(phone.evaluate("localStorage.getItem('practice-short')"))
    assert kept["what_they_did"] == ANSWERS["what_they_did"]


@pytest.mark.parametrize("address", [SHORT, "/contribute/form/"])
def test_nothing_jumps_while_a_form_loads_on_a_slow_line(browser, server, address):
    context = browser.new_context(viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const shift of"
        " list.getEntries()) window.moved += shift.value; })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.route("**/form-base.js", lambda route: (page.wait_for_timeout(800), route.continue_()))
    page.goto(server + address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.moved") < 0.1
    context.close()


def test_a_first_visit_weighs_at_most_fifty_kilobytes(site):
    page = (site / "contribute" / "short" / "index.html").read_text("utf-8")
    assert weight(site, page) <= 50_000


@pytest.mark.parametrize(
    ("address", "link"), [("", "contribute/short/"), ("contribute/", "short/")]
)
def test_home_and_the_page_about_sending_lead_to_it(site, address, link):
    page = (site / address / "index.html").read_text("utf-8")
    body = page[page.index("<h1") : page.index("<footer")]
    ways = re.findall(r'href="((?:contribute/)?(?:short|form)/)"', body)
    assert ways[0] == link
