"""Digests of plain values: equal values give equal bytes."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

SIZE = 16
"""Bytes of a digest."""


def digest(*parts: bytes) -> bytes:
    """The digest of some byte strings, in order: ``SIZE`` bytes of BLAKE2b."""
    return hashlib.blake2b(plain_bytes(parts), digest_size=SIZE).digest()


def plain_bytes(value: Any) -> bytes:
    """A value made of plain values, dataclasses and named tuples, serialised.

    Marshal's version 2 has no references, so equal values give equal bytes.
    """
    try:
        return marshal.dumps(value, 2)
    except ValueError:
        return marshal.dumps(_plain(value), 2)


def plain_items(value: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """The parts of what `plain_bytes` gives for a mapping, so that a large one is not copied."""
    yield b"{"
    for item in value.items():
        yield b"".join(map(plain_bytes, item))
    yield b"0"


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [_plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def plain_value(raw: bytes | memoryview) -> Any:
    """The value that `plain_bytes` serialised, or None when the bytes are of none."""
    try:
        return marshal.loads(raw)
    except (ValueError, EOFError, TypeError):
        return None
