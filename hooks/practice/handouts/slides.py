"""A session's slides as an editable .pptx: real layouts and placeholders, the trainer's notes in
the notes, QR codes with words for those who cannot see them.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from . import codes, fitting, office, slide_drawings, slide_words
from .fitting import Box
from .handout import clock
from .imprint import Source, bare
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
FOOT = ("sldNum", "ftr")
CODE, WHERE, LINK = 13, 30, 20
"""The first placeholder of the codes of a slide, of the places and years, of the addresses."""


@dataclass(frozen=True)
class _Layout:
    """What a slide takes from its layout: the box of each placeholder by its number, and what
    stands at its foot.
    """

    boxes: dict[int, Box]
    feet: tuple[Any, ...]


@lru_cache(maxsize=1)
def _layouts() -> dict[str, _Layout]:
    """The template's layouts by their names, read once: python-pptx looks through all of a layout
    for each side of each placeholder.
    """
    return {layout.name: _layout(layout) for layout in Presentation(TEMPLATE).slide_layouts}


def _layout(layout: Any) -> _Layout:
    holders = tuple(layout.placeholders)
    boxes = {h.placeholder_format.idx: Box(Emu(h.width).pt, Emu(h.height).pt) for h in holders}
    return _Layout(boxes, tuple(h.element for h in holders if h.element.ph.get("type") in FOOT))


def show(source: Source) -> bytes:
    """The slides of a session as a .pptx file."""
    presentation = Presentation(TEMPLATE)
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    session, site = source.session, source.site
    for slide in slides(source):
        page = presentation.slides.add_slide(layouts[layout_of(slide)])
        holders = {holder.placeholder_format.idx: holder for holder in page.placeholders}
        _draw(page, holders, slide)
        if slide.time:
            slide_drawings.rail(page, tuple(s.minutes for s in session.steps), slide.time.number)
        _finish(page, holders.values(), f"{session.title}. {site.name}")
        if slide.notes:
            notes = tuple(slide_words.flat(slide.notes))
            slide_words.fill(page.notes_slide.notes_text_frame, notes)
            _set_language(page.notes_slide)
    office.describe(
        presentation,
        title=session.title,
        subject=session.summary,
        author=site.name,
        url=source.url,
        day=session.added,
    )
    return office.saved(presentation, presentation.part.package._rels)


def layout_of(slide: Slide) -> str:
    """The name of the layout of a slide."""
    return LAYOUTS.get(slide.kind) or BESIDE[slide.kind][len(slide.parts) - 1]


def _draw(page: Any, holders: dict[int, Any], slide: Slide) -> None:
    alone = slide.kind == "prompts" and len(slide.parts) == 1
    sizes = PROMPT if alone else OPENING if slide.kind == "title" else TITLES
    _text(page.shapes.title, slide.title, sizes, strong=True)
    if slide.kind == "plan":
        slide_drawings.plan(holders[1], slide.rows)
    elif slide.kind == "prompts":
        _prompts(holders, slide.parts)
    elif slide.kind == "examples" and len(slide.parts) > 1:
        for n, part in enumerate(slide.parts):
            _example(holders, n, part)
    else:
        _words(holders, slide)


def _words(holders: dict[int, Any], slide: Slide) -> None:
    """The blocks of a slide, its label, its time and its code."""
    slide_words.fill(holders[1].text_frame, slide.blocks)
    sizes = (*CAPPED.get(slide.kind, fitting.SIZES), *fitting.LAST_RESORT)
    size = fitting.largest(slide.blocks, _room(holders[1]), sizes) or sizes[-1]
    slide_words.sized(holders[1].text_frame, size)
    if slide.code:
        _code(holders[CODE], slide.code)
        _text(holders[2], bare(slide.code).replace("/", "/\n", 1), ADDRESS, link=slide.url)
    elif slide.label:
        holders[2].text_frame.text = slide.label
    if slide.kind == "step" and slide.time:
        slide_words.levels(holders[CODE].text_frame, *_clock(slide.time))


def _clock(time: Time) -> tuple[Run, ...]:
    return (
        Run(f"Step {time.number} of {time.count}"),
        Run(str(time.minutes)),
        Run("minute" if time.minutes == 1 else "minutes"),
        Run(f"{clock(time.start)} to {clock(time.start + time.minutes)}"),
    )


def _prompts(holders: dict[int, Any], parts: tuple[Pointer, ...]) -> None:
    """One prompt fills a slide: its title is the prompt. More stand beside each other as cards."""
    if len(parts) == 1:
        holders[2].text_frame.text = parts[0].label
        _text(holders[1], parts[0].words, NOTE)
        return
    for n, part in enumerate(parts, 1):
        frame = holders[n].text_frame
        slide_words.levels(frame, Run(part.label), Run(part.title), Run(part.words))
        prompt, note = _card(part, _room(holders[n]))
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


def _example(holders: dict[int, Any], n: int, part: Pointer) -> None:
    _text(holders[1 + n], part.title, EXAMPLE, strong=True)
    _code(holders[CODE + n], part.code)
    _text(holders[LINK + n], bare(part.code), ADDRESS, link=part.url)
    _text(holders[WHERE + n], part.where, PLACE)


def _text(
    holder: Any, text: str, sizes: tuple[int, ...], *, strong: bool = False, link: str = ""
) -> None:
    """A text in a placeholder, in the largest letters that fit."""
    slide_words.levels(holder.text_frame, Run(text, link=link))
    size = fitting.size_of(text, _room(holder), sizes, strong)
    slide_words.sized(holder.text_frame, size, 0)


def _room(holder: Any) -> Box:
    """The box of a placeholder, which it has from its layout."""
    layout = _layouts()[holder.part.slide_layout.name]
    return layout.boxes[holder.placeholder_format.idx]


def _code(holder: Any, url: str) -> None:
    picture = holder.insert_picture(io.BytesIO(codes.png(url)))
    properties = picture._element.nvPicPr.cNvPr
    properties.set("descr", f"QR code that leads to {url}")
    properties.set("name", "QR code")


def _finish(page: Any, holders: Iterable[Any], foot: str) -> None:
    """Takes away the placeholders that hold nothing, adds number and foot, which python-pptx leaves
    out, and marks all texts as British English.
    """
    for element in [holder._element for holder in holders if holder._element is not None]:
        if not any(element.itertext(qn("a:t"))):
            element.getparent().remove(element)
    for element in _layouts()[page.slide_layout.name].feet:
        for text in slide_drawings.add_copy(page, element).iter(qn("a:r")):
            text.find(qn("a:t")).text = foot
    _set_language(page)


def _set_language(part: Any) -> None:
    """Marks every text of a part as British English."""
    for element in part._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        element.set("lang", office.LANGUAGE)
