"""The privacy guard, tried on invented leaks and on innocent lines, and the rules of consent that
need a person.

The seeded set is tests/data/privacy: each line of leaks.txt names the rule that must find it and
how sure that rule is,
each line of innocent.txt the rule that it tempts. blind.txt holds what no rule can find.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from practice.cache import Cache
from practice.checking import privacy, reader
from practice.checking.privacy.addresses_and_plates import how_personal
from practice.checking.privacy.numbers import classify_ten_digits
from practice.checking.rules import all_rules
from practice.model import Example, Problem
from practice.reading import document

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data" / "privacy"


def lines(name: str) -> list[tuple[str, ...]]:
    """The lines of a file of the seeded set, cut at the strokes."""
    return [
        tuple(line.split(" | "))
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


LEAKS, INNOCENT, BLIND = lines("leaks.txt"), lines("innocent.txt"), lines("blind.txt")


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in privacy.findings(text)]


def rules_of(text: str) -> set[str]:
    return {rule for rule, _ in found(text)}


@pytest.mark.parametrize("zero", ["\uff10", "\u0660", "\u0966", "\U0001d7ce"])
@pytest.mark.parametrize(
    "leak",
    [
        "Her NHS no. 999 000 6113 was on the form.",
        "Her case was heard at the Family Court on 12 November 2024.",
        "Date of birth: 03/05/1948.",
        "Ring 07700 900123 for her.",
    ],
)
def test_digits_of_any_script_are_read_as_digits(leak: str, zero: str) -> None:
    written = leak.translate({ord("0") + n: ord(zero) + n for n in range(10)})
    assert found(written) == found(leak) != []


# --- the seeded set ---


@pytest.mark.parametrize("rule", sorted({rule for rule, _, _ in LEAKS}))
def test_every_leak_is_found_by_its_rule_and_nothing_else_is(rule):
    leaks = {text: {(rule, severity)} for kind, severity, text in LEAKS if kind == rule}
    assert {text: set(found(text)) for text in leaks} == leaks


@pytest.mark.parametrize("tempted", sorted({rule for rule, _ in INNOCENT}))
def test_no_innocent_line_is_found(tempted):
    assert {text: found(text) for rule, text in INNOCENT if rule == tempted and found(text)} == {}


def test_the_set_is_large_enough_and_tries_every_rule():
    assert len(LEAKS) >= 60
    assert len(INNOCENT) >= 200
    leaked, tempted = Counter(rule for rule, _, _ in LEAKS), Counter(rule for rule, _ in INNOCENT)
    assert set(privacy.RULES) - set(leaked) == {"privacy-override"}
    assert set(leaked) - set(tempted) == {"privacy-handle"}


def test_plain_names_are_beyond_the_guard():
    assert {text: found(text) for (text,) in BLIND if found(text)} == {}


def test_the_guard_says_that_it_cannot_find_plain_names():
    for words in (privacy.__doc__, privacy.LIMIT, privacy.RULES["privacy-name"]):
        assert "a person must look" in " ".join(str(words).split())


def test_the_real_examples_hold_nothing():
    paths = sorted((ROOT / "examples_data" / "examples").glob("*.yml"))
    assert len(paths) >= 100
    for path in paths:
        value = document.read(path.read_bytes(), path.name).value
        assert [
            finding.message for _, finding in privacy.check(value) if finding.severity == "error"
        ] == [], path.name


# --- numbers ---


def test_every_kind_of_number_of_ten_digits_is_told_apart_by_its_beginning():
    kinds = {
        text: classify_ten_digits(text)[0].removeprefix("privacy-").removesuffix("-number")
        for text in ("9990001782", "3112998014", "3999995521", "0800111222", "9990001783")
    }
    assert kinds == {
        "9990001782": "nhs",
        "3112998014": "chi",
        "3999995521": "hc",
        "0800111222": "",
        "9990001783": "",
    }


def test_a_number_in_a_range_that_nobody_has_is_sure_only_where_it_looks_like_one():
    assert classify_ten_digits("8880000411") == ("privacy-nhs-number", "note")
    assert classify_ten_digits("888 000 0411") == ("privacy-nhs-number", "error")
    assert classify_ten_digits("8880000411", "NHS number ") == ("privacy-nhs-number", "error")


def test_numbers_that_run_into_each_other_are_all_found():
    assert found("999 000 1782 07700 900123 07700 900456") == [
        ("privacy-nhs-number", "error"),
        ("privacy-phone", "error"),
        ("privacy-phone", "error"),
    ]


def test_a_number_across_two_lines_or_hard_spaces_is_found():
    assert rules_of("Her number is 999\n000 1782.") == {"privacy-nhs-number"}
    assert rules_of("Her number is 999\u00a0000\u202f1782.") == {"privacy-nhs-number"}


@pytest.mark.parametrize("space", [*"\t\u2003\u2007\u2009\u3000", "  ", "&nbsp;"])
def test_whatever_space_stands_in_a_name_or_a_number_it_is_found(space):
    [name] = privacy.findings(f"Then Mrs{space}Okafor spoke.")
    assert (name.severity, name.words) == ("error", f"Mrs{' ' if space.isspace() else space}Okafor")
    assert found(f"Her number is 999{space}000{space}1782.") == [("privacy-nhs-number", "error")]
    assert found(f"Ring 07700{space}900123.") == [("privacy-phone", "error")]


def test_a_message_never_repeats_a_number_or_an_address_of_mail():
    for rule, _, text in LEAKS:
        for finding in privacy.findings(text):
            if privacy.GUARD_MESSAGES[rule].hidden:
                assert finding.words not in finding.message
                assert finding.words in " ".join(text.split())


@pytest.mark.parametrize(
    ("address", "severity"),
    [
        ("info@example.org", ""),
        ("mary.care@example.org", ""),
        ("carersinfo@example.org", ""),
        ("iriss@iriss.example", ""),
        ("carey@example.org", "note"),
        ("j_smith@example.org", "error"),
        ("rose1@gmail.com", "error"),
    ],
)
def test_an_address_of_mail_is_personal_unless_it_names_a_role(address, severity):
    assert how_personal(*address.split("@")) == severity


def test_the_libraries_that_know_numbers_are_loaded_only_for_a_candidate():
    program = (
        "import sys; from practice.checking import privacy\n"
        "libraries = lambda: {m.split('.')[0] for m in sys.modules} & {'stdnum', 'phonenumbers'}\n"
        "list(privacy.findings('In 2018 they asked 98 people, and 12.5 per cent of 3,456.'))\n"
        "print(len(libraries()))\n"
        "list(privacy.findings('Ring 07700 900123 about 999 000 1782.'))\n"
        "print(len(libraries()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT / "hooks",
    )
    assert done.stdout.split() == ["0", "2"]


@pytest.mark.parametrize(
    "piece",
    [
        "0-",
        "07700 900 123 ",
        "a.",
        "a@a.",
        "her son Aa ",
        "aged 92, ",
        "A1 ",
        "(((",
        "born on 1 May ",
        "Zebedee loved ",
        "his mum works ",
    ],
)
def test_a_hostile_text_is_searched_to_its_end(piece):
    whole = piece * (16_000 // len(piece)) + ". CHI 3112998014"
    assert ("privacy-chi-number", "error") in found(whole) or len(found(whole)) >= 100


def test_the_same_digits_are_parsed_once(monkeypatch):
    parse, parsed = phonenumbers.parse, []
    monkeypatch.setattr(phonenumbers, "parse", lambda *given: parsed.append(given) or parse(*given))
    list(privacy.findings("08 " * 3000))
    assert len(parsed) == len(set(parsed))


# --- names and dates ---


def test_a_name_is_given_without_the_s_of_its_owner():
    assert [
        finding.words for finding in privacy.findings("Mrs Okafor's plan and Mrs G’s plan")
    ] == ["Mrs Okafor", "Mrs G"]


def test_a_name_that_is_said_to_be_made_up_is_only_a_note():
    assert found("A woman called Jean wanted to swim.") == [("privacy-name", "error")]
    assert found("A woman called Jean (not her real name) wanted to swim.") == [
        ("privacy-name", "note")
    ]


def test_no_window_reaches_into_another_field():
    assert (
        list(
            privacy.check(
                {
                    "title": "The house where she was born",
                    "summary": "3 May 1948 was the day of the Act.",
                }
            )
        )
        == []
    )
    assert (
        list(privacy.check({"title": "The Act of 3 May 1948", "summary": "Born of a long night."}))
        == []
    )


# --- an example's fields ---


def paths(value: dict[str, Any]) -> list[tuple[tuple, str]]:
    return [(path, finding.rule) for path, finding in privacy.check(value)]


def test_every_field_that_holds_words_is_searched():
    leak = "Ring 07700 900123."
    value = dict.fromkeys(Example.model_fields, leak) | {
        "questions": [{"ask": leak, "use": "team"}],
        "consent": {"basis": "people-agreed", "covers": leak, "reference": leak},
    }
    value |= {
        "sources": [{"title": leak, "read": "whole"}],
        "contributors": [{"name": "Jo", "organisation": leak}],
        "withdrawn": {"on": "2026-01-01", "reason": leak},
    }
    value["privacy"] = [{"rule": "privacy-phone", "text": "someone else", "reason": leak}]
    held = {path for path, rule in paths(value) if rule == "privacy-phone"}
    text = (
        "title",
        "summary",
        "easy",
        "organisation",
        "place",
        "context",
        "changes",
        "what_they_did",
        "what_changed",
        "what_helped",
        "what_got_in_the_way",
        "learning",
        "limits",
        "asks",
        "checked_by_role",
        "aliases",
    )
    inside = {
        ("questions", 0, "ask"),
        ("consent", "covers"),
        ("consent", "reference"),
        ("sources", 0, "title"),
        ("contributors", 0, "organisation"),
    }
    assert held == {(name,) for name in text} | inside | {
        ("withdrawn", "reason"),
        ("privacy", 0, "reason"),
    }


def test_contributors_and_authors_may_be_named_but_not_rung():
    value = {
        "contributors": [{"name": "Mrs Okafor"}, {"name": "a.okafor@example.org"}],
        "sources": [{"title": "Mrs Okafor's garden", "publisher": "Mr Press"}],
    }
    assert paths(value) == [(("contributors", 1, "name"), "privacy-email")]


def test_a_value_of_the_wrong_shape_is_searched_all_the_same():
    assert paths(
        {
            "title": ["Mrs Okafor"],
            "summary": None,
            "context": {"a": "Mr Nair"},
            "privacy": "yes",
            "questions": 7,
        }
    ) == [
        (("title", 0), "privacy-name"),
        (("context", "a"), "privacy-name"),
    ]


def test_things_in_different_fields_tell_too_much_together():
    story = {
        "context": "A man with Huntington's disease wanted to stay at home.",
        "what_they_did": "His twin sons were asked.",
    }
    [(path, finding)] = privacy.check({"place": "Portnahaven", **story})
    assert (path, finding.rule, finding.severity) == (
        ("what_they_did",),
        "privacy-together",
        "note",
    )
    assert "“Portnahaven”" in finding.message
    assert "“Huntington's disease”" in finding.message
    assert "“twin sons”" in finding.message


def test_one_thing_that_tells_enough_alone_is_named_alone():
    *_, finding = privacy.findings("The only man in the glen spoke.")
    assert finding.message == (
        "this may show who someone is: the only one in a small place (“The only man in the glen”)"
    )


@pytest.mark.parametrize("place", ["Glasgow", "Highland", "Six council areas in England", None])
def test_a_large_place_tells_less(place):
    assert (
        list(
            privacy.check(
                {
                    "place": place,
                    "context": "A man with Huntington's disease and his twin sons were asked.",
                }
            )
        )
        == []
    )


@pytest.mark.parametrize("missing", ["Huntington's disease", "twin sons"])
def test_two_of_the_three_may_stand(missing):
    text = "A man with Huntington's disease and twin sons lived in a village."
    assert found(text) == [("privacy-together", "note")]
    assert found(text.replace(missing, "a dog")) == []


def test_a_made_up_story_may_name_its_people_but_not_give_a_number():
    value = {"context": "Mrs Okafor, aged 92, was born on 3 May 1934. NHS number 999 000 1782."}
    assert {finding.severity for _, finding in privacy.check({"kind": "contributed", **value})} == {
        "error"
    }
    severities = {
        finding.rule: finding.severity
        for _, finding in privacy.check({"kind": "illustrative", **value})
    }
    assert severities == {
        "privacy-name": "note",
        "privacy-age": "note",
        "privacy-birth-date": "note",
        "privacy-nhs-number": "error",
    }


# --- what is let stand ---

STANDS = {
    "rule": "privacy-name",
    "text": "Mrs Gaskell",
    "reason": "She wrote a cookery book in 1861.",
}


def test_an_override_turns_an_error_into_a_note_that_gives_the_reason():
    [(path, finding)] = privacy.check(
        {"context": "They cooked from Mrs Gaskell.", "privacy": [STANDS]}
    )
    assert (path, finding.severity) == (("context",), "note")
    assert "It was let stand: She wrote a cookery book in 1861." in finding.message


def test_an_override_is_for_its_own_words_only():
    severities = [
        finding.severity
        for _, finding in privacy.check(
            {"context": "Mrs Gaskell and Mrs Okafor cooked.", "privacy": [STANDS]}
        )
    ]
    assert severities == ["note", "error"]


def test_an_override_matches_words_that_run_over_a_line():
    [(_, finding)] = privacy.check(
        {"context": "They cooked from Mrs\nGaskell.", "privacy": [STANDS]}
    )
    assert finding.severity == "note"


@pytest.mark.parametrize("wrong", [{"rule": "privacy-age"}, {"text": "Mrs Beaton"}])
def test_an_override_that_matches_nothing_is_a_problem(wrong):
    findings = dict(
        privacy.check(
            {"context": "They cooked from Mrs Gaskell.", "privacy": [{**STANDS, **wrong}]}
        )
    )
    assert findings[("context",)].severity == "error"
    assert (findings["privacy", 0].rule, findings["privacy", 0].severity) == (
        "privacy-override",
        "error",
    )


# --- through the reading of a file ---

FILE = """\
title: The gull that came to supervision
summary: In a care home by the sea, a gull kept interrupting supervision. The team learned from it.
kind: contributed
about: team
organisation: Gull View Care
nation: scotland
settings: [care-home]
roles: [team-leader]
themes: [reflective-supervision]
context: |
  Supervision took place beside an open window.
