"""Sentences in which one person could be told from everybody else: what is harmless alone (a place,
an office, a prize, a day, a rare condition) says too much together.

The signs in a sentence about one person, or one family, are added up. It is a guess, so it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .finding import Hit
from .passage import SENTENCE_END, Passage
from .signs import BY_WORD, SIGNS
from .small_places import first_place
from .word_lists import KIN, LARGE, words

Sighting = tuple[int, tuple[int, int]]
"""What a sign weighs, and its place in the sentence."""
HEAVY = 2
"""The weight of a sign that is enough alone."""
SEVERAL = 3
"""What light signs must weigh together."""
SOMEBODY = words(
    "he she him her his hers himself herself man woman lady gentleman gent lad lass girl boy couple"
    " family tenant resident patient client widow widower baby child toddler triplets twins quads"
    " survivor pupil student boys girls brothers sisters pt fella bloke chap guy nun monk teenager "
    "neighbour bairn wean "
    "someone somebody"
    " ei dyn menyw ddynes fenyw bachgen merch tad boireannach duine bodach cailleach nighean balach"
    f" {' '.join(KIN)}"
) - words("nan")
"""Without one of these a sentence is about nobody in particular. “nan” is also a Gaelic article."""
ONLY = "the only one"
PLACE_KIND = "a name of a place"
OF_A_PERSON = frozenset(("an age", ONLY, "an office", "the room"))
"""Signs that only a person has."""
SOMEBODY_BY_A_SIGN = words(
    "aged old only sole former retired ex oldest youngest bed room flat bay year yr gp turned"
)
"""One of these stands in every sentence with such a sign and none of the words above."""
GENERAL = re.compile(
    r"(?i:\b(?:imagin\w*|pretend\w*|made[- ]up|invented|composite|fictional|role[- ]?play\w*"
    r"|vignettes?|if (?:a|an|the|your|you|someone|somebody)\b|may|might|should|must|some (?:people"
    r"|families|of)|many (?:people|families)|most (?:people|families)|any (?:person|family)|people"
    r" (?:who|with|living|often)|for example|e\.g|such as|mother and baby|parent and child|husband"
    r" and wife|ask (?:a|the|each)|author|wrote|book|novel|film|song|poem|theory|research\w*|study"
    r"|studies|act|policy|guidance|report(?:s|ed)?|interviewed|participants?|councils?|committee"
    r"|forum|can (?:have|ask|get|choose|take|use))\b)"
)
"""Advice, fiction, law and study speak of people in general, so more must come together."""
IN_A_LARGE_PLACE = re.compile(rf" (?:in|from|of|at|on) (?:{'|'.join(LARGE)})\b")
AT_WORK = re.compile(
    r"(?i:^(?:[\w'’-]+ ){0,5}?(?:nurse|nursing|worker|physio\w*|therapists?|gp|doctor|consultant"
    r"|teacher|manager"
    r"|inspector|trainers?|advocate|cook|volunteers?|staff|team|lecturer?|speaker|professor"
    r"|chaplain|coordinator|co-ordinator|assistant|practitioner|psychologist|psychiatrist"
    r"|pharmacist|dietitian|champion|officer|director|matron|midwife|conference|workshop|course)\b)"
)
"""A sentence that begins with somebody at work: “she” is then seldom a person supported."""
OF_CARE = words(
    "man woman lady gentleman gent lad lass girl boy couple family tenant resident patient client"
    " widow widower baby child toddler triplets twins quads survivor pupil pt fella bloke chap "
    "guy daughter son wife"
    " husband mum mam dad mother father brother gran granny grandad neighbour i my him himself"
    " herself"
)
"""Words for those whom the work is for and their families."""


def hits(passage: Passage, stopped: Sequence[int]) -> Iterator[Hit]:
    """Sentences whose signs weigh enough, each at the words from its first sign to its last, but
    for those with something certain at one of the places `stopped`: they must change anyway.
    """
    for start, sentence in _sentences(passage):
        present = frozenset(passage.small[start : start + len(sentence)].split())
        somebody = not present.isdisjoint(SOMEBODY)
        if not somebody and present.isdisjoint(SOMEBODY_BY_A_SIGN):
            continue
        found = _signs(sentence, present)
        somebody = somebody or not OF_A_PERSON.isdisjoint(found)
        if place := first_place(sentence):
            found[PLACE_KIND] = (HEAVY if somebody else 1, place)
        if not found or not _is_enough(found, sentence, present, somebody):
            continue
        if not any(start <= at < start + len(sentence) for at in stopped):
            begin, end = _short([span for _, span in found.values()])
            yield Hit(start + begin, start + end, "privacy-together", "note")


def _sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    at = 0
    for stop in SENTENCE_END.finditer(passage.flat):
        yield at, passage.flat[at : stop.start()]
        at = stop.end()
    yield at, passage.flat[at:]


def _signs(sentence: str, present: frozenset[bytes]) -> dict[str, Sighting]:
    """The heaviest sign of each kind, with its place."""
    kinds: dict[str, Sighting] = {}
    for n in sorted({n for word in present for n in BY_WORD.get(word, ())}):
        sign = SIGNS[n]
        if sign.weight <= kinds.get(sign.kind, (0,))[0]:
            continue
        found = re.search(sign.expression, sentence)
        if found and not (sign.kind == ONLY and IN_A_LARGE_PLACE.match(sentence, found.end())):
            kinds[sign.kind] = (sign.weight, found.span())
    return kinds


def _is_enough(
    found: dict[str, Sighting], sentence: str, present: frozenset[bytes], somebody: bool
) -> bool:
    """One heavy sign, or several light ones; more where the sentence is about people in general or
    nobody is in it.
    """
    weights = [weight for weight, _ in found.values()]
    general = GENERAL.search(sentence) or (present.isdisjoint(OF_CARE) and AT_WORK.search(sentence))
    more = bool(general) + (not somebody)
    return sum(weights) >= (HEAVY if HEAVY in weights else SEVERAL) + more


def _short(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first sign to the last; the longest one alone when they stand far apart."""
    begin, end = min(start for start, _ in spans), max(stop for _, stop in spans)
    return (begin, end) if end - begin <= 90 else max(spans, key=lambda span: span[1] - span[0])
