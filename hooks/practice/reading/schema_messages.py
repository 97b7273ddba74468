"""What pydantic found, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..messages import TWO_DAYS, pattern_key
from ..model import FIRST_DAY, LAST_DAY, MAX_EASY_WORDS
from .marks import FieldPath


def field_name(loc: FieldPath) -> str:
    """How a field is named in a message: ``questions, item 2, ask``."""
    return (
        ", ".join(f"item {part + 1}" if isinstance(part, int) else str(part) for part in loc)
        or "the file"
    )


def explain(err: dict[str, Any], loc: FieldPath, model: type[BaseModel]) -> Explained:
    """The message for a finding of pydantic."""
    kind, given, ctx = err["type"], err["input"], err.get("ctx", {})
    if kind == "missing":
        return "required", {"described": _described(model, loc)}
    if kind == "extra_forbidden":
        known = _siblings(model, loc)
        nearest = did_you_mean(str(loc[-1]), known)
        return "unknown-field", {"nearest": nearest, "fields": ", ".join(known)}
    if kind not in FOUND:
        return "shape/other", {"error": err["msg"]}
    key, values = FOUND[kind](given, ctx)
    return key, {"given": _short(repr(given)), **values}


def _short(text: str) -> str:
    """The beginning of a text, where it is long."""
    return text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED]}…"


def _pattern(given: Any, ctx: dict[str, Any]) -> Explained:
    key = pattern_key(ctx["pattern"])
    if key == "date" and re.fullmatch(TWO_DAYS, given.strip()):
        return "date/two-days", {}
    return key, {"pattern": ctx["pattern"], "most": MAX_EASY_WORDS}


def _value(given: Any, ctx: dict[str, Any]) -> Explained:
    error = str(ctx.get("error", ""))
    if "no such day" in error:
        return "date/no-such-day", {"given": given}
    if "no likely year" in error:
        return "date/year", {"first": FIRST_DAY[:4], "last": LAST_DAY[:4]}
    return ("number", {}) if "whole number" in error else ("shape/kind", {"error": error})


MAX_QUOTED = 80
Explained = tuple[str, dict[str, Any]]
"""The key of a message, and its values."""

FOUND: dict[str, Callable[[Any, dict[str, Any]], Explained]] = {
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
"""What pydantic found, as the key of a message and its values."""


def _model_at(model: type[BaseModel], loc: FieldPath) -> type[BaseModel]:
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


def field_at(model: type[BaseModel], loc: FieldPath) -> FieldInfo | None:
    """The field at a place, or None where that is no field, such as an item of a list."""
    fields = _model_at(model, loc[:-1]).model_fields.items()
    return next((field for name, field in fields if loc[-1] in (name, field.alias)), None)


def _siblings(model: type[BaseModel], loc: FieldPath) -> list[str]:
    return [
        f.alias or n
        for n, f in _model_at(model, loc[:-1]).model_fields.items()
        if n not in ("id", "deck")
    ]


def _described(model: type[BaseModel], loc: FieldPath) -> str:
    field = field_at(model, loc)
    return f"{loc[-1]}: {field.description}" if field and field.description else f"{loc[-1]}: …"


def did_you_mean(word: str, known: list[str]) -> str:
    """``Did you mean 'x'? `` or `""`."""
    import difflib  # most libraries are read without it

    near = difflib.get_close_matches(word, known, 1, 0.6)
    return f"Did you mean {near[0]!r}? " if near else ""
