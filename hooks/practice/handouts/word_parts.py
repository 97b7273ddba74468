"""What a Word file holds, as XML that is read at once: python-docx looks for the place of each
element that it adds, which takes more than ten times as long.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.shared import Length, Mm

from . import codes

CODE = Mm(24)
"""The side of a QR code on paper."""
AT_THE_RIGHT = f"""<w:r><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{CODE}" cy="{CODE}"/><wp:wrapSquare wrapText="left"/>
<wp:docPr id="0" name="QR code" descr={{says}}/>
<wp:cNvGraphicFramePr {nsdecls("a")}><a:graphicFrameLocks noChangeAspect="1"/>
</wp:cNvGraphicFramePr>
<a:graphic {nsdecls("a", "pic")}><a:graphicData uri="{nsmap["pic"]}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name="image.png"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{{image}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{CODE}" cy="{CODE}"/></a:xfrm>
<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor>
</w:drawing></w:r>
"""
"""A QR code at the right of its paragraph, where it takes no height of its own."""
KEEP_WITH_NEXT, NEW_PAGE = "<w:keepNext/>", "<w:pageBreakBefore/>"
"""What a paragraph may have beside its style."""
HEAD, NEVER_PARTED = "<w:tblHeader/>", "<w:cantSplit/>"
"""What a row may have: to be read as the head, and repeated on the next page; to stay on one."""
SIDES = ("top", "left", "bottom", "right")
ANY_WIDTH = '<w:tblW w:type="auto" w:w="0"/>'
LOOK = """<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0"
 w:noVBand="1" w:val="04A0"/>"""
PLAN = f'<w:tblStyle w:val="Plan"/>{ANY_WIDTH}<w:tblLayout w:type="fixed"/>{LOOK}'
"""A table of the template's style."""
EDGES = (f'<w:{s} w:val="dashed" w:sz="6" w:space="0" w:color="5A6B66"/>' for s in SIDES)
TO_CUT = f"{ANY_WIDTH}{LOOK}<w:tblBorders>{''.join(EDGES)}</w:tblBorders>"
"""A table with a broken line to cut along."""


def fill(word: Any, xml: str) -> None:
    """Puts paragraphs and tables into an empty file, before what it says of its pages."""
    body = parse_xml(f"<w:body {nsdecls('w', 'wp', 'r')}>{xml}</w:body>")
    for n, picture in enumerate(body.iter(qn("wp:docPr")), 1):
        picture.set("id", str(n))
    word.element.body[:0] = body[:]


def para(style: str, *inner: str, also: str = "") -> str:
    """A paragraph in a style."""
    properties = f'<w:pStyle w:val="{style_id(style)}"/>{also}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def run(text: str, strong: bool = False, style: str = "", also: str = "") -> str:
    """Words of one kind, line by line."""
    looks = f'<w:rStyle w:val="{style_id(style)}"/>' if style else ""
    looks += ("<w:b/>" if strong else "") + also
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    words = "<w:br/>".join(map(_line, text.split("\n")))
    return f"<w:r>{properties}{words}</w:r>"


def _line(text: str) -> str:
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{space}>{escape(text)}</w:t>" if text else ""


def link(part: Any, url: str, inner: str) -> str:
    """Words that lead to an address."""
    id = part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return f'<w:hyperlink r:id="{id}">{inner}</w:hyperlink>'


def code(part: Any, url: str) -> str:
    """The QR code of an address, beside its paragraph."""
    image, _ = part.get_or_add_image(io.BytesIO(codes.png(url)))
    return AT_THE_RIGHT.format(image=image, says=quoteattr(f"QR code that leads to {url}"))


def table(looks: str, columns: Sequence[Length], rows: Iterable[str]) -> str:
    """A table with columns so wide."""
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in columns)
    start = f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"{start}{''.join(rows)}</w:tbl>"


def row(columns: Sequence[Length], cells: Iterable[str], also: str = "") -> str:
    """A row of a table, each cell with its paragraphs."""
    xml = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width.twips}"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(columns, cells, strict=True)
    )
    properties = f"<w:trPr>{also}</w:trPr>" if also else ""
    return f"<w:tr>{properties}{''.join(xml)}</w:tr>"


def fresh_numbers(part: Any, style: str, start: int) -> str:
    """A numbering of its own for the items of one list, so that it does not go on from the list
    before.
    """
    numbering = part.numbering_part.element
    like = numbering.num_having_numId(part.styles[style].element.pPr.numPr.numId.val)
    num = numbering.add_num(like.abstractNumId.val)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num.numId}"/></w:numPr>'


def footer(word: Any, words: str) -> None:
    """The foot of each page. The template has its place, and which page of how many it is."""
    word.sections[0].footer.paragraphs[0].runs[0]._r.t_lst[0].text = words


def style_id(name: str) -> str:
    """The id of a style: python-docx makes it of the name, without its spaces."""
    return name.replace(" ", "")
