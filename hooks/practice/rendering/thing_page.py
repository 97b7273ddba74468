"""Pages that people teach from: what they say of themselves, and their end with a sheet to write
on, what changed, and how to cite them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..kinds import KINDS, KindName
from ..licences import Licence
from ..model import Change, Session
from ..teaching import Conversation, Scenario
from . import cite
from .metadata import PageMetadata, audience, learning_resource
from .site import Site


@dataclass(frozen=True)
class PageFooter:
    """The end of a page."""

    address: str
    history: str
    """Where every change to its file is listed."""
    changes: tuple[Change, ...]
    """The newest first."""
    added: str
    """The day on which it came into the library (YYYY-MM-DD); empty where that is not known."""
    cite: str
    licence: Licence | None
    """The licence of its text, where that is not the site's."""


def footer(
    site: Site,
    about: PageMetadata,
    changes: Iterable[Change],
    added: str = "",
    licence: Licence | None = None,
) -> PageFooter:
    """The end of a page; `added` is YYYY-MM-DD."""
    return PageFooter(
        address=about.address,
        history=site.settings.history_url(about.edit),
        changes=tuple(sorted(changes, key=lambda change: change.on, reverse=True)),
        added=added,
        cite=cite.harvard(site.settings, about.title, added or site.settings.day, about.address),
        licence=licence,
    )


def about(
    site: Site,
    kind: KindName,
    thing: Session | Scenario | Conversation,
    sort: str,
    *more: tuple[str, object],
) -> PageMetadata:
    """The metadata of a thing's page; `sort` and `more` are what search engines read of it."""
    library, address = site.library, site.library.address(kind, thing.id)
    readers = ("audience", audience(library, thing.roles))
    return PageMetadata(
        title=thing.title,
        description=thing.summary,
        address=address,
        edit=f"examples_data/{KINDS[kind].file}{thing.id}.yml",
        data=learning_resource(thing.title, thing.summary, sort, *more, readers, added=thing.added),
        meta=cite.meta(site.settings, thing.title, thing.added, address),
        dated=thing.added,
        kind=KINDS[kind].singular_name,
        scripts=("share.js",),
    )
