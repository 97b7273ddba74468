"""Related examples: those that the author named, those that name this one, then those that share
most.

What is shared weighs more the rarer it is. Only the newest `RECENT` examples of each term are
compared,
so that the cost grows with the number of examples and not with its square.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from .library import Library, Made

SHOWN = 3
ALSO = 12
"""Named examples beyond those shown in full, at most: an example that very many name does not list
them all.
"""
RECENT = 40
SHARED = (
    ("example-theme", "theme", 3),
    ("example-setting", "setting", 2),
    ("example-role", "role", 1),
    ("example-nation", "nation", 1),
    ("example-component", "component", 1),
)
"""Relation, kind, and how much it says that two examples share it."""

Reason = tuple[str, ...]
"""What two examples share, as titles, the most telling first; empty when one names the other."""

Weight = tuple[float, str, str, str]
"""How much it says to share a term; the term's kind, its id, and the relation that leads to it."""

Beside = tuple[tuple[tuple[str, Reason], ...], tuple[str, ...]]
"""The ids to show beside an example, each with the reason, and further ids that it names or that
name it.
"""


@dataclass(frozen=True)
class Shared:
    """What examples can share."""

    weights: Made[str, tuple[Weight, ...]]
    """The terms of each example."""
    newest: dict[tuple[str, str], tuple[str, ...]]
    """The newest examples of each term, by relation and id."""


def related(library: Library, id: str) -> Beside:
    """What stands beside an example."""
    shared = library.once("shared", lambda: _shared(library))
    named = dict.fromkeys(
        (*library.links("example-example", id), *library.linked_from("example-example", id))
    )
    named.pop(id, None)
    chosen = list(named)[:SHOWN]
    if len(chosen) < SHOWN:
        chosen += _nearest(shared, id, {*named, id}, SHOWN - len(chosen))
    return tuple((other, _reason(library, shared, id, other)) for other in chosen), tuple(
        list(named)[SHOWN : SHOWN + ALSO]
    )


def _shared(library: Library) -> Shared:
    examples = library.all("example")
    age = {id: n for n, id in enumerate(sorted(examples, key=lambda id: (examples[id].added, id)))}
    terms = [
        (relation, kind, id, says) for relation, kind, says in SHARED for id in library.all(kind)
    ]
    newest = {
        (relation, id): tuple(
            sorted(heapq.nlargest(RECENT, library.linked_from(relation, id), key=age.__getitem__))
        )
        for relation, _, id, _ in terms
    }
    weight = {
        (relation, id): (says / max(1, len(library.linked_from(relation, id))), kind, id, relation)
        for relation, kind, id, says in terms
    }
    return Shared(
        Made(
            lambda id: tuple(
                weight[relation, term]
                for relation, _, _ in SHARED
                for term in library.links(relation, id)
            )
        ),
        newest,
    )


def _nearest(shared: Shared, id: str, known: set[str], count: int) -> list[str]:
    score: dict[str, float] = {}
    for weight, _, term, relation in shared.weights[id]:
        for other in shared.newest[relation, term]:
            score[other] = score.get(other, 0.0) + weight
    for other in known:
        score.pop(other, None)
    return heapq.nsmallest(count, score, key=lambda other: (-score[other], other))


def _reason(library: Library, shared: Shared, id: str, other: str) -> Reason:
    theirs = shared.weights[other]
    both = sorted((w for w in shared.weights[id] if w in theirs and w[1] != "role"), reverse=True)
    return tuple(library.title(kind, term) for _, kind, term, _ in both[:2])
