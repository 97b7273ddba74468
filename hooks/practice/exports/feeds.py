"""Feeds of what is new, changed or withdrawn among the examples, as Atom and as JSON Feed: of all,
and of each thing of the kinds that the registry says can be followed.

Withdrawn ones are listed as withdrawn, without their story.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from .. import licences
from ..digest import digest, digest_json
from ..kinds import Kind, followed
from ..library import days, former
from ..library.relations import BY_NAME
from ..model import Example
from ..rendering.formats import day_in_words
from ..rendering.output import Output, json_bytes
from ..rendering.shell import text
from ..rendering.site import Site

NEWEST = 50
NEW, CHANGED, WITHDRAWN = "new", "changed", "withdrawn"


class Entry(NamedTuple):
    """An example in a feed. The newest sorts last."""

    day: str
    """The day of its last change."""
    id: str
    added: str
    state: str
    """What happened on that day: new, changed or withdrawn."""
    title: str
    summary: str
    rights: str = ""
    """The licence of the example, where that is not the feed's."""


class Feed(NamedTuple):
    """A feed before it is written."""

    stem: str
    """The path of its files without their suffix."""
    title: str
    about: str
    """The address of the page that it belongs to, below the site's root."""
    newest: str
    entries: tuple[Entry, ...]


def files(site: Site) -> Iterator[Output]:
    """Every feed, in both forms."""
    for feed in _feeds(site):
        settings = (site.settings.url, site.settings.name)
        key = digest(site.code_digest, digest_json(settings, feed))
        yield Output(f"{feed.stem}.xml", digest(key, b"atom"), partial(_atom, site, feed))
        yield Output(f"{feed.stem}.json", digest(key, b"json"), partial(_json, site, feed))


def _feeds(site: Site) -> Iterator[Feed]:
    library, name = site.library, site.settings.name
    everything = (*library.all("example").values(), *library.withdrawn.values())
    yield _feed(site, "feeds/examples", name, "examples/", everything)
    for kind in followed():
        gone = _gone(site, kind)
        for id, thing in library.all(kind.name).items():
            named = library.linked_from(f"example-{kind.name}", id)
            shown = [*(library.all("example")[i] for i in named), *gone.get(id, ())]
            title, about = f"{name}: {thing.title}", library.address(kind.name, id)
            for known in (id, *getattr(thing, "aliases", ())):
                yield _feed(site, kind.feed(known), title, about, shown)
    for one in former.retired(library):
        if one.kind.has_feeds:
            title = f"{name}: {one.entry.title} (no longer in the library)"
            yield Feed(one.kind.feed(one.id), title, former.address(one), one.entry.on, ())


def _gone(site: Site, kind: Kind) -> dict[str, list[Example]]:
    """The withdrawn examples that named each thing of a kind."""
    found: dict[str, list[Example]] = {}
    for example in site.library.withdrawn.values():
        for id in BY_NAME[f"example-{kind.name}"].refs(example):
            found.setdefault(id, []).append(example)
    return found


def _feed(site: Site, stem: str, title: str, about: str, examples: Iterable[Example]) -> Feed:
    entries = tuple(heapq.nlargest(NEWEST, map(_entry, examples)))
    return Feed(stem, title, about, entries[0].day if entries else site.settings.day, entries)


def _entry(example: Example) -> Entry:
    if example.withdrawn:
        day = example.withdrawn.on
        text = f"Withdrawn on {day}. {example.withdrawn.reason}"
        return Entry(day, example.id, example.added, WITHDRAWN, "A withdrawn example", text)
    licence = licences.other(example.licence)
    day, rights = days.last_changed(example), licence.name if licence else ""
    what = [change.what for change in example.changes if change.on == day]
    prefix = f"Changed on {day_in_words(day)}: {' '.join(what)} " if what else ""
    state = CHANGED if what else NEW
    return Entry(
        day, example.id, example.added, state, example.title, prefix + example.summary, rights
    )


def _atom(site: Site, feed: Feed) -> bytes:
    base, author = site.settings.url, text(site.settings.name)
    items = "".join(_item(base, entry) for entry in feed.entries)
    address = f"{base}{feed.stem}"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
        f"<title>{text(feed.title)}</title><id>{address}.xml</id>"
        f'<link rel="self" href="{address}.xml"/><link href="{base}{feed.about}"/>'
        f'<link rel="alternate" type="application/feed+json" href="{address}.json"/>'
        f"<author><name>{author}</name></author><rights>{licences.DEFAULT.name}</rights>"
        f"<updated>{feed.newest}T00:00:00Z</updated>\n{items}</feed>\n"
    ).encode()


def _item(base: str, entry: Entry) -> str:
    url = f"{base}examples/{entry.id}/"
    rights = f"<rights>{entry.rights}</rights>" if entry.rights else ""
    return (
        f'<entry><title>{text(entry.title)}</title><id>{url}</id><link href="{url}"/>'
        f"<published>{entry.added}T00:00:00Z</published><updated>{entry.day}T00:00:00Z</updated>"
        f'<category term="{entry.state}"/>'
        f"<summary>{text(entry.summary)}</summary>{rights}</entry>\n"
    )


def _json(site: Site, feed: Feed) -> bytes:
    base = site.settings.url
    value: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{base}{feed.about}",
        "feed_url": f"{base}{feed.stem}.json",
        "language": "en-GB",
        "authors": [{"name": site.settings.name, "url": base}],
        "items": [
            {
                "id": f"{base}examples/{entry.id}/",
                "url": f"{base}examples/{entry.id}/",
                "title": entry.title,
                "content_text": entry.summary,
                "date_published": f"{entry.added}T00:00:00Z",
                "date_modified": f"{entry.day}T00:00:00Z",
                "tags": [entry.state],
            }
            for entry in feed.entries
        ],
    }
    return json_bytes(value)
