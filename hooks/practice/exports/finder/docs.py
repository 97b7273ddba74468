"""What can be found, as the finder's index reads it: examples with the questions that they answer,
and everything else."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds import VocabularyKind
from ...library.library import Library
from ...model import STORY_FIELDS, Example, KeyPoint
from .entries import Entry, plain
from .index import Doc

KIND_WEIGHTS: tuple[tuple[VocabularyKind, float, float], ...] = (
    ("theme", 2.0, 1.0),
    ("component", 2.0, 0.0),
    ("setting", 2.0, 1.0),
    ("role", 0.7, 0.3),
)
"""Kinds that an example names: how much the title of one weighs, and how much its other words do.
"""
KEY_POINT_WEIGHT = 0.4
"""How much the words of a key point weigh, and its asks: an example that shows it answers them."""
HALF_WEIGHT_FIELDS = frozenset(("limits",))
"""Parts of a story that say what is not so: their words weigh half."""


def synonyms(library: Library) -> tuple[tuple[str, ...], ...]:
    """Words that mean much the same: the list of synonyms, and each term of the glossary with its
    other names."""
    listed = (group.words for group in library.all("synonyms").values())
    terms = ((term.title, *term.also) for term in library.all("term").values() if term.also)
    return (*listed, *terms)


def example(library: Library, e: Example) -> Doc:
    """An example with all that its page says, and how people ask for what it shows."""
    return Doc(tuple(_texts(library, e)), e.asks)


def key_points(library: Library, e: Example) -> tuple[KeyPoint, ...]:
    """The key points that an example shows."""
    return tuple(library.all("key-point")[id] for id in e.key_points)


def _texts(library: Library, e: Example) -> Iterator[tuple[float, str]]:
    yield 4.0, e.title
    yield 3.0, e.summary
    where = (e.organisation, e.place, library.title("nation", e.nation) if e.nation else "")
    yield 1.5, " . ".join(filter(None, where))
    for kind, weight, also in KIND_WEIGHTS:
        for id in getattr(e, f"{kind}s"):
            thing = library.all(kind)[id]
            yield weight, thing.title
            if also:
                yield also, " . ".join(thing.also)
    for point in key_points(library, e):
        yield KEY_POINT_WEIGHT, " . ".join((point.text, *point.asks))
    for field in STORY_FIELDS:
        if text := getattr(e, field):
            yield (0.5 if field in HALF_WEIGHT_FIELDS else 1.0), plain(text)
    yield 1.0, " . ".join(question.ask for question in e.questions)
    yield 0.5, " . ".join(_sources(library, e))
    if e.period:
        yield 0.5, f"{e.period.start} . {e.period.to}"


def _sources(library: Library, e: Example) -> Iterator[str]:
    for source in e.sources:
        cited = library.all("source")[source.ref] if source.ref else source
        yield from (str(part) for part in (cited.title, cited.publisher, cited.year) if part)


def other(entry: Entry) -> Doc:
    """A section of a guide, a key point, a term, a card, a session, a source or a page."""
    texts = (entry.title, entry.summary, entry.where, entry.tags, entry.text)
    return Doc(tuple(zip((3.0, 2.0, 1.0, 1.5, 1.0), texts, strict=True)), entry.asks)
