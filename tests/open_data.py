"""The open data of a library without its pages, for tests that need no whole site."""

from __future__ import annotations

from practice.library.library import Library
from practice.rendering.renderer import Renderer
from practice.rendering.settings import Settings
from practice.rendering.site import Site

SETTINGS = Settings(
    "Outcomes in Practice",
    "https://outcomes-in-practice.example/",
    "https://code.outcomes-in-practice.example/library",
    "2026-11-27",
)


def site_of(library: Library) -> Site:
    """A site with a library and no shells."""
    return Site(SETTINGS, library, Renderer(SETTINGS, {}, b"code"))
