"""What a file says, before any format: paragraphs, lists, notes, tables and links.

`outline_markdown` reads Markdown once, from pyromark's events; every format renders these blocks
and parses nothing again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Address = Callable[[str], str]
"""From the target of a link, as written, to a full address, or to `""` where it leads nowhere."""


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
    qr_url: str = ""
    """What a QR code beside it leads to; `""` for no code."""
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
class FillIn:
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
    fill_in: FillIn | None = None


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
