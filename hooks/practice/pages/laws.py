"""Law and standards: what guides show of them by nation, and what a nation's own page lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from ..library.library import Library
from ..model import Law, Session, UKNation
from ..rendering.cite import CitedSource, cited_source
from ..rendering.html import Links, links
from ..rendering.labels import NATION_TITLES

NATIONS: tuple[UKNation, ...] = get_args(UKNation)
EVERYWHERE = NATIONS[0]
"""What holds in all four nations; a reader sees it whichever of them they choose."""


@dataclass(frozen=True)
class NationGroup:
    """The lines of one nation that belong to a guide."""

    id: str
    title: str
    address: str
    lines: tuple[Law, ...]


@dataclass(frozen=True)
class LawEntry:
    """A line of law on the page of its nation."""

    law: Law
    sources: tuple[CitedSource, ...]
    guides: Links
    sessions: Links


@dataclass(frozen=True)
class LawGroup:
    """The lines of one Act, or of one set of standards."""

    name: str
    also: str
    """Where else it holds."""
    entries: tuple[LawEntry, ...]


@dataclass(frozen=True)
class NationLaws:
    """Everything that the page of a nation lists."""

    groups: tuple[LawGroup, ...]
    undated: bool
    """Whether some line has no day on which it was checked."""


def of_guide(library: Library, guide: str) -> tuple[NationGroup, ...]:
    """What law and standards a guide shows, by nation; a nation without any has its group too. What
    holds everywhere comes last: the nation that a reader chooses then stands below the choice.
    """
    groups = _by_nation(library, library.linked_from("law-guide", guide))
    own = [group for group in groups if group.id != EVERYWHERE]
    return (*own, *(group for group in groups if group.lines and group.id == EVERYWHERE))


def of_session(library: Library, session: Session) -> tuple[NationGroup, ...]:
    """What standards, codes and law a session goes with, by nation."""
    known = (id for id in session.laws if library.get("law", id))
    return tuple(group for group in _by_nation(library, known) if group.lines)


def _by_nation(library: Library, ids: Iterable[str]) -> list[NationGroup]:
    laws = [library.all("law")[id] for id in ids]
    return [
        NationGroup(nation, NATION_TITLES[nation], f"law/{nation}/", tuple(_holding(laws, nation)))
        for nation in NATIONS
    ]


def of_nation(library: Library, nation: str) -> NationLaws:
    """Every line that holds in a nation, by Act, in the order of the file."""
    laws = _holding(library.all("law").values(), nation)
    groups = (
        LawGroup(
            name=name,
            also=_elsewhere(nation, nations),
            entries=tuple(_entry(library, law) for law in group),
        )
        for (name, nations), group in groupby(laws, lambda law: (law.name, law.nations))
    )
    return NationLaws(tuple(groups), undated=any(not law.checked for law in laws))


def _holding(laws: Iterable[Law], nation: str) -> list[Law]:
    """The lines that hold in a nation, those of its own before those that it shares."""
    return sorted(
        (law for law in laws if nation in law.nations), key=lambda law: law.home != nation
    )


def _elsewhere(nation: str, nations: Iterable[UKNation]) -> str:
    return " and ".join(NATION_TITLES[other] for other in nations if other != nation)


def _entry(library: Library, law: Law) -> LawEntry:
    return LawEntry(
        law=law,
        sources=tuple(cited_source(library, id) for id in law.sources),
        guides=links(library, "guide", law.guides),
        sessions=links(library, "session", library.linked_from("session-law", law.id)),
    )


def sources_of_guide(library: Library, guide: str) -> tuple[str, ...]:
    """The ids of the sources on which a guide's law and standards rest."""
    laws = (library.all("law")[id] for id in library.linked_from("law-guide", guide))
    return tuple(dict.fromkeys(source for law in laws for source in law.sources))
