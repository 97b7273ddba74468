"""Documents as Word files: real headings, lists and links, to be edited by whoever teaches."""

from __future__ import annotations

import copy
import os
from dataclasses import replace
from functools import lru_cache
from typing import Any

import docx
from docx.shared import Emu, Length, Mm, Pt

from ..rendering.formats import day_in_words
from . import office, outline, paper, word_parts, word_room
from .imprint import without_scheme
from .outline import (
    Block,
    Choice,
    Document,
    Facts,
    Grid,
    Heading,
    Listing,
    NewPage,
    Note,
    Paragraph,
    Pointer,
    Ruled,
    Run,
    Slip,
    Table,
)
from .word_parts import para, row, run

TEMPLATE = os.path.join(os.path.dirname(__file__), "templates", "handout.docx")
"""Page, styles and colours: whoever edits the file can change all of one kind at once."""
CLOSE = paper.Layout(10.5, 3, 0.65)
"""How the template is set. Look at Word files in another program when you change the space in it.
"""
SIZED = ("Text", "Cell", "Aside line", "Aside", "Heading 1", "Heading 2")
"""Styles with letters of a size of their own, which grow with those of a layout."""
SPACED = {
    "Heading 1": (8, 2),
    "Heading 2": (6.5, 1.5),
    "Note label": (13, 1),
    "Pointer label": (6, 0),
    "Pointer": (0, 5.5),
}
"""How many points more the most generous layout has before and after some styles."""
TICK = "\u2610"
"""An empty box."""
WIDTH = Mm(170)
"""The width of the text."""
LEAST, MOST, PAIR = 14, 40, 100
"""The shares of a table's columns, in letters: of the narrowest, the widest, and two together."""
ROOM_TO_WRITE, ROOM_TO_FILL = Mm(26), Mm(16)
"""The least height of a row with an empty cell: for some lines, or for a word or two."""
LARGER = '<w:sz w:val="26"/>'
"""The letters of what is cut out: 13 points."""
DEEPER = " 2"
"""What the names of the styles for a list within a list end on."""


def document(document: Document) -> bytes:
    """A document as a .docx file."""
    layout, ending = _measured(document)
    template = _template(layout)
    styles = template.styles.element  # no file changes them, so they are not copied
    word = copy.deepcopy(template, {id(styles): styles})
    word_parts.footer(word, f"{document.title}. {document.label}")
    part = word.part
    blocks = (
        Ruled(min(block.lines, layout.lines)) if isinstance(block, Ruled) else block
        for block in document.blocks
    )
    xml = [_head(part, document), *(_block(part, block) for block in blocks)]
    version = f"{document.licence} Version of {day_in_words(document.day)}."
    xml.append(para("Imprint", run(version)))
    if document.fill_in and ending:
        xml.append(word_room.room_to_write(document.fill_in, ending))
    word_parts.fill(word, "".join(xml))
    title = f"{document.title}: {document.label}"
    office.describe(
        word,
        title=title,
        subject=document.description,
        author=document.publisher,
        identifier=document.url,
        day=document.day,
    )
    return office.saved(word, part.package.rels)


@lru_cache(maxsize=len(paper.LAYOUTS) + 1)
def _template(layout: paper.Layout) -> Any:
    """The template in a layout: to copy it is six times as quick as to read it."""
    word = docx.Document(TEMPLATE)
    for name in SIZED:
        word.styles[name].font.size += Pt(layout.size - CLOSE.size)
    share = (layout.space - CLOSE.space) / (paper.LAYOUTS[0].space - CLOSE.space)
    for name, (before, after) in SPACED.items():
        room = word.styles[name].paragraph_format
        room.space_before = Pt((room.space_before or Pt(0)).pt + share * before)
        room.space_after = Pt((room.space_after or Pt(0)).pt + share * after)
    return word


def _measured(document: Document) -> tuple[paper.Layout, paper.Ending | None]:
    """The layout of a document on paper, and where its words end. One without room to write is not
    measured.
    """
    if document.fill_in or any(isinstance(block, Ruled) for block in document.blocks):
        return paper.fewest_sides(document)
    return CLOSE, None


