"""Every page that has no hand-written source, in one place."""

from __future__ import annotations

from collections.abc import Iterator

from ..rendering.output import Output
from ..rendering.site import Site
from . import (
    a_to_z,
    coverage,
    decks,
    examples,
    fixed,
    form,
    gallery,
    indexes,
    made_up,
    pulse,
    sessions,
    short_links,
    trainers,
    understand,
    vocabularies,
)

MODULES = (
    examples,
    vocabularies,
    indexes,
    coverage,
    a_to_z,
    decks,
    understand,
    pulse,
    gallery,
    sessions,
    made_up,
    short_links,
    form,
    fixed,
    trainers,
)


def pages(site: Site) -> Iterator[Output]:
    """Every page that has no hand-written source."""
    for module in MODULES:
        yield from module.pages(site)
