"""What a file measures: a hand-written page, or the texts of a YAML file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from ..reading import document, ignored_files, text_file
from ..reading.document import Record
from . import readability
from .passages import Passage, passages
from .readability import Measured

NOT_PROSE = frozenset(
    (
        "also",
        "authors",
        "cited_as",
        "consent",
        "contributors",
        "knowledge",
        "licence",
        "organisation",
        "place",
        "privacy",
        "publisher",
        "read",
        "size",
        "sources",
        "themes",
        "to",
        "unless",
        "url",
        "words",
    )
)
"""Fields whose words are names, or what people look for."""


def files(paths: tuple[str, ...]) -> Iterator[str]:
    """Every page and YAML file among some paths, those of folders included, in order."""
    for path in paths:
        if os.path.isdir(path):
            yield from sorted(ignored_files.files(path, (".md", ".yml")))
        else:
            yield path


def measure(path: str) -> Measured:
    """What the running text of a file measures. Raises `ReadError` where it cannot be read."""
    raw = text_file.read_bytes(path, path, text_file.MAX_LIST_BYTES)
    if path.endswith(".md"):
        return readability.measure(passages(text_file.decode(raw)))
    record = document.read(raw, path)
    own = record.value if isinstance(record.value, dict) else {}
    names = readability.abbreviations(f"{own.get('organisation')} {own.get('title')}")
    return readability.measure(_passages(record, record.value, ()), names)


def _passages(record: Record, value: Any, path: tuple[Any, ...]) -> Iterator[Passage]:
    """The texts of a record. A word alone, such as an id or a choice, is not a text."""
    if isinstance(value, str) and " " in value.strip():
        yield from passages(value, record.mark(path).line)
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in NOT_PROSE:
                yield from _passages(record, inner, (*path, key))
