"""What the last test of accessibility found, as the accessibility statement shows it."""

from __future__ import annotations

from typing import Any

from ..reading import document
from ..rendering.formats import day_in_words

FILE = "about/accessibility-results.yml"
"""Below docs/; `make accessibility` writes it, and readers can look at it too."""


def view(raw: bytes | None) -> dict[str, Any]:
    """The results as plain values; `{}` without a file of results."""
    if raw is None:
        return {}
    value = document.read(raw, f"docs/{FILE}").value
    return {
        **value,
        "on": day_in_words(value["tested_on"]),
        "kinds": len(value["pages"]),
        "runs": len(value["pages"]) * len(value["states"]),
    }
