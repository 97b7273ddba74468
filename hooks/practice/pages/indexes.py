"""Indexes: the examples of each term of a vocabulary, each key point and each guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter

from ..digest import digest, digest_json, plain_bytes
from ..kinds import KINDS, KindName, listed
from ..library.library import Library, Link
from ..library.relations import BY_NAME
from ..rendering import head, pager, rows
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from . import frameworks
from .back_links import LinkList, back_links
from .coverage import counts

MAX_LINKS = 80
"""Links of one kind beside an index."""


@dataclass(frozen=True)
class ExampleIndex:
    """A list of the examples that name one thing."""

    kind: KindName
    id: str
    title: str
    description: str
    base: str
    """The address of its first page."""
    up: Link
    edit: str
    group_by: KindName
    """The kind by which its examples are grouped."""
    field: str
    """What the form on the site calls the field that names it."""
    easy: tuple[str, ...] = ()
    """What it says in easy words."""


Listed = tuple[str, str]
"""The title of the group of an example, and the id of the example."""
Grouped = tuple[str, tuple[str, ...]]
"""The title of a group, and the ids of its examples."""


@dataclass(frozen=True)
class Group:
    """Examples of an index under a heading."""

    title: str
    rows: tuple[rows.Row, ...]


@dataclass(frozen=True)
class IndexView:
    """A page of an index: what it is about, what belongs with it, and its examples grouped so that
    one sees how they differ.
    """

    index: ExampleIndex
    total: int
    number: int
    pages: tuple[pager.PageLink, ...]
    belongs: tuple[LinkList, ...]
    gaps: tuple[str, ...]
    matches: tuple[frameworks.FrameworkMatch, ...]
    groups: tuple[Group, ...] = ()


def pages(site: Site) -> Iterator[Output]:
    """Every page of every index."""
    for index in indexes(site.library):
        yield from _pages(site, index)


def indexes(library: Library) -> Iterator[ExampleIndex]:
    """An index for each term, each key point and each guide."""
    for kind, listing in listed():
        for term in library.terms(kind.name).values():
            yield ExampleIndex(
                kind=kind.name,
                id=term.id,
                title=term.title,
                description=term.description,
                base=library.address(kind.name, term.id),
                up=Link(listing.title, kind.list_address),
                edit=f"examples_data/{kind.file}",
                group_by=listing.grouped_by,
                field=kind.list_address.removesuffix("/"),
            )
    yield from _key_points(library)
    yield from _guides(library)


def _key_points(library: Library) -> Iterator[ExampleIndex]:
    for point in library.all("key-point").values():
        yield ExampleIndex(
            kind="key-point",
            id=point.id,
            title=point.text,
            description="Examples that show this key point.",
            base=KINDS["key-point"].alternate_address.format(id=point.id),
            up=Link("Key points", "key-points/"),
            edit="examples_data/key_points.yml",
            group_by="setting",
            field="key_points",
            easy=point.easy or (),
        )


def _guides(library: Library) -> Iterator[ExampleIndex]:
    for guide in library.all("guide").values():
        yield ExampleIndex(
            kind="guide",
            id=guide.id,
            title=f"Seen in practice: {guide.title.lower()}",
            description=f"Examples that show in practice what the guide “{guide.title}” says.",
            base=KINDS["guide"].alternate_address.format(id=guide.id),
            up=Link("Guides", "guides/"),
            edit=f"docs/{guide.file}",
            group_by="setting",
            field="guides",
        )


def _pages(site: Site, index: ExampleIndex) -> Iterator[Output]:
    """The pages of one index.

    A page's key covers all of the first page but its examples, and then the examples of the page.
    """
    examples = _examples(site.library, index)
    first = IndexView(
        index=index,
        total=len(examples),
        number=1,
        pages=pager.steps(index.base, rows.page_count(examples), 1),
        belongs=tuple(_belongs(site.library, index)),
        gaps=_gaps(site.library, index),
        matches=frameworks.of_thing(site.library, index.kind, index.id),
    )
    common = digest_json(first)
    for number in range(1, rows.page_count(examples) + 1):
        on_page = _grouped(rows.on_page(examples, number))
        names = site.library.digest_of(("example", id) for _, ids in on_page for id in ids)
        yield site.renderer.lazy_page(
            "index" if number == 1 else "index-more",
            "term.html",
            pager.address(index.base, number),
            digest(common, plain_bytes(on_page), names),
            partial(_load, site, first, on_page, number),
        )


def _load(
    site: Site, first: IndexView, on_page: list[Grouped], number: int
) -> tuple[PageMetadata, IndexView]:
    groups = tuple(Group(title, rows.rows(site.library, ids)) for title, ids in on_page)
    view = replace(first, groups=groups)
    if number > 1:
        pages = pager.steps(first.index.base, rows.page_count(range(first.total)), number)
        view = replace(view, number=number, pages=pages, belongs=(), gaps=(), matches=())
    return _about(site, first.index, number), view


def _grouped(listed: list[Listed]) -> list[Grouped]:
    """The examples of a page as they are held until it is rendered: each is on some twenty."""
    return [
        (title, tuple(id for _, id in examples))
        for title, examples in groupby(listed, key=itemgetter(0))
    ]


def _about(site: Site, index: ExampleIndex, number: int) -> PageMetadata:
    kind = KINDS[index.kind]
    feeds = head.feed_links(site.settings, kind.feed(index.id), index.title)
    first = PageMetadata(
        title=index.title,
        description=index.description,
        address=index.base,
        edit=index.edit,
        data=(
            ("@type", "CollectionPage"),
            ("name", index.title),
            ("description", index.description),
        ),
        meta=(
            *((head.PLAIN,) if kind.listing and number == 1 else ()),
            *(feeds if kind.has_feeds else ()),
        ),
        kind=index.kind if index.kind not in ("guide", "key-point") else "",
    )
    return pager.numbered(first, number)


def _examples(library: Library, index: ExampleIndex) -> list[Listed]:
    """The examples of an index in the order of its groups, which is that of their vocabulary; each
    is in its first group alone.
    """
    place, group = _place_by_title(library), _group_of_each(library, index.group_by)
    titles = [library.title(index.group_by, term) for term in library.all(index.group_by)]
    ids = sorted(library.linked_from(f"example-{index.kind}", index.id), key=place.__getitem__)
    return [(titles[group[id]], id) for id in sorted(ids, key=group.__getitem__)]


@lru_cache(maxsize=1)
def _place_by_title(library: Library) -> dict[str, int]:
    return {id: n for n, id in enumerate(rows.by_title(library))}


@lru_cache(maxsize=4)
def _group_of_each(library: Library, kind: KindName) -> dict[str, int]:
    """For each example the number of its first term of a kind, in the order of the vocabulary."""
    rank = {term: n for n, term in enumerate(library.all(kind))}
    return {
        id: min(rank[ref] for ref in library.links(f"example-{kind}", id))
        for id in library.all("example")
    }


def _belongs(library: Library, index: ExampleIndex) -> Iterator[LinkList]:
    """What else belongs with it: its guide, and what leads to it, examples apart."""
    guide = {
        "component": index.id,
        "guide": index.id,
        "key-point": getattr(library.get("key-point", index.id), "guide", ""),
    }.get(index.kind)
    if guide and library.get("guide", guide):
        yield LinkList("", "Guide", (library.link("guide", guide),), 1)
    for found in back_links(library, index.kind, index.id, MAX_LINKS):
        if BY_NAME[found.relation].source != "example":
            yield found


def _gaps(library: Library, index: ExampleIndex) -> tuple[str, ...]:
    """Settings from which a theme has no example, or the other way round."""
    found, terms = counts(library), library.all(index.group_by).values()
    if index.kind == "theme":
        return tuple(term.title for term in terms if not found[index.id, term.id])
    if index.kind == "setting":
        return tuple(term.title for term in terms if not found[term.id, index.id])
    return ()
