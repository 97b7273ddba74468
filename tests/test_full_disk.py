"""On a disk that takes no more, a command says so in one line and leaves every file as it was."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests import small
from tests.cases import GOOD
from tests.conftest import environment_of
from tests.test_publishing import inside

from practice.contributing import write

pytestmark = pytest.mark.slow

FULL = "File too large"
"""What the system says of a file above the limit, as it says that a disk is full."""
ROUGH = write.example({**GOOD, "title": "A rough draft of an example"}).replace("\n", "\r\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that has built nothing yet."""
    folder = small.make(tmp_path / "project")
    (folder / "examples_data/examples/rough.yml").write_bytes(ROUGH.encode())
    return folder


def full(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python where no file takes a byte: one on a full disk takes none either."""
    command = shlex.join([sys.executable, "-B", *arguments])
    return subprocess.run(
        ["bash", "-c", f"ulimit -f 0; {command}"],
        cwd=folder,
        env=environment_of(folder),
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (("new", "goals", "--no-ask"), "examples_data/examples/goals.yml"),
        (
            ("withdraw", "rough", "--reason", "They took it back."),
            "examples_data/examples/rough.yml",
        ),
        (("check", "--fix"), "examples_data/examples/rough.yml"),
        (("set-up", "--name", "Plain words"), "mkdocs.yml"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_file_that_cannot_be_written_stays_as_it_was(
    project: Path, command: tuple[str, ...], path: str
) -> None:
    before = small.contents(project)
    done = full(project, "-m", "practice", *command)
    assert (done.returncode, done.stderr) == (2, f"{path}: {FULL}.\n")
    assert small.contents(project) == before


def test_a_ledger_that_cannot_be_written_stays_as_it_was(project: Path) -> None:
    (project / "examples_data/addresses.txt").write_text("guides/\n", "utf-8")
    code = (
        "from practice.application import build, project; "
        "build.add_addresses(project.project(), ['examples/'])"
    )
    before = small.contents(project)
    done = full(project, "-c", code)
    assert FULL in done.stderr and "addresses.txt" in done.stderr
    assert small.contents(project) == before


def test_a_check_needs_no_room_for_its_cache(project: Path) -> None:
    (project / "examples_data/examples/rough.yml").unlink()
    before = small.contents(project)
    done = full(project, "-m", "practice", "check")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert small.contents(project) == before


def test_a_check_needs_no_folder_that_it_may_write_to(project: Path) -> None:
    (project / "examples_data/examples/rough.yml").unlink()
    check = f"""
from pathlib import Path
from tests.test_full_disk import full
done = full(Path({str(project)!r}), "-m", "practice", "check")
assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
"""
    inside(f"mount --bind '{project}' '{project}' && mount -o remount,ro,bind '{project}'", check)
