"""Every step of every workflow runs, with the events that matter: a fork, a branch of the same
repository, a main that moved on, a run that is late or is run again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import small
from tests.cases import GOOD
from tests.code_host import REPOSITORY, CodeHost, Run
from tests.conftest import ROOT, SET_UP
from tests.examples import EXAMPLE as THERE
from tests.test_day import LEFT_OUT, git

from practice.application import set_up
from practice.application.project import project
from practice.contributing import write

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("workflows")]

DONE: set[str] = set()
"""The tests of this file that ran in this process."""
RAN: set[tuple[str, str]] = set()
"""The steps that some test ran, by workflow and name."""
SENT = "examples_data/examples/goal-meetings.yml"
EXAMPLE = {name: value for name, value in {**GOOD, **LEFT_OUT}.items() if value}
CHECKOUT = {"uses": "actions/checkout@x", "with": {"persist-credentials": False}}
PULL_REQUEST = {"pull_request": {"number": 7}}


@pytest.fixture(scope="module", autouse=True)
def every_step_is_run(request: pytest.FixtureRequest) -> Iterator[None]:
    """Once all tests of this file ran in this process, in whatever order: no step was left out."""
    before = request.session.testsfailed
    yield
    tests = {name for name in vars(request.module) if name.startswith("test_")}
    if request.session.testsfailed > before or not tests <= DONE:
        return
    there = set()
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            there |= {
                (path.name, step.get("name") or step.get("uses") or f"step {number}")
                for number, step in enumerate(job.get("steps", ()))
            }
    assert there - RAN == set()


@pytest.fixture(autouse=True)
def done(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    DONE.add(request.node.originalname)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of a small library, with one commit on main."""
    folder = small.make(tmp_path_factory.mktemp("library") / "work")
    for name in ("Makefile", "pyproject.toml", "requirements.txt", ".gitignore", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    for name in (".github", ".ci"):
        shutil.copytree(ROOT / name, folder / name)
    set_up.write(project(str(folder)), SET_UP)
    (folder / "examples_data" / "addresses.txt").write_text("/\n")
    (folder / "docs" / "about").mkdir()
    (folder / "docs" / "about" / "offline.md").write_text(
        "---\ntitle: Without a network\nsummary: One file.\n---\n\nThe library as one file.\n"
    )
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "one")
    return folder


@pytest.fixture
def work(first: Path, tmp_path: Path) -> Path:
    """A clone in which somebody works."""
    git(first, "clone", "--quiet", str(first), str(tmp_path / "work"))
    return tmp_path / "work"


@pytest.fixture
def host(tmp_path: Path, work: Path) -> CodeHost:
    git(work, "clone", "--quiet", "--bare", str(work), str(tmp_path / "origin.git"))
    git(work, "remote", "set-url", "origin", str(tmp_path / "origin.git"))
    (tmp_path / "host").mkdir()
    return CodeHost(tmp_path / "host", tmp_path / "origin.git")


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message, date="1795000000")


def head(folder: Path, ref: str = "HEAD") -> str:
    command = ["git", "-C", str(folder), "rev-parse", ref]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def send(work: Path, files: dict[str, str], branch: str = "add-goals") -> None:
    """Puts files on a branch that leaves main where the clone stands now."""
    git(work, "switch", "--quiet", "--create", branch, "main")
    for name, text in files.items():
        (work / name).write_text(text, "utf-8")
    commit(work, "Add an example")


def merge(work: Path, branch: str = "add-goals") -> None:
    """What the code host does when somebody sends or main moves: it merges, and names the merge."""
    git(work, "switch", "--quiet", "--force-create", "merged", "main")
    git(work, "merge", "--quiet", "--no-ff", "--message", "merge", branch, date="1795000000")
    git(work, "push", "--quiet", "--force", "origin", "main", "merged:refs/pull/7/merge", branch)


def run(host: CodeHost, workflow: str, event: dict[str, Any], sha: str = "main") -> dict[str, Any]:
    jobs = host.run(workflow, event, sha)
    for job in jobs.values():
        RAN.update((workflow, name) for name, outcome in job.steps.items() if outcome != "skipped")
    return jobs


def sections(comment: Path) -> list[str]:
    lines = (comment / "comment.md").read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("## ")]


# ---------- what is sent ----------


