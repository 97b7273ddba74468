"""Law and standards: what guides show of them by nation, and what a nation's own page lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from ..library.library import Library
from ..model import Law, Session, UKNation
from ..rendering.cite import CitedSource, cited_source
from ..rendering.formats import day_in_words
from ..rendering.html import Links, links
from ..rendering.labels import NATION_TITLES

NATIONS: tuple[UKNation, ...] = get_args(UKNation)
EVERYWHERE = NATIONS[0]
"""What holds in all four nations; it is shown whichever of them a reader chooses."""
FORCE = {
    "act": "",
    "regulations": "",
    "judgment": "A court's judgment.",
    "guidance": "Guidance.",
    "standards": "Standards, not law.",
    "code": "A code of practice.",
    "policy": "Policy, not law.",
}
"""What a line says of itself where it is not an Act or regulations."""
READ = {
    "full": "Read in full",
    "part": "Read in part",
    "secondary": "Read in another text about it",
}


@dataclass(frozen=True)
class LawLine:
    """A line of law as a guide shows it."""

    title: str
    address: str
    text: str
    force: str
    note: str


@dataclass(frozen=True)
class NationGroup:
    """The lines of one nation that belong to a guide."""

    id: str
    title: str
    address: str
    lines: tuple[LawLine, ...]


@dataclass(frozen=True)
class GuideLaws:
    """The law and standards of a guide."""

    groups: tuple[NationGroup, ...]


@dataclass(frozen=True)
class LawEntry:
    """A line of law on the page of its nation, with how it was read."""

    law: Law
    force: str
    reading: str
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


def of_guide(library: Library, guide: str) -> GuideLaws:
    """What law and standards a guide shows, by nation; a nation without any has its group too."""
    laws = [library.all("law")[id] for id in library.linked_from("law-guide", guide)]
    groups = (_nation(nation, _holding(laws, nation)) for nation in NATIONS)
    return GuideLaws(tuple(g for g in groups if g.lines or g.id != EVERYWHERE))


def of_session(library: Library, session: Session) -> tuple[NationGroup, ...]:
    """What standards, codes and law a session goes with, by nation."""
    laws = [library.all("law")[id] for id in session.laws if library.get("law", id)]
    groups = (_nation(nation, _holding(laws, nation)) for nation in NATIONS)
    return tuple(group for group in groups if group.lines)


def _nation(nation: UKNation, laws: Iterable[Law]) -> NationGroup:
    page = f"law/{nation}/"
    lines = (
        LawLine(law.title, f"{page}#{law.id}", law.text, FORCE[law.force], law.note or "")
        for law in laws
    )
    return NationGroup(nation, NATION_TITLES[nation], page, tuple(lines))


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
        force=FORCE[law.force],
        reading=reading(law),
        sources=tuple(cited_source(library, id) for id in law.sources),
        guides=links(library, "guide", law.guides),
        sessions=links(library, "session", library.linked_from("session-law", law.id)),
    )


def reading(law: Law) -> str:
    """How much of a line's text was read, in which copy, and when it was checked, if known."""
    copy = f", in a copy of {day_in_words(law.copy_of)}" if law.copy_of else ""
    checked = f" Checked on {day_in_words(law.checked)}." if law.checked else ""
    return f"{READ[law.read]}{copy}.{checked}"


def sources_of_guide(library: Library, guide: str) -> tuple[str, ...]:
    """The ids of the sources on which a guide's law and standards rest."""
    laws = (library.all("law")[id] for id in library.linked_from("law-guide", guide))
    return tuple(dict.fromkeys(source for law in laws for source in law.sources))
