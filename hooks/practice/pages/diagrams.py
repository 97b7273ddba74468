"""Two pictures of the approach, each with the same as a list in words: the line of sight, and the
circuit.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..kinds import KindName
from ..library.library import Library
from ..rendering import svg
from ..rendering.html import Link, Links, link, links

EXAMPLES_NAMED = 1
"""Examples named at a station; the rest are one link away."""

BACK_GUIDES = ("use-of-information#back-to-staff", "supervision#outcomes-focused-supervision")


@dataclass(frozen=True)
class FullList:
    """The list that has all examples of something."""

    link: Link
    count: int


@dataclass(frozen=True)
class Station:
    """A part of a picture, in words."""

    id: str
    title: str
    description: str
    guides: Links
    examples: Links
    all: FullList | None


@dataclass(frozen=True)
class Level:
    """A level of the line of sight: its picture, and its words."""

    picture: Markup
    station: Station


@dataclass(frozen=True)
class LineOfSight:
    """Outcomes at each level, from one person to a nation."""

    line: Markup
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Circuit:
    """Engagement, recording, use of information, and back to staff."""

    ring: Markup
    families: tuple[str, ...]
    stations: tuple[Station, ...]


def line_of_sight(library: Library) -> LineOfSight:
    """Outcomes at each level, with where to read on and what shows it."""
    levels = list(library.all("level").values())
    return LineOfSight(
        line=svg.sight(len(levels)),
        levels=tuple(
            Level(
                svg.level(n, len(levels)),
                Station(
                    id=level.id,
                    title=level.title,
                    description=level.description,
                    guides=_guides(library, level.guides),
                    examples=_examples(library, _of_sections(library, level.guides)),
                    all=_full_list(library, "theme", level.themes[0]) if level.themes else None,
                ),
            )
            for n, level in enumerate(levels)
        ),
    )


def circuit(library: Library) -> Circuit:
    """The three components, and the way back to staff."""
    parts = [
        Station(
            id=f"circuit-{component.id}",
            title=component.title,
            description=component.description,
            guides=_guides(library, (component.id,)),
            examples=_examples(library, _of_component_alone(library, component.id)),
            all=_full_list(library, "component", component.id),
        )
        for component in library.all("component").values()
    ]
    back = Station(
        id="back-to-staff",
        title="Back to staff and people",
        description=(
            "What was learned comes back to those who gave it, and the next conversation starts"
            " further on."
        ),
        guides=_guides(library, BACK_GUIDES),
        examples=_examples(library, _of_sections(library, BACK_GUIDES)),
        all=None,
    )
    return Circuit(svg.ring(len(parts) + 1), svg.THREADS, (*parts, back))


def _guides(library: Library, refs: tuple[str, ...]) -> Links:
    return links(library, "guide", (ref for ref in refs if library.get("guide", ref)))


def _examples(library: Library, ids: tuple[str, ...]) -> Links:
    return links(library, "example", ids[:EXAMPLES_NAMED])


def _of_sections(library: Library, refs: tuple[str, ...]) -> tuple[str, ...]:
    """Examples that point at sections of guides, each once."""
    return tuple(
        dict.fromkeys(id for ref in refs for id in library.linked_from("example-guide", ref))
    )


def _of_component_alone(library: Library, component: str) -> tuple[str, ...]:
    """Examples of one component and no other: they show it plainest."""
    return tuple(
        id
        for id in library.linked_from("example-component", component)
        if len(library.links("example-component", id)) == 1
    )


def _full_list(library: Library, kind: KindName, id: str) -> FullList:
    return FullList(link(library, kind, id), len(library.linked_from(f"example-{kind}", id)))
