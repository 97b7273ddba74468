"""From a record to a checked thing, or to problems in plain words at their own lines."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ..messages import TWO_DAYS, pattern_key, rule_of, say
from ..model import FIRST_DAY, LAST_DAY, Example, Problem
from . import markdown
from .document import Record, Where

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
    field = _field(model, loc)
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
    rule, message, hint = _say(err, name, loc, model)
    return problem(record, (*path, *loc), rule, message, hint, key=rule == "unknown-field")


def field_name(loc: Where) -> str:
    """How a field is named in a message: ``questions, item 2, ask``."""
    return (
        ", ".join(f"item {part + 1}" if isinstance(part, int) else str(part) for part in loc)
        or "the file"
    )


def _say(
    err: dict[str, Any], name: str, loc: Where, model: type[BaseModel]
) -> tuple[str, str, str]:
    kind, given, ctx = err["type"], err["input"], err.get("ctx", {})
    if kind == "missing":
        key, values = "required", {"described": _described(model, loc)}
    elif kind == "extra_forbidden":
        known = _siblings(model, loc)
        key, values = (
            "unknown-field",
            {"nearest": did_you_mean(str(loc[-1]), known), "fields": ", ".join(known)},
        )
    else:
        key, values = (
            FOUND[kind](given, ctx) if kind in FOUND else ("shape/other", {"error": err["msg"]})
        )
    return rule_of(key), *say(key, name=name, **{"given": _quoted(given), **values})


def _quoted(given: Any) -> str:
    """A value as a message shows it: its beginning, where it is long."""
    return _short(repr(given))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"


def _pattern(given: Any, ctx: dict[str, Any]) -> Told:
    key = pattern_key(ctx["pattern"])
    if key == "date" and re.fullmatch(TWO_DAYS, given.strip()):
        return "date/two-days", {}
    return key, {"pattern": ctx["pattern"]}


def _value(given: Any, ctx: dict[str, Any]) -> Told:
    error = str(ctx.get("error", ""))
    if "no such day" in error:
        return "date/no-such-day", {"given": given}
    if "no likely year" in error:
        return "date/year", {"first": FIRST_DAY[:4], "last": LAST_DAY[:4]}
    return ("number", {}) if "whole number" in error else ("shape/kind", {"error": error})


LONGEST_QUOTED = 80
Told = tuple[str, dict[str, Any]]
"""The key of a saying, and its values."""

FOUND: dict[str, Callable[[Any, dict[str, Any]], Told]] = {
    "string_type": lambda g, c: ("shape/text", {}),
    "string_too_short": lambda g, c: (
        "too-short",
        {"count": len(g.strip()), "least": c["min_length"]},
    ),
    "string_too_long": lambda g, c: (
        "too-long",
        {"count": f"{len(g.strip()):,}", "most": f"{c['max_length']:,}"},
    ),
    "string_pattern_mismatch": _pattern,
    "tuple_type": lambda g, c: (
        ("list/group", {"first": next(iter(g))})
        if isinstance(g, dict) and g
        else ("list", {"given": _short(g) if isinstance(g, str) else "one, two"})
    ),
    "too_short": lambda g, c: ("too-few", {"count": c["actual_length"], "least": c["min_length"]}),
    "too_long": lambda g, c: (
        "too-many",
        {"count": c.get("actual_length") or len(g), "most": c["max_length"]},
    ),
    "literal_error": lambda g, c: ("choice", {"choices": c["expected"].replace(" or ", ", ")}),
    "int_parsing": lambda g, c: ("number", {}),
    "int_type": lambda g, c: ("number/kind", {}),
    "bool_type": lambda g, c: ("choice/truth", {}),
    "bool_parsing": lambda g, c: ("choice/truth", {}),
    "greater_than_equal": lambda g, c: ("number/small", {"given": g, "least": c["ge"]}),
    "less_than_equal": lambda g, c: ("number/large", {"given": g, "most": c["le"]}),
    "model_type": lambda g, c: ("shape/group", {}),
    "model_attributes_type": lambda g, c: ("shape/group", {}),
    "value_error": _value,
    "url_parsing": lambda g, c: ("link/address", {}),
}
"""What pydantic found, as the key of a saying and its values."""


def _model_at(model: type[BaseModel], loc: Where) -> type[BaseModel]:
    for part in loc:
        if isinstance(part, str):
            field = next((f for n, f in model.model_fields.items() if part in (n, f.alias)), None)
            inner = _inner(field.annotation) if field else None
            if inner is None:
                return model
            model = inner
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for a in getattr(annotation, "__args__", ()) if (found := _inner(a))), None)


def _field(model: type[BaseModel], loc: Where) -> FieldInfo | None:
    """The field at a place, or None for an item of a list."""
    fields = _model_at(model, loc[:-1]).model_fields.items()
    return next((field for name, field in fields if loc[-1] in (name, field.alias)), None)


def _siblings(model: type[BaseModel], loc: Where) -> list[str]:
    return [
        f.alias or n
        for n, f in _model_at(model, loc[:-1]).model_fields.items()
        if n not in ("id", "deck")
    ]


def _described(model: type[BaseModel], loc: Where) -> str:
    field = _field(model, loc)
    return f"{loc[-1]}: {field.description}" if field and field.description else f"{loc[-1]}: …"


def did_you_mean(word: str, known: list[str]) -> str:
    """``Did you mean 'x'? `` or nothing."""
    near = difflib.get_close_matches(word, known, 1, 0.6)
    return f"Did you mean {near[0]!r}? " if near else ""


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
