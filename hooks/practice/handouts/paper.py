"""How a document lies on A4: how many sides it takes, and where its words end.

typst measures it, for the PDF and for the Word file as well: nobody knows the length of a Word file
before a program opens it, so it is set in the layout of its PDF.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from typing import Any

import typst

from ..rendering.formats import day_in_words
from . import codes
from .imprint import without_scheme
from .outline import Document, NewPage

HERE = os.path.dirname(__file__)
TEMPLATE = "handout.typ"


@dataclass(frozen=True)
class Layout:
    """How large letters are, in points, how many lines a question has to write on, and how much
    space is around headings and boxes, as a share of the usual.
    """

    size: float
    lines: int
    space: float


LAYOUTS = (Layout(11, 3, 1), Layout(10.5, 3, 0.75), Layout(10.5, 2, 0.6))
"""From the most generous to the closest. No text that is read is set smaller."""


@dataclass(frozen=True)
class Ending:
    """Where the words end that stand before the room to write."""

    sides: int
    """How many sides the document takes with its room to write."""
    side: int
    """The side that the words end on, from 1."""
    left: float
    """How many millimetres are free below them."""


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The fonts that typst uses, without those of the system; loaded once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[os.path.join(HERE, "fonts")],
    )


def typst_inputs(template: str, value: Mapping[str, Any]) -> Any:
    """The virtual files given to typst: the template, the look, and the values as JSON."""
    return {
        "main.typ": source(template),
        "look.typ": source("look.typ"),
        "document.json": json.dumps(value).encode(),
    }


@lru_cache(maxsize=5)
def source(name: str) -> bytes:
    """A template by its name."""
    with open(os.path.join(HERE, "typst", name), "rb") as file:
        return file.read()


def laid_out(document: Document) -> dict[str, Any]:
    """A document as plain values, in the layout that takes the fewest sides."""
    return _values(document, fewest_sides(document)[0])


@lru_cache(maxsize=1)
def fewest_sides(
    document: Document, layouts: tuple[Layout, ...] = LAYOUTS
) -> tuple[Layout, Ending]:
    """The first layout of a document that takes the fewest sides, and where its words end then.

    `layouts` go from the most generous to the closest, which takes no more sides than any other.
    A document is measured once for its PDF and its Word file, which are made one after the other.
    """
    measured = cache(lambda layout: _measured(_values(document, layout)))
    least = _least_sides(document)
    fewest = least if measured(layouts[0]).sides <= least else measured(layouts[-1]).sides
    layout = next(layout for layout in layouts if measured(layout).sides <= fewest)
    return layout, measured(layout)


def _least_sides(document: Document) -> int:
    """How many sides a document takes in any layout: it has pages that begin anew."""
    sides = 1 + sum(isinstance(block, NewPage) for block in document.blocks)
    return sides + sides % 2 if document.fill_in and document.fill_in.even else sides


def has_threads() -> bool:
    """Whether typst has been at work in this process: a process that is forked then would wait for
    its threads for ever.
    """
    return fonts.cache_info().currsize > 0


def _measured(value: Mapping[str, Any]) -> Ending:
    """Measures a document; one that typst refuses, as for a missing glyph, has 0 sides."""
    try:
        found = json.loads(
            typst.query(typst_inputs(TEMPLATE, value), "<ending>", font_paths=fonts())
        )
    except typst.TypstError:
        return Ending(sides=0, side=1, left=0)
    return Ending(**found[0]["value"])


def _values(document: Document, layout: Layout) -> dict[str, Any]:
    return {**_plain_values(document), **asdict(layout)}


@lru_cache(maxsize=1)
def _plain_values(document: Document) -> dict[str, Any]:
    """A document as plain values, the same for all its layouts, its PDF and its Word file."""
    day = datetime.date.fromisoformat(document.day)
    return {
        **_with_qr_codes(asdict(document)),
        "year": day.year,
        "month": day.month,
        "dom": day.day,
        "date": day_in_words(document.day),
        "without_scheme": without_scheme(document.url),
        "svg": codes.svg(document.url),
    }


def _with_qr_codes(value: Any) -> Any:
    """Plain values, in which each pointer with a code also has the code's picture."""
    if isinstance(value, dict):
        code = (
            {"svg": codes.svg(value["qr_url"]), "without_scheme": without_scheme(value["qr_url"])}
            if value.get("qr_url")
            else {}
        )
        return {**{name: _with_qr_codes(inner) for name, inner in value.items()}, **code}
    return [_with_qr_codes(inner) for inner in value] if isinstance(value, list | tuple) else value
