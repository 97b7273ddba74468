"""Examples of the library that stand for any: picked from those that are there, so that a test
needs none by its name.
"""

from __future__ import annotations

from typing import Any

import yaml
from tests.conftest import ROOT

FOLDER = ROOT / "examples_data" / "examples"
NEEDED = ("\nkind: published\n", "\nstatus: published\n", "\nreview_by: ")
"""What tests read or change."""
AVOIDED = ("\naliases:", "\nchanges:", "\ntitle: '", '\ntitle: "', "\ntitle: >")
"""What tests add, and titles before which they cannot put a word."""


def _picked() -> list[str]:
    texts = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.yml"))}
    return [
        id
        for id, text in texts.items()
        if all(part in text for part in NEEDED) and not any(part in text for part in AVOIDED)
    ]


EXAMPLE, OTHER, *_more = PICKED = _picked()


def read(id: str) -> dict[str, Any]:
    """The fields of an example."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{id}.yml").read_text("utf-8"))
    return found


TITLE = read(EXAMPLE)["title"]
