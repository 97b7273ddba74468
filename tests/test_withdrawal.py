"""Taking a story back, reviews, drafts, and agreements that have run out."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path

import icalendar
import pytest
from tests.cases import GOOD, data_with, problems, run
from tests.conftest import build, copy_project
from tests.examples import EXAMPLE, read

from practice.contributing import write

pytestmark = pytest.mark.slow

PLANTED = "The kettle on the windowsill was where the plum-coloured conversation began."
WITHDRAWN = {
    "status": "withdrawn",
    "withdrawn": {"on": "2026-11-26", "reason": "The organisation asked for it."},
    "aliases": ["goal-talks"],
}


def example(**more):
    return write.example(
        {
            **GOOD,
            "title": f"Plum-coloured {GOOD['title']}",
            "context": PLANTED,
            "aliases": ["goal-talks"],
            "added": "2026-11-26",
            **more,
        }
    )


def holding(site: Path, words: str) -> list[str]:
    """Files of a site that hold some words, in archives too."""
    found = []
    for path in sorted(site.rglob("*")):
        if path.is_file() and words.encode() in _inside(path.read_bytes()):
            found.append(path.relative_to(site).as_posix())
    return found


def _inside(raw: bytes) -> bytes:
    """The bytes of a file, and of all files inside it when it is an archive."""
    if raw[:2] == b"\x1f\x8b":
        import gzip

        return raw + gzip.decompress(raw)
    if not raw.startswith(b"PK"):
        return raw
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return raw + b"".join(_inside(archive.read(name)) for name in archive.namelist())


def name_it(copy: Path) -> None:
    """Names the example in a session, in a guide and in the self-review."""
    for name, above, more in (
        ("examples_data/sessions/recording-what-matters.yml", "materials: [", "{}, "),
        ("examples_data/self_review.yml", "      next:\n", "        - {}\n"),
        ("docs/guides/recording.md", "\n---\n", "\nSee [one]({}).\n"),
    ):
        path = copy / name
        text = path.read_text("utf-8")
        assert above in text
        more = more.format("example:goal-meetings")
        path.write_text(text.replace(above, above + more, 1), "utf-8")


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A project with an example that is then withdrawn, and a draft; the files that held each while
    it was there.
    """
    copy = tmp_path_factory.mktemp("withdrawal")
    copy_project(copy)
    path, draft = (
        copy / "examples_data/examples/goal-meetings.yml",
        copy / "examples_data/examples/draft.yml",
    )
    path.write_text(example(), encoding="utf-8")
    draft.write_text(
        write.example({**GOOD, "title": "A violet-tinted draft of an example", "status": "draft"}),
        encoding="utf-8",
    )
    name_it(copy)
    assert (done := build(copy)).returncode == 0, done.stdout
    before = {
        words: holding(copy / "site", words) for words in (PLANTED, "Plum-coloured", "goal-talks")
    }
    path.write_text(example(**WITHDRAWN), encoding="utf-8")
    assert (done := build(copy)).returncode == 0, done.stdout
    return copy / "site", before


def test_before_it_is_withdrawn_the_story_is_in_page_data_and_search(planted):
    _, before = planted
    assert {"examples/goal-meetings/index.html", "api/v1/examples/goal-meetings.json"} <= set(
        before[PLANTED]
    )
    assert {"feeds/examples.xml", "api/v1/examples.json", "schema/ids.json"} <= set(
        before["Plum-coloured"]
    )


def test_withdrawal_leaves_not_one_sentence(planted):
    site, _ = planted
    for words in (
        PLANTED,
        "plum-coloured conversation",
        "Plum-coloured",
        GOOD["summary"][:40],
        GOOD["questions"][0]["ask"],
    ):
        assert holding(site, words) == []


