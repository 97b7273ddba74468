"""From a mistake to the words about it: the command line, the table of messages, and what helps to
write an example.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import CASES, GOOD, data_with, files, problems, run
from tests.conftest import EPOCH, copy_project
from tests.examples import EXAMPLE

from practice import messages
from practice.checking import rules
from practice.contributing import autofix, questions, write
from practice.contributing.names import Names
from practice.reading import document, text_file
from practice.reading.folder import Reading
from practice.reading.schema import json_schema

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the command line says of every case, by the case's id."""
    data = data_with(tmp_path_factory.mktemp("cases"), {**files(), "good": write.example(GOOD)})
    found = defaultdict(list)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)  # so that days in the cases lie ahead for good
        for problem in problems(data):
            found[Path(problem["path"]).stem].append(problem)
    return found


def test_the_good_example_has_no_fault(told):
    assert [p for p in told["good"] if p["severity"] == "error"] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_line_says_what_the_table_says(case, told):
    said = sorted(
        (p["rule"], p["message"], p["hint"]) for p in told[case.id] if p["severity"] == "error"
    )
    assert said == sorted(case.says)


# ---------- one source for words and fields ----------


def test_every_field_of_the_schema_is_asked_for_once():
    asked = [name for part in questions.PARTS for name in part.fields]
    assert sorted(asked) == sorted(json_schema()["properties"])


def test_every_choice_of_the_schema_has_words():
    schema = json_schema()
    for path, told in questions.OPTIONS.items():
        first, _, last = path.partition(".")
        about = write.non_null(schema["properties"][first])
        if last:
            model = about.get("$ref") or about["items"]["$ref"]
            about = schema["$defs"][model.rsplit("/", 1)[-1]]["properties"][last]
        assert list(told) == write.non_null(about).get("enum", list(told)), path


def test_the_template_and_the_schema_in_the_repository_are_those_of_the_code():
    assert (ROOT / "examples_data/_template.yml").read_text(encoding="utf-8") == write.template(), (
        "run: practice template > examples_data/_template.yml"
    )
    assert (
        json.loads((ROOT / "schema/example.schema.json").read_text(encoding="utf-8"))
        == json_schema()
    ), "run: practice schema > schema/example.schema.json"


def test_every_message_of_an_example_has_words_in_the_form():
    told = {key.partition(":")[0] for key in questions.FORM_MESSAGES}
    assert told <= set(messages.MESSAGES)
    faults = {rule for case in CASES if case.in_form for rule, _, _ in case.says}
    assert {rule for rule in faults if not rule.startswith("privacy-")} <= {
        messages.rule_of(key) for key in told
    }


FORM_CANNOT = {
    "licence-is-open": "it offers a choice of licences",
    "the-checker-is-a-role": "it lacks the lists of names; its guard asks about the commonest",
}
"""Rules that stop an example, and that the form leaves to the check, each with the reason."""


def test_every_rule_that_stops_an_example_is_one_of_the_form_too():
    script = (ROOT / "hooks/practice/assets/js/form-rules.js").read_text("utf-8")
    applied = set(re.findall(r'\bsay\("([a-z-]+)', script))
    stops = {rule.name for rule in rules.RULES if rule.severity == "error"}
    assert stops - applied == set(FORM_CANNOT), "add it to form-rules.js, or say why not"


def hints(properties, groups, above=""):
    """The label and the hint of every field of the form."""
    for name, about in properties.items():
        path, own = f"{above}{name}", write.non_null(about)
        yield questions.label(name), questions.HELP.get(path, about.get("description", ""))
        ref = own.get("$ref") or own.get("items", {}).get("$ref")
        if ref:
            inner = groups[ref.rsplit("/", 1)[-1]]["properties"]
            yield from hints(inner, groups, f"{path}.")


def test_no_hint_of_the_form_repeats_its_label():
    schema = json_schema()
    told = list(hints(schema["properties"], schema["$defs"]))
    assert len(told) > 60
    assert [pair for pair in told if pair[1].lower().startswith(pair[0].rstrip("?").lower())] == []


def test_every_path_that_the_form_has_words_for_is_a_field():
    properties, groups = json_schema()["properties"], json_schema()["$defs"]
    for path in (*questions.HELP, *questions.APPLIES):
        first, _, last = path.partition(".")
        about = write.non_null(properties[first])
        if last:
            group = about.get("$ref") or about["items"]["$ref"]
            assert last in groups[group.rsplit("/", 1)[-1]]["properties"], path


