"""The open data: `/api/v1/`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .. import licences
from ..digest import digest, plain_bytes
from ..kinds import KINDS, KindName
from ..library.library import Library
from ..library.relations import RELATIONS, leading_from, leading_to
from ..rendering.output import Output, compact_json, ready
from ..rendering.site import Site
from ..teaching import NOTICE

VERSION = "api/v1/"
MADE_UP_KINDS: tuple[KindName, ...] = ("scenario", "conversation", "record")
MADE_UP = tuple(KINDS[kind].plural for kind in MADE_UP_KINDS)


def files(site: Site) -> Iterator[Output]:
    """Every file of the API."""
    library = site.library
    key = digest(site.code, library.digest)
    yield _json("index.json", index(site))
    yield _json("themes.json", [_theme(site, id) for id in library.all("theme")])
    yield _json("key-points.json", [_key_point(site, id) for id in library.all("key-point")])
    for kind in MADE_UP_KINDS:
        yield _json(
            f"{KINDS[kind].plural}.json", [_made_up(site, kind, id) for id in library.all(kind)]
        )
    yield Output(
        f"{VERSION}examples.json",
        digest(b"examples", key),
        lambda: _bytes([_row(site, id) for id in library.all("example")]),
    )
    yield Output(f"{VERSION}graph.json", digest(b"graph", key), lambda: _graph_bytes(library))
    for id in library.all("example"):
        yield _example(site, id)


def index(site: Site) -> dict[str, Any]:
    """What there is, where, and under which licence."""
    base = site.settings.url
    return {
        "title": site.settings.name,
        "licence": licences.DEFAULT_ID,
        "schema": f"{base}schema/example.schema.json",
        "files": {
            name: f"{base}{VERSION}{name}.json"
            for name in ("examples", "themes", "key-points", *MADE_UP, "graph")
        },
        "example": f"{base}{VERSION}examples/{{id}}.json",
        "feed": f"{base}feeds/examples.xml",
        "counts": {kind: len(things) for kind, things in sorted(site.library.things.items())},
        "relations": [
            {
                "name": r.name,
                "from": r.source,
                "to": r.target,
                "forwards": r.forwards,
                "backwards": r.backwards,
            }
            for r in RELATIONS
        ],
    }


def graph(library: Library) -> dict[str, Any]:
    """Every thing and every link."""
    nodes = [
        {"kind": kind, "id": id, "title": library.title(kind, id)}
        for kind, things in sorted(library.things.items())
        for id in things
        if KINDS[kind].public
    ]
    edges = [
        [name, source, target]
        for (name, source), targets in sorted(library.forwards.items())
        for target in targets
    ]
    return {"nodes": nodes, "links": edges}


def _graph_bytes(library: Library) -> bytes:
    """The graph, part by part: at ten thousand examples the whole as one text would take 40 MB
    more.
    """
    return b"{%b}" % b",".join(
        b"%b:%b" % (_bytes(name), _bytes(part)) for name, part in graph(library).items()
    )


def _json(name: str, value: Any) -> Output:
    return ready(f"{VERSION}{name}", compact_json(value))


def _bytes(value: Any) -> bytes:
    return compact_json(value).encode()


def _row(site: Site, id: str) -> dict[str, Any]:
    e = site.library.all("example")[id]
    return {
        "id": id,
        "title": e.title,
        "summary": e.summary,
        "url": f"{site.settings.url}examples/{id}/",
        "kind": e.kind,
        "nation": e.nation,
        "settings": e.settings,
        "roles": e.roles,
        "themes": e.themes,
        "components": e.components,
        "added": e.added,
        "licence": e.licence,
    }


def _links(site: Site, kind: KindName, id: str) -> list[dict[str, Any]]:
    """The links of a thing in both directions, by relation."""
    library = site.library
    forwards = ((r.name, "forwards", library.links(r.name, id)) for r in leading_from(kind))
    backwards = ((r.name, "backwards", library.linked_from(r.name, id)) for r in leading_to(kind))
    return [
        {"relation": name, "direction": direction, "ids": ids}
        for name, direction, ids in (*forwards, *backwards)
        if ids
    ]


def _example(site: Site, id: str) -> Output:
    """An example with its links."""
    links = plain_bytes(_links(site, "example", id))
    key = digest(site.code, site.library.file_digests[id], links, site.settings.url.encode())
    return Output(f"{VERSION}examples/{id}.json", key, lambda: _example_bytes(site, id))


def _example_bytes(site: Site, id: str) -> bytes:
    fields = site.library.all("example")[id].model_dump_json(
        by_alias=True, exclude_none=True, exclude={"consent", "privacy", "checked_by_role"}
    )
    more = compact_json(
        {"url": f"{site.settings.url}examples/{id}/", "links": _links(site, "example", id)}
    )
    return f"{fields[:-1]},{more[1:]}".encode()


def _made_up(site: Site, kind: KindName, id: str) -> dict[str, Any]:
    """Something made up for learning in full, which says so first, with its links."""
    thing = site.library.all(kind)[id]
    fields = thing.model_dump(exclude_none=True) if isinstance(thing, BaseModel) else {}
    url = site.settings.url + site.library.address(kind, id)
    return {"notice": NOTICE, **fields, "url": url, "links": _links(site, kind, id)}


def _theme(site: Site, id: str) -> dict[str, Any]:
    theme = site.library.all("theme")[id]
    url = site.settings.url + site.library.address("theme", id)
    return {
        "id": id,
        "title": theme.title,
        "description": theme.description,
        "family": theme.family,
        "url": url,
        "links": _links(site, "theme", id),
    }


def _key_point(site: Site, id: str) -> dict[str, Any]:
    point, library = site.library.all("key-point")[id], site.library
    return {
        "id": id,
        "text": point.text,
        "url": site.settings.url + library.address("key-point", id),
        "guide": point.guide,
        "themes": point.themes,
        "examples": library.linked_from("example-key-point", id),
    }
