"""Digests of values: equal values give equal bytes."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import to_json

SIZE = 16
"""Bytes of a digest."""


def digest(*parts: bytes) -> bytes:
    """The digest of some byte strings, in order: ``SIZE`` bytes of BLAKE2b."""
    return hashlib.blake2b(plain_bytes(parts), digest_size=SIZE).digest()


def digest_json(*shown: Any) -> bytes:
    """The digest of all that a page or a file shows: dataclasses, named tuples, models and plain
    values.

    Raises PydanticSerializationError for any other value.
    """
    return digest(to_json(shown))


def plain_bytes(value: Any) -> bytes:
    """A plain value, serialised.

    Marshal's version 2 has no references, so equal values give equal bytes.
    """
    return marshal.dumps(value, 2)


def plain_items(value: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """The parts of what `plain_bytes` gives for a mapping, so that a large one is not copied."""
    yield b"{"
    for item in value.items():
        yield b"".join(map(plain_bytes, item))
    yield b"0"


def plain_value(raw: bytes | memoryview) -> Any:
    """The value that `plain_bytes` serialised, or None for other bytes."""
    try:
        return marshal.loads(raw)
    except (ValueError, EOFError, TypeError):
        return None
