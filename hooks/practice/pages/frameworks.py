"""What themes and key points go with in frameworks that other people use: beside each of them, and
by nation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..kinds import KINDS, KindName
from ..library.library import Library
from ..library.relations import RELATIONS
from ..model import Match
from ..rendering.cite import source_link
from ..rendering.html import Link, Links, links
from ..rendering.labels import NATION_TITLES

HOW = {"exact": "The same as", "close": "Close to", "broad": "A part of"}
"""How near a thing comes to a part of a framework, in words about the thing."""
NEAR = {"exact": "The same as", "close": "Close to", "broad": "Wider than"}
"""The same, about the part of the framework."""
KINDS_WITH_MATCHES: tuple[KindName, ...] = tuple(
    relation.source for relation in RELATIONS if relation.field == "matches"
)


@dataclass(frozen=True)
class FrameworkMatch:
    """What a thing goes with in a framework that other people use."""

    how: str
    """In words."""
    framework: str
    part: str
    words: str
    nation: str
    source: Link


@dataclass(frozen=True)
class Near:
    """A thing that comes near to a part of a framework."""

    how: str
    kind: str
    links: Links


@dataclass(frozen=True)
class FrameworkPart:
    """A part of a framework, and what goes with it."""

    part: str
    words: str
    source: Link
    near: tuple[Near, ...]


@dataclass(frozen=True)
class Framework:
    """A framework, and those of its parts with which something goes."""

    name: str
    parts: tuple[FrameworkPart, ...]


def of_thing(library: Library, kind: KindName, id: str) -> tuple[FrameworkMatch, ...]:
    """What a thing goes with, in the order of its file."""
    return tuple(
        FrameworkMatch(
            HOW[match.how],
            match.framework,
            match.part,
            match.words or "",
            NATION_TITLES[match.nation],
            source_link(library, match.source),
        )
        for match in getattr(library.get(kind, id), "matches", ())
    )


@dataclass(frozen=True, order=True)
class _Row:
    """A match, in the order in which they are listed."""

    framework: str
    part: str
    words: str
    source: str
    how: str
    kind: KindName
    id: str


def of_nation(library: Library, nation: str) -> tuple[Framework, ...]:
    """Every framework of a nation with which something goes, and each of its parts once."""
    return tuple(
        Framework(name, tuple(_parts(library, rows)))
        for name, rows in groupby(sorted(_rows(library, nation)), lambda row: row.framework)
    )


def _rows(library: Library, nation: str) -> Iterator[_Row]:
    for kind in KINDS_WITH_MATCHES:
        for id in library.all(kind):
            for match in getattr(library.get(kind, id), "matches", ()):
                if match.nation == nation:
                    yield _row(match, kind, id)


def _row(match: Match, kind: KindName, id: str) -> _Row:
    words = match.words or ""
    return _Row(match.framework, match.part, words, match.source, match.how, kind, id)


def _parts(library: Library, rows: Iterable[_Row]) -> Iterator[FrameworkPart]:
    for (part, words, source), found in groupby(
        rows, lambda row: (row.part, row.words, row.source)
    ):
        near = tuple(
            Near(NEAR[row.how], KINDS[row.kind].one, links(library, row.kind, (row.id,)))
            for row in found
        )
        yield FrameworkPart(part, words, source_link(library, source), near)
