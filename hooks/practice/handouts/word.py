"""Documents as Word files: real headings, lists and links, to be edited by whoever teaches."""

from __future__ import annotations

import copy
import os
from dataclasses import replace
from functools import lru_cache
from typing import Any

import docx
from docx.blkcntnr import BlockItemContainer
from docx.shared import Emu, Length, Mm, Pt
from docx.text.paragraph import Paragraph as Para

from ..rendering.formats import day_in_words
from . import office, outline, paper, word_parts, word_room
from .imprint import bare
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
from .word_parts import add, add_code, add_link, add_run, styled

TEMPLATE = os.path.join(os.path.dirname(__file__), "templates", "handout.docx")
"""Page, styles and colours: whoever edits the file can change all of one kind at once."""
LAYOUTS = (paper.Layout(10.5, 3, 0.65), paper.Layout(10.5, 2, 0.65))
"""Paper on which words take the room that they take in the template. Look at Word files in another
program when you change the space in it.
"""
TICK = "\u2610"
"""An empty box."""
WIDTH = Mm(170)
"""The width of the text."""
LEAST, MOST, PAIR = 14, 40, 100
"""The shares of a table's columns, in letters: of the narrowest, the widest, and two together."""
ROOM_TO_WRITE, ROOM_TO_FILL = Mm(26), Mm(16)
"""The least height of a row with an empty cell: for some lines, or for a word or two."""
DEEPER = " 2"
"""What the names of the styles for a list within a list end on."""


def document(document: Document) -> bytes:
    """A document as a .docx file."""
    styles = _template().styles.element  # no file changes them, so they are not copied
    word = copy.deepcopy(_template(), {id(styles): styles})
    word_parts.footer(word, f"{document.title}. {document.label}")
    layout, ending = _measured(document)
    body = word.element.body
    section = body.sectPr
    body.remove(section)  # it stands last: all else is added at the end
    within = BlockItemContainer(body, word)
    _head(within, document)
    for block in document.blocks:
        _draw(within, Ruled(min(block.lines, layout.lines)) if isinstance(block, Ruled) else block)
    add(within, "Imprint", f"{document.licence} Version of {day_in_words(document.day)}.")
    if document.record and ending:
        word_room.draw(within, document.record, ending)
    body.append(section)
    title = f"{document.title}: {document.label}"
    office.describe(
        word,
        title=title,
        subject=document.description,
        author=document.publisher,
        url=document.url,
        day=document.day,
    )
    return office.saved(word, word.part.package.rels)


@lru_cache
def _template() -> Any:
    """The template: to copy it is six times as quick as to read it."""
    return docx.Document(TEMPLATE)


def _measured(document: Document) -> tuple[paper.Layout, paper.Ending | None]:
    """The layout that is closest to a document on paper, and where its words end. One without room
    to write is not measured, and one without lines under its questions in one layout only.
    """
    ruled = any(isinstance(block, Ruled) for block in document.blocks)
    if not ruled and not document.record:
        return LAYOUTS[0], None
    return paper.fewest_sides(document, LAYOUTS if ruled else LAYOUTS[:1])


def _draw(word: Any, block: Block, within: str = "") -> None:
    """A block at the end of the file.

    `within` is the family of styles of the box around it.
    """
    match block:
        case Paragraph(runs):
            _say(add(word, f"{within}Text"), runs)
        case Heading(level, text, aside):
            _heading(word, level, text, aside)
        case Listing():
            _list(word, block, within)
        case Facts(rows):
            for name, value in rows:
                _say(add(word, "Fact"), (Run(f"{name}: ", strong=True), Run(value)))
        case Table(head, rows):
            _grid(word, _plain(head, *rows), (Mm(28), Mm(20), Mm(122)))
        case Grid(rows):
            _grid(word, rows, columns(rows))
        case Note(label, blocks):
            add(word, "Note label", label)
            for inner in blocks:
                _draw(word, inner, "Note ")
        case Choice(asks, answers):
            rows = _plain(("", *answers), *((ask, *(TICK for _ in answers)) for ask in asks))
            rest = (Mm(24) for _ in answers)
            _grid(word, rows, (Mm(170 - 24 * len(answers)), *rest))
        case Pointer():
            _pointer(word, block)
        case NewPage():
            add(word, "Text").paragraph_format.page_break_before = True
        case Slip():
            _slip(word, block)
        case Ruled(lines):
            for _ in range(lines):
                add(word, "Writing line")


