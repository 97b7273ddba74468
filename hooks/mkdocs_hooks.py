"""The adapter: the only module that imports mkdocs. It reads like a table of contents of a build.

`practice build` runs MkDocs only to draw (PRACTICE_DRAW names the folder) and does the rest itself.
Plain `mkdocs build --strict` and `mkdocs serve` do everything here. Restart `serve` after a change
to this file.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
import traceback
from contextlib import suppress
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserver

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LOOK_EVERY = 0.2
"""Seconds between two looks of the preview at the files."""
log = logging.getLogger("mkdocs.hooks.practice")
state: dict[str, Any] = {
    "serving": False,
    "draw": os.environ.get("PRACTICE_DRAW"),
    "library": None,
    "problems": (),
    "written": {},
    "imported": b"",
    "drawn": None,
    "stamp": b"",
}
"""What is kept from one build to the next: in the preview all of it counts."""


def on_startup(command: str, dirty: bool) -> None:
    state["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Reads and checks: nothing has been touched yet."""
    gc.set_threshold(200_000, 10_000)  # a build makes much and drops little: as on the command line
    state["site_dir"] = config.site_dir
    if state["serving"]:
        config.watch += [os.path.join(ROOT, "examples_data"), HERE, os.path.join(ROOT, "overrides")]
        _read_kindly()
        _spare_mkdocs(config)
    elif not state["draw"]:
        _read_strictly()


def on_pre_build(config: MkDocsConfig) -> None:
    """MkDocs empties its folder after this, so it is given one of its own to draw in."""
    name = "drawn-preview" if state["serving"] else "drawn-mkdocs"
    config.site_dir = state["draw"] or os.path.join(ROOT, ".cache", name)


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a hidden page for each kind of record page: its shell.

    In the preview MkDocs gets nothing to do while all that it draws from is the same.
    """
    if state["drawn"]:
        return Files([])
    for kind in _core("practice.rendering.shell").KINDS:
        files.append(
            File.generated(
                config, kind.source, content=kind.front_matter, inclusion=InclusionLevel.NOT_IN_NAV
            )
        )
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Cleans the HTML of each hand-written page: it may run, load and send nothing."""
    return html if page.meta.get("shell") else _core("practice.rendering.page_html").clean(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Fills and publishes, unless MkDocs counted a warning or was only asked to draw."""
    drawn, config.site_dir = config.site_dir, state["site_dir"]
    if state["draw"] or _warnings():
        return
    if state["serving"]:
        _publish_preview(drawn)
    else:
        build = _core("practice.application.build")
        project = _core("practice.application.project").project(ROOT, site=config.site_dir)
        outputs = build.lasting(
            project,
            state["library"],
            build.outputs(
                project,
                state["library"],
                _core("practice.application.mkdocs_render").read(drawn),
                state["code"],
            ),
        )
        log.info(
            "published %s", _core("practice.application.publish").publish(config.site_dir, outputs)
        )


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Has the preview look for changes more often: MkDocs's half second is most of what a writer
    waits for.
    """
    moved = [
        path
        for path in (config.docs_dir, config.config_file_path, *config.theme.dirs)
        if _unwatched(server, path)
    ]
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    for path in moved:
        server.watch(path)
    return server


def _unwatched(server: LiveReloadServer, path: str) -> bool:
    with suppress(KeyError):
        server.unwatch(path)
        return True
    return False


def _core(name: str) -> Any:
    """A module of the core that lies beside this file; MkDocs keeps its folder on the path only
    while this file loads.
    """
    if sys.path[0] != HERE:
        sys.path.insert(0, HERE)
    return importlib.import_module(name)


def _warnings() -> bool:
    """Whether MkDocs counted a warning: with --strict it stops only after on_post_build."""
    return any(
        handler.get_counts()
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    )


def _read() -> list[Any]:
    """Reads the data anew; keeps the last good library."""
    project = _core("practice.application.project")
    state["code"] = project.code_version()
    library, problems = _core("practice.application.build").read(project.project(ROOT))
    state["library"] = library or state["library"]
    return [problem for problem in problems if problem.severity == "error"]


def _read_strictly() -> None:
    problems = _read()
    if problems:
        raise PluginError(
            "\n"
            + "\n".join(map(str, problems))
            + f"\n{len(problems)} to mend. Nothing was published."
        )


def _read_kindly() -> None:
    """In the preview nothing raises: after a failed rebuild MkDocs's server would hang every
    request.
    """
    before = {
        name: module for name, module in sys.modules.items() if name.split(".")[0] == "practice"
    }
    try:
        _import_anew(before)
        state["problems"] = tuple(map(str, _read()))
        state["imported"] = state["code"]
    except Exception:
        sys.modules.update(before)
        state["problems"] = (traceback.format_exc(limit=-1),)
    for problem in state["problems"]:
        log.info("to mend: %s", problem)


def _import_anew(modules: dict[str, Any]) -> None:
    """Lets go of the core's modules when one of its files was saved since they were imported, and
    of what they drew.
    """
    if state["imported"] == _core("practice.application.project").code_version():
        return
    state["imported"], state["drawn"] = b"", None
    for name in modules:
        del sys.modules[name]
    importlib.invalidate_caches()


def _spare_mkdocs(config: MkDocsConfig) -> None:
    """Keeps what MkDocs drew before while its own inputs are the same: pages, theme, settings."""
    project = _core("practice.application.project")
    stamp = project.drawing_version(project.project(ROOT))
    if stamp != state["stamp"]:
        state["drawn"] = None
    state["stamp"] = stamp
    if state["drawn"]:
        config.nav = None
        config.theme.static_templates.clear()
        config.theme.dirs.clear()


def _publish_preview(drawn: str) -> None:
    try:
        build, project = (
            _core("practice.application.build"),
            _core("practice.application.project").project(ROOT),
        )
        library = state["library"] or _core("practice.library.library").build({}, {}, {})
        state["drawn"] = state["drawn"] or _core("practice.application.mkdocs_render").read(drawn)
        outputs = build.outputs(
            project,
            library,
            state["drawn"],
            state["code"],
            state["problems"],
            _core("practice.application.indexing").reuse,
            _core("practice.application.download_cache").leave_out,
        )
        _core("practice.application.publish").publish_in_place(
            state["site_dir"], outputs, state["written"]
        )
    except Exception:
        log.exception("the preview could not be drawn")
