"""Files to download, and how a page offers them: what each is, its form, and its size in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .output import Output

Offer = tuple[str, str, str, str]
"""what it is, its form, its size in words, its address"""


@dataclass(frozen=True)
class Download:
    """A file that belongs to a session or a deck."""

    of: tuple[str, str]
    """The kind and the id of what it belongs to."""
    what: str
    form: str
    output: Output
    size: int = 0
    """In bytes; 0 where that is not known."""


def offers(downloads: Iterable[Download], kind: str, id: str) -> tuple[Offer, ...]:
    """What a page offers, in order."""
    return tuple(
        (d.what, d.form, in_words(d.size), d.output.path) for d in downloads if d.of == (kind, id)
    )


def in_words(size: int) -> str:
    """A size as people say it: “140 kB”."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
