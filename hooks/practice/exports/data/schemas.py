"""JSON Schemas of what the open data holds, from the same models that check the files."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ...kinds import Kind
from ...reading.schema import with_bounds

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LINK = {
    "type": "object",
    "description": "Links of one relation. The list of relations stands in index.json.",
    "properties": {
        "relation": {"type": "string"},
        "direction": {"enum": ["forwards", "backwards"]},
        "ids": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Ids; that of a guide may name a section: guide#section.",
        },
    },
    "required": ["relation", "direction", "ids"],
    "additionalProperties": False,
}
OWN = {
    "schema_version": {"type": "string", "description": "The version of the open data."},
    "title": {"type": "string"},
    "url": {"type": "string", "format": "uri", "description": "Its page on the site."},
    "links": {"type": "array", "items": LINK},
}
"""What every thing has beside its own fields."""


RENAMED = {"url": "source_url"}
"""Fields of files whose name the open data has for something else."""


@cache
def _model(kind: Kind) -> str:
    return json.dumps(with_bounds(TypeAdapter(kind.model).json_schema(by_alias=True)))


@cache
def has_title(kind: Kind) -> bool:
    """Whether the title is a field of its own, and not another field by another name."""
    return "title" in json.loads(_model(kind))["properties"]


@cache
def has_url(kind: Kind) -> bool:
    """Whether it has an address of its own beside that of its page here."""
    return "url" in json.loads(_model(kind))["properties"]


@cache
def thing(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a thing in full."""
    schema: dict[str, Any] = json.loads(_model(kind))
    for name in kind.withheld:
        _withhold(schema, *name.split("."))
    schema["title"] = kind.singular_name.capitalize()
    own = {RENAMED.get(name, name): about for name, about in schema["properties"].items()}
    schema["properties"] = {**OWN, **own}
    required = [name for name in schema.get("required", ()) if name in schema["properties"]]
    schema["required"] = sorted({*required, "id", "title", "url", "links"})
    schema.setdefault("additionalProperties", False)
    return {"$schema": DIALECT, **_without_unused(schema)}


def _withhold(schema: dict[str, Any], name: str, inner: str = "") -> None:
    if not inner:
        del schema["properties"][name]
        return
    group = schema["$defs"][schema["properties"][name]["items"]["$ref"].rpartition("/")[2]]
    del group["properties"][inner]
    group["required"] = [field for field in group["required"] if field != inner]


def _without_unused(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with the definitions alone that it names."""
    defs = schema.pop("$defs", {})
    used: dict[str, Any] = {}
    todo = json.dumps(schema)
    while found := {name for name in defs if f'"#/$defs/{name}"' in todo} - used.keys():
        used |= {name: defs[name] for name in sorted(found)}
        todo = json.dumps([defs[name] for name in sorted(found)])
    return {**schema, "$defs": used} if used else schema


@cache
def short_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that lists have: texts, numbers, days, and lists of ids."""
    found = thing(kind)["properties"]
    names = (name for name in found if name not in OWN or name == "title")
    return tuple(name for name in names if _is_short(found[name]))


@cache
def short_attributes(kind: Kind) -> set[str]:
    """The short fields of a kind, by their names in the code."""
    names, model = set(short_fields(kind)), kind.model
    aliases = {
        field.alias or name: name for name, field in getattr(model, "model_fields", {}).items()
    }
    return {aliases.get(name, name) for name in names}


@cache
def markdown_fields(kind: Kind) -> frozenset[str]:
    """The names of all fields that are Markdown."""
    found = thing(kind)["properties"]
    return frozenset(name for name, about in found.items() if '"markdown"' in json.dumps(about))


@cache
def markdown_names(kind: Kind) -> frozenset[str]:
    """The names of the fields that are Markdown, those inside groups and lists too."""
    groups = [thing(kind), *thing(kind).get("$defs", {}).values()]
    return frozenset(
        name
        for group in groups
        for name, about in group.get("properties", {}).items()
        if "$ref" not in json.dumps(about) and '"markdown"' in json.dumps(about)
    )


def _is_short(about: dict[str, Any]) -> bool:
    choices = about.get("anyOf", [about])
    if any(choice.get("type") == "array" for choice in choices):
        return "pattern" in about.get("items", {})
    return not any("$ref" in c or c.get("format") == "markdown" for c in choices)


def row(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a thing as a list has it: in full, or its short fields."""
    full = thing(kind)
    if not kind.short_in_lists:
        return full
    names = ("id", "title", "url", *short_fields(kind))
    return {
        "$schema": DIALECT,
        "type": "object",
        "title": f"{kind.singular_name.capitalize()}, in short",
        "properties": {name: full["properties"][name] for name in dict.fromkeys(names)},
        "required": sorted(set(names)),
    }
