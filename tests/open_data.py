"""The open data of a library without its pages, for tests that need no whole site."""

from __future__ import annotations

import json
from typing import Any

from practice.exports import api
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


def graph_of(library: Library) -> Any:
    """Every thing and every link, as the file of the API has it."""
    files = api.files(site_of(library))
    return json.loads(next(file for file in files if file.path == "api/v1/graph.json").make())
