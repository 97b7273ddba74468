"""A hand-written page, and what the reader of pages finds in it."""

from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import Field

from .fields import Ask, Change, Frozen, Id


class SectionAsks(Frozen):
    """How people might ask for a section of a guide, or for a whole page."""

    section: Id | None = None
    asks: Annotated[tuple[Ask, ...], Field(min_length=1, max_length=12)]


class NamedPage(NamedTuple):
    """A page of the site that data can name by a short id."""

    id: str
    address: str

    @property
    def title(self) -> str:
        return self.id.replace("-", " ").capitalize()


@dataclass(frozen=True)
class Heading:
    """A section of a hand-written page."""

    id: str
    title: str
    level: int
    line: int
    cites: bool
    """Whether a source is cited in it."""


@dataclass(frozen=True)
class Mention:
    """A link by id in a hand-written page: ``[text](kind:ref)``."""

    kind: str
    ref: str
    line: int
    column: int
    section: str


@dataclass(frozen=True)
class FileLink:
    """A page, a section of one, or a picture that a hand-written page names by its path."""

    path: str
    """As it is written, from the folder of the page; `""` for a section of the page itself."""
    section: str
    """What follows a ``#``."""
    line: int
    column: int


@dataclass(frozen=True)
class Directive:
    """A comment in a hand-written page that is filled from the library: ``<!-- practice:name
    option=value -->``.
    """

    name: str
    options: tuple[tuple[str, str, int], ...]
    """(option, value, column)"""
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """A hand-written page. A guide is a page whose front matter has an id."""

    file: str
    """Its path below docs/, with forward slashes."""
    id: str
    title: str
    summary: str
    order: int
    minutes: int
    themes: tuple[str, ...]
    headings: tuple[Heading, ...]
    mentions: tuple[Mention, ...]
    also: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Ids that it had before as a guide."""
    asks: tuple[SectionAsks, ...] = ()
    directives: tuple[Directive, ...] = ()
    files: tuple[FileLink, ...] = ()
    ids: tuple[str, ...] = ()
    """What a link may name behind a ``#``: ids of headings and of elements."""
    under: str = ""
    """The address of the page above it."""
    changes: tuple[Change, ...] = ()
    easy: tuple[str, ...] = ()
    """The gist of a guide in easy words."""
    word: str = ""
    """What kind of Word file the page is as well; `""` for a page that is not one."""
    text: str = ""
    """The Markdown of a page that is a Word file as well; `""` for any other."""

    @property
    def address(self) -> str:
        stem = self.file.removesuffix(".md")
        return "" if stem == "index" else f"{stem.removesuffix('/index')}/"

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources that it cites, each once, in the order of the text."""
        return tuple(dict.fromkeys(m.ref for m in self.mentions if m.kind == "source"))
