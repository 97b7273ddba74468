"""Documents as PDF: tagged to PDF/UA-1, drawn by typst from the templates beside this module.

The text goes in as data, never as typst's own language, so that nothing in it can be taken for a
command.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

import typst

from . import codes
from .imprint import bare, in_words
from .outline import Document

HERE = os.path.dirname(__file__)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[os.path.join(HERE, "fonts")],
    )


@lru_cache(maxsize=4)
def _template(name: str) -> bytes:
    with open(os.path.join(HERE, "typst", name), "rb") as file:
        return file.read()


def document(document: Document) -> bytes:
    """A document as a PDF."""
    day = datetime.date.fromisoformat(document.day)
    value = {
        **_shown(asdict(document)),
        "year": day.year,
        "month": day.month,
        "dom": day.day,
        "date": in_words(document.day),
        "bare": bare(document.url),
        "svg": codes.svg(document.url),
    }
    return draw("handout.typ", value)


def draw(template: str, value: Mapping[str, Any]) -> bytes:
    """A template filled with plain values, as a PDF. Equal values give equal bytes."""
    files: Any = {
        "main.typ": _template(template),
        "look.typ": _template("look.typ"),
        "document.json": json.dumps(value).encode(),
    }
    pdf: bytes = typst.compile(files, font_paths=_fonts(), pdf_standards="ua-1", timestamp=0)
    return pdf


def picture(template: str, value: Mapping[str, Any]) -> bytes:
    """A template filled with plain values, as a PNG of one pixel a point."""
    files: Any = {
        "main.typ": _template(template),
        "look.typ": _template("look.typ"),
        "document.json": json.dumps(value).encode(),
    }
    png: bytes = typst.compile(files, font_paths=_fonts(), format="png", ppi=72)
    return png


def _shown(value: Any) -> Any:
    """Plain values, in which each pointer with a code also has the code's picture."""
    if isinstance(value, dict):
        code = (
            {"svg": codes.svg(value["code"]), "bare": bare(value["code"])}
            if value.get("code")
            else {}
        )
        return {**{name: _shown(inner) for name, inner in value.items()}, **code}
    return [_shown(inner) for inner in value] if isinstance(value, list | tuple) else value
