"""The files to download.

Each is made once for a key and kept in `.cache/files/`: both generations of the site, and builds to
come, take it from there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from ..cache import Cache, load, store
from ..rendering.downloads import Download
from ..rendering.site import Site
from .project import Project, filing_version

Downloads = Callable[[Project, Site], tuple[Download, ...]]
"""A way to come by the downloads: `make` or `leave_out`."""


def offering(site: Site, project: Project, downloads: Downloads) -> Site:
    """A site whose pages offer the downloads."""
    return replace(site, downloads=downloads(project, site))


def make(project: Project, site: Site) -> tuple[Download, ...]:
    """Every file, with its size, which pages tell."""
    from ..handouts import catalogue  # its libraries take 50 ms to import; a check needs none

    folder = os.path.join(project.cache, "files")
    sizes = Cache(os.path.join(project.cache, "sizes"))
    os.makedirs(folder, exist_ok=True)
    found = tuple(
        _kept(download, folder, sizes) for download in catalogue.downloads(site, filing_version())
    )
    sizes.save()
    _forget(folder, {os.path.basename(_place(folder, key)) for key in sizes.used})
    return found


def leave_out(project: Project, site: Site) -> tuple[Download, ...]:
    """None: pages then offer none."""
    return ()


def _kept(download: Download, folder: str, sizes: Cache) -> Download:
    """A download of known size, whose bytes come from the cache where they are there and whole."""
    output = download.output
    place = _place(folder, output.key)

    def bring() -> bytes:
        raw = load(place)
        if isinstance(raw, bytes):
            return raw
        made = output.make()
        store(place, made)
        return made

    size = sizes.get(output.key)
    if not isinstance(size, int):
        size = len(bring())
        sizes.put(output.key, size)
    return replace(download, size=size, output=output._replace(make=bring))


def _place(folder: str, key: bytes) -> str:
    return os.path.join(folder, key.hex())


def _forget(folder: str, wanted: set[str]) -> None:
    """Removes files that nothing asks for any more."""
    for name in os.listdir(folder):
        if name not in wanted:
            os.unlink(os.path.join(folder, name))
