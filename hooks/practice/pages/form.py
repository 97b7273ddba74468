"""The two pages that take an example: the short form, whose six questions stand in the page, and
the long one, whose steps are built in the browser from the published schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checking import privacy
from ..contributing import short, write
from ..contributing.questions import NAMED, PARTS, REQUIRED_WHEN, Part
from ..library.library import Library
from ..model import Example
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import page


@dataclass(frozen=True)
class Form:
    """The long form."""

    steps: tuple[Part, ...]
    """The numbered steps, in the order of the form."""
    optional: tuple[str, ...]
    """The ids of steps of which nothing has to be filled in."""
    editors: Part
    """The editors' step, outside the numbered ones."""
    blank: str
    """An empty file with every field explained."""
    limit: str
    """What the privacy guard cannot find."""


@dataclass(frozen=True)
class Short:
    """The six questions."""

    steps: tuple[short.Step, ...]
    lists: dict[str, list[short.Choice]]
    """What can be chosen from, by the name of the answer."""


def pages(site: Site) -> Iterator[Output]:
    """The short form and the long form."""
    yield page(site, "contribute/short/", Short(short.STEPS, _lists(site.library)))
    optional = tuple(part.id for part in PARTS if not any(map(_is_needed, part.fields)))
    form = Form(PARTS[:-1], optional, PARTS[-1], blank=write.template(), limit=privacy.LIMIT)
    yield page(site, "contribute/form/", form)


def _is_needed(field: str) -> bool:
    return Example.model_fields[field].is_required() or field in REQUIRED_WHEN


def _lists(library: Library) -> dict[str, list[short.Choice]]:
    selects = (box.name for step in short.STEPS for box in step.boxes if box.kind == "select")
    return {
        name: [short.Choice(term.id, term.title) for term in library.terms(NAMED[name]).values()]
        for name in selects
    }
