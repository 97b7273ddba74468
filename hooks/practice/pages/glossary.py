"""The glossary: words that the library uses, in plain English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..model import GlossaryTerm
from ..rendering.html import Link, Links, links
from ..rendering.letters import Letter, by_letter
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site


@dataclass(frozen=True)
class Term:
    """A word, and what it means."""

    id: str
    title: str
    definition: str
    also: tuple[str, ...]
    guides: Links
    sources: Links


@dataclass(frozen=True)
class Glossary:
    """The page of all terms."""

    letters: tuple[Letter[Term], ...]


def pages(site: Site) -> Iterator[Output]:
    """Terms from A to Z."""
    terms = sorted(site.library.all("term").values(), key=lambda term: term.title.casefold())
    about = PageMetadata(
        "Glossary",
        "Words that this library uses, in plain English.",
        "glossary/",
        "examples_data/glossary.yml",
    )
    view = Glossary(by_letter((_term(site.library, term) for term in terms), lambda t: t.title))
    yield site.renderer.page("understand", "glossary.html", about, view)


def _term(library: Library, term: GlossaryTerm) -> Term:
    return Term(
        id=term.id,
        title=term.title,
        definition=term.definition,
        also=term.also,
        guides=links(library, "guide", term.guides),
        sources=tuple(
            Link(library.all("source")[id].cited_as, library.address("source", id))
            for id in term.sources
        ),
    )
