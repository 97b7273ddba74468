"""The pages, sections and pictures that a hand-written page names, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import FileLink
from .markdown import pieces
from .page_text import place, position

FILE = re.compile(r"((?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+|(?=#))(?:#(.*))?")

ID = re.compile(
    r"^(?: {0,3}#{1,6}[ \t](?:[^\n]*[ \t])?|[ \t]*)\{[^{}\n#]*#([\w-]+)(?=[ }])[^{}\n]*\}[ \t]*$"
    r"|<[A-Za-z][^<>]*\s[iI][dD]\s*=\s*[\"']?([\w-]+)",
    re.MULTILINE,
)
"""An id behind a heading, below a block, or of an element."""
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
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


def links(body: str, first: int) -> Iterator[FileLink]:
    """What the text below the front matter names, in its order. `first` is the number of its first
    line.
    """
    raw = body.encode()
    for piece in pieces(body):
        if piece.name in ("Link", "Image") and (named := FILE.fullmatch(piece.data["dest_url"])):
            line, column = position(raw, place(piece, raw))
            yield FileLink(named[1], named[2] or "", first + line, column)
