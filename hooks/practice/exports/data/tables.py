"""Things as rows of a table: one table for each kind, for spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ...kinds import Kind
from ...model import ID_PATTERN
from ...rendering.site import Site
from . import records, schemas

FIRST = ("id", "title", "url")
NOT_IN_TABLES = ("schema_version", "links")


class Column(NamedTuple):
    """A column of a table."""

    name: str
    number: bool
    """Whether it holds whole numbers."""
    prose: bool
    """Whether it holds text that people wrote, and not an id, a day or a choice."""
    one_id: bool
    """Whether it holds the id of another thing, and no more than one."""


@cache
def columns(kind: Kind) -> tuple[Column, ...]:
    """The columns of the table of a kind: id, title and address come first."""
    found = schemas.thing(kind)["properties"]
    names = (*FIRST, *(name for name in found if name not in (*FIRST, *NOT_IN_TABLES)))
    return tuple(_column(name, found[name]) for name in names)


def _column(name: str, about: dict[str, Any]) -> Column:
    choices = about.get("anyOf", [about])
    types = {choice.get("type") for choice in choices} - {"null"}
    text: dict[str, Any] = next(
        (choice for choice in choices if choice.get("type") == "string"), {}
    )
    written = bool(text) and not {"pattern", "enum", "const"} & text.keys()
    prose = written and name != "url" and text.get("format", "markdown") == "markdown"
    return Column(name, types == {"integer"}, prose, text.get("pattern") == ID_PATTERN)


def rows(site: Site, kind: Kind) -> Iterator[list[Any]]:
    """A row for each thing, in the order of the site; None for a field without a value."""
    names = [column.name for column in columns(kind)]
    for id, thing in site.library.all(kind.name).items():
        found = {**records.fields(kind, thing), "url": records.url(site, kind, id)}
        yield [found.get(name) for name in names]


def cell(value: Any) -> str | int:
    """A value as a person reads it in a cell: lists with semicolons, groups line by line."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        grouped = any(isinstance(item, dict) for item in value)
        return ("\n" if grouped else "; ").join(str(cell(item)) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {cell(inner)}" for name, inner in value.items())
    return value if isinstance(value, int) else str(value)
