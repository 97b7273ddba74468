"""All things, linked both ways, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, overload

from pydantic import BaseModel

from .. import model, teaching
from ..digest import digest, plain_bytes
from ..kinds import KINDS, NAMED_PAGES, KindName, VocabularyKind
from ..model import LISTED_FIELDS, Example, KeyPoint, Page, VocabularyTerm
from .relations import RELATIONS, Relation

T = TypeVar("T")
Name = tuple[KindName, str]
"""A kind and an id of that kind, with a heading where a guide's section is meant."""
Links = Mapping[tuple[str, str], tuple[str, ...]]


class Thing(Protocol):
    """What every thing of the library has."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


class Link(NamedTuple):
    """The words of a link, and the address below the site's root that it leads to."""

    title: str
    address: str


@dataclass(frozen=True, eq=False)
class Library:
    """Things by kind and id in the order of the site, with every link in both directions."""

    things: Mapping[KindName, Mapping[str, Any]]
    withdrawn: Mapping[str, Example]
    pages: Mapping[str, Page]
    file_digests: Mapping[str, bytes]
    """Digest of each example's file, by id."""
    digest: bytes
    """Digest of every file that was read."""
    forwards: Links
    """(relation, id of its source) -> ids, as written."""
    backwards: Links
    """(relation, id of its target) -> ids of sources; a heading of a guide has its own entry beside
    the guide's.
    """
    _digests: dict[Name, bytes] = field(default_factory=dict)
    """The digests that `digest_of` has computed."""
    _links: dict[Name, Link] = field(default_factory=dict, init=False)
    """The links that `link` has cached."""

    # One line for each type of thing, so that a misspelt kind or field is a type error.
    @overload
    def all(self, kind: Literal["example"]) -> Mapping[str, Example]: ...
    @overload
    def all(self, kind: VocabularyKind) -> Mapping[str, VocabularyTerm]: ...
    @overload
    def all(self, kind: Literal["guide"]) -> Mapping[str, Page]: ...
    @overload
    def all(self, kind: Literal["key-point"]) -> Mapping[str, KeyPoint]: ...
    @overload
    def all(self, kind: Literal["term"]) -> Mapping[str, model.GlossaryTerm]: ...
    @overload
    def all(self, kind: Literal["source"]) -> Mapping[str, model.BibliographyEntry]: ...
    @overload
    def all(self, kind: Literal["law"]) -> Mapping[str, model.Law]: ...
    @overload
    def all(self, kind: Literal["deck"]) -> Mapping[str, model.Deck]: ...
    @overload
    def all(self, kind: Literal["card"]) -> Mapping[str, model.Card]: ...
    @overload
    def all(self, kind: Literal["session"]) -> Mapping[str, model.Session]: ...
    @overload
    def all(self, kind: Literal["scenario"]) -> Mapping[str, teaching.Scenario]: ...
    @overload
    def all(self, kind: Literal["conversation"]) -> Mapping[str, teaching.Conversation]: ...
    @overload
    def all(self, kind: Literal["record"]) -> Mapping[str, teaching.SampleRecord]: ...
    @overload
    def all(self, kind: Literal["outcome"]) -> Mapping[str, teaching.OutcomeRow]: ...
    @overload
    def all(self, kind: Literal["path"]) -> Mapping[str, model.Path]: ...
    @overload
    def all(self, kind: Literal["area"]) -> Mapping[str, model.Area]: ...
    @overload
    def all(self, kind: Literal["synonyms"]) -> Mapping[str, model.Synonyms]: ...
    @overload
    def all(self, kind: Literal["wording"]) -> Mapping[str, model.Wording]: ...
    @overload
    def all(self, kind: Literal["retired"]) -> Mapping[str, model.Retired]: ...
    @overload
    def all(self, kind: Literal["page"]) -> Mapping[str, model.NamedPage]: ...
    @overload
    def all(self, kind: KindName) -> Mapping[str, Thing]: ...
    def all(self, kind: KindName) -> Mapping[str, Any]:
        """Things of one kind by id."""
        return NAMED_PAGES if kind == "page" else self.things.get(kind, {})

    def terms(self, kind: KindName | None) -> Mapping[str, VocabularyTerm]:
        """Terms of one vocabulary by id; an empty mapping for no kind."""
        return self.things.get(kind, {}) if kind else {}

    def get(self, kind: KindName, ref: str) -> Thing | None:
        """A thing by id, or None; the heading of a guide is looked through."""
        return self.all(kind).get(ref.partition("#")[0])

    def has_page(self, kind: KindName, ref: str) -> bool:
        """Whether its address leads to it, or to the note about an example that was withdrawn."""
        return self.get(kind, ref) is not None or (kind == "example" and ref in self.withdrawn)

    def links(self, relation: str, id: str) -> tuple[str, ...]:
        """Ids that a thing names by one relation."""
        return self.forwards.get((relation, id), ())

    def linked_from(self, relation: str, id: str) -> tuple[str, ...]:
        """Ids of the things that name this one by one relation."""
        return self.backwards.get((relation, id), ())

    def title(self, kind: KindName, ref: str) -> str:
        """The words of a link to a thing; for a heading, the guide's title and the heading's."""
        thing = self.get(kind, ref)
        if thing is not None:
            heading = self.heading(thing, ref)
            return f"{thing.title}: {heading[0].lower()}{heading[1:]}" if heading else thing.title
        if kind != "example":
            raise LookupError(f"there is no {kind} {ref!r}")
        withdrawn = ref in self.withdrawn
        return "A withdrawn example" if withdrawn else "An example that is not published yet"

    def heading(self, thing: Thing, ref: str) -> str:
        """The title of the heading that a reference names, or `""`."""
        id = ref.partition("#")[2]
        if not id or not isinstance(thing, Page):
            return ""
        return next((h.title for h in thing.headings if h.id == id), "")

    def address(self, kind: KindName, ref: str) -> str:
        """The address of a thing below the site's root; `ref` may name a heading of a guide."""
        known = self._links.get((kind, ref))
        return known.address if known else KINDS[kind].address_of(ref, self.get(kind, ref))

    def link(self, kind: KindName, ref: str) -> Link:
        """A link to a thing."""
        known = self._links.get((kind, ref))
        if known is None:
            known = Link(self.title(kind, ref), self.address(kind, ref))
            self._links[kind, ref] = known
        return known

    def digest_of(self, names: Iterable[Name]) -> bytes:
        """The digest of all that a page can show of some things.

        Of an example that is what lists show of it; its story is covered by `file_digests`.
        """
        known = self._digests
        return digest(*[known.get(name) or self._digest_of(name) for name in names])

    def _digest_of(self, name: Name) -> bytes:
        if name not in self._digests:
            thing, link = self.get(*name), plain_bytes(tuple(self.link(*name)))
            if isinstance(thing, Example):
                fields = thing.model_dump_json(include=LISTED_FIELDS).encode()
                nation = self.title("nation", thing.nation) if thing.nation else ""
                families = [self.all("theme")[id].family for id in thing.themes]
                self._digests[name] = digest(link, fields, plain_bytes((nation, families)))
            else:
                own = thing.model_dump_json().encode() if isinstance(thing, BaseModel) else b""
                self._digests[name] = digest(link, own)
        return self._digests[name]

    def only(self, names: Iterable[Name]) -> Library:
        """The library of a page that shows these things and no others.

        Reading another one raises LookupError: the page's key, the digest of the same names,
        would not change with it, and a new title would never reach the page.
        """
        declared: dict[KindName, _Declared] = {
            kind.name: _Declared(kind.name) for kind in KINDS.values()
        }
        links: dict[Name, Link] = {}
        for kind, ref in names:
            links[kind, ref] = self.link(kind, ref)
            id = ref.partition("#")[0]
            thing = declared[kind][id] = self.all(kind).get(id)
            for other, ids in _shown_with(thing) if isinstance(thing, Example) else ():
                declared[other].update(zip(ids, map(self.all(other).get, ids), strict=True))
        page = replace(self, things=declared, _digests={})
        page._links.update(links)
        return page


