"""Digests of plain values: equal values give equal bytes."""

from __future__ import annotations

import hashlib
import marshal
from typing import Any

SIZE = 16
"""Bytes of a digest."""


def digest(*parts: bytes) -> bytes:
    """The digest of some byte strings, in order: ``SIZE`` bytes of BLAKE2b."""
    return hashlib.blake2b(plain_bytes(parts), digest_size=SIZE).digest()


def plain_bytes(value: Any) -> bytes:
    """A plain value, serialised. Marshal's version 2 has no references, so equal values give equal
    bytes.
    """
    return marshal.dumps(value, 2)


def plain_value(raw: bytes | memoryview) -> Any:
    """The value that `plain_bytes` serialised, or None when the bytes are of none."""
    try:
        return marshal.loads(raw)
    except (ValueError, EOFError, TypeError):
        return None
