"""The pages, sections and pictures that a hand-written page names, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import FileLink
from .markdown import pieces
from .page_text import place, position

FILE = re.compile(r"((?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+|(?=#))(?:#(.*))?")


def links(body: str, first: int) -> Iterator[FileLink]:
    """What the text below the front matter names, in its order. `first` is the number of its first
    line.
    """
    raw = body.encode()
    for piece in pieces(body):
        if piece.name in ("Link", "Image") and (named := FILE.fullmatch(piece.data["dest_url"])):
            line, column = position(raw, place(piece, raw))
            yield FileLink(named[1], named[2] or "", first + line, column)
