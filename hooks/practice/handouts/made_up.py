"""What trainers take away of things made up for learning: what the group gets, and apart from it
what the trainer keeps.

Every page of every file says that it is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..kinds import KindName
from ..library.library import Library, Name
from ..teaching import ANALYSIS, NOTICE, Conversation, SampleRecord, Scenario, Turn
from .handout import TAUGHT
from .imprint import Imprint
from .outline import (
    Block,
    Document,
    Facts,
    FillIn,
    Heading,
    Listing,
    NewPage,
    Note,
    Paragraph,
    Ruled,
    Run,
    Slip,
    paragraph,
    plain_list,
)
from .outline_markdown import read

FOOT = "{}. Made up for learning."
ROOM = 2
"""Lines to write on under a question."""
USE = (
    "Let the group read what happened, and talk about the questions in threes.",
    "After ten minutes or so, hand out the last page, and ask what it changes.",
    "For a role play, give out the cards first, and play the next conversation."
    " Whoever has no card watches.",
    "If it comes close to something that a person has lived through, they may leave the room."
    " Ask them afterwards how they are.",
)


@dataclass(frozen=True)
class Records:
    """All records to work on."""

    title: str = "Records to work on"
    summary: str = NOTICE


@dataclass(frozen=True)
class DocumentContext:
    """The library and the imprint that documents are made from."""

    library: Library
    site: Imprint

    def blocks(self, markdown: str) -> tuple[Block, ...]:
        """The blocks of a field, its links as full addresses."""
        return read(markdown, self._address)

    def _address(self, target: str) -> str:
        return target if target.startswith("https:") else ""


def documents(library: Library, site: Imprint) -> Iterator[tuple[Name, str, Document]]:
    """Every document: what it belongs to, the beginning of its files' names, and what it says."""
    context = DocumentContext(library, site)
    for scenario in library.all("scenario").values():
        of: Name = ("scenario", scenario.id)
        yield of, f"{scenario.id}-group", group(scenario, context)
        yield of, f"{scenario.id}-trainer", trainer(scenario, context)
    for talk in library.all("conversation").values():
        yield ("conversation", talk.id), f"{talk.id}-conversation", conversation(talk, context)
    if records := tuple(library.all("record").values()):
        yield ("record", ""), "records-group", sheet(records, context)
        yield ("record", ""), "records-answers", answers(records, context)


def group(scenario: Scenario, context: DocumentContext) -> Document:
    """What the group gets: what happened and the questions, and on a page of its own the cards."""
    foot = FOOT.format(scenario.title)
    cards = (Slip(card.who, context.blocks(card.words), foot) for card in scenario.cards)
    blocks = (
        _notice(),
        *_opening(scenario, context),
        Heading(1, "Questions to talk about"),
        Listing(tuple((paragraph(ask),) for ask in scenario.questions), 1),
        NewPage(),
        Heading(1, "Cards for a role play"),
        paragraph("Cut along the lines. Each player reads one card, and no more than that."),
        *cards,
    )
    return _document(scenario, "Scenario, made up for learning", blocks, context)


def trainer(scenario: Scenario, context: DocumentContext) -> Document:
    """What the trainer keeps: the notes, and on a page of its own what comes later."""
    later = Slip("What comes later", context.blocks(scenario.twist), FOOT.format(scenario.title))
    blocks = (
        _notice(),
        paragraph(scenario.gist),
        Heading(1, "How to use it"),
        plain_list(USE),
        Heading(1, "What good answers notice"),
        plain_list(scenario.notices),
        Heading(1, "Where groups go wrong"),
        plain_list(scenario.goes_wrong),
        Heading(1, "Questions that the group has"),
        Listing(tuple((paragraph(ask),) for ask in scenario.questions), 1),
        NewPage(),
        Heading(1, "To hand out after the first talk"),
        later,
    )
    went = FillIn("How it went", "", TAUGHT, even=False)
    made = _document(scenario, "Trainer’s notes, made up for learning", blocks, context)
    return replace(made, fill_in=went)


