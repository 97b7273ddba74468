"""The data of the pack builder, as scripts: pages that are opened from a disk may load
scripts and nothing else.

The first examples come with the page. All of them come once a reader looks for one, so that the
page weighs the same at any number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import licences
from ..digest import digest, plain_bytes
from ..kinds import KINDS, KindName
from ..library import former
from ..library.library import Library
from ..model import Example, Session
from ..rendering import rows
from ..rendering.formats import minutes_in_words, reading_minutes
from ..rendering.head import script_json
from ..rendering.labels import USES
from ..rendering.output import Output, ready
from ..rendering.site import Site
from ..teaching import NOTICE, SampleRecord

MINUTES: dict[KindName, int] = {"session": 0, "scenario": 30, "conversation": 20, "record": 10}
"""How long one of each kind usually takes. A session says so itself."""
Tags = dict[str, int]
"""The number of each setting and theme in the list of all."""
FIRST = 40
"""Examples that come with the page: as many as it shows before a reader writes a word."""


def files(site: Site) -> Iterator[Output]:
    """What comes with the page, and all examples.

    The version goes into the address of every pack.
    """
    offered = choices(site)
    version = digest(plain_bytes((site.settings.url, site.settings.name, offered))).hex()[:6]
    value = {
        "version": f"{site.settings.day}.{version}",
        "name": site.settings.name,
        "url": site.settings.url,
        "licence": licences.DEFAULT.name,
        "shown": FIRST,
        "count": len(offered["examples"]),
        "former": _former(site.library),
        **offered,
        "examples": offered["examples"][:FIRST],
    }
    yield _script("pack-data", "practicePack", value)
    yield _script("pack-examples", "practicePackExamples", offered["examples"])


def _script(name: str, variable: str, value: Any) -> Output:
    return ready(f"assets/{name}.js", f"window.{variable}={script_json(value)};\n")


def _former(library: Library) -> dict[str, str]:
    """The present keys of what packs hold by the former ones."""
    found = (one for one in former.renamed(library) if one.kind.pack)
    return {f"{kind.pack}.{alias}": f"{kind.pack}.{id}" for kind, alias, id in found}


def choices(site: Site) -> dict[str, Any]:
    """Examples, prompts, key points and material, each with what the builder shows of it."""
    library = site.library
    names = (*library.all("setting"), *library.all("theme"))
    tags = {id: n for n, id in enumerate(names)}
    return {
        "tags": names,
        "examples": [
            _example(site, library.all("example")[id], tags) for id in rows.by_title(library)
        ],
        "cards": [
            (
                c.id,
                c.prompt,
                c.note,
                USES[c.use],
                deck.title,
                library.address("card", c.id),
                _tags(tags, c),
            )
            for deck in library.all("deck").values()
            for c in deck.cards
        ],
        "points": [
            (
                p.id,
                p.text,
                library.title("guide", p.guide),
                library.address("key-point", p.id),
                _tags(tags, p),
            )
            for p in library.all("key-point").values()
        ],
        "material": list(_material(library, tags)),
    }


def _tags(tags: Tags, thing: Any) -> list[int]:
    """The settings and themes of a thing, by which it is found as well."""
    return [tags[id] for id in (*getattr(thing, "settings", ()), *thing.themes)]


def _material(library: Library, tags: Tags) -> Iterator[tuple[Any, ...]]:
    """Sessions and what is made up for learning: the letter of its kind, id, title, what it says of
    itself, what else is said of it, address, minutes, tags
    """
    for kind, minutes in MINUTES.items():
        for id, thing in library.all(kind).items():
            yield (
                KINDS[kind].pack,
                id,
                thing.title,
                getattr(thing, "summary", NOTICE),
                _aside(library, thing),
                library.address(kind, id),
                thing.minutes if isinstance(thing, Session) else minutes,
                _tags(tags, thing),
            )


def _aside(library: Library, thing: Any) -> str:
    """What stands under a title: how long a session takes, or what kind of record it is, and where
    it plays.
    """
    if isinstance(thing, Session):
        return f"{minutes_in_words(thing.minutes)}, {thing.size}"
    form = (thing.forms[thing.form],) if isinstance(thing, SampleRecord) else ()
    return ". ".join((*form, *(library.title("setting", id) for id in thing.settings)))


def _example(site: Site, example: Example, tags: Tags) -> tuple[Any, ...]:
    """id, title, minutes to read, code of its short address, the day it changed last, its licence
    where that is not the site's, tags
    """
    licence = licences.other(example.licence)
    return (
        example.id,
        example.title,
        reading_minutes(example),
        site.codes[example.id],
        max((change.on for change in example.changes), default=example.added),
        licence.name if licence else "",
        _tags(tags, example),
    )
