"""A file of the site, made only when it must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """The key of each file; none at all when anything has changed but the stories of some examples."""
    same: AbstractSet[str] = frozenset()
    """The examples, and the hand-written pages by their paths, of which no byte has changed."""

    def again(self, path: str, own: str, make: Callable[[], Output], page: bool = True) -> Output:
        """A file with the key that it had, where that still holds; else what `make` gives. `own` is the example whose story the file tells, or the path of a hand-written page, or nothing."""
        key = self.keys.get(path) if not own or own in self.same else None
        return make() if key is None else Output(path, key, lambda: make().make(), page)


def page_path(address: str) -> str:
    """The file of an address: ``examples/x/`` -> ``examples/x/index.html``."""
    return f"{address}index.html"
