"""The live preview without its server: what it writes after a save of data or code, and after a
fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import small
from tests.examples import EXAMPLE

from practice.application import mkdocs_render, preview, project
from practice.application.mkdocs_render import RenderedSite
from practice.application.preview import Preview, refresh
from practice.rendering.shell import SHELLS, Shell, mark

pytestmark = pytest.mark.slow

SLOTS = ("policy", "title", "description", "url", "head", "problems", "body", "edit", "scripts")
FILE = f"examples_data/examples/{EXAMPLE}.yml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small project whose code is a copy, and an MkDocs that renders bare shells."""
    root = small.make(tmp_path / "project")
    shells = {spec.name: Shell(spec.name, "\n".join(map(mark, SLOTS))) for spec in SHELLS}
    monkeypatch.setattr(mkdocs_render, "read", lambda folder: RenderedSite(shells, {}, {}))
    monkeypatch.setattr(project, "CORE", str(root / "hooks" / "practice"))
    modules = {name: module for name, module in sys.modules.items() if preview._is_ours(name)}
    yield root
    preview._restore(modules)


@pytest.fixture
def shown(folder: Path) -> Preview:
    """A preview that was published once."""
    found = refresh(Preview(str(folder), str(folder / "served")))
    found.publish("")
    return found


def page(folder: Path) -> str:
    return (folder / "served" / "examples" / EXAMPLE / "index.html").read_text("utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_is_saved_is_shown(folder: Path, shown: Preview) -> None:
    edit(folder / FILE, "title: ", "title: Saved just now, ")
    assert refresh(shown) is shown
    shown.publish("")
    assert "Saved just now" in page(folder)


def test_a_fault_leaves_the_last_good_library_under_its_message(
    folder: Path, shown: Preview
) -> None:
    edit(folder / FILE, "kind: published", "kind: publisht")
    refresh(shown).publish("")
    assert f"{EXAMPLE}.yml:" in page(folder) and "publisht" in page(folder)
    edit(folder / FILE, "kind: publisht", "kind: published")
    refresh(shown).publish("")
    assert "publisht" not in page(folder)


def test_only_what_changed_is_written(folder: Path, shown: Preview) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder / "served").rglob("*.html")}
    path = folder / "served" / "examples" / EXAMPLE / "index.html"
    edit(folder / FILE, "title: ", "title: Saved just now, ")
    refresh(shown).publish("")
    changed = {one for one in before if one.stat().st_mtime_ns != before[one]}
    assert path in changed and len(changed) < len(before) / 2


def test_mkdocs_renders_again_only_when_its_inputs_changed(folder: Path, shown: Preview) -> None:
    assert not refresh(shown).needs_render
    edit(folder / "docs" / "index.md", "title: Home", "title: Our home")
    assert refresh(shown).needs_render


def test_code_that_cannot_be_imported_is_told_and_the_preview_goes_on(
    folder: Path, shown: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(folder / "hooks"))
    core = folder / "hooks" / "practice" / "rendering" / "rows.py"
    code = core.read_text("utf-8")
    core.write_text(f"{code}\n(\n", "utf-8")
    assert refresh(shown) is shown
    shown.publish("")
    assert "SyntaxError" in page(folder)
    core.write_text(f"{code}\n# saved\n", "utf-8")
    reloaded = refresh(shown)
    assert type(reloaded) is not Preview and reloaded.problems == ()
    assert reloaded.manifest is shown.manifest and EXAMPLE in reloaded.library.all("example")