def _block(part: Any, block: Block, within: str = "") -> str:
    """A block. `within` is the family of styles of the box around it."""
    match block:
        case Paragraph(runs):
            return para(f"{within}Text", _runs(part, runs))
        case Heading(level, text, aside):
            beside = run(f" ({aside})", style="Aside") if aside else ""
            return para(f"Heading {level}", run(text), beside)
        case Listing():
            return _list(part, block, within)
        case Facts(rows):
            return "".join(
                para("Fact", run(f"{name}: ", strong=True), run(value)) for name, value in rows
            )
        case Table(head, rows):
            return _grid(part, _plain(head, *rows), (Mm(28), Mm(20), Mm(122)))
        case Grid(rows):
            return _grid(part, rows, columns(rows))
        case Note(label, blocks):
            inside = (_block(part, inner, "Note ") for inner in blocks)
            return para("Note label", run(label)) + "".join(inside)
        case Choice(asks, answers):
            rows = _plain(("", *answers), *((ask, *(TICK for _ in answers)) for ask in asks))
            rest = (Mm(24) for _ in answers)
            return _grid(part, rows, (Mm(170 - 24 * len(answers)), *rest))
        case Pointer():
            return _pointer(part, block)
        case NewPage():
            return para("Text", also=word_parts.NEW_PAGE)
        case Slip():
            return _slip(part, block)
        case Ruled(lines):
            return para("Writing line") * lines


def _list(part: Any, listing: Listing, within: str, depth: str = "") -> str:
    kind, number = "List Bullet", ""
    if listing.start is not None:
        kind = "List Number"
        number = word_parts.fresh_numbers(part, f"{kind}{depth}", listing.start)
    xml = ""
    for item in listing.items:
        for n, block in enumerate(item):
            if isinstance(block, Listing):
                xml += _list(part, block, within, DEEPER)
            elif isinstance(block, Paragraph):
                style = f"{within}{'List Continue' if n else kind}{depth}"
                xml += para(style, _runs(part, block.runs), also="" if n else number)
    return xml


def _plain(*rows: tuple[str, ...]) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(tuple(map(outline.paragraph, row)) for row in rows)


def _slip(part: Any, slip: Slip) -> str:
    """A box with a broken edge; its row is never parted by the end of a page."""
    inner = (block.runs for block in slip.blocks if isinstance(block, Paragraph))
    said = "".join(f"<w:p>{_runs(part, runs, LARGER)}</w:p>" for runs in inner)
    cell = para("Note label", run(slip.label)) + said + para("Aside line", run(slip.foot))
    box = row((WIDTH,), (cell,), word_parts.NEVER_PARTED)
    # Two boxes without words between them would become one.
    return word_parts.table(word_parts.TO_CUT, (WIDTH,), (box,)) + para("Aside line")


def _grid(part: Any, rows: tuple[tuple[Paragraph, ...], ...], widths: tuple[Length, ...]) -> str:
    row_xml = []
    for number, cells in enumerate(rows):
        also = "" if number else word_parts.HEAD
        if not all(cell.runs for cell in cells):
            height = ROOM_TO_WRITE if len(cells) == 2 else ROOM_TO_FILL
            also = f'<w:trHeight w:val="{height.twips}"/>{also}'
        said = (
            cell.runs if number else tuple(replace(run, strong=True) for run in cell.runs)
            for cell in cells
        )
        row_xml.append(row(widths, (para("Cell", _runs(part, runs)) for runs in said), also))
    return word_parts.table(word_parts.PLAN, widths, row_xml)


def columns(rows: tuple[tuple[Paragraph, ...], ...]) -> tuple[Length, ...]:
    """The widths of a table's columns, by the longest that each says, within limits.

    In a table of two, the second says what the first is about, or has room to write it.
    """
    longest = [max(map(len, map(outline.words, column))) for column in zip(*rows, strict=True)]
    shares = [min(MOST, max(LEAST, length)) for length in longest]
    if len(shares) == 2:
        shares[1] = PAIR - shares[0]
    return tuple(Emu(WIDTH * share // sum(shares)) for share in shares)


def _pointer(part: Any, pointer: Pointer) -> str:
    words = word_parts.code(part, pointer.qr_url) if pointer.qr_url else ""
    words += run(f"{pointer.label}: ", style="Aside")
    words += _runs(part, (Run(pointer.title, strong=True, link=pointer.url),))
    below = [run(pointer.words)] if pointer.words else []
    if pointer.qr_url:
        below.append(_runs(part, (Run(without_scheme(pointer.qr_url), link=pointer.qr_url),)))
    paras = [("Pointer label", words), *(("Pointer", inner) for inner in below)]
    *others, last = paras
    kept = (para(*one, also=word_parts.KEEP_WITH_NEXT) for one in others)
    return "".join((*kept, para(*last)))


def _head(part: Any, document: Document) -> str:
    """What it is and where it is kept up to date, with the code of that address beside it."""
    code = word_parts.code(part, document.url)
    where = Run(without_scheme(document.url), link=document.url)
    return (
        para("Aside line", code, run(f"{document.publisher}. {document.label}"))
        + para("Title", run(document.title))
        + para("Imprint", _runs(part, (Run("Kept up to date at "), where)))
    )


def _runs(part: Any, runs: tuple[Run, ...], also: str = "") -> str:
    return "".join(
        word_parts.link(part, one.link, run(one.text, one.strong, "Hyperlink", also))
        if one.link
        else run(one.text, one.strong, also=also)
        for one in runs
    )
