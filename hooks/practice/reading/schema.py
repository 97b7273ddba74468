"""From a record to a checked thing, or to problems in plain words at their own lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..messages import say
from ..model import Example, Problem
from . import markdown
from .document import Record, Where
from .schema_messages import explain, field_at, field_name

MOST = 100
"""How many problems with the fields of one thing are told: nobody reads more."""


class Checked(NamedTuple):
    """The thing that a part of a record makes (None when it makes none), all problems, and the
    fields in which they stand.
    """

    thing: Any
    problems: list[Problem]
    bad: set[str]


def check(model: type[BaseModel], record: Record, path: Where = (), **given: Any) -> Checked:
    """What the part of a record at `path` makes; `given` are fields that do not stand in the file,
    such as the id.
    """
    value = record.at(path)
    if not isinstance(value, dict):
        return Checked(None, [problem(record, path, "shape", *say("shape/lines"))], set())
    thing, errors = _validated(model, {**value, **given})
    unknown = {e["loc"] for e in errors if e["type"] == "extra_forbidden"}
    empty = [loc for loc in _empty(value) if loc not in unknown and loc[0] not in given]
    told = [(name,) for name in given if name in value]
    problems = [
        *(
            _problem(model, record, path, e)
            for e in errors[:MOST]
            if e["loc"][:1] not in {(name,) for name in given}
        ),
        *(_empty_problem(model, record, path, loc) for loc in empty[:MOST]),
        *(
            problem(
                record,
                (*path, *loc),
                "unknown-field",
                *say("unknown-field/told", name=loc[0]),
                key=True,
            )
            for loc in told
        ),
    ]
    broken = list(_broken(value, long_fields(model)))
    problems += [
        problem(record, (*path, *loc), "one-line", *say("one-line", name=field_name(loc)))
        for loc in broken[:MOST]
    ]
    bad = {str(loc[0]) for loc in (*(e["loc"] for e in errors), *empty, *told, *broken) if loc}
    return Checked(None if problems else thing, problems, bad)


def sketch(model: type[BaseModel], record: Record, path: Where = (), **given: Any) -> Any:
    """What stands of a faulty thing: its sound fields, all others empty.

    For finding further problems, never for a page.
    """
    value, bad = record.at(path), check(model, record, path, **given).bad
    if not isinstance(value, dict):
        return None
    sound = {key: value[key] for key in value if key not in bad} | given
    return model.model_construct(**dict(_sketched(model, sound)))


def _sketched(model: type[BaseModel], sound: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in sound:
            yield key, TypeAdapter[Any](field.annotation or Any).validate_python(sound[key])
        elif field.is_required():
            yield key, () if get_origin(field.annotation) is tuple else None


def _validated(model: type[BaseModel], value: dict[str, Any]) -> tuple[Any, list[Any]]:
    try:
        return model.model_validate(value), []
    except ValidationError as err:
        return None, [e for e in err.errors(include_url=False) if not _told_elsewhere(e)]


def _told_elsewhere(error: Any) -> bool:
    """A value left empty is told as such; a list counts as too short when an item of it is
    faulty.
    """
    if error["type"] == "too_short":
        return bool(len(error["input"]) >= error["ctx"]["min_length"])
    return error["input"] is None and error["type"] != "extra_forbidden"


@cache
def long_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a model, and of models inside it, that are Markdown."""
    found: set[str] = set()
    schema = model.model_json_schema()
    for group in (schema, *schema.get("$defs", {}).values()):
        for name, about in group.get("properties", {}).items():
            if '"markdown"' in json.dumps(about):
                found.add(name)
    return frozenset(found)


def _broken(value: Any, allowed: frozenset[str], loc: Where = ()) -> Iterator[Where]:
    """The places of texts of more than one line, those of fields apart that may have more."""
    if isinstance(value, str):
        if "\n" in value.strip():
            yield loc
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in allowed:
                yield from _broken(inner, allowed, (*loc, key))


def _empty(value: Any, loc: Where = ()) -> Iterator[Where]:
    """The places of all values that are left empty."""
    if value is None:
        yield loc
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _empty(inner, (*loc, key))


def _empty_problem(model: type[BaseModel], record: Record, path: Where, loc: Where) -> Problem:
    field = field_at(model, loc)
    required = field is not None and field.is_required()
    key = "empty/item" if isinstance(loc[-1], int) else "empty/required" if required else "empty"
    return problem(record, (*path, *loc), "empty", *say(key, name=field_name(loc)), key=True)


def text_problem(record: Record, path: Where, fault: markdown.Fault) -> Problem:
    """A problem at the words of a text that may not stand there."""
    mark = record.find(path, fault.words, fault.nth)
    return Problem(record.path, mark.line, mark.column, fault.rule, fault.message, fault.hint)


def problem(
    record: Record,
    path: Where,
    rule: str,
    message: str,
    hint: str = "",
    *,
    key: bool = False,
    severity: str = "error",
) -> Problem:
    """A problem at the place of a value, or of its key."""
    mark = record.keys.get(path) if key else None
    mark = mark or record.mark(path)
    return Problem(record.path, mark.line, mark.column, rule, message, hint, severity)


def _problem(model: type[BaseModel], record: Record, path: Where, err: dict[str, Any]) -> Problem:
    loc = tuple(
        part for part in err["loc"] if not (isinstance(part, str) and part.startswith("function-"))
    )
    name = field_name(loc)
    rule, message, hint = explain(err, name, loc, model)
    return problem(record, (*path, *loc), rule, message, hint, key=rule == "unknown-field")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of an example's file: one source for the form, the editor, the command line
    and CI.
    """
    schema = Example.model_json_schema(by_alias=True)
    schema["properties"].pop("id")
    schema["required"].remove("id")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **with_bounds(schema)}


def with_bounds(value: Any) -> Any:
    """The schema with the bounds of numbers under their JSON Schema names; pydantic leaves them as
    they are behind a validator.
    """
    if isinstance(value, dict):
        return {
            {"ge": "minimum", "le": "maximum"}.get(key, key): with_bounds(inner)
            for key, inner in value.items()
        }
    return [with_bounds(inner) for inner in value] if isinstance(value, list) else value
