"""A door to the library for one page: it shows what the page's key knows of, and nothing else.

A page is drawn again when its key changes. If it showed a title that the key does not know of, a
new title would never reach it;
so the door stops the build instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .library import Library, Name


class Door:
    """What a page may see of other things: those that it names."""

    def __init__(self, library: Library, names: Iterable[Name]):
        self._library, self._names = library, frozenset(names)

    def get(self, kind: str, ref: str) -> Any:
        """A thing that the page names."""
        return self._open(kind, ref).get(kind, ref)

    def title(self, kind: str, ref: str) -> str:
        """Its title."""
        return self._open(kind, ref).title(kind, ref)

    def address(self, kind: str, ref: str) -> str:
        """Its address."""
        return self._open(kind, ref).address(kind, ref)

    def link(self, kind: str, ref: str) -> tuple[str, str]:
        """(title, address)"""
        return self._open(kind, ref).link(kind, ref)

    def links(self, kind: str, refs: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """A link to each of some things."""
        return tuple(self.link(kind, ref) for ref in refs)

    def _open(self, kind: str, ref: str) -> Library:
        if (kind, ref) not in self._names:
            raise LookupError(f"a page shows the {kind} {ref!r}, of which its key does not know")
        return self._library
