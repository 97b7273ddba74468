"""Documents as PDF: tagged to PDF/UA-1, drawn by typst from the templates beside this module.

The text goes in as data, never as typst's own language, so that nothing in it can be taken for a
command.
"""

from __future__ import annotations

import datetime
import json
import logging
import os
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

import typst

from ..rendering.formats import day_in_words
from . import codes
from .imprint import bare
from .outline import Document

HERE = os.path.dirname(__file__)
NO_GLYPH = "\u25a1"
"""A white square, as readers know it from other programs."""
BELONG = ("Mn", "Mc", "Me", "Cf")
"""Categories of characters that belong to the one before: accents, keycaps, and what joins or tags
emoji.
"""
log = logging.getLogger("practice")


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
        "date": day_in_words(document.day),
        "bare": bare(document.url),
        "svg": codes.svg(document.url),
        **asdict(USUAL),
    }
    return draw("handout.typ", _shortest(value))


@dataclass(frozen=True)
class Setting:
    """How large letters are, in points, and how many lines a question has to write on."""

    size: float
    lines: int


USUAL, *CLOSER = Setting(11, 3), Setting(10.5, 3), Setting(10, 2)


def _shortest(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values, set a little closer where that saves a sheet of paper."""
    ways = [{**value, **asdict(way)} for way in (USUAL, *CLOSER)]
    return min(ways, key=_sides)


def _sides(value: Mapping[str, Any]) -> int:
    """How many sides a document takes."""
    try:
        found = json.loads(
            typst.query(_files("handout.typ", value), "<sides>", font_paths=_fonts())
        )
    except typst.TypstError:
        return 0
    return int(found[0]["value"])


def draw(template: str, value: Mapping[str, Any]) -> bytes:
    """A template filled with plain values, as a PDF. Equal values give equal bytes.

    A sign that none of the fonts has is replaced by ``NO_GLYPH``, with a warning: typst would stop
    at it.
    """
    try:
        return _compile(template, value, pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        missing = {sign for sign in set(_signs(value)) if not _has_glyph(sign)}
        if not missing:
            raise
        for sign in sorted(missing):
            log.warning(
                "%s (U+%04X) has no glyph in the fonts of the handouts: a PDF shows %s instead",
                sign,
                ord(sign[0]),
                NO_GLYPH,
            )
        value = _replaced(value, missing)
        return _compile(template, value, pdf_standards="ua-1", timestamp=0)


def picture(template: str, value: Mapping[str, Any]) -> bytes:
    """A template filled with plain values, as a PNG of one pixel a point."""
    return _compile(template, value, format="png", ppi=72)


def _compile(template: str, value: Mapping[str, Any], **options: Any) -> bytes:
    compiled: bytes = typst.compile(_files(template, value), font_paths=_fonts(), **options)
    return compiled


def _files(template: str, value: Mapping[str, Any]) -> Any:
    return {
        "main.typ": _template(template),
        "look.typ": _template("look.typ"),
        "document.json": json.dumps(value).encode(),
    }


def _signs(value: Any) -> Iterator[str]:
    """Every sign of plain values: a character, with those that belong to it."""
    if isinstance(value, Mapping | list | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _signs(inner)
    elif isinstance(value, str):
        sign = value[:1]
        for character in value[1:]:
            if unicodedata.category(character) in BELONG:
                sign += character
            else:
                yield sign
                sign = character
        yield sign


@cache
def _has_glyph(sign: str) -> bool:
    if sign.isascii():
        return True
    told = "".join(f"\\u{{{ord(character):x}}}" for character in sign)
    source = (
        f'#import "look.typ": face\n#set text(font: face)\n#set document(title: "x")\n#"{told}"'
    )
    files: Any = {"main.typ": source.encode(), "look.typ": _template("look.typ")}
    try:
        typst.compile(files, font_paths=_fonts(), pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        return False
    return True


def _replaced(value: Any, signs: AbstractSet[str]) -> Any:
    """Plain values with each run of some signs replaced by one ``NO_GLYPH``."""
    if isinstance(value, Mapping):
        return {name: _replaced(inner, signs) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(inner, signs) for inner in value]
    if not isinstance(value, str):
        return value
    runs = groupby(_signs(value), signs.__contains__)
    return "".join(NO_GLYPH if missing else "".join(run) for missing, run in runs)


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
