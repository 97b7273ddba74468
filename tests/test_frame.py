"""Faults of the frame, which is mkdocs.yml, docs/ and overrides/: told in plain words, and the
published site stays as it is.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import build, practice
from tests.small import built, contents

from practice.application.mkdocs_render import MkDocsError, render
from practice.application.project import project
from practice.rendering.shell import ShellError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a few examples, built once without files to download."""
    return built(tmp_path_factory.mktemp("small") / "project", "--no-downloads")


@pytest.fixture
def fresh(small: Path, tmp_path: Path) -> Path:
    """A built small project that a test may spoil."""
    shutil.copytree(small, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def refused(copy: Path) -> subprocess.CompletedProcess[str]:
    """A build that stops in plain words and leaves the site as it was."""
    before = contents(copy / "site")
    done = build(copy, "--no-downloads")
    assert done.returncode and "Traceback" not in done.stdout + done.stderr
    assert contents(copy / "site") == before
    return done


def test_mkdocs_without_our_hook_draws_beside_the_site(fresh: Path) -> None:
    change(fresh / "mkdocs.yml", "hooks: [hooks/mkdocs_hooks.py]\n", "")
    done = refused(fresh)
    assert "mkdocs.yml:1:1: hooks does not name hooks/mkdocs_hooks.py" in done.stdout
    before = contents(fresh / "site")
    with pytest.raises((MkDocsError, ShellError)):
        render(project(str(fresh)))
    assert contents(fresh / "site") == before


def test_a_theme_that_loses_the_text_of_a_page_is_refused(fresh: Path) -> None:
    change(fresh / "overrides" / "main.html", "{% block container %}", "{% block contents %}")
    assert "the theme lost the slots ['body']" in refused(fresh).stderr


@pytest.mark.parametrize("gone", ["examples_data", "examples_data/examples", "docs"])
def test_a_folder_that_is_not_there_is_told_in_one_sentence(fresh: Path, gone: str) -> None:
    (fresh / gone).rename(fresh / "moved-away")
    remedy = "Bring it back, or name another folder with --data."
    for command in ("check", "inbox", "report", "addresses"):
        done = practice(fresh, command)
        assert (done.returncode, done.stdout) == (2, ""), command
        assert done.stderr == f"There is no {gone}. {remedy}\n"
    assert refused(fresh).stderr.startswith(f"There is no {gone}. ")


def test_a_folder_that_is_named_and_not_there_is_told(fresh: Path, tmp_path: Path) -> None:
    for command in (["inbox"], ["withdraw", "x", "--reason", "Asked for."]):
        done = practice(fresh, *command, "--data", str(tmp_path / "exmaples"))
        assert done.returncode == 2
        assert done.stderr.startswith(f"There is no {tmp_path}/exmaples. ")


def test_a_home_page_that_is_not_there_is_told(fresh: Path) -> None:
    (fresh / "docs" / "index.md").unlink()
    assert practice(fresh, "check").stderr.startswith("There is no docs/index.md. ")
    assert refused(fresh).stderr.startswith("There is no docs/index.md. ")


def test_a_theme_whose_folder_is_not_there_is_told_at_its_line(fresh: Path) -> None:
    (fresh / "overrides").rename(fresh / "moved-away")
    told = "mkdocs.yml:10:15: theme.custom_dir: there is no folder 'overrides'"
    assert told in practice(fresh, "check").stdout
    assert told in refused(fresh).stdout


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{% if not page %}", "{% if not page", ": expected token 'end of statement block', got"),
        ("practice-plain.html", "gone.html", ": 'partials/gone.html' not found. Mend the template"),
    ],
)
def test_a_template_that_cannot_be_drawn_is_told_at_its_line(
    fresh: Path, old: str, new: str, says: str
) -> None:
    main = fresh / "overrides" / "main.html"
    change(main, old, new)
    line = next(n for n, words in enumerate(main.read_text().splitlines(), 1) if new in words)
    assert refused(fresh).stderr.startswith(f"overrides/main.html:{line}{says}")