def test_a_good_example_is_checked_and_its_preview_opens_without_a_server(
    host: CodeHost, work: Path
) -> None:
    send(work, {SENT: write.example(EXAMPLE)})
    merge(work)
    job = run(host, "check.yml", PULL_REQUEST)["check"]
    assert not job.failed, job.output
    assert len(sections(host.kept / "comment")) == 1
    assert "Goal meetings" in job.summary
    page = host.kept / "preview" / "examples" / "goal-meetings" / "index.html"
    assert 'href="../../index.html"' in page.read_text("utf-8")


def test_a_change_is_told_before_and_after_and_so_is_a_page_that_changed(
    host: CodeHost, work: Path
) -> None:
    path = f"examples_data/examples/{THERE}.yml"
    text = (work / path).read_text("utf-8")
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)
    assert title
    home = (work / "docs" / "index.md").read_text("utf-8")
    changed = {path: text.replace(title[1], f"{title[1]} and beyond", 1)}
    send(work, {**changed, "docs/index.md": home.replace("[All]", "Here is one more. [All]")})
    merge(work)
    job = run(host, "check.yml", PULL_REQUEST)["check"]
    assert not job.failed, job.output
    said = (host.kept / "comment" / "comment.md").read_text("utf-8")
    assert "- **Title**" in said and "**and beyond**" in said
    assert "- `docs/index.md`" in said and "**Here is one more.**" in said


def test_a_faulty_example_is_told_and_no_preview_is_made(host: CodeHost, work: Path) -> None:
    send(work, {SENT: write.example({**EXAMPLE, "title": "Goals"})})
    merge(work)
    job = run(host, "check.yml", PULL_REQUEST)["check"]
    assert job.failed and job.steps["Check"] == "failure"
    assert f"::error file={SENT},line=2,col=8,title=too-short::" in job.output
    assert "### To mend" in (host.kept / "comment" / "comment.md").read_text("utf-8")
    assert not (host.kept / "preview").exists()


def test_a_link_among_the_files_is_told_to_the_sender(host: CodeHost, work: Path) -> None:
    git(work, "switch", "--quiet", "--create", "add-goals", "main")
    (work / "docs" / "leak.md").symlink_to("/etc/hostname")
    commit(work, "Add a link")
    merge(work)
    job = run(host, "check.yml", PULL_REQUEST)["check"]
    assert job.failed and job.steps["Check"] == "skipped"
    assert "is a link" in (host.kept / "comment" / "comment.md").read_text("utf-8")


def test_when_main_moved_on_nobody_is_told_of_what_others_did(host: CodeHost, work: Path) -> None:
    send(work, {SENT: write.example(EXAMPLE)})
    git(work, "switch", "--quiet", "main")
    model = work / "hooks" / "practice" / "model" / "example.py"
    text = model.read_text("utf-8")
    assert "max_length=120" in text
    model.write_text(text.replace("max_length=120", "max_length=140"), "utf-8")
    long = {
        **EXAMPLE,
        "title": "Somebody else's example, which has a title of more letters than" + " were" * 13,
    }
    (work / "examples_data" / "examples" / "somebody-else.yml").write_text(write.example(long))
    commit(work, "Let a title be longer")
    merge(work)
    event = {"pull_request": {"number": 7, "base": {"sha": head(work, "main~1")}}}
    for _ in ("late", "again"):
        job = run(host, "check.yml", event)["check"]
        assert not job.failed, job.output
        assert sections(host.kept / "comment") == [
            "## Goal meetings in a team of home care workers"
        ]


# ---------- the comment ----------


def finished(owner: str, branch: str, sha: str, conclusion: str = "success") -> dict[str, Any]:
    """The event of a finished check."""
    name = f"{owner}/practice"
    repository = {"full_name": name, "owner": {"login": owner}}
    known = {"event": "pull_request", "conclusion": conclusion, "head_repository": repository}
    return {"workflow_run": {**known, "head_branch": branch, "head_sha": sha, "html_url": "URL"}}


@pytest.fixture
def told(host: CodeHost) -> CodeHost:
    """A host that kept a comment, with a request from a fork and one from the same repository."""
    (host.kept / "comment").mkdir(parents=True)
    (host.kept / "comment" / "comment.md").write_text("Thank you, @everyone.")
    for number, owner in ((7, REPOSITORY.partition("/")[0]), (8, "visitor")):
        host.open_pull_request(number=number, owner=owner, headRefName="add", headRefOid="abc")
    return host


