"""A session as slides: the text of each, and what the trainer has in the notes.

A step has a slide with its task, and more where the task does not fit; then slides of its prompts
and of its examples, at most `PARTS_PER_SLIDE` on each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from ..model import Step
from ..rendering import cite
from ..rendering.formats import minutes_in_words
from . import fitting
from .handout import answer, clock, joined, labelled, shorter, starts, to_bring
from .imprint import SessionContext
from .outline import Block, Listing, Note, Paragraph, Pointer, Run, paragraph, plain_list, words

PARTS_PER_SLIDE = 3
"""Prompts, or examples, that stand beside each other on one slide."""
AS_TITLE = 90
"""Letters of a sentence that can be a title."""
MORNING = 10
"""The hour at which the example of a plan begins."""
SLIDES = 3
"""Over how many slides a task is shared out before its lists are cut."""
Chunk = tuple[Block, ...]
PROMPT_KINDS = ("card", "key-point")
"""Kinds of material that a slide shows as a prompt."""


@dataclass(frozen=True)
class Time:
    """When a step is, and how long it takes."""

    number: int
    count: int
    """How many steps the session has."""
    start: int
    minutes: int


@dataclass(frozen=True)
class Row:
    """A line of the plan: when a step begins, what it is called, how long it takes."""

    start: str
    title: str
    length: str


@dataclass(frozen=True)
class Slide:
    """One slide. Its kind and the number of its parts name its layout."""

    kind: str
    """title, plan, list, step, prompts, examples or ending."""
    title: str
    label: str = ""
    """A few words above or below the title."""
    blocks: tuple[Block, ...] = ()
    parts: tuple[Pointer, ...] = ()
    """Prompts or examples, beside each other."""
    rows: tuple[Row, ...] = ()
    """The lines of the plan."""
    time: Time | None = None
    notes: tuple[Block, ...] = ()
    """What the trainer alone sees."""
    url: str = ""
    """Where it leads, for the link and the QR code."""
    qr_url: str = ""


def slides(source: SessionContext) -> tuple[Slide, ...]:
    """All slides of a session: title, aims, plan, each step with what it uses, the questions, and
    where to find it all.
    """
    steps = (
        slide
        for number, start, step in starts(source.session.steps)
        for slide in _step(source, Time(number, len(source.session.steps), start, step.minutes))
    )
    end = (_questions(source), _end(source))
    return tuple(_with_unique_titles((_title(source), _aims(source), _plan(source), *steps, *end)))


def _with_unique_titles(slides: tuple[Slide, ...]) -> Iterator[Slide]:
    """The slides; a title that was used before gets the number of its step."""
    seen: set[str] = set()
    for slide in slides:
        time = slide.time if slide.title in seen else None
        title = f"{slide.title} (step {time.number})" if time else slide.title
        seen.add(title)
        yield replace(slide, title=title)


def _title(source: SessionContext) -> Slide:
    session = source.session
    notes = (paragraph(session.summary), paragraph(f"For: {joined(source.roles)}. {session.size}."))
    before = (
        (Note("Before the day", (plain_list(session.preparation),)),) if session.preparation else ()
    )
    about = (paragraph(minutes_in_words(session.minutes)), paragraph(session.size))
    return Slide("title", session.title, source.site.name, about, notes=(*notes, *before))


def _aims(source: SessionContext) -> Slide:
    note = "Read them out, and ask which one people came for. Come back to them at the end."
    aims = (plain_list(source.session.aims),)
    return Slide("list", "What it is for", blocks=aims, notes=(paragraph(note),))


def _plan(source: SessionContext) -> Slide:
    planned = tuple(starts(source.session.steps))
    end = Row(clock(source.session.minutes), "End", "")
    rows = tuple(
        Row(clock(at), step.title, minutes_in_words(step.minutes)) for _, at, step in planned
    )
    day = tuple(f"{clock(60 * MORNING + start)} {step.title}" for _, start, step in planned)
    notes: tuple[Block, ...] = (
        paragraph("Times count from the start."),
        Note(f"If you begin at {clock(60 * MORNING)}", (plain_list(day),)),
        *shorter(source.session),
    )
    return Slide("plan", "The plan", rows=(*rows, end), notes=notes)


def _step(source: SessionContext, time: Time) -> Iterator[Slide]:
    step = source.session.steps[time.number - 1]
    first, *others = _paginate(source.read(step.learners))
    notes = _notes(source, time.start, step)
    yield Slide("step", step.title, blocks=first, time=time, notes=notes)
    for number, blocks in enumerate(others, 2):
        title, rest = _titled(blocks, f"{step.title}, part {number}")
        yield Slide("list", title, step.title, rest, time=time)
    pointers = tuple(source.pointers(step.materials))
    yield from _beside(time, [p for p in pointers if p.kind in PROMPT_KINDS])
    yield from _beside(time, [p for p in pointers if p.kind == "example"])


def _beside(time: Time, pointers: list[Pointer]) -> Iterator[Slide]:
    """Slides of prompts or of examples, shared out evenly."""
    count = -(-len(pointers) // PARTS_PER_SLIDE)
    for number in range(count):
        parts = tuple(pointers[number::count])
        slide = _examples(time, parts) if parts[0].kind == "example" else _prompts(time, parts)
        more = len(parts) > 1 and number
        yield replace(slide, title=slide.title.replace(": ", ": more ", 1)) if more else slide


def _prompts(time: Time, parts: tuple[Pointer, ...]) -> Slide:
    title = parts[0].title if len(parts) == 1 else f"Step {time.number}: to talk about"
    note = "Read it out slowly, and wait. People may answer aloud, on paper, or only to themselves."
    return Slide("prompts", title, parts=parts, time=time, notes=(paragraph(note), *_where(parts)))


def _examples(time: Time, parts: tuple[Pointer, ...]) -> Slide:
    title = parts[0].title if len(parts) == 1 else f"Step {time.number}: examples to read"
    note = "Let people read for themselves before anybody speaks. The code opens it on a telephone."
    url, qr_url = (parts[0].url, parts[0].qr_url) if len(parts) == 1 else ("", "")
    blocks = (paragraph(parts[0].words),) if len(parts) == 1 else ()
    notes = (paragraph(note), *_where(parts))
    return Slide("examples", title, "", blocks, parts, (), time, notes, url, qr_url)


def _where(parts: tuple[Pointer, ...]) -> Iterator[Paragraph]:
    return (
        Paragraph((Run(f"{part.label}: {part.title}: "), Run(part.url, link=part.url)))
        for part in parts
    )


def _notes(source: SessionContext, start: int, step: Step) -> tuple[Block, ...]:
    when = (
        f"{minutes_in_words(step.minutes)}, from {clock(start)} to {clock(start + step.minutes)}."
    )
    links = [p for p in source.pointers(step.materials) if p.kind not in (*PROMPT_KINDS, "example")]
    named = labelled(
        ("What to do", source.read(step.facilitator)),
        ("What to listen for", source.read(step.listen)),
        ("Model answer", answer(step)),
        ("Online", source.read(step.online)),
        ("To hand out or to read before", tuple(paragraph(f"{p.title}: {p.url}") for p in links)),
    )
    return (paragraph(when), *to_bring(step), *named)


def _questions(source: SessionContext) -> Slide:
    note = "Choose one or two. Let people write before they speak. The handout has room for all."
    asked = (plain_list(tuple(question.ask for question in source.session.questions)),)
    return Slide("list", "Questions to take away", blocks=asked, notes=(paragraph(note),))


def _end(source: SessionContext) -> Slide:
    session = source.session
    worked = (
        (Note("How to know that it worked", (plain_list(session.knowing_it_worked),)),)
        if session.knowing_it_worked
        else ()
    )
    address = source.url.removeprefix(source.site.url)
    blocks = (
        paragraph("The handout, the examples and everything to read on are on the session’s page."),
        paragraph(cite.harvard(source.site, session.title, session.added, address)),
        paragraph(source.licence),
    )
    return Slide(
        "ending",
        "Take it with you",
        source.site.name,
        blocks,
        notes=worked,
        url=source.url,
        qr_url=source.url,
    )


def _titled(blocks: tuple[Block, ...], otherwise: str) -> tuple[str, tuple[Block, ...]]:
    """The title of a slide on which a task goes on, and the blocks below it: the sentence that
    leads to a list is the title of that list.
    """
    lead = words(blocks[0]) if isinstance(blocks[0], Paragraph) else ""
    if lead and len(lead) <= AS_TITLE and len(blocks) > 1 and isinstance(blocks[1], Listing):
        return lead.removesuffix(":"), blocks[1:]
    return otherwise, blocks


def _paginate(blocks: tuple[Block, ...]) -> tuple[Chunk, ...]:
    """Splits blocks over the fewest slides that take them, with the largest smallest font."""
    chunks = tuple(_chunks(blocks))
    for cuts in range(min(len(chunks), SLIDES)):
        ways = [_cut(chunks, at) for at in combinations(range(1, len(chunks)), cuts)]
        size, way = max(((_smallest(way), way) for way in ways), key=lambda found: found[0])
        if size:
            return way
    return tuple(_paginate_greedily(blocks))


def _paginate_greedily(blocks: tuple[Block, ...]) -> Iterator[Chunk]:
    """Splits blocks and items of lists, filling each slide in turn."""
    page: Chunk = ()
    for piece in _pieces(blocks):
        if page and not fitting.largest((*page, *piece), fitting.TASK):
            yield page
            page = ()
        page = (*page, *piece)
    yield page


def _cut(chunks: tuple[Chunk, ...], at: tuple[int, ...]) -> tuple[Chunk, ...]:
    bounds = zip((0, *at), (*at, len(chunks)), strict=True)
    return tuple(tuple(b for idea in chunks[low:high] for b in idea) for low, high in bounds)


def _smallest(slides: tuple[Chunk, ...]) -> int:
    boxes = (fitting.TASK, *(fitting.LIST for _ in slides[1:]))
    return min(fitting.largest(s, box) for s, box in zip(slides, boxes, strict=True))


def _chunks(blocks: tuple[Block, ...]) -> Iterator[Chunk]:
    """Each paragraph is an idea; a list is one with the sentence that leads to it."""
    lead: Chunk = ()
    for block in blocks:
        if isinstance(block, Listing):
            yield (*lead, block)
            lead = ()
        else:
            if lead:
                yield lead
            lead = (block,)
    if lead:
        yield lead


def _pieces(blocks: Chunk) -> Iterator[Chunk]:
    """Each paragraph and each item of a list, which keeps its number; the sentence that leads to a
    list stays with its first item.
    """
    for idea in _chunks(blocks):
        *lead, last = idea
        if not isinstance(last, Listing):
            yield idea
            continue
        for n, item in enumerate(last.items):
            one = Listing((item,), None if last.start is None else last.start + n)
            yield (*lead, one) if n == 0 else (one,)
