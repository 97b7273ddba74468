"""Pages for trainers: write down what was learned, one example for today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..library.library import Library, Link
from ..model import Example, Page, VocabularyTerm
from ..rendering import rows
from ..rendering.cite import source_link
from ..rendering.downloads import FileOffer, file_offers
from ..rendering.html import Summary
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import page

KIT = "supervise/"
"""The folder of its sheets below docs/."""
PREFERRED_USES = ("one-to-one", "self", "team")
"""Which question supervision asks, when there are several: the one that suits two people best."""
MORE_EXAMPLES = 8
"""Examples of a theme that "another" can show: so many at most, so that the page stays small at any
number of examples.
"""
ENOUGH_TO_ALTERNATE = 3
"""Examples among which a theme's example for today changes from day to day."""


@dataclass(frozen=True)
class TodaysTheme:
    """A theme with its example for today, to read and to talk about with one question."""

    id: str
    title: str
    example: rows.Row
    ask: str
    short: str
    """The short address of the example."""
    more: str
    """Ids of further examples, with spaces between."""


@dataclass(frozen=True)
class Supervision:
    """One example for today, by theme."""

    themes: tuple[TodaysTheme, ...]
    first: int
    """The number of the theme to open with."""
    preferred: tuple[str, ...]
    kit: tuple[Summary, ...]
    """The sheets of the supervision kit."""


@dataclass(frozen=True)
class Reflection:
    """The reflection sheet."""

    source: Link | None
    """The code of the council that it names."""


def pages(site: Site) -> Iterator[Output]:
    """The reflection sheet; and one example, one question and ten minutes, for each theme: another
    on another day.
    """
    code = site.library.all("source").get("sssc-code")
    yield page(site, "reflect/", Reflection(source_link(site.library, code.id) if code else None))
    yield page(site, "supervise/", supervision(site))


def supervision(site: Site) -> Supervision:
    """The examples of the build's day."""
    library, day = site.library, datetime.date.fromisoformat(site.settings.day).toordinal()
    themes = []
    for theme in library.all("theme").values():
        ids = sorted(library.linked_from("example-theme", theme.id))
        if ids:
            near = _mainly_about(theme.id, [library.all("example")[id] for id in ids])
            first = day % len(near)
            today, *others = near[first:] + near[:first] + [id for id in ids if id not in near]
            themes.append(_theme(site, theme, today, others[:MORE_EXAMPLES]))
    kit = tuple(Summary(sheet.title, sheet.summary, sheet.address) for sheet in _sheets(library))
    return Supervision(tuple(themes), day % max(1, len(themes)), PREFERRED_USES, kit)


def _theme(site: Site, theme: VocabularyTerm, today: str, others: list[str]) -> TodaysTheme:
    questions = site.library.all("example")[today].questions
    return TodaysTheme(
        id=theme.id,
        title=theme.title,
        example=rows.row(site.library, today),
        ask=min(questions, key=lambda question: PREFERRED_USES.index(question.use)).ask,
        short=f"e/{site.codes[today]}/",
        more=" ".join(others),
    )


def _mainly_about(theme: str, examples: list[Example]) -> list[str]:
    """The ids of those that have the theme as their main one, or as one of their first two, or at
    all: as soon as there are enough.
    """
    for depth in (1, 2):
        near = [example.id for example in examples if theme in example.themes[:depth]]
        if len(near) >= ENOUGH_TO_ALTERNATE:
            return near
    return [example.id for example in examples]


def kit_files(site: Site) -> tuple[FileOffer, ...]:
    """The files of those sheets, each under the title of its sheet."""
    return tuple(
        replace(file, what=sheet.title)
        for sheet in _sheets(site.library)
        for file in file_offers(site.downloads, "page", sheet.file)
    )


def _sheets(library: Library) -> list[Page]:
    """The sheets below docs/supervise/, in their order."""
    sheets = (p for p in library.pages.values() if p.word and p.file.startswith(KIT))
    return sorted(sheets, key=lambda sheet: (sheet.order, sheet.file))
