"""The library in figures: how much there is of what, how old it is, what it lacks, and what changed
in the month of the build.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..kinds import Kind, listed, public
from ..library import days
from ..library.library import Library
from ..model import Example
from ..rendering.labels import ACCOUNTS
from ..rendering.output import Output
from ..rendering.site import Site
from ..rendering.svg import READ_WORDS
from . import coverage
from .fixed import page

MAX_CHANGES = 8
"""Examples named as changed; the feeds have the rest."""
AGES = ((183, "Half a year or less"), (365, "Half a year to a year"), (730, "One to two years"))
"""Days up to which an example counts as of that age."""
WORDS: dict[str, dict[str, str]] = json.loads(Path(__file__).with_suffix(".json").read_bytes())
"""What each chart is called, what it shows, and what its rows are."""
OLDER = "More than two years"
UNKNOWN = "Not said"


@dataclass(frozen=True)
class Bar:
    """A row of a chart."""

    title: str
    count: int
    address: str = ""


@dataclass(frozen=True)
class Chart:
    """Figures as a table with a bar in each row."""

    id: str
    title: str
    lead: str
    column: str
    """What the rows are."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Event:
    """What happened to an example this month."""

    on: str
    """YYYY-MM-DD"""
    what: str
    title: str
    address: str


@dataclass(frozen=True)
class Pulse:
    """The library in figures."""

    examples: int
    holds: tuple[Bar, ...]
    charts: tuple[Chart, ...]
    filled: int
    cells: int
    month: str
    """YYYY-MM"""
    events: tuple[Event, ...]
    more: int
    """How many events are not named."""


def pages(site: Site) -> Iterator[Output]:
    """The page of the library in figures."""
    yield page(site, "about/library/", view(site.library, site.settings.day))


def view(library: Library, today: str) -> Pulse:
    """The figures of a library; `today` is the build's day."""
    found = coverage.counts(library)
    month = today[:7]
    events = sorted(_events(library, month), key=lambda e: (e.on, e.title), reverse=True)
    return Pulse(
        examples=len(library.all("example")),
        holds=tuple(_holds(library)),
        charts=tuple(chart for chart in _charts(library, today) if chart.bars),
        filled=len(found),
        cells=len(library.all("theme")) * len(library.all("setting")),
        month=month,
        events=tuple(events[:MAX_CHANGES]),
        more=max(0, len(events) - MAX_CHANGES),
    )


def _holds(library: Library) -> Iterator[Bar]:
    for kind in public():
        if count := len(library.all(kind.name)):
            home = "" if "{" in kind.list_address else kind.list_address
            yield Bar(kind.plural if count > 1 else kind.singular_name, count, home)


def _charts(library: Library, today: str) -> Iterator[Chart]:
    examples = library.all("example").values()
    for kind, listing in listed():
        bars = tuple(_terms(library, kind))
        yield Chart(
            kind.slug, listing.title, listing.description, kind.singular_name.capitalize(), bars
        )
    yield _chart("years", _sorted(_year(example) for example in examples))
    yield _chart("accounts", _sorted(ACCOUNTS[example.kind].capitalize() for example in examples))
    read = Counter(READ_WORDS[source.read] for example in examples for source in example.sources)
    yield _chart("read", _bars(read, reversed(READ_WORDS.values())) if read else ())
    ages = Counter(_age(example, today) for example in examples)
    yield _chart("age", _bars(ages, (*(words for _, words in AGES), OLDER)))
    yield _chart("gaps", tuple(_gaps(library)))


def _chart(id: str, bars: tuple[Bar, ...]) -> Chart:
    return Chart(id, bars=bars, **WORDS[id])


def _terms(library: Library, kind: Kind) -> Iterator[Bar]:
    for id, term in library.terms(kind.name).items():
        count = len(library.linked_from(f"example-{kind.name}", id))
        yield Bar(term.title, count, library.address(kind.name, id))


def _bars(found: Counter[str], order: Iterable[str]) -> tuple[Bar, ...]:
    return tuple(Bar(words, found[words]) for words in order)


def _sorted(values: Iterable[str]) -> tuple[Bar, ...]:
    """A bar for each value; what is not known comes last."""
    found = Counter(values)
    return _bars(found, sorted(found, key=lambda value: (value == UNKNOWN, value)))


def _year(example: Example) -> str:
    return str(example.period.to) if example.period else UNKNOWN


def _age(example: Example, today: str) -> str:
    since = datetime.date.fromisoformat(example.reviewed or example.added)
    passed = (datetime.date.fromisoformat(today) - since).days
    return next((words for most, words in AGES if passed <= most), OLDER)


def _gaps(library: Library) -> Iterator[Bar]:
    missing = {setting.title: len(setting.themes) for setting in coverage.gaps(library)}
    for id, setting in library.all("setting").items():
        count = missing.get(setting.title, 0)
        yield Bar(setting.title, count, library.address("setting", id))


def _events(library: Library, month: str) -> Iterator[Event]:
    """What happened to examples in a month: they came in, changed, or were withdrawn."""
    for id, example in library.all("example").items():
        day = days.last_changed(example)
        if day.startswith(month):
            what = "new" if day == example.added else "changed"
            yield Event(day, what, *library.link("example", id))
    for id, example in library.withdrawn.items():
        if example.withdrawn and example.withdrawn.on.startswith(month):
            link = library.link("example", id)
            yield Event(example.withdrawn.on, "withdrawn", *link)
