"""The container in which the library is built and tested without installing anything."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from tests import browser_setup
from tests.conftest import ROOT

FOLDER = ROOT / ".devcontainer"
NEEDED = ("ca-certificates", "git", "make", "python3", "python3-venv")
"""What Debian calls what the README asks for."""
PUBLISHING = ("rsync", "unzip")
"""What Debian calls what `hosting/publish` and the workflows use besides."""


@pytest.fixture(scope="module")
def recipe() -> str:
    """The container file with each instruction on one line."""
    name = json.loads((FOLDER / "devcontainer.json").read_text("utf-8"))["build"]["dockerfile"]
    return (FOLDER / name).read_text("utf-8").replace("\\\n", " ")


@pytest.fixture(scope="module")
def packages(recipe: str) -> set[str]:
    (listed,) = re.findall(r"apt-get install ([^&]*)&&", recipe)
    return {word for word in listed.split() if not word.startswith("-")}


def test_it_has_the_browsers_that_tests_fetch_and_what_the_readme_asks_for(
    packages: set[str],
) -> None:
    browsers = {name for names in browser_setup.PACKAGES.values() for name in names.split()}
    assert packages == {*browsers, *NEEDED, *PUBLISHING}


def test_it_stands_on_one_release_and_copies_nothing_of_the_project(recipe: str) -> None:
    (base,) = re.findall(r"^FROM (\S+)$", recipe, re.MULTILINE)
    assert re.fullmatch(r"docker\.io/library/debian:[a-z]+-slim", base) and "stable" not in base
    assert not re.search(r"^(COPY|ADD) ", recipe, re.MULTILINE)


def test_debian_has_every_package(packages: set[str]) -> None:
    if not shutil.which("apt-cache"):
        pytest.skip("There is no apt-cache: whether Debian has the packages is not looked up")
    command = ["apt-cache", "show", "--no-all-versions", *sorted(packages)]
    shown = subprocess.run(command, capture_output=True, text=True).stdout
    found = set(re.findall(r"^Package: (\S+)$", shown, re.MULTILINE))
    if not found:
        pytest.skip("apt-cache has no lists: whether Debian has the packages is not looked up")
    assert packages - found == set()
