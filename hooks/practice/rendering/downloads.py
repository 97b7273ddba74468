"""Files to download, and how a page offers them: what each is, its form, and its size in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .formats import size_in_words
from .output import Output


@dataclass(frozen=True)
class Download:
    """A file that belongs to a session, a deck or a hand-written page."""

    of: tuple[str, str]
    """The kind and the id of what it belongs to."""
    what: str
    form: str
    output: Output
    size: int = 0
    """In bytes; 0 where that is not known."""


@dataclass(frozen=True)
class Offer:
    """A file as a page offers it."""

    what: str
    form: str
    size: str
    """In words."""
    address: str


def offers(downloads: Iterable[Download], kind: str, id: str) -> tuple[Offer, ...]:
    """What a page offers, in order."""
    return tuple(
        Offer(d.what, d.form, size_in_words(d.size), d.output.path)
        for d in downloads
        if d.of == (kind, id)
    )
