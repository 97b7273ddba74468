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

    entry: BibliographyEntry
    published: str
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
    works = (
        Work(source, published(source), tuple(back_links(library, "source", source.id)))
        for source in ordered
    )
    letters = by_letter(works, lambda work: work.entry.cited_as)
    return Bibliography(letters, len(library.all("example")))