def test_no_message_leaves_a_place_without_a_value():
    for key, saying in (messages.MESSAGES | messages.FILE_MESSAGES).items():
        places = dict.fromkeys(messages.PLACEHOLDER.findall(saying.message + saying.hint), "x")
        assert not messages.PLACEHOLDER.search("".join(messages.format_message(key, **places))), key


SEEN = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=40
).filter(lambda text: not text_file.HIDDEN.search(text))


@settings(deadline=None, derandomize=True)
@given(st.lists(SEEN, min_size=3, max_size=3))
def test_what_is_written_is_read_again_as_it_was(words):
    place, context, ask = words
    value = {
        "place": place,
        "context": context,
        "questions": [{"ask": ask, "use": "team"}],
        "asks": ["Who comes, and when?", f"{ask}, or not"],
    }
    read = document.read(write.example(value).encode(), "x.yml").value or {}

    def same(text):
        return " ".join(text.split())

    assert same(read.get("place") or "") == same(place)
    assert same(read.get("context") or "") == same(context)
    assert same((read.get("questions") or [{}])[0].get("ask") or "") == same(ask)
    assert [same(text) for text in read["asks"]] == [same(text) for text in value["asks"]]


# ---------- practice new ----------


def test_new_writes_a_file_that_passes_once_its_blanks_are_filled(tmp_path):
    data = data_with(tmp_path, {})
    options = [
        "--title",
        GOOD["title"],
        "--kind=contributed",
        "--settings",
        "home-care",
        "--consent.basis",
        "composite",
        "--questions.0.ask",
        "What is this visit for?",
    ]
    assert run("new", "goal-meetings", *options, "--data", str(data)).returncode == 0
    path = data / "examples/goal-meetings.yml"
    blank = problems(data, str(path))
    assert blank
    assert {p["rule"] for p in blank} <= {
        "required",
        "empty",
        "too-short",
        "too-few",
        "a-second-person-has-looked",
        "contributed-says-whom-it-is-about",
        "organisation-is-named",
        "nation-is-named",
    }
    value = document.read(path.read_bytes(), "x").value
    path.write_text(
        write.example(
            {**GOOD, **{k: v for k, v in value.items() if v and k in ("title", "kind", "settings")}}
        ),
        encoding="utf-8",
    )
    assert [p for p in problems(data, str(path)) if p["severity"] == "error"] == []


def test_new_prints_and_writes_nothing_on_a_dry_run(tmp_path):
    data = data_with(tmp_path, {})
    done = run(
        "new",
        "goal-meetings",
        "--dry-run",
        "--themes",
        "risk-enablement, reflective-supervision",
        "--data",
        str(data),
    )
    assert "themes: [risk-enablement, reflective-supervision]" in done.stdout
    assert not (data / "examples/goal-meetings.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([EXAMPLE], f"there is already an example with the id '{EXAMPLE}'"),
        (["../goals"], "'../goals' cannot be the id of an example. Run: practice new goals. "),
        (["a/goals"], "'a/goals' cannot be the id of an example. Run: practice new a-goals. "),
        (["Goal meetings"], "Run: practice new goal-meetings. "),
        (["goals.yml"], "Run: practice new goals. "),
        (["CON"], "Run: practice new in-con. "),
        (["goals", "--titel", "x"], "Did you mean 'title'?"),
        (["goals", "title"], "is not understood"),
        (["goals", "--title", "Small\u00ad teams"], "cannot be seen or read (U+00AD)"),
        (["goals", "--title", "A caf\udce9 in Leeds"], "'--title' holds a character"),
    ],
)
def test_new_says_what_is_wrong_with_a_name_or_an_option(arguments, says):
    done = run("new", *arguments, "--dry-run")
    assert done.returncode == 2
    assert says in done.stderr


