"""The page of the examples that a reader has saved: empty as published, filled in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site


@dataclass(frozen=True)
class Fixed:
    """A page whose template shows nothing from elsewhere."""


def pages(site: Site) -> Iterator[Output]:
    """The page of a reader's list."""
    about = PageMetadata(
        "My list",
        "Examples that you keep, to see together, to print, to copy and to share.",
        "my-list/",
        "CONTRIBUTING.md",
        paper=False,
        scripts=("mylist-page.js",),
    )
    yield site.renderer.page("my-list", "my-list.html", about, Fixed())
