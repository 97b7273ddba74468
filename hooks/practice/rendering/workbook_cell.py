"""Words in a cell of a workbook."""

from __future__ import annotations

import re
from typing import Any

from xlsxwriter.format import Format

INLINE = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
"""Options of a workbook whose words stand in their cells, written row by row. openpyxl takes
`x005F_` out of the words that cells share.
"""
MAX_CELL_LENGTH = 32_767
"""Characters in a cell, by Excel's own limit."""
CODE = re.compile(r"(?<=_)(?=x[0-9A-Fa-f]{1,4}_)|(?<=^<)(?=r>)")
"""Within words that a reader of a workbook takes for the code of a character, such as `_x0041_`,
and within an `<r>` at their start, with which XlsxWriter takes them for XML.
"""


def write_words(sheet: Any, at: tuple[int, int], words: str, style: Format | None = None) -> None:
    """Writes words that every reader gives back as they are; without words the cell stays blank.

    XlsxWriter writes `_x005F_x0041_` for `_x0041_`, which openpyxl does not decode, it misses a
    code that begins where another ends, and it writes `<r>…</r>` as XML. So words are cut there.
    """
    if 2 * len(words) > MAX_CELL_LENGTH:
        words = words.encode("utf-16-le")[: 2 * MAX_CELL_LENGTH].decode("utf-16-le", "ignore")
    parts = CODE.split(words) if "_x" in words or words.startswith("<r>") else ()
    if not words:
        sheet.write_blank(*at, None, style)
    elif len(parts) > 1:
        sheet.write_rich_string(*at, Format(), *parts, *([style] if style else ()))
    else:
        sheet.write_string(*at, words, style)
