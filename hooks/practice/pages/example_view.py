"""All that the page of an example shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .. import licences
from ..library.library import Library, Link
from ..library.related import Beside
from ..model import Citation, Example
from ..rendering import cite, labels, markdown, rows, svg
from ..rendering.html import Links, links
from ..rendering.metadata import PageMetadata
from ..rendering.site import Site
from ..rendering.thing_page import PageFooter, footer


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
    """Empty where it is the nation itself."""
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
    beside: tuple[rows.Row, ...]
    also: Links
    """Further examples that it names or that name it."""
    sources: tuple[cite.CitedSource, ...]
    ending: PageFooter


def example_view(
    site: Site, library: Library, example: Example, beside: Beside, about: PageMetadata
) -> ExampleView:
    """The view of an example; `library` gives what the key of its page covers."""
    nation = library.link("nation", example.nation) if example.nation else None
    licence = licences.other(example.licence)
    return ExampleView(
        example=example,
        picture=svg.swatch(rows.families(library, example), example.components),
        place=example.place if example.place and nation and example.place != nation.title else "",
        nation=nation,
        when=rows.when(example.period),
        settings=links(library, "setting", example.settings),
        knowledge=links(library, "knowledge", example.knowledge),
        themes=links(library, "theme", example.themes),
        components=links(library, "component", example.components),
        roles=links(library, "role", example.roles),
        terms=links(library, "term", library.linked_from("term-example", example.id)),
        overdue=about.dated if is_overdue(site, example) else "",
        html=markdown.fields(_texts(example), library, "../../"),
        points=tuple(_point(library, id) for id in example.key_points),
        guides=links(library, "guide", example.guides),
        sessions=links(library, "session", library.linked_from("session-example", example.id)),
        beside=tuple(rows.row(library, id, why) for id, why in beside.shown),
        also=links(library, "example", beside.also),
        sources=tuple(_source(library, source) for source in example.sources),
        ending=footer(site, about, example.changes, example.added, licence),
    )


def is_overdue(site: Site, example: Example) -> bool:
    """Whether the review of an example is late on the build's day."""
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
    return cite.CitedSource(source, cite.published(source), read=source.read)
