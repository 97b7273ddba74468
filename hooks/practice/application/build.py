"""One build, told as a story: read, check, draw, fill, publish."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from ..assets import bundle
from ..cache import Cache
from ..checking import expiry, references
from ..digest import digest
from ..exports import api, calendar, citations, feeds, form_data, headers, offline, packs, sitemap
from ..exports.search import files as search
from ..library import ledger
from ..library.library import Library
from ..library.library import build as build_library
from ..model import Problem
from ..pages import (
    accessibility,
    examples,
    form,
    gallery,
    handwritten,
    indexes,
    lists,
    sessions,
    short_links,
    trainers,
)
from ..reading import folder
from ..rendering import labels
from ..rendering.output import Output
from ..rendering.site import Site
from . import download_cache, indexing
from . import mkdocs_render as drawing
from .compiled import Compiled
from .mkdocs_render import Drawn
from .project import Project, build_day, code_version, reading_version, settings
from .publish import Published, manifest, publish

Step = Callable[[str], None]
"""Told the name of each stage as it begins."""
Watch = Callable[[Iterable[Output]], Iterator[Output]]
"""Given every file before it is made, and gives it on."""


class Problems(Exception):
    """The data has problems; nothing was published."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def read(project: Project) -> tuple[Library | None, list[Problem]]:
    """The library, or None with every problem of every file, sorted. Notes alone do not stop it."""
    reading, problems = _checked(project)
    if any(p.severity == "error" for p in problems):
        return None, problems
    return (
        build_library(
            reading.things,
            reading.pages,
            reading.digests,
            reading.digest,
        ),
        problems,
    )


def look_over(project: Project) -> list[Problem]:
    """Every problem of every file, and what contributors may want to look at, sorted."""
    reading, problems = _checked(project)
    return sorted(problems + references.advice(reading, project.shown))


def _checked(project: Project) -> tuple[folder.Reading, list[Problem]]:
    kept = Cache(os.path.join(project.cache, "records"))
    reading = folder.read(project.data, project.docs, kept, reading_version(), project.shown)
    problems = sorted(
        reading.problems
        + references.problems(reading, project.shown, kept)
        + expiry.problems(reading, build_day(project.root), project.shown)
    )
    kept.save()
    return reading, problems


def build(
    project: Project,
    step: Step = lambda name: None,
    search_index: indexing.Index = indexing.make,
    downloads: download_cache.Downloads = download_cache.make,
    pack: offline.Pack = offline.leave_out,
    watch: Watch = iter,
) -> Published:
    """Builds and publishes; `watch` sees every file on its way.

    Raises Problems, DrawingError, IndexingError or Locked, and then the old site is as it was.
    """
    with only_one(project):
        step("read")
        code = code_version()
        library, problems = read(project)
        if library is None:
            raise Problems(problems)
        step("draw")
        drawn = drawing.draw(project)
        live = manifest(project.site)
        made = outputs(project, library, drawn, code, (), search_index, downloads, pack)
        return publish(project.site, watch(lasting(project, library, made)), step, live)


def outputs(
    project: Project,
    library: Library,
    drawn: Drawn,
    code: bytes,
    problems: tuple[str, ...] = (),
    search_index: indexing.Index = indexing.make,
    downloads: download_cache.Downloads = download_cache.make,
    pack: offline.Pack = offline.leave_out,
) -> Iterator[Output]:
    """Every file of the site.

    `search_index`, `downloads` and `pack` say how to come by those.
    """
    names = settings(project)
    templates = Compiled(os.path.join(project.cache, "templates"))
    bare = Site(
        names,
        library,
        drawn.shells,
        digest(code, names.key),
        problems,
        ledger.read(project.data),
        compiled=templates,
        tests=accessibility.view(drawn.files.get(accessibility.FILE)),
    )
    site = download_cache.offering(bare, project, downloads)
    yield from pack(site, project.cache, _files(project, site, drawn, code, search_index))


def _files(
    project: Project, site: Site, drawn: Drawn, code: bytes, search_index: indexing.Index
) -> Iterator[Output]:
    pages = []
    for output in _pages(site, drawn):
        if output.page:
            pages.append(output.path)
        yield output
    yield from bundle.files(code)
    yield from drawn.outputs()
    yield from api.files(site)
    yield from feeds.files(site)
    yield from form_data.files(site)
    yield from packs.files(site)
    yield from calendar.files(site)
    yield from citations.files(site)
    yield from sitemap.files(site, pages)
    yield from headers.files(pages)
    yield from (download.output for download in site.downloads)
    corpus = search.Corpus(site, drawn.pages)
    yield from search.files(corpus)
    yield from search_index(project, corpus)


def _pages(site: Site, drawn: Drawn) -> Iterator[Output]:
    wanted, made = set(gallery.shown(site.library).values()), {}
    for output in _all_pages(site, drawn):
        if output.path in wanted:
            made[output.path] = output
        yield output
    yield from gallery.pages(site, made)


def _all_pages(site: Site, drawn: Drawn) -> Iterator[Output]:
    yield from handwritten.pages(site, drawn.pages)
    yield from examples.pages(site)
    yield from indexes.pages(site)
    yield from lists.pages(site)
    yield from sessions.pages(site)
    yield from short_links.pages(site)
    yield from form.pages(site)
    yield from labels.pages(site)
    yield from trainers.pages(site)


def lasting(project: Project, library: Library, made: Iterable[Output]) -> Iterator[Output]:
    """The outputs as they come.

    Raises Problems after the last one when an address of the ledger leads nowhere any more.
    """
    paths = []
    for output in made:
        paths.append(output.path)
        yield output
    entries = ledger.read(project.data)
    lost = ledger.lost(
        entries,
        _now(library, paths, entries),
        project.shown(os.path.join(project.data, ledger.NAME)),
    )
    if lost:
        raise Problems(lost)


def _now(
    library: Library, paths: Iterable[str], entries: tuple[ledger.Line, ...]
) -> dict[str, str]:
    pages = [path for path in paths if path.endswith("index.html")]
    return ledger.current(library, pages, entries)


def new_addresses(project: Project) -> list[str]:
    """Lines that the ledger lacks. Raises Problems when the data has any."""
    code = code_version()
    library, problems = read(project)
    if library is None:
        raise Problems(problems)
    paths = [
        output.path
        for output in outputs(
            project,
            library,
            drawing.draw(project),
            code,
            (),
            indexing.leave_out,
            download_cache.leave_out,
        )
    ]
    entries = ledger.read(project.data)
    return ledger.fresh(entries, _now(library, paths, entries))


class Locked(Exception):
    """Another build of this project is running."""


@contextmanager
def only_one(project: Project) -> Iterator[None]:
    """Holds the project's lock; the system lets go of it when the process ends, however it ends."""
    os.makedirs(project.cache, exist_ok=True)
    with open(os.path.join(project.cache, "lock"), "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(
                "Another build is running. Wait until it is done, then try again."
            ) from None
        yield
