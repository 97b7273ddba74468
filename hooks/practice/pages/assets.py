"""Style, script and fonts: one file of each kind, written once for the whole site."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from ..reading.kept import digest
from . import stylesheet
from .output import Output
from .shell import Shell

HERE = os.path.join(os.path.dirname(__file__), "assets")
STYLES = ("tokens.css", "components.css", "guides.css", "finder.css", "share.css", "form.css", "teach.css", "print.css")
"""Joined, in this order, under the theme's own style sheet, which sits in a cascade layer: unlayered rules win over it."""


def files(theme_style: str, drawn: Collection[Shell], code: bytes) -> Iterator[Output]:
    """Every asset. `theme_style` is the style sheet of the theme, of which only what the drawn pages use is kept."""
    own = [_read(name) for name in STYLES]
    key = digest(code, theme_style.encode(), *own, *sorted(shell.key for shell in drawn))
    yield Output("assets/practice.css", key, lambda: style(theme_style, drawn, b"\n".join(own).decode()).encode())
    for path in sorted(_names()):
        if path not in STYLES:
            yield _output(f"assets/{path}", _read(path))


def style(theme_style: str, drawn: Collection[Shell], own: str) -> str:
    """The one style sheet of the site."""
    own = stylesheet.compact(own)
    known = stylesheet.names(shell.text for shell in drawn)
    return f"@layer material{{{stylesheet.cut(theme_style.split('/*# sourceMappingURL')[0], known, own)}}}\n{own}\n"


def _names() -> Iterator[str]:
    for folder, _, names in os.walk(HERE):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), HERE).replace(os.sep, "/")


def _read(name: str) -> bytes:
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def _output(path: str, raw: bytes) -> Output:
    return Output(path, digest(raw), lambda: raw)
