"""Signs that one person can be told from everybody else, each with what it weighs. They stand in
`data/signs.txt`.

`singled_out` adds up those of a sentence. Each starts from a telling word, so that most sentences
cost next to nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from .lists import Expression, Telling, said, sections, tellings, words


class Sign(NamedTuple):
    """Something that tells a person from others, when enough of it comes together."""

    kind: str
    """Signs of one kind count once in a sentence: the heaviest."""
    weight: int
    """2: enough alone in a sentence about one person. 1: it needs others."""
    words: frozenset[bytes]
    """One of them stands in every sentence that has the sign."""
    beside: tuple[Telling, ...]
    """So does one of each of these."""
    expression: Expression


def _read() -> Iterator[Sign]:
    for heading, lines in sections("signs"):
        kind, weight = heading.rsplit(": ", 1)
        telling, ways = said(lines)
        found, beside = words(telling["words"]), tellings(telling.get("beside", ""))
        yield Sign(kind, int(weight), found, beside, Expression(f"(?i:{'|'.join(ways)})"))


SIGNS = tuple(_read())
"""Every sign."""


HEAVY_FIRST = sorted(SIGNS, key=lambda sign: -sign.weight)


def _by_word() -> dict[bytes, list[int]]:
    found = defaultdict(list)
    for n, sign in enumerate(HEAVY_FIRST):
        for word in sign.words:
            found[word].append(n)
    return dict(found)


BY_WORD = _by_word()
"""The numbers in `HEAVY_FIRST` of the signs that each telling word may belong to."""
