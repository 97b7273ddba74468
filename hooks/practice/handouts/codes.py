"""QR codes: as SVG for paper and web, as PNG for Office.

They are black on white with their quiet edge, so that any phone reads them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..rendering import qr

LEVEL = "M"
"""A code on paper may get a stain: 15 % of it may be lost."""
RUNS = re.compile(rb"(\xff+)(\0+)")
"""Light and then dark cells of a row, which begins with its quiet edge."""


@lru_cache(maxsize=256)
def svg(url: str) -> str:
    """A code as an SVG element without style attributes."""
    cells, width = qr.dots(url, LEVEL, quiet=True)
    rows = (_row(cells[n * width : (n + 1) * width], n) for n in range(width))
    return (
        f'<svg viewBox="0 0 {width} {width}" class="practice-qr">'
        f'<path fill="#fff" d="M0 0h{width}v{width}h-{width}z"/>'
        f'<path stroke="#000" d="{"".join(rows)}"/></svg>'
    )


def _row(cells: bytes, n: int) -> str:
    runs = [f"m{len(light)} 0h{len(dark)}" for light, dark in RUNS.findall(cells)]
    return f"M0 {n}.5{''.join(runs)}" if runs else ""


@lru_cache(maxsize=256)
def png(url: str) -> bytes:
    """A code as a PNG picture, large enough for a screen that fills a wall."""
    return qr.png(*qr.dots(url, LEVEL, quiet=True), scale=12)
