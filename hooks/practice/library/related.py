"""Related examples: those that the author named, those that name this one, then those that share most.

What is shared weighs more the rarer it is. Only the newest `RECENT` examples of each term are compared,
so that the cost grows with the number of examples and not with its square.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from .library import Library

SHOWN = 3
ALSO = 12
"""Named examples beyond those shown in full, at most: an example that very many name does not list them all."""
RECENT = 40
SHARED = (("example-theme", "theme", 3), ("example-setting", "setting", 2), ("example-role", "role", 1), ("example-nation", "nation", 1), ("example-component", "component", 1))
"""Relation, kind, and how much it says that two examples share it."""

Reason = tuple[str, ...]
"""What two examples share, as titles, the most telling first; empty when one names the other."""

Weight = tuple[float, str, str, str]
"""How much it says to share a term; the term's kind, its id, and the relation that leads to it."""

Newest = dict[tuple[str, str], tuple[str, ...]]
"""The newest examples of each term, by relation and id."""

Beside = tuple[tuple[tuple[str, Reason], ...], tuple[str, ...]]
"""The ids to show beside an example, each with the reason, and further ids that it names or that name it."""


def related(library: Library) -> Iterator[tuple[str, Beside]]:
    """What stands beside each example, in order."""
    newest = {
        (relation, id): tuple(sorted(heapq.nlargest(RECENT, library.linked_from(relation, id), key=lambda i: (library.all("example")[i].added, i))))
        for relation, kind, _ in SHARED
        for id in library.all(kind)
    }
    for id in library.all("example"):
        yield id, _beside(library, newest, id)


def _beside(library: Library, newest: Newest, id: str) -> Beside:
    named = dict.fromkeys((*library.links("example-example", id), *library.linked_from("example-example", id)))
    named.pop(id, None)
    weights = tuple(_weights(library, id))
    chosen = list(named)[:SHOWN]
    if len(chosen) < SHOWN:
        chosen += _nearest(newest, weights, {*named, id}, SHOWN - len(chosen))
    return tuple((other, _reason(library, weights, other)) for other in chosen), tuple(list(named)[SHOWN : SHOWN + ALSO])


def _weights(library: Library, id: str) -> Iterator[Weight]:
    for relation, kind, says in SHARED:
        for term in library.links(relation, id):
            yield says / len(library.linked_from(relation, term)), kind, term, relation


def _nearest(newest: Newest, weights: Iterable[Weight], known: set[str], count: int) -> list[str]:
    score: dict[str, float] = {}
    for weight, _, term, relation in weights:
        for other in newest[relation, term]:
            score[other] = score.get(other, 0.0) + weight
    for other in known:
        score.pop(other, None)
    return heapq.nsmallest(count, score, key=lambda other: (-score[other], other))


def _reason(library: Library, weights: Iterable[Weight], other: str) -> Reason:
    shared = sorted((w for w in weights if w[1] != "role" and w[2] in library.links(w[3], other)), reverse=True)
    return tuple(library.title(kind, term) for _, kind, term, _ in shared[:2])
