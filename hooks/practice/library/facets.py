"""The facets: what examples can be narrowed down by.

The finder, the directive `practice:examples` and its check read the one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..kinds import KindName
from ..model import READ, Example
from .library import Library
from .relations import BY_NAME


class Facet(NamedTuple):
    """One way to narrow examples down."""

    name: str
    """What it is called in the address of a list and in a directive."""
    values: Callable[[Example], tuple[str, ...]]
    """The ids that an example has in it."""
    kind: KindName | None = None
    """The kind of thing that its ids name; None where they are fixed or years."""
    fixed: tuple[str, ...] = ()
    """All its ids, where they are fixed."""


def _by_relation(name: str, kind: KindName) -> Facet:
    return Facet(name, BY_NAME[f"example-{kind}"].refs, kind)


def _guides(example: Example) -> tuple[str, ...]:
    """Guides and sections: an example of a section is one of its guide too."""
    return tuple(dict.fromkeys(id for ref in example.guides for id in (ref.partition("#")[0], ref)))


FACETS = (
    _by_relation("setting", "setting"),
    _by_relation("role", "role"),
    _by_relation("theme", "theme"),
    _by_relation("component", "component"),
    _by_relation("nation", "nation"),
    Facet("guide", _guides, "guide"),
    _by_relation("key_point", "key-point"),
    _by_relation("knowledge", "knowledge"),
    Facet("kind", lambda e: (e.kind,), fixed=("published", "contributed", "illustrative")),
    Facet("year", lambda e: (str(e.period.to),) if e.period else ()),
    Facet("read", lambda e: (e.read,) if e.read else (), fixed=tuple(reversed(READ))),
)
"""Every facet, in the order of the finder. A year is the last one that the account tells of."""

BY_FACET = {facet.name: facet for facet in FACETS}

SORTS: dict[str, Callable[[Example], tuple]] = {
    "newest": lambda e: (e.added, e.id),
    "evidence": lambda e: (*evidence(e), e.added, e.id),
}
"""Orders of a list, the greatest first."""


def evidence(example: Example) -> tuple[int, int]:
    """How much an example rests on: how much was read of its sources, then how many kinds of
    knowledge.
    """
    return READ.get(example.read or "", 0), len(example.knowledge)


def matching(examples: Iterable[Example], wanted: Mapping[str, tuple[str, ...]]) -> list[Example]:
    """The examples that have, in each facet named, at least one of the ids."""
    return [
        e
        for e in examples
        if all(set(ids) & set(BY_FACET[name].values(e)) for name, ids in wanted.items())
    ]


def ids(library: Library, facet: Facet) -> tuple[str, ...]:
    """All ids of a facet, in the order of the site; years from the latest."""
    if facet.kind or facet.fixed:
        return tuple(library.all(facet.kind)) if facet.kind else facet.fixed
    return tuple(
        sorted(
            {id for e in library.all("example").values() for id in facet.values(e)}, reverse=True
        )
    )
