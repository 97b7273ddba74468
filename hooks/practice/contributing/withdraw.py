"""The note that takes the place of an example which was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import write

SAYS = "This example was withdrawn."
KEPT = (
    "kind",
    "about",
    "organisation",
    "nation",
    "settings",
    "roles",
    "themes",
    "knowledge",
    "sources",
    "consent",
    "checked_by_role",
    "aliases",
    "added",
    "licence",
)
"""What a note keeps: what the rules need, and nothing that tells the story."""
QUESTION = "What would you need to know before you tell a story about your own work?"


def note(id: str, value: Mapping[str, Any], day: str, reason: str) -> str:
    """The file of a withdrawn example, from the values that it had.

    `reason` may be public; `day` is YYYY-MM-DD.
    """
    required = {name: value[name] for name in KEPT if value.get(name)}
    if value.get("kind") != "published":
        required.pop("sources", None)
    emptied = dict.fromkeys(("context", "what_they_did", "what_changed", "limits"), SAYS)
    return write.example(
        {
            **required,
            **emptied,
            "title": f"This example was withdrawn ({id.replace('-', ' ')})"[:120],
            "summary": f"{SAYS} Nothing of it is told here any more.",
            "questions": [{"ask": QUESTION, "use": "team"}],
            "status": "withdrawn",
            "withdrawn": {"on": day, "reason": reason},
        }
    )
