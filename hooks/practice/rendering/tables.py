"""Tables of texts."""

from __future__ import annotations

import re

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def boxed(html: str) -> str:
    """The HTML of a text, each of its tables in a box of its own, in which it scrolls where the
    screen is narrow.
    """
    if "<table>" not in html:
        return html
    return TABLE.sub(lambda table: f'<div class="practice-table">{table[0]}</div>', html)
