"""Lists of examples: one row each, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from ..library.library import Library
from ..model import Example, Period

T = TypeVar("T")
PER_PAGE = 24
"""Rows on a page of a list: with their pictures they stay below 40 kB at any number of examples."""


@dataclass(frozen=True)
class Row:
    """All that a list shows of an example."""

    title: str
    address: str
    summary: str
    where: str
    """Where and when."""
    read: str
    """How much of its sources was read."""
    families: tuple[str, ...]
    """The families of its themes: the colours of its swatch."""
    components: tuple[str, ...]
    why: tuple[str, ...] = ()
    """What it shares with the page that lists it."""


def row(library: Library, id: str, why: tuple[str, ...] = ()) -> Row:
    """The row of an example."""
    example = library.all("example")[id]
    return Row(
        title=example.title,
        address=library.address("example", id),
        summary=example.summary,
        where=where(library, example),
        read=example.read or "",
        families=families(library, example),
        components=example.components,
        why=why,
    )


def rows(library: Library, ids: Iterable[str]) -> tuple[Row, ...]:
    """A row for each id, in order. An example is on some twenty lists, so its row is made once."""
    known = _known(library)
    return tuple(known.get(id) or known.setdefault(id, row(library, id)) for id in ids)


@lru_cache(maxsize=1)
def _known(library: Library) -> dict[str, Row]:
    return {}


def page_count(items: Sequence[object]) -> int:
    """How many pages a list of examples takes; an empty list has one empty page."""
    return max(1, -(-len(items) // PER_PAGE))


def on_page(items: list[T], number: int) -> list[T]:
    """The part of a list that is on one of its pages."""
    return items[(number - 1) * PER_PAGE : number * PER_PAGE]


@lru_cache(maxsize=1)
def by_title(library: Library) -> list[str]:
    """Ids of all examples from A to Z."""
    examples = library.all("example")
    return sorted(examples, key=lambda id: (examples[id].title.casefold(), id))


def families(library: Library, example: Example) -> tuple[str, ...]:
    """The families of an example's themes, in order: the colours of its swatch."""
    return tuple(library.all("theme")[id].family or "talk" for id in example.themes)


def where(library: Library, example: Example) -> str:
    """Where and when: “Aberdeen, Scotland, 2018 to 2019”. A place that names its nation, or
    several nations, is not followed by it.
    """
    if example.kind == "illustrative":
        return "Illustrative: made up to show a point"
    nation = library.title("nation", example.nation) if example.nation else ""
    named = names_nation(library, example, nation)
    parts = (example.place, "" if named else nation, when(example.period))
    return ", ".join(part for part in parts if part)


def names_nation(library: Library, example: Example, nation: str) -> bool:
    """Whether the place of an example names its nation, or several."""
    place = example.place or ""
    others = (other.title in place for other in library.all("nation").values())
    return bool(place) and (nation in place or sum(others) > 1)


def when(period: Period | None) -> str:
    """The years of a period in words: “2018 to 2019”."""
    if period is None:
        return ""
    return str(period.start) if period.start == period.to else f"{period.start} to {period.to}"
