"""The data of the pack builder, as scripts: pages that are opened from a disk may load
scripts and nothing else.

The first examples come with the page. All that can be chosen comes once a reader looks for
something, so that the page weighs the same at any number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from .. import licences
from ..digest import digest, plain_bytes
from ..kinds import KINDS, KindName, split
from ..library import former
from ..library.library import Library
from ..model import Card, Example, KeyPoint, Session
from ..rendering import rows
from ..rendering.formats import reading_minutes
from ..rendering.head import script_json
from ..rendering.labels import USES
from ..rendering.output import Output, Parts, batches, ready, separated
from ..rendering.site import Site
from ..teaching import NOTICE, SampleRecord

MINUTES: dict[KindName, int] = {
    "card": 5,
    "key-point": 3,
    "session": 0,
    "scenario": 30,
    "conversation": 20,
    "record": 10,
}
"""How long one of each kind usually takes. A session says so itself."""
TALK = 10
"""Minutes to talk about an example, once it is read."""
Choice = tuple[Any, ...]
"""The letter of its kind, id, title, a sentence or two, what else is said of it, address, minutes,
and the numbers of its settings and themes in the list of all.
"""
FIRST = 40
"""Examples that come with the page: as many as it shows before a reader writes a word."""


def files(site: Site) -> Iterator[Output]:
    """What comes with the page, and all that can be chosen.

    The version goes into the address of every pack.
    """
    names = (*site.library.all("setting"), *site.library.all("theme"))
    offered = list(choices(site, names))
    key = digest(plain_bytes((site.settings.url, site.settings.name, offered)))
    value = {
        "version": f"{site.settings.day}.{key.hex()[:6]}",
        "name": site.settings.name,
        "url": site.settings.url,
        "licence": licences.DEFAULT.name,
        "shown": FIRST,
        "counts": Counter(choice[0] for choice in offered),
        "former": _former(site.library),
        "tags": names,
        "choices": offered[:FIRST],
    }
    yield ready("assets/pack-data.js", f"window.practicePack={script_json(value)};\n")
    yield Output(
        "assets/pack-all.js", digest(site.code_digest, key), Parts(partial(_all, site, names))
    )


def _all(site: Site, names: Sequence[str]) -> Iterator[bytes]:
    parts = (script_json(some)[1:-1].encode() for some in batches(choices(site, names)))
    return chain((b"window.practicePackAll=[",), separated(b",", parts), (b"];\n",))


def _former(library: Library) -> dict[str, str]:
    """The present keys of what packs hold by the former ones."""
    found = (one for one in former.renamed(library) if one.kind.pack_prefix)
    return {f"{kind.pack_prefix}.{alias}": f"{kind.pack_prefix}.{id}" for kind, alias, id in found}


def choices(site: Site, names: Sequence[str]) -> Iterator[Choice]:
    """All that can be chosen, examples first. `names` are all settings and themes."""
    library, tags = site.library, {id: n for n, id in enumerate(names)}
    for id in rows.by_title(library):
        yield _example(site, library.all("example")[id], tags)
    for kind in MINUTES:
        for id, thing in library.all(kind).items():
            yield _choice(library, kind, id, thing, tags)


def _choice(
    library: Library, kind: KindName, id: str, thing: Any, tags: Mapping[str, int]
) -> Choice:
    words, aside = _said(library, thing)
    return (
        KINDS[kind].pack_prefix,
        id,
        thing.title,
        words,
        aside,
        library.address(kind, id),
        thing.minutes if isinstance(thing, Session) else MINUTES[kind],
        [tags[id] for id in _named(library, thing)],
    )


def _named(library: Library, thing: Any) -> list[str]:
    """The settings and themes by which a thing is found as well: a session by the settings of its
    examples.
    """
    settings = getattr(thing, "settings", ())
    if isinstance(thing, Session):
        named = (split(ref) for step in thing.steps for ref in step.materials)
        examples = [library.all("example").get(id) for kind, id in named if kind == "example"]
        settings = dict.fromkeys(id for example in examples if example for id in example.settings)
    return [*settings, *thing.themes]


def _said(library: Library, thing: Any) -> tuple[str, str]:
    """What a thing says of itself, and what stands under its title."""
    match thing:
        case Card():
            return thing.note, f"{USES[thing.use]}. {library.title('deck', thing.deck)}"
        case KeyPoint():
            guide = library.title("guide", thing.guide)
            return f"From the guide “{guide}”.", ""
        case Session():
            return thing.summary, thing.size
    form = (thing.forms[thing.form],) if isinstance(thing, SampleRecord) else ()
    places = (library.title("setting", id) for id in thing.settings)
    return getattr(thing, "summary", NOTICE), ". ".join((*form, *places))


def _example(site: Site, example: Example, tags: Mapping[str, int]) -> Choice:
    """An example, and at the end of it the code of its short address, the day it changed last, and
    its licence where that is not the site's.
    """
    licence = licences.other(example.licence)
    return (
        KINDS["example"].pack_prefix,
        example.id,
        example.title,
        example.summary,
        "",
        site.library.address("example", example.id),
        reading_minutes(example) + TALK,
        [tags[id] for id in (*example.settings, *example.themes)],
        site.codes[example.id],
        max((change.on for change in example.changes), default=example.added),
        licence.name if licence else "",
    )
