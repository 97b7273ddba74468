"""Pages that lead to the guides: their list, key points, paths, and the self-review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..kinds import KINDS, split
from ..library.library import Library, Link
from ..model import Area, Aspect, KeyPoint, Path, PathStep
from ..rendering.formats import minutes_in_words
from ..rendering.html import Items, Links, Summary, links
from ..rendering.output import Output
from ..rendering.site import Site
from .back_links import EXAMPLES_NAMED
from .fixed import page


@dataclass(frozen=True)
class Guides:
    """The page of all guides."""

    guides: tuple[Summary, ...]
    paths: tuple[Summary, ...]
    law: bool
    """Whether there are pages of law and standards."""


@dataclass(frozen=True)
class Point:
    """A key point with the first of the examples that show it."""

    point: KeyPoint
    examples: Links
    total: int
    themes: Links


@dataclass(frozen=True)
class GuidePoints:
    """The key points of a guide."""

    id: str
    guide: Link
    points: tuple[Point, ...]


@dataclass(frozen=True)
class KeyPoints:
    """The page of all key points."""

    groups: tuple[GuidePoints, ...]
    summary: tuple[str, ...]


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
    steps: tuple[Stop, ...]


@dataclass(frozen=True)
class AspectView:
    """One thing to look at in the self-review, and where to go next."""

    aspect: Aspect
    next: tuple[PlaceLink, ...]


@dataclass(frozen=True)
class AreaView:
    """A part of the self-review."""

    area: Area
    guide: Link
    aspects: tuple[AspectView, ...]


def pages(site: Site) -> Iterator[Output]:
    """The pages that list guides, key points and paths, and that of the self-review."""
    library = site.library
    guides = (
        Summary(guide.title, guide.summary, guide.address, f"{guide.minutes} minutes")
        for guide in library.all("guide").values()
    )
    law = bool(library.all("law"))
    yield page(site, "guides/", Guides(tuple(guides), path_summaries(library), law))
    yield page(site, "key-points/", _key_points(library))
    paths = library.all("path").values()
    yield page(site, "paths/", Items(tuple(_path(library, path) for path in paths)))
    areas = library.all("area").values()
    yield page(site, "self-review/", Items(tuple(_area(library, area) for area in areas)))


def _key_points(library: Library) -> KeyPoints:
    groups = (
        GuidePoints(id, library.link("guide", id), points(library, id))
        for id in library.all("guide")
    )
    return KeyPoints(
        groups=tuple(group for group in groups if group.points),
        summary=tuple(p.text for p in library.all("key-point").values() if p.summary),
    )


def points(library: Library, guide: str) -> tuple[Point, ...]:
    """The key points that a guide claims."""
    return tuple(point(library, id) for id in library.linked_from("key-point-guide", guide))


def point(library: Library, id: str) -> Point:
    """A key point with examples that show it."""
    found = library.all("key-point")[id]
    examples = library.linked_from("example-key-point", id)
    return Point(
        point=found,
        examples=links(library, "example", examples[:EXAMPLES_NAMED]),
        total=len(examples),
        themes=links(library, "theme", found.themes),
    )


def path_summaries(library: Library) -> tuple[Summary, ...]:
    """Each path in a line."""
    return tuple(
        Summary(
            path.title,
            f"{len(path.steps)} steps, about {minutes_in_words(_minutes(library, path))}."
            f" {path.summary}",
            library.address("path", path.id),
        )
        for path in library.all("path").values()
    )


def _path(library: Library, path: Path) -> PathView:
    stops = (
        Stop(_place(library, step.to), _step_minutes(library, step), step.why)
        for step in path.steps
    )
    return PathView(path, tuple(stops))


def _minutes(library: Library, path: Path) -> int:
    return sum(_step_minutes(library, step) for step in path.steps)


def _step_minutes(library: Library, step: PathStep) -> int:
    """The minutes of a step, or those of the guide that it leads to."""
    return step.minutes or library.all("guide")[split(step.to)[1]].minutes


def _place(library: Library, place: str) -> PlaceLink:
    """The link to a place such as ``guide:risk#rights``."""
    kind, ref = split(place)
    return PlaceLink(KINDS[kind].heading, library.link(kind, ref))


def _area(library: Library, area: Area) -> AreaView:
    aspects = (
        AspectView(aspect, tuple(_place(library, place) for place in aspect.next))
        for aspect in area.aspects
    )
    return AreaView(area, library.link("guide", area.guide), tuple(aspects))
