"""Writes present ids in place of former ones, in data, in texts and in hand-written pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..checking import references
from ..checking.directives import DIRECTIVES
from ..checking.locations import Locator
from ..kinds import KindName
from ..library.facets import BY_FACET
from ..model import Directive
from ..reading import page
from ..reading.document import Record
from ..reading.folder import Reading
from ..reading.text_file import ReadError
from .autofix import Fixed

ID_ENDS = r"(?![a-z0-9-])"


class Swap(NamedTuple):
    """A former id at its place, and its replacement."""

    line: int
    column: int
    before: str
    """A pattern of what may stand between the place and the id."""
    old: str
    new: str


def rewrite(reading: Reading) -> Iterator[tuple[str, Fixed]]:
    """Each file with a former id, and its text with the present one."""
    swaps: dict[str, set[Swap]] = defaultdict(set)
    for path, swap in (*_in_data(reading), *_in_directives(reading)):
        swaps[path].add(swap)
    for path, found in sorted(swaps.items()):
        with open(path, encoding="utf-8", newline="") as file:
            mended = _swapped(file.read(), sorted(found, reverse=True))
        if mended.done:
            text = _without_duplicates(path, mended.text, {swap.new for swap in found})
            yield path, Fixed(text, mended.done)


def _in_data(reading: Reading) -> Iterator[tuple[str, Swap]]:
    locator = Locator(reading)
    for reference, now in references.renamed(reading):
        old = reference.ref.partition("#")[0]
        for mark in locator.of(reference):
            before = rf"[\"']?(?:{re.escape(reference.target)}:)?"
            swap = Swap(mark.line, mark.column, before, old, now)
            yield locator.path(reference.kind, reference.id), swap


def _in_directives(reading: Reading) -> Iterator[tuple[str, Swap]]:
    for one in reading.pages.values():
        for directive in one.directives:
            for swap in _of_directive(reading, directive):
                yield reading.files["page", one.file], swap


def _of_directive(reading: Reading, directive: Directive) -> Iterator[Swap]:
    takes = DIRECTIVES.get(directive.name, {})
    for option, value, column in directive.options:
        kind = BY_FACET[option].kind if takes.get(option) == "ids" else None
        ids = [_now(reading, kind, id) for id in value.split(",")] if kind else [value]
        now = ",".join(dict.fromkeys(ids))
        if now != value:
            yield Swap(directive.line, column, rf"{re.escape(option)}=", value, now)


def _now(reading: Reading, kind: KindName, id: str) -> str:
    return id if reading.knows(kind, id) else reading.present_id(kind, id) or id


def _swapped(text: str, swaps: list[Swap]) -> Fixed:
    """The text with every swap whose id does stand at its place, the last place first."""
    lines = text.splitlines(keepends=True)
    done = []
    for swap in swaps:
        line = lines[swap.line - 1]
        pattern = re.compile(f"({swap.before}){re.escape(swap.old)}{ID_ENDS}")
        if found := pattern.match(line, swap.column - 1):
            lines[swap.line - 1] = line[: found.end(1)] + swap.new + line[found.end() :]
            done.append((swap.line, f"wrote {swap.new} for {swap.old!r}"))
    return Fixed("".join(lines), tuple(reversed(done)))


def _without_duplicates(path: str, text: str, ids: set[str]) -> str:
    """The text without the second of two equal items of a list, where one of some ids is named."""
    while (record := _record(path, text)) and (duplicate := _duplicate(record, ids)):
        shift = len(text) - len(record.text) if path.endswith(".md") else 0
        head, rest = ("---", text[3:]) if shift else ("", text)
        start, end = _span(record, duplicate)
        text = head + rest[:start] + rest[end:]
    return text


def _record(path: str, text: str) -> Record | None:
    try:
        return page.record(text.encode(), path)
    except ReadError:
        return None


def _duplicate(record: Record, ids: set[str]) -> tuple[Any, ...] | None:
    """The place of the second of two equal items."""
    for at in record.marks:
        if at and isinstance(at[-1], int) and isinstance(value := record.at(at), str):
            named = value.partition(":")[2] or value
            if named in ids and value in record.at(at[:-1])[: at[-1]]:
                return at
    return None


def _span(record: Record, at: tuple[Any, ...]) -> tuple[int, int]:
    """The span of an item of a list that is not its first, with what parts it from the others."""
    mark, before = record.marks[at], record.marks[(*at[:-1], at[-1] - 1)]
    if "\n" not in record.text[before.end : mark.start]:
        return before.end, mark.end
    start = record.text.rindex("\n", 0, mark.start)
    return start, record.text.find("\n", mark.end)
