"""The made-up data about outcomes as a table: on a page, as CSV and as a spreadsheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable

import xlsxwriter

from ..rendering.csv_file import csv_file
from ..rendering.workbook_cell import INLINE, write_words
from ..teaching import NOTICE, OutcomeRow

WIDTHS = {
    "Person": 8,
    "Quarter": 9,
    "Area": 16,
    "What they said": 48,
    "At the start": 13,
    "At the review": 14,
    "Reviewed by": 13,
    "Note": 60,
}
"""How wide the columns of the spreadsheet are, in characters."""
HEAD = tuple(WIDTHS)
PURPOSE = f"{NOTICE} The data holds problems on purpose."
MADE = datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC)
"""The day that the spreadsheet gives for itself, so that the same data gives the same bytes."""


def table(rows: Iterable[OutcomeRow]) -> tuple[tuple[str, ...], ...]:
    """The lines below the head; a gap is empty."""
    return tuple(map(_line, rows))


def _line(row: OutcomeRow) -> tuple[str, ...]:
    cells = (row.id.upper(), row.quarter, row.area, row.said, row.at_start, row.at_review or "")
    return (*cells, (row.reviewed_by or "").upper(), row.note or "")


def as_csv(lines: Iterable[tuple[str, ...]]) -> bytes:
    """The table as CSV, under a line that says what it is."""
    return b"".join(csv_file([(PURPOSE,), HEAD, *lines]))


def as_spreadsheet(lines: Iterable[tuple[str, ...]], author: str) -> bytes:
    """The table as a spreadsheet that can be sorted and filtered."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, INLINE)
    book.set_properties(
        {"title": "Made-up outcomes data", "author": author, "comments": PURPOSE, "created": MADE}
    )
    sheet, bold = book.add_worksheet("Made up"), book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, PURPOSE, bold)
    last = 2
    for n, line in enumerate([HEAD, *lines], 2):
        for column, words in enumerate(line):
            write_words(sheet, (n, column), words, bold if line is HEAD else wrapped)
        last = n
    for column, width in enumerate(WIDTHS.values()):
        sheet.set_column(column, column, width)
    sheet.autofilter(2, 0, last, len(HEAD) - 1)
    sheet.freeze_panes(3, 1)
    book.close()
    return out.getvalue()
