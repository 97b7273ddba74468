"""All things, linked both ways, immutable."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from ..digest import digest, plain_bytes
from ..model import Example, Page
from .addresses import PLACES, address
from .relations import RELATIONS, Relation

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Name = tuple[str, str]
"""A kind and an id of that kind, with a heading where a guide's section is meant."""
Links = Mapping[tuple[str, str], tuple[str, ...]]


class Made(dict[K, T]):
    """Values by key. Each is made when it is first asked for: nothing in a library changes."""

    def __init__(self, make: Callable[[K], T]):
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> T:
        value = self[key] = self._make(key)
        return value


@dataclass(frozen=True)
class Library:
    """Things by kind and id in the order of the site, with every link in both directions."""

    things: Mapping[str, Mapping[str, Any]]
    withdrawn: Mapping[str, Example]
    pages: Mapping[str, Page]
    digests: Mapping[str, bytes]
    """Digest of the bytes of each example's file, by id."""
    digest: bytes
    """Digest of the bytes of every file that was read."""
    forwards: Links
    """(relation, id of its source) -> ids, as written."""
    backwards: Links
    """(relation, id of its target) -> ids of sources; a heading of a guide has its own entry beside
    the guide's.
    """

    def all(self, kind: str) -> Mapping[str, Any]:
        """Things of one kind by id."""
        return self.things.get(kind, {})

    def get(self, kind: str, ref: str) -> Any:
        """A thing by id, or None; the heading of a guide is looked through."""
        if kind == "page":
            return PLACES.get(ref)
        return self.all(kind).get(ref.partition("#")[0])

    def links(self, relation: str, id: str) -> tuple[str, ...]:
        """Ids that a thing names by one relation."""
        return self.forwards.get((relation, id), ())

    def linked_from(self, relation: str, id: str) -> tuple[str, ...]:
        """Ids of the things that name this one by one relation."""
        return self.backwards.get((relation, id), ())

    def title(self, kind: str, ref: str) -> str:
        """The words of a link to a thing; for a heading, the guide's title and the heading's."""
        return self._titles[kind, ref]

    @cached_property
    def _titles(self) -> Made[Name, str]:
        return Made(self._title)

    def _title(self, name: Name) -> str:
        kind, ref = name
        if kind == "page":
            return ref.replace("-", " ").capitalize()
        thing = self.get(kind, ref)
        if thing is None and kind == "example":
            return (
                "A withdrawn example"
                if ref in self.withdrawn
                else "An example that is not published yet"
            )
        heading = self.heading(thing, ref)
        return f"{thing.title}: {heading[0].lower()}{heading[1:]}" if heading else str(thing.title)

    def heading(self, thing: Any, ref: str) -> str:
        """The title of the heading that a reference names, or nothing."""
        id = ref.partition("#")[2]
        return (
            next((h.title for h in thing.headings if h.id == id), "")
            if id and isinstance(thing, Page)
            else ""
        )

    def address(self, kind: str, ref: str) -> str:
        """The address of a thing below the site's root."""
        return address(kind, ref, self.get(kind, ref))

    def link(self, kind: str, ref: str) -> tuple[str, str]:
        """(title, address)"""
        return self._all_links[kind, ref]

    @cached_property
    def _all_links(self) -> Made[Name, tuple[str, str]]:
        return Made(lambda name: (self.title(*name), self.address(*name)))

    @cached_property
    def tokens(self) -> Made[Name, bytes]:
        """What stands for all that a page can show of a thing, by its kind and id: its title, its
        address, and but for an example its own fields.
        """
        return Made(lambda name: digest(plain_bytes(self.link(*name)), _own(self.get(*name))))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for a key: nothing in a library changes."""
        known: dict[Hashable, T] = self._known
        if key not in known:
            known[key] = make()
        return known[key]

    @cached_property
    def _known(self) -> dict[Hashable, Any]:
        return {}


def _own(thing: Any) -> bytes:
    return (
        thing.model_dump_json().encode()
        if isinstance(thing, BaseModel) and not isinstance(thing, Example)
        else b""
    )


def build(
    things: Mapping[str, Mapping[str, Any]],
    pages: Mapping[str, Page],
    digests: Mapping[str, bytes],
    content: bytes = b"",
) -> Library:
    """A library of things that have no problems: published examples linked, drafts left out,
    withdrawn ones set aside.
    """
    examples = things.get("example", {})
    published = {id: e for id, e in sorted(examples.items()) if e.status == "published"}
    withdrawn = {id: e for id, e in sorted(examples.items()) if e.status == "withdrawn"}
    guides = dict(
        sorted(things.get("guide", {}).items(), key=lambda item: (item[1].order, item[0]))
    )
    shown = {
        **things,
        "example": published,
        "guide": guides,
        "key-point": _in_guide_order(things.get("key-point", {}), guides),
    }
    forwards, backwards = _link(shown)
    freeze = MappingProxyType
    return Library(
        freeze({k: freeze(dict(v)) for k, v in shown.items()}),
        freeze(withdrawn),
        freeze(dict(pages)),
        freeze(dict(digests)),
        content,
        freeze(forwards),
        freeze(backwards),
    )


def _in_guide_order(points: Mapping[str, Any], guides: Iterable[str]) -> dict[str, Any]:
    rank = {id: n for n, id in enumerate(guides)}
    return dict(
        sorted(
            points.items(),
            key=lambda item: (rank.get(item[1].guide, len(rank)), item[1].order, item[0]),
        )
    )


def _link(
    things: Mapping[str, Mapping[str, Any]],
) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[tuple[str, str], tuple[str, ...]]]:
    forwards: dict[tuple[str, str], tuple[str, ...]] = {}
    backwards: dict[str, dict[str, dict[str, None]]] = {}
    for relation in RELATIONS:
        targets, named = things.get(relation.target, {}), backwards.setdefault(relation.name, {})
        for id, thing in things.get(relation.source, {}).items():
            refs = _shown(relation, thing, targets)
            if refs:
                forwards[relation.name, id] = refs
            for ref in refs:
                named.setdefault(ref, {})[id] = None
                if "#" in ref:
                    named.setdefault(ref.partition("#")[0], {})[id] = None
    return forwards, {
        (name, ref): tuple(ids) for name, named in backwards.items() for ref, ids in named.items()
    }


def _shown(relation: Relation, thing: Any, targets: Mapping[str, Any]) -> tuple[str, ...]:
    refs = relation.refs(thing)
    return (
        refs
        if all(map(targets.__contains__, refs))
        else tuple(r for r in refs if r.partition("#")[0] in targets)
    )
