"""The page about the components: what each is for, and a page where it is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..kinds import is_kind
from ..library.library import Library, Link
from ..rendering.html import Items, Links
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import page


@dataclass(frozen=True)
class UiComponent:
    """A part of pages: what it is called, when to use it, and the kinds of pages that have it."""

    id: str
    title: str
    use: str
    pages: list[str]


@dataclass(frozen=True)
class ComponentView:
    """A component, with links to pages that have it."""

    component: UiComponent
    pages: Links


_RAW = Path(__file__).with_suffix(".json").read_bytes()
COMPONENTS = tuple(UiComponent(**component) for component in json.loads(_RAW))
"""Every component, in the order of the page. Those of hand-written pages stand in the template."""


def pages(site: Site) -> Iterator[Output]:
    """The page of all components."""
    view = Items(tuple(ComponentView(c, tuple(_links(site.library, c))) for c in COMPONENTS))
    yield page(site, "about/components/", view)


def _links(library: Library, component: UiComponent) -> Iterator[Link]:
    for name in component.pages:
        if not is_kind(name):
            yield Link(name.replace("-", " ").capitalize(), f"{name}/")
        elif id := next(iter(library.all(name)), None):
            yield library.link(name, id)
