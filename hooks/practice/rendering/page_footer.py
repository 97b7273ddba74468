"""What stands at the end of every page that people teach from: a sheet to write on, what changed,
how to cite it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import Change
from . import cite
from .site import Site


def view(
    site: Site,
    title: str,
    day: str,
    address: str,
    file: str,
    changes: Iterable[Change],
    added: str = "",
) -> dict[str, Any]:
    """All that it shows.

    `day` is that of the reference, `added` that on which the page came into the library, where it
    is known.
    """
    newest = sorted(changes, key=lambda change: change.on, reverse=True)
    return {
        "address": address,
        "file": file,
        "changes": tuple((cite.in_words(change.on), change.what) for change in newest),
        "added": cite.in_words(added) if added else "",
        "cite": cite.harvard(site.settings, title, day, address),
    }
