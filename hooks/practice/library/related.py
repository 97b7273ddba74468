"""Related examples: those that the author named, those that name this one, then those that share
most.

What is shared weighs more the rarer it is. Only the newest `RECENT` examples of each term are
compared, so that the cost grows with the number of examples and not with its square.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..kinds import KindName
from .library import Library
from .relations import RELATIONS

SHOWN = 3
ALSO = 12
"""Named examples beyond those shown in full, at most: an example that very many name does not list
them all.
"""
RECENT = 40

Reason = tuple[str, ...]
"""What two examples share, as titles, the most telling first; empty when one names the other."""


class Weight(NamedTuple):
    """How much it says to share a term."""

    share: float
    kind: KindName
    id: str
    relation: str


class Related(NamedTuple):
    """The examples that are related to one example."""

    shown: tuple[tuple[str, Reason], ...]
    """Ids to show in full, each with the reason."""
    also: tuple[str, ...]
    """Further ids that it names or that name it."""


@dataclass(frozen=True)
class Shared:
    """What examples share."""

    weights: dict[str, tuple[Weight, ...]]
    """The terms of each example."""
    newest: dict[tuple[str, str], tuple[str, ...]]
    """The newest examples of each term, by relation and id."""


def related(library: Library, id: str) -> Related:
    """The examples that are related to one example."""
    shared = _shared(library)
    named = dict.fromkeys(
        (*library.links("example-example", id), *library.linked_from("example-example", id))
    )
    named.pop(id, None)
    chosen = list(named)[:SHOWN]
    if len(chosen) < SHOWN:
        chosen += _nearest(shared, id, {*named, id}, SHOWN - len(chosen))
    return Related(
        tuple((other, _reason(library, shared, id, other)) for other in chosen),
        tuple(list(named)[SHOWN : SHOWN + ALSO]),
    )


@lru_cache(maxsize=1)
def _shared(library: Library) -> Shared:
    examples = library.all("example")
    age = {id: n for n, id in enumerate(sorted(examples, key=lambda id: (examples[id].added, id)))}
    telling = [relation for relation in RELATIONS if relation.weight]
    newest: dict[tuple[str, str], tuple[str, ...]] = {}
    weight: dict[tuple[str, str], Weight] = {}
    for relation in telling:
        for id in library.all(relation.target):
            ids = library.linked_from(relation.name, id)
            recent = heapq.nlargest(RECENT, ids, key=age.__getitem__)
            newest[relation.name, id] = tuple(sorted(recent))
            share = relation.weight / max(1, len(ids))
            weight[relation.name, id] = Weight(share, relation.target, id, relation.name)
    weights = {
        id: tuple(
            weight[relation.name, term]
            for relation in telling
            for term in library.links(relation.name, id)
        )
        for id in examples
    }
    return Shared(weights, newest)


def _nearest(shared: Shared, id: str, known: set[str], count: int) -> list[str]:
    score: dict[str, float] = {}
    for weight in shared.weights[id]:
        for other in shared.newest[weight.relation, weight.id]:
            score[other] = score.get(other, 0.0) + weight.share
    for other in known:
        score.pop(other, None)
    return heapq.nsmallest(count, score, key=lambda other: (-score[other], other))


def _reason(library: Library, shared: Shared, id: str, other: str) -> Reason:
    theirs = shared.weights[other]
    both = sorted((w for w in shared.weights[id] if w in theirs and w.kind != "role"), reverse=True)
    return tuple(library.title(w.kind, w.id) for w in both[:2])
