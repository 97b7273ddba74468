"""What happens at the code host: the issue form, the workflows, and the comment on what was
sent.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import pyromark
import pytest
import yaml
from tests.cases import CASES, GOOD, data_with, files, problems, run
from tests.examples import EXAMPLE

from practice.contributing import comment as commenting
from practice.contributing import questions, write
from practice.reading import document
from practice.reading.schema import json_schema

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORM = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/example.yml").read_text(encoding="utf-8"))
BODY = (Path(__file__).parent / "data/issue-body.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-issue-forms", [GITHUB / "ISSUE_TEMPLATE/example.yml"]),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_the_files_fit_the_code_hosts_own_schemas(schema, paths):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


# ---------- workflows for the work of strangers ----------


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_full_hash(path):
    used = re.findall(r"uses: *(\S+)", path.read_text(encoding="utf-8"))
    assert used
    others = [name for name in used if not name.startswith("./")]
    assert [name for name in others if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_uses_secrets_or_puts_what_strangers_write_into_a_script(path):
    text = path.read_text(encoding="utf-8")
    assert "secrets[" not in text
    assert "${{ secrets" not in text
    assert "pull_request_target" not in text
    for job in yaml.safe_load(text)["jobs"].values():
        steps = job.get("steps", [])
        assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
        assert [
            step
            for step in steps
            if "checkout" in step.get("uses", "")
            and step["with"].get("persist-credentials") is not False
        ] == []


def test_the_check_can_only_read_and_runs_the_code_of_the_base_branch():
    workflow = yaml.safe_load((GITHUB / "workflows/check.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["check"]
    assert (workflow["permissions"], job["permissions"]) == ({}, {"contents": "read"})
    (sent,) = [step["with"] for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert (sent["path"], sent["fetch-depth"]) == ("sent", 2)
    assert job["steps"][1]["run"] == "git -C sent worktree add --quiet --detach ../base HEAD^1"
    assert [
        step
        for step in job["steps"]
        if "practice" in step.get("run", "") and step.get("working-directory") != "base"
    ] == []
    assert not any("sent/" in step.get("run", "") and "pip" in step["run"] for step in job["steps"])


def test_every_test_runs_for_each_change_with_a_token_that_can_only_read():
    workflow = yaml.safe_load((GITHUB / "workflows/test.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["test"]
    assert (workflow["permissions"], job["permissions"]) == ({}, {"contents": "read"})
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]


def test_the_comment_is_posted_where_nothing_contributed_runs():
    job = yaml.safe_load((GITHUB / "workflows/comment.yml").read_text(encoding="utf-8"))["jobs"][
        "comment"
    ]
    assert not any("checkout" in step.get("uses", "") for step in job["steps"])
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}


def test_the_steps_that_swap_the_data_run_and_refuse_links(tmp_path):
    steps = yaml.safe_load((GITHUB / "workflows/check.yml").read_text(encoding="utf-8"))["jobs"][
        "check"
    ]["steps"]
    swap = next(step["run"] for step in steps if step.get("name", "").startswith("Put the data"))
    for top in ("base", "sent"):
        for folder in ("examples_data/examples", "docs"):
            (tmp_path / top / folder).mkdir(parents=True)
        (tmp_path / top / "examples_data/examples/a.yml").write_text(top)
    (tmp_path / "sent/docs/link.md").symlink_to("/etc/hostname")
    bash = ["bash", "-eo", "pipefail", "-c", swap]
    assert subprocess.run(bash, cwd=tmp_path, capture_output=True).returncode == 1
    (tmp_path / "sent/docs/link.md").unlink()
    assert subprocess.run(bash, cwd=tmp_path, capture_output=True).returncode == 0
    assert (tmp_path / "base/examples_data/examples/a.yml").read_text() == "sent"
    assert (tmp_path / "before/examples_data/examples/a.yml").read_text() == "base"


# ---------- the issue form ----------


def test_the_issue_form_asks_in_the_words_of_the_schema():
    properties = json_schema()["properties"]
    asked = {field["id"]: field["attributes"] for field in FORM["body"] if "id" in field}
    for name in set(asked) & set(properties):
        assert asked[name]["label"] == questions.label(name)
        assert asked[name].get("description", properties[name]["description"]) in (
            properties[name]["description"],
            "One to five questions, one on each line.",
        )
    needed = set(json_schema()["required"]) - {"added", "consent"}
    assert needed - set(asked) == set()


def test_the_issue_form_offers_nothing_that_the_library_does_not_know():
    lists = {
        "settings": "settings",
        "themes": "themes",
        "roles": "roles",
        "components": "components",
        "knowledge": "knowledge",
        "nation": "nations",
    }
    for field in FORM["body"]:
        if field.get("id") in lists:
            known = {
                term["title"]
                for term in yaml.safe_load(
                    (ROOT / f"examples_data/vocabulary/{lists[field['id']]}.yml").read_text(
                        encoding="utf-8"
                    )
                )
            }
            offered = {
                option["label"] if isinstance(option, dict) else option
                for option in field["attributes"]["options"]
            }
            assert offered <= known, "run: practice issue-form > .github/ISSUE_TEMPLATE/example.yml"


def test_links_beside_the_issue_form_lead_to_this_site():
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]
    links = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8"))[
        "contact_links"
    ]
    assert [link["url"] for link in links if not link["url"].startswith(site)] == []


def test_an_issue_becomes_a_file_that_passes(tmp_path):
    before = datetime.date.today().isoformat()
    done = run("issue-to-yaml", "-", given=BODY)
    assert "examples/goal-meetings-in-a-team-of-home-care-workers.yml" in done.stderr
    value = document.read(done.stdout.encode(), "x").value
    assert value["themes"] == ["what-matters-and-goals", "families-carers-and-community"]
    assert (value["nation"], value["kind"], value["about"], value["period"]) == (
        "scotland",
        "contributed",
        "team",
        {"from": "2021", "to": "2023"},
    )
    assert value["consent"] == {
        "basis": "organisation-agreed",
        "covers": "This page, under an open licence",
        "agreed_on": "2026-03-01",
        "ask_again": "2029-03-01",
        "reference": "Record 7 of the quality team",
    }
    assert "what_helped" not in value
    assert "### Title" in value["context"]
    assert "# A question that is no longer asked\n# Something that somebody wrote." in done.stdout
    assert value["added"] in (before, datetime.date.today().isoformat())
    text = done.stdout.replace(f"\nadded: {value['added']}\n", "\nadded: 2026-11-25\n")
    data = data_with(tmp_path, {"from-an-issue": text})
    assert [
        p["message"]
        for p in problems(data, str(data / "examples/from-an-issue.yml"))
        if p["severity"] == "error"
    ] == []


def test_the_id_of_an_issue_is_made_of_whole_words():
    title = "A diary of good days in a home care team, and what the team made of it"
    done = run("issue-to-yaml", "-", given=f"### Title\n\n{title}\n")
    assert "/a-diary-of-good-days-in-a-home-care-team-and-what-the-team.yml" in done.stderr


def test_an_issue_that_holds_the_text_of_the_form_is_that_text():
    text = write.example(GOOD)
    body = (
        f"### Text from the form on our site\n\n```yaml\n{text}```\n\n### Title\n\n_No"
        " response_\n\n### Setting\n\n- [ ] Care homes\n"
    )
    assert run("issue-to-yaml", "-", given=body.replace("\n", "\r\n")).stdout == text


# ---------- the comment ----------


@pytest.fixture(scope="module")
def comment(tmp_path_factory):
    """The comment on all cases and on the good example."""
    data = data_with(tmp_path_factory.mktemp("sent"), {**files(), "good": write.example(GOOD)})
    before = data_with(tmp_path_factory.mktemp("before"), {})
    done = run("comment", "--data", str(data), "--before", str(before))
    assert done.returncode == 0, done.stderr
    return {
        re.search(r"examples/([\w-]+)\.yml`", part)[1]: part
        for part in re.split(r"^## ", done.stdout, flags=re.MULTILINE)[1:]
        if "examples/" in part
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_comment_says_what_the_table_says(case, comment):
    faults = comment[case.id].split("### To mend")[1].split("###")[0]
    told = re.findall(r"- \*\*Line \d+:\*\* (.+)", faults)
    assert sorted(told) == sorted(
        f"{commenting.safe_words(message)}. {commenting.safe_words(hint)}".strip()
        for _, message, hint in case.says
    )


def test_the_comment_says_what_is_right_and_what_the_example_adds(comment):
    good = comment["good"]
    assert "### To mend" not in good
    assert "- Every rule is met." in good
    assert "themes/what-matters-and-goals/)" in good
    assert "It fills a gap: nothing was there yet" in good or "It fills no gap" in good
    assert "### Advice on the words" in good


def test_the_comment_is_about_what_changed_only(tmp_path):
    data = data_with(tmp_path / "after", {"good": write.example(GOOD)})
    before = data_with(tmp_path / "before", {})
    done = run("comment", "--data", str(data), "--before", str(before))
    assert "**Nothing to mend.**" in done.stdout
    assert f"{EXAMPLE}.yml" not in done.stdout
    missing = run("comment", "--data", str(data), "--before", str(tmp_path / "nowhere"))
    assert missing.returncode == 2 and "does not exist" in missing.stderr
    same = run("comment", "--data", str(before), "--before", str(before))
    assert "**No example was added or changed.**" in same.stdout


STORY = "\n".join(f"In week {n} the team met again." for n in range(20))


def compared(folder: Path, before: dict[str, str], after: dict[str, str]) -> str:
    """The comment when examples were as `before` and became as `after`, and a page lost a line."""
    old, new = data_with(folder / "before", before), data_with(folder / "after", after)
    shutil.copytree(ROOT / "docs", folder / "docs")
    with (folder / "docs/about/writing.md").open("a", encoding="utf-8") as page:
        page.write("\nA line that went.\n")
    where = ("--data", str(new), "--before", str(old), "--docs-before", str(folder / "docs"))
    done = run("comment", *where)
    assert done.returncode == 0, done.stderr
    return done.stdout


def good(**changed) -> str:
    return write.example({**GOOD, **changed})


def test_the_comment_shows_before_and_after_in_words(tmp_path):
    new = STORY.replace("week 7 the team", "week 7 two teams")
    old = {"goals": good(context=STORY, themes=["recording"])}
    said = compared(tmp_path, old, {"goals": good(context=new, themes=["supervision"])})
    about = said.partition("### Before and after")[2].partition("###")[0]
    assert "- **Themes**\n  - Before:  ~~recording~~ \n  - After:  **supervision** \n" in about
    assert "  - Before: In week 7 ~~the team~~ met again.\n" in about
    assert "  - After: In week 7 **two teams** met again.\n" in about
    assert "week 8" not in about and "Title" not in about
    assert "`examples/goals/index.html`" in said


def test_the_comment_shows_what_changed_in_a_hand_written_page(tmp_path):
    beside = compared(tmp_path, {}, {}).partition("## Other files that changed")[2]
    assert beside.count("\n- `") == 1
    assert "- `docs/about/writing.md`\n  - Before:  ~~A line that went.~~ \n" in beside


def test_a_page_that_goes_is_named_and_one_with_a_new_name_is_compared(tmp_path):
    old = {"goals": good(title="Goals that were met"), "other": good()}
    new = {"aims": good(title="Goals that were kept", aliases=["goals"])}
    said = compared(tmp_path, old, new)
    assert said.partition("## Pages that go")[2].count("- `examples/other/`") == 1
    assert "examples/goals/`" not in said and "~~met~~" in said and "**kept**" in said
    assert "A change to an example" in said


def test_the_comment_does_not_repeat_a_withdrawn_story_or_what_shows_who_somebody_is(tmp_path):
    phone = "Ring her on 07700 900123 any day."
    gone = {"status": "withdrawn", "withdrawn": {"on": "2026-11-26", "reason": "They asked us to."}}
    said = compared(
        tmp_path,
        {"phone": good(context=phone), "story": good(title="A story that was told", context=STORY)},
        {"phone": good(), "story": good(title="It is gone from here", context="Gone.", **gone)},
    )
    assert "900123" not in said and "it may show who a person is" in said
    assert "week 7" not in said and "What it told is not repeated here" in said


GFM = (
    pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TABLES
)
FORGED = (
    "Hello **you** &commat;someone [x](https://evil.example) ![y](//evil.example/z.png)"
    " <a href='https://evil.example'>z</a> www.evil.example `code` ~~no~~ $x$ #1 GH-1 | a | b |"
)
BLOCKS = "\n\n## Forged\n\n- **Line 1:** forged\n\n```\n@everyone\n```\n\n[x]: //evil.example\n"


def test_nothing_that_was_contributed_becomes_a_link_a_heading_or_a_call(tmp_path):
    new = good(title=FORGED[:119], context=FORGED, what_they_did=f"They met.{BLOCKS}")
    said = compared(tmp_path, {"goals": good()}, {"goals": new})
    page = lxml.html.fromstring(pyromark.html(said, options=GFM))
    base = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["site_url"]
    assert [url for _, _, url, _ in page.iterlinks() if not url.startswith(base)] == []
    assert [one.text_content() for one in page.iter("h2", "h3") if "Forged" in one.text] == []
    assert [*page.iter("img", "pre", "table")] == []
    words = page.text_content()
    assert not re.search(r"@\w|#\d|GH-\d|https?:|www\.", words.replace(base, ""))
    assert "Hello **you**" in words and "~~no~~" in words


def test_a_comment_stays_short_however_much_changed(tmp_path):
    story = "\n".join(f"Line {n} tells of the day when the team met." for n in range(600))
    ids = [f"goals-{n}" for n in range(12)]
    old = {id: good(title=f"Goal meetings, {id}", context=story) for id in ids}
    new = {id: good(title=f"Goals talked over, {id}", context=story[::-1]) for id in ids}
    said = compared(tmp_path, old, new)
    assert len(said.encode()) < 60_000 and said.count("### Before and after") == len(ids)
    assert "And " in said or "…" in said


def test_words_of_a_contributor_stay_words_in_the_comment():
    link = commenting.safe_words(r"Attack \[me\](https://evil.example/x) www.evil.example")
    assert r"\\\[me\\\]" in link and not re.search(r"https:|www\.", link)
    said = commenting.safe_words("<img src=x> @everyone [here](https://example.org) #1 `code`")
    assert not re.search(r"<img|@everyone|(?<!\\)\[|(?<!\\)#1|(?<!\\)`", said)


HOSTILE = (
    "a\n::stop-commands::tok\nb.yml",
    "100% good, really: yes.yml",
    "\x1b[31mred.yml",
    "\u202egnp.yml",
    "@everyone [x](https:evil.example).yml",
)


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_the_name_of_a_file_is_text_to_the_terminal_the_log_and_the_comment(tmp_path, name):
    before = data_with(tmp_path / "before", {})
    data = data_with(tmp_path / "after", {})
    (data / "examples" / name).write_text(write.example(GOOD))
    plain = run("check", "--data", str(data)).stdout
    assert not re.search(r"^::|\x1b|\u202e", plain, re.MULTILINE) and "file-name" in plain
    annotation = r"::(error|notice) file=[^:,\x1b]*,line=\d+,col=\d+,title=\S+::.*"
    for line in run("check", "--data", str(data), "--format", "github").stdout.splitlines():
        assert re.fullmatch(annotation, line)
    comment = run("comment", "--data", str(data), "--before", str(before)).stdout
    assert not re.search(
        r"^::|\x1b|\u202e|@everyone|(?<!\\)\[x\]", re.sub("`.*?`", "", comment), re.MULTILINE
    )


def test_a_name_that_is_no_text_is_told_without_a_traceback(tmp_path):
    data = data_with(tmp_path, {})
    (data / "examples" / os.fsdecode(b"\xff.yml")).write_text(write.example(GOOD))
    done = run("check", "--data", str(data))
    assert "Traceback" not in done.stderr and "file-name" in done.stdout


def test_the_check_points_at_lines_of_the_files_that_were_sent(tmp_path):
    data = data_with(tmp_path, {"goals": write.example({**GOOD, "title": "Goals"})})
    done = run("check", "--data", str(data), "--format", "github")
    assert re.search(
        r"^::error file=\S*examples_data/examples/goals\.yml,line=2,col=8,title=too-short::title"
        r" has 5 characters",
        done.stdout,
        re.MULTILINE,
    )
