"""How the words of the library are spelt, for a word that it lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from .words import COMMON, stem

FREQUENCY_CLASSES = 6
"""Lines of known words by document frequency. Words of the last line count as equally frequent."""


def common_stems() -> bytes:
    """The stems of the common words of English."""
    with COMMON.open(encoding="utf-8") as file:
        words = " ".join(line for line in file if not line.startswith("#")).split()
    return " ".join(sorted({*map(stem, words)})).encode()


def spelling(known: Counter[str], synonyms: Iterable[str], common: str) -> dict[str, Any]:
    """All longer words on lines: those of a line stand about twice as often as those of the line
    before. With them the stems of common words that the library lacks. Of synonyms it is given the
    longer words, group by group; `common` holds the stems in order.
    """
    frequency = known.copy()
    for words in synonyms:
        frequency.update(words.split())
    lines: dict[int, list[str]] = defaultdict(list)
    for word in sorted(frequency):
        lines[min(FREQUENCY_CLASSES, frequency[word].bit_length())].append(word)
    here = set(map(stem, known))
    return {
        "known": [" ".join(lines[n]) for n in range(1, FREQUENCY_CLASSES + 1)],
        "common": " ".join(word for word in common.split() if word not in here),
    }
