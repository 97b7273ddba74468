"""A session as a document: the learners' handout, and the trainer's notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Law, Session, Step
from ..rendering.formats import minutes_in_words
from ..rendering.labels import NATION_TITLES
from .imprint import SessionContext, without_scheme
from .outline import (
    Block,
    Document,
    Facts,
    FillIn,
    Heading,
    Listing,
    Note,
    Paragraph,
    Pointer,
    Ruled,
    Run,
    Table,
    paragraph,
    plain_list,
)

ROOM = 3
"""Lines to write on under a question."""
LEARNT = (
    "What stays with me from today",
    "What I will try, with whom, and by when",
    "What I will bring to supervision or to my team",
)
TAUGHT = (
    "What people said that I want to remember",
    "What I will do differently next time",
)
SHOWN = ("example", "card", "key-point")
"""Materials that are printed where they are used.

All others are places to read on, and are listed once.
"""


def learners(source: SessionContext) -> Document:
    """The handout: what we do, what we use, questions with room to write.

    It has nothing that is meant for the trainer alone.
    """
    return source.document(
        "Handout",
        (*_opening(source), *_handout_steps(source), *_room_to_write(source), *_read_on(source)),
        FillIn("For my learning record", learning_line(source), LEARNT),
        source.licence,
    )


def trainers(source: SessionContext) -> Document:
    """The trainer's notes: the plan, what to prepare, every step with its notes, and how to know
    that it worked.
    """
    return source.document(
        "Trainer’s notes",
        (
            *_opening(source),
            *_plan(source),
            *_taught_steps(source),
            *_afterwards(source),
            *_read_on(source),
        ),
        FillIn("How it went", "Taught on ______________ to ______ people.", TAUGHT),
        source.licence,
    )


def learning_line(source: SessionContext) -> str:
    """The line that a learner copies into a record of learning."""
    session = source.session
    length = minutes_in_words(session.minutes)
    return f"On ______________ I took part in “{session.title}” ({length}), led by ______________."


def _opening(source: SessionContext) -> Iterator[Block]:
    session = source.session
    yield Paragraph((Run(session.summary, strong=True),))
    yield Facts(
        (
            ("How long", minutes_in_words(session.minutes)),
            ("How many", session.size),
            ("For", joined(source.roles)),
        )
    )
    yield Heading(1, "What it is for")
    yield plain_list(session.aims)


def _handout_steps(source: SessionContext) -> Iterator[Block]:
    yield Heading(1, "What we do")
    for number, step in enumerate(source.session.steps, 1):
        yield Heading(2, f"{number}. {step.title}", minutes_in_words(step.minutes))
        yield from source.read(step.learners)
        yield from _shown(source, step)


def _room_to_write(source: SessionContext) -> Iterator[Block]:
    yield Heading(1, "Questions to take away")
    for question in source.session.questions:
        yield Heading(2, question.ask)
        yield Ruled(ROOM)


def _plan(source: SessionContext) -> Iterator[Block]:
    session = source.session
    if session.preparation:
        yield Heading(1, "Before the day")
        yield plain_list(session.preparation)
    yield Heading(1, "The plan")
    rows = (
        (str(start), str(step.minutes), f"{n}. {step.title}")
        for n, start, step in starts(session.steps)
    )
    yield Table(("From minute", "Minutes", "Step"), tuple(rows))
    yield from shorter(session)


def _taught_steps(source: SessionContext) -> Iterator[Block]:
    yield Heading(1, "Step by step")
    for number, start, step in starts(source.session.steps):
        yield Heading(
            2, f"{number}. {step.title}", f"{minutes_in_words(step.minutes)}, from minute {start}"
        )
        yield from source.read(step.learners)
        yield from to_bring(step)
        yield from labelled(
            ("Trainer’s note", source.read(step.facilitator)),
            ("Listen for", source.read(step.listen)),
            ("Model answer", answer(step)),
            ("Online", source.read(step.online)),
        )
        yield from _shown(source, step)
        yield from _background(source, step)


def _shown(source: SessionContext, step: Step) -> Iterator[Pointer]:
    return (p for p in source.pointers(step.materials) if p.kind in SHOWN)


def _background(source: SessionContext, step: Step) -> Iterator[Block]:
    links = [p for p in source.pointers(step.materials) if p.kind not in SHOWN]
    if links:
        runs = [run for link in links for run in (Run("; "), Run(link.title, link=link.url))]
        yield Paragraph((Run("Background: ", strong=True), *runs[1:], Run(".")))


def _afterwards(source: SessionContext) -> Iterator[Block]:
    yield Heading(1, "Questions to end on")
    yield plain_list(tuple(question.ask for question in source.session.questions))
    if source.session.knowing_it_worked:
        yield Heading(1, "How to know that it worked")
        yield plain_list(source.session.knowing_it_worked)
    laws = source.library.all("law")
    named = tuple(_law(laws[id]) for id in source.session.laws if id in laws)
    if named:
        yield Heading(1, "Standards and codes it goes with")
        yield plain_list(named)


def _law(law: Law) -> str:
    """A line of law by its name and nations."""
    return f"{law.title} ({', '.join(NATION_TITLES[nation] for nation in law.nations)})"


def _read_on(source: SessionContext) -> Iterator[Block]:
    links = [p for p in source.materials if p.kind not in SHOWN]
    if links:
        yield Heading(1, "Where to read on")
        pages: dict[str, list[Pointer]] = {}
        for link in links:
            pages.setdefault(link.url.partition("#")[0], []).append(link)
        yield Listing(tuple((_page(url, parts),) for url, parts in pages.items()))


def _page(url: str, links: list[Pointer]) -> Paragraph:
    """A page with its address, and the parts of it that are named: each page is listed once."""
    if len(links) == 1:
        return Paragraph(
            (Run(f"{links[0].title}, "), Run(without_scheme(links[0].url), link=links[0].url))
        )
    whole = links[0].title.partition(": ")[0]
    named = ((link.title.removeprefix(f"{whole}: "), link.url) for link in links)
    parts = [
        run for title, to in named if title != whole for run in (Run("; "), Run(title, link=to))
    ]
    return Paragraph((Run(f"{whole}: "), *parts[1:], Run("\n"), Run(without_scheme(url), link=url)))


def labelled(*named: tuple[str, tuple[Block, ...]]) -> Iterator[Note]:
    """A note for each label that has something to say."""
    return (Note(label, blocks) for label, blocks in named if blocks)


def to_bring(step: Step) -> tuple[Block, ...]:
    """What is needed that is not in the library, as one paragraph."""
    if not step.bring:
        return ()
    return (Paragraph((Run("To bring: ", strong=True), Run(step.bring))),)


def answer(step: Step) -> tuple[Block, ...]:
    """The model answer of a step, part by part."""
    if step.answer is None:
        return ()
    return (
        _lead("What good answers notice"),
        plain_list(step.answer.notices),
        _lead("Where groups go wrong"),
        plain_list(step.answer.goes_wrong),
        _lead("If nobody speaks"),
        paragraph(step.answer.nobody_speaks),
    )


def _lead(words: str) -> Paragraph:
    return Paragraph((Run(words, strong=True),))


def shorter(session: Session) -> tuple[Note, ...]:
    """What to cut if there is less time, where the session says so."""
    if not session.shorter:
        return ()
    label = f"If you have {minutes_in_words(session.minutes_fewer)} fewer"
    return (Note(label, (plain_list(cuts(session)),)),)


def cuts(session: Session) -> tuple[str, ...]:
    """Each cut as a sentence: the step with its number, how long it takes then, and how."""
    steps = {step.id: (n, step) for n, step in enumerate(session.steps, 1)}
    found = ((*steps[cut.step], cut) for cut in session.shorter)
    return tuple(
        f"Step {n}, {step.title}: take {minutes_in_words(step.minutes - cut.minutes)} in place of"
        f" {minutes_in_words(step.minutes)}. {cut.how}"
        for n, step, cut in found
    )


def starts(steps: Iterable[Step]) -> Iterator[tuple[int, int, Step]]:
    """Each step with its number and the minute at which it begins."""
    minute = 0
    for number, step in enumerate(steps, 1):
        yield number, minute, step
        minute += step.minutes


def clock(minute: int) -> str:
    """A minute as a clock shows it: 1:05 for the 65th."""
    return f"{minute // 60}:{minute % 60:02}"


def joined(titles: tuple[str, ...]) -> str:
    """Some titles as one phrase."""
    first, *rest = titles or ("",)
    named = [first, *(f"{title[:1].lower()}{title[1:]}" for title in rest)]
    return f"{', '.join(named[:-1])} and {named[-1]}" if rest else first
