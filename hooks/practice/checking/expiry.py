"""What a day makes of the library: agreements that have run out, and reviews that are due.

The day is the build's, never the clock's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..kinds import KindName
from ..library.library import Library
from ..model import Example, Problem
from ..reading.folder import Reading
from ..reading.marks import FieldPath
from .locations import Locator

RULE = "agreement-still-holds"
AHEAD = datetime.timedelta(days=366)
"""How far a day of something done may lie ahead of the build's day, which is that of the last
commit: a quiet library gets an example months after it.
"""
DONE: dict[KindName, tuple[FieldPath, ...]] = {
    "example": (("added",), ("reviewed",), ("consent", "agreed_on"), ("withdrawn", "on")),
    "law": (("checked",), ("copy_of",)),
    "session": (("added",),),
    "scenario": (("added",),),
    "conversation": (("added",),),
    "record": (("added",),),
}
"""The days on which something was done, by kind. The days in its list of changes are others."""


def problems(reading: Reading, day: str) -> list[Problem]:
    """An example that rests on an agreement is not built after the day to ask again."""
    locator = Locator(reading)
    return [
        locator.problem("example", example.id, ("consent", "ask_again"), RULE, **_values(example))
        for example in reading.known("example")
        if has_run_out(example, day)
    ]


def future_days(reading: Reading, day: str) -> list[Problem]:
    """What was added or checked on a day far ahead would stand first in lists until then, or say
    that somebody looked who has not.
    """
    locator = Locator(reading)
    limit = (datetime.date.fromisoformat(day) + AHEAD).isoformat()
    return [
        locator.problem(kind, thing.id, path, "day-in-the-future", day=done, field=path[-1])
        for kind in DONE
        for thing in reading.known(kind)
        for path, done in _days_done(kind, thing)
        if done > limit
    ]


def _days_done(kind: KindName, thing: Any) -> Iterator[tuple[FieldPath, str]]:
    """The path of each day on which something was done, and the day."""
    for path in DONE[kind]:
        value = thing
        for field in path:
            value = getattr(value, str(field), None)
        if value:
            yield path, value
    for n, change in enumerate(getattr(thing, "changes", ())):
        yield ("changes", n, "on"), change.on


def has_run_out(example: Example, day: str) -> bool:
    """Whether the day to ask again has passed for an example that is shown."""
    again = example.consent.ask_again if example.consent else None
    return bool(again and again < day and example.status == "published")


def _values(example: Example) -> dict[str, Any]:
    return {
        "day": example.consent.ask_again,
        "who": example.organisation or "those who agreed",
        "reference": example.consent.reference or "not named",
    }


def reviews(library: Library) -> Iterator[tuple[str, str]]:
    """(day, id) of every example that is to be reviewed, in order."""
    examples = library.all("example").items()
    yield from sorted((e.review_by, id) for id, e in examples if e.review_by)


def asked_again(library: Library) -> Iterator[tuple[str, str]]:
    """(day, id) of every agreement that has a day to ask again, in order."""
    yield from sorted(
        (e.consent.ask_again, id) for id, e in library.all("example").items() if e.consent.ask_again
    )
