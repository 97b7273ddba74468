"""Documents as PDF: tagged to PDF/UA-1, rendered by typst from the templates beside this module.

The text goes in as data, never as typst's own language, so that nothing in it can be taken for a
command.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import groupby
from typing import Any

import typst

from . import paper
from .outline import Document

NO_GLYPH = "\u25a1"
"""A white square, as readers know it from other programs."""
BELONG = ("Mn", "Mc", "Me", "Cf")
"""Categories of characters that belong to the one before: accents, keycaps, and what joins or tags
emoji.
"""
log = logging.getLogger("practice")


def document(document: Document) -> bytes:
    """A document as a PDF."""
    return render(paper.TEMPLATE, paper.laid_out(document))


def render(template: str, value: Mapping[str, Any]) -> bytes:
    """A template filled with plain values, as a PDF. Equal values give equal bytes.

    A grapheme that no font has is replaced by ``NO_GLYPH``, with a warning: typst would stop at it.
    Where it stops all the same, graphemes with loose marks are replaced too.
    """
    for lacks in (_lacks_glyph, _has_loose_mark):
        try:
            return _compile(template, value, pdf_standards="ua-1", timestamp=0)
        except typst.TypstError:
            missing = {grapheme for grapheme in set(_graphemes(value)) if lacks(grapheme)}
            value = _replaced(value, _warned(missing))
    return _compile(template, value, pdf_standards="ua-1", timestamp=0)


def _warned(missing: set[str]) -> set[str]:
    """The given graphemes, after a warning for each."""
    for grapheme in sorted(missing):
        log.warning(
            "%s (U+%04X) has no glyph in the fonts of the handouts: a PDF shows %s instead",
            grapheme,
            ord(grapheme[0]),
            NO_GLYPH,
        )
    return missing


def picture(template: str, value: Mapping[str, Any]) -> bytes:
    """A template filled with plain values, as a PNG of one pixel a point."""
    return _compile(template, value, format="png", ppi=72)


def _compile(template: str, value: Mapping[str, Any], **options: Any) -> bytes:
    compiled: bytes = typst.compile(
        paper.typst_inputs(template, value), font_paths=paper.fonts(), **options
    )
    return compiled


def _graphemes(value: Any) -> Iterator[str]:
    """Every grapheme of plain values: a character, with those that belong to it."""
    if isinstance(value, Mapping | list | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _graphemes(inner)
    elif isinstance(value, str):
        grapheme = value[:1]
        for character in value[1:]:
            if _belongs(character):
                grapheme += character
            else:
                yield grapheme
                grapheme = character
        yield grapheme


def _belongs(character: str) -> bool:
    return unicodedata.category(character) in BELONG


def _has_loose_mark(grapheme: str) -> bool:
    """Whether a grapheme has a mark that makes no one letter with its base. By what is around,
    typst may take the two for words of different scripts, and then finds no glyph for one.
    """
    one = unicodedata.normalize("NFC", grapheme)
    return not grapheme.isascii() and (len(one) > 1 or _belongs(one))


@cache
def _lacks_glyph(grapheme: str) -> bool:
    if grapheme.isascii():
        return False
    escaped = "".join(f"\\u{{{ord(character):x}}}" for character in grapheme)
    source = (
        f'#import "look.typ": face\n#set text(font: face)\n#set document(title: "x")\n#"{escaped}"'
    )
    files: Any = {"main.typ": source.encode(), "look.typ": paper.source("look.typ")}
    try:
        typst.compile(files, font_paths=paper.fonts(), pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        return True
    return False


def _replaced(value: Any, graphemes: AbstractSet[str]) -> Any:
    """Plain values with each run of some graphemes replaced by one ``NO_GLYPH``."""
    if isinstance(value, Mapping):
        return {name: _replaced(inner, graphemes) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(inner, graphemes) for inner in value]
    if not isinstance(value, str):
        return value
    runs = groupby(_graphemes(value), graphemes.__contains__)
    return "".join(NO_GLYPH if missing else "".join(run) for missing, run in runs)
