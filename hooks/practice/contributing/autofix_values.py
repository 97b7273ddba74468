"""Mends in single values of an example what is certain: lists, ids, choices, dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from ..reading.document import Record
from ..reading.marks import FieldPath
from ..reading.schema import json_schema
from . import questions, write
from .names import Names, slugify

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ /.-]+(\d{1,2}|[A-Za-z]{3,9})[ /.-]+(\d{4})")


Edit = tuple[int, int, str, str]
"""start, end, replacement, what was done"""


def edits(record: Record, names: Names) -> Iterator[Edit]:
    """What can be mended in single values: a list with one item, an id that is written in another
    way, a choice, a date.
    """
    yield from _edits_in(record, (), json_schema()["properties"], names)


def _edits_in(
    record: Record, base: FieldPath, fields: dict[str, Any], names: Names
) -> Iterator[Edit]:
    """What can be mended in the fields of a group."""
    for name, about in fields.items():
        if name in record.at(base):
            yield from _edits_of(record, (*base, name), about, names)


def _edits_of(
    record: Record, path: FieldPath, about: dict[str, Any], names: Names
) -> Iterator[Edit]:
    own, value = write.non_null(about), record.at(path)
    is_list = own.get("type") == "array"
    if isinstance(value, dict) and not is_list:
        yield from _edits_in(record, path, write.group_of(own), names)
    elif is_list and isinstance(value, list):
        for n in range(len(value)):
            yield from _edits_of(record, (*path, n), own["items"], names)
    elif is_list and isinstance(value, str) and own["items"].get("type") == "string":
        items = [part.strip() for part in value.split(",") if part.strip()]
        right = [_right(path, own["items"], item, names) or item for item in items]
        if all(write.PLAIN.fullmatch(item) and " " not in item for item in right):
            yield (*_span(record, path), f"[{', '.join(right)}]", f"wrote {path[0]} as a list")
    elif isinstance(value, str):
        right_word = _right(path, own, value, names)
        if right_word and right_word != value:
            yield (*_span(record, path), right_word, f"wrote {right_word} for {value!r}")


def _right(path: FieldPath, own: dict[str, Any], value: str, names: Names) -> str | None:
    """What a value must mean, where only one thing can be meant; None otherwise."""
    named = questions.NAMED.get(path[0]) if len(path) < 3 else None
    if kind := "source" if path[-1] == "ref" else named:
        return names.meant(kind, value)
    if "enum" in own:
        return next((choice for choice in own["enum"] if slugify(choice) == slugify(value)), None)
    return day(value) if own.get("format") == "date" else None


def day(text: str) -> str | None:
    """A day as YYYY-MM-DD, where it is certain which is the day and which the month."""
    found = DAY.fullmatch(text.strip())
    if not found:
        return None
    first, month = int(found[1]), found[2]
    if month.isdigit() and first <= 12 and first != int(month):
        return None
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
        return datetime.date(int(found[3]), number, first).isoformat()
    except ValueError:  # no such month, or no such day
        return None


def _span(record: Record, path: FieldPath) -> tuple[int, int]:
    mark = record.marks[path]
    return mark.start, mark.end
