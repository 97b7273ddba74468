"""A file of the site, made only when it must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Output(NamedTuple):
    """A file below the site's root. Files with equal keys have equal bytes."""

    path: str
    key: bytes
    make: Callable[[], bytes]
    page: bool = False
    """Whether it is a page that a reader may land on, and so belongs in the sitemap."""


def page_path(address: str) -> str:
    """The file of an address: ``examples/x/`` -> ``examples/x/index.html``."""
    return f"{address}index.html"
