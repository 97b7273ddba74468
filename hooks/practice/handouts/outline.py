"""What a file says, before any format: paragraphs, lists, notes, tables and links.

Markdown is read here once, from pyromark's events; every format draws these blocks and parses
nothing again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyromark

Address = Callable[[str], str]
"""From the target of a link, as written, to a full address, or to nothing where it leads nowhere.
"""

PAGE = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
ROWS = ("TableHead", "TableRow")


@dataclass(frozen=True)
class Run:
    """Words of one kind. A newline in them is a line break."""

    text: str
    strong: bool = False
    link: str = ""
    type: str = "run"


@dataclass(frozen=True)
class Paragraph:
    """Some words."""

    runs: tuple[Run, ...]
    type: str = "paragraph"


@dataclass(frozen=True)
class Listing:
    """A list. Each item is one block or more."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None
    """The first number of a list in order; None for one without numbers."""
    type: str = "listing"


@dataclass(frozen=True)
class Heading:
    """The title of a part."""

    level: int
    text: str
    aside: str = ""
    """A few words that stand with it, such as its minutes."""
    type: str = "heading"


@dataclass(frozen=True)
class Facts:
    """Pairs of a name and what it is."""

    rows: tuple[tuple[str, str], ...]
    type: str = "facts"


@dataclass(frozen=True)
class Table:
    """Rows under a head. The last column has the words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    type: str = "table"


@dataclass(frozen=True)
class Grid:
    """A table of a page: rows of cells, first its head. An empty cell is to write in."""

    rows: tuple[tuple[Paragraph, ...], ...]
    type: str = "grid"


@dataclass(frozen=True)
class Note:
    """Blocks that are set apart, under a label."""

    label: str
    blocks: tuple[Block, ...]
    type: str = "note"


@dataclass(frozen=True)
class Pointer:
    """Something of the library that is used: what it is, what it is called, what it says, and where
    it stands.
    """

    kind: str
    label: str
    title: str
    words: str
    url: str
    code: str = ""
    """What a QR code beside it leads to; nothing for no code."""
    where: str = ""
    """The place and the years of an example."""
    type: str = "pointer"


@dataclass(frozen=True)
class Ruled:
    """Empty lines to write on."""

    lines: int
    type: str = "ruled"


@dataclass(frozen=True)
class NewPage:
    """Where a new page begins."""

    type: str = "new page"


@dataclass(frozen=True)
class Slip:
    """Something to cut out: under a label its blocks, and at its foot what it belongs to."""

    label: str
    blocks: tuple[Block, ...]
    foot: str
    type: str = "slip"


@dataclass(frozen=True)
class Choice:
    """Statements, each with some answers of which one is ticked."""

    asks: tuple[str, ...]
    answers: tuple[str, ...]
    type: str = "choice"


Block = (
    Paragraph
    | Listing
    | Heading
    | Facts
    | Table
    | Grid
    | Note
    | Pointer
    | Ruled
    | NewPage
    | Slip
    | Choice
)


@dataclass(frozen=True)
class Record:
    """What the reader writes at the end: a line to copy, and questions with room for answers.

    On paper it fills the last side.
    """

    title: str
    line: str
    asks: tuple[str, ...]
    even: bool = True
    """Whether the number of sides is even."""


@dataclass(frozen=True)
class Document:
    """A file to print or to edit."""

    title: str
    description: str
    label: str
    """What kind of file it is: Handout, Trainer's notes."""
    day: str
    """The day of its version, YYYY-MM-DD."""
    blocks: tuple[Block, ...]
    url: str
    """Where it is kept up to date."""
    publisher: str
    licence: str
    record: Record | None = None


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text),))


def plain_list(texts: tuple[str, ...]) -> Listing:
    """A list of plain sentences."""
    return Listing(tuple((paragraph(text),) for text in texts))


def words(block: Block) -> str:
    """The words of a block on one line, without their form."""
    match block:
        case Paragraph(runs):
            return " ".join("".join(run.text for run in runs).split())
        case Listing(items):
            return " ".join(words(inner) for item in items for inner in item)
        case Note(_, blocks):
            return " ".join(words(inner) for inner in blocks)
        case Heading():
            return block.text
        case Pointer():
            return f"{block.title} {block.words}".strip()
    return ""


