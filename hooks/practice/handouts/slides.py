"""A session's slides as an editable .pptx: real layouts and placeholders, the trainer's notes in
the notes, QR codes with words for those who cannot see them.
"""

from __future__ import annotations

import copy
import io
import os
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.slide import NotesSlidePart
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from . import codes, fitting, office, slide_drawings, slide_words
from .fitting import Box
from .handout import clock
from .imprint import SessionContext, without_scheme
from .outline import Pointer, Run, paragraph
from .storyboard import Slide, Time, slides

TEMPLATE = os.path.join(os.path.dirname(__file__), "templates", "slides.pptx")
"""Master, layouts, colours and letters: a designer edits them in PowerPoint or LibreOffice."""
LAYOUTS = {"title": "Title", "plan": "Plan", "list": "List", "step": "Step", "ending": "Ending"}
"""The template's layout for each kind of slide."""
BESIDE = {
    "prompts": ("One prompt", "Two prompts", "Three prompts"),
    "examples": ("One example", "Two examples", "Three examples"),
}
"""The layouts of kinds that show one part or some beside each other."""
TITLES = (40, 36, 32, 28, 24)
OPENING = (60, 54, 48, 44, 40, 36, 32, 28)
PROMPT = (60, 54, 48, 44, 40, 36, 32, 28, 24)
NOTE = (30, 28, 26, 24)
LABEL, SPACE = 20, 24
"""Points: the label of a card, and the space between its texts."""
NOTES = (26, 24, 22, 20)
CARD = (36, 34, 32, 30, 28, 26, 24, 22, 20)
EXAMPLE = (30, 28, 26, 24, 22, 20)
CAPPED = {"title": (28, 26, 24), "ending": (26, 24), "examples": (32, 30, 28, 26, 24)}
PLACE = (24, 22, 20, 18, 16, 14)
ADDRESS = (20, 18, 16, 14, 12)
FOOT, NUMBER, CODE, WHERE, LINK = 11, 12, 13, 30, 20
"""The placeholders of foot and number, and the first of codes, places and years, addresses."""


@dataclass(frozen=True)
class Holder:
    """A placeholder of a slide, and the room that it has from its layout."""

    shape: Any
    box: Box


@lru_cache(maxsize=1)
def _template() -> Any:
    """The template: to copy it is twice as quick as to read it."""
    return Presentation(TEMPLATE)


@lru_cache(maxsize=1)
def _empty() -> tuple[dict[str, dict[int, Holder]], Any]:
    """The placeholders of each layout by their numbers, and empty notes. Slides have copies of
    them, since python-pptx looks through a whole layout for each placeholder that it adds.
    """
    presentation = copy.deepcopy(_template())
    pages = {one.name: presentation.slides.add_slide(one) for one in presentation.slide_layouts}
    notes = pages[LAYOUTS["title"]].notes_slide.element
    return {name: _holders(page) for name, page in pages.items()}, notes


def _holders(page: Any) -> dict[int, Holder]:
    """The placeholders of a slide, with number and foot, which python-pptx leaves out."""
    boxes = {}
    for holder in page.slide_layout.placeholders:
        number = holder.placeholder_format.idx
        boxes[number] = Box(Emu(holder.width).pt, Emu(holder.height).pt)
        if number in (FOOT, NUMBER):
            copied, tree = copy.deepcopy(holder.element), page.element.cSld.spTree
            copied.nvSpPr.cNvPr.id = tree.max_shape_id + 1
            tree.append(copied)
    numbers = {shape.placeholder_format.idx: shape for shape in page.shapes}
    return {number: Holder(shape, boxes[number]) for number, shape in numbers.items()}


def show(source: SessionContext) -> bytes:
    """The slides of a session as a .pptx file."""
    presentation = copy.deepcopy(_template())
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    session, site, numbers = source.session, source.site, count(1)
    for slide in slides(source):
        page, holders = _page(presentation, layouts[layout_of(slide)])
        _fill(holders, slide)
        if slide.time:
            bars = tuple(step.minutes for step in session.steps)
            slide_drawings.rail(holders[FOOT].shape.element, bars, slide.time.number)
        _finish(holders, f"{session.title}. {site.name}")
        if slide.notes:
            slide_words.fill(_notes(page, next(numbers)), tuple(slide_words.flat(slide.notes)))
    office.describe(
        presentation,
        title=session.title,
        subject=session.summary,
        author=site.name,
        identifier=source.url,
        day=session.added,
    )
    return office.saved(presentation, presentation.part.package._rels)


def _page(presentation: Any, layout: Any) -> tuple[Any, dict[int, Holder]]:
    """The part of a new slide, and its placeholders by their numbers."""
    relation, page = presentation.part.add_slide(layout)
    presentation.element.get_or_add_sldIdLst().add_sldId(relation)
    holders, tree = {}, page.element.cSld.spTree
    for number, empty in _empty()[0][layout.name].items():
        tree.append(copy.deepcopy(empty.shape.element))
        holders[number] = replace(empty, shape=type(empty.shape)(tree[-1], page.shapes))
    return page.part, holders


