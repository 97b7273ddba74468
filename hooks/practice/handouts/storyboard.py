"""A session as slides: what stands on each, and what the trainer has in the notes.

One idea a slide.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Step
from .handout import joined, minutes, starts
from .imprint import Source
from .outline import Block, Listing, Note, Paragraph, Pointer, paragraph, plain_list, words

HIGH, ACROSS = 8.8, 50
"""Lines under a title, and letters in a line, at the size of reading text."""
FEW = 60
"""Letters of a sentence that is too short for a slide of its own."""


@dataclass(frozen=True)
class Slide:
    """One slide. Its kind names its layout."""

    kind: str
    """opening, part, idea, saying, example or ending."""
    title: str
    label: str = ""
    """A few words above or below the title: what it is, how long it takes."""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    """What the trainer alone sees."""
    url: str = ""
    """Where it leads, for the link and the QR code."""
    code: str = ""


def slides(source: Source) -> tuple[Slide, ...]:
    """All slides of a session: opening, aims, each step with what it uses, each question, and where
    to find it all.
    """
    steps = (
        slide
        for number, start, step in starts(source.session.steps)
        for slide in _step(source, number, start, step)
    )
    return (_opening(source), *_aims(source), *steps, *_questions(source), _ending(source))


def _opening(source: Source) -> Slide:
    session = source.session
    notes = (paragraph(session.summary), paragraph(f"For: {joined(source.roles)}. {session.size}."))
    before = (
        (Note("Before the day", (plain_list(session.preparation),)),) if session.preparation else ()
    )
    return Slide(
        "opening",
        session.title,
        f"{source.site.name}. {minutes(session.minutes)}",
        notes=(*notes, *before),
    )


def _aims(source: Source) -> Iterator[Slide]:
    for blocks in _shared_out((plain_list(source.session.aims),)):
        yield Slide("idea", "What it is for", blocks=blocks)


def _step(source: Source, number: int, start: int, step: Step) -> Iterator[Slide]:
    yield Slide(
        "part", f"{number}. {step.title}", minutes(step.minutes), notes=_notes(source, start, step)
    )
    pages = tuple(_shared_out(source.read(step.learners)))
    for page, blocks in enumerate(pages, 1):
        yield Slide(
            "idea",
            step.title if len(pages) == 1 else f"{step.title} ({page} of {len(pages)})",
            blocks=blocks,
        )
    for pointer in source.pointers(step.materials):
        yield from _used(pointer)


def _notes(source: Source, start: int, step: Step) -> tuple[Block, ...]:
    online = (Note("Online", source.read(step.online)),) if step.online else ()
    links = [p for p in source.pointers(step.materials) if p.kind == "guide"]
    background = (
        (Note("Background", tuple(paragraph(f"{p.title}: {p.url}") for p in links)),)
        if links
        else ()
    )
    return (
        paragraph(f"From minute {start}, for {minutes(step.minutes)}."),
        *source.read(step.facilitator),
        *online,
        *background,
    )


def _used(pointer: Pointer) -> Iterator[Slide]:
    """The slide of a material, if it is one to look at together."""
    blocks = (paragraph(pointer.words),) if pointer.words else ()
    notes = (paragraph(f"{pointer.label}: {pointer.url}"),)
    if pointer.kind == "example":
        yield Slide(
            "example", pointer.title, pointer.label, blocks, notes, pointer.url, pointer.code
        )
    elif pointer.kind in ("card", "key-point"):
        yield Slide("saying", pointer.title, pointer.label, blocks, notes, pointer.url)


def _questions(source: Source) -> Iterator[Slide]:
    for question in source.session.questions:
        yield Slide("saying", question.ask, "A question to take away")


def _ending(source: Source) -> Slide:
    session = source.session
    worked = (
        (Note("How to know that it worked", (plain_list(session.knowing_it_worked),)),)
        if session.knowing_it_worked
        else ()
    )
    blocks = (
        paragraph("The handout, the examples and everything to read on are on the session’s page."),
        paragraph(source.licence),
    )
    return Slide(
        "ending", "Take it with you", source.site.name, blocks, worked, source.url, source.url
    )


def _shared_out(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks over as many slides as they need: a new idea begins a new slide, unless it or the one
    before is only a few words.
    """
    page: tuple[Block, ...] = ()
    for idea in _ideas(blocks):
        if page and _short(page, idea) and _height(*page, *idea) <= HIGH:
            page = (*page, *idea)
            continue
        if page:
            yield page
        *full, page = _pages(idea)
        yield from full
    if page:
        yield page


def _ideas(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Each paragraph is an idea; a list is one with the sentence that leads to it."""
    lead: tuple[Block, ...] = ()
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


def _short(*ideas: tuple[Block, ...]) -> bool:
    return any(
        len(idea) == 1 and isinstance(idea[0], Paragraph) and len(words(idea[0])) <= FEW
        for idea in ideas
    )


def _pages(idea: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """An idea as it is, or over some slides where its list is long."""
    if _height(*idea) <= HIGH or not isinstance(idea[-1], Listing):
        return [idea]
    pages = [idea[:-1]]
    for item in _single(idea[-1]):
        if len(pages[-1]) > len(idea) - 1 and _height(*pages[-1], item) > HIGH:
            pages.append(())
        pages[-1] = (*pages[-1], item)
    return pages


def _height(*blocks: Block) -> float:
    """How many lines some blocks take on a slide, with the space between paragraphs as a part of
    one.
    """
    pieces = [
        words(piece)
        for block in blocks
        for item in (block.items if isinstance(block, Listing) else ((block,),))
        for piece in item
    ]
    return sum(math.ceil(len(piece) / ACROSS) + 0.4 for piece in pieces)


def _single(listing: Listing) -> Iterator[Listing]:
    """The items of a list, each as a list of one that keeps its number."""
    for n, item in enumerate(listing.items):
        yield Listing((item,), None if listing.start is None else listing.start + n)
