"""What those who look after the library are told: what is due and what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests import small
from tests.cases import GOOD
from tests.conftest import environment_of
from tests.test_day import LEFT_OUT

from practice.contributing import write

DAY = "1866000000"
"""Seconds of 17 February 2029: the agreement of the good example has a fortnight left."""


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, list[str]]:
    """The lines below each heading, in a small library with one example more."""
    folder = small.make(tmp_path / "project")
    example = {name: value for name, value in {**GOOD, **LEFT_OUT}.items() if value}
    example |= {"period": {"from": "2011", "to": "2019"}}
    example |= {"reviewed": "2027-03-10", "review_by": "2029-03-10"}
    path = folder / "examples_data" / "examples" / "goal-meetings.yml"
    path.write_text(write.example(example), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "practice", "report"],
        cwd=folder,
        env={**environment_of(folder), "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith("  "):
            found[[*found][-1]].append(line.strip())
        else:
            found[line.rpartition(":")[0]] = []
    return found


def test_what_is_due_soon_stands_with_its_day(parts: dict[str, list[str]]) -> None:
    assert parts["Agreements to ask for again by 2029-05-18"] == ["2029-03-01 goal-meetings"]
    reviews = parts["Reviews due by 2029-05-18"]
    assert "2029-03-10 goal-meetings" in reviews and reviews == sorted(reviews)


def test_what_has_grown_old_stands_with_its_year(parts: dict[str, list[str]]) -> None:
    old = parts["Examples whose story ended 10 years ago or more"]
    assert "2019 goal-meetings" in old and all(int(line[:4]) <= 2019 for line in old)


def test_what_no_example_shows_is_named(parts: dict[str, list[str]]) -> None:
    themes = parts["Themes that no example shows"]
    assert themes and not set(GOOD["themes"]) & set(themes)
    assert not set(GOOD["settings"]) & set(parts["Settings that no example shows"])
    assert parts["Sources that nothing cites"]
