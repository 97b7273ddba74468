"""From a mistake to the words about it: the command line, the table of messages, and what helps to write an example."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.cases import CASES, GOOD, data_with, files, problems, run
from practice.contributing import questions, write
from practice.model import Example
from practice.reading import document, sayings
from practice.reading.schema import json_schema

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the command line says of every case, by the case's id."""
    data = data_with(tmp_path_factory.mktemp("cases"), {**files(), "good": write.example(GOOD)})
    found = defaultdict(list)
    for problem in problems(data):
        found[Path(problem["path"]).stem].append(problem)
    return found


def test_the_good_example_has_no_fault(told):
    assert [p for p in told["good"] if p["severity"] == "error"] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_line_says_what_the_table_says(case, told):
    said = sorted((p["rule"], p["message"], p["hint"]) for p in told[case.id] if p["severity"] == "error")
    assert said == sorted(case.says)
