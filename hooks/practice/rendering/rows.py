"""Lists of examples: one row each, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..digest import digest, plain_bytes
from ..library.library import Library, Made
from ..library.tracked import Door
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
    """Those of its themes: the colours of its swatch."""
    components: tuple[str, ...]
    why: tuple[str, ...] = ()
    """What it shares with the page that lists it."""


def row(library: Library, id: str, why: tuple[str, ...] = ()) -> Row:
    """The row of an example."""
    found = library.once("rows", lambda: Made[str, Row](lambda id: _row(library, id)))[id]
    return replace(found, why=why) if why else found


def _row(library: Library, id: str) -> Row:
    example = library.all("example")[id]
    return Row(
        title=example.title,
        address=library.address("example", id),
        summary=example.summary,
        where=where(library, example),
        read=example.read or "",
        families=families(library, example),
        components=example.components,
    )


def rows(library: Library, ids: Iterable[str]) -> tuple[Row, ...]:
    """A row for each id, in order."""
    return tuple(row(library, id) for id in ids)


def digests(library: Library) -> Made[str, bytes]:
    """The digest of each example's row, by id."""
    return library.once(
        "row digests",
        lambda: Made[str, bytes](
            lambda id: digest(plain_bytes(tuple(vars(row(library, id)).values())))
        ),
    )


def page_count(items: Sequence[object]) -> int:
    """How many pages a list of examples takes; an empty list has one empty page."""
    return max(1, -(-len(items) // PER_PAGE))


def on_page(items: list[T], number: int) -> list[T]:
    """The part of a list that is on one of its pages."""
    return items[(number - 1) * PER_PAGE : number * PER_PAGE]


def by_title(library: Library) -> list[str]:
    """Ids of all examples from A to Z."""
    examples = library.all("example")
    return library.once(
        "by title", lambda: sorted(examples, key=lambda id: (examples[id].title.casefold(), id))
    )


def families(library: Library | Door, example: Example) -> tuple[str, ...]:
    """The families of an example's themes, in order: the colours of its swatch."""
    return tuple(library.get("theme", id).family or "talk" for id in example.themes)


def where(library: Library, example: Example) -> str:
    """Where and when: “Aberdeen, Scotland, 2018 to 2019”."""
    if example.kind == "illustrative":
        return "Illustrative: made up to show a point"
    place = example.place or ""
    nation = library.title("nation", example.nation) if example.nation else ""
    parts = (place, nation if nation not in place else "", when(example.period))
    return ", ".join(part for part in parts if part)


def when(period: Period | None) -> str:
    """The years of a period in words: “2018 to 2019”."""
    if period is None:
        return ""
    return str(period.start) if period.start == period.to else f"{period.start} to {period.to}"
