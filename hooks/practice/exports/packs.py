"""What the builder of packs chooses from, as a script: pages that are opened from a disk may load scripts and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Example
from ..pages.example import USES, minutes
from ..pages.head import script_json
from ..pages.output import Output
from ..pages.site import Site
from ..reading.kept import digest, plain_bytes


def files(site: Site) -> Iterator[Output]:
    """The one file. The version that it names stands in the address of every pack."""
    told = choices(site)
    mark = digest(plain_bytes((site.settings.url, site.settings.name, told))).hex()[:6]
    value = {"version": f"{site.settings.day}.{mark}", "name": site.settings.name, "url": site.settings.url, **told}
    raw = f"window.practicePack={script_json(value)};\n".encode()
    yield Output("assets/pack-data.js", digest(raw), lambda: raw)


def choices(site: Site) -> dict[str, Any]:
    """Examples, prompts and key points, each with what the builder shows of it."""
    library = site.library
    return {
        "examples": [_example(site, e) for e in sorted(library.all("example").values(), key=lambda e: (e.title.casefold(), e.id))],
        "cards": [(c.id, c.prompt, c.note, USES[c.use], deck.title, library.address("card", c.id)) for deck in library.all("deck").values() for c in deck.cards],
        "points": [(p.id, p.text, library.title("guide", p.guide), library.address("key-point", p.id)) for p in library.all("key-point").values()],
    }


def _example(site: Site, example: Example) -> tuple[str, str, int, str, str]:
    """id, title, minutes to read, code of its short address, the day it changed last"""
    return example.id, example.title, minutes(example), site.codes[example.id], max((change.on for change in example.changes), default=example.added)
