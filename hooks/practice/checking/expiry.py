"""What a day makes of the library: agreements that have run out, and reviews that are due.

The day is the build's, never the clock's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from ..library.library import Library
from ..model import Example, Problem
from ..reading.folder import Reading, Show
from .locations import Places

RULE = "agreement-still-holds"
AHEAD = datetime.timedelta(days=366)
"""How far `added` may lie ahead of the build's day, which is that of the last commit: a quiet
library gets an example months after it.
"""


def problems(reading: Reading, day: str, show: Show = str) -> list[Problem]:
    """An example that rests on an agreement is not built after the day to ask again."""
    places = Places(reading)
    found = [
        places.problem("example", example.id, ("consent", "ask_again"), RULE, **_values(example))
        for example in reading.known("example")
        if has_run_out(example, day)
    ]
    return sorted(replace(problem, path=show(problem.path)) for problem in found)


def added_later(reading: Reading, day: str, show: Show = str) -> list[Problem]:
    """An example whose day of addition is far ahead would stand first in lists until then."""
    places = Places(reading)
    limit = (datetime.date.fromisoformat(day) + AHEAD).isoformat()
    found = [
        places.problem("example", example.id, ("added",), "added-lies-behind", day=example.added)
        for example in reading.known("example")
        if example.added and example.added > limit
    ]
    return sorted(replace(problem, path=show(problem.path)) for problem in found)


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


def reviews(library: Library) -> list[tuple[str, tuple[str, ...]]]:
    """Days on which examples are to be reviewed, in order, each with their ids."""
    due = sorted(
        (example.review_by, id)
        for id, example in library.all("example").items()
        if example.review_by
    )
    return [
        (day, tuple(id for _, id in pairs)) for day, pairs in groupby(due, key=lambda pair: pair[0])
    ]


def asked_again(library: Library) -> Iterator[tuple[str, str]]:
    """(day, id) of every agreement that has a day to ask again, in order."""
    yield from sorted(
        (e.consent.ask_again, id) for id, e in library.all("example").items() if e.consent.ask_again
    )
