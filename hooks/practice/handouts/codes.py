"""QR codes: as SVG for paper and web, as PNG for Office.

They are black on white with their quiet edge, so that any phone reads them.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from ..rendering import qr

if TYPE_CHECKING:
    import segno

QUIET = 4
"""Empty squares around a code, as the standard asks."""


@lru_cache(maxsize=256)
def svg(url: str) -> str:
    """A code as an SVG element without style attributes."""
    return str(
        _code(url).svg_inline(
            border=QUIET, omitsize=True, light="#fff", svgclass="practice-qr", lineclass=None
        )
    )


@lru_cache(maxsize=256)
def png(url: str) -> bytes:
    """A code as a PNG picture, large enough for a screen that fills a wall."""
    out = io.BytesIO()
    _code(url).save(out, kind="png", scale=12, border=QUIET)
    return out.getvalue()


def _code(url: str) -> segno.QRCode:
    import segno

    return segno.make(url, error="m", micro=False, mask=qr.MASK)
