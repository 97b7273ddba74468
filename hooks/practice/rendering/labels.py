"""The words of the finder, and the page of the examples that a reader keeps.

The finder itself stands on the list of all examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..library.facets import FACETS, Facet, ids
from .output import Output
from .site import About, Site
from .svg import READ_WORDS

LEGENDS = {
    "setting": "I work in",
    "role": "I work as",
    "theme": "I want help with",
    "component": "Part of the approach",
    "nation": "Nation",
    "guide": "Shows what a guide says",
    "key_point": "Shows a key point",
    "knowledge": "Rests on",
    "kind": "Kind of account",
    "year": "Year it tells of",
    "read": "How much we read",
}
"""What each facet is called, in the reader's own terms."""

FIXED_TITLES = {
    "kind": {
        "published": "Published account",
        "contributed": "Sent in by those who did it",
        "illustrative": "Made up to show a point",
    },
    "read": READ_WORDS,
}
"""The words of ids that name no thing of the library."""

LEGEND_LIST = tuple((facet.name, LEGENDS[facet.name]) for facet in FACETS)
"""Facets by name, in the order of the finder."""


def titles(site: Site, facet: Facet) -> tuple[tuple[str, str], ...]:
    """(id, words) of each choice of a facet."""
    if facet.kind:
        return tuple((id, site.library.title(facet.kind, id)) for id in ids(site.library, facet))
    return tuple(
        (id, FIXED_TITLES.get(facet.name, {}).get(id, id)) for id in ids(site.library, facet)
    )


def pages(site: Site) -> Iterator[Output]:
    """The page of kept examples: empty as published, filled in the reader's browser."""
    about = About(
        "My list",
        "Examples that you keep, to see together, to print, to copy and to share.",
        "my-list/",
        "CONTRIBUTING.md",
        paper=False,
        scripts=("mylist-page.js",),
    )
    yield site.page("my-list", "my-list.html", about, {})
