"""From a record to a checked thing, or to problems in plain words at their own lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from .. import messages
from ..model import Example, Problem
from . import markdown
from .document import Record
from .marks import FieldPath
from .schema_messages import explain, field_at, field_name

MAX_PROBLEMS = 100
"""How many problems with the fields of one thing are reported: nobody reads more."""


class Checked(NamedTuple):
    """The thing that a part of a record makes (None when it makes none), all problems, and the
    fields in which they stand.
    """

    thing: Any
    problems: list[Problem]
    bad: set[str]


def check(model: type[BaseModel], record: Record, path: FieldPath = (), **given: Any) -> Checked:
    """What the part of a record at `path` makes; `given` are fields that do not stand in the file,
    such as the id.
    """
    value = record.at(path)
    if not isinstance(value, dict):
        return Checked(None, [problem(record, path, "shape/lines")], set())
    thing, errors = _validated(model, {**value, **given})
    unknown = {e["loc"] for e in errors if e["type"] == "extra_forbidden"}
    nothing, lines = _odd(value)
    empty = [loc for loc in nothing if loc not in unknown and loc[0] not in given]
    forbidden = [(name,) for name in given if name in value]
    own = (e for e in errors[:MAX_PROBLEMS] if not e["loc"] or e["loc"][0] not in given)
    problems = [_problem(model, record, path, e) for e in own]
    problems += [_empty_problem(model, record, path, loc) for loc in empty[:MAX_PROBLEMS]]
    problems += [
        problem(record, (*path, *loc), "unknown-field/forbidden", of_key=True, name=loc[0])
        for loc in forbidden
    ]
    broken = [
        loc
        for loc in lines
        if long_fields(model).isdisjoint(loc)
        and unknown.isdisjoint(loc[:n] for n in range(1, len(loc) + 1))
    ]
    problems += [
        problem(record, (*path, *loc), "one-line", name=field_name(loc))
        for loc in broken[:MAX_PROBLEMS]
    ]
    bad = {str(loc[0]) for loc in (*(e["loc"] for e in errors), *empty, *forbidden, *broken) if loc}
    return Checked(None if problems else thing, problems, bad)


def sketch(model: type[BaseModel], record: Record, path: FieldPath = (), **given: Any) -> Any:
    """The sketch of a faulty thing: its sound fields, all others empty.

    For finding further problems. The preview alone shows one: of a hand-written page.
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
        return None, [e for e in err.errors(include_url=False) if not _reported_elsewhere(e)]


def _reported_elsewhere(error: Any) -> bool:
    """A value left empty is reported as such; a list counts as too short when an item of it is
    faulty.
    """
    if error["type"] == "too_short":
        return bool(len(error["input"]) >= error["ctx"]["min_length"])
    return error["input"] is None and error["type"] != "extra_forbidden"


@cache
def long_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a model, and of models inside it, that are Markdown."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        types = list(_types(field.annotation))
        if any(_is_markdown(one) for one in (field, *types)):
            found.add(field.alias or name)
        for inner in types:
            if isinstance(inner, type) and issubclass(inner, BaseModel) and inner is not model:
                found |= long_fields(inner)
    return frozenset(found)


def _types(annotation: Any) -> Iterator[Any]:
    """A type, all types that it is made of, and what is noted beside them."""
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _is_markdown(noted: Any) -> bool:
    extra = noted.json_schema_extra if isinstance(noted, FieldInfo) else None
    return isinstance(extra, dict) and extra.get("format") == "markdown"


def _odd(value: dict[str, Any]) -> tuple[list[FieldPath], list[FieldPath]]:
    """The places in a mapping of all values that are left empty, and of all texts of more than one
    line.
    """
    empty: list[FieldPath] = []
    lines: list[FieldPath] = []

    def walk(value: Any, loc: FieldPath) -> None:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, str):
                if "\n" in inner and "\n" in inner.strip():
                    lines.append((*loc, key))
            elif inner is None:
                empty.append((*loc, key))
            else:
                walk(inner, (*loc, key))

    walk(value, ())
    return empty, lines


def _empty_problem(
    model: type[BaseModel], record: Record, path: FieldPath, loc: FieldPath
) -> Problem:
    field = field_at(model, loc)
    required = field is not None and field.is_required()
    key = "empty/item" if isinstance(loc[-1], int) else "empty/required" if required else "empty"
    return problem(record, (*path, *loc), key, of_key=True, name=field_name(loc))


def text_problem(record: Record, path: FieldPath, fault: markdown.TextViolation) -> Problem:
    """A problem at the words of a text that may not stand there."""
    mark = record.find(path, fault.words, fault.nth)
    return Problem(record.path, mark.line, mark.column, fault.rule, fault.message, fault.hint)


def problem(
    record: Record, path: FieldPath, key: str, /, *, of_key: bool = False, **values: Any
) -> Problem:
    """The problem that `key` names, at the place of a value, or of the name of its field."""
    mark = (record.keys.get(path) if of_key else None) or record.mark(path)
    return messages.problem(record.path, mark.line, mark.column, key, **values)


def _problem(
    model: type[BaseModel], record: Record, path: FieldPath, err: dict[str, Any]
) -> Problem:
    loc = tuple(
        part for part in err["loc"] if not (isinstance(part, str) and part.startswith("function-"))
    )
    key, values = explain(err, loc, model)
    of_key = key == "unknown-field"
    return problem(record, (*path, *loc), key, of_key=of_key, name=field_name(loc), **values)


@cache
def json_schema() -> dict[str, Any]:
    """The JSON Schema of an example's file: one source for the form, the editor, the command line
    and CI. Nobody changes it.
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