def test_new_asks_in_plain_words_and_asks_again_when_an_answer_is_faulty(tmp_path):
    answers = [
        "Goals",
        GOOD["title"],
        GOOD["summary"],
        "2",
        "2",
        "A home care provider",
        "",
        "1",
        "2021",
        "2023",
        "3",
    ]
    answers += [
        "Visits were counted.",
        "",
        "The team met.",
        "",
        "Nothing was measured.",
        "",
        "",
        "",
        "",
        "One team only.",
        "",
        "2",
        "When did we last ask about it?",
        "3",
        "",
        "Nobody asks what they want",
        "How do we find out?",
        "",
    ]
    answers += [
        "2",
        "",
        "1,3",
        "",
        "",
        "4",
        "registered manager",
    ]
    done = run("new", "goals", "--ask", "--dry-run", given="\n".join(answers) + "\n")
    assert done.returncode == 0, done.stderr
    assert "title has 5 characters; 10 is the least. Say a little more." in done.stdout
    assert (
        "1 Adult social care: Social work and care for adults, run or paid for by a council."
        in done.stdout
    )
    made = done.stdout[done.stdout.index("# yaml-language-server") :]
    value = document.read(made.encode(), "x").value
    assert value["kind"] == "contributed"
    assert value["period"] == {"from": "2021", "to": "2023"}
    assert value["consent"] == {"basis": "composite"}
    assert value["asks"] == ["Nobody asks what they want", "How do we find out?"]
    assert value["questions"] == [{"ask": "When did we last ask about it?", "use": "team"}]
    file = tmp_path / "examples_data"
    data = data_with(tmp_path, {"goals": made}) if not file.exists() else file
    assert [
        p for p in problems(data, str(data / "examples/goals.yml")) if p["severity"] == "error"
    ] == []


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\x01"])
def test_new_asks_again_after_an_answer_with_a_sign_that_cannot_be_seen(sign):
    done = run(
        "new",
        "goals",
        "--ask",
        "--dry-run",
        given=f"A caf{sign} in the north\nA cafe in the north\n",
    )
    assert "Traceback" not in done.stderr
    assert done.stdout.count("Title:") == 2


def test_what_was_answered_before_somebody_stops_is_kept_and_its_place_is_told(tmp_path):
    """The end of the input stops the questions as Ctrl-C does."""
    data = data_with(tmp_path, {})
    answers = f"{GOOD['title']}\n{GOOD['summary']}\n"
    done = run("new", "goals", "--ask", "--data", str(data), given=answers)
    assert done.returncode == 0, done.stderr
    assert "Stopped. What you answered before this question is kept." in done.stdout
    assert "examples/goals.yml. Fill in what is empty" in done.stdout
    value = document.read((data / "examples/goals.yml").read_bytes(), "x").value
    assert (value["title"], value["summary"]) == (GOOD["title"], GOOD["summary"])


def test_who_stops_before_the_first_answer_writes_nothing(tmp_path):
    data = data_with(tmp_path, {})
    done = run("new", "goals", "--ask", "--data", str(data), given="")
    assert done.returncode == 1 and "Aborted!" in done.stderr
    assert not (data / "examples/goals.yml").exists()


def word_file(path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Goal meetings in a team of home care workers", 0)
    for heading, words in (
        ("Background", ["Visits were counted in minutes."]),
        ("What we did", ["The team met."]),
        ("Anything else", ["We were proud."]),
    ):
        document.add_heading(heading, 1)
        for text in words:
            document.add_paragraph(text)
    document.add_paragraph("Each week", style="List Bullet")
    document.save(str(path))


def test_new_takes_over_the_headings_of_a_word_file(tmp_path):
    word_file(tmp_path / "our.docx")
    done = run("new", "goals", "--from", str(tmp_path / "our.docx"), "--dry-run")
    assert "title: Goal meetings in a team of home care workers\n" in done.stdout
    assert "context: |\n  Visits were counted in minutes.\n" in done.stdout
    assert "what_they_did: |\n  The team met.\n" in done.stdout
    assert "# Where does this belong?\n# Anything else\n# We were proud." in done.stdout


@pytest.mark.parametrize("number", ["0", "999999999", "9" * 6000, "²", "-1", "00001"])
def test_a_number_of_a_part_makes_one_part(number):
    done = run("new", "goals", f"--questions.{number}.ask", "Why?", "--no-ask", "--dry-run")
    assert done.stdout.count("ask: Why?") == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--consent", "x", "--consent.basis", "fictional"),
        ("--title", "x", "--title.a", "y"),
        ("--questions", "x", "--questions.0.ask", "y"),
    ],
)
def test_a_field_that_is_given_in_two_ways_is_told(options):
    done = run("new", "goals", *options, "--no-ask", "--dry-run")
    assert (done.returncode, "is given in two ways. Keep one." in done.stderr) == (2, True)


