"""The adapter: the events of MkDocs, and what the core does at each.

`practice build` runs MkDocs only to render (PRACTICE_RENDER_INTO names the folder) and does the
rest itself. Plain `mkdocs build --strict` and `mkdocs serve` do everything here. Restart `serve`
after a change to this file.
"""

from __future__ import annotations

import gc
import logging
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserver

from practice.reading import beside
from practice.rendering import page_html, shell

if TYPE_CHECKING:
    from practice.application.preview import Preview
    from practice.library.library import Library

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
POLL_SECONDS = 0.2
"""How often the preview looks at the files."""
log = logging.getLogger("mkdocs.hooks.practice")


class State:
    """What one event leaves for the next, and one build of the preview for the next."""

    serving = False
    only_render = os.environ.get("PRACTICE_RENDER_INTO")
    site_dir = ""
    library: Library
    preview: Preview | None = None


def on_startup(command: str, dirty: bool) -> None:
    """Finds a day for the preview where nobody knows one."""
    from practice.application import day

    State.serving = command == "serve"
    if State.serving:
        try:
            unknown = day.assume_today(ROOT)
        except day.DayError as err:
            raise PluginError(f"\n{err}") from None
        if unknown:
            log.info("The preview takes today. %s", unknown)


def on_config(config: MkDocsConfig) -> None:
    """Reads and checks, before anything is touched."""
    gc.set_threshold(200_000, 10_000)  # a build allocates much and frees little
    State.site_dir = config.site_dir
    if State.only_render:
        config.site_url = os.environ.get("PRACTICE_RENDER_FOR") or config.site_url
    if State.serving:
        if not State.preview:
            _find_port_free(*config.dev_addr)
        _refresh_preview(config)
    elif not State.only_render:
        from practice.application import check, day, project

        try:
            State.library = check.load(project.project(ROOT))
        except (check.ProblemsError, day.DayError) as err:
            raise PluginError(f"\n{err} Nothing was published.") from None


def _find_port_free(host: str, port: int) -> None:
    """Stops before the work when nothing can be served at an address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as err:
        raise PluginError(
            f"\n{host}:{port} cannot be used: {err.strerror}. Stop the other preview, or choose"
            f" another port: make serve PORT={port + 1}"
        ) from None


def _refresh_preview(config: MkDocsConfig) -> None:
    from practice.application import preview

    config.watch += [os.path.join(ROOT, "examples_data"), HERE, os.path.join(ROOT, "overrides")]
    State.preview = preview.refresh(State.preview or preview.Preview(ROOT, config.site_dir))
    for problem in State.preview.problems:
        log.info("to mend: %s", problem)
    if not State.preview.renders:  # MkDocs gets nothing to do
        config.nav = None
        config.theme.static_templates.clear()
        config.theme.dirs.clear()


def on_pre_build(config: MkDocsConfig) -> None:
    """MkDocs empties its folder after this, so it gets one of its own to render into."""
    from practice.application import project

    name = "mkdocs-preview" if State.serving else "mkdocs-plain"
    config.site_dir = State.only_render or os.path.join(project.project(ROOT).cache, name)


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Takes out what editors and systems left in docs/ and overrides/, and adds a hidden page for
    each kind of page that the core fills: its shell.
    """
    if State.preview and not State.preview.renders:
        return Files([])
    for file in tuple(files):
        if any(map(beside.is_left, file.src_uri.split("/"))):
            files.remove(file)
    for kind in shell.KINDS:
        files.append(
            File.generated(
                config, kind.source, content=kind.front_matter, inclusion=InclusionLevel.NOT_IN_NAV
            )
        )
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Cleans the HTML of each hand-written page: it may run, load and send nothing."""
    return html if page.meta.get("shell") else page_html.clean(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Publishes, unless MkDocs counted a warning or was only to render."""
    rendered, config.site_dir = config.site_dir, State.site_dir
    if State.only_render or _warnings():
        return
    if State.preview:
        try:
            State.preview.publish(rendered)
        except Exception:
            log.exception("the preview could not be built")
    else:
        from practice.application import build, mkdocs_render, project

        found = project.project(ROOT, site=config.site_dir)
        log.info("published %s", build.finish(found, State.library, mkdocs_render.read(rendered)))


def _warnings() -> bool:
    """Whether MkDocs counted a warning: with --strict it stops only after on_post_build."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Polls more often: MkDocs's half second is most of what a writer waits for."""
    watched = []
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    server.observer = PollingObserver(timeout=POLL_SECONDS)
    for path in watched:
        server.watch(path)
    return server
