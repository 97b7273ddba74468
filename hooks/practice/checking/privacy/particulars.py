"""Particulars that people write in their own way: numbers and dates in words, numbers in other
groups, initials with an age, the only one in a place, a room in a named home, a name on an app.

Each pattern needs a telling word or shape beside it, so that plain sentences are let be. What can
only be guessed is a note: the form and the comment then ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .finding import Hit
from .lists import Expression, Telling, listed, said, sections, tellings, words
from .passage import Passage

ABBREVIATIONS = frozenset(
    (
        *("UK", "EU", "US", "UN", "NI", "AD", "BC", "GP", "OT", "SW", "HR", "IT", "PA", "QI", "MP"),
        *("AM", "PM", "IQ", "TV", "ID", "CD", "RN", "RE", "PE", "HQ", "PR", "PO", "OK", "TB", "MS"),
    )
)


class Pattern(NamedTuple):
    """A way of writing something, and what a match of its group ``what`` is."""

    rule: str
    severity: str
    expression: Expression
    example: str
    """A sentence that it finds."""
    counter: str
    """A sentence near it that it lets be."""
    words: frozenset[bytes]
    """One of them stands in every text that it can match; none where any text may match."""
    beside: tuple[Telling, ...]
    """So does one of each of these."""
    cues: tuple[str, ...]
    """Pieces, one of which stands in the small letters of every such text."""
    shapes: tuple[str, ...]
    """Pieces of its shape."""
    figures: tuple[str, ...]
    """Pieces of either with a digit: it has one of these or of those."""
    cue: Expression | None
    """What stands in the small letters of every such text."""

    def may_match(self, passage: Passage) -> bool:
        """Whether the text may hold it. To ask is quicker than to look: most texts do not."""
        if self.words and passage.words.isdisjoint(self.words):
            return False
        for one in self.beside:
            if not one.stands_in(passage.small, passage.words):
                return False
        if self.cue:
            return self.cue.search(passage.low) is not None
        return (
            not (self.cues or self.shapes or self.figures)
            or any(map(passage.near_numbers.__contains__, self.figures))
            or any(map(passage.low.__contains__, self.cues))
            or any(map(passage.shape.__contains__, self.shapes))
        )


def _read() -> Iterator[Pattern]:
    for heading, lines in sections("patterns"):
        about, (expression,) = said(lines)
        cue = about.get("cue", "")
        rule, severity = heading.split(": ")
        pieces = [] if cue.startswith("~") else [_piece(one) for one in cue.split()]
        plain = [piece for piece in pieces if "0" not in piece]
        yield Pattern(
            rule,
            severity,
            Expression(expression),
            about["finds"],
            about["lets be"],
            words(about.get("words", "")),
            tellings(about.get("beside", "")),
            tuple(filter(str.islower, plain)),
            tuple(piece for piece in plain if not piece.islower()),
            tuple(piece for piece in pieces if "0" in piece),
            Expression(cue[1:]) if cue.startswith("~") else None,
        )


def _piece(cue: str) -> str:
    """A cue as it stands in a passage, whose small letters and shape have ? for a rare sign."""
    return cue.replace("_", " ").replace("’", "?")


PATTERNS = tuple(_read())
"""Every pattern, in the order in which they are tried."""


def hits(passage: Passage, patterns: Iterable[Pattern] = PATTERNS) -> Iterator[Hit]:
    """What the patterns find, in their order."""
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        if not pattern.may_match(passage):
            continue
        for found in pattern.expression.finditer(passage.flat):
            start, end = found.span("what")
            if any(start < other and begun < end for begun, other in taken):
                continue
            if _is_innocent(pattern, found):
                continue
            taken.append((start, end))
            yield Hit(start, end, pattern.rule, pattern.severity)


def _is_innocent(pattern: Pattern, found: re.Match[str]) -> bool:
    if pattern.rule == "privacy-together":
        return found["place"] in listed("large")
    if pattern.rule == "privacy-name":
        return found["what"].replace(".", "").replace(" ", "") in ABBREVIATIONS
    return False
