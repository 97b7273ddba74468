"""A file of the site, made only when it must be; and JSON as files hold it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from pydantic_core import to_json

from ..digest import digest

PART = 1 << 18
"""Bytes of a part of a file that is read."""
BATCH = 1000
"""Items of a part of a long list."""
T = TypeVar("T")


@dataclass(frozen=True)
class Parts:
    """Makes a large file part by part, so that it is never held whole."""

    make: Callable[[], Iterable[bytes]]

    def __call__(self) -> bytes:
        return b"".join(self.make())


class Output(NamedTuple):
    """A file below the site's root. Files with equal keys have equal bytes."""

    path: str
    key: bytes
    make: Callable[[], bytes]
    page: bool = False
    """Whether it is a page that a reader may land on, and so belongs in the sitemap."""

    def parts(self) -> Iterable[bytes]:
        """Its bytes in a row; those of all but a large file are one part."""
        return self.make.make() if isinstance(self.make, Parts) else (self.make(),)


def ready(path: str, text: str) -> Output:
    """A file whose text is known already."""
    raw = text.encode()
    return Output(path, digest(raw), lambda: raw)


def compact_json(value: Any) -> str:
    """JSON without spaces."""
    return json_bytes(value).decode()


def json_bytes(value: Any) -> bytes:
    """JSON without spaces, as UTF-8. Pydantic takes a fifth of the time of the module json."""
    return to_json(value)


def parts_of_file(path: str) -> Iterator[bytes]:
    """A file part by part."""
    with open(path, "rb") as file:
        yield from iter(partial(file.read, PART), b"")


def parts_via_temporary_file(write: Callable[[str], None]) -> Iterator[bytes]:
    """Calls `write` with a temporary path, and yields the bytes of that file part by part."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        write(path)
        yield from parts_of_file(path)


def separated(between: bytes, parts: Iterable[bytes]) -> Iterator[bytes]:
    """Parts with something between each two."""
    for number, part in enumerate(parts):
        yield between + part if number else part


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items of a long list, a thousand at a time."""
    rest = iter(items)
    return iter(lambda: list(islice(rest, BATCH)), [])


def page_path(address: str) -> str:
    """The file of an address: ``examples/x/`` -> ``examples/x/index.html``."""
    return f"{address}index.html"
