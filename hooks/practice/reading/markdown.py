"""Contributed Markdown: CommonMark with tables, and nothing that could do harm.

pyromark's events carry the byte range of every piece, so that each fault stands at its own column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import pyromark

from ..kinds import CONTRIBUTED, KindName, is_kind, linkable
from ..messages import rule_of, say
from .text_file import HIDDEN

OPTIONS = pyromark.Options.ENABLE_TABLES
LINK = re.compile(r"([a-z-]+):(.*)", re.DOTALL)
ALLOWED = re.compile(r"https://[^\s/]|mailto:[^\s/]+@")
"""How the target of a link may begin, where it is not a kind and an id."""
MOST = 100
"""How many faults of one text are reported: nobody reads more."""
NOTABLE = re.compile(r"[<\[#:=&-]")


class Fault(NamedTuple):
    """Something in a text that may not be there."""

    rule: str
    words: str
    """The words as they are written: the first line of them."""
    nth: int
    """How often the same words stand before it in the text."""
    message: str
    hint: str


def links(text: str) -> list[tuple[KindName, str]]:
    """Links by id in a text: (kind, ref)."""
    if "[" not in text and "<" not in text:
        return []
    targets = (_link(piece) for piece, _ in pyromark.events_with_range(text, options=OPTIONS))
    matches = (LINK.fullmatch(t) for t in targets if t)
    return [(m[1], m[2]) for m in matches if m and is_kind(m[1]) and m[1] in linkable(CONTRIBUTED)]


def faults(text: str) -> Iterator[Fault]:
    """What contributed text may not hold, in the order of the text: the first hundred."""
    if NOTABLE.search(text):
        yield from islice(_faults(text), MOST)


def _faults(text: str) -> Iterator[Fault]:
    raw = text.encode()
    for piece, place in pyromark.events_with_range(text, options=OPTIONS):
        written = raw[place["start"] : place["end"]]
        broken = _broken(piece, written)
        if broken:
            key, values = broken
            words = written.decode().strip().split("\n")[0]
            yield Fault(
                rule_of(key),
                words,
                raw.count(words.encode(), 0, place["start"]),
                *say(key, words=words[:60], **values),
            )


def refers_to_hidden(piece: Any, written: bytes) -> bool:
    """Whether a piece that is written with a reference, such as ``&#1;``, holds a character that
    cannot be seen. As itself none stands in any file.
    """
    if b"&" not in written or not isinstance(piece, dict):
        return False
    start = piece.get("Start")
    whole = next(iter(start.values())) if isinstance(start, dict) else None
    words = whole.values() if isinstance(whole, dict) else (piece.get("Text"),)
    return any(isinstance(part, str) and HIDDEN.search(part) for part in words)


def _broken(piece: Any, written: bytes) -> tuple[str, dict[str, str]] | None:
    """What is said of a piece of text that breaks a rule: the key of a saying, and its values."""
    if not isinstance(piece, dict):
        return None
    if refers_to_hidden(piece, written):
        return "hidden-character/reference", {}
    start = piece.get("Start")
    if start == "HtmlBlock" or "InlineHtml" in piece:
        return "no-html", {}
    if isinstance(start, dict) and "Image" in start:
        return "no-images", {}
    if isinstance(start, dict) and "Heading" in start:
        return "no-headings", {}
    return _bad_link(_link(piece))


def _link(piece: Any) -> str | None:
    start = piece.get("Start") if isinstance(piece, dict) else None
    link = start.get("Link") if isinstance(start, dict) else None
    if link is None:
        return None
    return f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else str(link["dest_url"])


def _bad_link(target: str | None) -> tuple[str, dict[str, str]] | None:
    if target is None or ALLOWED.match(target):
        return None
    schemes, (scheme, colon, _) = linkable(CONTRIBUTED), target.partition(":")
    if colon and scheme in schemes:
        return None
    kinds = ", ".join(f"{scheme}:" for scheme in schemes)
    return "link", {"target": repr(target[:60]), "kinds": kinds}
