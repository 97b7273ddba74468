"""Pages that every library has: what each says of itself, its shell and its template (fixed.json),
and those that show nothing of the library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..rendering.html import Items
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_ROWS = json.loads(Path(__file__).with_suffix(".json").read_bytes())
_FRAMES: dict[str, tuple[str, str]] = {
    address: (row.pop("shell", ""), row.pop("template", "")) for address, row in _ROWS.items()
}
"""The shell and the template of each page."""


def _metadata(address: str, row: dict[str, Any]) -> PageMetadata:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    return PageMetadata(address=address, **{**row, **lists})


ABOUT = {address: _metadata(address, row) for address, row in _ROWS.items()}


def page(site: Site, address: str, view: DataclassInstance) -> Output:
    """The page at a fixed address."""
    shell, template = _FRAMES[address]
    return site.renderer.page(shell, template, ABOUT[address], view)


def pages(site: Site) -> Iterator[Output]:
    """The list of examples that a reader has saved, and the builder of packs: scripts fill both."""
    yield page(site, "my-list/", Items(()))
    yield page(site, "teach/build/", Items(()))
