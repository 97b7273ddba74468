"""What the page on open data tells people to type is true: each command is run as it stands there,
against a built site.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.conftest import ROOT

BASE = "https://outcomes-in-practice.example"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGE = (ROOT / "docs" / "about" / "data.md").read_text("utf-8")
BLOCKS = BLOCK.findall(PAGE)
PYTHON = [code for name, code in BLOCKS if name == "python"]
UNTRIED = ("r", "")
"""Languages that this machine cannot run; the page says so."""


def run(language: str, code: str, server: str, folder: Path) -> str:
    """What a block of the page prints; its address is that of the site that was built."""
    command = ["sh", "-ec"] if language == "sh" else [sys.executable, "-c"]
    done = subprocess.run(
        [*command, code.replace(BASE, server)],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_block_is_run_or_said_to_be_untried() -> None:
    run_here, untried = PAGE.split("could not try")
    assert {name for name, _ in BLOCK.findall(run_here)} == {"sh", "python"}
    assert {name for name, _ in BLOCK.findall(untried)} == set(UNTRIED)


def test_curl_gets_the_index(server: str, tmp_path: Path) -> None:
    (code,) = (code for name, code in BLOCKS if name == "sh")
    assert json.loads(run("sh", code, server, tmp_path))["counts"]["example"] > 0


@pytest.mark.parametrize("code", PYTHON, ids=range(len(PYTHON)))
def test_python_runs(code: str, server: str, tmp_path: Path) -> None:
    assert run("python", code, server, tmp_path).strip()


def test_the_count_by_nation_is_that_of_the_library(server: str, site: Path) -> None:
    rows = json.loads((site / "api/v1/examples.json").read_text("utf-8"))
    found = run("python", PYTHON[0], server, site.parent)
    assert found.strip() == str(Counter(row["nation"] for row in rows))


@pytest.mark.parametrize("path", sorted(set(re.findall(r'href="\.\./\.\./([^"]+)"', PAGE))))
def test_every_file_that_the_page_names_is_there(path: str, site: Path) -> None:
    assert (site / path).is_file()