def test_a_note_stands_at_every_address_that_it_had(planted):
    site, _ = planted
    for address in ("examples/goal-meetings", "examples/goal-talks"):
        page = (site / address / "index.html").read_text(encoding="utf-8")
        assert "Withdrawn on 2026-11-26" in page
        assert "The organisation asked for it." in page
        assert 'content="noindex"' in page
    for id in ("goal-meetings", "goal-talks"):
        assert "Withdrawn on 2026-11-26" in (site / "embed" / id / "index.html").read_text(
            encoding="utf-8"
        )
    assert "goal-meetings" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_what_named_it_leads_to_the_note_and_stops_no_build(planted):
    site, _ = planted
    for page in ("sessions/recording-what-matters", "guides/recording", "self-review"):
        text = (site / page / "index.html").read_text(encoding="utf-8")
        assert "examples/goal-meetings/" in text
        plain = (site / page / "index.md").read_text(encoding="utf-8")
        assert "examples/goal-meetings/" in plain and "example:" not in plain
    assert "A withdrawn example" in (site / "sessions/recording-what-matters/index.html").read_text(
        encoding="utf-8"
    )


def test_feeds_say_that_it_was_withdrawn(planted):
    site, _ = planted
    assert "Withdrawn on 2026-11-26" in (site / "feeds/examples.xml").read_text(encoding="utf-8")
    assert "goal-meetings" not in (site / "feeds/reviews.ics").read_text(encoding="utf-8")


def test_a_draft_is_nowhere(planted):
    site, _ = planted
    assert holding(site, "violet-tinted") == []


def test_a_link_to_a_draft_is_a_problem_at_its_line(tmp_path):
    draft, naming = (
        write.example({**GOOD, "status": "draft"}),
        write.example(
            {
                **GOOD,
                "title": "Another example that names it",
                "limits": "One team. See [ours](example:goal-draft).",
            }
        ),
    )
    data = data_with(tmp_path, {"goal-draft": draft, "naming": naming})
    found = [
        (Path(p["path"]).stem, p["message"]) for p in problems(data) if p["severity"] == "error"
    ]
    assert found == [("naming", "the example 'goal-draft' is a draft, and a draft has no page")]


def test_an_agreement_that_ran_out_fails_the_build_and_says_whom_to_ask(tmp_path):
    copy_project(tmp_path)
    (tmp_path / "examples_data/examples/goal-meetings.yml").write_text(example(), encoding="utf-8")
    root = {"PRACTICE_ROOT": str(tmp_path)}
    assert run("check", **root, SOURCE_DATE_EPOCH="1795000000").returncode == 0
    done = run("check", **root, SOURCE_DATE_EPOCH="1900000000")
    assert done.returncode == 1
    assert "the agreement ran out on 2029-03-01 [agreement-still-holds]" in done.stdout
    assert "Ask again: A home care provider." in done.stdout
    assert "Record 7 of the quality team" in done.stdout
    (tmp_path / "examples_data/examples/goal-meetings.yml").write_text(
        example(**WITHDRAWN), encoding="utf-8"
    )
    assert run("check", **root, SOURCE_DATE_EPOCH="1900000000").returncode == 0


def test_reviews_are_listed_with_those_that_are_overdue(tmp_path):
    copy_project(tmp_path)
    consent = {**GOOD["consent"], "ask_again": "2031-03-01"}
    reviewed = {"reviewed": "2026-11-25", "review_by": "2028-11-25", "consent": consent}
    (tmp_path / "examples_data/examples/goal-meetings.yml").write_text(example(**reviewed), "utf-8")
    done = run("reviews", PRACTICE_ROOT=str(tmp_path), SOURCE_DATE_EPOCH="1900000000")
    assert re.search(r"^2028-11-25 overdue  review +goal-meetings$", done.stdout, re.MULTILINE)
    assert re.search(r"^\d+ overdue on 2030-03-17, \d+ in all\.$", done.stdout, re.MULTILINE)


def test_the_calendar_has_a_day_for_all_that_are_due_on_it(site):
    calendar = icalendar.Calendar.from_ical((site / "feeds/reviews.ics").read_bytes())
    events = list(calendar.walk("VEVENT"))
    due = [e for e in events if e.decoded("dtstart") == read(EXAMPLE)["review_by"]]
    assert f"examples/{EXAMPLE}/" in " ".join(str(event["description"]) for event in due)


