"""What was read before, by the hash of its bytes. A miss is always right: a stale, damaged or foreign file is one."""

from __future__ import annotations

import hashlib
import marshal
import os
from typing import Any


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that stand for some bytes, in order."""
    return hashlib.blake2b(plain_bytes(parts), digest_size=16).digest()


def plain_bytes(value: Any) -> bytes:
    """The bytes of a plain value: equal values give equal bytes (marshal's version 2 has no references)."""
    return marshal.dumps(value, 2)


def load(path: str) -> Any:
    """The plain value that `store` wrote, or None when there is none that can be trusted."""
    try:
        with open(path, "rb") as file:
            raw = memoryview(file.read())
        return marshal.loads(raw[16:]) if hashlib.blake2b(raw[16:], digest_size=16).digest() == raw[:16] else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def store(path: str, value: Any) -> None:
    """Writes a plain value, whole or not at all."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    raw = plain_bytes(value)
    beside = f"{path}.{os.getpid()}"
    with open(beside, "wb") as file:
        file.write(hashlib.blake2b(raw, digest_size=16).digest())
        file.write(raw)
    os.replace(beside, path)


class Kept:
    """Plain values by key, in a file read whole and written whole. Only what was asked for or put in stays."""

    def __init__(self, path: str | None):
        self.path = path
        loaded = load(path) if path else None
        self.old: dict[bytes, Any] = loaded if isinstance(loaded, dict) else {}
        self.new: dict[bytes, Any] = {}

    def get(self, key: bytes) -> Any:
        """The value of a key, or None."""
        value = self.old.get(key)
        if value is not None:
            self.new[key] = value
        return value

    def put(self, key: bytes, value: Any) -> None:
        self.new[key] = value

    def save(self) -> None:
        """Writes the file when what it holds is not what is wanted."""
        if self.path and self.new.keys() != self.old.keys():
            store(self.path, self.new)
