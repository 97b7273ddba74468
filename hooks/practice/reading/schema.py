"""From a record to a checked thing, or to problems in plain words at their own lines."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Annotated, Any, NamedTuple, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..model import Example, Problem
from . import text
from .document import Record

MOST = 100
"""How many problems with the fields of one thing are told: nobody reads more."""


class Checked(NamedTuple):
    """The thing that a part of a record makes (None when it makes none), all problems, and the fields in which they stand."""

    thing: Any
    problems: list[Problem]
    bad: set[str]


def check(model: type[BaseModel], record: Record, path: tuple = (), **given: Any) -> Checked:
    """What the part of a record at `path` makes; `given` are fields that do not stand in the file, such as the id."""
    value = record.at(path)
    if not isinstance(value, dict):
        return Checked(None, [problem(record, path, "shape", "a list of “field: value” lines is needed here", "Look at the template.")], set())
    thing, errors = _validated(model, {**value, **given})
    unknown = {e["loc"] for e in errors if e["type"] == "extra_forbidden"}
    empty = [loc for loc in islice(_empty(value), MOST) if loc not in unknown and loc[0] not in given]
    told = [(name,) for name in given if name in value]
    problems = [
        *(_problem(model, record, path, e) for e in errors if e["loc"][:1] not in {(name,) for name in given}),
        *(_empty_problem(record, (*path, *loc), field_name(loc)) for loc in empty),
        *(problem(record, (*path, *loc), "unknown-field", f"{loc[0]} is not written here", "Delete this line: the file's name says it.", key=True) for loc in told),
    ]
    bad = {str(loc[0]) for loc in (*(e["loc"] for e in errors), *empty, *told) if loc}
    return Checked(None if problems else thing, problems, bad)


def sketch(model: type[BaseModel], record: Record, path: tuple = (), **given: Any) -> Any:
    """What stands of a faulty thing: its sound fields, all others empty. For finding further problems, never for a page."""
    value, bad = record.at(path), check(model, record, path, **given).bad
    if not isinstance(value, dict):
        return None
    sound = {key: value[key] for key in value if key not in bad} | given
    return model.model_construct(**dict(_sketched(model, sound)))


def _sketched(model: type[BaseModel], sound: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in sound:
            yield key, TypeAdapter(Annotated[field.annotation, field]).validate_python(sound[key])
        elif field.is_required():
            yield key, () if get_origin(field.annotation) is tuple else None


def _validated(model: type[BaseModel], value: dict[str, Any]) -> tuple[Any, list[Any]]:
    try:
        return model.model_validate(value), []
    except ValidationError as err:
        return None, [e for e in err.errors(include_url=False)[:MOST] if e["input"] is not None or e["type"] == "extra_forbidden"]


def _empty(value: Any, loc: tuple = ()) -> Iterator[tuple]:
    """The places of all values that are left empty."""
    if value is None:
        yield loc
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _empty(inner, (*loc, key))


def _empty_problem(record: Record, path: tuple, name: str) -> Problem:
    hint = "Write the value after the colon, or delete the line if you have nothing to say here."
    return problem(record, path, "empty", f"{name} is empty", hint, key=True)


def text_problem(record: Record, path: tuple, fault: text.Fault) -> Problem:
    """A problem at the words of a text that may not stand there."""
    mark = record.find(path, fault.words, fault.nth)
    return Problem(record.path, mark.line, mark.column, fault.rule, fault.message, fault.hint)


def problem(record: Record, path: tuple, rule: str, message: str, hint: str = "", *, key: bool = False, severity: str = "error") -> Problem:
    """A problem at the place of a value, or of its key."""
    mark = record.keys.get(path) if key else None
    mark = mark or record.mark(path)
    return Problem(record.path, mark.line, mark.column, rule, message, hint, severity)


def _problem(model: type[BaseModel], record: Record, path: tuple, err: dict) -> Problem:
    loc = tuple(part for part in err["loc"] if not (isinstance(part, str) and part.startswith("function-")))
    name = field_name(loc)
    rule, message, hint = _say(err, name, loc, model)
    return problem(record, (*path, *loc), rule, message, hint, key=rule == "unknown-field")


def field_name(loc: tuple) -> str:
    """How a field is named in a message: ``questions, item 2, ask``."""
    return ", ".join(f"item {part + 1}" if isinstance(part, int) else str(part) for part in loc) or "the file"


def _say(err: dict, name: str, loc: tuple, model: type[BaseModel]) -> tuple[str, str, str]:
    kind, given, ctx = err["type"], err["input"], err.get("ctx", {})
    if kind == "missing":
        return "required", f"{name} is missing", f"Add it: {_described(model, loc)}"
    if kind == "extra_forbidden":
        return "unknown-field", f"there is no field {name}", _nearest(str(loc[-1]), _siblings(model, loc))
    saying = SAYINGS.get(kind)
    return saying(name, given, ctx) if saying else ("shape", f"{name} is not of the right kind", str(err["msg"]))


def _pattern(name: str, given: Any, ctx: dict) -> tuple[str, str, str]:
    pattern = ctx["pattern"]
    for key, (rule, what, hint) in PATTERNS.items():
        if key in pattern:
            return rule, f"{name}: {given!r} is not {what}", hint
    return "shape", f"{name}: {given!r} is not of the right form", f"It must match {pattern}"


PATTERNS = {
    r"\d{4}-\d{2}-\d{2}": ("date", "a date as YYYY-MM-DD", "For example 2026-11-25."),
    "^https": ("link", "a web address that begins with https", "Copy it from the address bar. Put it in quotes if it has a # in it."),
    r"^[a-z-]+:": ("id", "a kind and an id", "For example example:aberdeen-inca or guide:risk#rights."),
    r"(#[a-z0-9-]+)?": ("id", "the id of a guide or of a section", "For example risk or risk#rights."),
    "^[a-z0-9]+(-": ("id", "an id", "Ids are small letters, digits and single hyphens, for example care-home."),
    r"[\dX]$": ("id", "an ORCID", "For example 0000-0002-1825-0097."),
}

SAYINGS: dict[str, Callable[[str, Any, dict], tuple[str, str, str]]] = {
    "string_type": lambda n, g, c: ("shape", f"{n} must be text, not a list or a group", "If the text has a colon or a bracket in it, put it in quotes."),
    "string_too_short": lambda n, g, c: ("too-short", f"{n} has {len(g.strip())} characters; {c['min_length']} is the least", "Say a little more."),
    "string_too_long": lambda n, g, c: ("too-long", f"{n} has {len(g.strip()):,} characters; {c['max_length']:,} is the most", "Shorten it."),
    "string_pattern_mismatch": _pattern,
    "tuple_type": lambda n, g, c: ("list", f"{n} must be a list", f"Write it in square brackets, like this: [{g if isinstance(g, str) else 'one, two'}]"),
    "too_short": lambda n, g, c: ("too-few", f"{n} has {c['actual_length']} items; {c['min_length']} is the least", "Add one."),
    "too_long": lambda n, g, c: ("too-many", f"{n} has {c.get('actual_length') or len(g)} items; {c['max_length']} is the most", "Keep the ones that matter most."),
    "literal_error": lambda n, g, c: ("choice", f"{n}: {g!r} is not one of the choices", f"Choose one of: {c['expected'].replace(' or ', ', ')}."),
    "int_parsing": lambda n, g, c: ("number", f"{n}: {g!r} is not a whole number", "Write digits only, for example 2019."),
    "int_type": lambda n, g, c: ("number", f"{n} must be a whole number", "Write digits only, for example 2019."),
    "bool_type": lambda n, g, c: ("choice", f"{n}: {g!r} is neither true nor false", "Write true or false."),
    "bool_parsing": lambda n, g, c: ("choice", f"{n}: {g!r} is neither true nor false", "Write true or false."),
    "greater_than_equal": lambda n, g, c: ("number", f"{n}: {g} is too small", f"The least is {c['ge']}."),
    "less_than_equal": lambda n, g, c: ("number", f"{n}: {g} is too large", f"The most is {c['le']}."),
    "model_type": lambda n, g, c: ("shape", f"{n} must be a group of “field: value” lines", "Look at the template for its fields."),
    "model_attributes_type": lambda n, g, c: ("shape", f"{n} must be a group of “field: value” lines", "Look at the template for its fields."),
    "value_error": lambda n, g, c: _value(n, g, str(c.get("error", ""))),
    "url_parsing": lambda n, g, c: ("link", f"{n}: {g!r} is not a web address", "Copy it from the address bar."),
}
"""What pydantic found, as (rule, message, hint)."""


def _value(name: str, given: Any, error: str) -> tuple[str, str, str]:
    if "no such day" in error:
        return "date", f"{name}: there is no day {given}", "Dates are year, month, day: 2026-11-25."
    if "whole number" in error:
        return "number", f"{name}: {given!r} is not a whole number", "Write digits only, for example 2019."
    return "shape", f"{name}: {given!r} is not of the right kind", error


def _model_at(model: type[BaseModel], loc: tuple) -> type[BaseModel]:
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


def _siblings(model: type[BaseModel], loc: tuple) -> list[str]:
    return [f.alias or n for n, f in _model_at(model, loc[:-1]).model_fields.items() if n not in ("id", "deck")]


def _described(model: type[BaseModel], loc: tuple) -> str:
    inner = _model_at(model, loc[:-1])
    field = next((f for n, f in inner.model_fields.items() if loc[-1] in (n, f.alias)), None)
    return f"{loc[-1]}: {field.description}" if field and field.description else f"{loc[-1]}: …"


def _nearest(word: str, known: list[str]) -> str:
    return f"{did_you_mean(word, known)}The fields here are: {', '.join(known)}."


def did_you_mean(word: str, known: list[str]) -> str:
    """``Did you mean 'x'? `` or nothing."""
    near = difflib.get_close_matches(word, known, 1, 0.6)
    return f"Did you mean {near[0]!r}? " if near else ""


def json_schema() -> dict:
    """The JSON Schema of an example's file: one source for the form, the editor, the command line and CI."""
    schema = Example.model_json_schema(by_alias=True)
    schema["properties"].pop("id")
    schema["required"].remove("id")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
