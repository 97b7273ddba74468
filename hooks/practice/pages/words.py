"""The wording list: words that we avoid, as the page on how we write shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library

WORDS_SHOWN = 4
"""The number of words of each entry."""


@dataclass(frozen=True)
class Wording:
    """What we write, the first words that we avoid, and why."""

    say: str
    words: tuple[str, ...]
    why: str


def avoided(library: Library) -> Iterator[Wording]:
    """Each entry of the list, in its order."""
    for entry in library.all("wording").values():
        yield Wording(entry.say, _different(entry.words), entry.why)


def _different(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first few of some words, less those that only make an earlier one longer, such as its
    plural.
    """
    shown: list[str] = []
    for word in words:
        if not any(word.replace("-", " ").startswith(other) for other in shown):
            shown.append(word)
    return tuple(shown[:WORDS_SHOWN])