@pytest.mark.parametrize("end", ["\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_what_no_field_takes_stays_a_comment(end, tmp_path):
    """YAML ends a comment at more signs than a line feed."""
    answer = f"### Anything else\n\nWords{end}status: published{end}kind: published\n"
    (tmp_path / "issue.md").write_bytes(answer.encode())
    text = run("issue-to-yaml", str(tmp_path / "issue.md")).stdout
    after = text.partition("# Where does this belong?\n")[2]
    assert after == "# Words\n# status: published\n# kind: published\n"


def test_new_takes_over_the_headings_of_a_text_file(tmp_path):
    (tmp_path / "our.txt").write_text(
        "Goal meetings\n\nBackground:\nVisits were counted.\n\n## Themes\nWhat matters, and"
        " goals\nrisk-enablement\n\nLimitations\n- One team only.\n",
        encoding="utf-8",
    )
    done = run("new", "goals", "--from", str(tmp_path / "our.txt"), "--dry-run")
    assert "context: |\n  Visits were counted.\n" in done.stdout
    assert "themes: [what-matters-and-goals, risk-enablement]" in done.stdout
    assert "limits: |\n  - One team only.\n" in done.stdout


# ---------- practice check --fix ----------

ROUGH = """\
# yaml-language-server: $schema=../../schema/example.schema.json
# Notes of our own
summary: >-
  Two lines here
title: Talking points: a start   \t
# where it was
settings: Care Homes
themes: [Risk_Enablement, "reflective-supervision", nope]
nation: Scotland
kind: Contributed
added: 25 November 2026
reviewed: 01/02/2026
guides: [Risk#Rights]
context: |
  a line break is two spaces{break}
  at the end of a line
questions:
  - use: Team
    ask: @what is it: then
""".replace("{break}", "  ")


@pytest.fixture(scope="module")
def fixed(tmp_path_factory):
    data = data_with(
        tmp_path_factory.mktemp("fix"),
        {"rough": ROUGH.replace("\n", "\r\n"), "good": write.example(GOOD)},
    )
    before = (
        (data / "examples/good.yml").read_bytes(),
        (data / f"examples/{EXAMPLE}.yml").read_bytes(),
    )
    done = run("check", "--fix", "--data", str(data))
    assert (
        (data / "examples/good.yml").read_bytes(),
        (data / f"examples/{EXAMPLE}.yml").read_bytes(),
    ) == before
    return (data / "examples/rough.yml").read_bytes().decode(), done


@pytest.mark.parametrize(
    "line",
    [
        "title: 'Talking points: a start'\n",
        "settings: [care-home]\n",
        'themes: [risk-enablement, "reflective-supervision", nope]\n',
        "nation: scotland\n",
        "kind: contributed\n",
        "added: 2026-11-25\n",
        "guides: [risk#rights]\n",
        "  - use: team\n    ask: '@what is it: then'\n",
    ],
)
def test_fix_mends_what_is_certain(line, fixed):
    assert line in fixed[0]


def test_fix_keeps_the_words_that_a_hash_would_cut_off():
    mended = autofix.autofix(b"title: A shared diary #1 in a day centre\n", Names(Reading()))
    assert document.read(mended.text.encode(), "some.yml").value == {
        "title": "A shared diary #1 in a day centre"
    }


@pytest.mark.parametrize(
    "text",
    [
        "title: A day # who told us: not for the page\n",
        "title: A day\nkind: published # ask first\n",
        "title: A day\nquestions:\n  - ask: What: would you\n      lose?\n",
        "title: A day #SocialCare\n",
    ],
)
def test_fix_leaves_a_comment_a_comment_and_a_value_of_two_lines_as_it_is(text):
    assert autofix.autofix(text.encode(), Names(Reading())).text == text


@pytest.mark.parametrize("spaces", ["\u00a0\u00a0", "\u00a0 \u00a0\u00a0\u00a0\u00a0", "  \u00a0"])
@pytest.mark.parametrize("before", ["", "  One.\n", "  One.\n\n"])
def test_fix_puts_a_line_of_a_text_that_hard_spaces_indent_where_the_text_begins(spaces, before):
    text = f"context: |\n{before}{spaces}Two.\nlimits: None.\n"
    mended = autofix.autofix(text.encode(), Names(Reading())).text
    read = document.read(mended.encode(), "some.yml").value
    assert read["context"].split() == [*before.split(), "Two."] and "   " not in mended


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nkind:\u00a0illustrative\n",
        "title: A\nkind:\u202f illustrative\u00a0\n",
        "title: A\nsettings:\n  -\u00a0care-home\n",
        "title: A\nperiod:\n\u00a0\u00a0from: 2020\n",
    ],
)
def test_a_hard_space_is_named_at_its_place_and_fix_makes_it_plain(text):
    with pytest.raises(text_file.ReadError) as caught:
        document.read(text.encode(), "some.yml")
    found = caught.value
    at = text.split("\n")[found.line - 1][found.column - 1]
    assert f"U+{ord(at):04X}" in found.message and "hard space" in found.message
    mended = autofix.autofix(text.encode(), Names(Reading())).text
    assert document.read(mended.encode(), "some.yml").value is not None


def test_a_hard_space_inside_a_text_stays():
    text = "title: A cost of 5\u00a0pounds\ncontext: |\n  It took 5\u00a0years.\n"
    assert "\u00a0" in document.read(text.encode(), "some.yml").value["title"]


