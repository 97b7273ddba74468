"""Blocks as paragraphs of a slide's text: levels, marks, numbers, links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from . import office
from .outline import Block, Listing, Note, Paragraph, Run

UNMARKED = -1
"""The mark of a paragraph that goes on with an item of a list."""
MAX_LEVEL = 8
"""The last level that PowerPoint knows."""
PARAGRAPH, LAYOUT, RUN, LETTERS, TEXT, BREAK = map(
    qn, ("a:p", "a:pPr", "a:r", "a:rPr", "a:t", "a:br")
)
Line = tuple[int, int | None, tuple[Run, ...]]


def levels(frame: Any, *texts: Run) -> None:
    """One text for each level of a frame, which the layout sets in its own letters.

    A text without words is left out.
    """
    _write(frame, ((level, None, (run,)) for level, run in enumerate(texts) if run.text))


def sized(frame: Any, size: int, *levels: int) -> None:
    """Sets the letters of some levels of a frame, in points; of its first three without a name."""
    style = frame._txBody.find(qn("a:lstStyle"))
    for level in levels or (0, 1, 2):
        name = qn(f"a:lvl{level + 1}pPr")
        properties = etree.SubElement(style, name)
        etree.SubElement(properties, qn("a:defRPr"), sz=str(size * 100))


def flat(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks without boxes: the label of a note, and then what is in it."""
    for block in blocks:
        if isinstance(block, Note):
            yield Paragraph((Run(block.label, strong=True),))
            yield from block.blocks
        else:
            yield block


def fill(frame: Any, blocks: tuple[Block, ...]) -> None:
    """Blocks as paragraphs of a frame."""
    _write(frame, _lines(blocks, 0))


def _write(frame: Any, lines: Iterable[Line]) -> None:
    """The empty paragraph that a frame begins with is used first."""
    body = frame._txBody
    spare = [body.find(PARAGRAPH)]
    for level, mark, runs in lines:
        para = spare.pop() if spare else etree.SubElement(body, PARAGRAPH)
        layout = etree.SubElement(para, LAYOUT, {"lvl": str(level)} if level else None)
        if mark is not None:
            _mark(layout, mark)
        for run in runs:
            _add_run(frame, para, run)


def _mark(properties: Any, mark: int) -> None:
    """Puts a number before a paragraph. One that is `UNMARKED` has no mark, and stands under the
    words of its item.
    """
    if mark == UNMARKED:
        properties.set("indent", "0")
        etree.SubElement(properties, qn("a:buNone"))
    else:
        etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(mark))


def _lines(blocks: Iterable[Block], level: int) -> Iterable[Line]:
    """The paragraphs of some blocks: how far in, the mark where it is not that of its level, and
    the words.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield level, None, block.runs
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _item(item, block.start, level + 1)


def _item(item: tuple[Block, ...], start: int | None, level: int) -> Iterable[Line]:
    """An item of a list: its first paragraph has the mark, further ones stand under it."""
    for n, (depth, mark, runs) in enumerate(_lines(item, level)):
        own = mark if depth > level else start if n == 0 else UNMARKED
        yield min(depth, MAX_LEVEL), own, runs


def _add_run(frame: Any, para: Any, run: Run) -> None:
    for n, text in enumerate(run.text.split("\n")):
        if n:
            etree.SubElement(para, BREAK)
        if text:
            piece = etree.SubElement(para, RUN)
            letters = etree.SubElement(piece, LETTERS, lang=office.LANGUAGE)
            if run.strong:
                letters.set("b", "1")
            if run.link:
                to = frame.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                letters.add_hlinkClick(to)
            etree.SubElement(piece, TEXT).text = text
