"""Where are we on the journey? Statements by stage; answers stay with the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..model import Area, Aspect, Stages
from ..rendering.html import Items, Link, link
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import ABOUT
from .paths import PlaceLink, place_link


@dataclass(frozen=True)
class Stage:
    """A statement to choose."""

    field: str
    label: str
    text: str


@dataclass(frozen=True)
class AspectView:
    """One thing to look at: three statements, and where to go next."""

    aspect: Aspect
    stages: tuple[Stage, ...]
    next: tuple[PlaceLink, ...]


@dataclass(frozen=True)
class AreaView:
    """A part of the self-review."""

    area: Area
    guide: Link
    aspects: tuple[AspectView, ...]


def pages(site: Site) -> Iterator[Output]:
    """The self-review."""
    about = ABOUT["self-review/"]
    areas = site.library.all("area").values()
    view = Items(tuple(_area(site.library, area) for area in areas))
    yield site.renderer.page("understand", "self-review.html", about, view)


def _area(library: Library, area: Area) -> AreaView:
    aspects = tuple(_aspect(library, aspect) for aspect in area.aspects)
    return AreaView(area, link(library, "guide", area.guide), aspects)


def _aspect(library: Library, aspect: Aspect) -> AspectView:
    stages = tuple(
        Stage(field, label, getattr(aspect.stages, field)) for field, label in Stages.labels.items()
    )
    places = tuple(place_link(library, place) for place in aspect.next)
    return AspectView(aspect, stages, places)
