"""Indexes: a page for each term of a vocabulary, the lists of terms, the list of all examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from ..digest import digest, plain_bytes
from ..kinds import Kind, KindName, Listing, listed
from ..library.library import Library
from ..library.relations import BY_NAME, leading_to
from ..rendering import pager, rows
from ..rendering.labels import LEGEND_LIST
from ..rendering.output import Output
from ..rendering.shell import text
from ..rendering.site import About, Site

T = TypeVar("T")
BESIDE = 80
"""Links of one kind beside an index."""
PER_PAGE = 24
"""Rows on a page of an index: with their pictures they stay below 40 kB at any number of examples.
"""


@dataclass(frozen=True)
class Index:
    """A list of the examples that name one thing."""

    kind: KindName
    id: str
    title: str
    description: str
    base: str
    """The address of its first page."""
    up: tuple[str, str]
    edit: str
    by: KindName
    """The kind by which its examples are grouped."""
    field: str
    """What the form on the site calls the field that names it."""


def pages(site: Site) -> Iterator[Output]:
    """Every index."""
    for kind, listing in listed():
        yield terms(site, kind, listing)
    for index in indexes(site):
        yield from index_pages(site, index)
    yield from all_examples(site)


def indexes(site: Site) -> Iterator[Index]:
    """One for each term, each key point and each guide."""
    library = site.library
    for kind, listing in listed():
        for term in library.terms(kind.name).values():
            yield Index(
                kind.name,
                term.id,
                term.title,
                term.description,
                library.address(kind.name, term.id),
                (listing.title, kind.home),
                f"examples_data/{kind.file}",
                listing.grouped_by,
                kind.home[:-1],
            )
    for point in library.all("key-point").values():
        told = "Examples that show this key point."
        yield Index(
            "key-point",
            point.id,
            point.text,
            told,
            f"key-points/{point.id}/",
            ("Key points", "key-points/"),
            "examples_data/key_points.yml",
            "setting",
            "key_points",
        )
    for guide in library.all("guide").values():
        told = f"Examples that show in practice what the guide “{guide.title}” says."
        yield Index(
            "guide",
            guide.id,
            f"Seen in practice: {guide.title.lower()}",
            told,
            f"seen-in-practice/{guide.id}/",
            ("Guides", "guides/"),
            f"docs/{guide.file}",
            "setting",
            "guides",
        )


def terms(site: Site, kind: Kind, listing: Listing) -> Output:
    """The list of one kind of terms, each with its count."""
    library = site.library
    entries = tuple(
        (
            t.title,
            t.description,
            library.address(kind.name, t.id),
            len(library.linked_from(f"example-{kind.name}", t.id)),
            t.family or "",
        )
        for t in library.terms(kind.name).values()
    )
    about = About(listing.title, listing.description, kind.home, f"examples_data/{kind.file}")
    return site.page(
        "indexes",
        "terms.html",
        about,
        {"title": listing.title, "description": listing.description, "terms": entries},
    )


def index_pages(site: Site, index: Index) -> Iterator[Output]:
    """The pages of one index: what it is about, what belongs with it, and its examples grouped so
    that one sees how they differ.
    """
    ids = grouped(site, index)
    for number in range(1, pages_of(len(ids)) + 1):
        yield _index_page(site, index, ids, number)


def _index_page(site: Site, index: Index, ids: list[tuple[str, str]], number: int) -> Output:
    count = pages_of(len(ids))
    view = {
        "title": index.title,
        "description": index.description,
        "up": index.up,
        "total": len(ids),
        "number": number,
        "pages": pager.steps(index.base, count, number),
        "belongs": _belongs(site, index) if number == 1 else (),
        "gaps": _gaps(site, index) if number == 1 else (),
        "contribute": f"contribute/form/?{index.field}={index.id}",
    }
    listed = Listed(site.library, chunk(ids, number))
    return site.page(
        "index" if number == 1 else "index-more",
        "term.html",
        _about(site, index, number),
        view,
        listed,
        listed.stamp,
    )


class Listed:
    """The examples on one page of an index, worked out when it is drawn."""

    def __init__(self, library: Library, chunk: list[tuple[str, str]]):
        self.library, self.chunk = library, chunk

    @property
    def stamp(self) -> bytes:
        """What stands for all that the page shows of them."""
        return digest(
            plain_bytes(self.chunk),
            self.library.digest_of(("example", id) for _, id in self.chunk),
        )

    @property
    def every(self) -> list[rows.Row]:
        """One row for each."""
        return [rows.row(self.library, id) for _, id in self.chunk]

    @property
    def groups(self) -> list[tuple[str, list[rows.Row]]]:
        """(title of a group, rows)"""
        return [
            (title, [rows.row(self.library, id) for _, id in some])
            for title, some in groupby(self.chunk, key=itemgetter(0))
        ]


def _about(site: Site, index: Index, number: int) -> About:
    title = index.title if number == 1 else f"{index.title}, page {number}"
    data = (("@type", "CollectionPage"), ("name", index.title), ("description", index.description))
    feed = (
        f'<link rel="alternate" type="application/atom+xml" title="{text(index.title)}"'
        f' href="{site.settings.url}feeds/themes/{index.id}.xml">'
    )
    return About(
        title,
        index.description,
        pager.address(index.base, number),
        index.edit,
        data,
        (feed,) if index.kind == "theme" else (),
    )


def pages_of(count: int) -> int:
    """How many pages so many rows take; an empty list has one empty page."""
    return max(1, -(-count // PER_PAGE))


def chunk(items: list[T], number: int) -> list[T]:
    """What stands on one page of a list."""
    return items[(number - 1) * PER_PAGE : number * PER_PAGE]


def grouped(site: Site, index: Index) -> list[tuple[str, str]]:
    """(title of the group, example) in the order of the groups' vocabulary; an example stands in
    its first group alone.
    """
    library = site.library
    place, first = from_a_to_z(library), _first(library, index.by)
    titles = [library.title(index.by, term) for term in library.all(index.by)]
    ids = sorted(
        sorted(library.linked_from(f"example-{index.kind}", index.id), key=place.__getitem__),
        key=first.__getitem__,
    )
    return [(titles[first[id]], id) for id in ids]


@lru_cache(maxsize=1)
def from_a_to_z(library: Library) -> dict[str, int]:
    """Ids of all examples by their titles, with their places in that order."""
    examples = library.all("example")
    ordered = sorted(examples, key=lambda id: (examples[id].title.casefold(), id))
    return {id: n for n, id in enumerate(ordered)}


@lru_cache(maxsize=4)
def _first(library: Library, by: KindName) -> dict[str, int]:
    """For each example the number of its first term of a kind, in the order of the vocabulary."""
    rank = {term: n for n, term in enumerate(library.all(by))}
    return {
        id: min(rank[ref] for ref in library.links(f"example-{by}", id))
        for id in library.all("example")
    }


def _belongs(site: Site, index: Index) -> tuple:
    """What else belongs with it: (heading, links) for every relation that leads to it, examples
    apart.
    """
    links = [
        (relation.backwards, tuple(site.library.link(relation.source, i) for i in ids[:BESIDE]))
        for relation in leading_to(index.kind)
        if relation.source != "example"
        and (ids := site.library.linked_from(relation.name, index.id))
    ]
    guide = {
        "component": index.id,
        "guide": index.id,
        "key-point": getattr(site.library.get("key-point", index.id), "guide", ""),
    }.get(index.kind)
    return tuple(
        [("Guide", (site.library.link("guide", guide),)), *links]
        if guide and site.library.get("guide", guide)
        else links
    )


def _gaps(site: Site, index: Index) -> tuple[str, ...]:
    """Terms of the grouping kind from which no example of this one comes."""
    if index.kind not in ("theme", "setting"):
        return ()
    field, examples = BY_NAME[f"example-{index.by}"], site.library.all("example")
    have = {
        ref
        for id in site.library.linked_from(f"example-{index.kind}", index.id)
        for ref in field.refs(examples[id])
    }
    return tuple(term.title for term in site.library.all(index.by).values() if term.id not in have)


def all_examples(site: Site) -> Iterator[Output]:
    """The list of all examples from A to Z, page by page; the first page holds the finder."""
    count = pages_of(len(site.library.all("example")))
    for number in range(1, count + 1):
        yield _all_examples(site, number, count)


def _all_examples(site: Site, number: int, count: int) -> Output:
    about = About(
        "Find an example" if number == 1 else f"All examples, page {number}",
        "Practice examples from health and social care, to search, to narrow down and to browse.",
        pager.address("examples/", number),
        "CONTRIBUTING.md",
        scripts=("finder.js",) if number == 1 else (),
    )
    view = {
        "facets": LEGEND_LIST,
        "total": len(site.library.all("example")),
        "number": number,
        "pages": pager.steps("examples/", count, number),
        "ways": tuple(
            (listing.title, listing.description, kind.home) for kind, listing in listed()
        ),
    }
    ids = chunk(list(from_a_to_z(site.library)), number)
    shown = Listed(site.library, [("", id) for id in ids])
    return site.page(
        "examples" if number == 1 else "examples-more",
        "examples.html",
        about,
        view,
        shown,
        shown.stamp,
    )
