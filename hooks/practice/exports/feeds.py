"""Atom feeds of the newest examples: of all, and of each theme.

Withdrawn ones are listed as withdrawn, without their story.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .. import licences
from ..digest import digest
from ..model import Example
from ..rendering.output import Output
from ..rendering.shell import text
from ..rendering.site import Site

NEWEST = 50


class Entry(NamedTuple):
    """An example in a feed. The newest sorts last."""

    day: str
    """The day of its last change."""
    id: str
    title: str
    summary: str
    rights: str = ""
    """Its licence, where that is not the feed's."""


def files(site: Site) -> Iterator[Output]:
    """Every feed."""
    library = site.library
    everything = (*library.all("example").values(), *library.withdrawn.values())
    yield _feed(site, "feeds/examples.xml", site.settings.name, everything)
    gone: dict[str, list[Example]] = {}
    for example in library.withdrawn.values():
        for id in example.themes:
            gone.setdefault(id, []).append(example)
    for id, theme in library.all("theme").items():
        named = library.linked_from("example-theme", id)
        shown = [*(library.all("example")[i] for i in named), *gone.get(id, ())]

        yield _feed(site, f"feeds/themes/{id}.xml", f"{site.settings.name}: {theme.title}", shown)


def _entry(example: Example) -> Entry:
    if example.withdrawn:
        return Entry(
            example.withdrawn.on,
            example.id,
            "A withdrawn example",
            f"Withdrawn on {example.withdrawn.on}. {example.withdrawn.reason}",
        )
    licence = licences.other(example.licence)
    rights = licence.name if licence else ""
    return Entry(example.added, example.id, example.title, example.summary, rights)


def _feed(site: Site, path: str, title: str, examples: Iterable[Example]) -> Output:
    entries = tuple(heapq.nlargest(NEWEST, map(_entry, examples)))
    newest = entries[0].day if entries else site.settings.day
    settings = (site.settings.url, site.settings.name)
    key = digest(site.code, repr((settings, path, title, newest, entries)).encode())
    return Output(path, key, lambda: _atom(site, path, title, newest, entries).encode())


def _atom(site: Site, path: str, title: str, newest: str, entries: tuple[Entry, ...]) -> str:
    base, author = site.settings.url, text(site.settings.name)
    items = "".join(_item(base, entry) for entry in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{text(title)}</title><id>{base}{path}</id>"
        f'<link rel="self" href="{base}{path}"/><link href="{base}"/>'
        f"<author><name>{author}</name></author><rights>{licences.DEFAULT.name}</rights>"
        f"<updated>{newest}T00:00:00Z</updated>\n{items}</feed>\n"
    )


def _item(base: str, entry: Entry) -> str:
    url = f"{base}examples/{entry.id}/"
    rights = f"<rights>{entry.rights}</rights>" if entry.rights else ""
    return (
        f'<entry><title>{text(entry.title)}</title><id>{url}</id><link href="{url}"/>'
        f"<updated>{entry.day}T00:00:00Z</updated>"
        f"<summary>{text(entry.summary)}</summary>{rights}</entry>\n"
    )
