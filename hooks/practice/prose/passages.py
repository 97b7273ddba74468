"""The running text of a page or of a field in Markdown, piece by piece: what a reader sees of the
words in its own file.

Headings, paragraphs, lists and tables are part of it. Front matter, targets of links, citations,
directives, HTML tags and blocks of code are not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import pyromark

OPTIONS = pyromark.Options.ENABLE_TABLES
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ADMONITION = re.compile(r"^\s*!!!\s+\w+(?:\s+\"(.*)\")?\s*$")
ATTRIBUTES = re.compile(r"[ \t]*\{[:#.][^}\n]*\}")
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>")
INLINE = frozenset(
    ("a", "b", "i", "em", "strong", "span", "q", "cite", "code", "abbr", "small", "br")
)
"""Tags that stand within a sentence; every other one ends it."""
BLOCKS = frozenset(("Paragraph", "Heading", "Item", "TableCell", "List", "HtmlBlock", "CodeBlock"))

Kind = Literal["heading", "text", "cell"]


class Passage(NamedTuple):
    """A heading, a paragraph, an item of a list or a cell of a table."""

    kind: Kind
    line: int
    text: str
    linked: str = ""
    """The words of its links, which lead to what explains them."""


def passages(markdown: str, first: int = 1) -> list[Passage]:
    """The running text of a page or of a field in Markdown, piece by piece; its first line has the
    number `first`.
    """
    lines = list(_plain_lines(markdown, first))
    starts, at = [], 0
    for _, line in lines:
        starts.append(at)
        at += len(line.encode()) + 1
    gathered = _Gathered()
    for piece, place in pyromark.events_with_range(
        "\n".join(line for _, line in lines), options=OPTIONS
    ):
        gathered.take(piece, lines[bisect_right(starts, place["start"]) - 1][0])
    return gathered.done


def _plain_lines(markdown: str, first: int) -> Iterator[tuple[int, str]]:
    """Lines of Markdown that a plain parser reads as the site's does, each with its number in the
    file.
    """
    text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), _without_front_matter(markdown))
    inside = False
    for number, line in enumerate(text.split("\n"), first):
        box = ADMONITION.match(line)
        if box:
            inside = True
            yield from ((number, part) for part in ("", box[1] or "", ""))
            continue
        inside = inside and (not line.strip() or line.startswith("    "))
        line = ATTRIBUTES.sub("", line.removeprefix("    ") if inside else line)
        yield from ((number, part) for part in TAG.sub(_instead_of_tag, line).split("\n"))


def _without_front_matter(markdown: str) -> str:
    end = markdown.find("\n---\n", 3) if markdown.startswith("---\n") else -1
    return "\n" * markdown.count("\n", 0, end + 5) + markdown[end + 5 :] if end > 0 else markdown


def _instead_of_tag(tag: re.Match[str]) -> str:
    return "" if tag[1].lower() in INLINE else "\n\n"


class _Gathered:
    """Passages, gathered from a parser's events."""

    def __init__(self) -> None:
        self.done: list[Passage] = []
        self.open: list[str] = []
        self.line = 0
        self.text = ""
        self.linked = ""
        self.in_link = False

    def take(self, piece: Any, line: int) -> None:
        """Takes in an event that begins on a line."""
        if isinstance(piece, str):
            self._add(" ", line)
            return
        ((name, value),) = piece.items()
        if name in ("Text", "Code") and "CodeBlock" not in self.open:
            self._add(value, line)
        elif name == "Start":
            self._start(value if isinstance(value, str) else next(iter(value)))
        elif name == "End":
            self._end(value if isinstance(value, str) else next(iter(value)))

    def _add(self, text: str, line: int) -> None:
        self.line = line if not self.text.strip() else self.line
        self.text += text
        self.linked += text if self.in_link else ""

    def _start(self, name: str) -> None:
        if name in BLOCKS:
            self._flush()
        self.in_link = self.in_link or name == "Link"
        self.open.append(name)

    def _end(self, name: str) -> None:
        if name in BLOCKS:
            self._flush()
        if name == "Link":
            self.in_link = False
            self.linked += " "
        self.open.pop()

    def _flush(self) -> None:
        text = re.sub(r"\s+([.,;:!?)])", r"\1", re.sub(r"\s+", " ", self.text)).strip()
        if text:
            kind: Kind = "cell" if "TableCell" in self.open else "text"
            if "Heading" in self.open:
                kind = "heading"
            self.done.append(Passage(kind, self.line, text, self.linked))
        self.text = self.linked = ""
