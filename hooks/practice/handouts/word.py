"""Documents as Word files: real headings, lists and links, to be edited by whoever teaches."""

from __future__ import annotations

import copy
import io
import os
from dataclasses import replace
from functools import lru_cache
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Para

from ..rendering.formats import day_in_words
from . import codes, office, outline, paper, word_parts, word_room
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
from .word_parts import add, add_run, styled

TEMPLATE = os.path.join(os.path.dirname(__file__), "templates", "handout.docx")
"""Page, styles and colours: whoever edits the file can change all of one kind at once."""
CODE = Mm(24)
"""The side of a QR code on paper."""
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
DEEPER = " 2"
"""What the names of the styles for a list within a list end on."""


def document(document: Document) -> bytes:
    """A document as a .docx file."""
    layout, ending = _measured(document)
    word = copy.deepcopy(_template(layout))
    _head(word, document)
    for block in document.blocks:
        _draw(word, Ruled(min(block.lines, layout.lines)) if isinstance(block, Ruled) else block)
    add(word, "Imprint", f"{document.licence} Version of {day_in_words(document.day)}.")
    if document.record and ending:
        word_room.draw(word, document.record, ending)
    word_parts.footer(word, f"{document.title}. {document.label}")
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


@lru_cache(maxsize=len(paper.LAYOUTS) + 1)
def _template(layout: paper.Layout) -> Any:
    """The template in a layout: to copy it is eight times as quick as to read it."""
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
    if document.record or any(isinstance(block, Ruled) for block in document.blocks):
        return paper.fewest_sides(document)
    return CLOSE, None


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
        case Table():
            _table(word, block)
        case Grid(rows):
            _grid(word, rows)
        case Note(label, blocks):
            add(word, "Note label", label)
            for inner in blocks:
                _draw(word, inner, "Note ")
        case Choice():
            _choice(word, block)
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
        styled(add_run(para, f" ({aside})"), "Aside")


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


def _table(word: Any, table: Table) -> None:
    grid = word.add_table(rows=1, cols=len(table.head), style="Plan")
    word_parts.repeat_as_head(grid.rows[0])
    for row, cells in (
        (grid.rows[0], table.head),
        *((grid.add_row(), cells) for cells in table.rows),
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            add_run(styled(cell.paragraphs[0], "Cell"), words, strong=cells is table.head)
    word_parts.widths(grid, (Mm(28), Mm(20), Mm(122)))


def _choice(word: Any, choice: Choice) -> None:
    head = ("", *choice.answers)
    grid = word.add_table(rows=1, cols=len(head), style="Plan")
    word_parts.repeat_as_head(grid.rows[0])
    for cell, text in zip(grid.rows[0].cells, head, strict=True):
        add_run(styled(cell.paragraphs[0], "Cell"), text, strong=True)
    for ask in choice.asks:
        texts = (ask, *(TICK for _ in choice.answers))
        for cell, text in zip(grid.add_row().cells, texts, strict=True):
            add_run(styled(cell.paragraphs[0], "Cell"), text)
    rest = (Mm(24) for _ in choice.answers)
    word_parts.widths(grid, (Mm(170 - 24 * len(choice.answers)), *rest))


def _slip(word: Any, slip: Slip) -> None:
    """A box with a broken edge; its row is never parted by the end of a page."""
    cell = word_parts.cutting(word.add_table(rows=1, cols=1))
    styled(cell.paragraphs[0], "Note label").text = slip.label
    for block in slip.blocks:
        if isinstance(block, Paragraph):
            para = cell.add_paragraph()
            _say(para, block.runs)
            for run in para.runs:
                run.font.size = Pt(13)
    add(cell, "Aside line", slip.foot)
    add(word, "Aside line")  # two boxes without words between them would become one


def _grid(word: Any, rows: tuple[tuple[Paragraph, ...], ...]) -> None:
    grid = word.add_table(rows=len(rows), cols=len(rows[0]), style="Plan")
    word_parts.repeat_as_head(grid.rows[0])
    for number, (row, cells) in enumerate(zip(grid.rows, rows, strict=True)):
        for cell, said in zip(row.cells, cells, strict=True):
            strong = (replace(run, strong=True) for run in said.runs)
            para = styled(cell.paragraphs[0], "Cell")
            _say(para, said.runs if number else tuple(strong))
        if not all(cell.runs for cell in cells):
            row.height = ROOM_TO_WRITE if len(cells) == 2 else ROOM_TO_FILL
    word_parts.widths(grid, columns(rows))


def columns(rows: tuple[tuple[Paragraph, ...], ...]) -> list[Any]:
    """The widths of a table's columns, by the longest that each says, within limits.

    In a table of two, the second says what the first is about, or has room to write it.
    """
    longest = [max(map(len, map(outline.words, column))) for column in zip(*rows, strict=True)]
    shares = [min(MOST, max(LEAST, length)) for length in longest]
    if len(shares) == 2:
        shares[1] = PAIR - shares[0]
    return [WIDTH * share // sum(shares) for share in shares]


def _pointer(word: Any, pointer: Pointer) -> None:
    paras = [add(word, "Pointer label")]
    if pointer.code:
        _picture(paras[0], pointer.code)
    styled(add_run(paras[0], f"{pointer.label}: "), "Aside")
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
    _picture(first, document.url)
    add_run(first, f"{document.publisher}. {document.label}")
    add(word, "Title", document.title)
    where = Run(bare(document.url), link=document.url)
    _say(add(word, "Imprint"), (Run("Kept up to date at "), where))


def _picture(para: Para, url: str) -> None:
    shape = para.add_run().add_picture(io.BytesIO(codes.png(url)), width=CODE)
    shape._inline.docPr.set("descr", f"QR code that leads to {url}")
    shape._inline.docPr.set("name", "QR code")
    word_parts.beside(shape._inline)


def _say(para: Para, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.link:
            _link(para, run)
        else:
            add_run(para, run.text, run.strong)


def _link(para: Para, run: Run) -> None:
    relation = para.part.relate_to(
        run.link,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    inner = styled(add_run(para, run.text), "Hyperlink")
    if run.strong:
        inner.bold = True
    element.append(inner._r)
    para._p.append(element)
