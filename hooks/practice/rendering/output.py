"""A file of the site, made only when it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple


class Output(NamedTuple):
    """A file below the site's root. Files with equal keys have equal bytes."""

    path: str
    key: bytes
    make: Callable[[], bytes]
    page: bool = False
    """Whether it is a page that a reader may land on, and so belongs in the sitemap."""


@dataclass(frozen=True)
class Before:
    """The last build, as far as its keys still hold."""

    keys: Mapping[str, bytes] = field(default_factory=dict)
    """The key of each file; none at all when anything has changed but what some examples tell and
    what lists say of them.
    """
    same: AbstractSet[str] = frozenset()
    """The examples, and the hand-written pages by their paths, of which no byte has changed."""
    changed: frozenset[str] = frozenset()
    """The examples of which lists say something else now."""
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The examples that the page of each example shows; it is brought up to date as pages are
    worked out.
    """

    def again(
        self,
        path: str,
        own: str,
        make: Callable[[], Output],
        page: bool = True,
        shows: Iterable[str] | None = None,
    ) -> Output:
        """A file with the key that it had, where that still holds; else what `make` gives.

        `own` is the example whose story the file tells, or the path of a hand-written page, or
        nothing. `shows` names the
        examples of which the file says what lists say; None where it may be any.
        """
        touched = self.changed if shows is None else self.changed.intersection(shows)
        key = self.keys.get(path) if not touched and (not own or own in self.same) else None
        return make() if key is None else Output(path, key, lambda: make().make(), page)


def page_path(address: str) -> str:
    """The file of an address: ``examples/x/`` -> ``examples/x/index.html``."""
    return f"{address}index.html"
