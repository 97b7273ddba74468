"""A parser's own message as one of ours, for someone who has never seen YAML."""

from __future__ import annotations

import re
from itertools import pairwise

import yaml

from .text_file import ReadError

FAULTS = (
    ("mapping values are not allowed .* after a value", "two-colons"),
    ("mapping values are not allowed", "column"),
    ("could not find expected ':'", "no-field"),
    ("did not find expected (key|'-' indicator) .* after a value", "after-value"),
    ("did not find expected key", "group"),
    ("did not find expected '-' indicator", "list"),
    ("did not find expected <document start>", "document"),
    ("tab character|cannot start any token .* at a tab", "tab"),
    ("cannot start any token", "sign"),
    ("quoted scalar found unexpected", "quote"),
    ("while parsing a quoted scalar", "backslash"),
    ("did not find expected ',' or", "bracket"),
    ("maximum nesting depth", "depth"),
    ("did not find expected node content", "no-value"),
    ("block sequence entries are not allowed", "list-line"),
    ("undefined tag handle|while scanning a tag|while parsing a tag", "tag"),
    ("while scanning an alias", "alias"),
    ("while scanning an anchor", "anchor"),
    ("directive|incompatible YAML", "directive"),
    ("while scanning a block scalar", "block"),
)
"""A pattern in what the parser reports, and the message under ``yaml/``; the first that fits
counts.
"""

OPENED = re.compile(
    r"could not find expected ':'|quoted scalar found unexpected|did not find expected ',' or"
)
"""What the parser notices only later: these faults are reported where they begin."""

BEGUN = re.compile(r"[:-]\s")
"""A value has begun on this line."""
QUOTE = re.compile(r"\s*(?:- (?:[a-z_]+: )?|[a-z_]+: )'(?P<rest>.*)")
FIELD = re.compile(r"\s*(?:- )?[a-z_]+:(?: |$)")


def parser_fault(err: yaml.YAMLError, text: str) -> ReadError:
    """The fault at the line where the mistake is, with that line quoted."""
    reported = f"{getattr(err, 'context', '') or ''} {getattr(err, 'problem', '') or err}"
    begin, end = getattr(err, "context_mark", None), getattr(err, "problem_mark", None)
    mark = begin if begin and OPENED.search(reported) else end or begin
    lines = text.split("\n")
    line, column = (min(mark.line + 1, len(lines)), mark.column + 1) if mark else (1, 1)
    above = _comment_above(lines, line) if "did not find expected key" in reported else 0
    if above:
        return ReadError(above, 1, "yaml/comment", quoted=lines[above - 1].strip()[:80])
    key, (line, column) = _key_and_place(reported, lines, line, column)
    quoted = lines[line - 1].strip()[:80]
    return ReadError(line, column, key, quoted=f": {quoted}" if quoted else "")


def _key_and_place(
    reported: str, lines: list[str], line: int, column: int
) -> tuple[str, tuple[int, int]]:
    """The key of the message, and the line and column of the mistake."""
    if "did not find expected" in reported and (opened := _quote_above(lines[:line])):
        return "yaml/quote", opened
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    return _key(reported, before, after), (line, column)


def _quote_above(lines: list[str]) -> tuple[int, int] | None:
    """The line and column of a single quote that is not closed on its line, where the next line is
    another field. An apostrophe further down closed it.
    """
    for number, (line, below) in enumerate(pairwise(lines), 1):
        found = QUOTE.match(line)
        if found and FIELD.match(below) and "'" not in found["rest"].replace("''", ""):
            return number, found.start("rest")
    return None


def _comment_above(lines: list[str], line: int) -> int:
    """The line of a comment right above a line, and further left than it, or 0."""
    above = line - 1
    while above and not lines[above - 1].strip():
        above -= 1
    words = lines[above - 1].lstrip(" ") if above else ""
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip(" "))
    return above if words.startswith("#") and len(lines[above - 1]) - len(words) < indent else 0


def _key(reported: str, before: str, after: str) -> str:
    """The key of the message for what the parser reports, between two parts of a line."""
    full = (
        f"{reported}"
        f" {' after a value' if BEGUN.search(before) else ''}"
        f"{' at a tab' if after[:1] == chr(9) else ''}"
    )
    return next((f"yaml/{name}" for pattern, name in FAULTS if re.search(pattern, full)), "yaml")
