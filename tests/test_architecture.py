"""The shape of the code: arrows between packages, short functions, a docstring in every module."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT

from practice.application.project import MKDOCS_CODE, PACKAGES_AFTER_CHECKS

CORE = ROOT / "hooks" / "practice"
MODULES = sorted(CORE.rglob("*.py"))
PURE = ("checking", "library", "prose", "reading", "rendering")
"""Packages in which equal files give equal bytes, whatever the day."""


def name(path: Path) -> str:
    """``practice.reading.page``"""
    return ".".join(path.relative_to(CORE.parent).with_suffix("").parts)


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Every function with the number of its lines, its docstring not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            docstring = first.end_lineno - first.lineno + 1 if first else 0
            yield node.name, node.end_lineno - node.lineno + 1 - docstring


def lint_imports(hooks: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter with the contracts of pyproject.toml on the code below a folder."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(hooks)!r});"
            "from importlinter.cli import lint_imports;"
            f"sys.exit(lint_imports({str(ROOT / 'pyproject.toml')!r}, no_cache=True))",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_the_contracts_between_packages_are_kept(tmp_path):
    done = lint_imports(CORE.parent, tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("library/related.py", "from ..pages import sessions", "Arrows run one way"),
        ("exports/api.py", "from ..pages import sessions", "Arrows run one way"),
        ("library/relations.py", "from .library import Library", "no circle"),
        ("pages/sessions.py", "def f():\n    import mkdocs.plugins", "Only the adapter"),
        ("reading/page.py", "import time", "no clock"),
        ("colours.py", "", "Arrows run one way"),
    ],
)
def test_an_arrow_that_runs_back_is_seen(tmp_path, module, line, contract):
    for path in MODULES:
        copy = tmp_path / "practice" / path.relative_to(CORE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8"), "utf-8")
    with open(tmp_path / "practice" / module, "a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path, tmp_path)
    assert done.returncode == 1
    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert [row for row in broken if contract in row], done.stdout


def test_no_pure_package_asks_what_day_it_is():
    assert [
        (name(path), node.attr)
        for package in PURE
        for path in sorted((CORE / package).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today")
    ] == []


@pytest.mark.parametrize("path", [*MODULES, CORE.parent / "mkdocs_hooks.py"], ids=name)
def test_no_function_is_longer_than_35_lines(path):
    assert [
        (function, lines) for function, lines in functions(path.read_text()) if lines > 35
    ] == []


def test_half_of_all_functions_have_at_most_8_lines():
    lines = [count for path in MODULES for _, count in functions(path.read_text())]
    assert statistics.median(lines) <= 8


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_states_its_job(path):
    assert ast.get_docstring(ast.parse(path.read_text()))


def test_what_a_template_is_given_has_named_fields_and_is_no_tuple():
    pages = [*(CORE / "pages").glob("*.py")]
    classes = [node for path in pages for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    bases = {base.id for node in classes if isinstance(node, ast.ClassDef) for base in node.bases}
    assert pages and "NamedTuple" not in bases


def test_the_digest_of_what_checks_leaves_out_nothing_that_checks():
    code = "import practice.checking.consistency, practice.checking.privacy.fields, sys\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}import practice.checking.reader\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.split(".")[1] for name in done.stdout.split() if name.startswith("practice.")}
    assert loaded >= {"checking", "reading"}
    assert loaded.isdisjoint(PACKAGES_AFTER_CHECKS)


def test_mkdocs_renders_again_when_a_module_that_its_hooks_import_changes():
    tree = ast.parse((CORE.parent / "mkdocs_hooks.py").read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = {
        (node.module.split(".")[1], f"{alias.name}.py")
        for node in imports
        for alias in node.names
        if node.module and node.module.startswith("practice.")
    }
    assert named and named <= set(MKDOCS_CODE)


def test_a_command_ends_without_looking_at_every_object_once_more():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import atexit, gc, sys; from practice.__main__ import main; sys.argv[1:] = ['rules'];"
            "atexit.register(lambda: print(gc.get_freeze_count() > 0)); main()",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "True", done.stderr
