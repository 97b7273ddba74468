"""Atom feeds of the newest examples: of all, and of each theme.

Withdrawn ones stand in them as withdrawn, without their story.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from ..digest import digest, plain_bytes
from ..model import Example
from ..rendering.output import Output
from ..rendering.shell import text
from ..rendering.site import Site

NEWEST = 50
Entry = tuple[str, str, str, str]
"""the day of its last change, id, title, summary"""


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
        return (
            example.withdrawn.on,
            example.id,
            "A withdrawn example",
            f"Withdrawn on {example.withdrawn.on}. {example.withdrawn.reason}",
        )
    return example.added, example.id, example.title, example.summary


def _feed(site: Site, path: str, title: str, examples: Iterable[Example]) -> Output:
    entries = tuple(heapq.nlargest(NEWEST, map(_entry, examples)))
    key = digest(site.code, site.settings.url.encode(), plain_bytes((path, title, entries)))
    return Output(path, key, lambda: _atom(site.settings.url, path, title, entries).encode())


def _atom(base: str, path: str, title: str, entries: tuple[Entry, ...]) -> str:
    newest = entries[0][0] if entries else "2026-01-01"
    items = "".join(
        f"<entry><title>{text(name)}</title><id>{base}examples/{id}/</id><link"
        f' href="{base}examples/{id}/"/>'
        f"<updated>{day}T00:00:00Z</updated><summary>{text(summary)}</summary></entry>\n"
        for day, id, name, summary in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed'
        f' xmlns="http://www.w3.org/2005/Atom">\n<title>{text(title)}</title><id>{base}{path}</id><link'
        f' rel="self" href="{base}{path}"/><link href="{base}"/><author><name>Outcomes in'
        " Practice</name></author><rights>CC BY"
        f" 4.0</rights><updated>{newest}T00:00:00Z</updated>\n{items}</feed>\n"
    )
