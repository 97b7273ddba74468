"""Style, scripts, pictures and fonts, published below assets/."""

from __future__ import annotations

import os
from collections.abc import Iterator

import minify

from ..digest import digest
from ..rendering.output import Output

HERE = os.path.dirname(__file__)
FOLDERS = {"images": "", "fonts": "fonts/"}
"""Folders of files that are published as they are, and their address below assets/."""
STYLES = (
    "base.css",
    "tokens.css",
    "components.css",
    "guides.css",
    "finder.css",
    "share.css",
    "form.css",
    "teach.css",
    "material.css",
    "print.css",
)
"""Joined in this order into one style sheet. The base lies in a cascade layer, so every other rule
wins over it.
"""
SEPARATE_STYLES = ("listen.css", "pack.css", "slides.css")
"""Style that few readers need, in files of its own: no other page loads it."""
JOINED = {
    "practice.js": ("practice.js", "mylist.js"),
    "finder-draw.js": ("finder-facets.js", "finder-draw.js"),
}
"""Scripts that are joined into one, because no page loads one without the other."""


def files(code_digest: bytes) -> Iterator[Output]:
    """Every asset. `code_digest` covers the core and the libraries that it renders with."""
    yield _minified("practice.css", "text/css", code_digest, [f"css/{name}" for name in STYLES])
    for name in SEPARATE_STYLES:
        yield _minified(name, "text/css", code_digest, [f"css/{name}"])
    parts = {part for joined in JOINED.values() for part in joined}
    alone = {name: (name,) for name in _names("js") if name not in parts}
    for name, joined in (alone | JOINED).items():
        yield _minified(
            name, "application/javascript", code_digest, [f"js/{part}" for part in joined]
        )
    for folder, address in FOLDERS.items():
        for name in _names(folder):
            raw = _read(f"{folder}/{name}")
            yield Output(f"assets/{address}{name}", digest(raw), lambda raw=raw: raw)


def _names(folder: str) -> list[str]:
    """The files of a folder, sorted. Hidden ones are an editor's or the system's own."""
    names = os.listdir(os.path.join(HERE, folder))
    return sorted(name for name in names if not name.startswith("."))


def _minified(name: str, media_type: str, code_digest: bytes, parts: list[str]) -> Output:
    raw = b"\n".join(map(_read, parts))
    return Output(
        f"assets/{name}",
        digest(code_digest, raw),
        lambda: minify.string(media_type, raw.decode()).encode(),
    )


def _read(name: str) -> bytes:
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()
