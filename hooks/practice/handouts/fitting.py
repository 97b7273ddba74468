"""How large some words can stand in a box, measured with the letters of the handouts.

Slides are set in Arial, which every computer has or replaces by letters as wide. No word of Arial
was found to be wider than the same word in the letters of the handouts by more than `WIDER`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageFont

from .outline import Block, Listing, Paragraph, Run

FONTS = os.path.join(os.path.dirname(__file__), "fonts")
WIDER = 1.04
LINE = 1.2
"""The height of a line, in sizes of its letters."""
BEFORE, BEFORE_ITEM = 9, 6
"""Points before a paragraph and before an item of a list, as the template has them."""
INDENT = 31.5
"""Points by which each level of a list lies further in."""
MEASURED_AT = 100


@dataclass(frozen=True)
class Box:
    """Room for words, in points."""

    width: float
    height: float


TASK = Box(664, 324)
"""The words of a step."""
LIST = Box(851, 327)
"""The words of a slide that has a title and nothing beside it."""
SIZES = (48, 44, 40, 36, 34, 32, 30, 28, 26, 24)
"""Points. Nothing that is read aloud is smaller, so that the back of a room can read it."""
LAST_RESORT = (22, 20, 18, 16, 14, 12)
"""For words that no one could say in one breath."""


def largest(blocks: Iterable[Block], box: Box, sizes: tuple[int, ...] = SIZES) -> int:
    """The largest of some sizes at which blocks fit a box, or 0."""
    lines = tuple(_lines(blocks, 0))
    return next((size for size in sizes if _height(lines, size, box.width) <= box.height), 0)


def height(blocks: Iterable[Block], size: int, width: float) -> float:
    """How high some blocks stand, in points."""
    return _height(tuple(_lines(blocks, 0)), size, width)


def size_of(text: str, box: Box, sizes: tuple[int, ...], strong: bool = False) -> int:
    """The largest of some sizes at which a text fits a box, or the last of them."""
    words = Paragraph((Run(text, strong),))
    return largest((words,), box, sizes) or sizes[-1]


def width(text: str, size: float, strong: bool = False) -> float:
    """How wide a text is on one line, in points."""
    return _measured(text, strong) * size


@lru_cache(maxsize=8192)
def _measured(text: str, strong: bool) -> float:
    """How wide a text is in letters of one point. A word is measured once for all sizes."""
    return _font(strong).getlength(text) * WIDER / MEASURED_AT


@dataclass(frozen=True)
class _Line:
    """A paragraph: how wide its words are in letters of one point, None where a line ends, and how
    far in it lies.
    """

    words: tuple[float | None, ...]
    level: int


def _lines(blocks: Iterable[Block], level: int) -> Iterator[_Line]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _Line(tuple(_words(block.runs)), level)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _lines(item, level + 1)


def _height(lines: tuple[_Line, ...], size: int, width: float) -> float:
    below = sum(BEFORE_ITEM if line.level else BEFORE for line in lines[1:])
    return below + sum(
        LINE * size * _count(line.words, size, width - INDENT * line.level) for line in lines
    )


def _count(words: tuple[float | None, ...], size: int, room: float) -> int:
    """Lines that some words take, each filled with as many as fit."""
    count, used, space = 1, 0.0, width(" ", size)
    for word in words:
        if word is None:
            count, used = count + 1, 0.0
        elif used and used + word * size > room:
            count, used = count + 1, word * size
        else:
            full, used = divmod(used + word * size, room)
            count += int(full)
        used += space
    return count


def _words(runs: tuple[Run, ...]) -> Iterator[float | None]:
    for run in runs:
        for n, part in enumerate(run.text.split("\n")):
            if n:
                yield None
            yield from (_measured(word, run.strong) for word in part.split())


@lru_cache(maxsize=2)
def _font(strong: bool) -> ImageFont.FreeTypeFont:
    weight = 700 if strong else 400
    path = os.path.join(FONTS, f"atkinson-hyperlegible-next-{weight}.ttf")
    return ImageFont.truetype(path, MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
