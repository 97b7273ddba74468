"""Vocabularies: the lists of themes, settings, roles and the like, and the list of all examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..digest import digest
from ..kinds import Kind, Listing, listed
from ..library.facets import FACETS
from ..rendering import pager, rows
from ..rendering.labels import LEGENDS
from ..rendering.output import Output
from ..rendering.site import About, Site


@dataclass(frozen=True)
class Vocabulary:
    """A way into the examples: the list of one kind of term."""

    title: str
    description: str
    address: str


@dataclass(frozen=True)
class Term:
    """A term in the list of its kind."""

    title: str
    description: str
    address: str
    count: int
    """Examples that name it."""
    family: str


@dataclass(frozen=True)
class Terms:
    """The list of one kind of term."""

    title: str
    description: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class FacetLegend:
    """A facet of the finder, and what it is called."""

    name: str
    legend: str


@dataclass(frozen=True)
class AllExamples:
    """A page of the list of all examples; the first holds the finder."""

    facets: tuple[FacetLegend, ...]
    ways: tuple[Vocabulary, ...]
    total: int
    number: int
    pages: tuple[pager.PageLink, ...]
    rows: tuple[rows.Row, ...]


def pages(site: Site) -> Iterator[Output]:
    """The list of each kind of term, and the list of all examples."""
    for kind, listing in listed():
        yield _terms(site, kind, listing)
    ids = rows.by_title(site.library)
    for number in range(1, rows.page_count(ids) + 1):
        yield _all_examples(site, ids, number)


def _terms(site: Site, kind: Kind, listing: Listing) -> Output:
    library = site.library
    terms = (
        Term(
            term.title,
            term.description,
            library.address(kind.name, term.id),
            len(library.linked_from(f"example-{kind.name}", term.id)),
            term.family or "",
        )
        for term in library.terms(kind.name).values()
    )
    about = About(listing.title, listing.description, kind.home, f"examples_data/{kind.file}")
    view = Terms(listing.title, listing.description, tuple(terms))
    return site.page("indexes", "terms.html", about, view)


def _all_examples(site: Site, ids: list[str], number: int) -> Output:
    library, shown = site.library, rows.on_page(ids, number)
    about = About(
        "Find an example" if number == 1 else f"All examples, page {number}",
        "Practice examples from health and social care, to search, to narrow down and to browse.",
        pager.address("examples/", number),
        "CONTRIBUTING.md",
        scripts=("finder.js",) if number == 1 else (),
    )

    def view() -> AllExamples:
        return AllExamples(
            facets=tuple(FacetLegend(facet.name, LEGENDS[facet.name]) for facet in FACETS),
            ways=tuple(
                Vocabulary(listing.title, listing.description, kind.home)
                for kind, listing in listed()
            ),
            total=len(ids),
            number=number,
            pages=pager.steps("examples/", rows.page_count(ids), number),
            rows=rows.rows(library, shown),
        )

    return site.later(
        "examples" if number == 1 else "examples-more",
        "examples.html",
        about.address,
        digest(str(len(ids)).encode(), library.digest_of(("example", id) for id in shown)),
        lambda: (about, view()),
    )
