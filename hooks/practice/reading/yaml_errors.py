"""A parser's own message, said in words that someone who has never seen YAML understands."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

SAYINGS = (
    (
        "mapping values are not allowed .* after a value",
        "there are two colons on this line",
        'Put the whole value in quotes, like this: title: "Talking points: a start"',
    ),
    (
        "mapping values are not allowed",
        "a field cannot begin here",
        (
            "Begin it in the same column as the fields above it. If it is in the right column, look"
            " at the line above: a name, a colon, a space, and then the value."
        ),
    ),
    (
        "could not find expected ':'",
        "this line is not a field, and not part of one",
        (
            "Write a name, a colon, a space, and then the value. Indent the lines of a longer text"
            " by two spaces."
        ),
    ),
    (
        "did not find expected (key|'-' indicator) .* after a value",
        "there are more words here, after the value has ended",
        "Put the whole value in quotes. Inside single quotes, write an apostrophe twice.",
    ),
    (
        "did not find expected key",
        "this line does not fit with the lines above it",
        "Look at the spaces at its start: the lines of one group begin in the same column.",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit with the list above it",
        "Begin each item of the list with a hyphen and a space, all in the same column.",
    ),
    (
        "did not find expected <document start>",
        "this line does not fit with what stands above it",
        "Look at the spaces at its start: the lines of one group begin in the same column.",
    ),
    (
        "tab character|cannot start any token .* at a tab",
        "there is a tab here",
        "Use spaces instead of the tab.",
    ),
    (
        "cannot start any token",
        "a value cannot begin with this character",
        "Put the value in quotes.",
    ),
    (
        "quoted scalar found unexpected",
        "a quote is opened here and never closed",
        "Close it with the same mark, or take it away.",
    ),
    (
        "while parsing a quoted scalar",
        "a backslash inside double quotes has a special meaning",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "did not find expected ',' or",
        "a bracket is opened here and not closed, or a comma is missing",
        "Write lists like this: [care-home, carers]",
    ),
    (
        "maximum nesting depth",
        "this is far too many levels deep",
        "Take out some of the indents or brackets.",
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        "Write the value, or delete the line.",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin on the same line as its name",
        "Start the list on the next line.",
    ),
    (
        "undefined tag handle|while scanning a tag|while parsing a tag",
        "! has a special meaning in YAML",
        "Put the words in quotes.",
    ),
    (
        "while scanning an alias",
        "* at the start of a value has a special meaning in YAML",
        "Put the words in quotes.",
    ),
    (
        "while scanning an anchor",
        "& at the start of a value has a special meaning in YAML",
        "Put the words in quotes.",
    ),
    (
        "directive|incompatible YAML",
        "% at the start of a line has a special meaning in YAML",
        "Put the words in quotes.",
    ),
    (
        "while scanning a block scalar",
        "after | or > there must be nothing else on the line",
        "Start the text on the next line, indented by two spaces.",
    ),
)
"""(a pattern in what the parser says, what it means, what to do); the first that fits counts."""

OPENED = re.compile(
    r"could not find expected ':'|quoted scalar found unexpected|did not find expected ',' or"
)
"""What the parser notices only later: these faults are shown where they begin."""

BEGUN = re.compile(r"[:-]\s")
"""A value has begun on this line."""


def parser_fault(
    err: yaml.YAMLError, text: str, fault: Callable[[int, int, str, str, str], Exception]
) -> Exception:
    """A `Fault` at the line where the mistake is, with that line shown."""
    said = f"{getattr(err, 'context', '') or ''} {getattr(err, 'problem', '') or err}"
    begin, end = getattr(err, "context_mark", None), getattr(err, "problem_mark", None)
    mark = begin if begin and OPENED.search(said) else end or begin
    lines = text.split("\n")
    line, column = (min(mark.line + 1, len(lines)), mark.column + 1) if mark else (1, 1)
    above = _comment_above(lines, line) if "did not find expected key" in said else 0
    if above:
        shown = lines[above - 1].strip()[:80]
        words = f"this comment ends the text above it: {shown}"
        return fault(above, 1, "yaml", words, "Move it above the name of the field.")
    shown = lines[line - 1]
    meaning, hint = _meaning(said, shown[: column - 1], shown[column - 1 :])
    shown = shown.strip()[:80]
    return fault(line, column, "yaml", f"{meaning}: {shown}" if shown else meaning, hint)


def _comment_above(lines: list[str], line: int) -> int:
    """The line of a comment right above a line, and further left than it, or 0."""
    above = line - 1
    while above and not lines[above - 1].strip():
        above -= 1
    words = lines[above - 1].lstrip(" ") if above else ""
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip(" "))
    return above if words.startswith("#") and len(lines[above - 1]) - len(words) < indent else 0


def _meaning(said: str, before: str, after: str) -> tuple[str, str]:
    full = (
        f"{said}"
        f" {' after a value' if BEGUN.search(before) else ''}"
        f"{' at a tab' if after[:1] == chr(9) else ''}"
    )
    unknown = "this line cannot be read", "Compare it with the template: name, colon, space, value."
    return next(
        ((meaning, hint) for pattern, meaning, hint in SAYINGS if re.search(pattern, full)), unknown
    )
