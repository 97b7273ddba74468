"""Mends in single values of an example what is certain: lists, ids, choices, dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from ..reading.document import Record
from ..reading.schema import json_schema
from . import questions, write
from .names import Names, plain

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ /.-]+(\d{1,2}|[A-Za-z]{3,9})[ /.-]+(\d{4})")


Edit = tuple[int, int, str, str]
"""start, end, replacement, what was done"""


def edits(record: Record, names: Names) -> Iterator[Edit]:
    """What can be mended in single values: a list with one item, an id that is written in another
    way, a choice, a date.
    """
    schema = json_schema()
    for name, about in schema["properties"].items():
        if name in record.value:
            yield from _edits_in(record, (name,), about, schema, names)


def _edits_in(
    record: Record,
    path: tuple[Any, ...],
    about: dict[str, Any],
    schema: dict[str, Any],
    names: Names,
) -> Iterator[Edit]:
    own, value = write.bare(about), record.at(path)
    if "$ref" in own:
        group = schema["$defs"][own["$ref"].rsplit("/", 1)[-1]]
        fields = group["properties"]
        for name in value if isinstance(value, dict) else ():
            if name in fields:
                yield from _edits_in(record, (*path, name), fields[name], schema, names)
    elif own.get("type") == "array" and isinstance(value, list):
        for n in range(len(value)):
            yield from _edits_in(record, (*path, n), own["items"], schema, names)
    elif (
        own.get("type") == "array"
        and isinstance(value, str)
        and own["items"].get("type") == "string"
    ):
        items = [part.strip() for part in value.split(",") if part.strip()]
        right = [_right(path, own["items"], item, names) or item for item in items]
        if all(write.PLAIN.fullmatch(item) and " " not in item for item in right):
            yield (*_span(record, path), f"[{', '.join(right)}]", f"wrote {path[0]} as a list")
    elif isinstance(value, str):
        right_word = _right(path, own, value, names)
        if right_word and right_word != value:
            yield (*_span(record, path), right_word, f"wrote {right_word} for {value!r}")


def _right(path: tuple[Any, ...], own: dict[str, Any], value: str, names: Names) -> str | None:
    """What a value must mean, where only one thing can be meant."""
    kind = (
        "source"
        if path[-1:] == ("ref",)
        else questions.NAMED.get(path[0])
        if len(path) < 3
        else None
    )
    if kind:
        return names.meant(kind, value)
    if "enum" in own:
        return next((choice for choice in own["enum"] if plain(choice) == plain(value)), None)
    return day(value) if own.get("format") == "date" else None


def day(text: str) -> str | None:
    """A day as YYYY-MM-DD, where it is certain which is the day and which the month."""
    found = DAY.fullmatch(text.strip())
    if not found:
        return None
    first, month = (
        int(found[1]),
        (
            int(found[2])
            if found[2].isdigit()
            else MONTHS.index(found[2][:3].lower()) + 1
            if found[2][:3].lower() in MONTHS
            else 0
        ),
    )
    if found[2].isdigit() and first <= 12 and first != month:
        return None
    try:
        return datetime.date(int(found[3]), month, first).isoformat()
    except ValueError:
        return None


def _span(record: Record, path: tuple[Any, ...]) -> tuple[int, int]:
    mark = record.marks[path]
    return mark.start, mark.end
