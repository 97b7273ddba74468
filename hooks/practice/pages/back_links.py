"""What belongs with a thing, by relation: what it names, and what names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..kinds import KindName
from ..library.library import Library
from ..library.relations import leading_from, leading_to
from ..rendering.html import Links, links

EXAMPLES_NAMED = 2
"""Examples named of each relation; their own list has all."""
OTHERS_NAMED = 24
"""Things of any other kind named of each relation; the rest are counted."""


@dataclass(frozen=True)
class LinkList:
    """Links under a heading: the first few of some things."""

    relation: str
    """The name of the relation by which they belong here."""
    heading: str
    links: Links
    total: int
    """How many things there are."""


def named(library: Library, kind: KindName, id: str) -> Iterator[LinkList]:
    """A list for every relation by which a thing names others."""
    for relation in leading_from(kind):
        found = links(library, relation.target, library.links(relation.name, id))
        if found:
            yield LinkList(relation.name, relation.forwards, found, len(found))


def back_links(
    library: Library, kind: KindName, id: str, limit: int = OTHERS_NAMED
) -> Iterator[LinkList]:
    """A list for every relation by which something leads to a thing.

    `limit` is the number of links of each kind but examples.
    """
    for relation in leading_to(kind):
        ids = library.linked_from(relation.name, id)
        if ids:
            first = ids[: EXAMPLES_NAMED if relation.source == "example" else limit]
            found = links(library, relation.source, first)
            yield LinkList(relation.name, relation.backwards, found, len(ids))
