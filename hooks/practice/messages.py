"""The messages of every rule: a message and a hint by key, with placeholders in braces.

The form on the site fills those of messages.json too, published as ``/schema/messages.json``, so
that the same fault has the same words everywhere. Those of file_messages.json are about files,
which no form has. A key is the rule's name, with a word after a stroke where a rule has more than
one message.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from .model import Problem


class Message(NamedTuple):
    """What is wrong, and what would be right."""

    message: str
    hint: str


def _table(name: str) -> dict[str, Message]:
    words = json.loads(Path(__file__).with_name(name).read_bytes())
    return {key: Message(*pair) for key, pair in words.items()}


MESSAGES = _table("messages.json")
FILE_MESSAGES = _table("file_messages.json")
"""Message and hint by key."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""A placeholder for a value. Other braces are left alone."""

PATTERNS = (
    ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "date"),
    ("^https", "link/https"),
    ("^Made up", "made-up"),
    ("^[a-z-]+:", "id/place"),
    ("(#[a-z0-9-]+)?", "id/guide"),
    ("^[a-z0-9]+(-", "id"),
    ("[0-9X]$", "id/orcid"),
    ("[.?]$", "easy-words"),
)
"""A part of the pattern that a value must match, and the message when it does not; the first that
fits counts.
"""


TWO_DAYS = r"(0?[1-9]|1[0-2])[ /.-]+(?!\1[ /.-])(?:0?[1-9]|1[0-2])[ /.-]+[0-9]{4}"
"""A day in digits whose month could be either of two numbers: 3/4/2026."""


def format_message(key: str, **values: Any) -> tuple[str, str]:
    """Message and hint, with the values in their places."""
    found = MESSAGES.get(key) or FILE_MESSAGES[key]
    return fill(found.message, values), fill(found.hint, values).strip()


def sentences(key: str, **values: Any) -> str:
    """Message and hint as sentences: for what is no problem of a line."""
    return "{}. {}".format(*format_message(key, **values))


def problem(
    path: str, line: int, column: int, key: str, /, severity: str = "error", **values: Any
) -> Problem:
    """The problem that a key names, at a place of a file."""
    return Problem(path, line, column, rule_of(key), *format_message(key, **values), severity)


def fill(template: str, values: dict[str, Any]) -> str:
    """A template with its values."""
    return PLACEHOLDER.sub(lambda place: str(values.get(place[1], place[0])), template)


def rule_of(key: str) -> str:
    """The name of the rule that a key belongs to."""
    return key.partition("/")[0]


def pattern_key(pattern: str) -> str:
    """The key of the message for a value that does not match a pattern."""
    return next((key for part, key in PATTERNS if part in pattern), "shape/form")
