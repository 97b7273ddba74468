"""What the pages of things made up for learning share: their lists, and the facts beside each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..kinds import KINDS, KindName
from ..library.library import Library
from ..library.relations import leading_from, leading_to
from ..rendering import cite
from ..rendering.html import Links, Summary, links
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from ..rendering.structured_data import Properties, audience, learning_resource
from ..teaching import NOTICE, Conversation, Scenario, gist
from .fixed import ABOUT


@dataclass(frozen=True)
class Fact:
    """Links under a name."""

    name: str
    links: Links


@dataclass(frozen=True)
class Group:
    """Things of one setting."""

    id: str
    title: str
    items: tuple[Summary, ...]


@dataclass(frozen=True)
class MadeUpList:
    """The list of all things of a kind, by setting."""

    title: str
    lead: str
    notice: str
    groups: tuple[Group, ...]


def facts(library: Library, kind: KindName, thing: Any) -> tuple[Fact, ...]:
    """All that a thing names, and what names it, by relation."""
    return tuple(_facts(library, kind, thing))


def _facts(library: Library, kind: KindName, thing: Any) -> Iterator[Fact]:
    for relation in leading_from(kind):
        found = links(library, relation.target, library.links(relation.name, thing.id))
        if found:
            yield Fact(relation.forwards, found)
    for relation in leading_to(kind):
        found = links(library, relation.source, library.linked_from(relation.name, thing.id))
        if found:
            yield Fact(relation.backwards, found)


def pages(site: Site, kind: KindName, page: Callable[[Site, Any], Output]) -> Iterator[Output]:
    """The list of a kind, and the page of every thing."""
    yield _list_page(site, kind)
    for thing in site.library.all(kind).values():
        yield page(site, thing)


def _list_page(site: Site, kind: KindName) -> Output:
    """The list of a kind: each thing under its first setting, in the order of the settings."""
    about = ABOUT[KINDS[kind].home]
    view = MadeUpList(about.title, about.description, NOTICE, tuple(_groups(site.library, kind)))
    return site.renderer.page("teach", "made-up-list.html", about, view)


def _groups(library: Library, kind: KindName) -> Iterator[Group]:
    things: list[Any] = sorted(library.all(kind).values(), key=lambda thing: thing.title)
    for setting in library.all("setting").values():
        items = tuple(
            Summary(
                thing.title,
                gist(thing),
                library.address(kind, thing.id),
                ", ".join(library.title("nation", id) for id in thing.nations),
            )
            for thing in things
            if thing.settings[0] == setting.id
        )
        if items:
            yield Group(setting.id, setting.title, items)


def about(site: Site, kind: KindName, thing: Scenario | Conversation) -> PageMetadata:
    """The metadata of a thing's page."""
    address = site.library.address(kind, thing.id)
    return PageMetadata(
        title=thing.title,
        description=thing.summary,
        address=address,
        edit=f"examples_data/{KINDS[kind].file}{thing.id}.yml",
        data=_structured_data(site.library, thing, KINDS[kind].one),
        meta=cite.meta(site.settings, thing.title, thing.added, address),
        dated=thing.added,
        kind=KINDS[kind].one,
        scripts=("share.js",),
    )


def _structured_data(library: Library, thing: Scenario | Conversation, what: str) -> Properties:
    sort, readers = f"{what}, made up for learning", audience(library, thing.roles)
    found = learning_resource(thing.title, thing.summary, sort, ("audience", readers))
    return (*found, ("dateCreated", thing.added))
