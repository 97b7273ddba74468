"""Lookups over the kinds of thing in the library.

A new kind is one row in `registry.py` (and its name in `KindName`), one row for each of its
relations in `library/relations.py`, and its page. What reads files, resolves addresses, checks
links and writes data looks here.
"""

from __future__ import annotations

from typing import TypeGuard

from .kind import *
from .kind import Kind, KindName, Listing, Scope
from .registry import *
from .registry import KINDS


def is_kind(name: str) -> TypeGuard[KindName]:
    """Whether there is a kind of this name."""
    return name in KINDS


def split(place: str) -> tuple[KindName, str]:
    """The kind and the id of a place such as ``guide:risk#rights``.

    Raises ValueError when there is no such kind.
    """
    kind, _, ref = place.partition(":")
    if not is_kind(kind):
        raise ValueError(f"{place!r} names no kind of thing")
    return kind, ref


def public() -> list[Kind]:
    """The kinds whose things stand in the open data."""
    return [kind for kind in KINDS.values() if kind.public]


def followed() -> list[Kind]:
    """The kinds whose things have feeds of their examples."""
    return [kind for kind in KINDS.values() if kind.has_feeds]


def linkable(scope: Scope) -> list[str]:
    """The names of the kinds that texts of a scope may link to."""
    return [name for name, kind in KINDS.items() if kind.linked >= scope]


def listed() -> list[tuple[Kind, Listing]]:
    """The kinds whose things have a list and a page of examples each."""
    return [(kind, kind.listing) for kind in KINDS.values() if kind.listing]
