"""The shape of the templates: short lines, named fields, and no call but to macros and helpers."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes
from tests.conftest import ROOT
from tests.open_data import SETTINGS

from practice.rendering.html import Items
from practice.rendering.metadata import PageMetadata
from practice.rendering.renderer import Renderer
from practice.rendering.shell import ShellError

WIDTH = 160
TEMPLATES = ROOT / "hooks" / "practice" / "rendering" / "templates"
OVERRIDES = ROOT / "overrides"
HELPERS = {
    *("anchors", "chips", "listing", "sentence", "with_full_stop"),
    *("bar", "level", "meter", "rail", "ring", "sight", "swatch"),
}
"""Pure functions that give HTML."""


PAIRS = TEMPLATES / "_outline.html"
"""Shows the facts of a session's documents, which are pairs."""


def templates(folder: Path, *without: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.html")) if path not in without]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> nodes.Template:
    return jinja2.Environment(autoescape=True).parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", templates(TEMPLATES) + templates(OVERRIDES), ids=named)
def test_no_line_is_wider_than_160_columns(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [(n, len(line)) for n, line in enumerate(lines, 1) if len(line) > WIDTH] == []


@pytest.mark.parametrize("path", templates(TEMPLATES, PAIRS) + templates(OVERRIDES), ids=named)
def test_no_template_takes_a_tuple_apart(path: Path) -> None:
    """A field has a name. Pairs are unpacked only where a mapping gives them."""
    template = parsed(path)
    assert [
        loop.lineno
        for loop in template.find_all(nodes.For)
        if isinstance(loop.target, nodes.Tuple)
        and not (isinstance(loop.iter, nodes.Filter) and loop.iter.name == "items")
    ] == []
    assert [
        item.lineno
        for item in template.find_all(nodes.Getitem)
        if isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, int)
    ] == []


@pytest.mark.parametrize("path", templates(TEMPLATES), ids=named)
def test_templates_call_only_macros_and_helpers(path: Path) -> None:
    """Whatever a page shows is in its view before its template runs."""
    template = parsed(path)
    imported = {found.target for found in template.find_all(nodes.Import)}
    macros = {found.name for found in template.find_all(nodes.Macro)}

    def is_allowed(call: nodes.Call) -> bool:
        if isinstance(call.node, nodes.Name):
            return call.node.name in HELPERS | macros
        target = call.node.node if isinstance(call.node, nodes.Getattr) else None
        return isinstance(target, nodes.Name) and target.name in imported

    assert [call.lineno for call in template.find_all(nodes.Call) if not is_allowed(call)] == []


def test_a_page_in_a_shell_of_another_depth_is_refused() -> None:
    """Its links would lead nowhere, that to the style sheet among them."""
    renderer = Renderer(SETTINGS, {}, b"")
    about = PageMetadata("Names", "Names.", "glossary/named/", "")
    with pytest.raises(ShellError, match=r"glossary/named/ .*'understand'"):
        renderer.page("understand", "glossary.html", about, Items(()))
