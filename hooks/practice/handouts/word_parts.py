"""What python-docx has no call for: heads of tables, numbering, and page numbers."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

AT_THE_RIGHT = f"""<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="114300" distR="0"
 simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:wrapSquare wrapText="left"/></wp:anchor>"""
WRAP = 3
"""The place of the wrapping among the parts of an anchor: extents stand before, the rest after."""


def add(word: Any, style: str, text: str = "") -> Paragraph:
    """A paragraph at the end of the file, or of a cell."""
    paragraph: Paragraph = styled(word.add_paragraph(), style)
    if text:
        add_run(paragraph, text)
    return paragraph


def add_run(paragraph: Paragraph, text: str, strong: bool = False) -> Run:
    """Words at the end of a paragraph, line by line: python-docx looks at each letter of a text
    that may hold an end of a line.
    """
    run = paragraph.add_run()
    if strong:
        run.bold = True
    for n, line in enumerate(text.split("\n")):
        if n:
            run.add_break()
        if line:
            run.add_text(line)
    return run


def styled(element: Any, style: str) -> Any:
    """A paragraph or a run without properties in a style, which is named by its id: python-docx
    goes through all styles to find one by name.
    """
    kind = "p" if isinstance(element, Paragraph) else "r"
    element._element.insert(0, copy.deepcopy(_in_style(kind, style)))
    return element


@lru_cache
def _in_style(kind: str, style: str) -> Any:
    """The properties of a paragraph or a run in a style."""
    inner = f'<w:{kind}Style w:val="{style_id(style)}"/>'
    return parse_xml(f"<w:{kind}Pr {nsdecls('w')}>{inner}</w:{kind}Pr>")


def beside(inline: Any) -> None:
    """Moves a picture from its line to the right of its paragraph, where it
    takes no height of its own.
    """
    anchor = parse_xml(AT_THE_RIGHT)
    for part in list(inline):
        extent = part.tag in (qn("wp:extent"), qn("wp:effectExtent"))
        anchor.insert(WRAP, part) if extent else anchor.append(part)
    inline.getparent().replace(inline, anchor)


def repeat_as_head(row: Any) -> None:
    """Marks a row as the head of its table: read as such, and repeated on the next page."""
    _with(row._tr.get_or_add_trPr(), "w:tblHeader")


def widths(table: Any, columns: Iterable[Any]) -> None:
    """The widths of a table's columns."""
    table.autofit = False
    for column, width in zip(table.columns, columns, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def cutting(table: Any) -> Any:
    """Gives a table of one cell a broken line to cut along; the cell."""
    edges = _with(table._tbl.tblPr, "w:tblBorders")
    for side in ("top", "left", "bottom", "right"):
        _with(edges, f"w:{side}", val="dashed", sz="6", space="0", color="5A6B66")
    _with(table.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
    return table.cell(0, 0)


def fresh_numbers(word: Any, style: str, start: int) -> int:
    """A numbering of its own for one list, so that it does not go on from the list before."""
    numbering = word.part.numbering_part.element
    like = numbering.num_having_numId(word.styles[style].element.pPr.numPr.numId.val)
    num = numbering.add_num(like.abstractNumId.val)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(num.numId)


def number(para: Any, numbering: int) -> None:
    """Puts a paragraph into a numbering."""
    properties = para._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def footer(word: Any, words: str) -> None:
    """The foot of each page: what this is, and which page of how many."""
    para = word.sections[0].footer.paragraphs[0]
    para.add_run(f"{words}\tPage ")
    _field(para, "PAGE")
    para.add_run(" of ")
    _field(para, "NUMPAGES")


def _field(para: Any, name: str) -> None:
    field = _with(para._p, "w:fldSimple", instr=name)
    _with(field, "w:r").append(OxmlElement("w:t"))
    field[0][0].text = "1"


def style_id(name: str) -> str:
    """The id of a style: python-docx makes it of the name, without its spaces."""
    return name.replace(" ", "")


def _with(parent: Any, tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element
