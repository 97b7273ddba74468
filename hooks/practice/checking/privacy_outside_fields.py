"""The privacy guard outside the fields of an example: in names of files, comments of examples,
hand-written pages and lists. Only what is certain is reported, since names of authors and numbers
of offices may stand there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice

from ..model import Problem
from ..reading import text_file
from ..reading.document import Record
from ..reading.folder import Reading
from ..reading.text_file import ReadError, position
from . import privacy

DIGIT_OR_AT = re.compile("[0-9@]")
"""Only a line or a name with a digit or an @ is searched: to search all would take too long."""
COMMENT = re.compile(r"#(?<![^ \t\n]#)[^\n]*[0-9@][^\n]*")
"""A comment with a digit or an @. The expression looks behind only where it found a #, which makes
the search quick.
"""


def problems(reading: Reading) -> Iterator[Problem]:
    """Yields the problems in the names and texts of all files but the examples."""
    for path in sorted({path for (kind, _), path in reading.files.items() if kind != "example"}):
        yield from _in_name(path)
        try:
            text = text_file.decode(text_file.read_bytes(path, path, text_file.MAX_LIST_BYTES))
        except (ReadError, OSError):
            continue
        lines = (line if DIGIT_OR_AT.search(line) else "" for line in text.split("\n"))
        yield from _in_text(path, "\n".join(lines))


def in_example(record: Record) -> Iterator[Problem]:
    """Yields the problems in the name and in the comments of an example's file."""
    yield from _in_name(record.path)
    for found in COMMENT.finditer(record.text):
        values = (mark for at, mark in record.marks.items() if isinstance(record.at(at), str))
        if not any(value.start <= found.start() < value.end for value in values):
            yield from _in_text(record.path, record.text, *found.span())


def _in_name(path: str) -> Iterator[Problem]:
    name = os.path.basename(path)
    for _, found in privacy.certain({"name": name}, ("name",)) if DIGIT_OR_AT.search(name) else ():
        message = f"in the name of the file, {found.message}"
        yield Problem(path, 1, 1, found.rule, message, found.hint)


def _in_text(path: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Problem]:
    for _, found in privacy.certain({"text": text[start:end]}, ("text",)):
        words = re.compile(r"\s+".join(map(re.escape, found.words.split())))
        at = next(islice(words.finditer(text, start), found.nth, None), None)
        place = position(text, at.start() if at else start)
        yield Problem(path, *place, found.rule, found.message, found.hint)
