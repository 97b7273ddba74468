"""Sentences that may identify one person: what is harmless alone (a place, an office, a prize, a
day, a rare condition) says too much together.

The weights of the signs in a sentence about one person, or one family, are added up. It is a guess,
so it is only ever a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .finding import Hit
from .lists import Expression, words
from .passage import SENTENCE_END, Passage, words_of
from .signs import BY_WORD, HEAVY_FIRST
from .small_places import first_place

Sighting = tuple[int, tuple[int, int]]
"""What a sign weighs, and its place in the sentence."""
HEAVY = 2
"""The weight of a sign that is enough alone."""
SEVERAL = 3
"""What signs must weigh together where none is heavy."""
ONLY = "the only one"
PLACE_KIND = "a name of a place"
OF_A_PERSON = frozenset(("an age", ONLY, "an office", "the room"))
"""Signs that only a person has."""
GENERAL = Expression(r"(?i:\b{general}\b)")
IN_A_LARGE_PLACE = Expression(r" (?:in|from|of|at|on) {large}\b")
AT_WORK = Expression(r"(?i:^(?:[\w'’-]+ ){0,5}?{at-work}\b)")


def hits(passage: Passage, stopped: Sequence[int]) -> Iterator[Hit]:
    """Yields a hit for each sentence whose signs weigh enough; a name of a small place is one too.

    A sentence that holds one of the positions `stopped` is left out: there stands something
    certain, so it must change anyway.
    """
    somebody_near = words("{somebody-near}") - words("nan")  # also a Gaelic article
    by_a_sign = words("{somebody-by-a-sign}")
    for start, stop in _sentences(passage):
        small = passage.small[start : stop + 2]  # with a blank before and behind
        words_in = small.split()
        somebody = not somebody_near.isdisjoint(words_in)
        if not somebody and by_a_sign.isdisjoint(words_in):
            continue
        sentence = passage.flat[start:stop]
        place = first_place(sentence)
        present = words_of(words_in, passage.shape[start:stop])
        found = _signs(sentence, small, present, bool(place))
        somebody = somebody or not OF_A_PERSON.isdisjoint(found)
        if place:
            found[PLACE_KIND] = (HEAVY if somebody else 1, place)
        if not found or not _is_enough(found, sentence, present, somebody):
            continue
        if not any(start <= at < stop for at in stopped):
            begin, end = _short([span for _, span in found.values()])
            yield Hit(start + begin, start + end, "privacy-together", "note")


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yields where each sentence begins and ends."""
    at = 0
    for stop in SENTENCE_END.finditer(passage.flat):
        yield at, stop.start()
        at = stop.end()
    yield at, len(passage.flat)


def _signs(
    sentence: str, small: bytes, present: frozenset[bytes], has_place: bool
) -> dict[str, Sighting]:
    """The heaviest sign of each kind in a sentence, with its weight and place. Light signs are left
    out where they cannot weigh enough.
    """
    kinds: dict[str, Sighting] = {}
    named = (HEAVY_FIRST[n] for n in sorted({n for w in present for n in BY_WORD.get(w, ())}))
    likely = [s for s in named if all(group.passes(small, present) for group in s.all_groups)]
    lights = {sign.kind for sign in likely if sign.weight < HEAVY}
    for sign in likely:
        if sign.weight < HEAVY and not (has_place or kinds or len(lights) >= SEVERAL):
            break
        if sign.kind in kinds:
            continue
        found = sign.expression.search(sentence)
        if found and not (sign.kind == ONLY and IN_A_LARGE_PLACE.match(sentence, found.end())):
            kinds[sign.kind] = (sign.weight, found.span())
    return kinds


def _is_enough(
    found: dict[str, Sighting], sentence: str, present: frozenset[bytes], somebody: bool
) -> bool:
    """Whether the signs weigh enough: one heavy sign does, or light ones of `SEVERAL` in all. One
    more is asked where the sentence is about people in general, and one where no person is in it.
    """
    weights = [weight for weight, _ in found.values()]
    general = GENERAL.search(sentence) or (
        present.isdisjoint(words("{of-care}")) and AT_WORK.search(sentence)
    )
    more = bool(general) + (not somebody)
    return sum(weights) >= (HEAVY if HEAVY in weights else SEVERAL) + more


def _short(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first sign to the last, or the longest one alone where that is over 90 long."""
    begin, end = min(start for start, _ in spans), max(stop for _, stop in spans)
    return (begin, end) if end - begin <= 90 else max(spans, key=lambda span: span[1] - span[0])
