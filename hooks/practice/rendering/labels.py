"""What the parts of an example, its choices and the facets of the finder are called."""

from __future__ import annotations

from dataclasses import dataclass

from ..library.facets import Facet, ids
from ..library.library import Library
from ..model import UKNation
from .svg import READ_WORDS


@dataclass(frozen=True)
class Section:
    """A part of the text of an example."""

    field: str
    fragment: str
    heading: str


SECTIONS = (
    Section("context", "context", "Why they tried it"),
    Section("what_they_did", "did", "What they did"),
    Section("what_changed", "changed", "What changed"),
    Section("what_helped", "helped", "What helped"),
    Section("what_got_in_the_way", "obstacles", "What got in the way"),
    Section("learning", "learning", "What others can learn"),
    Section("limits", "unknown", "What is not known"),
)

ACCOUNTS = {
    "published": "published account",
    "contributed": "sent in by those who did it",
    "illustrative": "illustrative: made up to show a point",
}
"""What an example is, by its kind."""

LEARNING_BASIS = {
    "stated": "The people who did it say this",
    "mixed": "The people who did it say part of this, and part is our reading",
    "editor": "Our reading",
}

USES = {
    "self": "On your own",
    "one-to-one": "One to one",
    "team": "In a team",
    "with-a-person": "With a person you support",
}
"""Where a question or a prompt works best."""

LEGENDS = {
    "setting": "I work in",
    "role": "I work as",
    "theme": "I want help with",
    "component": "Part of the approach",
    "nation": "Nation",
    "guide": "Shows what a guide says",
    "key_point": "Shows a key point",
    "knowledge": "Rests on",
    "kind": "Kind of account",
    "year": "Year it tells of",
    "read": "How much we read",
}
"""What each facet is called, in the words of a reader."""

FIXED_TITLES = {
    "kind": {
        "published": "Published account",
        "contributed": "Sent in by those who did it",
        "illustrative": "Made up to show a point",
    },
    "read": READ_WORDS,
}
"""The words of ids that name no thing of the library."""


def titles(library: Library, facet: Facet) -> tuple[tuple[str, str], ...]:
    """(id, words) of each choice of a facet."""
    if facet.kind:
        return tuple((id, library.title(facet.kind, id)) for id in ids(library, facet))
    fixed = FIXED_TITLES.get(facet.name, {})
    return tuple((id, fixed.get(id, id)) for id in ids(library, facet))


NATION_TITLES: dict[UKNation, str] = {
    "united-kingdom": "All of the United Kingdom",
    "scotland": "Scotland",
    "england": "England",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
}
"""What the law of each is called."""
