"""Rows as a file of CSV."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a spreadsheet may run (owasp.org, “CSV Injection”): the last four are the
wide characters that it reads as narrow ones where it is set to Japanese.
"""


def csv_file(rows: Iterable[Iterable[str | int]]) -> Iterator[bytes]:
    """The file, row by row. The mark at its start tells Excel that it is UTF-8."""
    yield codecs.BOM_UTF8
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line).writerow([escape_formula(cell) for cell in row])
        yield line.getvalue().encode()


def escape_formula(value: str | int) -> str | int:
    """A cell with an apostrophe before it where a spreadsheet would run it as a formula."""
    runs = isinstance(value, str) and value.lstrip(" ").startswith(FORMULA)
    return f"'{value}" if runs else value
