"""What a hand-written page leads to, each with its place: things by their ids, pages, sections and
pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from ..model import FileLink
from .markdown import Piece, pieces
from .page_text import place, position

FILE = re.compile(r"((?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+|(?=#))(?:#(.*))?")

ID = re.compile(
    r"^(?: {0,3}#{1,6}[ \t](?:[^\n]*[ \t])?|[ \t]*)\{[^{}\n#]*#([\w-]+)(?=[ }])[^{}\n]*\}[ \t]*$"
    r"|<[A-Za-z][^<>]*\s[iI][dD]\s*=\s*[\"']?([\w-]+)",
    re.MULTILINE,
)
"""An id behind a heading, below a block, or of an element."""
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
Target = tuple[str, int, int]
"""An address as it is written, with its line and its column."""
NOT_A_BREAK = re.compile(r"[^\n]")


def ids(body: str) -> tuple[str, ...]:
    """The ids that a page gives to its headings, blocks and elements, from a to z. Code and
    comments give none.
    """
    raw = body.encode()
    text, end = "", 0
    for piece in pieces(body):
        if piece.name in ("Code", "CodeBlock") and piece.start >= end:
            code = raw[piece.start : piece.end].decode()
            text += raw[end : piece.start].decode() + NOT_A_BREAK.sub(" ", code)
            end = piece.end
    text += raw[end:].decode()
    return tuple(sorted({one or other for one, other in ID.findall(COMMENT.sub("", text))}))


def links(targets: Iterable[Target]) -> Iterator[FileLink]:
    """The pages, sections and pictures among what a text leads to."""
    for target, line, column in targets:
        if named := FILE.fullmatch(target):
            yield FileLink(named[1], named[2] or "", line, column)


def targets(body: str, first: int) -> Iterator[Target]:
    """Everything that the text below the front matter leads to, in its order. `first` is the number
    of its first line.
    """
    raw = body.encode()
    for piece in pieces(body):
        for target, at in _targets(piece, raw):
            line, column = position(raw, at)
            yield target, first + line, column


def _targets(piece: Piece, raw: bytes) -> Iterator[tuple[str, int]]:
    """Where a piece leads, each with its byte. A path in HTML begins at the address of the page,
    not in the folder of its file, so it is left out.
    """
    if piece.name in ("Link", "Image"):
        yield piece.data["dest_url"], place(piece, raw)
    elif piece.name in ("HtmlBlock", "InlineHtml"):
        html = raw[piece.start : piece.end].decode()
        if "href" not in html.lower():
            return
        parser, at = _Leads(), piece.start
        parser.feed(html)
        for target in parser.found:
            at = max(raw.find(target.encode(), at + 1, piece.end), at)
            yield target, at


class _Leads(HTMLParser):
    """The ids and sections that the links of a piece of HTML lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leads = ((value or "").strip() for name, value in attrs if name == "href")
        self.found += (one for one in leads if ":" in one or one.startswith("#"))
