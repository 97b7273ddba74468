"""Paths: ways through the library, a few minutes at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..kinds import KINDS, split
from ..library.library import Library
from ..model import Path, PathStep
from ..rendering.html import Items, Link, Summary, link
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import ABOUT


@dataclass(frozen=True)
class PlaceLink:
    """A link to a thing, and what kind of thing it is."""

    label: str
    link: Link


@dataclass(frozen=True)
class Stop:
    """A step of a path."""

    place: PlaceLink
    minutes: int
    why: str


@dataclass(frozen=True)
class PathView:
    """A path with its steps."""

    path: Path
    minutes: int
    steps: tuple[Stop, ...]


def pages(site: Site) -> Iterator[Output]:
    """The page of all paths."""
    library = site.library
    about = ABOUT["paths/"]
    view = Items(tuple(_path(library, path) for path in library.all("path").values()))
    yield site.renderer.page("understand", "paths.html", about, view)


def _path(library: Library, path: Path) -> PathView:
    stops = tuple(
        Stop(place_link(library, step.to), _step_minutes(library, step), step.why)
        for step in path.steps
    )
    return PathView(path, _minutes(library, path), stops)


def summaries(library: Library) -> tuple[Summary, ...]:
    """Each path in a line."""
    return tuple(
        Summary(
            path.title,
            f"{len(path.steps)} steps, about {_minutes(library, path)} minutes. {path.summary}",
            library.address("path", path.id),
        )
        for path in library.all("path").values()
    )


def place_link(library: Library, place: str) -> PlaceLink:
    """The link to a place such as ``guide:risk#rights``."""
    kind, ref = split(place)
    return PlaceLink(KINDS[kind].heading, link(library, kind, ref))


def _minutes(library: Library, path: Path) -> int:
    return sum(_step_minutes(library, step) for step in path.steps)


def _step_minutes(library: Library, step: PathStep) -> int:
    """The minutes of a step, or those of the guide that it leads to."""
    return step.minutes or library.all("guide")[split(step.to)[1]].minutes
