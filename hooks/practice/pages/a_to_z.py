"""Long lists from A to Z: the bibliography, and the glossary in plain English."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from ..library.library import Library
from ..model import NAMED_TERMS, BibliographyEntry, GlossaryTerm
from ..rendering.cite import published, source_link
from ..rendering.html import Links, links
from ..rendering.output import Output
from ..rendering.site import Site
from .back_links import LinkList, back_links
from .fixed import page

T = TypeVar("T")


@dataclass(frozen=True)
class Letter(Generic[T]):
    """The things of a list whose names begin with a letter."""

    letter: str
    items: tuple[T, ...]
    start: int
    """The number of its first thing in the whole list."""

    @property
    def id(self) -> str:
        """The place of its heading on the page."""
        return f"letter-{self.letter.lower()}"


@dataclass(frozen=True)
class Work:
    """An entry of the bibliography: how much of it was read, and who cites it."""

    entry: BibliographyEntry
    published: str
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


def by_letter(items: Iterable[T], name: Callable[[T], str]) -> tuple[Letter[T], ...]:
    """The parts of a list that is in the order of its names. What begins with no letter is
    under 0-9.
    """
    parts: list[Letter[T]] = []
    start = 1
    for letter, group in groupby(items, key=lambda item: _letter(name(item))):
        found = tuple(group)
        parts.append(Letter(letter, found, start))
        start += len(found)
    return tuple(parts)


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFD", name[:1]).upper()[:1]
    return first if "A" <= first <= "Z" else "0-9"


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
    works = (
        Work(source, published(source), tuple(back_links(library, "source", source.id)))
        for source in ordered
    )
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
