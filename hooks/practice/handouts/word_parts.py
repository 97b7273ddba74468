"""What python-docx has no call for, or a slow one: QR codes beside words, tables, page numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.shared import Length, Mm
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement  # type: ignore[import-untyped]

from . import codes

CODE = Mm(24)
"""The side of a QR code on paper."""
AT_THE_RIGHT = f"""<w:drawing {nsdecls("w", "wp", "r")}>
<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{CODE}" cy="{CODE}"/><wp:wrapSquare wrapText="left"/>
<wp:docPr id="{{id}}" name="QR code" descr={{says}}/>
<wp:cNvGraphicFramePr {nsdecls("a")}><a:graphicFrameLocks noChangeAspect="1"/>
</wp:cNvGraphicFramePr>
<a:graphic {nsdecls("a", "pic")}><a:graphicData uri="{nsmap["pic"]}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name="image.png"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{{image}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{CODE}" cy="{CODE}"/></a:xfrm>
<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing>
"""
"""A QR code at the right of its paragraph, where it takes no height of its own."""


def add(word: Any, style: str, text: str = "") -> Paragraph:
    """A paragraph at the end of the file, or of a cell."""
    return styled(Paragraph(_with(word._element, "w:p"), word), style, text)


def add_run(within: Any, text: str, strong: bool = False, style: str = "") -> None:
    """Words at the end of a paragraph or of a link, line by line. python-docx looks at each letter
    of a text that may hold an end of a line, and for the place of each element.
    """
    run = _with(within._element, "w:r")
    if style or strong:
        properties = _with(run, "w:rPr")
        if style:
            _with(properties, "w:rStyle", val=style_id(style))
        if strong:
            _with(properties, "w:b")
    for n, line in enumerate(text.split("\n")):
        if n:
            _with(run, "w:br")
        if line:
            words = _with(run, "w:t")
            words.text = line
            if line != line.strip():
                words.set(qn("xml:space"), "preserve")


def add_link(para: Paragraph, url: str) -> Hyperlink:
    """A link at the end of a paragraph, without words."""
    link = _with(para._p, "w:hyperlink")
    link.set(qn("r:id"), para.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return Hyperlink(link, para)


def styled(paragraph: Paragraph, style: str, text: str = "") -> Paragraph:
    """An empty paragraph with a style and words. The style is named by its id: python-docx goes
    through all styles to find one by name.
    """
    _with(_with(paragraph._p, "w:pPr"), "w:pStyle", val=style_id(style))
    if text:
        add_run(paragraph, text)
    return paragraph


def add_code(para: Paragraph, url: str) -> None:
    """The QR code of an address, beside its paragraph."""
    image, _ = para.part.get_or_add_image(io.BytesIO(codes.png(url)))
    says = quoteattr(f"QR code that leads to {url}")
    drawing = AT_THE_RIGHT.format(image=image, id=para.part.next_id, says=says)
    _with(para._p, "w:r").append(parse_xml(drawing))


def table(word: Any, rows: int, columns: Sequence[Length]) -> Any:
    """An empty table with columns so wide, whose first row is read as its head, and repeated on the
    next page.
    """
    grid = word.add_table(rows, len(columns), sum(columns))
    grid.autofit = False
    element = grid._tbl
    element.tblStyle_val = "Plan"
    _with(element.tr_lst[0].get_or_add_trPr(), "w:tblHeader")
    for n, width in enumerate(columns):
        element.tblGrid.gridCol_lst[n].w = width
        for row in element.tr_lst:
            row.tc_lst[n].width = width
    return element


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
    like = numbering.num_having_numId(word.part.styles[style].element.pPr.numPr.numId.val)
    num = numbering.add_num(like.abstractNumId.val)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(num.numId)


def number(para: Paragraph, numbering: int) -> None:
    """Puts a paragraph into a numbering."""
    properties = _with(para._p.pPr, "w:numPr")
    _with(properties, "w:ilvl", val="0")
    _with(properties, "w:numId", val=str(numbering))


def footer(word: Any, words: str) -> None:
    """The foot of each page. The template has its place, and which page of how many it is."""
    word.sections[0].footer.paragraphs[0].runs[0]._r.t_lst[0].text = words


def style_id(name: str) -> str:
    """The id of a style: python-docx makes it of the name, without its spaces."""
    return name.replace(" ", "")


def _with(parent: Any, tag: str, **attributes: str) -> Any:
    """An element at the end of another."""
    named = {qn(f"w:{name}"): value for name, value in attributes.items()}
    return SubElement(parent, qn(tag), named)
