"""Days, lengths of time and sizes, as people read them."""

from __future__ import annotations

import datetime
import math
from functools import lru_cache

from ..model import Example
from .labels import SECTIONS

LETTERS_PER_MINUTE = 1300


@lru_cache(maxsize=4096)
def day_in_words(day: str) -> str:
    """A day (YYYY-MM-DD) in words: “25 November 2026”."""
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {date:%B} {date.year}"


def minutes_in_words(minutes: int) -> str:
    """A length of time in words: “1 hour 30 minutes”."""
    hours, rest = divmod(minutes, 60)
    parts = ((hours, "hour"), (rest, "minute"))
    return " ".join(f"{n} {unit}{'s' if n > 1 else ''}" for n, unit in parts if n)


def size_in_words(size: int) -> str:
    """A size in bytes in words: “140 kB”."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def reading_minutes(example: Example) -> int:
    """Minutes that it takes to read an example.

    Estimated from its letters: counting words would cost a second at ten thousand examples.
    """
    letters = sum(len(getattr(example, section.field) or "") for section in SECTIONS)
    return max(1, math.ceil(letters / LETTERS_PER_MINUTE))