what_they_did: |
  They closed the window.
what_changed: |
  Nothing is known yet, except to the gull.
limits: |
  It is made up.
knowledge: [practitioner]
questions:
  - ask: What keeps interrupting us, and what does it want?
    use: team
consent:
  basis: organisation-agreed
  covers: This page, under an open licence
  agreed_on: 2026-09-01
  ask_again: 2028-09-01
  reference: File 12
checked_by_role: Deputy manager
added: 2026-11-25
"""


def read(text: str) -> tuple[Example | None, list[Problem]]:
    thing, problems = reader.read_example(text.encode(), "the-gull.yml")
    return thing, problems


def test_an_error_stops_the_example_at_the_line_and_column_of_the_words():
    thing, [problem] = read(FILE.replace("They closed", "On 27 May they and Mrs Okafor closed"))
    assert thing is None
    assert (problem.line, problem.column, problem.rule, problem.severity) == (
        13,
        22,
        "privacy-name",
        "error",
    )


def test_the_same_words_twice_are_two_problems_each_in_its_place():
    _, problems = read(
        FILE.replace("They closed", "Mrs Okafor closed").replace(
            "except to the gull", "except to Mrs Okafor and Mrs Okafor"
        )
    )
    assert [(problem.line, problem.column) for problem in problems] == [(13, 3), (15, 35), (15, 50)]


def test_a_note_leaves_the_example_usable():
    thing, [problem] = read(FILE.replace("They closed", "Dr Farquharson closed"))
    assert thing is not None
    assert (problem.severity, problem.rule) == ("note", "privacy-name")


def test_a_file_with_a_note_is_checked_again_each_time_and_one_without_is_kept(tmp_path):
    examples = tmp_path / "data" / "examples"
    examples.mkdir(parents=True)
    (examples / "clean.yml").write_text(FILE, encoding="utf-8")
    (examples / "noted.yml").write_text(
        FILE.replace("They closed", "Dr Farquharson closed"), encoding="utf-8"
    )
    paths = str(tmp_path / "data"), str(tmp_path / "docs")
    cache = Cache(str(tmp_path / "records"))
    first = reader.read_folder(*paths, cache)
    cache.save()
    reloaded = Cache(str(tmp_path / "records"))
    second = reader.read_folder(*paths, reloaded)
    assert len(reloaded.used) == 1
    assert [p.rule for p in first.problems] == [p.rule for p in second.problems] == ["privacy-name"]
    assert sorted(second.things["example"]) == ["clean", "noted"]


def test_the_rules_are_listed_with_the_others():
    assert privacy.RULES.items() <= all_rules().items()


# --- consent that needs a person ---

AGREED = FILE.replace("organisation-agreed", "people-agreed")


@pytest.mark.parametrize("about", ["individual", "group"])
def test_a_story_about_people_needs_their_own_agreement(about):
    told = f"about: {about}"
    assert read(AGREED.replace("about: team", told))[1] == []
    [problem] = read(FILE.replace("about: team", told))[1]
    assert (problem.rule, problem.line) == ("people-agree-to-their-own-story", 23)


@pytest.mark.parametrize("about", ["service", "team"])
def test_a_story_about_a_service_needs_the_organisation_s(about):
    assert read(FILE.replace("about: team", f"about: {about}"))[1] == []


def test_a_contributed_story_says_whom_it_is_about():
    assert read(FILE)[1] == []
    assert [problem.rule for problem in read(FILE.replace("about: team\n", ""))[1]] == [
        "contributed-says-whom-it-is-about"
    ]


def test_a_contributed_story_needs_a_second_reader_and_says_why():
    assert read(FILE)[1] == []
    [problem] = read(FILE.replace("checked_by_role: Deputy manager\n", ""))[1]
    assert problem.rule == "a-second-person-has-looked"
    assert privacy.LIMIT in problem.hint


ROLES = [
    "Team leader",
    "Caldicott Guardian",
    "Social worker, Glasgow City Council",
    "Head of practice",
    "peer",
    "Senior Nurse (Ward 4)",
]
NAMES = ["Mary Jones", "Okafor", "Mary Jones, team leader", "Team leader (Bronagh McArdle)"]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_check(role):
    assert read(FILE.replace("Deputy manager", role))[1] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_not_stand_for_a_role(name):
    rules = [problem.rule for problem in read(FILE.replace("Deputy manager", name))[1]]
    asked = ["privacy-name"] if " " in name else []  # a known first name with its surname
    assert sorted(rules) == [*asked, "the-checker-is-a-role"]
