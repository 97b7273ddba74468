"""The made-up data about outcomes as a table: on a page, as CSV and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from ..rendering.csv_file import csv_file
from ..teaching import NOTICE, OutcomeRow
from .spreadsheet import WRAPPED, About, Sheet, workbook

HEAD = (
    "Person",
    "Quarter",
    "Area",
    "What they said",
    "At the start",
    "At the review",
    "Reviewed by",
    "Note",
)
WIDTHS = (8, 9, 16, 48, 13, 14, 13, 60)
"""Of the columns of the spreadsheet, in characters."""
PURPOSE = f"{NOTICE} The data holds problems on purpose."
MADE = "2026-11-27"
"""The day that the spreadsheet gives for itself, so that the same data gives the same bytes."""


def table(rows: Iterable[OutcomeRow]) -> tuple[tuple[str, ...], ...]:
    """The lines below the head; a gap is empty."""
    return tuple(
        (
            row.id.upper(),
            row.quarter,
            row.area,
            row.said,
            row.at_start,
            row.at_review or "",
            (row.reviewed_by or "").upper(),
            row.note or "",
        )
        for row in rows
    )


def as_csv(lines: Iterable[tuple[str, ...]]) -> bytes:
    """The table as CSV, under a line that says what it is."""
    return csv_file([(PURPOSE,), HEAD, *lines])


def as_spreadsheet(lines: Iterable[tuple[str, ...]], author: str) -> bytes:
    """The table as a spreadsheet that can be sorted and filtered."""
    about = About("Made-up outcomes data", author, MADE, PURPOSE)
    rows = [(PURPOSE,), (), HEAD, *lines]
    return workbook(about, [Sheet("Made up", WIDTHS, rows, (0, 2), head=2, style=WRAPPED)])
