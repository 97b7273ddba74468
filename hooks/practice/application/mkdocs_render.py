"""What MkDocs renders: shells, hand-written pages, and files to publish as they are."""

from __future__ import annotations

import glob
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..cache import load, store
from ..digest import digest
from ..messages import sentences
from ..rendering.output import Output
from ..rendering.shell import FOLDER, SHELLS, Shell, ShellError
from .project import RENDER_FOR, RENDER_INTO, Project, mkdocs_digest

REFUSED = re.compile(r"\w*Error: \[Errno (?P<number>\d+)\] (?P<words>[^:]+)")
"""How Python's last line says what the system refused."""


OURS = re.compile(r'File "(?P<path>overrides/[^"]+)", line (?P<line>\d+)')
"""How a traceback names a place in our templates."""


class MkDocsError(Exception):
    """MkDocs stopped, or counted a warning. Its own words say why."""


@dataclass(frozen=True)
class RenderedSite:
    """A folder that MkDocs rendered, cut at its tokens."""

    shells: dict[str, Shell]
    pages: dict[str, Shell]
    files: dict[str, bytes]

    def outputs(self) -> Iterator[Output]:
        """Files to publish as they are."""
        for path, raw in sorted(self.files.items()):
            yield Output(path, digest(raw), partial(bytes, raw))


def read(folder: str) -> RenderedSite:
    """The rendered site in a folder. Raises ShellError when the theme lost a slot."""
    return _cut(dict(_files(folder)))


def _cut(raw: dict[str, bytes]) -> RenderedSite:
    lost = [spec.name for spec in SHELLS if spec.rendered not in raw]
    if lost:
        raise ShellError(f"MkDocs rendered no shell for: {', '.join(lost)}")
    shells = {spec.name: Shell(spec.name, raw[spec.rendered].decode()) for spec in SHELLS}
    own = {p: r for p, r in raw.items() if not p.startswith(FOLDER)}
    pages = {p: Shell(p, r.decode()) for p, r in own.items() if p.endswith(".html")}
    return RenderedSite(shells, pages, {p: r for p, r in own.items() if not p.endswith(".html")})


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    for top, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(top, name)
            with open(path, "rb") as file:
                yield os.path.relpath(path, folder).replace(os.sep, "/"), file.read()


def render(project: Project) -> RenderedSite:
    """What MkDocs renders for this project, from the cache while all its inputs are the same.

    The stamp covers what was rendered, so a damaged file is rendered again. MkDocs writes into a
    folder of its own: one that outlives a killed build writes where nobody reads.
    """
    folder, stamp = (os.path.join(project.cache, name) for name in ("mkdocs", "mkdocs.stamp"))
    inputs = mkdocs_digest(project)
    raw = dict(_files(folder))
    if load(stamp) != _stamp(inputs, raw):
        for left in glob.glob(f"{glob.escape(folder)}-render.*"):
            shutil.rmtree(left, ignore_errors=True)
        own = f"{folder}-render.{os.getpid()}"
        _run(project, own)
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(own, folder)
        raw = dict(_files(folder))
        store(stamp, _stamp(inputs, raw))
    return _cut(raw)


def _stamp(inputs: bytes, raw: dict[str, bytes]) -> bytes:
    return digest(inputs, *(part for path, one in raw.items() for part in (path.encode(), one)))


def _run(project: Project, folder: str) -> None:
    if not importlib.util.find_spec(project.engine):
        raise MkDocsError(sentences("project/engine", engine=project.engine))
    done = subprocess.run(
        [
            *(sys.executable, "-m", project.engine, "build", "--strict"),
            *("--config-file", "mkdocs.yml", "--site-dir", folder),
        ],
        cwd=project.root,
        env={
            **os.environ,
            RENDER_INTO: folder,
            RENDER_FOR: project.url,
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        text=True,
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
        refused = REFUSED.match(lines[-1]) if lines else None
        if refused:
            raise OSError(int(refused["number"]), refused["words"])
        raise MkDocsError(_words(lines))


def _words(lines: list[str]) -> str:
    """What MkDocs said. Of a traceback that is the last line, with the last place in our templates:
    nobody reads the rest.
    """
    said = "\n".join(lines)
    before, cut, _ = said.partition("Traceback (most recent call last)")
    if not cut:
        return said
    error = (lines[-1].partition(": ")[2] or lines[-1]).partition(" in search paths")[0]
    places = [":".join(place) for place in OURS.findall(said)]
    if places:
        return sentences("project/template", place=places[-1], error=error)
    return before + error
