"""Pages that every library has: what each says of itself, by its address (fixed.json), and those
that show nothing of the library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site

ABOUT = {
    address: PageMetadata(address=address, **{**words, "scripts": tuple(words.get("scripts", ()))})
    for address, words in json.loads(Path(__file__).with_suffix(".json").read_bytes()).items()
}


@dataclass(frozen=True)
class Fixed:
    """The view of a template that shows nothing of the library."""


def pages(site: Site) -> Iterator[Output]:
    """The list of examples that a reader has saved, and the builder of packs: scripts fill both."""
    yield site.renderer.page("my-list", "my-list.html", ABOUT["my-list/"], Fixed())
    yield site.renderer.page("teaching", "pack.html", ABOUT["teach/build/"], Fixed())
