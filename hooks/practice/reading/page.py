"""Hand-written pages: front matter, headings, links by id, citations and directives, each with its
line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from ..kinds import PAGES, linkable
from ..messages import problem
from ..model import (
    Change,
    Directive,
    EasyWords,
    FileLink,
    Flag,
    Frozen,
    Heading,
    Id,
    Mention,
    Minutes,
    Page,
    Problem,
    SectionAsks,
    Text,
    Whole,
)
from . import document, page_files, page_text, schema, text_file
from .contents import Contents
from .document import Record
from .page_files import Target
from .text_file import ReadError

BLANK = re.compile(r"---[ \t]+$", re.MULTILINE)
"""A first line that looks as if it opened front matter."""
HEADING = re.compile(r"^(#{2,3})[ \t]+(.+?)(?:[ \t]+\{#([A-Za-z0-9_-]+)\})?[ \t]*$")
LINK = re.compile(r"([a-z-]+):(.*)")
"""A link by id."""
DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([a-z-]+:[^>\s]*)")
"""A definition of a link by id. MkDocs may read one inside a paragraph, where CommonMark does not.
"""
DIRECTIVE = re.compile(r"<!--\s*practice:(?P<inside>.*?)(?P<end>-->|$)")
MARKED = ("]:", "<!--")
"""One of these stands in every line with a definition of a link, or with a directive."""
OPTION = re.compile(r"\S+")
FENCE = re.compile(r"^\s*(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<rest>.*)$")
"""A line that opens a block of code; one that closes it has nothing behind as many marks."""
CODE = re.compile(r"(`+)[^`].*?\1")
"""Words shown as code: a link in them is no link."""


class Front(Frozen):
    """What may stand at the top of a hand-written page.

    The templates in overrides/ read the same fields.
    """

    id: Id | None = None
    title: Text | None = None
    summary: Text | None = None
    minutes: Minutes | None = None
    """How long a guide takes to read."""
    order: Whole = 0
    """The place of a guide among the guides, or of a sheet in its kit."""
    themes: tuple[Id, ...] = ()
    also: tuple[Text, ...] = ()
    """Other words that people look for it with."""
    asks: tuple[SectionAsks, ...] = ()
    """How people might ask for it, or for a section of a guide."""
    easy: EasyWords | None = None
    """The gist of a guide in short sentences, one idea each."""
    changes: tuple[Change, ...] = ()
    """What changed, for people who taught with it before."""
    door: Literal["understand", "example", "teach"] | None = None
    """The door of the home page behind which it lies: it gives the colour."""
    section: Text | None = None
    """The part of the menu that is marked."""
    sheet: Flag = False
    """Whether it is printed as a sheet of its own."""
    word: Text | None = None
    """For a page that is also a Word file to edit: what kind of file, in a word or two."""
    bare: Flag = False
    """Whether it lays itself out: it has its own heading, and may hold all of `page_text.TAGS`."""
    under: Annotated[Text, Field(pattern=r"^([a-z0-9-]+/)+$")] | None = None
    """The page above it, and what that one is called."""
    under_title: Text | None = None


class GuideFront(Front):
    """A guide is a page with an id, and has more to say about itself."""

    id: Id
    aliases: tuple[Id, ...] = ()
    """Ids that it had before."""
    title: Text
    summary: Text
    minutes: Minutes
    order: Whole


def read(raw: bytes, path: str, file: str) -> Contents:
    """A page below docs/. `file` is its path there, `path` its path for messages."""
    try:
        text = text_file.decode(raw)
        front, start = _front(text, path)
    except ReadError as fault:
        return Contents(problems=[fault.problem(path)], complete=False)
    checked = schema.check(_model(front), front)
    checked.problems.extend(_forged(front, path))
    lines = text.split("\n")[start:]
    below, first = "\n".join(lines), start + 1
    too_much = list(page_text.limits(below, first, path))
    if any(one.rule == "page-limits" for one in too_much):
        return Contents(problems=[*checked.problems, *too_much], complete=False)
    body = _body(lines, first, path)
    targets = list(page_files.targets(below, first))
    body.links(targets)
    bare = isinstance(front.value, dict) and front.value.get("bare") == "true"
    kinds = tuple(linkable(PAGES))
    body.problems += [*too_much, *page_text.problems(below, first, path, kinds, bare)]
    files = tuple(page_files.links(targets))
    things = [_page(file, checked.thing, body, below, files)] if checked.thing else []
    return Contents(things, problems=[*checked.problems, *body.problems], complete=bool(things))


def record(raw: bytes, path: str) -> Record:
    """The YAML of a file, which is the front matter of a page. Raises `ReadError`."""
    is_page = path.endswith(".md")
    return _front(text_file.decode(raw), path)[0] if is_page else document.read(raw, path)


def for_engine(raw: bytes, path: str) -> str:
    """A page whose front matter is JSON with the checked values, which every reader of YAML reads
    in the same way: PyYAML makes ``True`` of ``yes`` and 750 of ``12:30``. Raises `ReadError`.
    """
    text = text_file.decode(raw)
    front, start = _front(text, path)
    model = _model(front)
    values = schema.check(model, front).thing or schema.sketch(model, front) or Front()
    body = "\n".join(text.split("\n")[start:])
    return f"---\n{values.model_dump_json(exclude_none=True)}\n---\n{body}"


def options(text: str) -> dict[str, str]:
    """``theme=risk limit=5`` as a mapping."""
    return {name: value for part in text.split() for name, _, value in [part.partition("=")]}


def _front(text: str, path: str) -> tuple[Record, int]:
    """The front matter as a record, and the number of lines it takes."""
    if BLANK.match(text):
        raise ReadError(1, 4, "yaml/front-blank")
    if not text.startswith("---\n"):
        return Record(path, text, {}), 0
    end = text.find("\n---\n", 3)
    if end < 0:
        raise ReadError(1, 1, "yaml/front")
    record = document.read(("\n" + text[4 : end + 1]).encode(), path)
    record.value = record.value or {}
    return record, text.count("\n", 0, end + 5)


def _model(front: Record) -> type[Front]:
    return GuideFront if "id" in front.value else Front


def _forged(front: Record, path: str) -> Iterator[Problem]:
    """Marks of the build's own in the front matter, however they are written there."""
    if page_text.MARK not in repr(front.value):
        return
    for where, mark in front.marks.items():
        value = front.at(where)
        if isinstance(value, str) and page_text.MARK in value:
            yield page_text.forged(path, mark.line, mark.column)


