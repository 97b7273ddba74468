"""Long lists in parts, one for each letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Letter(Generic[T]):
    """The things of a list whose names begin with a letter."""

    letter: str
    items: tuple[T, ...]
    start: int
    """The number of its first thing in the whole list."""

    @property
    def id(self) -> str:
        """The place of its heading on the page."""
        return f"letter-{self.letter.lower()}"


def by_letter(items: Iterable[T], name: Callable[[T], str]) -> tuple[Letter[T], ...]:
    """The parts of a list that is in the order of its names. What begins with no letter is
    under 0-9.
    """
    parts: list[Letter[T]] = []
    start = 1
    for letter, group in groupby(items, key=lambda item: _letter(name(item))):
        found = tuple(group)
        parts.append(Letter(letter, found, start))
        start += len(found)
    return tuple(parts)


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFD", name[:1]).upper()[:1]
    return first if "A" <= first <= "Z" else "0-9"
