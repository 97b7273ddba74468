"""Contributed Markdown: CommonMark with tables, and nothing that could do harm.

pyromark's events carry the byte range of every piece, so each fault has its own column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

import pyromark

from ..kinds import CONTRIBUTED, KindName, is_kind, linkable
from ..messages import format_message, rule_of
from ..model import is_web_address
from .text_file import HIDDEN

OPTIONS = pyromark.Options.ENABLE_TABLES
LINK = re.compile(r"([a-z-]+):(.*)", re.DOTALL)
ALLOWED = re.compile(r"https://[^\s/]|mailto:[^\s/]+@")
"""How the target of a link may begin, where it is not a kind and an id."""
MAX_VIOLATIONS = 100
"""How many faults of one text are reported: nobody reads more."""
NOTABLE = re.compile(r"[<\[#&]")
UNDERLINED = re.compile(r"\n[ \t>]*[-=]+[ \t]*$", re.MULTILINE)
"""A text with neither breaks no rule, and most texts have neither."""

DEFINITION = re.compile(
    rb"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t>]+)*\[(?P<label>(?:\\.|[^\[\]\\])+)\]:", re.M
)
"""What begins the definition of a link, where it is no part of a piece that is shown."""
AROUND = ("BlockQuote", "List", "Item")
"""Pieces that definitions may stand in."""

BROKEN = {
    "HtmlBlock": "no-html",
    "InlineHtml": "no-html",
    "Image": "no-images",
    "Heading": "no-headings",
}
"""The message for a piece that contributed text may not hold, by its name."""


class Piece(NamedTuple):
    """A piece of a text, such as a link or some words, where it begins."""

    name: str
    """``Link``, ``Text``, ``HtmlBlock`` …, as pyromark calls it."""
    data: Any
    """What pyromark knows of it: words, or values by name."""
    start: int
    """Its first byte, and the byte behind its last."""
    end: int


class TextViolation(NamedTuple):
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
    targets = (_target(piece) for piece in pieces(text) if piece.name == "Link")
    matches = (LINK.fullmatch(t) for t in targets)
    return [(m[1], m[2]) for m in matches if m and is_kind(m[1]) and m[1] in linkable(CONTRIBUTED)]


@lru_cache(maxsize=1)  # a page is looked at twice in turn
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text in its order, those inside another behind it."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(text, options=OPTIONS)
    for event, span in events:
        if isinstance(event, str) or "End" in event:
            continue
        ((name, data),) = event.items()
        if name == "Start":
            name, data = (data, None) if isinstance(data, str) else next(iter(data.items()))
        yield Piece(name, data, span["start"], span["end"])


def faults(text: str) -> Iterator[TextViolation]:
    """What contributed text may not hold, in the order of the text: the first hundred."""
    if NOTABLE.search(text) or UNDERLINED.search(text):
        yield from islice(_faults(text), MAX_VIOLATIONS)


def _faults(text: str) -> Iterator[TextViolation]:
    raw = text.encode()
    found: list[tuple[int, bytes, str, dict[str, str]]] = [
        (at, raw[at:].partition(b"\n")[0], "link/unused", {}) for at in unused(text)
    ]
    for piece in pieces(text):
        written = raw[piece.start : piece.end]
        if broken := _broken(piece, written):
            found.append((piece.start, written, *broken))
    for at, written, key, values in sorted(found, key=itemgetter(0)):
        words = written.decode().strip().split("\n")[0]
        yield TextViolation(
            rule_of(key),
            words,
            raw.count(words.encode(), 0, at),
            *format_message(key, words=words[:60], **values),
        )


def unused(text: str) -> Iterator[int]:
    """The byte at which each definition of a link begins that no link uses: nothing of it is
    shown.
    """
    if "]:" not in text:
        return
    raw, used = bytearray(text.encode()), set()
    for piece in pieces(text):
        if piece.name == "Link":
            used.add(_label(piece.data["id"]))
        if piece.name not in AROUND:
            raw[piece.start : piece.end] = b"." * (piece.end - piece.start)
    for found in DEFINITION.finditer(raw):
        label = _label(found["label"].decode())
        if label not in used:
            yield found.start("label") - 1
        used.discard(label)  # of two the second counts for nothing


def _label(label: str) -> str:
    return " ".join(label.split()).casefold()


def refers_to_hidden(piece: Piece, written: bytes) -> bool:
    """Whether a piece that is written with a reference, such as ``&#1;``, holds a character that
    cannot be seen: a file that holds one as itself is refused earlier. The address of a link is
    always looked at, since its definition may stand elsewhere.
    """
    if b"&" not in written and piece.name != "Link":
        return False
    data = piece.data if piece.name == "Text" or isinstance(piece.data, dict) else None
    words = data.values() if isinstance(data, dict) else (data,)
    return any(isinstance(part, str) and HIDDEN.search(part) for part in words)


def _broken(piece: Piece, written: bytes) -> tuple[str, dict[str, str]] | None:
    """The key of the message for a piece that breaks a rule, and its values."""
    if refers_to_hidden(piece, written):
        return "hidden-character/reference", {}
    if piece.name in BROKEN:
        return BROKEN[piece.name], {}
    return _bad_link(_target(piece)) if piece.name == "Link" else None


def _target(link: Piece) -> str:
    address: str = link.data["dest_url"]
    return f"mailto:{address}" if link.data["link_type"] == "Email" else address


def _bad_link(target: str) -> tuple[str, dict[str, str]] | None:
    if ALLOWED.match(target):
        lost = target.startswith("https:") and not is_web_address(target)
        return ("link/not-web", {"target": repr(target[:60])}) if lost else None
    schemes, (scheme, colon, _) = linkable(CONTRIBUTED), target.partition(":")
    if colon and scheme in schemes:
        return None
    kinds = ", ".join(f"{scheme}:" for scheme in schemes)
    return "link", {"target": repr(target[:60]), "kinds": kinds}
