"""Lists of examples: one row each, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..library.library import Library
from ..model import Example, Period

Row = tuple[str, str, str, str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""title, address, summary, where and when, how much was read, families of its themes, components,
why it stands here
"""


def row(library: Library, id: str, why: tuple[str, ...] = ()) -> Row:
    """All that a list shows of an example."""
    example = library.all("example")[id]
    return (
        example.title,
        library.address("example", id),
        example.summary,
        where(library, example),
        example.read or "",
        families(library, example),
        example.components,
        why,
    )


def rows(library: Library, ids: Iterable[str]) -> tuple[Row, ...]:
    """A row for each id, in order."""
    return tuple(row(library, id) for id in ids)


def families(library: Library, example: Example) -> tuple[str, ...]:
    """The families of an example's themes, in order: the colours of its swatch."""
    return tuple(library.all("theme")[id].family or "talk" for id in example.themes)


def where(library: Library, example: Example) -> str:
    """Where and when: “Aberdeen, Scotland, 2018 to 2019”."""
    if example.kind == "illustrative":
        return "Illustrative: made up to show a point"
    nation = library.title("nation", example.nation) if example.nation else ""
    parts: list[Any] = [
        example.place,
        nation if nation not in (example.place or "") else "",
        when(example.period),
    ]
    return ", ".join(str(part) for part in parts if part)


def when(period: Period | None) -> str:
    """The years of a period in words: “2018 to 2019”."""
    if period is None:
        return ""
    return str(period.start) if period.start == period.to else f"{period.start} to {period.to}"
