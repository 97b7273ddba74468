"""The shape of the core: it never imports mkdocs, its arrows run one way, its functions are
short.
"""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).parents[1] / "hooks" / "practice"
MODULES = sorted(CORE.rglob("*.py"))
LEVELS = {
    "model": 0,
    "kinds": 0,
    "digest": 0,
    "cache": 0,
    "messages": 0,
    "licences": 0,
    "reading": 1,
    "checking": 1,
    "prose": 1,
    "library": 1,
    "rendering": 2,
    "assets": 3,
    "handouts": 3,
    "contributing": 3,
    "pages": 4,
    "exports": 4,
    "application": 5,
    "__main__": 6,
}
"""A module imports only from its own level or a lower one."""


def name(path: Path) -> str:
    """``practice.reading.page``"""
    parts = path.relative_to(CORE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(source: str, path: Path) -> Iterator[str]:
    """The full names of the modules and things that a module imports, anywhere in it."""
    package = name(path).split(".") if path.stem == "__init__" else name(path).split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            yield from (
                ".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names
            )
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "__import__",
            "import_module",
            "importlib.import_module",
        ):
            yield from (
                argument.value for argument in node.args if isinstance(argument, ast.Constant)
            )


def level(module: str) -> int:
    parts = module.split(".")
    return LEVELS[parts[1]] if len(parts) > 1 else -1


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Every function with the number of its lines, its docstring not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            spoken = said.end_lineno - said.lineno + 1 if said else 0
            yield node.name, node.end_lineno - node.lineno + 1 - spoken


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_core_knows_nothing_of_mkdocs(path):
    theirs = [
        module
        for module in imports(path.read_text(), path)
        if module.split(".")[0] in ("mkdocs", "material", "pymdownx", "markdown")
    ]
    assert theirs == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_arrows_run_one_way(path):
    own = [
        module for module in imports(path.read_text(), path) if module.split(".")[0] == "practice"
    ]
    assert [module for module in own if level(module) > level(name(path))] == []


def test_every_module_of_the_core_has_a_level():
    assert [
        name(path)
        for path in MODULES
        if path != CORE / "__init__.py" and name(path).split(".")[1] not in LEVELS
    ] == []


def test_only_the_adapter_imports_mkdocs():
    adapter = CORE.parent / "mkdocs_hooks.py"
    others = [
        path for path in CORE.parent.rglob("*.py") if path != adapter and CORE not in path.parents
    ]
    assert [
        path
        for path in others
        if "mkdocs"
        in {module.split(".")[0] for module in imports(path.read_text(), CORE / "__main__.py")}
    ] == []


def test_the_library_and_what_is_below_it_read_no_clock_no_network_and_no_chance():
    banned = {"time", "random", "secrets", "socket", "urllib", "http", "requests", "uuid", "locale"}
    found = [
        (name(path), module)
        for path in MODULES
        if level(name(path)) in (0, 1, 2)
        for module in imports(path.read_text(), path)
        if module.split(".")[0] in banned or ".".join(module.split(".")[:2]) == "datetime.now"
    ]
    assert found == []


@pytest.mark.parametrize(
    "path",
    [*MODULES, CORE.parent / "mkdocs_hooks.py"],
    ids=lambda path: path.stem if path.stem == "mkdocs_hooks" else name(path),
)
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


WAYS = [
    "import mkdocs",
    "import mkdocs.plugins",
    "from mkdocs import plugins",
    "from mkdocs.plugins import event_priority",
    "def f():\n    import mkdocs",
    "try:\n    import mkdocs\nexcept ImportError:\n    pass",
    "import importlib\nimportlib.import_module('mkdocs')",
    "__import__('mkdocs')",
]


@pytest.mark.parametrize("source", WAYS)
def test_an_import_of_mkdocs_is_seen_wherever_it_stands(source):
    assert "mkdocs" in {
        module.split(".")[0] for module in imports(source, CORE / "library" / "check.py")
    }


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("from ..pages import site", "practice.pages.site"),
        ("from ..pages.site import Site", "practice.pages.site.Site"),
        ("from . import relations", "practice.library.relations"),
        ("from .. import building", "practice.building"),
        ("import practice.pages", "practice.pages"),
    ],
)
def test_an_import_is_seen_however_it_is_written(source, module):
    assert module in set(imports(source, CORE / "library" / "check.py"))
