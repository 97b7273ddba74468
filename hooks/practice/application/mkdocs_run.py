"""A run of MkDocs: to render for a build, to publish as well, or to preview.

What the core needs is imported where it is used: a run that only renders needs next to nothing.
"""

from __future__ import annotations

import gc
import os
import socket
from logging import Logger
from typing import TYPE_CHECKING

from ..messages import sentences
from .project import RENDER_FOR, RENDER_INTO, project

if TYPE_CHECKING:
    from ..library.library import Library
    from .preview import Preview


class StopError(Exception):
    """The run cannot go on; its words say why."""


class Run:
    """`practice build` runs MkDocs only to render, and does the rest itself."""

    needs_render = True
    """Whether MkDocs has anything to render."""
    folder = os.environ.get(RENDER_INTO, "")
    """Where MkDocs renders. It empties that folder first."""
    url = os.environ.get(RENDER_FOR, "")
    site = ""
    """Where the configuration wants the site."""

    def __init__(self, root: str, log: Logger):
        """`log` is the engine's."""
        self.root, self.log = root, log

    def load(self, host: str, port: int) -> None:
        """Reads and checks, before anything is touched. Raises StopError."""

    def publish(self) -> None:
        """Publishes what was rendered."""


class Publishing(Run):
    """`mkdocs build`, which publishes too."""

    library: Library

    def load(self, host: str, port: int) -> None:
        from . import check
        from .errors import ProblemsError, ProjectError

        found = project(self.root)
        self.folder = os.path.join(found.cache, "mkdocs-plain")
        try:
            self.library = check.load(found)
        except (ProblemsError, ProjectError) as err:
            raise StopError(f"{err} Nothing was published.") from None

    def publish(self) -> None:
        from . import build, mkdocs_render

        found = project(self.root, site=self.site)
        rendered = mkdocs_render.read(self.folder)
        self.log.info("published %s", build.finish(found, self.library, rendered))


class Previewing(Run):
    """`mkdocs serve`: one preview from one build to the next."""

    preview: Preview | None = None

    def load(self, host: str, port: int) -> None:
        from . import preview

        if not self.preview:
            _check_port(host, port)
            self._assume_day()
        self.preview = preview.refresh(self.preview or preview.Preview(self.root, self.site))
        self.needs_render = self.preview.needs_render
        self.folder = os.path.join(self.preview.project.cache, "mkdocs-preview")
        for problem in self.preview.problems:
            self.log.info("to mend: %s", problem)

    def _assume_day(self) -> None:
        from . import day

        try:
            unknown = day.assume_today(self.root)
        except day.DayError as err:
            raise StopError(err) from None
        if unknown:
            self.log.info("The preview takes today. %s", unknown)

    def publish(self) -> None:
        assert self.preview
        try:
            self.preview.publish(self.folder)
        except Exception:
            self.log.exception("the preview could not be built")


def run_for(command: str, root: str, log: Logger) -> Run:
    """The run for a command of MkDocs: a preview for `serve`, shells where the environment names a
    folder for them, otherwise a whole build. Also raises the garbage collector's thresholds.
    """
    gc.set_threshold(200_000, 10_000)  # a build allocates much and frees little
    if command == "serve":
        return Previewing(root, log)
    return (Run if Run.folder else Publishing)(root, log)


def _check_port(host: str, port: int) -> None:
    """Binds a probe to the address; raises StopError, before the work, where that fails."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as err:
        values = {"host": host, "port": port, "error": err.strerror, "other": port + 1}
        raise StopError(sentences("project/port", **values)) from None
