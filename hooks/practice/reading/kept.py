"""What was read before, by the hash of its bytes.

A miss is always right: a stale, damaged or foreign file is one.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from typing import Any

STAMP = 16
"""Bytes of a digest. A stored file begins with that of what it holds."""
PARTS = 16
"""Files that hold what was read.

Values of ten thousand examples take 40 MB, which one change need not write anew.
"""


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that stand for some bytes, in order."""
    return hashlib.blake2b(plain_bytes(parts), digest_size=STAMP).digest()


def plain_bytes(value: Any) -> bytes:
    """The bytes of a plain value: equal values give equal bytes (marshal's version 2 has no
    references).
    """
    return marshal.dumps(value, 2)


def plain_value(raw: bytes | memoryview) -> Any:
    """The value of which these are the bytes, or None when they are of none."""
    try:
        return marshal.loads(raw)
    except (ValueError, EOFError, TypeError):
        return None


def load(path: str) -> Any:
    """The plain value that `store` wrote, or None when there is none that can be trusted."""
    try:
        with open(path, "rb") as file:
            raw = memoryview(file.read())
    except OSError:
        return None
    return (
        plain_value(raw[STAMP:])
        if hashlib.blake2b(raw[STAMP:], digest_size=STAMP).digest() == raw[:STAMP]
        else None
    )


def store(path: str, value: Any) -> None:
    """Writes a plain value, whole or not at all."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    raw = plain_bytes(value)
    beside = f"{path}.{os.getpid()}"
    with open(beside, "wb") as file:
        file.write(hashlib.blake2b(raw, digest_size=STAMP).digest())
        file.write(raw)
    os.replace(beside, path)


class Kept:
    """Plain values by key, in a few files of which each is read whole and written whole. Only what
    was asked for or put in stays.

    Values are held as bytes, which take a third of the memory of what they stand for.
    """

    def __init__(self, path: str | None):
        self._places = [f"{path}-{part:x}" for part in range(PARTS)] if path else []
        self.old: dict[bytes, bytes] = {}
        for place in self._places:
            loaded = load(place)
            self.old.update(
                {
                    key: raw
                    for key, raw in loaded.items()
                    if key and isinstance(key, bytes) and isinstance(raw, bytes)
                }
                if isinstance(loaded, dict)
                else {}
            )
        self.new: dict[bytes, bytes] = {}

    def get(self, key: bytes) -> Any:
        """The value of a key, or None."""
        raw = self.old.get(key)
        if raw is None:
            return None
        self.new[key] = raw
        return plain_value(raw)

    def put(self, key: bytes, value: Any) -> None:
        self.new[key] = plain_bytes(value)

    def save(self) -> None:
        """Writes each file of which what it holds is not what is wanted: after a change to one
        example, one or two of them.
        """
        for place, old, new in (
            zip(self._places, _parted(self.old), _parted(self.new), strict=True)
            if self._places
            else ()
        ):
            if old.keys() != new.keys():
                store(place, new)


def _parted(values: dict[bytes, bytes]) -> list[dict[bytes, bytes]]:
    """The values of each file, by the first byte of their keys, which are digests and so as good as
    drawn by lot.
    """
    parts: list[dict[bytes, bytes]] = [{} for _ in range(PARTS)]
    for key, value in values.items():
        parts[key[0] % PARTS][key] = value
    return parts
