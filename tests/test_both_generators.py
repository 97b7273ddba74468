"""The library is ready to leave MkDocs 1 and Material: ProperDocs builds the same bytes, and a few
lines stand in for all that Material gives.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests import links, small
from tests.conftest import ROOT, build, environment_of

from practice.application import mkdocs_render
from practice.application.mkdocs_render import RenderedSite
from practice.application.project import RENDER_INTO

pytestmark = pytest.mark.slow

needs_properdocs = pytest.mark.skipif(
    not importlib.util.find_spec("properdocs"),
    reason="properdocs is not installed: what builds the site after MkDocs is not tried",
)
FRAME = ROOT / "tests" / "data" / "without-material"
NO_THEME = "theme: {name: null, custom_dir: overrides, static_templates: [404.html]}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library with two hand-written pages that have all that Markdown can."""
    folder = small.make(tmp_path_factory.mktemp("engines") / "project")
    (folder / "docs" / "about").mkdir()
    for name in ("data.md", "hosting.md"):
        text = (ROOT / "docs" / "about" / name).read_text("utf-8").replace("under: about/\n", "")
        (folder / "docs" / "about" / name).write_text(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text))
    return folder


@needs_properdocs
def test_properdocs_builds_the_same_site_byte_for_byte(project: Path) -> None:
    sites = {}
    for engine in ("mkdocs", "properdocs"):
        done = build(project, "--engine", engine, "--site", str(project / engine), "--no-downloads")
        assert done.returncode == 0, done.stderr
        sites[engine] = project / engine
    one, other = (small.contents(site) for site in sites.values())
    assert [name for name in {*one, *other} if one.get(name) != other.get(name)] == []
    assert links.broken(sites["properdocs"]) == links.broken(sites["mkdocs"])


@pytest.mark.parametrize("engine", ["mkdocs", pytest.param("properdocs", marks=needs_properdocs)])
def test_a_frame_of_a_few_lines_stands_in_for_material(
    project: Path, tmp_path: Path, engine: str
) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(project, bare, ignore=shutil.ignore_patterns("site", "drawn-*", ".*"))
    shutil.copytree(FRAME, bare / "overrides", dirs_exist_ok=True)
    settings = (bare / "mkdocs.yml").read_text("utf-8")
    bare_settings = re.sub(r"^theme:\n(  .*\n)+", NO_THEME, settings, flags=re.MULTILINE)
    assert "material" not in bare_settings
    (bare / "mkdocs.yml").write_text(bare_settings)
    with_theme, without = (_drawn(folder, engine) for folder in (project, bare))
    for part in ("shells", "pages"):
        drawn = [
            {name: one.key for name, one in getattr(s, part).items()} for s in (with_theme, without)
        ]
        assert drawn[0] == drawn[1], part
    assert with_theme.files == without.files


def _drawn(folder: Path, engine: str) -> RenderedSite:
    into = folder / f"drawn-{engine}"
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=folder,
        env={**environment_of(folder), RENDER_INTO: str(into), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return mkdocs_render.read(str(into))


def test_an_engine_that_is_not_there_is_told_with_what_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide = project / "hide"
    hide.mkdir()
    (hide / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'properdocs' else find(name, *more)\n"
    )
    path = os.pathsep.join([str(hide), environment_of(project).get("PYTHONPATH", "")])
    (project / "docs" / "index.md").touch()
    shutil.rmtree(project / ".cache", ignore_errors=True)
    done = build(project, "--engine", "properdocs", "--no-downloads", PYTHONPATH=path)
    assert done.returncode == 1 and "pip install properdocs" in done.stderr
    assert "Traceback" not in done.stderr
