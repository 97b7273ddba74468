"""Drafts that wait for an editor: what each lacks, and what to ask its sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from ..checking import rules
from ..model import Problem
from ..reading import document, text_file
from ..reading.folder import Reading
from ..reading.schema import json_schema
from ..reading.text_file import ReadError
from . import questions, write


@dataclass(frozen=True)
class Draft:
    """A draft that waits."""

    id: str
    path: str
    added: str
    begins: str
    mend: tuple[Problem, ...]
    """What must not stand in it, such as a number that shows who a person is."""
    write: tuple[str, ...]
    """The fields that an editor fills in, in plain words."""
    ask: tuple[str, ...]
    """What to ask the sender."""
    notes: tuple[str, ...]
    """What the file says of itself in comments at its end."""


def drafts(reading: Reading, problems: Sequence[Problem], show: Any = str) -> list[Draft]:
    """Every draft of a data folder, the oldest first. `show` makes a path fit for a message."""
    found = [
        _draft(example.id, reading.files["example", example.id], problems, show)
        for example in reading.known("example")
        if example.status == "draft"
    ]
    return sorted(found, key=lambda draft: (draft.added, draft.id))


def _draft(id: str, path: str, problems: Sequence[Problem], show: Any) -> Draft:
    try:
        record = document.read(text_file.read_bytes(path, path), path)
        value, text = record.value, record.text
    except (ReadError, OSError):
        value, text = {}, ""
    lacking = tuple(_lacking(value))
    display = show(path)
    return Draft(
        id=id,
        path=display,
        added=str(value.get("added") or ""),
        begins=" ".join(str(value.get("title") or value.get("what_they_did") or "").split()[:12]),
        mend=tuple(p for p in problems if p.path == display and p.severity == "error"),
        write=tuple(questions.label(name) for name in lacking if name not in questions.ASKS),
        ask=tuple(questions.ASKS[name] for name in lacking if name in questions.ASKS),
        notes=tuple(_notes(text)),
    )


def _lacking(value: Mapping[str, Any]) -> Iterator[str]:
    """The fields that a published example of its kind needs and that have no value yet."""
    schema = json_schema()
    needed = {*schema["required"], *write.wanted(value)}
    if value.get("learning"):
        needed.add("learning_basis")
    yield from (name for name in schema["properties"] if name in needed and not value.get(name))
    consent = value.get("consent")
    if isinstance(consent, dict) and consent.get("basis") in rules.AGREED:
        yield from (name for name in rules.AGREEMENT if not consent.get(name))


def _notes(text: str) -> list[str]:
    """The comments at the end of a file."""
    lines = reversed(text.rstrip().split("\n"))
    notes = [line.lstrip("# ") for line in takewhile(lambda line: line.startswith("#"), lines)]
    return notes[::-1]
