"""The guard over one text, and over all the texts of an example with the overrides that it
records.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate, chain, islice
from typing import Any

from ...model import Example
from . import (
    addresses_and_plates,
    combinations,
    dates,
    identifying_sentences,
    names,
    numbers,
    patterns,
    plain_names,
)
from .finding import GUARD_MESSAGES, Finding, Hit, make_finding, make_joint_finding
from .passage import BREAK, Passage

Path = tuple[str | int, ...]
Found = tuple[Path, Finding]
NO_WORDS = frozenset(
    (
        *("id", "kind", "about", "nation", "period", "settings", "roles", "themes", "components"),
        *("guides", "key_points", "knowledge", "learning_basis", "related", "added", "reviewed"),
        *("review_by", "status", "licence"),
    )
)
"""Fields that hold ids, choices, years and dates."""
FIELDS = tuple(name for name in Example.model_fields if name not in NO_WORDS)
"""Fields that hold a contributor's words: all but those known not to, so that a new one is guarded
from its first day.
"""
NAMED_ON_PURPOSE = {
    "privacy-name": ("contributors", "sources"),
    "privacy-together": ("contributors", "sources", "organisation", "place"),
}
"""For a rule, the fields in which it reports nothing, because names of authors, bodies or places
belong there.
"""
MOST = 100
"""At most so many hits of one module are taken: nobody reads more."""
MAY_BE_MADE_UP = frozenset(("privacy-name", "privacy-age", "privacy-birth-date"))
"""Rules whose findings in a made-up example are notes, never errors."""


def findings(text: str) -> Iterator[Finding]:
    """Yields the findings of one text by their position, and then those about several words."""
    yield from (finding for _, finding in _search([((), text)]))


def check(value: dict[str, Any], fields: Collection[str] = FIELDS) -> Iterator[Found]:
    """Yields the findings of an example's plain value, each with its path. What an override lets
    stand is a note, and an override that matches no finding is an error.
    """
    found = [
        (path, finding)
        for path, finding in _search(_all_texts(value, fields))
        if path[0] not in NAMED_ON_PURPOSE.get(finding.rule, ())
    ]
    overrides = [
        (n, entry) for n, entry in enumerate(_list(value.get("privacy"))) if isinstance(entry, dict)
    ]
    made_up = value.get("kind") == "illustrative"
    for path, finding in found:
        milder = (
            finding._replace(severity="note")
            if made_up and finding.rule in MAY_BE_MADE_UP
            else finding
        )
        yield path, _let_stand(milder, overrides)
    made = {(finding.rule, finding.words) for _, finding in found}
    yield from (
        (("privacy", n), _unused(entry)) for n, entry in overrides if _key(entry) not in made
    )


def certain(value: dict[str, Any], fields: Collection[str]) -> Iterator[Found]:
    """Yields the findings that are errors even where the text is made up, each with its path.

    Hardly any text has one, and to see that it has none is much quicker than to look for all.
    """
    passage = Passage(BREAK.join(text for _, text in _all_texts(value, fields)))
    sure = [p for p in patterns.PATTERNS if p.severity == "error" and _is_real(p.rule)]
    hits = chain(
        numbers.hits(passage), addresses_and_plates.hits(passage), patterns.hits(passage, sure)
    )
    if any(hit.severity == "error" and _is_real(hit.rule) for hit in hits):
        found = check({**value, "kind": "illustrative"}, fields)
        yield from ((path, finding) for path, finding in found if finding.severity == "error")


def _is_real(rule: str) -> bool:
    return rule not in MAY_BE_MADE_UP


def _search(texts: list[tuple[Path, str]]) -> Iterator[Found]:
    """Yields the findings of the texts, each with the path of its text.

    The texts are searched as one passage: that is quicker, and sees combinations across them.
    """
    whole = BREAK.join(text for _, text in texts)
    starts = list(accumulate((len(text) + len(BREAK) for _, text in texts), initial=0))
    passage = Passage(whole)
    for hit in sorted(set(_hits(passage))):
        n, words = bisect_right(starts, hit.start) - 1, _words(whole, hit.start, hit.end)
        nth = whole.count(words, starts[n], hit.start)
        yield texts[n][0], make_finding(hit.rule, words, hit.severity, nth)
    place = next(
        (
            (start, start + len(text))
            for start, (path, text) in zip(starts, texts, strict=False)
            if path == ("place",)
        ),
        None,
    )
    for parts in combinations.parts(passage, place):
        n = bisect_right(starts, parts[-1][0]) - 1
        yield (
            texts[n][0],
            make_joint_finding([(_words(whole, start, end), what) for start, end, what in parts]),
        )


def _hits(passage: Passage) -> list[Hit]:
    found = list(
        chain.from_iterable(
            islice(module.hits(passage), MOST)
            for module in (numbers, addresses_and_plates, dates, names)
        )
    )
    for guesses in (patterns.hits(passage), plain_names.hits(passage)):
        found += _without_overlaps(guesses, found)
    stopped = [hit.start for hit in found if hit.severity == "error"]
    return found + _without_overlaps(identifying_sentences.hits(passage, stopped), found)


def _without_overlaps(guesses: Iterator[Hit], found: list[Hit]) -> list[Hit]:
    """Guesses that overlap nothing in `found`."""
    return [
        hit
        for hit in islice(guesses, MOST)
        if not any(hit.start < other.end and other.start < hit.end for other in found)
    ]


def _all_texts(value: dict[str, Any], fields: Collection[str]) -> list[tuple[Path, str]]:
    return [
        found for name in fields if (inner := value.get(name)) for found in _texts(inner, (name,))
    ]


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yields every text inside a value with its path, but for what an override repeats."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if path[0] != "privacy" or key not in ("rule", "text"):
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _texts(inner, (*path, n))


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _key(entry: dict[str, Any]) -> tuple[str, str]:
    return str(entry.get("rule")), " ".join(str(entry.get("text")).split())


def _let_stand(finding: Finding, overrides: list[tuple[int, dict[str, Any]]]) -> Finding:
    """The finding, or a note with the reason where an override names it."""
    for _, entry in overrides:
        if _key(entry) == (finding.rule, finding.words):
            message = f"{finding.message}. It was let stand: {entry.get('reason')}"
            return finding._replace(
                severity="note", message=message, hint="Check that the reason still holds."
            )
    return finding


def _unused(entry: dict[str, Any]) -> Finding:
    message, (rule, words) = GUARD_MESSAGES["privacy-override"], _key(entry)
    return Finding(
        "privacy-override",
        words,
        "error",
        f"this override matches {message.what} of {rule!r}",
        message.hint,
    )
