"""Vocabularies: the lists of themes, settings, roles and the like, and the list of all examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..digest import digest
from ..kinds import Kind, KindName, Listing, listed
from ..library.facets import FACETS
from ..library.library import Library
from ..model import VocabularyTerm
from ..rendering import head, pager, rows
from ..rendering.html import Items, Summary
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from .fixed import ABOUT


@dataclass(frozen=True)
class AllExamples:
    """A page of the list of all examples; the first holds the finder."""

    facets: tuple[str, ...]
    ways: tuple[Summary, ...]
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
    about = PageMetadata(
        listing.title, listing.description, kind.list_address, f"examples_data/{kind.file}"
    )
    terms = site.library.terms(kind.name).values()
    view = Items(tuple(_summary(site.library, kind.name, term) for term in terms))
    return site.renderer.page("indexes", "terms.html", about, view)


def _summary(library: Library, kind: KindName, term: VocabularyTerm) -> Summary:
    count = len(library.linked_from(f"example-{kind}", term.id))
    note = f"{count} example{'s' if count > 1 else ''}" if count else "No examples yet"
    address = library.address(kind, term.id)
    return Summary(term.title, term.description, address, note, term.family or "")


def _all_examples(site: Site, ids: list[str], number: int) -> Output:
    on_page = rows.on_page(ids, number)
    names = site.library.digest_of(("example", id) for id in on_page)
    return site.renderer.lazy_page(
        "examples" if number == 1 else "examples-more",
        "examples.html",
        pager.address("examples/", number),
        digest(str(len(ids)).encode(), names),
        partial(_load, site, ids, number),
    )


def _load(site: Site, ids: list[str], number: int) -> tuple[PageMetadata, AllExamples]:
    feeds = head.feed_links(site.settings, "feeds/examples", "All examples")
    about = replace(ABOUT["examples/"], meta=feeds)
    if number > 1:
        about = pager.numbered(replace(about, title="All examples"), number)
    view = AllExamples(
        facets=tuple(facet.name for facet in FACETS),
        ways=tuple(
            Summary(listing.title, listing.description, kind.list_address)
            for kind, listing in listed()
        ),
        total=len(ids),
        number=number,
        pages=pager.steps("examples/", rows.page_count(ids), number),
        rows=rows.rows(site.library, rows.on_page(ids, number)),
    )
    return about, view
