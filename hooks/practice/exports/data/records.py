"""A thing as the open data has it: its public fields, its page, its links in both directions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ... import licences
from ...kinds import KINDS, Kind, KindName, public
from ...library.library import Library
from ...library.relations import RELATIONS, Relation, leading_from, leading_to
from ...rendering.output import json_bytes
from ...rendering.site import Site
from . import schemas

SCHEMA_VERSION = "1.2"
"""The version of what the files hold. A field more raises the second number; see about/data."""


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(kind.model)


@cache
def _excluded(withheld: tuple[str, ...]) -> dict[str, Any]:
    """Fields to leave out, as pydantic takes them: whole ones, and those of the items of a list."""
    found: dict[str, Any] = {}
    for name in withheld:
        outer, _, inner = name.partition(".")
        if inner:
            found.setdefault(outer, {"__all__": set()})["__all__"].add(inner)
        else:
            found[outer] = True
    return found


def fields(kind: Kind, thing: Any) -> dict[str, Any]:
    """The public fields of a thing as plain values; those without a value are left out."""
    adapter, excluded = _adapter(kind), _excluded(kind.withheld)
    found: dict[str, Any] = adapter.dump_python(
        thing, mode="json", by_alias=True, exclude_none=True, exclude=excluded
    )
    if schemas.has_url(kind) and "url" in found:
        found = {schemas.RENAMED.get(name, name): value for name, value in found.items()}
    return found if schemas.has_title(kind) else {"id": thing.id, "title": thing.title, **found}


def record(site: Site, kind: Kind, id: str) -> bytes:
    """A thing in full, as JSON."""
    thing = site.library.all(kind.name)[id]
    more = {"url": url(site, kind, id), "links": links(site.library, kind, id)}
    return b"%b,%b" % (own_bytes(kind, thing)[:-1], json_bytes(more)[1:])


def own_bytes(kind: Kind, thing: Any) -> bytes:
    """The public fields of a thing, as JSON."""
    if schemas.has_url(kind) or not schemas.has_title(kind):
        return json_bytes(fields(kind, thing))
    return _adapter(kind).dump_json(
        thing, by_alias=True, exclude_none=True, exclude=_excluded(kind.withheld)
    )


def short(site: Site, kind: Kind, id: str) -> dict[str, Any]:
    """A thing as a list has it: texts, numbers, days and ids. Every row has the same names."""
    thing = site.library.all(kind.name)[id]
    found: dict[str, Any] = {"id": id, "title": thing.title, "url": url(site, kind, id)}
    own: dict[str, Any] = _adapter(kind).dump_python(
        thing, mode="json", by_alias=True, include=schemas.short_attributes(kind)
    )
    return found | own


def url(site: Site, kind: Kind, id: str) -> str:
    """The address of a thing's page, or of its place on a page."""
    return site.settings.url + site.library.address(kind.name, id)


def links(library: Library, kind: Kind, id: str) -> list[dict[str, Any]]:
    """The links of a thing in both directions, by relation."""
    return [
        *(
            {"relation": relation.name, "direction": "forwards", "ids": ids}
            for relation in shown_from(kind.name)
            if (ids := library.links(relation.name, id))
        ),
        *(
            {"relation": relation.name, "direction": "backwards", "ids": ids}
            for relation in shown_to(kind.name)
            if (ids := library.linked_from(relation.name, id))
        ),
    ]


def shown(relations: Iterable[Relation] = RELATIONS) -> tuple[Relation, ...]:
    """The relations between kinds that stand in the open data."""
    return tuple(r for r in relations if KINDS[r.source].public and KINDS[r.target].public)


@cache
def shown_from(kind: KindName) -> tuple[Relation, ...]:
    """Published relations whose links stand on things of a kind."""
    return shown(leading_from(kind))


@cache
def shown_to(kind: KindName) -> tuple[Relation, ...]:
    """Published relations whose links lead to things of a kind."""
    return shown(leading_to(kind))


def about(site: Site) -> dict[str, str]:
    """What the data is, under which licence, and where it is explained."""
    return {
        "schema_version": SCHEMA_VERSION,
        "title": site.settings.name,
        "licence": licences.DEFAULT_ID,
        "documentation": f"{site.settings.url}about/data/",
    }


def counts(library: Library) -> dict[str, int]:
    """How many things of each kind there are."""
    return {kind.name: len(library.all(kind.name)) for kind in public()}
