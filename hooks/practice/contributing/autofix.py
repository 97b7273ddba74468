"""Mends in the text of an example what is certain: spaces, quotation marks, lists, dates, ids, the
order of fields. Comments stay.

Whatever could mean two things is left alone; `practice check` tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from ..reading import document, text_file
from ..reading.document import Record
from ..reading.text_file import HARD_SPACE, HIDDEN, ReadError
from . import autofix_values, write
from .autofix_values import Edit
from .names import Names

MAX_QUOTED = 60
"""Lines that are put in quotation marks in one file, at most."""
LINE = re.compile(r"(?P<lead>[ ]*(?:- )?[A-Za-z_]+:[ ]+)(?P<value>\S.*?)[ ]*")
OPENS_TEXT = re.compile(r":[ ]+[|>][-+]?[ ]*$")
"""The end of a line above a text of several lines."""
NEEDS_QUOTES = frozenset("@`%&*!")
"""A value that begins with one of these needs quotation marks; so does one with a colon and a space
in it.
"""
NEED_QUOTES = frozenset(("yaml", "no-anchors", "no-tags", "comment-in-line"))
"""Rules that a value without quotation marks can break."""
OPENED = frozenset("\"'[{|>")
MAYBE_COMMENT = re.compile(r" #(?!\d)")
"""What may be a comment or words: only who wrote it knows. #1 is words."""


class Fixed(NamedTuple):
    """A text, and what was done to it: (line, what was done) in the order of the work."""

    text: str
    done: tuple[tuple[int, str], ...]


def autofix(raw: bytes, names: Names) -> Fixed:
    """The text of an example, mended. What cannot be read is returned as it was."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Fixed(raw.decode("utf-8", "replace"), ())
    done: list[tuple[int, str]] = []
    values = partial(_values, names=names)
    for step in (_line_ends, _hard_spaces, _quotes, _trailing_spaces, values, _order):
        text, found = step(text)
        done += found
    return Fixed(text, tuple(done))


def _line_ends(text: str) -> Fixed:
    mended = (
        text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    )
    return Fixed(mended, () if mended == text else ((1, "made the ends of lines plain"),))


def _hard_spaces(text: str) -> Fixed:
    """Makes a space plain where YAML needs a plain one, and takes it from the end of a value."""
    done = []
    while found := HARD_SPACE.search(text):
        start, end = found.span(found.lastgroup or 0)
        line = text_file.position(text, start)[0]
        instead = " " * (end - start) if found.lastgroup == "begin" else ""
        column = _column_of_text(text.split("\n"), line)
        if column and not text[found.start() : start].strip():
            start, instead = found.start(), " " * column
        text = text[:start] + instead + text[end:]
        done.append((line, "made a hard space plain"))
    return Fixed(text, tuple(done))


def _column_of_text(lines: list[str], line: int) -> int:
    """Where the lines of the text begin that a line belongs to (after a | or >), or 0."""
    inside: list[int] = []
    for above in reversed(lines[: line - 1]):
        if OPENS_TEXT.search(above):
            name = len(above) - len(above.lstrip(" -"))
            return min((n for n in inside if n > name), default=name + 2)
        if above.strip():
            inside.append(len(above) - len(above.lstrip(" ")))
            if not inside[-1]:
                return 0
    return 0


def _record(text: str) -> Record | None:
    try:
        return document.read(text.encode(), "example.yml")
    except (ReadError, UnicodeEncodeError):
        return None


def _quotes(text: str) -> Fixed:
    """Puts values in quotation marks where YAML would misread a character in them."""
    done = []
    for _ in range(MAX_QUOTED):
        try:
            document.read(text.encode(), "example.yml")
            break
        except ReadError as fault:
            lines = text.split("\n")
            quoted = _quoted(lines[fault.line - 1])
            if fault.rule not in NEED_QUOTES or quoted is None or _goes_on(lines, fault.line):
                break
            lines[fault.line - 1] = quoted
            text = "\n".join(lines)
            done.append((fault.line, "put the value in quotation marks"))
    return Fixed(text, tuple(done))


def _quoted(line: str) -> str | None:
    found = LINE.fullmatch(line)
    if not found or found["value"][0] in OPENED or HIDDEN.search(line):
        return None
    value = found["value"]
    if MAYBE_COMMENT.search(value):
        return None
    needs = value[0] in NEEDS_QUOTES or ": " in value or " #" in value or value.endswith(":")
    return found["lead"] + write.scalar(value) if needs and write.scalar(value) != value else None


def _goes_on(lines: list[str], line: int) -> bool:
    """Whether the value on a line goes on below it."""
    below = lines[line] if line < len(lines) else ""
    start = lines[line - 1]
    return len(below) - len(below.lstrip(" ")) > len(start) - len(start.lstrip(" -"))


def _trailing_spaces(text: str) -> Fixed:
    """Takes spaces from the ends of lines, but not inside a text: there two of them are a line
    break.
    """
    record = _record(text)
    if record is None:
        return Fixed(text, ())
    inside = [
        (mark.start, mark.end)
        for path, mark in record.marks.items()
        if isinstance(record.at(path), str) and "\n" in text[mark.start : mark.end].strip()
    ]
    edits = [
        (found.start(), found.end(), "", "took away spaces at the end of the line")
        for found in re.finditer(r"[ \t]+(?=\n)", text)
        if not any(start <= found.start() < end for start, end in inside)
    ]
    return _edited(text, edits)


def _values(text: str, names: Names) -> Fixed:
    record = _record(text)
    if record is None or not isinstance(record.value, dict):
        return Fixed(text, ())
    return _edited(text, list(autofix_values.edits(record, names)))


def _edited(text: str, edits: list[Edit]) -> Fixed:
    """A text with some edits. One after which the file could no longer be read is left out."""
    done = []
    for start, end, instead, what in sorted(edits, reverse=True):
        tried = text[:start] + instead + text[end:]
        if _record(tried) is not None:
            done.append((text_file.position(text, start)[0], what))
            text = tried
    return Fixed(text, tuple(reversed(done)))


def _order(text: str) -> Fixed:
    """Puts the fields into the order of the template, each with the comments above it."""
    record = _record(text)
    if record is None or not isinstance(record.value, dict) or text.lstrip().startswith("{"):
        return Fixed(text, ())
    given = [path[0] for path in record.keys if len(path) == 1]
    ordered = list(write.in_order(dict.fromkeys(given)))
    if given == ordered:
        return Fixed(text, ())
    head, chunks = _chunks(text, {name: record.keys[name,].line for name in given})
    moved = head + "".join(chunks[name] for name in ordered)
    after = _record(moved)
    if after is None or after.value != record.value:
        return Fixed(text, ())
    return Fixed(moved, ((1, "put the fields into the order of the template"),))


def _chunks(text: str, lines: Mapping[str, int]) -> tuple[str, dict[str, str]]:
    """The lines above all fields, and the lines of each field with the comments above it, in the
    order of the file.
    """
    every = text.splitlines(keepends=True)
    starts = [_first_of(every, line - 1) for line in lines.values()]
    spans = zip(lines, starts, [*starts[1:], len(every)], strict=True)
    return "".join(every[: starts[0]]), {
        name: "".join(every[start:end]) for name, start, end in spans
    }


def _first_of(every: list[str], key: int) -> int:
    """The line where the comments right above a field begin.

    The line for editors, at the top of the file, is nobody's.
    """
    line = key
    while (
        line and every[line - 1].startswith("#") and "yaml-language-server" not in every[line - 1]
    ):
        line -= 1
    return line
