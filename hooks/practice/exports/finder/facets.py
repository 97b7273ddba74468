"""Facets of all examples in few bytes: for each facet a string with a group for each example and a
letter for each of its ids.
"""

from __future__ import annotations

from typing import Any

from ...library import former
from ...library.facets import FACETS, Facet
from ...library.library import Library
from ...model import Example
from ...rendering.labels import LEGENDS, titles
from ...rendering.site import Site

LETTERS = (
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-./:;<=>?@[]^_{|}~"
)
"""A letter for each id of a facet; a comma ends the group of an example.

Where there are more ids, each has two.
"""
SINGLE_VALUED = ("nation", "kind", "year", "read")
"""Facets in which an example has at most one id, so that “all of these” makes no sense."""
NAMED = frozenset(("theme", "setting", "role", "component", "nation"))
"""Facets that the finder offers when a question names one of their terms."""


def numbered(library: Library) -> list[Example]:
    """Examples by number: the oldest first, so that a new one changes no other's number."""
    return sorted(library.all("example").values(), key=lambda e: (e.added, e.id))


def facets(site: Site, examples: list[Example]) -> dict[str, Any]:
    """What the finder needs to narrow the examples down and to count."""
    return {
        "count": len(examples),
        "letters": LETTERS,
        "facets": [_facet(site, facet, examples) for facet in FACETS],
    }


def _facet(site: Site, facet: Facet, examples: list[Example]) -> dict[str, Any]:
    terms = titles(site.library, facet)
    code = dict(zip((id for id, _ in terms), _codes(len(terms)), strict=True))
    groups = ("".join(code[id] for id in facet.values(e) if id in code) for e in examples)
    renamed = former.present(site.library, facet.kind) if facet.kind else {}
    return {
        **({"former": renamed} if renamed else {}),
        "name": facet.name,
        "legend": LEGENDS[facet.name],
        "several": facet.name not in SINGLE_VALUED,
        "terms": _terms(site, facet, terms),
        "codes": ",".join(groups),
    }


def _codes(count: int) -> list[str]:
    """A code for each of so many ids, all of one width."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return [LETTERS[n // len(LETTERS)] + LETTERS[n % len(LETTERS)] for n in range(count)]


def _terms(
    site: Site, facet: Facet, terms: tuple[tuple[str, str], ...]
) -> list[list[str | list[str]]]:
    """(id, title), and where a question may name it its family, which gives the colour of a theme
    in a swatch, and its other names.
    """
    families = {id: theme.family or "talk" for id, theme in site.library.all("theme").items()}
    named = site.library.terms(facet.kind) if facet.name in NAMED else {}
    return [
        [id, title, families.get(id, ""), list(named[id].also)] if id in named else [id, title]
        for id, title in terms
    ]
