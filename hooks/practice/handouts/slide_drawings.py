"""What a slide shows beside its texts: the plan as a table, and the session's steps as bars."""

from __future__ import annotations

from dataclasses import astuple
from itertools import accumulate
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from . import fitting, office
from .handout import clock
from .storyboard import Row

LEFT, WIDE, GAP = 0.75, 11.833, 0.05
"""Inches: from where to where the bars reach, and what parts them."""
TOP, HIGH = Inches(6.68), Inches(0.14)
"""Where the bars begin from the top, and their height."""
ROWS = (28, 26, 24, 22, 20, 18, 16, 14, 12)
"""Points: letters of the plan, by how many steps there are."""
HEAD = ("Starts at", "What we do", "How long")
WIDTHS = (1.9, 7.233, 2.7)
"""Inches: the columns of the plan."""
ROW = 1.45
"""The height of a row, in sizes of its letters."""
MARGIN = Pt(7)
"""Beside the words of a cell."""
EDGE = '<a:solidFill><a:srgbClr val="6D766F"/></a:solidFill>'
CELL = f"""<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>
<a:pPr><a:defRPr sz="{{size}}" b="{{bold}}"/></a:pPr>{{said}}</a:p></a:txBody>
<a:tcPr marL="{MARGIN}" marR="{MARGIN}" marT="0" marB="0" anchor="ctr">
<a:lnB w="9525">{EDGE}</a:lnB></a:tcPr></a:tc>
"""
RUN = f'<a:r><a:rPr lang="{office.LANGUAGE}"/><a:t>{{}}</a:t></a:r>'
DONE, NOW = (
    f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    for colour in ("accent3", "accent1")
)
TO_COME = f'<a:noFill/><a:ln w="12700">{EDGE}<a:prstDash val="dash"/></a:ln>'
"""The looks of a bar."""
BAR = f"""<p:sp><p:nvSpPr><p:cNvPr id="{{id}}" name="Step {{n}}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>
<p:spPr><a:xfrm><a:off x="{{x}}" y="{TOP}"/><a:ext cx="{{cx}}" cy="{HIGH}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{{looks}}<a:effectLst/></p:spPr>
<p:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef>
<a:fillRef idx="3"><a:schemeClr val="accent1"/></a:fillRef>
<a:effectRef idx="2"><a:schemeClr val="accent1"/></a:effectRef>
<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>
<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/></a:p></p:txBody>
</p:sp>
"""
BARS = f"""<p:grpSp {nsdecls("a", "p")}>
<p:nvGrpSpPr><p:cNvPr id="{{id}}" name="Steps as bars" descr="{{says}}"/><p:cNvGrpSpPr/><p:nvPr/>
</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{Inches(LEFT)}" y="{TOP}"/>
<a:ext cx="{{cx}}" cy="{HIGH}"/><a:chOff x="{Inches(LEFT)}" y="{TOP}"/>
<a:chExt cx="{{cx}}" cy="{HIGH}"/></a:xfrm></p:grpSpPr>{{bars}}</p:grpSp>
"""


def rail(foot: Any, minutes: tuple[int, ...], number: int) -> None:
    """The steps as bars over the foot of a slide, as wide as their minutes: solid what is done,
    bright what is now, dashed what is to come.
    """
    whole, first = sum(minutes), foot.getparent().max_shape_id + 1
    starts = tuple(accumulate(minutes, initial=0))
    bars = ""
    for n, (start, length) in enumerate(zip(starts, minutes, strict=False), 1):
        x, cx = Inches(LEFT + WIDE * start / whole), Inches(max(WIDE * length / whole - GAP, GAP))
        looks = DONE if n < number else NOW if n == number else TO_COME
        bars += BAR.format(id=first + n, n=n, x=x, cx=cx, looks=looks)
    before, after = starts[number - 1 : number + 1]
    says = f"Step {number} of {len(minutes)}: {clock(before)} to {clock(after)} of {clock(whole)}"
    foot.addprevious(
        parse_xml(BARS.format(id=first, says=says, cx=x + cx - Inches(LEFT), bars=bars))
    )


def plan(holder: Any, room: float, rows: tuple[Row, ...]) -> None:
    """The plan as a table with a head, in the largest letters that fit so many points."""
    size = _size(room, rows)
    frame = holder.insert_table(1, len(HEAD))
    frame._element.nvGraphicFramePr.cNvPr.set("name", "The plan")
    table = frame.table
    for column, wide in zip(table.columns, WIDTHS, strict=True):
        column.width = Inches(wide)
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    high = round(Pt(size * ROW))
    cells = ((HEAD, len(HEAD)), *((astuple(row), 1) for row in rows))
    row_xml = [_row(texts, strong, size, high) for texts, strong in cells]
    table._tbl.remove(table._tbl.tr_lst[0])
    table._tbl.extend(parse_xml(f"<a:tbl {nsdecls('a')}>{''.join(row_xml)}</a:tbl>"))
    frame.height = high * len(row_xml)


PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without lines and colours."""


def _size(high: float, rows: tuple[Row, ...]) -> int:
    wide = WIDTHS[1] * 72 - 2 * MARGIN.pt
    for size in ROWS:
        fits = all(fitting.width(row.title, size) <= wide for row in rows)
        if fits and size * ROW * (len(rows) + 1) <= high:
            return size
    return ROWS[-1]


def _row(texts: tuple[str, ...], strong: int, size: int, high: int) -> str:
    """A row of the plan. So many of its cells, from the left, are strong."""
    cells = ""
    for n, text in enumerate(texts):
        lines = (RUN.format(escape(line)) if line else "" for line in text.split("\n"))
        cells += CELL.format(size=size * 100, bold=int(n < strong), said="<a:br/>".join(lines))
    return f'<a:tr h="{high}">{cells}</a:tr>'
