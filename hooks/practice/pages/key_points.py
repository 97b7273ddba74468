"""The key points: what guides claim, and which examples show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..model import KeyPoint
from ..rendering.html import Link, Links, link, links
from ..rendering.output import Output
from ..rendering.site import Site
from .back_links import EXAMPLES_NAMED
from .fixed import ABOUT


@dataclass(frozen=True)
class Point:
    """A key point with the first of the examples that show it."""

    id: str
    text: str
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


def pages(site: Site) -> Iterator[Output]:
    """Every key point under its guide, with examples that show it, or a word that none does yet."""
    library = site.library
    groups = (
        GuidePoints(guide, link(library, "guide", guide), _points(library, guide))
        for guide in library.all("guide")
    )
    view = KeyPoints(
        groups=tuple(group for group in groups if group.points),
        summary=tuple(p.text for p in library.all("key-point").values() if p.summary),
    )
    about = ABOUT["key-points/"]
    yield site.renderer.page("understand", "key-points.html", about, view)


def _points(library: Library, guide: str) -> tuple[Point, ...]:
    points = library.all("key-point")
    return tuple(
        _point(library, points[id]) for id in library.linked_from("key-point-guide", guide)
    )


def _point(library: Library, point: KeyPoint) -> Point:
    examples = library.linked_from("example-key-point", point.id)
    return Point(
        id=point.id,
        text=point.text,
        examples=links(library, "example", examples[:EXAMPLES_NAMED]),
        total=len(examples),
        themes=links(library, "theme", point.themes),
    )
