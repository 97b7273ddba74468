"""A file of the site, made only when it must be; and JSON as files hold it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic_core import to_json

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
    return json_bytes(value).decode()


def json_bytes(value: Any) -> bytes:
    """The same as UTF-8. Pydantic's serialiser takes a fifth of the time of the module json."""
    return to_json(value)


def joined(parts: Iterable[bytes]) -> bytes:
    """Parts in a row, taken one by one: joining a list would hold a large file twice."""
    out = io.BytesIO()
    out.writelines(parts)
    return out.getvalue()


def separated(between: bytes, parts: Iterable[bytes]) -> Iterator[bytes]:
    """Parts with something between each two."""
    for number, part in enumerate(parts):
        yield between + part if number else part


def page_path(address: str) -> str:
    """The file of an address: ``examples/x/`` -> ``examples/x/index.html``."""
    return f"{address}index.html"
