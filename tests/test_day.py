"""The day of a build is known, or the build stops and says how to set it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import small
from tests.cases import GOOD
from tests.conftest import environment_of

from practice.application import day
from practice.contributing import write

OWN = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}
OWN |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
pytestmark = pytest.mark.slow

LATE, EARLY = "1900000000", "1795000000"
"""Seconds of 17 March 2030 and of 18 November 2026."""
LEFT_OUT = {"guides": [], "key_points": [], "related": []}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small project outside any repository, with an agreement that ran out in 2029."""
    root = small.make(tmp_path / "project")
    example = {name: value for name, value in {**GOOD, **LEFT_OUT}.items() if value}
    path = root / "examples_data" / "examples" / "goal-meetings.yml"
    path.write_text(write.example(example), "utf-8")
    return root


def git(folder: Path, *arguments: str, date: str = LATE) -> None:
    dates = {"GIT_AUTHOR_DATE": f"{date} +0000", "GIT_COMMITTER_DATE": f"{date} +0000"}
    subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **OWN, **dates},
        check=True,
        capture_output=True,
    )


def commit(folder: Path, date: str = LATE) -> None:
    git(folder, "init", "--quiet")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "one", date=date)


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in a project of which only git can know the day."""
    environment = {**environment_of(folder), "GIT_CONFIG_GLOBAL": "/dev/null", **more}
    if "SOURCE_DATE_EPOCH" not in more:
        del environment["SOURCE_DATE_EPOCH"]
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_the_last_commit_of_the_project_gives_the_day(folder: Path) -> None:
    commit(folder)
    done = run(folder, "practice", "check")
    assert done.returncode == 1
    assert "the agreement ran out on 2029-03-01" in done.stdout
    git(folder, "commit", "--quiet", "--amend", "--allow-empty", "-m", "one", date=EARLY)
    assert run(folder, "practice", "check").returncode == 0


COMMANDS = (
    ("practice", "check"),
    ("practice", "build"),
    ("practice", "reviews"),
    ("practice", "comment"),
    ("practice", "addresses"),
    ("mkdocs", "build", "--strict"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_where_nobody_knows_the_day_the_command_stops_with_one_sentence(
    folder: Path, command: tuple[str, ...]
) -> None:
    done = run(folder, *command)
    assert done.returncode not in (0, None)
    assert "SOURCE_DATE_EPOCH=$(date +%s)" in done.stderr
    assert "Traceback" not in done.stderr and "not a git repository" in done.stderr
    assert not (folder / "site").exists()


def test_a_repository_around_the_project_does_not_know_its_day(folder: Path) -> None:
    commit(folder.parent)
    done = run(folder, "practice", "check")
    assert done.returncode == 2
    assert f"lies in the git repository {folder.parent}" in done.stderr
    assert "SOURCE_DATE_EPOCH" in done.stderr and done.stderr.count("\n") == 1


def test_a_repository_that_a_hook_names_does_not_know_it_either(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    commit(other)
    commit(folder, EARLY)
    done = run(folder, "practice", "check", GIT_DIR=str(other / ".git"))
    assert done.returncode == 0, done.stdout


def test_what_git_refuses_is_told_in_its_own_words(folder: Path) -> None:
    commit(folder)
    done = run(folder, "practice", "check", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert done.returncode == 2
    assert "dubious ownership" in done.stderr and "safe.directory" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_repository_without_a_commit_and_a_machine_without_git_are_told(folder: Path) -> None:
    git(folder, "init", "--quiet")
    assert "does not have any commits" in run(folder, "practice", "check").stderr
    assert "git cannot be run" in run(folder, "practice", "check", PATH=str(folder)).stderr


def test_the_epoch_counts_where_there_is_no_git(folder: Path) -> None:
    done = run(folder, "practice", "check", SOURCE_DATE_EPOCH=LATE)
    assert done.returncode == 1 and "the agreement ran out on 2029-03-01" in done.stdout


@pytest.mark.parametrize("epoch", ["2026-11-25", "1_000", "٣٤", "-5", "1700000000.5", "9" * 20])
def test_an_epoch_that_is_no_number_of_seconds_is_told(folder: Path, epoch: str) -> None:
    for command in (("practice", "check"), ("mkdocs", "build"), ("mkdocs", "serve")):
        done = run(folder, *command, SOURCE_DATE_EPOCH=epoch)
        assert done.returncode and "Traceback" not in done.stderr
        assert f"{epoch!r}, and must be whole seconds since 1970, such as" in done.stderr


@pytest.mark.parametrize("epoch", ["0", "1", "315532800"])
def test_an_epoch_before_everything_is_told_once(folder: Path, epoch: str) -> None:
    done = run(folder, "practice", "check", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2 and done.stdout == ""
    assert f"SOURCE_DATE_EPOCH is {epoch!r}: that is 19" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_preview_takes_today_only_where_no_day_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    assert day.assume_today(str(folder)) == ""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert "not a git repository" in day.assume_today(str(folder))
    assert day.build_day(str(folder)) >= "2026-11-18"
