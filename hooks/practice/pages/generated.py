"""Every page that has no hand-written source, in one place."""

from __future__ import annotations

from collections.abc import Iterator

from ..rendering.output import Output
from ..rendering.site import Site
from . import (
    bibliography,
    coverage,
    decks,
    examples,
    fixed,
    form,
    gallery,
    glossary,
    guides,
    indexes,
    key_points,
    made_up,
    paths,
    pulse,
    self_review,
    sessions,
    short_links,
    trainers,
    vocabularies,
)

MODULES = (
    examples,
    vocabularies,
    indexes,
    coverage,
    key_points,
    bibliography,
    glossary,
    guides,
    decks,
    paths,
    pulse,
    self_review,
    gallery,
    sessions,
    made_up,
    short_links,
    form,
    fixed,
    trainers,
)


def pages(site: Site) -> Iterator[Output]:
    """All of them."""
    for module in MODULES:
        yield from module.pages(site)
