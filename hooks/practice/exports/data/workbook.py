"""The whole library as an Excel workbook: a sheet for each kind, for people who filter and count.

Every cell is written as text, a number or a link, never as a formula.
"""

from __future__ import annotations

from typing import Any

from ... import licences
from ...handouts.spreadsheet import About, Cell, Link, Sheet
from ...handouts.spreadsheet import workbook as book
from ...kinds import Kind, public
from ...library import days
from ...rendering.site import Site
from . import records, tables

MOST_LINKS = 65_000
"""Links on a sheet: Excel takes 65,530."""
LONGEST_LINK = 2_000
LONGEST_NAME = 31
WIDTHS = {"id": 24, "title": 48, "url": 12, "summary": 60}
WIDTH = 22


def workbook(site: Site) -> bytes:
    """The bytes of the workbook. Its day is that of the newest change in the data."""
    name, day = site.settings.name, days.newest(site.library) or site.settings.day
    kinds = [kind for kind in public() if site.library.all(kind.name)]
    return book(About(name, name, day), [_about(site), *(_sheet(site, kind) for kind in kinds)])


def sheet_name(kind: Kind) -> str:
    """What the sheet of a kind is called."""
    return kind.plural.capitalize()[:LONGEST_NAME]


def _about(site: Site) -> Sheet:
    """The first sheet: what this is, how many there are, and on which sheet."""
    rows: list[tuple[Cell, ...]] = [
        (site.settings.name,),
        (Link("About this data", f"{site.settings.url}about/data/"),),
        (f"Licence: {licences.DEFAULT.name}, unless a row names another",),
        (),
        ("Sheet", "Rows"),
    ]
    for kind in public():
        if count := records.counts(site.library)[kind.name]:
            name = sheet_name(kind)
            rows.append((Link(name, f"#'{name}'!A1"), count))
    return Sheet("About", (32, 60), rows, (0, 4), head=None)


def _sheet(site: Site, kind: Kind) -> Sheet:
    """A kind: its names stay in sight, and every column can be filtered."""
    columns = tables.columns(kind)
    links = [n for n, column in enumerate(columns) if column.name in ("url", "source_url")]
    rows: list[list[Cell]] = [[column.name for column in columns]]
    for row in tables.rows(site, kind):
        cells: list[Cell] = [tables.cell(value) for value in row]
        if len(rows) * len(links) < MOST_LINKS:
            for n in links:
                cells[n] = _link(n, cells[n])
        rows.append(cells)
    widths = [WIDTHS.get(column.name, WIDTH) for column in columns]
    return Sheet(sheet_name(kind), widths, rows, beside=2)


def _link(column: int, cell: Any) -> Cell:
    """An address as a link; that of a thing's own page in a word."""
    if not cell.startswith("https://") or len(cell) >= LONGEST_LINK:
        return str(cell)
    return Link("Open" if column == 2 else cell, cell)