def _shown_with(example: Example) -> tuple[tuple[KindName, tuple[str, ...]], ...]:
    """What lists show of other things beside an example: its nation, and its themes' colours."""
    return ("nation", (example.nation,) if example.nation else ()), ("theme", example.themes)


class _Declared(dict[str, Any]):
    """The things of one kind that a page has declared; None for one that is not there."""

    def __init__(self, kind: str):
        super().__init__()
        self.kind = kind

    def __missing__(self, id: str) -> Any:
        raise LookupError(f"a page shows the {self.kind} {id!r}, which its key does not cover")

    def get(self, id: str, default: Any = None) -> Any:
        """A thing, or None when it is not there. Raises LookupError when it is not declared."""
        return self[id]


def build(
    things: Mapping[KindName, Mapping[str, Any]],
    pages: Mapping[str, Page],
    file_digests: Mapping[str, bytes],
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
    ordered: dict[KindName, Mapping[str, Any]] = {
        **things,
        "example": published,
        "guide": guides,
        "key-point": _in_guide_order(things.get("key-point", {}), guides),
    }
    forwards, backwards = _link(ordered)
    freeze = MappingProxyType
    return Library(
        things=freeze({kind: freeze(dict(of_kind)) for kind, of_kind in ordered.items()}),
        withdrawn=freeze(withdrawn),
        pages=freeze(dict(pages)),
        file_digests=freeze(dict(file_digests)),
        digest=content,
        forwards=freeze(forwards),
        backwards=freeze(backwards),
    )


def _in_guide_order(points: Mapping[str, KeyPoint], guides: Iterable[str]) -> dict[str, KeyPoint]:
    rank = {id: n for n, id in enumerate(guides)}
    return dict(
        sorted(
            points.items(),
            key=lambda item: (rank.get(item[1].guide, len(rank)), item[1].order, item[0]),
        )
    )


def _link(things: Mapping[KindName, Mapping[str, Any]]) -> tuple[Links, Links]:
    forwards: dict[tuple[str, str], tuple[str, ...]] = {}
    backwards: dict[str, dict[str, dict[str, None]]] = {}
    for relation in RELATIONS:
        targets, named = things.get(relation.target, {}), backwards.setdefault(relation.name, {})
        for id, thing in things.get(relation.source, {}).items():
            refs = _published_refs(relation, thing, targets)
            if refs:
                forwards[relation.name, id] = refs
            for ref in refs:
                named.setdefault(ref, {})[id] = None
                if "#" in ref:
                    named.setdefault(ref.partition("#")[0], {})[id] = None
    return forwards, {
        (name, ref): tuple(ids) for name, named in backwards.items() for ref, ids in named.items()
    }


def _published_refs(relation: Relation, thing: Any, targets: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids that a thing names, less those of things that are not published."""
    refs = relation.refs(thing)
    if all(map(targets.__contains__, refs)):
        return refs
    return tuple(ref for ref in refs if ref.partition("#")[0] in targets)
