"""One page of each kind, found in a built site, so that a new kind is tested without being named;
and the states in which pages are looked at.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ONE_TEMPLATE = {
    **dict.fromkeys(
        (
            "themes",
            "settings",
            "roles",
            "components",
            "nations",
            "knowledge",
            "key-points",
            "seen-in-practice",
        ),
        "term",
    ),
    **dict.fromkeys(("about", "contribute"), "plain"),
}
"""Folders whose pages are drawn from one template, and what it is called here."""
LISTS = dict.fromkeys(
    ("themes", "settings", "roles", "components", "nations", "knowledge"), "terms"
)
OWN = (
    "about/components",
    "about/accessibility",
    "about/library",
    "contribute/form",
    "contribute/short",
)
"""Pages in such a folder that are of a kind of their own."""


class State(NamedTuple):
    """How a page is looked at."""

    name: str
    width: int
    height: int
    media: dict[str, str]
    menu: bool = False


LIGHT, DARK = (
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
)
STATES = (
    State("light, 1280 px", 1280, 900, LIGHT),
    State("light, 320 px", 320, 640, LIGHT),
    State("light, 320 px, menu open", 320, 640, LIGHT, menu=True),
    State("dark, 320 px", 320, 640, DARK),
    State("dark, 320 px, menu open", 320, 640, DARK, menu=True),
    State("dark, 1280 px", 1280, 900, DARK),
    State(
        "forced colours, 1280 px", 1280, 900, {"color_scheme": "dark", "forced_colors": "active"}
    ),
)
"""In this order each page is loaded once and changed least."""


def kind(path: str) -> str:
    """The kind of a page, by its address: ``themes/good-conversations/2/`` is a ``term/*/n``."""
    address = path.removesuffix("index.html").strip("/")
    first, *rest = address.split("/")
    if address in OWN or not rest:
        return LISTS.get(first, address)
    if re.fullmatch(r"[0-9]+", rest[0]) and first != "e":
        return f"{first}/n"
    return "/".join(
        [
            ONE_TEMPLATE.get(first, first),
            "*",
            *("n" if part.isdigit() else part for part in rest[1:]),
        ]
    )


def one_of_each(site: Path) -> dict[str, str]:
    """Kind -> address of its largest page, below the site's root. The largest is the hardest."""
    found: dict[str, tuple[int, str]] = {}
    for path, size in _pages(site):
        name = kind(path)
        found[name] = max(found.get(name, (0, "")), (size, path.removesuffix("index.html")))
    return {name: path for name, (_, path) in sorted(found.items())}


def _pages(site: Path) -> Iterator[tuple[str, int]]:
    for top, folders, names in os.walk(site):
        folders[:] = sorted(
            f for f in folders if f not in ("assets", "api", "downloads", "schema", "feeds")
        )
        for name in names:
            if name.endswith(".html"):
                full = os.path.join(top, name)
                yield os.path.relpath(full, site).replace(os.sep, "/"), os.path.getsize(full)


def leads_on(site: Path, path: str) -> bool:
    """Whether a page only leads to another: it shows nothing that stays."""
    file = site / (path if path.endswith(".html") else f"{path}index.html")
    return 'http-equiv="refresh"' in file.read_text("utf-8")


def show(page: Any, state: State) -> None:
    """Brings an opened page into a state."""
    page.emulate_media(**state.media)
    page.set_viewport_size({"width": state.width, "height": state.height})
    button = page.locator(".practice-menu")
    if (
        button.count()
        and button.is_visible()
        and (button.get_attribute("aria-expanded") == "true") != state.menu
    ):
        button.click()
