"""Style, script and fonts: one file of each kind, written once for the whole site."""

from __future__ import annotations

import os
from collections.abc import Iterator

from ..reading.kept import digest
from .output import Output

HERE = os.path.join(os.path.dirname(__file__), "assets")
STYLES = ("tokens.css", "components.css", "form.css")
"""Joined, in this order, under the theme's own style sheet, which sits in a cascade layer: unlayered rules win over it."""


def files(theme_style: str) -> Iterator[Output]:
    """Every asset. `theme_style` is the style sheet of the theme, as drawn."""
    layer = theme_style.split("/*# sourceMappingURL")[0].replace('@charset "UTF-8";', "")
    own = "\n".join(_read(name).decode() for name in STYLES)
    yield _output("assets/practice.css", f"@layer material{{{layer}}}\n{own}".encode())
    for path in sorted(_names()):
        if path not in STYLES:
            yield _output(f"assets/{path}", _read(path))


def _names() -> Iterator[str]:
    for folder, _, names in os.walk(HERE):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), HERE).replace(os.sep, "/")


def _read(name: str) -> bytes:
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def _output(path: str, raw: bytes) -> Output:
    return Output(path, digest(raw), lambda: raw)
