"""One awful example with twelve different faults: all of them, at once, in order, at their own
lines, in plain words.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.model import Example, Problem

DATA = Path(__file__).parent / "data"

FAULTS = """\
data/examples/toast.yml:2:1: limits is missing [required]
    Add it: limits: What is not known, and where it may not fit.
data/examples/toast.yml:3:10: summary holds '**' [title-and-summary-are-plain]
    Title and summary are plain words.
data/examples/toast.yml:4:7: kind: 'illustrious' is not one of the choices [choice]
    Choose one of: 'published', 'contributed', 'illustrative'.
data/examples/toast.yml:5:1: there is no field crumbs [unknown-field]
    The fields here are: {fields}.
data/examples/toast.yml:6:11: settings must be a list [list]
    Write it in square brackets, like this: [care-home]
data/examples/toast.yml:7:46: roles names 'team-leader' twice [named-twice]
    Keep one of the two.
data/examples/toast.yml:8:10: unknown theme 'good-conversation' [unknown-reference]
    Did you mean 'good-conversations'? All themes: good-conversations, reflective-supervision, \
risk-enablement.
data/examples/toast.yml:9:26: the period ends (1925) before it begins (2025) [period-runs-forwards]
    Swap the two years.
data/examples/toast.yml:12:3: pictures are not allowed in the text: ![The toaster, looking \
hurt](toaster.jpg) [no-images]
    Say in words what the picture shows.
data/examples/toast.yml:14:64: HTML is not allowed in the text: <br> [no-html]
    Use plain words. Write “less than” for the sign <.
data/examples/toast.yml:15:19: a link may not lead to 'file:///kitchen/toaster': [the toaster's \
own account](file:///kitchen/toaster) [link]
    Begin its address with https://, with mailto:, or with a kind and then an id: example:, \
theme:, guide:, key-point:, term:
data/examples/toast.yml:27:8: added: there is no day 2026-11-31 [date]
    Dates are year, month, day: 2026-11-25.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small library with the awful example in it."""
    shutil.copytree(DATA / "small", tmp_path, dirs_exist_ok=True)
    shutil.copy(DATA / "twelve-faults.yml", tmp_path / "data" / "examples" / "toast.yml")
    return tmp_path


def problems(root: Path) -> list[Problem]:
    reading = reader.read_folder(str(root / "data"), str(root / "docs"), Cache(None))
    return sorted(reading.problems + consistency.problems(reading))


def practice_check(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "practice", "check", "--data", str(root / "data"), *options]
    return subprocess.run(
        command, env={**os.environ, "PRACTICE_ROOT": str(root)}, capture_output=True, text=True
    )


def test_all_twelve_faults_are_told_in_order_with_what_to_do(root):
    fields = ", ".join(name for name in Example.model_fields if name != "id")
    told = "".join(f"{problem}\n" for problem in problems(root)).replace(f"{root}/", "")
    assert told == FAULTS.format(fields=fields)


def test_the_twelve_faults_are_of_twelve_rules(root):
    assert len({problem.rule for problem in problems(root)}) == 12


def test_the_faults_of_one_example_make_no_other_problem(root):
    assert {problem.path for problem in problems(root)} == {
        str(root / "data" / "examples" / "toast.yml")
    }


def test_the_command_line_prints_them_and_ends_with_one(root):
    done = practice_check(root)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("data/")] == [
        line for line in FAULTS.splitlines() if line.startswith("data/")
    ]
    assert done.stdout.splitlines()[-1] == "12 to mend, 0 to look at."


def test_the_command_line_gives_them_to_machines(root):
    found = json.loads(practice_check(root, "--format", "json").stdout)
    assert [(p["path"], p["line"], p["severity"]) for p in found][:2] == [
        ("data/examples/toast.yml", 2, "error"),
        ("data/examples/toast.yml", 3, "error"),
    ]
    assert len(found) == 12


def test_a_library_without_faults_ends_with_nought(root):
    (root / "data" / "examples" / "toast.yml").unlink()
    done = practice_check(root)
    assert (done.returncode, done.stdout) == (0, "No problems.\n")


@pytest.mark.parametrize("epoch", ["abc", "2026-11-25", "1700000000.5", "9" * 20, " "])
def test_a_day_that_is_none_is_told_in_one_line(root, epoch):
    done = subprocess.run(
        [sys.executable, "-m", "practice", "check", "--data", str(root / "data")],
        env={**os.environ, "PRACTICE_ROOT": str(root), "SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1 and repr(epoch) in done.stderr
