"""The adapter: the events of MkDocs, each handed on to `practice.application.mkdocs_run`.

Restart `serve` after a change to this file or to that one.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from practice.application import mkdocs_run
from practice.reading import ignored_files, text_file
from practice.reading import page as page_reader
from practice.rendering import page_html, shell

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

run: mkdocs_run.Run
"""What one event leaves for the next."""
themes: list[str] = []
"""The folders of the theme's own templates, in their order."""


def on_startup(command: str, dirty: bool) -> None:
    global run
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    run = mkdocs_run.run_for(command, root, logging.getLogger("mkdocs.hooks.practice"))


def on_config(config: MkDocsConfig) -> None:
    run.site = config.site_dir
    config.site_url = run.url or config.site_url
    try:
        run.load(*config.dev_addr)
    except mkdocs_run.StopError as err:
        raise PluginError(f"\n{err}") from None
    config.site_dir = run.folder  # MkDocs empties it next
    config.theme.static_templates.discard("sitemap.xml")
    # Of the theme MkDocs would look through 14,000 files, to copy some that nobody wants.
    config.theme.dirs, themes[:] = config.theme.dirs[:1], config.theme.dirs[1:]
    if not run.needs_render:  # MkDocs gets nothing to do
        config.nav = None
        config.theme.static_templates.clear()
        config.theme.dirs.clear()


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Takes out what editors and systems left in docs/ and overrides/, and adds a hidden page for
    each kind of page that the core fills: its shell.
    """
    if not run.needs_render:
        return Files([])
    hidden = InclusionLevel.NOT_IN_NAV
    own = [
        file for file in files if not any(map(ignored_files.is_ignored, file.src_uri.split("/")))
    ]
    for spec in shell.SHELLS:
        own.append(File.generated(config, spec.source, content=spec.front_matter, inclusion=hidden))
    return Files(own)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Lets our templates take the theme's."""
    assert isinstance(env.loader, FileSystemLoader)
    env.loader.searchpath += themes


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Hands MkDocs the front matter as `practice check` read it."""
    with suppress(text_file.ReadError):  # only in the preview, which names the fault
        if not page.file.generated_by:
            return page_reader.for_engine(page.file.content_bytes, page.file.src_uri)
    return None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Cleans the HTML of each hand-written page: it may run, load and send nothing."""
    return html if page.meta.get("shell") else page_html.clean(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Publishes, unless MkDocs counted a warning: with --strict it stops only after this."""
    config.site_dir = run.site
    handlers = logging.getLogger("mkdocs").handlers
    if not any(h.get_counts() for h in handlers if isinstance(h, CountHandler)):
        run.publish()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Looks at the files more often: MkDocs's half second is most of what a writer waits for."""
    from watchdog.observers.polling import PollingObserver  # a build needs none

    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(path)
            config.watch.append(path)  # MkDocs watches these after this
    server.observer = PollingObserver(timeout=0.2)
    return server
