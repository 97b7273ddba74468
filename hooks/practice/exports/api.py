"""The open data: `/api/v1/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .. import licences
from ..digest import digest, plain_bytes
from ..kinds import KINDS, KindName
from ..library.library import Library
from ..library.relations import RELATIONS, leading_from, leading_to
from ..rendering.output import Output
from ..rendering.site import Site

VERSION = "api/v1/"
FORMAT = {"ensure_ascii": False, "separators": (",", ":")}


def files(site: Site) -> Iterator[Output]:
    """Every file of the API."""
    library = site.library
    shown = digest(site.code, library.digest)
    yield _json(site, "index.json", index(site))
    yield _json(site, "themes.json", [_theme(site, id) for id in library.all("theme")])
    yield _json(site, "key-points.json", [_key_point(site, id) for id in library.all("key-point")])
    yield Output(
        f"{VERSION}examples.json",
        digest(b"examples", shown),
        lambda: _bytes([_row(site, id) for id in library.all("example")]),
    )
    yield Output(f"{VERSION}graph.json", digest(b"graph", shown), lambda: _graph_bytes(library))
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
            for name in ("examples", "themes", "key-points", "graph")
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


def _json(site: Site, name: str, value: Any) -> Output:
    raw = _bytes(value)
    return Output(f"{VERSION}{name}", digest(raw), lambda: raw)


def _bytes(value: Any) -> bytes:
    return json.dumps(value, **FORMAT).encode()  # type: ignore[arg-type]


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


def _links(site: Site, kind: KindName, id: str) -> tuple:
    """Links in both directions: (relation, direction, ids)."""
    library = site.library
    out = [
        (r.name, "forwards", ids) for r in leading_from(kind) if (ids := library.links(r.name, id))
    ]
    back = [
        (r.name, "backwards", ids)
        for r in leading_to(kind)
        if (ids := library.linked_from(r.name, id))
    ]
    return (*out, *back)


def _linked(links: tuple) -> list[dict[str, Any]]:
    return [
        {"relation": name, "direction": direction, "ids": ids} for name, direction, ids in links
    ]


def _example(site: Site, id: str) -> Output:
    """An example with its links."""
    links = _links(site, "example", id)
    key = digest(
        site.code, site.library.file_digests[id], plain_bytes(links), site.settings.url.encode()
    )
    return Output(f"{VERSION}examples/{id}.json", key, lambda: _told(site, id, links))


def _told(site: Site, id: str, links: tuple) -> bytes:
    example = site.library.all("example")[id]
    own = example.model_dump_json(
        by_alias=True, exclude_none=True, exclude={"consent", "privacy", "checked_by_role"}
    )
    url = json.dumps(f"{site.settings.url}examples/{id}/")
    linked = json.dumps(_linked(links), **FORMAT)  # type: ignore[arg-type]
    return f'{own[:-1]},"url":{url},"links":{linked}}}'.encode()


def _theme(site: Site, id: str) -> dict[str, Any]:
    theme = site.library.all("theme")[id]
    url = site.settings.url + site.library.address("theme", id)
    return {
        "id": id,
        "title": theme.title,
        "description": theme.description,
        "family": theme.family,
        "url": url,
        "links": _linked(_links(site, "theme", id)),
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
