"""The whole library as an Excel workbook: a sheet for each kind, for people who filter and count.

Every cell is written as text, a number or a link, never as a formula.
"""

from __future__ import annotations

import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ... import licences
from ...kinds import Kind, public
from ...library import days
from ...rendering.site import Site
from ...rendering.workbook_cell import CODE, INLINE, write_words
from . import records, tables

MAX_LINKS = 65_000
"""Links on a sheet: Excel takes 65,530."""
MAX_NAME_LENGTH = 31
WIDTHS = {"id": 24, "title": 48, "url": 12, "summary": 60}
WIDTH = 22


def write(site: Site, path: str) -> None:
    """Writes the workbook. Its day is that of the newest change in the data.

    Raises OSError when the disk cannot take it.
    """
    book = xlsxwriter.Workbook(path, INLINE)
    newest = days.newest(site.library) or site.settings.day
    book.set_properties(
        {
            "title": site.settings.name,
            "author": site.settings.name,
            "created": datetime.datetime.fromisoformat(newest),
        }
    )
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "link": book.get_default_url_format(),
    }
    _about(book.add_worksheet("About"), site, formats)
    for kind in public():
        if site.library.all(kind.name):
            _sheet(book.add_worksheet(sheet_name(kind)), site, kind, formats)
    try:
        book.close()
    except FileCreateError as err:
        raise err.args[0] from err


def sheet_name(kind: Kind) -> str:
    """What the sheet of a kind is called."""
    return kind.plural.capitalize()[:MAX_NAME_LENGTH]


def _about(sheet: Any, site: Site, formats: dict[str, Any]) -> None:
    """The first sheet: what this is, how many there are, and on which sheet."""
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 60)
    write_words(sheet, (0, 0), site.settings.name, formats["head"])
    sheet.write_url(1, 0, f"{site.settings.url}about/data/", string="About this data")
    sheet.write_string(2, 0, f"Licence: {licences.DEFAULT.name}, unless a row names another")
    sheet.write_string(4, 0, "Sheet", formats["head"])
    sheet.write_string(4, 1, "Rows", formats["head"])
    counts = records.counts(site.library)
    shown = [kind for kind in public() if counts[kind.name]]
    for n, kind in enumerate(shown, 5):
        name = sheet_name(kind)
        sheet.write_url(n, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_number(n, 1, counts[kind.name])


def _sheet(sheet: Any, site: Site, kind: Kind, formats: dict[str, Any]) -> None:
    """A kind: its names stay in sight, and every column can be filtered."""
    columns = tables.columns(kind)
    for n, column in enumerate(columns):
        sheet.set_column(n, n, WIDTHS.get(column.name, WIDTH))
        sheet.write_string(0, n, column.name, formats["head"])
    links = {n for n, column in enumerate(columns) if column.name in ("url", "source_url")}
    count = 0
    for count, row in enumerate(tables.rows(site, kind), 1):
        for n, value in enumerate(row):
            if value is not None and value != []:
                _cell(sheet, (count, n), value, n in links and count * len(links) < MAX_LINKS)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, count, len(columns) - 1)


def _cell(sheet: Any, at: tuple[int, int], value: Any, link: bool) -> None:
    shown = tables.cell(value)
    if isinstance(shown, int):
        sheet.write_number(*at, shown)
    elif link and shown.startswith("https://") and len(shown) < 2000 and not CODE.search(shown):
        sheet.write_url(*at, shown, string="Open" if at[1] == 2 else shown)
    else:
        write_words(sheet, at, shown)
