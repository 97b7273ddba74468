"""What a slide shows beside its texts: the plan as a table, and the session's steps as bars."""

from __future__ import annotations

import copy
from dataclasses import astuple
from functools import lru_cache
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.oxml.shapes.groupshape import CT_GroupShape
from pptx.shapes.autoshape import Shape
from pptx.util import Emu, Inches, Pt

from . import fitting, slide_words
from .handout import clock
from .outline import Run
from .storyboard import Row

LEFT, TOP, WIDE, HIGH, GAP = 0.75, 6.68, 11.833, 0.14, 0.05
"""Inches: where the bars stand."""
ROWS = (28, 26, 24, 22, 20, 18, 16, 14, 12)
"""Points: letters of the plan, by how many steps there are."""
HEAD = ("Starts at", "What we do", "How long")
WIDTHS = (1.9, 7.233, 2.7)
"""Inches: the columns of the plan."""
ROW = 1.45
"""The height of a row, in sizes of its letters."""
MARGIN = Pt(7)
PLACE = {"marL": str(MARGIN), "marR": str(MARGIN), "marT": "0", "marB": "0", "anchor": "ctr"}
"""Where the words of a cell stand in it."""
EDGE = RGBColor(0x6D, 0x76, 0x6F)


def rail(foot: Any, minutes: tuple[int, ...], number: int) -> None:
    """The steps as bars over the foot of a slide, as wide as their minutes: solid what is done,
    bright what is now, dashed what is to come.
    """
    whole, start, last = sum(minutes), 0, foot.getparent().max_shape_id
    group: Any = CT_GroupShape.new_grpSp(last + 1, "Steps as bars")
    for n, length in enumerate(minutes, 1):
        bar = copy.deepcopy(_bar((n > number) - (n < number)))
        bar.nvSpPr.cNvPr.id, bar.nvSpPr.cNvPr.name = last + 1 + n, f"Step {n}"
        place, size = bar.spPr.xfrm
        place.x = Inches(LEFT + WIDE * start / whole)
        size.cx = Inches(max(WIDE * length / whole - GAP, GAP))
        group.append(bar)
        start += length
    outer, around, inner, within = group.xfrm
    outer.x, outer.y = inner.x, inner.y = Inches(LEFT), Inches(TOP)
    around.cx, around.cy = within.cx, within.cy = place.x + size.cx - Inches(LEFT), Inches(HIGH)
    before = sum(minutes[: number - 1])
    group.nvGrpSpPr.cNvPr.set(
        "descr",
        f"Step {number} of {len(minutes)}: {clock(before)} to"
        f" {clock(before + minutes[number - 1])} of {clock(whole)}",
    )
    foot.addprevious(group)


@lru_cache(maxsize=3)
def _bar(ahead: int) -> Any:
    """A bar of what is done (-1), now (0) or to come (1). It is drawn once, since python-pptx takes
    ten times as long to draw it as to copy it.
    """
    slide: Any = None
    place = (Inches(0), Inches(TOP), Inches(0), Inches(HIGH))
    bar = Shape(CT_Shape.new_autoshape_sp(0, "", "rect", *place), slide)
    bar.shadow.inherit = False
    if ahead > 0:
        bar.fill.background()
        bar.line.color.rgb = EDGE
        bar.line.width = Pt(1)
        bar.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    else:
        bar.fill.solid()
        bar.fill.fore_color.theme_color = (
            MSO_THEME_COLOR.ACCENT_1 if ahead == 0 else MSO_THEME_COLOR.ACCENT_3
        )
        bar.line.fill.background()
    return bar._element


def plan(holder: Any, rows: tuple[Row, ...]) -> None:
    """The plan as a table with a head, in the largest letters at which it fits."""
    size = _size(holder, rows)
    frame = holder.insert_table(len(rows) + 1, len(HEAD))
    frame._element.nvGraphicFramePr.cNvPr.set("name", "The plan")
    table = frame.table
    for column, wide in zip(table.columns, WIDTHS, strict=True):
        column.width = Inches(wide)
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    for row, cells in zip(table.rows, (HEAD, *map(astuple, rows)), strict=True):
        row.height = Emu(round(Pt(size * ROW)))
        for n, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            _cell(cell, text, size, strong=cells is HEAD or n == 0)
    frame.height = sum(row.height for row in table.rows)


PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without lines and colours."""


def _size(holder: Any, rows: tuple[Row, ...]) -> int:
    high, wide = Emu(holder.height).pt, (WIDTHS[1] * 72 - 2 * MARGIN.pt)
    for size in ROWS:
        fits = all(fitting.width(row.title, size) <= wide for row in rows)
        if fits and size * ROW * (len(rows) + 1) <= high:
            return size
    return ROWS[-1]


def _cell(cell: Any, text: str, size: int, strong: bool) -> None:
    slide_words.levels(cell.text_frame, Run(text))
    layout = cell.text_frame.paragraphs[0]._p.get_or_add_pPr()
    etree.SubElement(layout, qn("a:defRPr"), sz=str(size * 100), b=str(int(strong)))
    properties = cell._tc.get_or_add_tcPr()
    properties.attrib.update(PLACE)
    edge = etree.SubElement(properties, qn("a:lnB"), w="9525")
    etree.SubElement(etree.SubElement(edge, qn("a:solidFill")), qn("a:srgbClr"), val=str(EDGE))
