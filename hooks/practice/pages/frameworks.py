"""What themes and key points go with in frameworks that other people use: beside each of them, and
by nation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..kinds import KINDS, KindName
from ..library.library import Library, Link
from ..library.relations import RELATIONS
from ..model import Match
from ..rendering.cite import source_link

KINDS_WITH_MATCHES: tuple[KindName, ...] = tuple(
    relation.source for relation in RELATIONS if relation.field == "matches"
)


@dataclass(frozen=True)
class FrameworkMatch:
    """What a thing goes with in a framework that other people use."""

    match: Match
    source: Link


@dataclass(frozen=True)
class Near:
    """A thing that comes near to a part of a framework."""

    match: Match
    kind: str
    link: Link


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
    matches: tuple[Match, ...] = getattr(library.get(kind, id), "matches", ())
    return tuple(FrameworkMatch(match, source_link(library, match.source)) for match in matches)


def of_nation(library: Library, nation: str) -> tuple[Framework, ...]:
    """Every framework of a nation with which something goes, and each of its parts once."""
    found = sorted(_near(library, nation), key=_order)
    by_framework = groupby(found, lambda near: near.match.framework)
    return tuple(Framework(name, tuple(_parts(library, near))) for name, near in by_framework)


def _near(library: Library, nation: str) -> Iterator[Near]:
    for kind in KINDS_WITH_MATCHES:
        for id in library.all(kind):
            for found in of_thing(library, kind, id):
                if found.match.nation == nation:
                    yield Near(found.match, KINDS[kind].singular_name, library.link(kind, id))


def _part(near: Near) -> tuple[str, str, str]:
    return near.match.part, near.match.words or "", near.match.source


def _order(near: Near) -> tuple[str, ...]:
    return (near.match.framework, *_part(near), near.match.how, near.link.address)


def _parts(library: Library, near: Iterable[Near]) -> Iterator[FrameworkPart]:
    for (part, words, source), found in groupby(near, _part):
        yield FrameworkPart(part, words, source_link(library, source), tuple(found))
