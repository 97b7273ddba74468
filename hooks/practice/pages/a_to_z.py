"""Long lists from A to Z: the bibliography, and the glossary in plain English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..model import NAMED_TERMS, BibliographyEntry, GlossaryTerm
from ..rendering.cite import source_link
from ..rendering.html import Links, links
from ..rendering.letters import Letter, by_letter
from ..rendering.output import Output
from ..rendering.site import Site
from .back_links import LinkList, back_links
from .fixed import page


@dataclass(frozen=True)
class Work:
    """An entry of the bibliography: how much of it was read, and who cites it."""

    entry: BibliographyEntry
    cited: tuple[LinkList, ...]


@dataclass(frozen=True)
class Bibliography:
    """The page of all sources."""

    letters: tuple[Letter[Work], ...]
    examples: int


@dataclass(frozen=True)
class Term:
    """A word, and what it means."""

    entry: GlossaryTerm
    guides: Links
    sources: Links
    examples: Links


Terms = tuple[Term, ...]


@dataclass(frozen=True)
class Glossary:
    """A page of terms."""

    letters: tuple[Letter[Term], ...]
    named: Terms = ()
    """Terms on the page of names; links to them had their place on this page before."""


def pages(site: Site) -> Iterator[Output]:
    """The bibliography, and the terms. Those that are names have a page of their own: one page
    would be too long.
    """
    yield page(site, "sources/", bibliography(site.library))
    terms = sorted(site.library.all("term").values(), key=lambda term: term.title.casefold())
    words, names = (
        tuple(_term(site.library, term) for term in terms if term.named is named)
        for named in (False, True)
    )
    yield page(site, "glossary/", Glossary(by_letter(words, _title), names))
    if names:
        yield page(site, f"glossary/{NAMED_TERMS}", Glossary(by_letter(names, _title)))


def bibliography(library: Library) -> Bibliography:
    """The sources in the order of their citations."""
    ordered = sorted(
        library.all("source").values(), key=lambda source: (source.cited_as.casefold(), source.id)
    )
    works = (Work(source, tuple(back_links(library, "source", source.id))) for source in ordered)
    letters = by_letter(works, lambda work: work.entry.cited_as)
    return Bibliography(letters, len(library.all("example")))


def _title(term: Term) -> str:
    return term.entry.title


def _term(library: Library, term: GlossaryTerm) -> Term:
    return Term(
        entry=term,
        guides=links(library, "guide", term.guides),
        sources=tuple(source_link(library, id) for id in term.sources),
        examples=links(library, "example", term.examples),
    )
