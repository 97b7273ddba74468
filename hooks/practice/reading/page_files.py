"""The pages, sections and pictures that a hand-written page names, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import FileLink
from .markdown import pieces
from .page_text import place, position

FILE = re.compile(r"((?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+|(?=#))(?:#(.*))?")


ID = re.compile(r"\{[^}\n]*#([\w-]+)[^}\n]*\}|\bid=[\"']?([\w-]+)")
"""An id behind a heading, or of an element."""
UNNAMED = re.compile(r"^ {0,3}#{1,6}[ \t]+([^{}\n]+?)[ \t#]*$", re.MULTILINE)
"""The words of a heading without an id."""


def ids(body: str) -> frozenset[str]:
    """Every id on a page. Code may add some that are none: so a link is never refused wrongly."""
    return frozenset(one or other for one, other in ID.findall(body))


def unnamed(body: str) -> tuple[str, ...]:
    """The words of each heading without an id: MkDocs makes one of them."""
    return tuple(UNNAMED.findall(body))


def links(body: str, first: int) -> Iterator[FileLink]:
    """What the text below the front matter names, in its order. `first` is the number of its first
    line.
    """
    raw = body.encode()
    for piece in pieces(body):
        if piece.name in ("Link", "Image") and (named := FILE.fullmatch(piece.data["dest_url"])):
            line, column = position(raw, place(piece, raw))
            yield FileLink(named[1], named[2] or "", first + line, column)
