"""Combinations of things that are harmless alone and can show together who someone is: a small
place, a rare condition, and a family, an age or a date; or the only one of a kind in a small place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lists import Expression, listed
from .passage import Passage

Part = tuple[int, int, str]
"""Where a part of a combination starts and ends, and what it is."""

CONDITION = Expression(r"(?i:\b{conditions}\b)")
PLACE = Expression(
    r"(?i:\b(?:village|hamlet|island|isle of \w+|glen|croft|parish|small (?:town|community))\b(?!"
    r" hall))"
)
_SEVERAL = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9])"
FAMILY = Expression(
    r"(?i:\b(?:twin(?:s| \w+)|triplets|quadruplets|only child|adopted|(?:her|his) {kin}"
    rf"|(?:youngest|eldest|oldest|one|mother|father|parents|grandmother|grandfather) of {_SEVERAL}"
    rf"|{_SEVERAL} (?:brothers|sisters|sons|daughters|children))\b)"
)
AGE = Expression(r"(?i:\b(?:aged [0-9]{1,3}\b(?! (?:to|and|or)\b)|[0-9]{1,3}[- ]years?[- ]old))")
DATE = Expression(r"(?:[0-9]{1,2} )?\b{month}[a-z]* (?:19|20)[0-9]{2}\b")
ONLY = Expression(
    r"(?i:\b(?:the|an) (?:only|first|sole) (?:[\w'’-]+ ){0,3}?(?:{persons}|user|users|families"
    r"|people|resident|carer|mother|father)(?: [\w'’-]+){0,3}? (?:in|on|from) (?:the|this|our|a"
    r"|that) (?:village|island|hamlet|town|glen|parish|estate|croft)\b)"
)
SMALL = frozenset(("village", "island", "hamlet", "isle", "glen", "parish"))
WIDE = frozenset(
    ("across", "areas", "sites", "councils", "boards", "regions", "counties", "parts", "several")
)


def parts(passage: Passage, place: tuple[int, int] | None = None) -> Iterator[list[Part]]:
    """Yields the parts of each combination in the passage that may show who someone is.

    `place` is where the name of the example's place stands; None where it has no place.
    """
    if passage.has("{condition-words}"):
        yield from _rare(passage, place)
    if passage.has("only first sole") and passage.has("{small-places}"):
        for found in ONLY.finditer(passage.flat):
            yield [(*found.span(), "the only one in a small place")]


def _rare(passage: Passage, place: tuple[int, int] | None) -> Iterator[list[Part]]:
    condition, words = CONDITION.search(passage.flat), PLACE.search(passage.flat)
    where = (
        words.span()
        if words
        else place
        if place and is_small(passage.flat[slice(*place)])
        else None
    )
    more = ((FAMILY, "a family"), (AGE, "an age"), (DATE, "a date"))
    third = next(
        (
            (*found.span(), what)
            for pattern, what in more
            if (found := pattern.search(passage.flat))
        ),
        None,
    )
    if condition and where and third:
        yield [(*where, "a small place"), (*condition.span(), "a rare condition"), third]


def is_small(place: str) -> bool:
    """Whether a place may be so small that people know each other: it names a village or the like,
    or neither a large place nor a wide area.
    """
    names = re.findall(r"[\w'’-]+", place)
    if not SMALL.isdisjoint(name.lower() for name in names):
        return True
    return WIDE.isdisjoint(name.lower() for name in names) and not any(
        name in listed("large") for name in names
    )
