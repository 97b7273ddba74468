"""The pages and pictures that a hand-written page names by their paths, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyromark

from ..model import FileLink
from .page_text import OPTIONS, place, position

FILE = re.compile(r"((?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+)(?:#.*)?")


def links(body: str, first: int) -> Iterator[FileLink]:
    """What the text below the front matter names, in its order. `first` is the number of its first
    line.
    """
    raw = body.encode()
    for event, span in pyromark.events_with_range(body, options=OPTIONS):
        target = _target(event)
        named = FILE.fullmatch(target) if target else None
        if named:
            line, column = position(raw, place(event, raw, span))
            yield FileLink(named[1], first + line, column)


def _target(event: Any) -> str:
    start = event.get("Start") if isinstance(event, dict) else None
    link = start.get("Link") or start.get("Image") if isinstance(start, dict) else None
    return str(link["dest_url"]) if link else ""
