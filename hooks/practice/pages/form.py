"""The two pages that take an example: the short form, whose six questions stand in the page, and
the long one, whose steps are built in the browser from the published schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import licences
from ..checking import privacy
from ..contributing import short, write
from ..contributing.questions import NAMED, PARTS, Part
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import page


@dataclass(frozen=True)
class Form:
    """The form, and the other ways to send an example."""

    steps: tuple[Part, ...]
    """In the order of the way."""
    editors: Part
    """A step beside the way."""
    blank: str
    """An empty file with every field explained."""
    new: str
    """Where a file is added to the repository."""
    issue: str
    """Where an issue is opened."""
    limit: str
    """What the privacy guard cannot find."""


@dataclass(frozen=True)
class Short:
    """The six questions."""

    steps: tuple[short.Step, ...]
    lists: dict[str, list[short.Choice]]
    """What can be chosen from, by the name of the answer."""
    licence: str
    issue: str
    """Where an issue is opened."""


def pages(site: Site) -> Iterator[Output]:
    """Both."""
    yield _short(site)
    yield _long(site)


def _short(site: Site) -> Output:
    selects = [box.name for step in short.STEPS for box in step.boxes if box.kind == "select"]
    lists = {
        name: [
            short.Choice(term.id, term.title) for term in site.library.terms(NAMED[name]).values()
        ]
        for name in selects
    }
    view = Short(short.STEPS, lists, licences.DEFAULT.name, _issue(site))
    return page(site, "contribute/short/", view)


def _issue(site: Site) -> str:
    return f"{site.settings.repository}/issues/new?template=example.yml"


def _long(site: Site) -> Output:
    view = Form(
        steps=PARTS[:-1],
        editors=PARTS[-1],
        blank=write.template(),
        new=site.settings.new_url("examples_data/examples"),
        issue=_issue(site),
        limit=privacy.LIMIT,
    )
    return page(site, "contribute/form/", view)
