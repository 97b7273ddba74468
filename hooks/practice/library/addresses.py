"""Where each thing stands on the site. An address, once published, lasts."""

from __future__ import annotations

from typing import Any

FOLDERS = {
    "example": "examples",
    "theme": "themes",
    "setting": "settings",
    "role": "roles",
    "component": "components",
    "nation": "nations",
    "knowledge": "knowledge",
    "session": "sessions",
    "deck": "cards",
}
"""Kinds of which each thing has a page of its own."""

SHARED = {
    "key-point": "key-points/",
    "source": "sources/",
    "term": "glossary/",
    "path": "paths/",
    "area": "self-review/",
    "level": "organisational-change/",
}
"""Kinds that share one page, each thing at a fragment that is its id."""

PLACES = {
    "build": "teach/build/",
    **{
        name: f"{name}/"
        for name in (
            "self-review",
            "coverage",
            "examples",
            "glossary",
            "sources",
            "key-points",
            "themes",
            "settings",
            "roles",
            "guides",
            "paths",
            "cards",
            "sessions",
            "teach",
            "contribute",
            "reflect",
            "supervise",
        )
    },
}
"""Pages that can be named in data as ``page:<name>``."""


def address(kind: str, ref: str, thing: Any) -> str:
    """The address of a thing below the site's root; `ref` may name a heading of a guide."""
    id, _, heading = ref.partition("#")
    if kind in FOLDERS:
        return f"{FOLDERS[kind]}/{id}/"
    if kind in SHARED:
        return f"{SHARED[kind]}#{id}"
    if kind == "card":
        return f"cards/{thing.deck}/#{id}"
    if kind == "page":
        return PLACES[id]
    return f"{thing.address}#{heading}" if heading else thing.address
