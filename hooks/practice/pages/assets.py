"""Style, script and fonts: one file of each kind, written once for the whole site."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator

import rcssmin

from ..reading.kept import digest
from . import stylesheet
from .markdown import TAGS
from .output import Output
from .shell import Shell
from .site import TEMPLATES

HERE = os.path.join(os.path.dirname(__file__), "assets")
STYLES = (
    "tokens.css",
    "components.css",
    "guides.css",
    "finder.css",
    "share.css",
    "form.css",
    "teach.css",
    "print.css",
)
"""Joined, in this order, under the theme's own style sheet, which sits in a cascade layer:
unlayered rules win over it.
"""
SPARE = re.compile(rb"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n|^[ \t]+", re.DOTALL | re.MULTILINE)
"""Remarks on lines of their own, and indentation."""
SCRIPTS = ("practice.js", "mylist.js")
"""Joined too, for every page loads both."""


def files(theme_style: str, drawn: Collection[Shell], code: bytes) -> Iterator[Output]:
    """Every asset.

    `theme_style` is the style sheet of the theme, of which only what the drawn pages use is kept.
    """
    own = b"\n".join(map(_read, STYLES))
    key = digest(code, theme_style.encode(), own, *sorted(shell.key for shell in drawn))
    yield Output(
        "assets/practice.css", key, lambda: style(theme_style, drawn, own.decode()).encode()
    )
    yield _script("practice.js", *SCRIPTS)
    for name in sorted(_names()):
        if name.endswith(".js") and name not in SCRIPTS:
            yield _script(name, name)
        elif not name.endswith((".js", ".css")):
            yield _output(name, _read(name))


def style(theme_style: str, drawn: Collection[Shell], own: str) -> str:
    """The one style sheet of the site."""
    own = rcssmin.cssmin(own)
    known = stylesheet.names(shell.text for shell in drawn) | stylesheet.elements(
        [*(shell.text for shell in drawn), *_own()]
    )
    base = stylesheet.cut(theme_style.split("/*# sourceMappingURL")[0], known, own)
    return f"@layer material{{{base}}}\n{own}\n"


def _own() -> Iterator[str]:
    """All that puts elements on a page, the theme apart."""
    for name in [
        *(name for name in _names() if name.endswith(".js")),
        *(os.path.join(TEMPLATES, name) for name in os.listdir(TEMPLATES)),
    ]:
        yield _read(name).decode()
    yield "".join(f"<{tag}" for tag in sorted(TAGS))


def _names() -> Iterator[str]:
    for folder, _, names in os.walk(HERE):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), HERE).replace(os.sep, "/")


def _read(name: str) -> bytes:
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def _script(name: str, *parts: str) -> Output:
    """Scripts without remarks and indentation.

    No line of ours ends inside a text: a test sees to that. (rjsmin breaks a template within a
    template.)
    """
    return _output(name, SPARE.sub(b"", b"".join(map(_read, parts))))


def _output(name: str, raw: bytes) -> Output:
    return Output(f"assets/{name}", digest(raw), lambda: raw)
