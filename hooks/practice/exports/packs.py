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
from ..model import Example
from ..rendering import rows
from ..rendering.formats import reading_minutes
from ..rendering.head import script_json
from ..rendering.labels import USES
from ..rendering.output import Output, ready
from ..rendering.site import Site
from ..teaching import NOTICE, SampleRecord

MINUTES: dict[KindName, int] = {"scenario": 30, "conversation": 20, "record": 10}
"""How long one of each kind usually takes."""
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
    return {
        "examples": [_example(site, library.all("example")[id]) for id in rows.by_title(library)],
        "cards": [
            (c.id, c.prompt, c.note, USES[c.use], deck.title, library.address("card", c.id))
            for deck in library.all("deck").values()
            for c in deck.cards
        ],
        "points": [
            (p.id, p.text, library.title("guide", p.guide), library.address("key-point", p.id))
            for p in library.all("key-point").values()
        ],
        "material": list(_material(library)),
    }


def _material(library: Library) -> Iterator[tuple[str, str, str, str, str, str, int]]:
    """What is made up for learning: the letter of its kind, id, title, what it says of itself, what
    else is said of it, address, minutes
    """
    for kind, minutes in MINUTES.items():
        for id, thing in library.all(kind).items():
            record = thing if isinstance(thing, SampleRecord) else None
            yield (
                KINDS[kind].pack,
                id,
                thing.title,
                getattr(thing, "summary", NOTICE),
                record.forms[record.form] if record else "",
                library.address(kind, id),
                minutes,
            )


def _example(site: Site, example: Example) -> tuple[str, str, int, str, str, str]:
    """id, title, minutes to read, code of its short address, the day it changed last, and its
    licence where that is not the site's
    """
    licence = licences.other(example.licence)
    return (
        example.id,
        example.title,
        reading_minutes(example),
        site.codes[example.id],
        max((change.on for change in example.changes), default=example.added),
        licence.name if licence else "",
    )
