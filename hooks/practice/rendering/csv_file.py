"""Rows as a file of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a spreadsheet may run (owasp.org, “CSV Injection”): the last four are the
wide signs that it reads as narrow ones where it is set to Japanese.
"""


def csv_file(rows: Iterable[Iterable[str | int]]) -> bytes:
    """The file. The mark at its start tells Excel that it is UTF-8."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, "utf-8-sig", newline="")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    out.flush()
    return raw.getvalue()


def harmless(value: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before its first
    sign.
    """
    runs = isinstance(value, str) and value.lstrip(" ").startswith(FORMULA)
    return f"'{value}" if runs else value
