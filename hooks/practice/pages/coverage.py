"""What the library covers: themes by settings, a number or a gap in each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..library.library import Library, Link
from ..model import VocabularyTerm
from ..rendering import pager
from ..rendering.html import Links
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import ABOUT

MAX_BOARD_BYTES = 31_500
"""Bytes of rows on a page of the board: it stays below 40 kB however many themes and settings there
are.
"""
CELL_BYTES = 66
"""Bytes of a cell beside its names."""
MAX_GAPS = 3
"""Settings named as those with most gaps."""


Settings = tuple[VocabularyTerm, ...]
"""The columns of the board."""


@dataclass(frozen=True)
class BoardRow:
    """A theme, and how many examples it has in each setting."""

    theme: VocabularyTerm
    address: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class SettingGaps:
    """The themes of which a setting has no example; each opens the form with both filled in."""

    title: str
    themes: Links


@dataclass(frozen=True)
class Board:
    """A page of the coverage board."""

    settings: Settings
    board: tuple[BoardRow, ...]
    filled: int
    """Cells with an example, of the whole board."""
    cells: int
    gaps: tuple[SettingGaps, ...]
    number: int
    pages: tuple[pager.PageLink, ...]


@lru_cache(maxsize=1)
def counts(library: Library) -> Counter[tuple[str, str]]:
    """How many examples there are of each (theme, setting)."""
    return Counter(
        (theme, setting)
        for example in library.all("example").values()
        for theme in example.themes
        for setting in example.settings
    )


def pages(site: Site) -> Iterator[Output]:
    """The board, as many rows on a page as its weight allows."""
    settings = tuple(site.library.all("setting").values())
    rows = _rows(site.library, settings)
    parts = _split(rows, settings)
    filled = sum(bool(count) for row in rows for count in row.counts)
    most = sorted(gaps(site.library), key=lambda gap: (len(gap.themes), gap.title), reverse=True)
    for number, part in enumerate(parts, 1):
        view = Board(
            settings=settings,
            board=part,
            filled=filled,
            cells=len(rows) * len(settings),
            gaps=tuple(most[:MAX_GAPS]),
            number=number,
            pages=pager.steps("coverage/", len(parts), number),
        )
        shell = "coverage" if number == 1 else "coverage-more"
        about = pager.numbered(ABOUT["coverage/"], number)
        yield site.renderer.page(shell, "coverage.html", about, view)


def _rows(library: Library, settings: Settings) -> list[BoardRow]:
    found = counts(library)
    return [
        BoardRow(
            theme,
            library.address("theme", theme.id),
            tuple(found[theme.id, setting.id] for setting in settings),
        )
        for theme in library.all("theme").values()
    ]


def _split(rows: list[BoardRow], settings: Settings) -> list[tuple[BoardRow, ...]]:
    """The rows of each page, by weight: a cell holds a setting's names and a theme's id."""
    names = sum(CELL_BYTES + len(setting.id) + len(setting.title) for setting in settings)
    parts: list[list[BoardRow]] = [[]]
    weight = 0
    for row in rows:
        row_weight = names + len(settings) * len(row.theme.id)
        if parts[-1] and weight + row_weight > MAX_BOARD_BYTES:
            parts.append([])
            weight = 0
        parts[-1].append(row)
        weight += row_weight
    return [tuple(part) for part in parts]


def gaps(library: Library) -> tuple[SettingGaps, ...]:
    """The themes of which each setting has no example; the settings that lack most come first."""
    found = counts(library)
    lists = (
        SettingGaps(
            setting.title,
            tuple(
                Link(theme.title, f"contribute/form/?themes={theme.id}&settings={setting.id}")
                for theme in library.all("theme").values()
                if not found[theme.id, setting.id]
            ),
        )
        for setting in library.all("setting").values()
    )
    return tuple(
        sorted((gap for gap in lists if gap.themes), key=lambda gap: (-len(gap.themes), gap.title))
    )
