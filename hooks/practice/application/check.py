"""Reads the library and finds its problems: all that `practice check` needs, and no more."""

from __future__ import annotations

import os
from contextlib import suppress

from ..cache import Cache
from ..checking import addresses, consistency, expiry, reader
from ..library import ledger
from ..library.library import Library
from ..library.library import build as build_library
from ..model import Problem
from ..reading import tree
from ..reading.folder import Reading
from . import site_settings
from .day import build_day
from .errors import ProblemsError
from .project import PACKAGES_AFTER_CHECKS, Project, check_sources, code_digest


def load(project: Project) -> Library:
    """The library. Raises ProblemsError when a problem is an error; notes alone stop nothing."""
    library, problems = read(project)
    if library is None:
        raise ProblemsError(problems)
    return library


def read(project: Project) -> tuple[Library | None, list[Problem]]:
    """The library, or None when a problem is an error, and every problem of every file, sorted."""
    _, library, problems = _read(project)
    return library, problems


def read_with_advice(project: Project) -> tuple[Reading, list[Problem]]:
    """The reading, with every problem and all advice, sorted."""
    reading, library, problems = _read(project)
    if library:
        problems += addresses.lost(library, ledger.read(project.data), _ledger(project))
    return reading, sorted(problems + consistency.advice(reading, project.display))


def _read(project: Project) -> tuple[Reading, Library | None, list[Problem]]:
    cache = _cache(project)
    reading = read_files(project, cache)
    problems = _problems(project, reading, cache)
    with suppress(OSError):  # then the next check reads everything again
        cache.save()
    if any(problem.severity == "error" for problem in problems):
        return reading, None, problems
    library = build_library(reading.things, reading.pages, reading.digests, reading.digest)
    return reading, library, problems


def _ledger(project: Project) -> str:
    return project.display(os.path.join(project.data, ledger.NAME))


def read_files(project: Project, cache: Cache | None = None) -> Reading:
    """Reads and checks every file through the cache. The reading holds faulty things too.

    Raises ProjectError where the data or the pages are not there.
    """
    check_sources(project)
    cache = cache or _cache(project)
    code = code_digest(without=PACKAGES_AFTER_CHECKS)
    return reader.read_folder(project.data, project.docs, cache, code, project.display)


def _cache(project: Project) -> Cache:
    return Cache(os.path.join(project.cache, "records"))


def _problems(project: Project, reading: Reading, cache: Cache) -> list[Problem]:
    day = build_day(project.root)
    due = expiry.problems(reading, day) + expiry.future_days(reading, day)
    return sorted(
        reading.problems
        + consistency.problems(reading, project.display, cache)
        + [problem._replace(path=project.display(problem.path)) for problem in due]
        + addresses.line_problems(project.data, _ledger(project))
        + site_settings.problems(project)
        + list(tree.problems(project.overrides, project.display))
    )
