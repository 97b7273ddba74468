"""The bibliography: what guides and terms rest on, how much of it was read, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..model import BibliographyEntry
from ..rendering.cite import published
from ..rendering.letters import Letter, by_letter
from ..rendering.output import Output
from ..rendering.site import Site
from .back_links import LinkList, back_links
from .fixed import ABOUT


@dataclass(frozen=True)
class Work:
    """An entry of the bibliography."""

    id: str
    cited_as: str
    title: str
    published: str
    url: str
    archive: str
    read: str
    note: str
    cited: tuple[LinkList, ...]


@dataclass(frozen=True)
class Bibliography:
    """The page of all sources."""

    letters: tuple[Letter[Work], ...]
    examples: int


def pages(site: Site) -> Iterator[Output]:
    """The bibliography, in the order of its citations."""
    about = ABOUT["sources/"]
    yield site.renderer.page("understand", "sources.html", about, view(site.library))


def view(library: Library) -> Bibliography:
    """What the page shows."""
    ordered = sorted(
        library.all("source").values(), key=lambda source: (source.cited_as.casefold(), source.id)
    )
    works = (_work(library, source) for source in ordered)
    return Bibliography(by_letter(works, lambda work: work.cited_as), len(library.all("example")))


def _work(library: Library, source: BibliographyEntry) -> Work:
    return Work(
        id=source.id,
        cited_as=source.cited_as,
        title=source.title,
        published=published(source),
        url=source.url or "",
        archive=source.archive or "",
        read=source.read,
        note=source.note or "",
        cited=tuple(back_links(library, "source", source.id)),
    )
