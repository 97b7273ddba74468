"""A session's slides as an editable .pptx: real layouts and placeholders, the trainer's notes in
the notes, QR codes with words for those who cannot see them.
"""

from __future__ import annotations

import copy
import io
import os
from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.util import Length, Pt

from . import codes, office
from .imprint import Source, bare
from .outline import Block, Listing, Note, Paragraph, Run
from .storyboard import Slide, slides

TEMPLATE = os.path.join(os.path.dirname(__file__), "templates", "slides.pptx")
"""Master, layouts, colours and letters: a designer edits them in PowerPoint or LibreOffice."""
LAYOUTS = {
    "opening": "Opening",
    "idea": "One idea",
    "part": "Part",
    "saying": "Saying",
    "example": "Example with code",
    "ending": "Example with code",
}
"""The template's layout for each kind of slide."""
SMALLEST, TITLE, SAYING = 24, 36, 44
"""Points. Nothing on a slide is smaller than the first, so that the back of a room can read it."""
ADDRESS = 13
"""The placeholder of an address under a picture."""
WORDS = {"opening": 1, "part": 1, "idea": 1, "saying": 1, "example": 2}
"""The number of the placeholder that holds a slide's words, by layout."""
UNMARKED = -1
"""The mark of a paragraph that goes on with an item of a list."""
DEEPEST = 8
"""The last level that PowerPoint knows."""
Line = tuple[int, int | None, tuple[Run, ...]]
BESIDE = 260
"""Letters that fit beside a picture at the usual size."""


def show(source: Source) -> bytes:
    """The slides of a session as a .pptx file."""
    presentation = Presentation(TEMPLATE)
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for slide in slides(source):
        _add(presentation, layouts[LAYOUTS[slide.kind]], slide)
    session, site = source.session, source.site
    office.describe(
        presentation,
        title=session.title,
        subject=session.summary,
        author=site.name,
        url=source.url,
        day=session.added,
    )
    return office.saved(presentation, presentation.part.package._rels)


def _add(presentation: Any, layout: Any, slide: Slide) -> None:
    page = presentation.slides.add_slide(layout)
    holders = {holder.placeholder_format.idx: holder for holder in page.placeholders}
    _title(page.shapes.title, slide)
    body = holders[WORDS["example" if slide.code else slide.kind]].text_frame
    _fill(body, _body(slide))
    if slide.code:
        _fit(body)
        _code(holders[1], slide.code)
        _fill(
            holders[ADDRESS].text_frame,
            (Paragraph((Run(bare(slide.code), link=slide.url),)),),
        )
    elif slide.kind == "saying":
        _fill(holders[2].text_frame, (Paragraph((Run(slide.label),)),))
    for holder in [h for h in page.placeholders if h.has_text_frame and not h.text_frame.text]:
        holder._element.getparent().remove(holder._element)
    _number(page, layout)
    if slide.notes:
        _fill(page.notes_slide.notes_text_frame, tuple(_flat(slide.notes)))
        _set_language(page.notes_slide)


def _title(holder: Any, slide: Slide) -> None:
    holder.text_frame.text = slide.title
    run = holder.text_frame.paragraphs[0].runs[0]
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    usual, steps = {
        "opening": (54, ((50, 44), (100, 32))),
        "part": (48, ((60, 40), (110, 28))),
        "saying": (SAYING, ((100, 36), (170, 28))),
    }.get(slide.kind, (TITLE, ((80, 28), (130, 24))))
    if len(slide.title) > min(limit for limit, _ in steps):
        run.font.size = _points(slide.title, usual, *steps)


def _fit(frame: Any) -> None:
    """Long words beside a picture are set smaller, in all their paragraphs."""
    if len(frame.text) > BESIDE:
        for para in frame.paragraphs:
            for run in para.runs:
                run.font.size = Pt(SMALLEST)


def _body(slide: Slide) -> tuple[Block, ...]:
    return (Paragraph((Run(slide.label),)),) if slide.kind in ("opening", "part") else slide.blocks


def _code(holder: Any, url: str) -> None:
    picture = holder.insert_picture(io.BytesIO(codes.png(url)))
    properties = picture._element.nvPicPr.cNvPr
    properties.set("descr", f"QR code that leads to {url}")
    properties.set("name", "QR code")


def _number(page: Any, layout: Any) -> None:
    """The slide's number, which python-pptx leaves out."""
    for shape in layout.placeholders:
        if shape.element.ph.get("type") == "sldNum":
            element = copy.deepcopy(shape._element)
            element.find(f".//{qn('p:cNvPr')}").set(
                "id", str(max(s.shape_id for s in page.shapes) + 1)
            )
            page.shapes._spTree.append(element)


def _flat(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks without boxes: the label of a note, and then what is in it."""
    for block in blocks:
        if isinstance(block, Note):
            yield Paragraph((Run(block.label, strong=True),))
            yield from block.blocks
        else:
            yield block


def _fill(frame: Any, blocks: tuple[Block, ...]) -> None:
    """Blocks as paragraphs of a frame. The empty one that it begins with is used first."""
    spare = [frame.paragraphs[0]]
    for level, mark, runs in _lines(blocks, 0):
        para = spare.pop() if spare else frame.add_paragraph()
        para.level = level
        if mark is not None:
            _mark(para._p.get_or_add_pPr(), mark)
        for run in runs:
            _say(para, run)


def _mark(properties: Any, mark: int) -> None:
    """Puts a number before a paragraph, or nothing, and then sets it under the words of its
    item.
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
        yield min(depth, DEEPEST), own, runs


def _say(para: Any, run: Run) -> None:
    for n, text in enumerate(run.text.split("\n")):
        if n:
            para.add_line_break()
        if text:
            piece = para.add_run()
            piece.text, piece.font.language_id = text, MSO_LANGUAGE_ID.ENGLISH_UK
            if run.strong:
                piece.font.bold = True
            if run.link:
                piece.hyperlink.address = run.link


def _points(text: str, usual: int, *steps: tuple[int, int]) -> Length:
    """The size of a text: the usual one, or a smaller one where it has more letters than a step
    allows.
    """
    size = next(
        (smaller for limit, smaller in sorted(steps, reverse=True) if len(text) > limit), usual
    )
    return Length(Pt(max(size, SMALLEST)))


def _set_language(part: Any) -> None:
    """Marks every text of a part as British English."""
    for element in part._element.iter():
        if element.get("lang"):
            element.set("lang", office.LANGUAGE)
