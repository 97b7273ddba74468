"""The developers' documents are true: every command, rule and make target is documented."""

from __future__ import annotations

import importlib
import re

import click
import pytest
from tests.conftest import ROOT

from practice.checking.rules import all_rules
from practice.cli import COMMANDS, main

HACKING = (ROOT / "HACKING.md").read_text("utf-8")
NAMES = main.list_commands(click.Context(main))
TARGETS = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_documented(name: str) -> None:
    assert f"| `practice {name}` |" in HACKING


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"\| `practice ([a-z-]+)` \|", HACKING)) == set(NAMES)


@pytest.mark.parametrize(("module", "names"), COMMANDS.items(), ids=COMMANDS)
def test_every_command_of_a_module_can_be_asked_for(module: str, names: tuple[str, ...]) -> None:
    there = vars(importlib.import_module(f"practice.cli.{module}")).values()
    assert {one.name for one in there if isinstance(one, click.Command)} == set(names)


@pytest.mark.parametrize("name", TARGETS)
def test_every_make_target_is_documented(name: str) -> None:
    assert f"| `make {name}` |" in HACKING


def test_no_target_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"\| `make ([a-z]+)` \|", HACKING)) == set(TARGETS)


def test_the_list_of_rules_is_what_the_command_prints() -> None:
    listed = (ROOT / "RULES.md").read_text("utf-8")
    lines = [f"{name:26} {sentence}" for name, sentence in all_rules().items()]
    assert "\n".join(lines) in listed, "run: practice rules, and put it into RULES.md"


@pytest.mark.parametrize("name", ["README.md", "HACKING.md", "CONTRIBUTING.md"])
def test_every_path_that_a_document_links_to_exists(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8")):
        assert (ROOT / target).exists(), target


NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]+)+)`")
DOCUMENTS = (
    *("README.md", "HACKING.md", "CONTRIBUTING.md", "SECURITY.md"),
    *(f"docs/about/{name}.md" for name in ("finding", "maintaining", "scale", "security")),
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_of_the_project_that_a_document_names_exists(name: str) -> None:
    for path in NAMED.findall((ROOT / name).read_text("utf-8")):
        if path.rsplit(".", 1)[-1] in ("py", "yml", "html", "js", "css", "md", "txt", "json"):
            places = [ROOT / path, ROOT / "hooks" / "practice" / path, (ROOT / name).parent / path]
            assert any(place.exists() for place in places), path


def test_the_page_on_security_names_tests_that_exist() -> None:
    text = (ROOT / "docs" / "about" / "security.md").read_text("utf-8")
    for name in re.findall(r"\btest_\w+", text):
        assert (ROOT / "tests" / f"{name}.py").exists(), name