@pytest.mark.parametrize(("owner", "number"), [("library", 7), ("visitor", 8)])
def test_the_comment_reaches_the_request_of_a_branch_and_of_a_fork(
    told: CodeHost, owner: str, number: int
) -> None:
    for conclusion in ("success", "failure"):
        job = run(told, "comment.yml", finished(owner, "add", "abc", conclusion))["comment"]
        assert not job.failed, job.output
    comments = {pr["number"]: pr["comments"] for pr in told.pull_requests}
    assert len(comments.pop(number)) == 1 and [*comments.values()] == [[]]
    (text,) = (pr["comments"][0] for pr in told.pull_requests if pr["comments"])
    assert "@everyone" not in text and "everyone" in text and "open index.html" in text


def test_a_late_run_says_nothing_when_something_newer_was_sent(told: CodeHost) -> None:
    job = run(told, "comment.yml", finished("visitor", "add", "older"))["comment"]
    assert not job.failed and "Something newer was sent" in job.output
    assert [pr["comments"] for pr in told.pull_requests] == [[], []]


@pytest.mark.parametrize("conclusion", ["action_required", "cancelled", "skipped"])
def test_a_check_that_waits_or_was_stopped_posts_nothing(told: CodeHost, conclusion: str) -> None:
    job = run(told, "comment.yml", finished("visitor", "add", "abc", conclusion))["comment"]
    assert job.skipped


# ---------- publishing ----------


def ready(work: Path) -> None:
    """Gives the library a home, on main."""
    for name in ("mkdocs.yml", ".github/ISSUE_TEMPLATE/config.yml"):
        text = (work / name).read_text("utf-8")
        (work / name).write_text(text.replace("outcomes-in-practice.example", "library.county.org"))
    commit(work, "Set the library up")
    git(work, "push", "--quiet", "origin", "main")


def test_main_is_published_and_its_new_addresses_are_proposed_once(
    host: CodeHost, work: Path
) -> None:
    ready(work)
    jobs = run(host, "publish.yml", {})
    assert {name: job.failed for name, job in jobs.items()} == dict.fromkeys(jobs, False)
    assert f"examples/{THERE}/" in (host.published / "examples/index.html").read_text("utf-8")
    assert (host.published / "downloads" / "outcomes-in-practice.zip").exists()
    assert host.called.read_text() == "make test\n"
    git(work, "fetch", "--quiet", "origin", "new-addresses")
    assert head(work, "FETCH_HEAD~1") == head(work, "main")
    shown = ["git", "-C", str(work), "show", "FETCH_HEAD:examples_data/addresses.txt"]
    ledger = subprocess.run(shown, capture_output=True, text=True).stdout
    assert ledger.startswith("/\n") and f"\nexamples/{THERE}/\n" in ledger
    run(host, "publish.yml", {})
    assert [pr["head"] for pr in host.pull_requests] == ["new-addresses"]
    git(work, "merge", "--quiet", "--ff-only", "FETCH_HEAD")
    git(work, "push", "--quiet", "origin", "main", ":new-addresses")
    jobs = run(host, "publish.yml", {})
    assert not jobs["ledger"].failed, jobs["ledger"].output
    refs = subprocess.run(["git", "-C", str(host.origin), "branch"], capture_output=True, text=True)
    assert "new-addresses" not in refs.stdout


def test_an_address_that_main_got_meanwhile_is_not_lost_and_not_added_twice(
    host: CodeHost, work: Path
) -> None:
    ready(work)
    before = head(work)
    ledger = work / "examples_data" / "addresses.txt"
    ledger.write_text(f"/\nexamples/{THERE}/\n")
    commit(work, "Add an address")
    git(work, "push", "--quiet", "origin", "main")
    jobs = run(host, "publish.yml", {}, before)
    assert not jobs["ledger"].failed, jobs["ledger"].output
    git(work, "fetch", "--quiet", "origin", "new-addresses")
    shown = ["git", "-C", str(work), "show", "FETCH_HEAD:examples_data/addresses.txt"]
    lines = subprocess.run(shown, capture_output=True, text=True).stdout.splitlines()
    assert lines[:2] == ["/", f"examples/{THERE}/"] and len(lines) == len(set(lines))