def _heading(word: Any, level: int, text: str, aside: str) -> None:
    para = add(word, f"Heading {level}", text)
    if aside:
        add_run(para, f" ({aside})", style="Aside")


def _list(word: Any, listing: Listing, within: str, depth: str = "") -> None:
    kind = "List Bullet" if listing.start is None else "List Number"
    number = (
        None
        if listing.start is None
        else word_parts.fresh_numbers(word, f"{kind}{depth}", listing.start)
    )
    for item in listing.items:
        for n, block in enumerate(item):
            if isinstance(block, Listing):
                _list(word, block, within, DEEPER)
            elif isinstance(block, Paragraph):
                para = add(word, f"{within}{kind if n == 0 else 'List Continue'}{depth}")
                _say(para, block.runs)
                if n == 0 and number is not None:
                    word_parts.number(para, number)


def _plain(*rows: tuple[str, ...]) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(tuple(map(outline.paragraph, row)) for row in rows)


def _slip(word: Any, slip: Slip) -> None:
    """A box with a broken edge; its row is never parted by the end of a page."""
    cell = word_parts.cutting(word.add_table(1, 1, WIDTH))
    styled(cell.paragraphs[0], "Note label", slip.label)
    for block in slip.blocks:
        if isinstance(block, Paragraph):
            para = cell.add_paragraph()
            _say(para, block.runs)
            for run in para.runs:
                run.font.size = Pt(13)
    add(cell, "Aside line", slip.foot)
    add(word, "Aside line")  # two boxes without words between them would become one


def _grid(word: Any, rows: tuple[tuple[Paragraph, ...], ...], widths: tuple[Length, ...]) -> None:
    table = word_parts.table(word, len(rows), widths)
    for number, (row, cells) in enumerate(zip(table.tr_lst, rows, strict=True)):
        for cell, said in zip(row.tc_lst, cells, strict=True):
            strong = (replace(run, strong=True) for run in said.runs)
            para = styled(Para(cell.p_lst[0], word), "Cell")
            _say(para, said.runs if number else tuple(strong))
        if not all(cell.runs for cell in cells):
            row.trHeight_val = ROOM_TO_WRITE if len(cells) == 2 else ROOM_TO_FILL


def columns(rows: tuple[tuple[Paragraph, ...], ...]) -> tuple[Length, ...]:
    """The widths of a table's columns, by the longest that each says, within limits.

    In a table of two, the second says what the first is about, or has room to write it.
    """
    longest = [max(map(len, map(outline.words, column))) for column in zip(*rows, strict=True)]
    shares = [min(MOST, max(LEAST, length)) for length in longest]
    if len(shares) == 2:
        shares[1] = PAIR - shares[0]
    return tuple(Emu(WIDTH * share // sum(shares)) for share in shares)


def _pointer(word: Any, pointer: Pointer) -> None:
    paras = [add(word, "Pointer label")]
    if pointer.code:
        add_code(paras[0], pointer.code)
    add_run(paras[0], f"{pointer.label}: ", style="Aside")
    _say(paras[0], (Run(pointer.title, strong=True, link=pointer.url),))
    if pointer.words:
        paras.append(add(word, "Pointer", pointer.words))
    if pointer.code:
        paras.append(add(word, "Pointer"))
        _say(paras[-1], (Run(bare(pointer.code), link=pointer.code),))
    for one in paras[:-1]:
        one.paragraph_format.keep_with_next = True


def _head(word: Any, document: Document) -> None:
    """What it is and where it is kept up to date, with the code of that address beside it."""
    first = add(word, "Aside line")
    add_code(first, document.url)
    add_run(first, f"{document.publisher}. {document.label}")
    add(word, "Title", document.title)
    where = Run(bare(document.url), link=document.url)
    _say(add(word, "Imprint"), (Run("Kept up to date at "), where))


def _say(para: Para, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.link:
            add_run(add_link(para, run.link), run.text, run.strong, "Hyperlink")
        else:
            add_run(para, run.text, run.strong)
