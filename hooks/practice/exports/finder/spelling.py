"""How the words of the library are spelt, for a word that it lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from .words import COMMON, stem

OFTEN = 6
"""Words that stand in 2 to the power of so many documents, or in more, count as equally frequent.
"""


def common_stems() -> bytes:
    """The stems of the common words of English."""
    with COMMON.open(encoding="utf-8") as file:
        words = " ".join(line for line in file if not line.startswith("#")).split()
    return " ".join(sorted({*map(stem, words)})).encode()


def spelling(known: Counter[str], groups: Iterable[str], common: str) -> dict[str, Any]:
    """All longer words on lines: those of a line stand about twice as often as those of the line
    before. With them the stems of common words that the library lacks. A group is its longer words;
    `common` holds the stems in order.
    """
    often = known.copy()
    for words in groups:
        often.update(words.split())
    lines: dict[int, list[str]] = defaultdict(list)
    for word in sorted(often):
        lines[min(OFTEN, often[word].bit_length())].append(word)
    here = set(map(stem, known))
    return {
        "known": [" ".join(lines[n]) for n in range(1, OFTEN + 1)],
        "common": " ".join(word for word in common.split() if word not in here),
    }
