"""What MkDocs drew: shells, hand-written pages, and files to publish as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from ..cache import load, store
from ..digest import digest
from ..rendering.output import Output
from ..rendering.shell import FOLDER, KINDS, Shell, ShellError
from .project import Project, drawing_version

LEFT_OUT = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "sitemap.xml")
"""What the theme writes and this site does not publish."""
DRAW = "PRACTICE_DRAW"
"""Set in the environment of a MkDocs that is only to draw; it names the folder."""


class DrawingError(Exception):
    """MkDocs stopped, or counted a warning. Its own words say why."""


@dataclass(frozen=True)
class Drawn:
    """A folder that MkDocs drew, cut at its tokens."""

    shells: dict[str, Shell]
    pages: dict[str, Shell]
    files: dict[str, bytes]

    def outputs(self) -> Iterator[Output]:
        """Files to publish as they are."""
        for path, raw in sorted(self.files.items()):
            yield Output(path, digest(raw), lambda raw=raw: raw)


def read(folder: str) -> Drawn:
    """The drawn site in a folder. Raises ShellError when the theme lost a slot."""
    raw = dict(_files(folder))
    lost = [kind.name for kind in KINDS if kind.drawn not in raw]
    if lost:
        raise ShellError(f"MkDocs drew no shell for: {', '.join(lost)}")
    shells = {kind.name: Shell(kind.name, raw[kind.drawn].decode()) for kind in KINDS}
    own = {p: r for p, r in raw.items() if not p.startswith((*LEFT_OUT, FOLDER))}
    pages = {p: Shell(p, r.decode()) for p, r in own.items() if p.endswith(".html")}
    return Drawn(shells, pages, {p: r for p, r in own.items() if not p.endswith(".html")})


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    for top, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(top, name)
            with open(path, "rb") as file:
                yield os.path.relpath(path, folder).replace(os.sep, "/"), file.read()


def draw(project: Project) -> Drawn:
    """What MkDocs draws for this project: kept from before while all that it draws from is the
    same.
    """
    folder, stamp = os.path.join(project.cache, "drawn"), os.path.join(project.cache, "drawn.stamp")
    wanted = drawing_version(project)
    if load(stamp) != wanted:
        if os.path.exists(stamp):
            os.unlink(stamp)
        _run_mkdocs(project, folder)
        store(stamp, wanted)
    return read(folder)


def _run_mkdocs(project: Project, folder: str) -> None:
    environment = {**os.environ, DRAW: folder, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project.root,
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise DrawingError(
            "\n".join(line for line in done.stderr.splitlines() if not line.startswith("INFO"))
        )
