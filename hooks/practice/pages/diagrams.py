"""Two pictures of the approach, each a list that says the same in words: the line of sight, and the
circuit.
"""

from __future__ import annotations

from ..kinds import KindName
from ..library.library import Library
from ..rendering import svg
from ..rendering.site import Site

NAMED = 1
"""Examples named at a station; the rest are one link away."""

BACK = (
    "back-to-staff",
    "Back to staff and people",
    (
        "What was learned comes back to those who gave it, and the next conversation starts"
        " further on."
    ),
)
BACK_GUIDES = ("use-of-information#back-to-staff", "supervision#outcomes-focused-supervision")

Links = tuple[tuple[str, str], ...]
"""(title, address)"""
Shown = tuple[Links, tuple[str, str, int] | None]
"""Some examples; and the title and address of the list that has all, with their number."""


def line_of_sight(site: Site, root: str) -> str:
    """Outcomes at each level, from one person to a nation, with where to read on and what shows
    it.
    """
    library = site.library
    levels = list(library.all("level").values())
    stations = tuple(
        (
            level.id,
            level.title,
            level.description,
            svg.level(n, len(levels)),
            _guides(library, level.guides),
            _shown(library, _pointing(library, level.guides), "theme", level.themes[:1]),
        )
        for n, level in enumerate(levels)
    )
    return site.render("line-of-sight.html", root, line=svg.sight(len(levels)), stations=stations)


def circuit(site: Site, root: str) -> str:
    """Engagement, recording, use of information, and back to staff."""
    library = site.library
    parts = [
        (
            f"circuit-{c.id}",
            c.title,
            c.description,
            _guides(library, (c.id,)),
            _shown(library, _alone(library, c.id), "component", (c.id,)),
        )
        for c in library.all("component").values()
    ]
    back = (
        *BACK,
        _guides(library, BACK_GUIDES),
        _shown(library, _pointing(library, BACK_GUIDES), "guide", ()),
    )
    stations = (*parts, back)
    return site.render(
        "circuit.html",
        root,
        ring=svg.ring(len(stations)),
        families=svg.THREADS,
        stations=stations,
    )


def _guides(library: Library, refs: tuple[str, ...]) -> Links:
    return tuple(library.link("guide", ref) for ref in refs if library.get("guide", ref))


def _pointing(library: Library, refs: tuple[str, ...]) -> tuple[str, ...]:
    """Examples that point at sections of guides, each once."""
    return tuple(
        dict.fromkeys(id for ref in refs for id in library.linked_from("example-guide", ref))
    )


def _alone(library: Library, component: str) -> tuple[str, ...]:
    """Examples of one component and no other: they show it plainest."""
    return tuple(
        id
        for id in library.linked_from("example-component", component)
        if len(library.links("example-component", id)) == 1
    )


def _shown(library: Library, ids: tuple[str, ...], kind: KindName, lists: tuple[str, ...]) -> Shown:
    """The first few of some examples, and the list of all that one thing has."""
    named = tuple(library.link("example", id) for id in ids[:NAMED])
    return named, next(
        (
            (*library.link(kind, id), len(library.linked_from(f"example-{kind}", id)))
            for id in lists
        ),
        None,
    )
