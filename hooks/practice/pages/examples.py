"""The page of an example, and the note in place of a withdrawn one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from .. import licences
from ..digest import digest, plain_bytes
from ..library.library import Library, Link, Name
from ..library.related import Related, related
from ..library.relations import leading_from, leading_to
from ..model import Citation, Example
from ..reading import markdown as markdown_links
from ..rendering import cite, formats, head, labels, markdown, rows, svg
from ..rendering.html import Links, links
from ..rendering.metadata import PageMetadata, Properties, audience
from ..rendering.output import Output
from ..rendering.site import Site
from ..rendering.thing_page import PageFooter, footer

FILE = "examples_data/examples/{}.yml"
NAMED = leading_from("example")
NAMING = [relation for relation in leading_to("example") if relation.source != "example"]
"""The relations by which an example names things, and those by which other kinds name it."""


@dataclass(frozen=True)
class Point:
    """A key point that the example shows."""

    link: Link
    guide: Link


@dataclass(frozen=True)
class ExampleView:
    """The page of an example."""

    example: Example
    picture: Markup
    place: str
    """Empty where it names the nation: then it is the title of `nation`."""
    nation: Link | None
    when: str
    settings: Links
    knowledge: Links
    themes: Links
    components: Links
    roles: Links
    terms: Links
    """Words of the glossary that rest on it."""
    overdue: str
    """The day it was last checked, where its review is late."""
    html: Mapping[str, Markup]
    """Its texts by the names of their fields."""
    points: tuple[Point, ...]
    guides: Links
    sessions: Links
    related: tuple[rows.Row, ...]
    also: Links
    """Further examples that it names or that name it."""
    sources: tuple[cite.CitedSource, ...]
    page_footer: PageFooter


@dataclass(frozen=True)
class WithdrawnView:
    """The note in place of a withdrawn example."""

    on: str
    reason: str


def pages(site: Site) -> Iterator[Output]:
    """The page of every published example, and the note at each address of those that were
    withdrawn.
    """
    for id, example in site.library.all("example").items():
        yield _page(site, example, related(site.library, id))
    for id, example in site.library.withdrawn.items():
        yield from (_withdrawn(site, address, example) for address in (id, *example.aliases))


def _page(site: Site, example: Example, related: Related) -> Output:
    """The page of one example.

    Its key covers what its view shows without building it: its file, and of what it names as much
    as a page can show.
    """
    names = _names(site.library, example, related)
    return site.renderer.lazy_page(
        "example",
        "example.html",
        site.library.address("example", example.id),
        _key(site, example, related, names),
        partial(_load, site, example, related),
    )


def _names(library: Library, example: Example, related: Related) -> list[Name]:
    own: list[Name] = [
        (relation.target, ref)
        for relation in NAMED
        for ref in library.links(relation.name, example.id)
    ]
    guides: list[Name] = [
        ("guide", library.all("key-point")[id].guide) for id in example.key_points
    ]
    naming: list[Name] = [
        (relation.source, id)
        for relation in NAMING
        for id in library.linked_from(relation.name, example.id)
    ]
    others: list[Name] = [("example", id) for id in (*dict(related.shown), *related.also)]
    in_text = (
        name
        for section in labels.SECTIONS
        for name in markdown_links.links(getattr(example, section.field) or "")
    )
    return [*own, *guides, *naming, *others, *in_text]


def _key(site: Site, example: Example, related: Related, names: list[Name]) -> bytes:
    return digest(
        site.library.file_digests[example.id],
        site.library.digest_of(names),
        plain_bytes((names, tuple(related), site.codes[example.id], _is_overdue(site, example))),
    )


def _load(site: Site, example: Example, related: Related) -> tuple[PageMetadata, ExampleView]:
    names = _names(site.library, example, related)
    library = site.library.only([*names, ("example", example.id)])
    about = _about(site, library, example)
    return about, _view(site, library, example, related, about)


def _view(
    site: Site, library: Library, example: Example, related: Related, about: PageMetadata
) -> ExampleView:
    """`library` gives what the key of the page covers."""
    nation = library.link("nation", example.nation) if example.nation else None
    place = example.place or ""
    if nation and rows.names_nation(library, example, nation.title):
        nation, place = Link(place, nation.address), ""
    licence = licences.other(example.licence)
    return ExampleView(
        example=example,
        picture=svg.swatch(rows.families(library, example), example.components),
        place=place,
        nation=nation,
        when=rows.when(example.period),
        settings=links(library, "setting", example.settings),
        knowledge=links(library, "knowledge", example.knowledge),
        themes=links(library, "theme", example.themes),
        components=links(library, "component", example.components),
        roles=links(library, "role", example.roles),
        terms=links(library, "term", library.linked_from("term-example", example.id)),
        overdue=about.dated if _is_overdue(site, example) else "",
        html=markdown.fields(_texts(example), library, "../../"),
        points=tuple(_point(library, id) for id in example.key_points),
        guides=links(library, "guide", example.guides),
        sessions=links(library, "session", library.linked_from("session-example", example.id)),
        related=tuple(rows.row(library, id, why) for id, why in related.shown),
        also=links(library, "example", related.also),
        sources=tuple(_source(library, source) for source in example.sources),
        page_footer=footer(site, about, example.changes, example.added, licence),
    )


def _is_overdue(site: Site, example: Example) -> bool:
    return bool(example.review_by and example.review_by < site.settings.day)


def _texts(example: Example) -> dict[str, str]:
    """The parts of the story that were written."""
    names = (section.field for section in labels.SECTIONS)
    return {name: text for name in names if (text := getattr(example, name))}


def _point(library: Library, id: str) -> Point:
    guide = library.all("key-point")[id].guide
    return Point(library.link("key-point", id), library.link("guide", guide))


def _source(library: Library, source: Citation) -> cite.CitedSource:
    if source.ref:
        return cite.cited_source(library, source.ref, source.read)
    return cite.CitedSource(source, read=source.read)


def _about(site: Site, library: Library, example: Example) -> PageMetadata:
    address = library.address("example", example.id)
    return PageMetadata(
        title=example.title,
        description=example.summary,
        address=address,
        edit=FILE.format(example.id),
        data=_structured_data(library, example),
        meta=(
            head.PLAIN,
            '<link rel="alternate" type="application/json"'
            f' href="../../api/v1/examples/{example.id}.json">',
            '<link rel="alternate" type="application/json+oembed"'
            f' href="{site.settings.url}embed/{example.id}/oembed.json">',
            *cite.meta(site.settings, example.title, example.added, address),
        ),
        dated=example.reviewed or example.added,
        scripts=("share.js",),
        short=f"e/{site.codes[example.id]}/",
        licence=licences.LICENCES[example.licence].name,
    )


def _structured_data(library: Library, example: Example) -> Properties:
    return (
        ("@type", "LearningResource"),
        ("name", example.title),
        ("inLanguage", "en-GB"),
        ("learningResourceType", "practice example"),
        ("about", tuple(library.title("theme", id) for id in example.themes)),
        ("audience", audience(library, example.roles)),
        ("teaches", tuple(library.title("key-point", id) for id in example.key_points)),
        ("timeRequired", f"PT{formats.reading_minutes(example)}M"),
        ("license", licences.LICENCES[example.licence].url),
        ("dateCreated", example.added),
        ("isBasedOn", tuple(source.url for source in example.sources if source.url)),
    )


def _withdrawn(site: Site, id: str, example: Example) -> Output:
    """The note at an address that a withdrawn example has or had: when and why, and nothing of the
    story. It is in no sitemap.
    """
    assert example.withdrawn
    about = PageMetadata(
        f"A withdrawn example: {id.replace('-', ' ')}",
        "This example was withdrawn.",
        f"examples/{id}/",
        FILE.format(example.id),
        meta=('<meta name="robots" content="noindex">',),
        paper=False,
    )
    view = WithdrawnView(example.withdrawn.on, example.withdrawn.reason)
    return site.renderer.page("example", "withdrawn.html", about, view)._replace(page=False)