def test_gaps_on_the_page_open_the_form_with_theme_and_setting(site):
    link = re.compile(r"contribute/form/\?themes=([a-z-]+)&settings=([a-z-]+)")
    gaps = link.findall(html.unescape((site / "contribute/index.html").read_text(encoding="utf-8")))
    board = link.findall(html.unescape((site / "coverage/index.html").read_text(encoding="utf-8")))
    assert gaps
    assert sorted(gaps) == sorted(board)


def test_one_command_leaves_a_note_that_passes_and_names_where_the_example_is_mentioned(tmp_path):
    named = {
        "title": "Another example that names it",
        "limits": "See [ours](example:goal-meetings).",
    }
    data = data_with(
        tmp_path, {"goal-meetings": example(), "naming": write.example({**GOOD, **named})}
    )
    done = run("withdraw", "goal-meetings", "--reason", "They took it back.", "--data", str(data))
    assert done.returncode == 0, done.stderr
    path = data / "examples/goal-meetings.yml"
    text = path.read_text("utf-8")
    told = (PLANTED, "Plum", GOOD["summary"], GOOD["questions"][0]["ask"], GOOD["what_they_did"])
    assert [words for words in told if words in text] == []
    assert "reason: They took it back." in text and "aliases: [goal-talks]" in text
    assert [p for p in problems(data, str(path)) if p["severity"] == "error"] == []
    lines = (data / "examples/naming.yml").read_text("utf-8").splitlines()
    (at,) = [n for n, line in enumerate(lines, 1) if "goal-meetings" in line]
    assert f"naming.yml:{at}" in done.stdout


@pytest.mark.parametrize("kind", ["published", "contributed", "illustrative"])
def test_an_example_of_every_kind_can_be_withdrawn(tmp_path, kind):
    basis = {"published": "published-source", "illustrative": "fictional"}
    value = dict(GOOD) if kind == "contributed" else {**GOOD, "consent": {"basis": basis[kind]}}
    source = {"title": "A report", "publisher": "A publisher", "read": "whole"}
    value |= {"kind": kind, "sources": [source]}
    data = data_with(tmp_path, {"goal-meetings": write.example(value)})
    run("withdraw", "goal-meetings", "--reason", "They took it back.", "--data", str(data))
    path = data / "examples/goal-meetings.yml"
    assert "status: withdrawn" in path.read_text("utf-8")
    assert [p for p in problems(data, str(path)) if p["severity"] == "error"] == []


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("no", "reason has 2 characters; 10 is the least. Say a little more."),
        ("", "--reason: "),
        ("They took it\u202e back.", "cannot be seen or read (U+202E). Type its words again."),
        ("They of the caf\udce9 took it back.", "'--reason' holds a character that"),
        ("They\ntook it back.\nCall 07700 900123.", "this is a phone number"),
    ],
    ids=ascii,
)
def test_a_reason_that_no_note_could_give_leaves_the_story_where_it_is(tmp_path, reason, says):
    data = data_with(tmp_path, {"goal-meetings": example(themes=["gone"])})
    before = (data / "examples/goal-meetings.yml").read_bytes()
    done = run("withdraw", "goal-meetings", "--reason", reason, "--data", str(data))
    assert done.returncode == 2 and says in done.stderr, done.stderr
    assert (data / "examples/goal-meetings.yml").read_bytes() == before
    why = ("--reason", "They took it back.", "--data", str(data))
    assert run("withdraw", "goal-meetings", *why).returncode == 0


def test_a_name_that_is_no_example_and_a_file_that_cannot_be_read_are_told(tmp_path):
    data = data_with(tmp_path, {"broken": "title: [", "empty": "just words"})
    why = ("--reason", "They took it back.", "--data", str(data))
    assert "no example with the id 'nowhere'" in run("withdraw", "nowhere", *why).stderr
    for id in ("broken", "empty"):
        done = run("withdraw", id, *why)
        assert done.returncode == 2 and f"The file of {id} cannot be read: line 1:" in done.stderr