def test_an_agreement_that_ran_out_stops_the_week_and_says_whom_to_ask(
    host: CodeHost, work: Path
) -> None:
    ran_out = {**EXAMPLE["consent"], "agreed_on": "2020-01-01", "ask_again": "2020-06-01"}
    (work / SENT).write_text(write.example({**EXAMPLE, "consent": ran_out}), "utf-8")
    ready(work)
    git(work, "commit", "--quiet", "--amend", "--no-edit", date="1580000000")  # a quiet library
    git(work, "push", "--quiet", "--force", "origin", "main")
    jobs = run(host, "publish.yml", {"schedule": "17 5 * * 1"})
    assert jobs["build"].failed and jobs["deploy"].skipped and jobs["ledger"].skipped
    assert not host.published.exists()
    summary = jobs["build"].summary
    assert "Nothing was published" in summary and "the agreement ran out on 2020-06-01" in summary
    assert "Ask again: A home care provider." in summary


def test_nothing_is_published_under_names_that_belong_to_nobody(host: CodeHost) -> None:
    jobs = run(host, "publish.yml", {})
    assert jobs["build"].failed and jobs["deploy"].skipped
    assert "practice set-up" in jobs["build"].summary
    assert jobs["build"].steps["Build"] == "skipped"


def test_the_steps_for_gitlab_publish_the_same_site(host: CodeHost, work: Path) -> None:
    ready(work)
    job = yaml.safe_load((ROOT / "hosting" / "gitlab-ci.yml").read_text("utf-8"))["pages"]
    steps = [{"run": "\n".join(job["script"]), "name": "script"}]
    done = Run(host, {"steps": [CHECKOUT, *steps], "env": job["variables"]}, {}, "main")
    assert not done.job().failed, done.done.output
    assert (done.space / "public" / "downloads" / "outcomes-in-practice.zip").exists()
    assert (done.space / job["artifacts"]["paths"][0] / "examples" / "index.html").exists()


@pytest.fixture
def own_server(work: Path, host: CodeHost) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Publishes a clone that is set up to a folder, as hosting/publish does to a server."""
    ready(work)
    shutil.copytree(ROOT / "hosting", work / "hosting")
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    python = [str(host.folder / "bin" / "python"), "-m", "venv", ".venv"]
    subprocess.run(python, cwd=work, check=True)
    (work / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (work / ".venv" / "ready").write_text(f"{work.resolve()}\n")

    def publish(where: str) -> subprocess.CompletedProcess[str]:
        command = [str(work / "hosting" / "publish"), where]
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    return publish


@pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")
def test_one_command_publishes_to_a_server_what_changed_and_old_pages_go(
    work: Path, own_server: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    www = tmp_path / "www"
    (www / "gone").mkdir(parents=True)
    (www / "gone" / "index.html").write_text("old")
    done = own_server(str(www))
    assert done.returncode == 0, done.stderr
    assert small.contents(www) == small.contents(work / "site")
    assert f"\nexamples/{THERE}/\n" in done.stdout.partition("New addresses:")[2]
    before = {path: path.stat().st_mtime_ns for path in www.rglob("*.html")}
    assert own_server(str(www)).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in www.rglob("*.html")} == before


def test_a_server_keeps_its_site_when_an_agreement_ran_out_and_no_whole_server_is_emptied(
    work: Path, own_server: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "index.html").write_text("stands")
    ran_out = {**EXAMPLE["consent"], "agreed_on": "2020-01-01", "ask_again": "2020-06-01"}
    (work / SENT).write_text(write.example({**EXAMPLE, "consent": ran_out}), "utf-8")
    done = own_server(str(tmp_path / "www"))
    assert done.returncode and "the agreement ran out on 2020-06-01" in done.stdout
    assert (tmp_path / "www" / "index.html").read_text() == "stands"
    for where in ("", "/", "you@server:", "you@server:/"):
        done = own_server(where)
        assert done.returncode == 2 and "hosting/publish you@server:/srv/www/" in done.stderr


def test_every_change_that_is_sent_is_tested(host: CodeHost, work: Path) -> None:
    send(work, {SENT: write.example(EXAMPLE)})
    merge(work)
    job = run(host, "test.yml", PULL_REQUEST, "refs/pull/7/merge")["test"]
    assert not job.failed and host.called.read_text() == "make test\n"


def test_the_supply_chain_is_looked_at_apart_from_the_tests(host: CodeHost) -> None:
    job = run(host, "audit.yml", {"schedule": "41 5 * * 1"})["audit"]
    assert not job.failed, job.output
    assert host.called.read_text() == "make audit\nmake workflows\n"
