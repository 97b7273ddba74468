"""The glossary: words that the library uses, in plain English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..model import NAMED_TERMS, GlossaryTerm
from ..rendering.cite import source_link
from ..rendering.html import Links, links
from ..rendering.letters import Letter, by_letter
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import ABOUT


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

    title: str
    answer: str
    letters: tuple[Letter[Term], ...]
    named: Terms = ()
    """Terms on the page of names; links to them had their place on this page before."""


def pages(site: Site) -> Iterator[Output]:
    """Terms from A to Z, and those that are names on a page of their own: one page would be too
    long.
    """
    terms = sorted(site.library.all("term").values(), key=lambda term: term.title.casefold())
    words, names = (
        tuple(_term(site.library, term) for term in terms if term.named is named)
        for named in (False, True)
    )
    yield _page(site, "understand", ABOUT["glossary/"], words, names)
    if names:
        yield _page(site, "understanding", ABOUT[f"glossary/{NAMED_TERMS}"], names)


def _page(site: Site, shell: str, about: PageMetadata, terms: Terms, named: Terms = ()) -> Output:
    view = Glossary(
        about.title, about.description, by_letter(terms, lambda term: term.entry.title), named
    )
    return site.renderer.page(shell, "glossary.html", about, view)


def _term(library: Library, term: GlossaryTerm) -> Term:
    return Term(
        entry=term,
        guides=links(library, "guide", term.guides),
        sources=tuple(source_link(library, id) for id in term.sources),
        examples=links(library, "example", term.examples),
    )
