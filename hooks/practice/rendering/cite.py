"""How to cite a page, and what reference managers read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..library.library import Library, Link
from ..model import BibliographyEntry, Citation
from .settings import Settings
from .shell import text


class Publisher(Protocol):
    """Who publishes a page, and the address of the site, with a slash at its end."""

    @property
    def name(self) -> str: ...
    @property
    def url(self) -> str: ...


def harvard(publisher: Publisher, title: str, day: str, address: str) -> str:
    """A reference in Harvard style. The author is the library."""
    return f"{publisher.name} ({day[:4]}) ‘{title}’. Available at: {publisher.url}{address}"


def as_family_name(organisation: str) -> str:
    """An organisation as formats write it that know names of people only.

    The comma ends the family name. Without one Zotero saves "Practice, Outcomes in": its
    `Zotero.Utilities.cleanAuthor` takes the last word for the family name. RIS separates family
    and given names the same way.
    """
    return f"{organisation},"


def meta(settings: Settings, title: str, day: str, address: str) -> tuple[str, ...]:
    """The citation meta tags that Zotero and others read."""
    tags = {
        "title": title,
        "author": as_family_name(settings.name),
        "publication_date": day.replace("-", "/"),
        "public_url": settings.url + address,
    }
    return tuple(f'<meta name="citation_{name}" content="{text(tags[name])}">' for name in tags)


def published(source: BibliographyEntry | Citation) -> str:
    """Who published a source, and when: its authors, publisher and year."""
    authors = source.authors if isinstance(source, BibliographyEntry) else ()
    return ", ".join(str(part) for part in (*authors, source.publisher, source.year) if part)


@dataclass(frozen=True)
class CitedSource:
    """A source as a page cites it, and where the bibliography has it."""

    entry: BibliographyEntry | Citation
    address: str = ""
    """Its address there; `""` for one that the bibliography does not have."""
    read: str = ""
    """How much of it was read for an example."""


def cited_source(library: Library, id: str, read: str = "") -> CitedSource:
    """A source of the bibliography."""
    entry = library.all("source")[id]
    return CitedSource(entry, library.address("source", id), read)


def source_link(library: Library, id: str) -> Link:
    """Where the bibliography has a source, by the words that cite it."""
    return Link(library.all("source")[id].cited_as, library.address("source", id))
