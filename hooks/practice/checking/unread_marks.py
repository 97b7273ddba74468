"""Marks of other kinds of Markdown, which a page would show as they are written: notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..messages import problem
from ..model import STORY_FIELDS, Problem
from ..reading import text_file
from ..reading.folder import Reading
from ..reading.text_file import ReadError, position
from .locations import Locator

MARKS = re.compile(
    r"(?P<footnote>\[\^[^\]\s]+\])"
    r"|(?P<strike>~~(?=\S)[^~\n]+~~)"
    r"|(?P<highlight>(?<!=)==(?=[^\s=])[^=\n]+==(?!=))"
    r"|(?P<emoji>(?<![\w:]):[a-z][a-z_]+:(?![\w:]))"
    r"|(?P<wiki>\[\[[^\[\]\n]+\]\])"
    r"|(?P<braces>\{\{[^{}\n]*\}\})"
    r"|(?P<gap>\]\((?:https?://)[^()\s]*[ ][^()\"'\n]*\))"
    r"|(?P<bare>(?<![\w(<\"'/=])(?<!\]: )https?://[^\s<>)\]]+)"
)
PLAIN_PARTS = ("[^", "~~", "==", "[[", "{{")
LIKELY = (
    re.compile(r":[a-z][a-z_]+:"),
    re.compile(r"\]\(https?://[^()\s]*[ `<]"),
    re.compile(r"http(?<![\w(<\"'/=]http)s?://"),
)
"""Where a text has none of these and no plain part, it has no mark, and most texts have none."""
SKIPPED = re.compile(
    r"<!--.*?-->|(?P<ticks>`+).*?(?P=ticks)|^(?:[ ]{4}|\t)[^\n]*", re.DOTALL | re.MULTILINE
)
"""Comments and code."""


def advice(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A note for each mark in examples and hand-written pages."""
    for id, example in reading.things.get("example", {}).items():
        for field in STORY_FIELDS:
            text = getattr(example, field) or ""
            for found in _marks(text):
                nth = text.count(found[0], 0, found.start())
                mark = locator.words_at("example", id, (field,), found[0], nth)
                yield _problem(locator.path("example", id), mark.line, mark.column, found)
    for file in reading.pages:
        yield from _in_page(reading.files["page", file])


def _in_page(path: str) -> Iterator[Problem]:
    try:
        text = text_file.decode(text_file.read_bytes(path, path))
    except (ReadError, OSError):
        return
    begin = text.find("\n---\n", 3) + 1 if text.startswith("---\n") else 0
    for found in _marks(text):
        if found.start() >= begin:
            yield _problem(path, *position(text, found.start()), found)


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Every mark of a text, outside code and comments."""
    if not any(part in text for part in PLAIN_PARTS) and not any(
        one.search(text) for one in LIKELY
    ):
        return iter(())
    return MARKS.finditer(SKIPPED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text))


def _problem(path: str, line: int, column: int, found: re.Match[str]) -> Problem:
    key, given = f"unread-mark/{found.lastgroup}", repr(found[0][:60])
    return problem(path, line, column, key, "note", given=given)
