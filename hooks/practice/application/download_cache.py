"""The files to download: each is rendered once for a key and cached in `.cache/files/`, from which
both generations of the site and later builds take it.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from dataclasses import replace

from ..cache import Cache, load, store
from ..rendering.downloads import Download
from ..rendering.site import Site
from .memory import run_in_fork, trim_heap
from .project import Project, handouts_digest

Downloads = Callable[[Project, Site], tuple[Download, ...]]
"""A way to come by the downloads: `make` or `skip`."""


def make(project: Project, site: Site) -> tuple[Download, ...]:
    """Every file, with its size, which pages state.

    What makes them holds 70 MB for ever, so a process that ends has them all in the cache first.
    """
    from ..handouts import catalogue, paper  # they take 50 ms to import; a check needs none

    folder, sizes = os.path.join(project.cache, "files"), _sizes(project)
    os.makedirs(folder, exist_ok=True)
    planned = tuple(catalogue.downloads(site, handouts_digest()))
    trim_heap()  # what reading took
    if not paper.has_threads() and not all(sizes.get(one.output.key) for one in planned):
        run_in_fork(lambda: _sized(planned, folder, sizes))
        sizes = _sizes(project)
    found = _sized(planned, folder, sizes)
    _prune(folder, {key.hex() for key in sizes.used})
    return found


def _sizes(project: Project) -> Cache:
    return Cache(os.path.join(project.cache, "sizes"))


def _sized(planned: Iterable[Download], folder: str, sizes: Cache) -> tuple[Download, ...]:
    """Downloads of known size: those that are not cached are made."""
    found = tuple(_cached(download, folder, sizes) for download in planned)
    sizes.save()
    return found


def skip(project: Project, site: Site) -> tuple[Download, ...]:
    """No downloads: pages offer none."""
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