def conversation(talk: Conversation, context: DocumentContext) -> Document:
    """A conversation to read aloud and to talk about, with what the worker thinks."""
    blocks = (
        _notice(),
        paragraph(talk.gist),
        Heading(1, "The scene"),
        *context.blocks(talk.scene),
        Facts(tuple((person.name, person.who) for person in talk.people)),
        Heading(1, "The conversation"),
        *(block for turn in talk.turns for block in _turn(turn, context)),
        Heading(1, "Afterwards"),
        *context.blocks(talk.afterwards),
        Heading(1, "Questions to talk about"),
        Listing(tuple((paragraph(ask),) for ask in talk.questions), 1),
    )
    return _document(talk, "Worked conversation, made up for learning", blocks, context)


def _turn(turn: Turn, context: DocumentContext) -> Iterator[Block]:
    """The speaker comes before the words; thoughts are set apart."""
    name = Run(f"{turn.who}: ", strong=True)
    first, *others = context.blocks(turn.says)
    yield from (
        (Paragraph((name, *first.runs)), *others)
        if isinstance(first, Paragraph)
        else (Paragraph((name,)), first, *others)
    )
    if turn.thinks:
        yield Note(f"{turn.who} thinks", context.blocks(turn.thinks))
    if turn.otherwise:
        yield Note("It could have gone otherwise", context.blocks(turn.otherwise))


def _notice() -> Paragraph:
    return Paragraph((Run(NOTICE, strong=True),))


def _opening(scenario: Scenario, context: DocumentContext) -> Iterator[Block]:
    settings = (context.library.title("setting", id) for id in scenario.settings)
    nations = (context.library.title("nation", id) for id in scenario.nations)
    yield Facts((("Where", "; ".join(settings)), ("Nation", ", ".join(nations))))
    yield Heading(1, "What happened")
    yield from context.blocks(scenario.story)


def _document(
    thing: Scenario | Conversation, label: str, blocks: tuple[Block, ...], context: DocumentContext
) -> Document:
    kind: KindName = "scenario" if isinstance(thing, Scenario) else "conversation"
    url = f"{context.site.url}{context.library.address(kind, thing.id)}"
    return context.site.document(thing, label, thing.added, blocks, url)


def sheet(records: tuple[SampleRecord, ...], context: DocumentContext) -> Document:
    """What the group gets: the sheet of questions, and every record without its answer."""
    asked = (block for ask in ANALYSIS for block in (Heading(2, ask), Ruled(ROOM)))
    shown = (block for n, record in enumerate(records, 1) for block in _record(n, record, context))
    blocks = (
        _notice(),
        Heading(1, "The sheet"),
        *asked,
        NewPage(),
        Heading(1, "The records"),
        *shown,
    )
    return _all(records, "For the group, made up for learning", blocks, context)


def answers(records: tuple[SampleRecord, ...], context: DocumentContext) -> Document:
    """What the trainer keeps: for each record what it shows, and one way to write it better."""
    shown = (block for n, record in enumerate(records, 1) for block in _answer(n, record, context))
    return _all(
        records, "Model answers, made up for learning", (_notice(), *_advice(), *shown), context
    )


def _advice() -> Iterator[Block]:
    yield paragraph(
        "Each answer is one way to write it, and never the only one. A better version often holds"
        " things that nobody could know from the text: it shows what asking would have given. Some"
        " records touch on harm, death or self-harm, so read each before you use it, and tell the"
        " group beforehand."
    )


def _record(number: int, record: SampleRecord, context: DocumentContext) -> Iterator[Block]:
    yield Heading(2, f"{number}. {record.title}", record.forms[record.form].lower())
    yield Note("Made up for learning", context.blocks(record.text))


def _answer(number: int, record: SampleRecord, context: DocumentContext) -> Iterator[Block]:
    yield Heading(1, f"{number}. {record.title}", record.qualities[record.quality].lower())
    yield plain_list(record.shows)
    good = record.quality == "good"
    label = "Why it is good" if good else "One way to write it better"
    yield Note(label, context.blocks(record.better))


def _all(
    records: tuple[SampleRecord, ...],
    label: str,
    blocks: tuple[Block, ...],
    context: DocumentContext,
) -> Document:
    day = max(record.added for record in records)
    return context.site.document(Records(), label, day, blocks, f"{context.site.url}records/")
