"""Slides and sides of sessions: how many there are, that their words fit, and what the trainer is
told.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pptx
import pypdf
import pytest
from pptx.oxml.ns import qn
from pptx.util import Emu
from tests.conftest import ROOT

from practice import handouts
from practice.cache import Cache
from practice.checking import reader
from practice.handouts import closing, fitting, handout, pdf, slides, storyboard, word
from practice.handouts.imprint import SessionContext
from practice.handouts.outline import Listing, Paragraph, Run, plain_list
from practice.handouts.outline_markdown import read
from practice.library.library import Library, build
from practice.model import Session

SMALL = ROOT / "tests" / "data" / "small"
SITE = handouts.Imprint("A library", "https://library.example.org/", "Text under CC BY 4.0.")
SHORT = "Say one thing that you noticed."
USUAL = """\
Think of a time when somebody helped you to think. They may have been a colleague or not.

In pairs, three minutes each:

- What did they do, and what did they leave alone?
- How did you treat other people afterwards, and what would you keep?

Then tell the room one thing that you want to hold on to.
"""
LONG = USUAL + "\nThe listener then adds:\n\n" + "- a question that nobody has asked so far\n" * 8
MATERIALS = (
    "card:first-words",
    "key-point:listen-first",
    "key-point:weigh-both-sides",
    "example:lighthouse-breakfasts",
    "example:harbour-walks",
)
SLIDE = 540
"""The height of a slide in points."""


@cache
def library(folder: Path = SMALL, data: str = "data") -> Library:
    reading = reader.read_folder(str(folder / data), str(folder / "docs"), Cache(None))
    return build(reading.things, reading.pages, reading.digests)


def made_up(minutes: int, *texts: str, materials: tuple[str, ...] = MATERIALS) -> SessionContext:
    """A session of some steps that share its minutes."""
    steps = [
        {
            "id": f"step-{n}",
            "title": f"A step with number {n}",
            "minutes": minutes // len(texts),
            "learners": text,
            "facilitator": "Ask, and wait.",
            "listen": "What people leave out.",
            "online": "Use rooms.",
            "materials": list(materials[: 5 if n % 2 else 3]),
        }
        for n, text in enumerate(texts, 1)
    ]
    session = {
        "id": "made-up",
        "title": "A session that nobody has taught so far",
        "summary": "For tests.",
        "minutes": minutes,
        "for": ["frontline-practitioner"],
        "size": "4 to 12 people",
        "aims": ["See what happens, and say so.", "Keep what works for people."],
        "preparation": ["Find a room."],
        "steps": steps,
        "questions": [{"ask": "What will you do tomorrow that you did not do today?"}] * 3,
        "knowing_it_worked": ["Somebody has tried something."],
        "themes": ["good-conversations"],
        "guides": ["engagement"],
        "added": "2026-11-25",
    }
    return SessionContext(Session.model_validate(session), library(), SITE)


def real() -> list[SessionContext]:
    whole = library(ROOT, "examples_data")
    return [SessionContext(session, whole, SITE) for session in whole.all("session").values()]


SESSIONS = (
    made_up(90, *[USUAL] * 6, SHORT),
    made_up(60, SHORT, USUAL, LONG, SHORT),
    made_up(10, *[SHORT] * 3, materials=()),
    made_up(360, *[LONG] * 12),
)


def opened(source: SessionContext) -> Any:
    return pptx.Presentation(io.BytesIO(slides.show(source)))


def titles(source: SessionContext) -> list[str]:
    return [slide.title for slide in storyboard.slides(source)]


# how many


def test_a_tab_parts_words() -> None:
    (block,) = read("Ask&#9;and\twait.", str)
    assert block == Paragraph((Run("Ask and wait."),))


@pytest.mark.parametrize("source", SESSIONS[:3])
def test_ninety_minutes_have_at_most_24_slides_and_other_lengths_in_proportion(
    source: SessionContext,
) -> None:
    _few_enough(source)


@pytest.mark.content
@pytest.mark.parametrize("source", real(), ids=lambda source: source.session.id)
def test_every_session_has_few_enough_slides_that_are_filled_and_fit(
    source: SessionContext,
) -> None:
    _few_enough(source)
    show = opened(source)
    assert overflowing(show) == []
    assert thin(show) == []


def _few_enough(source: SessionContext) -> None:
    assert len(storyboard.slides(source)) <= 12 + 2 * source.session.minutes / 15


@pytest.mark.parametrize("source", SESSIONS)
def test_titles_differ_and_none_counts_its_parts(source: SessionContext) -> None:
    said = titles(source)
    assert len(said) == len(set(said))
    assert [title for title in said if re.search(r"\(\d+ of \d+\)", title)] == []


def test_a_step_has_one_slide_with_its_whole_task_and_then_its_prompts_and_examples() -> None:
    kinds = [(s.kind, len(s.parts)) for s in storyboard.slides(made_up(60, USUAL))]
    assert kinds == [
        ("title", 0),
        ("list", 0),
        ("plan", 0),
        ("step", 0),
        ("prompts", 3),
        ("examples", 2),
        ("list", 0),
        ("ending", 0),
    ]


def test_a_task_that_does_not_fit_goes_on_under_the_sentence_that_leads_to_its_list() -> None:
    step, more, *_ = [s for s in storyboard.slides(made_up(60, LONG)) if s.kind != "title"][2:]
    assert (step.kind, step.title) == ("step", "A step with number 1")
    assert (more.kind, more.title) == ("list", "The listener then adds")
    assert isinstance(more.blocks[0], Listing)


def test_a_list_that_is_too_long_for_a_slide_is_cut_between_items_that_keep_their_numbers() -> None:
    items = "\n".join(f"{n}. {'an item with many words to say ' * 3}" for n in range(1, 13))
    pages = storyboard._paginate(read(f"In pairs:\n\n{items}\n", str))
    assert len(pages) > 2
    numbers = [b.start for page in pages for b in page if isinstance(b, Listing)]
    assert numbers == list(range(1, 13))


# that it fits


def letters(shape: Any, level: int) -> float:
    """The size of a paragraph: that of the slide, or of its layout, in points."""
    name = f".//{qn(f'a:lvl{level + 1}pPr')}/{qn('a:defRPr')}"
    layout = next(
        other
        for other in shape.part.slide_layout.placeholders
        if other.placeholder_format.idx == shape.placeholder_format.idx
    )
    for holder in (shape, layout):
        found = holder._element.txBody.find(qn("a:lstStyle")).find(name)
        if found is not None and found.get("sz"):
            return int(found.get("sz")) / 100
    raise AssertionError(f"{shape.name}: no size for level {level}")


def high(shape: Any) -> float:
    """How high the words of a placeholder stand, in points."""
    wide, total = Emu(shape.width).pt, 0.0
    for n, para in enumerate(shape.text_frame.paragraphs):
        bold = shape.placeholder_format.idx == 0
        text = para.text.replace("\v", "\n")
        listed = para.level and shape.part.slide_layout.name in ("Step", "List", "One example")
        block = plain_list((text,)) if listed else Paragraph((Run(text, bold),))
        total += fitting.height((block,), int(letters(shape, para.level)), wide)
        total += (fitting.BEFORE_ITEM if listed else fitting.BEFORE) if n else 0
    return total


def worded(slide: Any) -> list[Any]:
    foot = ("sldNum", "ftr")
    return [
        shape
        for shape in slide.placeholders
        if shape.has_text_frame and shape.element.ph.get("type") not in foot
    ]


def overflowing(show: Any) -> list[str]:
    return [
        f"slide {n}, {shape.name}: {high(shape):.0f} of {Emu(shape.height).pt:.0f} points"
        for n, slide in enumerate(show.slides, 1)
        for shape in worded(slide)
        if high(shape) > Emu(shape.height).pt + 1
    ]


def thin(show: Any) -> list[str]:
    """Slides of which less than a third of the height is used, but for prompts."""
    found = []
    for n, slide in enumerate(show.slides, 1):
        pictures = [s for s in slide.shapes if not s.has_text_frame and s.name != "Steps as bars"]
        tops = [Emu(s.top).pt for s in (*worded(slide), *pictures)]
        bottoms = [Emu(s.top).pt + high(s) for s in worded(slide)]
        bottoms += [Emu(s.top + s.height).pt for s in pictures]
        if "prompt" not in slide.slide_layout.name and max(bottoms) - min(tops) < SLIDE / 3:
            found.append(f"slide {n}, {slide.slide_layout.name}")
    return found


@pytest.mark.parametrize("source", SESSIONS)
def test_the_words_of_every_slide_fit_their_boxes_and_fill_a_third_of_its_height(
    source: SessionContext,
) -> None:
    show = opened(source)
    assert overflowing(show) == []
    assert thin(show) == []


def test_the_check_of_boxes_notices_words_that_do_not_fit() -> None:
    show = opened(SESSIONS[0])
    step = next(s for s in show.slides if s.slide_layout.name == "Step")
    step.placeholders[1].text_frame.text = "far too many words " * 60
    assert len(overflowing(show)) == 1


def test_tasks_are_at_least_24_points_and_only_the_foot_is_smaller_than_16() -> None:
    for slide in opened(SESSIONS[0]).slides:
        for shape in worded(slide):
            sizes = {letters(shape, para.level) for para in shape.text_frame.paragraphs}
            task = shape.placeholder_format.idx <= 1 and slide.slide_layout.name in ("Step", "List")
            address = shape.name.startswith(("Address", "Text Placeholder"))
            assert min(sizes) >= (24 if task else 12 if address else 16), shape.name


def test_the_estimate_counts_words_lines_and_levels() -> None:
    word = Paragraph((Run("mmmm"),))
    assert fitting.height((word,), 20, 500) == pytest.approx(24)
    assert fitting.height((Paragraph((Run("mmmm\nmmmm"),)),), 20, 500) == pytest.approx(48)
    assert fitting.height((word, word), 20, 500) == pytest.approx(48 + fitting.BEFORE)
    two = fitting.width("mmmm mmmm", 20) + 1
    assert fitting.height((Paragraph((Run("mmmm mmmm"),)),), 20, two) == pytest.approx(24)
    assert fitting.height((plain_list(("mmmm mmmm",)),), 20, two) == pytest.approx(48)
    assert fitting.largest((word,), fitting.Box(500, 10)) == 0


# the template


def test_every_layout_that_slides_use_is_in_the_template_with_its_room() -> None:
    layouts = {layout.name: layout for layout in pptx.Presentation(slides.TEMPLATE).slide_layouts}
    used = {*slides.LAYOUTS.values(), *(name for names in slides.BESIDE.values() for name in names)}
    assert used <= set(layouts)
    for name, box in (("Step", fitting.TASK), ("List", fitting.LIST)):
        (holder,) = [h for h in layouts[name].placeholders if h.placeholder_format.idx == 1]
        assert (Emu(holder.width).pt, Emu(holder.height).pt) >= (box.width, box.height)


def test_pictures_of_the_template_that_say_nothing_are_marked_as_decoration() -> None:
    presentation = pptx.Presentation(slides.TEMPLATE)
    for part in (presentation.slide_master, *presentation.slide_layouts):
        for shape in part.shapes:
            if not shape.is_placeholder:
                marks = shape._element.iter("{*}decorative")
                assert [mark.get("val") for mark in marks] == ["1"], shape.name


# what it says


def test_a_step_shows_its_minutes_its_place_and_the_time_by_the_clock() -> None:
    steps = [s for s in opened(made_up(90, *[SHORT] * 6)).slides if s.slide_layout.name == "Step"]
    said = [s.placeholders[slides.CODE].text_frame.text.split("\n") for s in steps]
    assert said[0] == ["Step 1 of 6", "15", "minutes", "0:00 to 0:15"]
    assert said[5] == ["Step 6 of 6", "15", "minutes", "1:15 to 1:30"]
    bars = [s for s in steps[1].shapes if s.name == "Steps as bars"]
    assert [b._element.nvGrpSpPr.cNvPr.get("descr") for b in bars] == [
        "Step 2 of 6: 0:15 to 0:30 of 1:30"
    ]


def test_the_plan_is_a_table_of_all_steps_with_the_times_at_which_they_begin() -> None:
    source = made_up(90, *[SHORT] * 6)
    (plan,) = [s for s in opened(source).slides if s.slide_layout.name == "Plan"]
    (table,) = [shape.table for shape in plan.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert table.first_row and rows[0] == ["Starts at", "What we do", "How long"]
    assert rows[2] == ["0:15", "A step with number 2", "15 minutes"]
    assert rows[-1] == ["1:30", "End", ""]
    assert "10:15 A step with number 2" in plan.notes_slide.notes_text_frame.text


def test_every_slide_tells_the_trainer_what_to_do() -> None:
    for slide in opened(SESSIONS[0]).slides:
        assert slide.has_notes_slide, slide.shapes.title.text_frame.text
    step = next(s for s in opened(SESSIONS[0]).slides if s.slide_layout.name == "Step")
    notes = step.notes_slide.notes_text_frame.text
    assert "12 minutes, from 0:00 to 0:12." in notes and "What to do\nAsk, and wait." in notes
    assert "What to listen for\nWhat people leave out." in notes


def test_the_last_slide_has_the_code_the_address_and_how_to_cite_the_session() -> None:
    last = list(opened(SESSIONS[0]).slides)[-1]
    text = " ".join(shape.text_frame.text for shape in worded(last))
    assert "A library (2026) ‘A session that nobody has taught so far’." in text
    (picture,) = [shape for shape in last.shapes if hasattr(shape, "image")]
    alt = picture._element.nvPicPr.cNvPr.get("descr")
    assert alt == "QR code that leads to https://library.example.org/sessions/made-up/"


# the learning record


def test_a_handout_has_a_line_for_the_learning_record_in_pdf_and_word() -> None:
    source = made_up(90, *[SHORT] * 6)
    line = "I took part in “A session that nobody has taught so far” (1 hour 30 minutes), led by"
    pages = pypdf.PdfReader(io.BytesIO(pdf.document(handout.learners(source)))).pages
    assert line in " ".join(" ".join(page.extract_text() for page in pages).split())
    word_file = docx.Document(io.BytesIO(word.document(handout.learners(source))))
    assert any(line in para.text for para in word_file.paragraphs)


# when it ends


@pytest.mark.parametrize("aims", [1, 8])
def test_the_evaluation_form_asks_about_every_aim_on_one_side(aims: int) -> None:
    source = made_up(90, SHORT)
    many = tuple(f"Do the thing with number {n}, and say how." for n in range(aims))
    source = replace(source, session=source.session.model_copy(update={"aims": many}))
    form = closing.evaluation(source)
    pages = pypdf.PdfReader(io.BytesIO(pdf.document(form))).pages
    text = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert all(aim in text for aim in (*many, *closing.ASKS, *closing.REACHED))
    tables = docx.Document(io.BytesIO(word.document(form))).tables
    assert [row.cells[0].text for row in tables[0].rows] == ["", *many]
    assert {cell.text for row in tables[0].rows[1:] for cell in row.cells[1:]} == {word.TICK}


def test_the_certificate_says_what_was_learnt_for_how_long_and_what_it_does_not_prove() -> None:
    source = made_up(90, SHORT)
    pages = pypdf.PdfReader(io.BytesIO(closing.certificate_sheet(source))).pages
    paper = " ".join(pages[0].extract_text().split())
    file = docx.Document(io.BytesIO(word.document(closing.certificate(source))))
    words = " ".join(para.text for para in file.paragraphs)
    assert len(pages) == 1
    for text in (paper, words):
        assert source.session.title in text and "1 hour 30 minutes" in text
        assert all(aim in text for aim in source.session.aims)
        assert closing.PROOF in text
