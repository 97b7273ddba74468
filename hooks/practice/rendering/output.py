"""A file of the site, made only when it must be; and JSON as files hold it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from ..digest import digest


class Output(NamedTuple):
    """A file below the site's root. Files with equal keys have equal bytes."""

    path: str
    key: bytes
    make: Callable[[], bytes]
    page: bool = False
    """Whether it is a page that a reader may land on, and so belongs in the sitemap."""


def ready(path: str, text: str) -> Output:
    """A file whose text is known already."""
    raw = text.encode()
    return Output(path, digest(raw), lambda: raw)


def compact_json(value: Any) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def page_path(address: str) -> str:
    """The file of an address: ``examples/x/`` -> ``examples/x/index.html``."""
    return f"{address}index.html"
