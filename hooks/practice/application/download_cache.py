"""The files to download: each is rendered once for a key and cached in `.cache/files/`, from which
both generations of the site and later builds take it.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import replace

from ..cache import Cache, load, store
from ..rendering.downloads import Download
from ..rendering.site import Site
from .memory import give_back
from .project import Project, handouts_digest

Downloads = Callable[[Project, Site], tuple[Download, ...]]
"""A way to come by the downloads: `make` or `skip`."""


def make(project: Project, site: Site) -> tuple[Download, ...]:
    """Every file, with its size, which pages state."""
    from ..handouts import catalogue, paper  # they take 50 ms to import; a check needs none

    folder = os.path.join(project.cache, "files")
    sizes = Cache(os.path.join(project.cache, "sizes"))
    os.makedirs(folder, exist_ok=True)
    found = tuple(
        _cached(download, folder, sizes)
        for download in catalogue.downloads(site, handouts_digest())
    )
    sizes.save()
    paper.release()
    give_back()
    _prune(folder, {key.hex() for key in sizes.used})
    return found


def skip(project: Project, site: Site) -> tuple[Download, ...]:
    """None: pages then offer none."""
    return ()


def _cached(download: Download, folder: str, sizes: Cache) -> Download:
    """A download of known size, whose bytes come from the cache where they are there and whole."""
    output = download.output
    path = os.path.join(folder, output.key.hex())

    def read() -> bytes:
        raw = load(path)
        if isinstance(raw, bytes):
            return raw
        rendered = output.make()
        gc.collect(0)  # of Word and PowerPoint files, whose parts point at each other
        store(path, rendered)
        return rendered

    size = sizes.get(output.key)
    if size is None or not size.isdigit():
        size = str(len(read())).encode()
        sizes.put(output.key, size)
    return replace(download, size=int(size), output=output._replace(make=read))


def _prune(folder: str, wanted: set[str]) -> None:
    for name in os.listdir(folder):
        if name not in wanted:
            os.unlink(os.path.join(folder, name))
