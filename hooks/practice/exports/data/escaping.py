"""Plain words as Markdown that shows them as they are, and no more marks than that needs."""

from __future__ import annotations

import re
from typing import Any

SPECIAL = re.compile(
    r"[\\`*\[\]<]"
    r"|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~"
    r"|&(?=#?\w+;)"
    r"|(?:^|(?<=\s))#"
    r"|^[-+=>~]"
    r"|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]"
)
"""What CommonMark would read as a mark, where it would."""
LIKELY = re.compile(r"[-+=>]|\d{1,3}[.)]|[^\\`*\[\]<_~&#]*+[\\`*\[\]<_~&#]")
"""How every text with such a mark begins, and few others: quicker to look for."""
ADDRESS = re.compile(r"https?://[^\s<>*`\[\]\\]+")


def escaped(words: str) -> str:
    """A text of one line, to stand at the beginning of a line or after other words."""
    if not LIKELY.match(words) or ADDRESS.fullmatch(words):
        return words
    return SPECIAL.sub(r"\\\g<0>", words)


def escape_markdown(value: Any, markdown: frozenset[str]) -> Any:
    """A plain value with its texts escaped, but for the fields that are Markdown themselves."""
    if isinstance(value, dict):
        return {k: v if k in markdown else escape_markdown(v, markdown) for k, v in value.items()}
    if isinstance(value, list):
        return [escape_markdown(item, markdown) for item in value]
    return escaped(value) if isinstance(value, str) else value