def _notes(slide: Any, number: int) -> TextFrame:
    """Where the words of new notes go."""
    package, element = slide.package, copy.deepcopy(_empty()[1])
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    notes = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, element)
    notes.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
    notes.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    return TextFrame(element.find(f".//{qn('p:txBody')}"), notes)


def layout_of(slide: Slide) -> str:
    """The name of the layout of a slide."""
    return LAYOUTS.get(slide.kind) or BESIDE[slide.kind][len(slide.parts) - 1]


def _fill(holders: dict[int, Holder], slide: Slide) -> None:
    alone = slide.kind == "prompts" and len(slide.parts) == 1
    sizes = PROMPT if alone else OPENING if slide.kind == "title" else TITLES
    _text(holders[0], slide.title, sizes, strong=True)
    if slide.kind == "plan":
        slide_drawings.plan(holders[1].shape, holders[1].box.height, slide.rows)
    elif slide.kind == "prompts":
        _prompts(holders, slide.parts)
    elif slide.kind == "examples" and len(slide.parts) > 1:
        for n, part in enumerate(slide.parts):
            _example(holders, n, part)
    else:
        _words(holders, slide)


def _words(holders: dict[int, Holder], slide: Slide) -> None:
    """The blocks of a slide, its label, its time and its code."""
    slide_words.fill(holders[1].shape.text_frame, slide.blocks)
    sizes = (*CAPPED.get(slide.kind, fitting.SIZES), *fitting.LAST_RESORT)
    size = fitting.largest(slide.blocks, holders[1].box, sizes) or sizes[-1]
    slide_words.sized(holders[1].shape.text_frame, size)
    if slide.qr_url:
        _code(holders[CODE], slide.qr_url)
        _text(
            holders[2], without_scheme(slide.qr_url).replace("/", "/\n", 1), ADDRESS, link=slide.url
        )
    elif slide.label:
        slide_words.levels(holders[2].shape.text_frame, Run(slide.label))
    if slide.kind == "step" and slide.time:
        slide_words.levels(holders[CODE].shape.text_frame, *_clock(slide.time))


def _clock(time: Time) -> tuple[Run, ...]:
    return (
        Run(f"Step {time.number} of {time.count}"),
        Run(str(time.minutes)),
        Run("minute" if time.minutes == 1 else "minutes"),
        Run(f"{clock(time.start)} to {clock(time.start + time.minutes)}"),
    )


def _prompts(holders: dict[int, Holder], parts: tuple[Pointer, ...]) -> None:
    """One prompt fills a slide: its title is the prompt. More stand beside each other as cards."""
    if len(parts) == 1:
        slide_words.levels(holders[2].shape.text_frame, Run(parts[0].label))
        _text(holders[1], parts[0].words, NOTE)
        return
    for n, part in enumerate(parts, 1):
        frame = holders[n].shape.text_frame
        slide_words.levels(frame, Run(part.label), Run(part.title), Run(part.words))
        prompt, note = _card(part, holders[n].box)
        slide_words.sized(frame, prompt, 1)
        slide_words.sized(frame, note, 2)


def _card(part: Pointer, box: Box) -> tuple[int, int]:
    """The largest letters of a prompt and of its note that fit a card together."""
    room = box.height - fitting.height((paragraph(part.label),), LABEL, box.width) - SPACE
    for note in NOTES:
        below = fitting.height((paragraph(part.words),), note, box.width) if part.words else 0
        size = fitting.size_of(part.title, Box(box.width, room - below), (*CARD, 0), strong=True)
        if size >= note:
            return size, note
    return CARD[-1], NOTES[-1]


def _example(holders: dict[int, Holder], n: int, part: Pointer) -> None:
    _text(holders[1 + n], part.title, EXAMPLE, strong=True)
    _code(holders[CODE + n], part.qr_url)
    _text(holders[LINK + n], without_scheme(part.qr_url), ADDRESS, link=part.url)
    _text(holders[WHERE + n], part.where, PLACE)


def _text(
    holder: Holder, text: str, sizes: tuple[int, ...], *, strong: bool = False, link: str = ""
) -> None:
    """A text in a placeholder, in the largest letters that fit."""
    slide_words.levels(holder.shape.text_frame, Run(text, link=link))
    size = fitting.size_of(text, holder.box, sizes, strong)
    slide_words.sized(holder.shape.text_frame, size, 0)


def _code(holder: Holder, url: str) -> None:
    # python-pptx looks through a whole layout for a size that a placeholder does not have itself.
    holder.shape.width, holder.shape.height = Pt(holder.box.width), Pt(holder.box.height)
    picture = holder.shape.insert_picture(io.BytesIO(codes.png(url)))
    properties = picture._element.nvPicPr.cNvPr
    properties.set("descr", f"QR code that leads to {url}")
    properties.set("name", "QR code")


def _finish(holders: dict[int, Holder], foot: str) -> None:
    """Takes away the placeholders that hold nothing, and writes the foot."""
    for element in [h.shape.element for h in holders.values() if h.shape.element is not None]:
        if not any(element.itertext(qn("a:t"))):
            element.getparent().remove(element)
    if FOOT in holders:
        holders[FOOT].shape.text_frame.paragraphs[0].runs[0].text = foot
