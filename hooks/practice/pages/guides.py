"""The list of guides, and of the paths that lead through them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..rendering.html import Summary
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import ABOUT
from .paths import summaries


@dataclass(frozen=True)
class Guides:
    """The page of all guides."""

    guides: tuple[Summary, ...]
    paths: tuple[Summary, ...]
    law: bool
    """Whether there are pages of law and standards."""


def pages(site: Site) -> Iterator[Output]:
    """The guides in their order."""
    guides = site.library.all("guide").values()
    about = ABOUT["guides/"]
    view = Guides(
        tuple(Summary(g.title, g.summary, g.address, f"{g.minutes} minutes") for g in guides),
        summaries(site.library),
        bool(site.library.all("law")),
    )
    yield site.renderer.page("understand", "guides.html", about, view)
