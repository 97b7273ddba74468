"""The description of the API: OpenAPI 3.1, made of the registry and of the schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ... import licences
from ...kinds import Kind, public
from ...rendering.output import compact_json
from ...rendering.site import Site
from . import records, schemas

ID = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "The id of the thing. An id that it had before answers as well.",
    "schema": {"type": "string"},
}
STRING = {"type": "string"}
STRINGS = {"type": "array", "items": STRING}
OBJECTS = {"type": "array", "items": {"type": "object"}}
ADDRESS = {"type": "string", "format": "uri"}
DAY = {"type": "string", "format": "date"}


def _each(values: dict[str, Any], **about: Any) -> dict[str, Any]:
    """An object that has any names, each with such a value."""
    return {"type": "object", **about, "additionalProperties": values}


def _all(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has all of some fields."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _note(title: str, status: str, first: tuple[str, ...], more: dict[str, Any]) -> dict[str, Any]:
    """The note in place of a thing that is no longer there; `more` is said of how it went."""
    properties = {
        "schema_version": STRING,
        **dict.fromkeys(first, STRING),
        "status": {"const": status},
        status: {"type": "object", "properties": {"on": DAY, "reason": STRING, **more}},
        "url": ADDRESS,
    }
    required = [*first, "status", status, "url"]
    return {"type": "object", "title": title, "properties": properties, "required": required}


SEE = {**STRINGS, "description": "Where to go instead, as kind:id."}
SCHEMAS = {
    "index": _all(
        {
            "schema_version": STRING,
            "counts": _each({"type": "integer"}),
            "kinds": OBJECTS,
            "relations": OBJECTS,
        }
    ),
    "graph": _all(
        {
            "schema_version": STRING,
            "nodes": {
                "type": "array",
                "items": _all(dict.fromkeys(("kind", "id", "title", "url"), STRING)),
            },
            "links": {
                "type": "array",
                "description": "Relation, id of its source, id of its target.",
                "items": {**STRINGS, "minItems": 3, "maxItems": 3},
            },
        }
    ),
    "ids": _all(
        {
            "schema_version": STRING,
            "former": _each(STRING),
            "renamed": _each(
                _each(STRING), description="For each kind the present id by each former one."
            ),
            "withdrawn": {"type": "array", "items": {"$ref": "#/$defs/withdrawn"}},
            "retired": {"type": "array", "items": {"$ref": "#/$defs/retired"}},
        }
    ),
    "withdrawn": _note("Withdrawn example", "withdrawn", ("id",), {}),
    "retired": _note("Retired entry", "retired", ("kind", "id"), {"see": SEE}),
}
"""What the API answers beside things and lists of them."""


def description(site: Site) -> dict[str, Any]:
    """The whole description."""
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{site.settings.name}: open data",
            "version": records.SCHEMA_VERSION,
            "summary": "Everything in the library, as files that only need to be fetched.",
            "license": {"name": licences.DEFAULT.name, "url": licences.DEFAULT.url},
        },
        "externalDocs": {"url": f"{site.settings.url}about/data/"},
        "servers": [{"url": f"{site.settings.url}api/v1"}],
        "paths": dict(_paths()),
        "components": {"schemas": _components()},
    }
    return _with_components(whole)


def _paths() -> Iterator[tuple[str, Any]]:
    for name, what in (
        ("index", "What there is, and where"),
        ("graph", "Every thing and every link"),
        ("ids", "Former ids, and what was withdrawn or retired"),
    ):
        yield f"/{name}.json", _get(f"get-{name}", what, _ref(name))
    yield "/openapi.json", _get("get-openapi", "This description", {"type": "object"})
    fields = _get("get-schema", "The fields of a kind, as a JSON Schema", {"type": "object"})
    yield "/schema/{kind}.json", {"parameters": [_kind()], **fields}
    for kind in public():
        rows = {"type": "array", "items": _ref(f"{kind.name}-row")}
        yield f"/{kind.slug}.json", _get(f"list-{kind.slug}", f"All {kind.plural}", rows)
        note = "withdrawn" if kind.name == "example" else "retired"
        answer = {"oneOf": [_ref(kind.name), _ref(note)]}
        one = _get(f"get-{kind.name}", f"One {kind.singular_name}", answer)
        one["get"]["responses"]["404"] = {"description": f"There is no such {kind.singular_name}."}
        yield f"/{kind.slug}/{{id}}.json", {"parameters": [ID], **one}


def _kind() -> dict[str, Any]:
    """The name of a kind in an address."""
    return {
        "name": "kind",
        "in": "path",
        "required": True,
        "description": "The name of a kind, as it stands in the index.",
        "schema": {"type": "string", "enum": [kind.name for kind in public()]},
    }


def _get(id: str, summary: str, answer: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": answer}}
    response = {"description": summary, "content": content}
    return {"get": {"operationId": id, "summary": summary, "responses": {"200": response}}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _components() -> dict[str, Any]:
    """Every schema; definitions inside a kind's schema become components beside it."""
    found: dict[str, Any] = {**SCHEMAS}
    for kind in public():
        for name, schema in ((kind.name, schemas.thing(kind)), _row(kind)):
            own = {key: value for key, value in schema.items() if key not in ("$schema", "$defs")}
            found |= {**schema.get("$defs", {}), name: own}
    return found


def _row(kind: Kind) -> tuple[str, dict[str, Any]]:
    row = schemas.row(kind)
    if kind.name == "key-point":
        row = {**row, "properties": {**row["properties"], "examples": STRINGS}}
    return f"{kind.name}-row", row


def _with_components(value: dict[str, Any]) -> dict[str, Any]:
    """The description with every reference leading to a component."""
    text = compact_json(value).replace('"#/$defs/', '"#/components/schemas/')
    found: dict[str, Any] = json.loads(text)
    return found