@dataclass
class _Open:
    """A container whose end has not come yet."""

    start: int | None = None
    items: list[list[Block]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass
class _Reading:
    """Where the events have led to: containers that are open, words that are waiting."""

    address: Address
    headings: bool = False
    """Whether a heading is one, and not just strong words."""
    stack: list[_Open] = field(default_factory=lambda: [_Open()])
    runs: list[Run] = field(default_factory=list)
    strong: int = 0
    links: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        link = self.links[-1] if self.links else ""
        last = self.runs[-1] if self.runs else None
        if last and (last.strong, last.link) == (self.strong > 0, link):
            self.runs[-1] = Run(last.text + text, last.strong, link)
        else:
            self.runs.append(Run(text, self.strong > 0, link))

    def close_words(self) -> None:
        """The words that wait become a paragraph where they stand."""
        if any(run.text.strip() for run in self.runs):
            self.close_cell()
        self.runs = []

    def close_cell(self) -> None:
        """The words that wait, of which there may be none, become a paragraph."""
        self.stack[-1].blocks.append(Paragraph(tuple(_trimmed(self.runs))))
        self.runs = []

    def close_heading(self, level: int) -> None:
        """The words that wait become a heading, one level up: the title of a page is none here."""
        self.stack[-1].blocks.append(Heading(level - 1, "".join(r.text for r in self.runs).strip()))
        self.runs = []


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    for n, run in enumerate(runs):
        text = run.text.lstrip() if n == 0 else run.text
        text = text.rstrip() if n == len(runs) - 1 else text
        if text:
            yield Run(text, run.strong, run.link)


def read(markdown: str, address: Address) -> tuple[Block, ...]:
    """The blocks of a field: paragraphs and lists, with strong words and links.

    HTML comes through as the words that were typed.
    """
    return _blocks(_Reading(address), pyromark.events(markdown))


def read_page(markdown: str, address: Address) -> tuple[Block, ...]:
    """The blocks of a hand-written page: those of a field, and headings and tables."""
    return _blocks(_Reading(address, headings=True), pyromark.events(markdown, options=PAGE))


def _blocks(reading: _Reading, events: Iterable[Any]) -> tuple[Block, ...]:
    for event in events:
        _take(reading, event)
    reading.close_words()
    return tuple(reading.stack[0].blocks)


def _take(reading: _Reading, event: Any) -> None:
    if event == "SoftBreak":
        reading.say(" ")
    elif event == "HardBreak":
        reading.say("\n")
    elif isinstance(event, dict):
        (name, value), *_ = event.items()
        if name == "Start":
            _begin(reading, *_tag(value))
        elif name == "End":
            _end(reading, *_tag(value))
        elif isinstance(value, str):
            reading.say(value)


def _tag(value: Any) -> tuple[str, Any]:
    if isinstance(value, dict):
        (name, detail), *_ = value.items()
        return name, detail
    return value, None


def _begin(reading: _Reading, tag: str, detail: Any) -> None:
    if tag == "List":
        reading.close_words()
        reading.stack.append(_Open(detail))
    elif tag in ("Item", "Table", *ROWS):
        reading.stack.append(_Open())
    elif tag == "Link":
        reading.links.append(reading.address(detail["dest_url"]))
    elif tag in ("Strong", "Emphasis", "Heading"):
        reading.strong += 1


def _end(reading: _Reading, tag: str, detail: Any) -> None:
    if tag == "Link":
        reading.links.pop()
    elif tag in ("Strong", "Emphasis", "Heading"):
        reading.strong -= 1
    if tag == "Heading" and reading.headings:
        reading.close_heading(int(detail[1:]))
    if tag == "TableCell":
        reading.close_cell()
    if tag in ("Paragraph", "Heading", "Item", "CodeBlock", "HtmlBlock"):
        reading.close_words()
    if tag in ("Item", *ROWS):
        done = reading.stack.pop()
        reading.stack[-1].items.append(done.blocks)
    elif tag in ("List", "Table"):
        done = reading.stack.pop()
        items = tuple(tuple(item) for item in done.items if item)
        if items:
            whole = _grid(items) if tag == "Table" else Listing(items, done.start)
            reading.stack[-1].blocks.append(whole)


def _grid(rows: tuple[tuple[Block, ...], ...]) -> Grid:
    return Grid(tuple(tuple(b for b in row if isinstance(b, Paragraph)) for row in rows))
