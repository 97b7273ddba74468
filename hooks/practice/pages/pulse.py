"""The library in figures: how much there is of what, how old it is, what it lacks, and what changed
in the month of the build.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..kinds import Kind, listed, public
from ..library import days
from ..library.library import Library
from ..model import Example
from ..rendering import svg
from ..rendering.formats import day_in_words
from ..rendering.labels import ACCOUNTS
from ..rendering.output import Output
from ..rendering.site import Site
from . import coverage
from .fixed import ABOUT

MOST_CHANGES = 8
"""Examples named as changed; the feeds have the rest."""
AGES = ((183, "Half a year or less"), (365, "Half a year to a year"), (730, "One to two years"))
"""Days up to which an example counts as of that age."""
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

    @property
    def most(self) -> int:
        """The longest bar."""
        return max((bar.count for bar in self.bars), default=0)


@dataclass(frozen=True)
class Event:
    """What happened to an example this month."""

    on: str
    """YYYY-MM-DD"""
    day: str
    """The same in words."""
    what: str
    title: str
    address: str


@dataclass(frozen=True)
class Pulse:
    """The page."""

    examples: int
    holds: tuple[Bar, ...]
    charts: tuple[Chart, ...]
    filled: int
    cells: int
    month: str
    """YYYY-MM"""
    events: tuple[Event, ...]
    more: int
    """Events that are not named."""


def pages(site: Site) -> Iterator[Output]:
    """The page."""
    about = ABOUT["about/library/"]
    yield site.renderer.page("about", "pulse.html", about, view(site.library, site.settings.day))


def view(library: Library, today: str) -> Pulse:
    """All that the page shows; `today` is the build's day."""
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
        events=tuple(events[:MOST_CHANGES]),
        more=max(0, len(events) - MOST_CHANGES),
    )


def _holds(library: Library) -> Iterator[Bar]:
    for kind in public():
        if count := len(library.all(kind.name)):
            home = "" if "{" in kind.home else kind.home
            yield Bar(kind.plural if count > 1 else kind.one, count, home)


def _charts(library: Library, today: str) -> Iterator[Chart]:
    examples = list(library.all("example").values())
    for kind, listing in listed():
        bars = tuple(_terms(library, kind))
        yield Chart(kind.slug, listing.title, listing.description, kind.one.capitalize(), bars)
    yield Chart("years", "Years", "The year in which the work ended, or the last that was told of.",
                "Year", _ordered(_year(e) for e in examples))  # fmt: skip
    accounts = Counter(ACCOUNTS[e.kind].capitalize() for e in examples)
    yield Chart(
        "accounts", "Sorts of account", "Where an example comes from.", "Sort", _bars(accounts)
    )
    yield _read(examples)
    ages = Counter(_age(e, today) for e in examples)
    order = [words for _, words in AGES] + [OLDER]
    yield Chart(
        "age",
        "Last looked at",
        "How long ago someone last checked an example, or added it.",
        "Age",
        tuple(Bar(words, ages[words]) for words in order),
    )
    yield _gaps(library)


def _terms(library: Library, kind: Kind) -> Iterator[Bar]:
    for id, term in library.terms(kind.name).items():
        count = len(library.linked_from(f"example-{kind.name}", id))
        yield Bar(term.title, count, library.address(kind.name, id))


def _ordered(values: Iterable[str]) -> tuple[Bar, ...]:
    """Values in their own order; what is not known comes last."""
    found = Counter(values)
    return tuple(Bar(v, found[v]) for v in sorted(found, key=lambda v: (v == UNKNOWN, v)))


def _bars(found: Counter[str]) -> tuple[Bar, ...]:
    return tuple(Bar(value, count) for value, count in sorted(found.items()))


def _year(example: Example) -> str:
    return str(example.period.to) if example.period else UNKNOWN


def _read(examples: list[Example]) -> Chart:
    """How much of each source was read, the most first."""
    found = Counter[str](source.read for example in examples for source in example.sources)
    bars = tuple(Bar(words, found[how]) for how, words in reversed(svg.READ_WORDS.items()))
    lead = "Each source that an example names, by how much of it was read."
    return Chart("read", "How much was read", lead, "Sources", bars if found else ())


def _age(example: Example, today: str) -> str:
    since = datetime.date.fromisoformat(example.reviewed or example.added)
    passed = (datetime.date.fromisoformat(today) - since).days
    return next((words for most, words in AGES if passed <= most), OLDER)


def _gaps(library: Library) -> Chart:
    missing = {setting.title: len(setting.themes) for setting in coverage.gaps(library)}
    bars = tuple(
        Bar(setting.title, missing.get(setting.title, 0), library.address("setting", id))
        for id, setting in library.all("setting").items()
    )
    lead = "For each setting, the themes of which there is no example yet."
    return Chart("gaps", "What is missing", lead, "Setting", bars)


def _events(library: Library, month: str) -> Iterator[Event]:
    """What happened to examples in a month: they came in, changed, or were withdrawn."""
    for id, example in library.all("example").items():
        day = days.last_changed(example)
        if day.startswith(month):
            what = "new" if day == example.added else "changed"
            yield Event(day, day_in_words(day), what, example.title, library.address("example", id))
    for id, example in library.withdrawn.items():
        if example.withdrawn and example.withdrawn.on.startswith(month):
            day = example.withdrawn.on
            yield Event(
                day, day_in_words(day), "withdrawn", library.title("example", id), f"examples/{id}/"
            )
