"""The signs of `data/signs.txt`: what helps to tell one person from everybody else, each with a
weight.

`identifying_sentences` adds up the signs of a sentence. It looks up which signs the words of the
sentence allow, so that most sentences cost next to nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from .lists import (
    Expression,
    Prefilter,
    keys_and_expressions,
    prefilters,
    read_sections,
    words,
)


class Sign(NamedTuple):
    """Something that helps to tell one person from others: an indirect identifier.

    `any_word` and `all_groups` are prefilters: the expression is tried only where both pass.
    """

    kind: str
    """What it is, such as “a school”. Of several of one kind in a sentence the heaviest counts."""
    weight: int
    """2: enough alone in a sentence about one person. 1: it needs others."""
    any_word: frozenset[bytes]
    """Words, one of which stands in every sentence that the expression can match."""
    all_groups: tuple[Prefilter, ...]
    """Groups of words and substrings. Every sentence that the expression can match has one of each.
    Empty where `any_word` is enough.
    """
    expression: Expression


NEEDS = (
    "a section has a heading such as [a school: 1], a line “words:” and at least one expression."
    " Lines that go on begin with a blank."
)


def _sign(heading: str, lines: list[str]) -> Sign:
    kind, weight = heading.rsplit(": ", 1)
    values, (first, *others) = keys_and_expressions(lines)
    return Sign(
        kind,
        int(weight),
        any_word=words(values["words"]),
        all_groups=prefilters(values.get("groups", "")),
        expression=Expression(f"(?i:{'|'.join((first, *others))})"),
    )


SIGNS = tuple(read_sections("signs", _sign, NEEDS))
"""Every sign, in the order of the file."""
HEAVY_FIRST = sorted(SIGNS, key=lambda sign: -sign.weight)
"""Every sign, the heaviest first."""


def _by_word() -> dict[bytes, list[int]]:
    found = defaultdict(list)
    for n, sign in enumerate(HEAVY_FIRST):
        for word in sign.any_word:
            found[word].append(n)
    return dict(found)


BY_WORD = _by_word()
"""For each word, the positions in `HEAVY_FIRST` of the signs whose `any_word` has it."""
