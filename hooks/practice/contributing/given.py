"""Options of the command line as the values of an example: ``--themes a,b --consent.basis composite
--questions.0.ask "…"``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..messages import sentences
from ..reading.schema import json_schema
from ..reading.schema_messages import did_you_mean
from ..reading.text_file import HIDDEN, JOINED, code_point
from . import write


class GivenError(ValueError):
    """An option that no field has, or that its field cannot take."""


def given(arguments: Sequence[str]) -> dict[str, Any]:
    """The values that some arguments give. Raises `GivenError` in plain words."""
    value: dict[str, Any] = {}
    for option, words in _pairs(arguments):
        path = option.split(".")
        known = list(json_schema()["properties"])
        if path[0] not in known:
            values = {"nearest": did_you_mean(path[0], known), "fields": ", ".join(known)}
            raise GivenError(sentences("option/unknown", given=repr(path[0]), **values))
        _put(value, path, words)
    return value


def _pairs(arguments: Sequence[str]) -> list[tuple[str, str]]:
    pairs, rest = [], list(arguments)
    while rest:
        option, equals, words = rest.pop(0).partition("=")
        if not option.startswith("--") or (not equals and not rest):
            raise GivenError(sentences("option/form", given=repr(option)))
        words = words if equals else rest.pop(0)
        check_characters(option, words)
        pairs.append((option[2:].replace("-", "_"), words))
    return pairs


def check_characters(option: str, words: str) -> None:
    """Raises `GivenError` where the words of an option hold a character that no file may hold."""
    if found := HIDDEN.search(words) or JOINED.search(words):
        values = {"given": repr(option), "code": code_point(found[0])}
        raise GivenError(sentences("option/hidden", **values))


def _put(value: dict[str, Any], path: list[str], words: str) -> None:
    own = write.non_null(json_schema()["properties"][path[0]])
    if len(path) == 1:
        several = own.get("type") == "array"
        value[path[0]] = (
            [part.strip() for part in words.split(",") if part.strip()] if several else words
        )
    elif len(path) == 2:
        _inside(value, path, {})[path[1]] = words
    else:
        items = _inside(value, path, [])
        number = int(path[1][:4]) if path[1].isascii() and path[1].isdigit() else len(items)
        if number >= len(items):  # the next one, however far its number lies ahead
            items.append({})
        one = items[min(number, len(items) - 1)]
        if not isinstance(one, dict):
            raise GivenError(sentences("option/twice", given=repr(path[0])))
        one[path[2]] = words


def _inside(value: dict[str, Any], path: list[str], empty: Any) -> Any:
    """The group or the list of a field, of which an option gives a part."""
    if not isinstance(inside := value.setdefault(path[0], empty), type(empty)):
        raise GivenError(sentences("option/twice", given=repr(path[0])))
    return inside
