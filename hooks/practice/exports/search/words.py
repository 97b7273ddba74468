"""The words that the finder knows: what means the same, what names a choice, and how the words of
the field are spelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ...kinds import KindName
from ...library.facets import FACETS
from ...library.library import Library
from ...rendering.labels import LEGENDS

WORD = re.compile(r"[^\W\d_]{4,}")
NAMED = tuple(
    facet for facet in FACETS if facet.name in ("theme", "setting", "role", "component", "nation")
)
"""Facets that the finder offers when a question names one of their choices."""


def words(library: Library) -> dict[str, Any]:
    """What a question is read with."""
    return {
        "groups": [list(group) for group in groups(library)],
        "choices": [
            [facet.name, LEGENDS[facet.name], id, thing.title, list(thing.also)]
            for facet in NAMED
            for id, thing in library.terms(facet.kind).items()
        ],
    }


def groups(library: Library) -> Iterator[tuple[str, ...]]:
    """Words that mean much the same: the list of synonyms, and each term of the glossary with its
    other names.
    """
    yield from (group.words for group in library.all("synonyms").values())
    yield from ((term.title, *term.also) for term in library.all("term").values() if term.also)


def spelling(library: Library) -> str:
    """How the words of the field are spelt: a search that misses one of them is offered the
    nearest.
    """
    return " ".join(
        sorted({word for text in _texts(library) for word in WORD.findall(text.casefold())})
    )


def _texts(library: Library) -> Iterator[str]:
    for group in groups(library):
        yield from group
    for facet in NAMED:
        for thing in library.terms(facet.kind).values():
            yield from (thing.title, *thing.also)
    yield from _titles(library, ("term", "guide", "key-point", "session", "deck"))
    for page in library.pages.values():
        yield from (heading.title for heading in page.headings)
    yield from _often(example.title for example in library.all("example").values())


def _titles(library: Library, kinds: Iterable[KindName]) -> Iterator[str]:
    for kind in kinds:
        yield from (thing.title for thing in library.all(kind).values())


def _often(titles: Iterable[str]) -> Iterator[str]:
    """The words of titles of examples; only those that stand in more than one, so that the list
    does not grow with the library.
    """
    seen: set[str] = set()
    for title in titles:
        found = set(WORD.findall(title.casefold()))
        yield from sorted(found & seen)
        seen |= found
