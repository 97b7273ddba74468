"""Two pictures of the approach, each with the same as a list in words: the line of sight, and the
circuit.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..kinds import KindName
from ..library.library import Library, Link
from ..rendering.html import Items, Links, links

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


def line_of_sight(library: Library) -> Items[Station]:
    """Outcomes at each level, from one person to a nation: where to read on and what shows it."""
    stations = (
        Station(
            id=level.id,
            title=level.title,
            description=level.description,
            guides=_guides(library, level.guides),
            examples=_examples(library, _of_sections(library, level.guides)),
            all=_full_list(library, "theme", level.themes[0]) if level.themes else None,
        )
        for level in library.all("level").values()
    )
    return Items(tuple(stations))


def circuit(library: Library) -> Items[Station]:
    """The three components, and the way back to staff."""
    parts = (
        Station(
            id=f"circuit-{component.id}",
            title=component.title,
            description=component.description,
            guides=_guides(library, (component.id,)),
            examples=_examples(library, _of_component_alone(library, component.id)),
            all=_full_list(library, "component", component.id),
        )
        for component in library.all("component").values()
    )
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
    return Items((*parts, back))


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
    return FullList(library.link(kind, id), len(library.linked_from(f"example-{kind}", id)))