class _Body:
    """The text below the front matter, gathered line by line."""

    def __init__(self, path: str):
        self.path = path
        self.headings: list[Heading] = []
        self.mentions: list[Mention] = []
        self.defined: list[tuple[str, int, int]] = []
        """Definitions of links by id."""
        self.directives: list[Directive] = []
        self.problems: list[Problem] = []

    def take(self, number: int, line: str) -> None:
        """Takes in a line that is not part of a block of code."""
        heading = HEADING.match(line)
        if heading:
            self._heading(number, level=len(heading[1]), title=heading[2], id=heading[3] or "")
        if not any(map(line.__contains__, MARKED)):
            return
        words = CODE.sub(lambda code: " " * len(code[0]), line)
        if defined := DEFINED.match(words):
            self.defined.append((defined[1], number, defined.start(1) + 1))
        for found in DIRECTIVE.finditer(words):
            self._directive(number, found)

    def links(self, targets: Iterable[Target]) -> None:
        """Takes in what the text leads to, once its headings are known."""
        found = list(targets)
        known = {target for target, _, _ in found}
        found += (one for one in self.defined if one[0] not in known)
        for target, line, column in found:
            link = LINK.fullmatch(target)
            if link and link[1] in linkable(PAGES):
                self.mentions.append(Mention(link[1], link[2], line, column, self._around(line)))

    def _around(self, line: int) -> str:
        """The id of the section in which a line stands."""
        above = [h.id for h in self.headings if h.level == 2 and h.line <= line]
        return above[-1] if above else ""

    def _heading(self, number: int, level: int, title: str, id: str) -> None:
        self.headings.append(Heading(id, title, level, number, cites=False))
        if level == 2 and not id:
            self.problems.append(problem(self.path, number, 1, "heading-id", title=repr(title)))

    def _directive(self, number: int, found: re.Match[str]) -> None:
        if not found["end"]:
            self.problems.append(problem(self.path, number, found.start() + 1, "directive/open"))
        name, *rest = [
            (m[0], found.start("inside") + m.start() + 1) for m in OPTION.finditer(found["inside"])
        ] or [("", found.start("inside") + 1)]
        given = tuple(
            (option, value, column)
            for part, column in rest
            for option, _, value in [part.partition("=")]
        )
        self.directives.append(Directive(name[0], given, number, name[1]))

    def cited(self) -> list[Heading]:
        """The headings, each with whether a source is cited in it."""
        citing = {m.section for m in self.mentions if m.kind == "source"}
        return [replace(h, cites=h.level == 2 and h.id in citing) for h in self.headings]


def _body(lines: list[str], first: int, path: str) -> _Body:
    body, open_at, marks = _Body(path), 0, ""
    for number, line in enumerate(lines, first):
        fence = FENCE.match(line)
        if not marks and fence:
            open_at, marks = number, fence["marks"]
        elif not marks:
            body.take(number, line)
        elif fence and fence["marks"].startswith(marks) and not fence["rest"].strip():
            marks = ""
    body.problems += _duplicate_headings(body.headings, path)
    if marks:
        body.problems.append(problem(path, open_at, 1, "open-code", marks=marks))
    return body


def _duplicate_headings(headings: list[Heading], path: str) -> list[Problem]:
    first: dict[str, int] = {}
    return [
        problem(path, h.line, 1, "unique-id/heading", given=repr(h.id), first=first[h.id])
        for h in headings
        if h.id and first.setdefault(h.id, h.line) != h.line
    ]


def _page(file: str, front: Front, body: _Body, text: str, files: tuple[FileLink, ...]) -> Page:
    return Page(
        file=file,
        id=front.id or "",
        title=front.title or "",
        summary=front.summary or "",
        order=front.order,
        minutes=front.minutes or 0,
        themes=front.themes,
        headings=tuple(body.cited()),
        mentions=tuple(body.mentions),
        also=front.also,
        aliases=getattr(front, "aliases", ()),
        asks=front.asks,
        directives=tuple(body.directives),
        files=files,
        ids=page_files.ids(text),
        under=front.under or "",
        changes=front.changes,
        easy=front.easy or (),
        word=front.word or "",
        text=text if front.word else "",
    )
