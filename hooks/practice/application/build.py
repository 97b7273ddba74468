"""One build: read, check, render, publish."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..assets import bundle
from ..cache import Cache, atomic_write
from ..exports import (
    api,
    calendar,
    citations,
    feeds,
    form_data,
    headers,
    machines,
    offline,
    packs,
    sitemap,
)
from ..exports.data import bulk, catalogue
from ..exports.finder import files as finder
from ..library import former, ledger
from ..library.library import Library
from ..messages import problem, sentences
from ..model import Problem
from ..pages import accessibility, generated, handwritten, moved
from ..rendering.output import Output
from ..rendering.renderer import PageNotices, Renderer
from ..rendering.site import Site
from . import check, download_cache, mkdocs_render
from .errors import ProblemsError
from .memory import trim_heap
from .mkdocs_render import RenderedSite
from .project import Project, check_site_folder, code_digest
from .publish import Published, publish
from .site_settings import settings

EXPORTS = (api, catalogue, feeds, machines, form_data, packs, calendar, citations)
"""Modules with one function that gives all their outputs for a site."""
TRIM_HEAP_EVERY = 5000
"""Files that are written before memory is given back."""


@dataclass(frozen=True)
class Options:
    """Strategies for the costly outputs: each field makes them or leaves them out."""

    downloads: download_cache.Downloads = download_cache.make
    offline_zip: offline.OfflineZip = offline.leave_out
    bulk_data: bulk.Bulk = bulk.with_pages


COMPLETE = Options()
TRIAL = Options(download_cache.skip, bulk_data=bulk.leave_out)
"""Without files to download, bulk data and pages as Markdown."""


class Progress:
    """Called by a build at each stage and with its outputs. This class does nothing with them."""

    def step(self, name: str) -> None:
        """A stage begins."""

    def watch(self, outputs: Iterable[Output]) -> Iterable[Output]:
        """The files as they are about to be published."""
        return outputs


def build(
    project: Project, options: Options = COMPLETE, progress: Progress | None = None
) -> Published:
    """Builds and publishes the site.

    Raises ProjectError, ProblemsError, MkDocsError or LockedError, and then the old site is as it
    was.
    """
    progress = progress or Progress()
    check_site_folder(project)
    with build_lock(project):
        progress.step("read")
        library = check.load(project)
        progress.step("mkdocs")
        rendered = mkdocs_render.render(project)
        return finish(project, library, rendered, options, progress)


def finish(
    project: Project,
    library: Library,
    rendered: RenderedSite,
    options: Options = COMPLETE,
    progress: Progress | None = None,
) -> Published:
    """Publishes the site of a library in the frame that MkDocs rendered."""
    progress = progress or Progress()
    progress.step("plan")
    outputs = plan(project, library, rendered, options)
    _verify_addresses(project, library, outputs)
    trim_heap()  # the finder's cache
    return publish(project.site, progress.watch(_released(outputs)), progress.step, project.cache)


def _released(outputs: list[Output]) -> Iterator[Output]:
    """The outputs in their order, each let go of once it is published."""
    outputs.reverse()
    while outputs:
        if len(outputs) % TRIM_HEAP_EVERY == 0:
            trim_heap()  # what pages took while they were rendered
        yield outputs.pop()


def plan(
    project: Project,
    library: Library,
    rendered: RenderedSite,
    options: Options = COMPLETE,
    problems: tuple[str, ...] = (),
) -> list[Output]:
    """Every file of the site with its path and its key; what can wait is rendered when it is
    published. `problems` are shown on every page.
    """
    code, known = code_digest(), settings(project)
    site = Site(
        known,
        library,
        Renderer(known, rendered.shells, code, PageNotices(problems, former.notes(library))),
        ledger.read(project.data),
        accessibility.view(rendered.files.get(accessibility.FILE)),
        partial(options.downloads, project),
    )
    pages = [*handwritten.pages(site, rendered.pages), *generated.pages(site)]
    pages += moved.pages(site, [page.path.removesuffix("index.html") for page in pages])
    paths = [page.path for page in pages if page.page]
    outputs = [
        *pages,
        *bundle.files(code),
        *rendered.outputs(),
        *(output for module in EXPORTS for output in module.files(site)),
        *sitemap.files(site, paths),
        *headers.files(paths),
        *(download.output for download in site.downloads),
        *options.bulk_data(site, bulk.Sources(project.data, project.docs)),
        *finder.files(site, rendered.pages, Cache(os.path.join(project.cache, "finder"), code)),
    ]
    zipped = options.offline_zip(site, project.cache, outputs)
    return _without_duplicates(project, (*zipped, *moved.files(site, outputs)))


def _without_duplicates(project: Project, outputs: Iterable[Output]) -> list[Output]:
    """The outputs. Raises ProblemsError when a page below docs/ has the path of another output."""
    by_path: dict[str, Output] = {}
    duplicates = [
        output.path for output in outputs if by_path.setdefault(output.path, output) is not output
    ]
    if duplicates:
        raise ProblemsError([_duplicate(project, path) for path in duplicates])
    return list(by_path.values())


def _duplicate(project: Project, path: str) -> Problem:
    address = path.removesuffix("index.html")
    stems = (address.rstrip("/") + ".md", address + "index.md")
    files = [os.path.join(project.docs, stem) for stem in stems]
    file = next((file for file in files if os.path.exists(file)), project.docs)
    values = {"address": f"/{address}", "owner": "the library"}
    return problem(project.display(file), 1, 1, "address-taken", **values)


def _verify_addresses(project: Project, library: Library, outputs: list[Output]) -> None:
    """Raises ProblemsError when an address of the ledger leads nowhere any more."""
    lines = ledger.read(project.data)
    path = project.display(os.path.join(project.data, ledger.NAME))
    lost = ledger.lost(lines, _addresses(library, outputs, lines), path)
    if lost:
        raise ProblemsError(lost)


def _addresses(
    library: Library, outputs: list[Output], lines: tuple[ledger.Line, ...]
) -> dict[str, str]:
    pages = [output.path for output in outputs if output.path.endswith("index.html")]
    return ledger.current(library, pages, lines)


def new_addresses(project: Project) -> list[str]:
    """Lines that the ledger lacks. Raises ProblemsError when the data has any problem."""
    library = check.load(project)
    outputs = plan(project, library, mkdocs_render.render(project), TRIAL)
    lines = ledger.read(project.data)
    return ledger.fresh(lines, _addresses(library, outputs, lines))


def add_addresses(project: Project, lines: list[str]) -> None:
    """Appends lines to the ledger."""
    path = os.path.join(project.data, ledger.NAME)
    before = Path(path).read_bytes() if os.path.exists(path) else b""
    glue = b"" if before[-1:] in (b"", b"\n") else b"\n"
    with atomic_write(path) as file:
        file.write(before + glue + "".join(f"{line}\n" for line in lines).encode())


class LockedError(Exception):
    """Another build of this project is running."""


@contextmanager
def build_lock(project: Project) -> Iterator[None]:
    """Holds the project's lock; the system releases it when the process ends, however it ends.

    Raises LockedError while another build holds it. Windows has no such lock, and builds without.
    """
    os.makedirs(project.cache, exist_ok=True)
    with open(os.path.join(project.cache, "lock"), "w") as file:
        if os.name != "nt":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise LockedError(sentences("project/locked")) from None
        yield
