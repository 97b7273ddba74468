"""Where everything stands in a document. Few files have a problem, so it is only read for those."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

FieldPath = tuple[Any, ...]
"""The path of a value in a document: ``("questions", 0, "ask")``."""


class Mark(NamedTuple):
    """Where a scalar, a list or a mapping stands: line and column from 1, and its span in the
    text.
    """

    line: int
    column: int
    start: int
    end: int


class DocumentMarks(NamedTuple):
    """The places of all values and of all keys, and the path of what is still open at the end."""

    values: dict[FieldPath, Mark]
    keys: dict[FieldPath, Mark]
    path: FieldPath


def document_marks(text: str, end: int | None = None) -> DocumentMarks:
    """The places in a text that can be read, up to the name of a field that begins at `end`."""
    values: dict[FieldPath, Mark] = {}
    keys: dict[FieldPath, Mark] = {}
    path: FieldPath = ()
    step: str | int | None = 0  # what comes next in the innermost box; None where that is a name
    around: list[tuple[FieldPath, str | int | None]] = []
    for event in iter(yaml.cyaml.CParser(text).get_event, None):
        if isinstance(event, yaml.CollectionEndEvent):
            values[path] = values[path]._replace(end=event.end_mark.index)
            path, step = around.pop()
        elif isinstance(event, yaml.NodeEvent) and step is None:
            if event.start_mark.index == end:
                break
            step = event.value
            keys[(*path, step)] = _mark(event)
        elif isinstance(event, yaml.NodeEvent):
            where = (*path, step) if around else ()
            values[where] = _mark(event)
            step = step + 1 if isinstance(step, int) else None
            if isinstance(event, yaml.CollectionStartEvent):
                around.append((path, step))
                path, step = where, 0 if isinstance(event, yaml.SequenceStartEvent) else None
    return DocumentMarks(values, keys, path)


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1, start.index, event.end_mark.index)
