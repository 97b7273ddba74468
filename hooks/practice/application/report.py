"""What those who look after the library may want to do next."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ..checking import expiry
from ..kinds import KINDS, KindName
from ..library.library import Library
from ..library.relations import leading_to

AHEAD = datetime.timedelta(days=90)
OLD_YEARS = 10
SHOWN_BY_EXAMPLES: tuple[KindName, ...] = ("theme", "setting", "role", "component", "key-point")


@dataclass(frozen=True)
class Part:
    """One sort of thing to look at: a heading, and a line for each."""

    heading: str
    lines: tuple[str, ...]


def report(library: Library, day: str) -> list[Part]:
    """What is due and what is missing, on a day (YYYY-MM-DD)."""
    until = (datetime.date.fromisoformat(day) + AHEAD).isoformat()
    return [
        Part(f"Agreements to ask for again by {until}", _due(expiry.asked_again(library), until)),
        Part(f"Reviews due by {until}", _due(expiry.reviews(library), until)),
        Part(f"Examples whose story ended {OLD_YEARS} years ago or more", _old(library, day)),
        *(
            Part(
                f"{KINDS[kind].plural.capitalize()} that no example shows",
                _without(library, kind, "example"),
            )
            for kind in SHOWN_BY_EXAMPLES
        ),
        Part("Sources that nothing cites", _without(library, "source")),
    ]


def _due(days: Iterator[tuple[str, str]], until: str) -> tuple[str, ...]:
    return tuple(f"{day} {id}" for day, id in days if day <= until)


def _old(library: Library, day: str) -> tuple[str, ...]:
    latest = int(day[:4]) - OLD_YEARS
    found = (
        (int(example.period.to), id)
        for id, example in library.all("example").items()
        if example.period
    )
    return tuple(f"{year} {id}" for year, id in sorted(found) if year <= latest)


def _without(library: Library, kind: KindName, source: KindName | None = None) -> tuple[str, ...]:
    """Things of a kind to which nothing of the kind `source` leads; for None, nothing at all."""
    relations = [r.name for r in leading_to(kind) if source in (None, r.source)]
    return tuple(
        id
        for id in sorted(library.all(kind))
        if not any(library.linked_from(name, id) for name in relations)
    )
