"""The patterns of `data/patterns.txt`, for what people write in their own way: numbers and dates in
words, numbers in other groups, initials with an age, the only one in a place, a room in a named
home, a name on an app.

Each pattern asks for a word or a shape around it, so that plain sentences are let be. What can only
be guessed is a note: the form and the comment then ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .finding import Hit
from .lists import (
    Expression,
    Prefilter,
    keys_and_expressions,
    listed,
    prefilters,
    read_sections,
    words,
)
from .passage import Passage

ABBREVIATIONS = frozenset(
    (
        *("UK", "EU", "US", "UN", "NI", "AD", "BC", "GP", "OT", "SW", "HR", "IT", "PA", "QI", "MP"),
        *("AM", "PM", "IQ", "TV", "ID", "CD", "RN", "RE", "PE", "HQ", "PR", "PO", "OK", "TB", "MS"),
    )
)


class Pattern(NamedTuple):
    """An expression, whose group ``what`` is the finding, with the rule and the severity of it.

    `any_word`, `all_groups` and the cue are prefilters: the expression is tried only where all of
    them pass. An empty one passes everywhere. The cue is one prefilter, read into four fields.
    """

    rule: str
    severity: str
    expression: Expression
    example: str
    """A sentence that the expression finds."""
    counter: str
    """A sentence like `example` in which the expression finds nothing."""
    any_word: frozenset[bytes]
    """Words, one of which stands in every text that the expression can match."""
    all_groups: tuple[Prefilter, ...]
    """Groups of words and substrings. Every text that the expression can match has one of each."""
    cue_substrings: tuple[str, ...]
    """Substrings of `Passage.low` without digits. One of these, of `cue_shapes` or of `cue_digits`
    stands in every text that the expression can match.
    """
    cue_shapes: tuple[str, ...]
    """Substrings of `Passage.shape` without digits: those of the cue that are not in lower case."""
    cue_digits: tuple[str, ...]
    """Substrings of `Passage.low` or `Passage.shape` with a digit, which is 0."""
    cue_expression: Expression | None
    """Matches in `Passage.low` of every text that `expression` can match. The other three fields of
    the cue are then empty. None where the cue is no expression.
    """

    def may_match(self, passage: Passage) -> bool:
        """Whether all prefilters pass. In most texts one does not, which is quick to find out."""
        if self.any_word and passage.words.isdisjoint(self.any_word):
            return False
        for group in self.all_groups:
            if not group.passes(passage.small, passage.words):
                return False
        if self.cue_expression:
            return self.cue_expression.search(passage.low) is not None
        return (
            not (self.cue_substrings or self.cue_shapes or self.cue_digits)
            or any(map(passage.near_numbers.__contains__, self.cue_digits))
            or any(map(passage.low.__contains__, self.cue_substrings))
            or any(map(passage.shape.__contains__, self.cue_shapes))
        )


NEEDS = (
    "a section has the heading [rule: error] or [rule: note], the lines “finds:” and “lets be:”,"
    " and one expression. Lines that go on begin with a blank."
)


def _pattern(heading: str, lines: list[str]) -> Pattern:
    values, (expression,) = keys_and_expressions(lines)
    cue = values.get("cue", "")
    rule, severity = heading.split(": ")
    substrings = [] if cue.startswith("~") else [_substring(one) for one in cue.split()]
    without_digits = [text for text in substrings if "0" not in text]
    return Pattern(
        rule,
        severity,
        Expression(expression),
        example=values["finds"],
        counter=values["lets be"],
        any_word=words(values.get("words", "")),
        all_groups=prefilters(values.get("groups", "")),
        cue_substrings=tuple(filter(str.islower, without_digits)),
        cue_shapes=tuple(text for text in without_digits if not text.islower()),
        cue_digits=tuple(text for text in substrings if "0" in text),
        cue_expression=Expression(cue[1:]) if cue.startswith("~") else None,
    )


def _substring(entry: str) -> str:
    """An entry of a cue, with a blank for each underscore and ? for ’, which no passage has."""
    return entry.replace("_", " ").replace("’", "?")


PATTERNS = tuple(read_sections("patterns", _pattern, NEEDS))
"""Every pattern, in the order in which they are tried."""


def hits(passage: Passage, patterns: Iterable[Pattern] = PATTERNS) -> Iterator[Hit]:
    """Yields what the patterns find, in their order, without what overlaps an earlier find."""
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        if not pattern.may_match(passage):
            continue
        for found in pattern.expression.finditer(passage.flat):
            start, end = found.span("what")
            if any(start < other and begun < end for begun, other in taken):
                continue
            if _is_allowed(pattern, found):
                continue
            taken.append((start, end))
            yield Hit(start, end, pattern.rule, pattern.severity)


def _is_allowed(pattern: Pattern, found: re.Match[str]) -> bool:
    """Whether a match is no finding after all: it names a large place, or is an abbreviation."""
    if pattern.rule == "privacy-together":
        return found["place"] in listed("large")
    if pattern.rule == "privacy-name":
        return found["what"].replace(".", "").replace(" ", "") in ABBREVIATIONS
    return False
