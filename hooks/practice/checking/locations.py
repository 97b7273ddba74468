"""Where in its file a thing says something.

Files are read again for it: only a problem needs to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..kinds import KindName
from ..messages import problem
from ..model import Problem
from ..reading import page, text_file
from ..reading.document import Record
from ..reading.folder import Reading
from ..reading.marks import FieldPath, Mark
from ..reading.text_file import ReadError

ID_CHARACTER = re.compile(r"[a-z0-9#-]")
"""What follows the words of a link when its id goes on."""


class Reference(NamedTuple):
    """A thing refers to another by its id."""

    kind: KindName
    id: str
    within: FieldPath
    """The path of the field that refers to it; empty for a typed ref, ``kind:id``."""
    target: str
    ref: str


class Locator:
    """Locates the values of a reading in their files; each file is read once."""

    def __init__(self, reading: Reading):
        self.reading = reading
        self.records: dict[str, Record] = {}

    def path(self, kind: KindName, id: str) -> str:
        """The file of a thing."""
        return self.reading.files[kind, id]

    def at(self, kind: KindName, id: str, path: FieldPath) -> Mark:
        """The place of a thing's value."""
        record = self._record(self.path(kind, id))
        return record.mark((*_base(record, kind, id), *path))

    def words_at(self, kind: KindName, id: str, path: FieldPath, words: str, nth: int) -> Mark:
        """The place of some words inside a thing's value; `nth` counts the same words before
        them.
        """
        record = self._record(self.path(kind, id))
        return record.find((*_base(record, kind, id), *path), words, nth)

    def of(self, reference: Reference) -> list[Mark]:
        """Every place at which a thing names another; at least one."""
        record = self._record(self.path(reference.kind, reference.id))
        base = _base(record, reference.kind, reference.id)
        marks = (
            _scalars(record, base, reference)
            or self._mentions(reference)
            or (reference.within and _links(record, base, reference))
            or _full(record, base, reference)
            or _links(record, base, reference)
        )
        return marks or [record.mark((*base, *reference.within))]

    def problem(self, kind: KindName, id: str, path: FieldPath, key: str, **values: Any) -> Problem:
        """The problem at a thing's value; `key` names its message, `values` fill it."""
        return problem(self.path(kind, id), *self.at(kind, id, path)[:2], key, **values)

    def problems(
        self, reference: Reference, key: str, values: dict[str, Any], first: int = 0
    ) -> Iterator[Problem]:
        """One problem for every place at which a thing names another, from place `first` on."""
        marks = self.of(reference)
        for mark in marks[first:] or marks:
            yield problem(self.path(reference.kind, reference.id), *mark[:2], key, **values)

    def _mentions(self, reference: Reference) -> list[Mark]:
        path = self.path(reference.kind, reference.id)
        mentions = (
            m
            for p in self.reading.pages.values()
            if self.path("page", p.file) == path
            for m in p.mentions
        )
        return [
            Mark(m.line, m.column, 0, 0)
            for m in mentions
            if (m.kind, m.ref) == (reference.target, reference.ref)
        ]

    def _record(self, path: str) -> Record:
        if path not in self.records:
            self.records[path] = _read(path)
        return self.records[path]


def _read(path: str) -> Record:
    try:
        return page.record(text_file.read_bytes(path, path, text_file.MAX_LIST_BYTES), path)
    except (ReadError, OSError):
        return Record(path, "")


def _base(record: Record, kind: KindName, id: str) -> FieldPath:
    """Where a thing begins in its file: an item of a list, a card of a deck, or the whole."""
    items: Any = record.value
    base: FieldPath = ()
    if kind == "card" and isinstance(items, dict):
        items, base = items.get("cards"), ("cards",)
    found = (
        (n for n, item in enumerate(items) if isinstance(item, dict) and item.get("id") == id)
        if isinstance(items, list)
        else iter(())
    )
    number = next(found, None)
    return () if number is None else (*base, number)


def _scalars(record: Record, base: FieldPath, reference: Reference) -> list[Mark]:
    """Values of the field that are the id itself, or the kind and the id."""
    field = (*base, *reference.within)
    inside = [(p, m) for p, m in record.marks.items() if p[: len(field)] == field]
    plain = [m for p, m in inside if reference.within and record.at(p) == reference.ref]
    return plain or _full(record, field, reference)


def _full(record: Record, within: FieldPath, reference: Reference) -> list[Mark]:
    """Values anywhere below a place that are the kind and the id."""
    full = f"{reference.target}:{reference.ref}"
    inside = [(p, m) for p, m in record.marks.items() if p[: len(within)] == within]
    return [m for p, m in inside if record.at(p) == full]


def _links(record: Record, base: FieldPath, reference: Reference) -> list[Mark]:
    """Links by kind and id inside texts."""
    found = record.find_all((*base, *reference.within), f"{reference.target}:{reference.ref}")
    return [mark for mark in found if not ID_CHARACTER.match(record.text, mark.end)]
