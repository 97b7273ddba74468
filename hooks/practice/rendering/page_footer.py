"""The end of pages that people teach from: a sheet to write on, what changed, how to cite it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..licences import Licence
from ..model import Change
from . import cite
from .formats import day_in_words
from .metadata import PageMetadata
from .site import Site


@dataclass(frozen=True)
class DatedChange:
    """What changed on a page, and on which day, in words."""

    day: str
    what: str


@dataclass(frozen=True)
class PageFooter:
    """The end of a page."""

    address: str
    history: str
    """Where every change to its file is listed."""
    changes: tuple[DatedChange, ...]
    """The newest first."""
    added: str
    """The day on which it came into the library, in words; empty where that is not known."""
    cite: str
    licence: Licence | None = None
    """The licence of its text, where that is not the site's."""


def footer(
    site: Site, about: PageMetadata, day: str, changes: Iterable[Change], added: str = ""
) -> PageFooter:
    """The end of a page; `day` is that of its reference (YYYY-MM-DD)."""
    newest = sorted(changes, key=lambda change: change.on, reverse=True)
    return PageFooter(
        address=about.address,
        history=site.settings.history_url(about.edit),
        changes=tuple(DatedChange(day_in_words(change.on), change.what) for change in newest),
        added=day_in_words(added) if added else "",
        cite=cite.harvard(site.settings, about.title, day, about.address),
    )