def test_fix_leaves_what_could_mean_two_things(fixed):
    assert "reviewed: 01/02/2026\n" in fixed[0]
    assert "nope" in fixed[0]


def test_fix_keeps_comments_with_their_fields_and_line_breaks_in_texts(fixed):
    assert "# where it was\nsettings:" in fixed[0]
    assert "# Notes of our own\nsummary:" in fixed[0]
    assert "two spaces  \n" in fixed[0]
    assert fixed[0].startswith("# yaml-language-server")


def test_fix_puts_fields_in_order_and_says_what_it_did(fixed):
    keys = [line.split(":")[0] for line in fixed[0].splitlines() if line[:1].isalpha()]
    order = list(json_schema()["properties"])
    assert keys == sorted(keys, key=order.index)
    assert "examples/rough.yml:5: put the value in quotation marks" in fixed[1].stderr


def test_fix_twice_is_fix_once(tmp_path, fixed):
    data = data_with(tmp_path, {"rough": fixed[0]})
    assert "rough" not in run("check", "--fix", "--data", str(data)).stderr


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_fix_never_changes_what_a_file_says_or_fails(text):
    assert autofix.autofix(text.encode("utf-8", "surrogatepass"), Names(Reading())).text is not None


@pytest.mark.content
def test_no_example_of_the_library_needs_mending():
    done = run("check", "--fix", str(ROOT / f"examples_data/examples/{EXAMPLE}.yml"))
    assert done.stderr == ""


def test_check_refuses_a_path_that_nothing_reads(tmp_path):
    copy_project(tmp_path)
    (tmp_path / "notes.yml").write_text("title: Not read\n", encoding="utf-8")
    done = run("check", str(tmp_path / "notes.yml"), PRACTICE_ROOT=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "only files in examples_data/ and docs/ are read" in done.stderr


def test_check_notes_a_file_of_the_data_that_nothing_reads(tmp_path):
    copy_project(tmp_path)
    path = tmp_path / "examples_data/example/a.yml"
    path.parent.mkdir()
    path.write_text("title: Not read\n", encoding="utf-8")
    done = run("check", str(path), PRACTICE_ROOT=str(tmp_path))
    assert done.returncode == 0
    told = "examples_data/example/a.yml:1:1: note: nothing reads this file where it lies"
    assert told in done.stdout and "An example belongs in examples/." in done.stdout


def test_check_of_a_folder_around_the_data_finds_its_problems(tmp_path):
    copy_project(tmp_path)
    (tmp_path / "examples_data/examples/broken.yml").write_text("title: [\n", encoding="utf-8")
    done = run("check", str(tmp_path), PRACTICE_ROOT=str(tmp_path))
    assert done.returncode == 1
    assert "examples_data/examples/broken.yml:" in done.stdout


def packed(size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", " " * size)
    return made.getvalue()


@pytest.mark.parametrize(
    "raw",
    [b"", b"no zip", b"PK\x03\x04 cut off", packed(10), packed(30_000_000), b"x" * 6_000_000],
    ids=["empty", "no zip", "damaged", "no document", "bomb", "large"],
)
def test_a_word_file_that_cannot_be_read_ends_with_a_sentence(tmp_path, raw):
    path = tmp_path / "notes.docx"
    path.write_bytes(raw)
    done = run("new", "notes", "--from", str(path), "--dry-run", "--no-ask")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stderr.strip().endswith(".") and "notes.docx" in done.stderr


def test_a_text_with_one_damaged_sign_is_read(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"Title\n\xe2\x80\x9cGoals\xe2\x80\x9d in a caf\xe9 that asked\n")
    assert run("new", "notes", "--from", str(path), "--dry-run", "--no-ask").returncode == 0


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(bytes(n * 37 % 251 for n in range(500)))
    done = run("new", "notes", "--from", str(path), "--dry-run", "--no-ask")
    assert done.returncode == 2 and "notes.txt is no text" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_as_word_processors_save_it(tmp_path, encoding):
    path = tmp_path / "notes.txt"
    path.write_bytes("Title\nA café that asked what mattered\n".encode(encoding))
    done = run("new", "notes", "--from", str(path), "--dry-run", "--no-ask")
    assert "A café that asked what mattered" in done.stdout


@pytest.mark.parametrize("answer", ["--", "-", ";", "*"])
def test_an_answer_without_a_letter_gives_nothing(answer):
    done = run("issue-to-yaml", "-", given=f"### Nation\n\n{answer}\n\n### Title\n\nA title\n")
    assert done.returncode == 0, done.stderr
