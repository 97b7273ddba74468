"""Names of small places in a sentence: of villages, schools, shops and the like, where people know
each other.
"""

from __future__ import annotations

from itertools import dropwhile

from .given_names import GIVEN
from .lists import Expression, listed, names
from .name_context import OPENERS

NAMED = Expression(
    r"(?P<run>[A-ZÀ-Þ](?<![\w@/#“‘'\"(-].)[a-zà-ÿ'’-]+[\w'’-]*"
    r"(?:(?: (?:of|the|on|upon|na|an|and|y|yr|le|by)|-[a-z]+-)* [A-ZÀ-Þ][\w'’-]+)*)"
)
"""A run of words with capitals, and small words between them."""
BEGINS = Expression(r"(?:^|[.?!:;\x00•*–-] ?[“‘'\"(]?)$")
NO_PLACE = names("not-names") - names("buildings") | names("no-place")
"""Words with which a name is neither that of a place nor of something of one person's."""
NO_START = GIVEN | names("common", "countries", "no-start")
"""Words with which no name of a small place begins."""
STARTERS = (NO_START | OPENERS | {"An"}) - GIVEN
"""What may begin a sentence before a name."""


def first_place(sentence: str) -> tuple[int, int] | None:
    """Where the first name of a small place stands in a sentence; None where there is none."""
    for found in NAMED.finditer(sentence):
        run = found["run"].split()
        if BEGINS.search(sentence[max(0, found.start() - 3) : found.start()]):
            run = _after_its_start(run)
        if _is_small(run):
            return found.span("run")
    return None


def _after_its_start(run: list[str]) -> list[str]:
    """A run of words at the start of a sentence. It loses its first word, and the small words after
    that, where only the start may have given the word its capital.
    """
    if run[1:] and run[0] not in STARTERS:
        return run
    return list(dropwhile(str.islower, run[1:]))


def _is_small(run: list[str]) -> bool:
    """Whether words with capitals may name a place where people know each other."""
    parts = [part.removesuffix("'s").removesuffix("’s") for part in run]
    if parts and parts[0] in listed("large"):
        parts = parts[1:]
    return (
        bool(parts)
        and not parts[0].isupper()
        and parts[0] not in NO_START
        and NO_PLACE.isdisjoint(parts)
    )
