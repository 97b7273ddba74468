"""Unfinished drafts: they pass the check, an editor is told what they lack, and they are nowhere on
the site.
"""

from __future__ import annotations

import re
import shutil

import pytest
from tests import small
from tests.cases import GOOD, data_with, run
from tests.conftest import build
from tests.test_withdrawal import holding

from practice.contributing import questions, write
from practice.reading.schema import json_schema

pytestmark = pytest.mark.slow

UNFINISHED = {
    "kind": "contributed",
    "what_they_did": "We met each week to talk about one person.",
    "what_changed": "A violet-tinted change that nobody has measured.",
    "added": "2026-11-25",
    "status": "draft",
}


def checked(tmp_path, **more):
    """What `practice check` says of an unfinished draft."""
    data = data_with(tmp_path, {"unfinished": write.example({**UNFINISHED, **more})})
    return run("check", "--data", str(data), str(data / "examples/unfinished.yml"))


def test_a_draft_may_lack_anything_and_is_told_what_in_notes(tmp_path):
    done = checked(tmp_path)
    assert done.returncode == 0, done.stdout
    for name in ("title", "themes", "consent", "limits"):
        assert f"note: {name} is missing" in done.stdout


def test_what_is_to_be_published_may_lack_nothing(tmp_path):
    done = checked(tmp_path, status="published")
    assert done.returncode == 1
    assert "note: title" not in done.stdout
    assert "title is missing" in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Ring me on 07700 900123.", "this is a phone number"),
        ("<b>It went well.</b>", "HTML is not allowed"),
    ],
)
def test_a_draft_may_not_hold_what_nothing_may_hold(tmp_path, words, says):
    done = checked(tmp_path, what_changed=words)
    assert done.returncode == 1
    assert says in done.stdout


def test_an_unfinished_draft_stops_no_build_and_is_nowhere_on_the_site(tmp_path):
    copy = small.make(tmp_path)
    path = copy / "examples_data" / "examples" / "unfinished.yml"
    path.write_text(write.example(UNFINISHED), encoding="utf-8")
    done = build(copy, "--no-downloads")
    assert done.returncode == 0, done.stdout + done.stderr
    assert holding(copy / "site", "violet-tinted") == []
    assert holding(copy / "site", "unfinished") == []
    listed = run("addresses", PRACTICE_ROOT=str(copy), PYTHONPATH=str(copy / "hooks"))
    assert "examples/" in listed.stdout
    assert "unfinished" not in listed.stdout


def test_the_inbox_says_what_a_draft_lacks_and_what_to_ask(tmp_path):
    text = write.example(
        {
            **UNFINISHED,
            "organisation": "Larch House",
            "consent": {"basis": "people-agreed"},
            "what_changed": "Ring me on 07700 900123.",
        }
    )
    data = data_with(tmp_path, {"unfinished": f"{text}# Could people be recognised? No\n"})
    done = run("inbox", "--data", str(data))
    assert done.returncode == 0, done.stderr
    said = "\n" + done.stdout.partition("unfinished.yml: ")[2].partition(".yml: ")[0]
    assert "\ncame in on 2026-11-25\n" in said
    assert "It begins: We met each week to talk about one person. …\n" in said
    assert re.search(r"Take out: line \d+: this is a phone number", said)
    assert "It says: Could people be recognised? No\n" in said
    assert "An editor writes: Title, Summary, Useful for, Themes\n" in said
    for question in ("Which nation are you in?", "On which day did they agree?"):
        assert f"    - {question}\n" in said
    assert "called?" not in said
    assert re.search(r"\n\d+ drafts?\.\n$", done.stdout)


@pytest.mark.parametrize("kind", ["{a: b}", "[published]", "5"])
def test_the_inbox_takes_a_draft_whose_kind_is_no_text(tmp_path, kind):
    data = data_with(tmp_path, {"odd": f"status: draft\nadded: 2026-01-01\nkind: {kind}\n"})
    done = run("inbox", "--data", str(data))
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    assert "kind" in done.stdout


def test_the_inbox_says_when_nothing_is_missing(tmp_path):
    data = data_with(tmp_path, {"whole": write.example({**GOOD, "status": "draft"})})
    said = run("inbox", "--data", str(data)).stdout.partition("whole.yml: ")[2]
    assert said.partition(".yml: ")[0].split("\n")[2].startswith("  Nothing is missing.")


def test_the_inbox_asks_for_every_field_that_only_the_sender_knows():
    fields = {*json_schema()["properties"], *json_schema()["$defs"]["Consent"]["properties"]}
    assert set(questions.ASKS) <= fields


def test_the_comment_on_a_draft_asks_for_nothing(tmp_path):
    data = data_with(tmp_path, {"unfinished": write.example(UNFINISHED)})
    before = tmp_path / "before"
    shutil.copytree(data, before)
    (before / "examples" / "unfinished.yml").unlink()
    said = run("comment", "--data", str(data), "--before", str(before)).stdout
    assert "**Nothing to mend.**" in said
    assert "This is a draft. An editor fills in the rest" in said
    assert "is missing" not in said and "Every rule is met" not in said
