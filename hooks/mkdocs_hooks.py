"""The adapter: the only module that imports mkdocs. It reads like a table of contents of a build.

`practice build` runs MkDocs only to draw (PRACTICE_DRAW names the folder) and does the rest itself.
Plain `mkdocs build --strict` and `mkdocs serve` do everything here. Restart `serve` after a change to this file.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import traceback
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
log = logging.getLogger("mkdocs.hooks.practice")
state: dict[str, Any] = {"serving": False, "draw": os.environ.get("PRACTICE_DRAW"), "library": None, "problems": (), "written": {}}


def on_startup(command: str, dirty: bool) -> None:
    state["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Reads and checks: nothing has been touched yet."""
    state["site_dir"] = config.site_dir
    if state["serving"]:
        config.watch += [os.path.join(ROOT, "examples_data"), HERE, os.path.join(ROOT, "overrides")]
        _read_kindly()
    elif not state["draw"]:
        _read_strictly()


def on_pre_build(config: MkDocsConfig) -> None:
    """MkDocs empties its folder after this, so it is given one of its own to draw in."""
    name = "drawn-preview" if state["serving"] else "drawn-mkdocs"
    config.site_dir = state["draw"] or os.path.join(ROOT, ".cache", name)


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a hidden page for each kind of record page: its shell."""
    for kind in _core("practice.pages.shell").KINDS:
        files.append(File.generated(config, kind.source, content=kind.front_matter, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Fills and publishes, unless MkDocs counted a warning or was only asked to draw."""
    drawn, config.site_dir = config.site_dir, state["site_dir"]
    if state["draw"] or _warnings():
        return
    if state["serving"]:
        _publish_preview(drawn)
    else:
        build = _core("practice.building.build")
        project = _core("practice.building.project").project(ROOT, site=config.site_dir)
        outputs = build.lasting(project, state["library"], build.outputs(project, state["library"], _core("practice.building.drawn").read(drawn), state["code"]))
        log.info("published %s", _core("practice.building.publish").publish(config.site_dir, outputs))


def _core(name: str) -> Any:
    """A module of the core that lies beside this file; MkDocs keeps its folder on the path only while this file loads."""
    if sys.path[0] != HERE:
        sys.path.insert(0, HERE)
    return importlib.import_module(name)


def _warnings() -> bool:
    """Whether MkDocs counted a warning: with --strict it stops only after on_post_build."""
    return any(handler.get_counts() for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))


def _read() -> list[Any]:
    """Reads the data anew; keeps the last good library."""
    project = _core("practice.building.project")
    state["code"] = project.code_version()
    library, problems = _core("practice.building.build").read(project.project(ROOT), state["code"])
    state["library"] = library or state["library"]
    return [problem for problem in problems if problem.severity == "error"]


def _read_strictly() -> None:
    problems = _read()
    if problems:
        raise PluginError("\n" + "\n".join(map(str, problems)) + f"\n{len(problems)} to mend. Nothing was published.")


def _read_kindly() -> None:
    """In the preview nothing raises: after a failed rebuild MkDocs's server would hang every request."""
    before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "practice"}
    for name in before:
        del sys.modules[name]
    importlib.invalidate_caches()
    try:
        state["problems"] = tuple(map(str, _read()))
    except Exception:
        sys.modules.update(before)
        state["problems"] = (traceback.format_exc(limit=-1),)
    for problem in state["problems"]:
        log.info("to mend: %s", problem)


def _publish_preview(drawn: str) -> None:
    try:
        build, project = _core("practice.building.build"), _core("practice.building.project").project(ROOT)
        library = state["library"] or _core("practice.library.library").build({}, {}, {})
        outputs = build.outputs(project, library, _core("practice.building.drawn").read(drawn), state["code"], state["problems"], _core("practice.building.searching").reuse, _core("practice.building.downloading").leave_out)
        _core("practice.building.publish").publish_in_place(state["site_dir"], outputs, state["written"])
    except Exception:
        log.exception("the preview could not be drawn")
