"""What things were before: ids and addresses of those that were renamed, taken in by another, or
retired. Every kind of the registry works in the same way.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..kinds import KINDS, Kind, KindName, split
from ..model import Retired
from .library import Library, Link


class Renamed(NamedTuple):
    """An id that a thing had before."""

    kind: Kind
    alias: str
    id: str


class RetiredThing(NamedTuple):
    """A thing that was retired."""

    kind: Kind
    id: str
    entry: Retired


@dataclass(frozen=True)
class Note:
    """What a page says at the place where a thing stood that is no longer there."""

    place: str
    """The id of the place."""
    now: str
    """The id of the place on the same page where the thing is now, or `""`."""
    title: str
    on: str
    """The day on which it was retired, or `""` for one that was renamed."""
    reason: str
    links: tuple[Link, ...]


def renamed(library: Library) -> Iterator[Renamed]:
    """Every former id of everything that is published."""
    for kind in KINDS.values():
        for id, thing in library.all(kind.name).items():
            for alias in getattr(thing, "aliases", ()):
                yield Renamed(kind, alias, id)


def present(library: Library, kind: KindName) -> dict[str, str]:
    """The present id of a thing by each id that it had before."""
    things = library.all(kind).values()
    return {alias: thing.id for thing in things for alias in getattr(thing, "aliases", ())}


def retired(library: Library) -> Iterator[RetiredThing]:
    """Everything that was retired."""
    for entry in library.all("retired").values():
        name, id = split(entry.id)
        yield RetiredThing(KINDS[name], id, entry)


def moved(library: Library) -> dict[str, str]:
    """The present address by each former one."""
    found = {}
    for kind, alias, id in renamed(library):
        thing = library.get(kind.name, id)
        if former := kind.former_address(alias, thing):
            found[former] = kind.address_of(id, thing)
        if kind.alternate_address:
            found[kind.alternate_address.format(id=alias)] = kind.alternate_address.format(id=id)
    return found


def retired_by_address(library: Library) -> dict[str, RetiredThing]:
    """What was retired, by each address that it had."""
    found = {}
    for one in retired(library):
        found[address(one)] = one
        if one.kind.alternate_address:
            found[one.kind.alternate_address.format(id=one.id)] = one
    return found


def address(one: RetiredThing) -> str:
    """The address that a retired thing had."""
    return one.entry.address or one.kind.address.format(id=one.id)


def resolved(library: Library, addresses: Iterable[str], now: Container[str]) -> set[str]:
    """The addresses that still resolve because a thing was renamed or retired; `now` holds today's.

    A former page hands on the place that was asked for. The page of something retired answers for
    every place that was on it.
    """
    there, lost = moved(library), retired_by_address(library)
    if not there and not lost:
        return set()

    def leads(address: str) -> bool:
        page, hash_sign, place = address.partition("#")
        if page in lost or address in there or address in lost:
            return True
        moved_on = f"{there[page]}{hash_sign}{place}" if page in there else ""
        return bool(moved_on) and (moved_on in now or leads(moved_on))

    return {address for address in addresses if leads(address)}


def notes(library: Library) -> dict[str, tuple[Note, ...]]:
    """What pages say of places that are no longer on them, by the address of the page."""
    found: dict[str, list[Note]] = {}
    there = moved(library)
    for old, new in there.items():
        page, hash_sign, place = old.partition("#")
        if hash_sign:
            target, _, now = new.partition("#")
            on_page = now if target == page else ""
            note = Note(place, on_page, "", "", "", (Link("where it stands now", new),))
            found.setdefault(page, []).append(note)
    for address, one in retired_by_address(library).items():
        page, hash_sign, place = address.partition("#")
        if hash_sign:
            entry, ways = one.entry, alternatives(library, one.entry)
            note = Note(place, "", entry.title, entry.on, entry.reason, ways)
            found.setdefault(there.get(page, page), []).append(note)
    return {page: tuple(notes) for page, notes in found.items()}


def alternatives(library: Library, entry: Retired) -> tuple[Link, ...]:
    """Where to go instead of something that was retired."""
    return tuple(library.link(*split(place)) for place in entry.see)
