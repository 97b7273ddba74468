"""A cache on disk: bytes by key, in one file.

A stale, damaged or foreign file is a miss, never a wrong value.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, TypeGuard

from .digest import SIZE, plain_bytes, plain_items, plain_value


def load(path: str, code_digest: bytes = b"") -> Any:
    """The plain value that `store` wrote, or None when there is no file that can be trusted.

    `code_digest` is the digest of what made it: what other code made is not even parsed.
    """
    try:
        with open(path, "rb") as file:
            raw = memoryview(file.read())
    except OSError:
        return None
    checksum, value = raw[:SIZE], raw[SIZE:]
    whole = hashlib.blake2b(value, digest_size=SIZE, key=code_digest).digest() == checksum
    return plain_value(value) if whole else None


def store(path: str, value: Any) -> None:
    """Writes a plain value, whole or not at all."""
    _store(path, (plain_bytes(value),))


def _store(path: str, parts: Iterable[bytes], code_digest: bytes = b"") -> None:
    """Writes a plain value that is serialised part by part, and so never held twice."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    checksum = hashlib.blake2b(digest_size=SIZE, key=code_digest)
    with atomic_write(path) as file:
        file.write(bytes(SIZE))
        for part in parts:
            checksum.update(part)
            file.write(part)
        file.seek(0)
        file.write(checksum.digest())


@contextmanager
def atomic_write(path: str) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of another whole or not at all: it lies beside it
    under a name that nothing reads. An error of the system names the path itself.
    """
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{os.getpid()}")
    try:
        with open(temporary, "wb") as file:
            yield file
        os.replace(temporary, path)
    except OSError as err:
        err.filename = path
        raise
    finally:
        with suppress(OSError):
            os.unlink(temporary)


class Cache:
    """Bytes by key. What was neither read nor written since it was loaded is dropped when it is
    saved.
    """

    def __init__(self, path: str | None, code_digest: bytes = b""):
        """`path` is None for a cache that lives in memory only. `code_digest` covers what makes the
        values, as all keys do: values of other code would only take memory.
        """
        self._path, self._code_digest = path, code_digest
        loaded = load(path, code_digest) if path else None
        self._loaded: dict[bytes, bytes] = loaded if _is_valid(loaded) else {}
        self._used: dict[bytes, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        """The value of a key, or None."""
        value = self._loaded.get(key)
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: bytes, value: bytes) -> None:
        self._used[key] = value

    @property
    def used(self) -> Collection[bytes]:
        """The keys that were read or written since the cache was loaded."""
        return self._used.keys()

    def save(self) -> None:
        """Writes the file when its keys changed: a key covers all that its value depends on."""
        if self._path and self._loaded.keys() != self._used.keys():
            _store(self._path, plain_items(self._used), self._code_digest)

    def close(self) -> None:
        """Saves it, and lets go of all values."""
        self.save()
        self._loaded, self._used = {}, {}


def _is_valid(loaded: Any) -> TypeGuard[dict[bytes, bytes]]:
    return isinstance(loaded, dict) and all(
        isinstance(key, bytes) and isinstance(value, bytes) for key, value in loaded.items()
    )
