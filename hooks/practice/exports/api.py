"""The open data: `/api/v1/`, every kind of the registry in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from ..digest import digest, plain_bytes
from ..kinds import Kind, followed, public
from ..library import former
from ..rendering.output import (
    Output,
    Parts,
    batches,
    compact_json,
    json_bytes,
    ready,
    separated,
)
from ..rendering.site import Site
from .data import openapi, records, schemas
from .data.records import SCHEMA_VERSION

VERSION = "api/v1/"


def files(site: Site) -> Iterator[Output]:
    """Every file of the API."""
    yield _json("index.json", index(site))
    yield _lazy(site, "openapi.json", b"", lambda: json_bytes(openapi.description(site)))
    yield _json("ids.json", ids(site))
    yield _lazy(site, "graph.json", _graph_key(site), Parts(partial(_graph, site)))
    for kind in public():
        yield _lazy(site, f"schema/{kind.name}.json", b"", partial(_schema, kind))
        things = [_thing(site, kind, id) for id in site.library.all(kind.name)]
        yield _list(site, kind, things)
        yield from things
    yield from _former(site)
    yield from _withdrawn(site)


def index(site: Site) -> dict[str, Any]:
    """What there is, where, and under which licence."""
    base = site.settings.url
    return {
        **records.about(site),
        "openapi": f"{base}{VERSION}openapi.json",
        "schema": f"{base}schema/example.schema.json",
        "files": {
            name: f"{base}{VERSION}{name}.json"
            for name in (*(kind.slug for kind in public()), "graph", "ids")
        },
        "example": f"{base}{VERSION}examples/{{id}}.json",
        "feed": f"{base}feeds/examples.xml",
        "feeds": [f"{base}{kind.feed('{id}')}.json" for kind in followed()],
        "counts": records.counts(site.library),
        "kinds": [_about(site, kind) for kind in public()],
        "relations": [
            {
                "name": r.name,
                "from": r.source,
                "to": r.target,
                "forwards": r.forwards,
                "backwards": r.backwards,
            }
            for r in records.shown()
        ],
    }


def _about(site: Site, kind: Kind) -> dict[str, Any]:
    at = f"{site.settings.url}{VERSION}"
    return {
        "kind": kind.name,
        "one": kind.singular_name,
        "several": kind.plural,
        "count": len(site.library.all(kind.name)),
        "list": f"{at}{kind.slug}.json",
        "thing": f"{at}{kind.slug}/{{id}}.json",
        "schema": f"{at}schema/{kind.name}.json",
    }


def ids(site: Site) -> dict[str, Any]:
    """Ids that things had before, examples that were withdrawn, and things that were retired."""
    renamed = {kind.slug: former.present(site.library, kind.name) for kind in public()}
    return {
        "schema_version": SCHEMA_VERSION,
        "former": dict(sorted(former.present(site.library, "example").items())),
        "renamed": {slug: dict(sorted(found.items())) for slug, found in renamed.items() if found},
        "withdrawn": [_note(site, id) for id in site.library.withdrawn],
        "retired": [_gone(site, one) for one in former.retired(site.library) if one.kind.public],
    }


def _gone(site: Site, one: former.RetiredThing) -> dict[str, Any]:
    """What is said of a thing that was retired."""
    entry = one.entry
    return {
        "kind": one.kind.name,
        "id": one.id,
        "status": "retired",
        "retired": {"on": entry.on, "reason": entry.reason, "see": list(entry.see)},
        "url": site.settings.url + former.address(one),
    }


def _note(site: Site, id: str) -> dict[str, Any]:
    withdrawn = site.library.withdrawn[id].withdrawn
    return {
        "id": id,
        "status": "withdrawn",
        "withdrawn": withdrawn.model_dump() if withdrawn else {},
        "url": f"{site.settings.url}examples/{id}/",
    }


def _nodes(site: Site) -> Iterator[dict[str, str]]:
    for kind in sorted(public(), key=lambda kind: kind.name):
        for id in site.library.all(kind.name):
            title, url = site.library.title(kind.name, id), records.url(site, kind, id)
            yield {"kind": kind.name, "id": id, "title": title, "url": url}


def _links(site: Site) -> Iterator[tuple[str, str, str]]:
    for relation in sorted(records.shown(), key=lambda relation: relation.name):
        for id in sorted(site.library.all(relation.source)):
            for target in site.library.links(relation.name, id):
                yield relation.name, id, target


def _graph_key(site: Site) -> bytes:
    parts = chain(batches(_nodes(site)), batches(_links(site)))
    return digest(*(digest(plain_bytes(part)) for part in parts))


def _graph(site: Site) -> Iterator[bytes]:
    """Every thing and every link, part by part."""
    yield b'{"schema_version":%b,"nodes":[' % json_bytes(SCHEMA_VERSION)
    yield from _items(_nodes(site))
    yield b'],"links":['
    yield from _items(_links(site))
    yield b"]}"


def _items(items: Iterable[Any]) -> Iterator[bytes]:
    """The items of a long list as JSON."""
    return separated(b",", (json_bytes(batch)[1:-1] for batch in batches(items)))


def _schema(kind: Kind) -> bytes:
    return json_bytes(schemas.thing(kind))


def _json(name: str, value: Any) -> Output:
    return ready(f"{VERSION}{name}", compact_json(value))


def _lazy(site: Site, name: str, covers: bytes, make: Callable[[], bytes]) -> Output:
    return Output(f"{VERSION}{name}", digest(site.code_digest, name.encode(), covers), make)


def _list(site: Site, kind: Kind, things: list[Output]) -> Output:
    """All things of a kind, in the order of the site: in short, less than their keys cover."""
    short = kind.short_in_lists
    key = digest(*(_rows(site, kind) if short else (thing.key for thing in things)))
    return _lazy(site, f"{kind.slug}.json", key, Parts(partial(_list_parts, site, kind)))


def _list_parts(site: Site, kind: Kind) -> Iterator[bytes]:
    return chain((b"[",), separated(b",", _rows(site, kind)), (b"]",))


def _rows(site: Site, kind: Kind) -> Iterator[bytes]:
    for id in site.library.all(kind.name):
        if kind.short_in_lists:
            yield json_bytes(records.short(site, kind, id))
        elif kind.name == "key-point":  # version 1 promises `examples` beside `links`
            found = site.library.linked_from("example-key-point", id)
            yield b'%b,"examples":%b}' % (records.record(site, kind, id)[:-1], json_bytes(found))
        else:
            yield records.record(site, kind, id)


def _thing(site: Site, kind: Kind, id: str) -> Output:
    """A thing with its links. An example's key is that of its file: it is rendered when it must
    be.
    """
    if kind.name == "example":
        links = plain_bytes(records.links(site.library, kind, id))
        covers = digest(site.library.file_digests[id], links)
    else:
        covers = records.record(site, kind, id)
    return _lazy(site, f"{kind.slug}/{id}.json", covers, partial(_thing_bytes, site, kind, id))


def _thing_bytes(site: Site, kind: Kind, id: str) -> bytes:
    version = json_bytes({"schema_version": SCHEMA_VERSION})
    return b"%b,%b" % (version[:-1], records.record(site, kind, id)[1:])


def _former(site: Site) -> Iterator[Output]:
    """A former id answers with the present thing, and that of a retired one with a note."""
    for kind, alias, id in former.renamed(site.library):
        if kind.public:
            path = f"{VERSION}{kind.slug}/{alias}.json"
            yield _thing(site, kind, id)._replace(path=path)
    for one in former.retired(site.library):
        if one.kind.public:
            note = {"schema_version": SCHEMA_VERSION, **_gone(site, one)}
            yield _json(f"{one.kind.slug}/{one.id}.json", note)


def _withdrawn(site: Site) -> Iterator[Output]:
    """A withdrawn example, and each id that it had, answers with the note."""
    for id, example in site.library.withdrawn.items():
        for name in (id, *example.aliases):
            note = {"schema_version": SCHEMA_VERSION, **_note(site, id)}
            yield _json(f"examples/{name}.json", note)
