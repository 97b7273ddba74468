"""Style, script and fonts: one file of each kind, written once for the whole site."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator

import rcssmin

from ..digest import digest
from ..rendering.markdown import TAGS
from ..rendering.output import Output
from ..rendering.shell import Shell
from ..rendering.site import TEMPLATES
from . import stylesheet

HERE = os.path.dirname(__file__)
FOLDERS = {"js": "", "images": "", "fonts": "fonts/"}
"""Where each folder's files lie below assets/; style sheets are joined into one."""
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
    own = b"\n".join(_read(f"css/{name}") for name in STYLES)
    key = digest(code, theme_style.encode(), own, *sorted(shell.key for shell in drawn))
    yield Output(
        "assets/practice.css", key, lambda: style(theme_style, drawn, own.decode()).encode()
    )
    yield _script("practice.js", *SCRIPTS)
    for folder, address in FOLDERS.items():
        for name in sorted(os.listdir(os.path.join(HERE, folder))):
            if not name.endswith(".js"):
                yield _output(address + name, _read(f"{folder}/{name}"))
            elif name not in SCRIPTS:
                yield _script(name, name)


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
    for folder in (os.path.join(HERE, "js"), TEMPLATES):
        for name in os.listdir(folder):
            yield _read(os.path.join(folder, name)).decode()
    yield "".join(f"<{tag}" for tag in sorted(TAGS))


def _read(name: str) -> bytes:
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def _script(name: str, *parts: str) -> Output:
    """Scripts without remarks and indentation.

    No line of ours ends inside a text: a test sees to that. (rjsmin breaks a template within a
    template.)
    """
    return _output(name, SPARE.sub(b"", b"".join(_read(f"js/{part}") for part in parts)))


def _output(name: str, raw: bytes) -> Output:
    return Output(f"assets/{name}", digest(raw), lambda: raw)
