"""The patterns of the privacy guard that both forms try too, as JavaScript writes them."""

from __future__ import annotations

import re
from typing import Any

from ..checking.privacy.fields import MAY_BE_MADE_UP, NAMED_ON_PURPOSE
from ..checking.privacy.lists import expanded, listed
from ..checking.privacy.names import CAPITAL, MEMBERS_OF_THE_PUBLIC
from ..checking.privacy.particulars import ABBREVIATIONS, PATTERNS

PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\(\?i:|\(\?P<\w+>|\((?:\?[:=!])?|.", re.DOTALL)
RANGE = re.compile("[a-z]-[a-z]|[a-z]", re.IGNORECASE)
WORD = r"\p{L}\p{N}_"
"""What `\\w` matches in Python."""

TITLE = "|".join(sorted(MEMBERS_OF_THE_PUBLIC))
NAME = rf"{CAPITAL}[\w'’-]*"
ALSO = (
    (
        "privacy-name",
        rf"\b(?P<what>(?:{TITLE})\.?[*_]{{0,3}} {{1,8}}[*_\[]{{0,4}}{NAME}(?: {NAME}){{0,2}})",
    ),
    (
        "privacy-address",
        rf"\b(?P<what>\d{{1,4}}[a-zA-Z]?,? (?:{NAME} ){{1,3}}{{streets}})\b",
    ),
)
"""What the guard itself finds without a pattern, in a rougher way: the forms only ask about it."""


def settings() -> dict[str, Any]:
    """What the forms need: each pattern with its rule and severity, and what makes a match none."""
    written = ((p.rule, p.severity, javascript(p.expression.text)) for p in PATTERNS)
    return {
        "patterns": [
            *((rule, "note", javascript(expression)) for rule, expression in ALSO),
            *(row for row in written if row[2]),
        ],
        "large": listed("large"),
        "abbreviations": sorted(ABBREVIATIONS),
        "madeUp": sorted(MAY_BE_MADE_UP),
        "onPurpose": NAMED_ON_PURPOSE,
    }


def javascript(expression: str) -> str:
    """The same expression for JavaScript with the flag u, which has no parts without case.

    Nothing for one that looks behind, which Safari before 16.4 refuses.
    """
    text = expanded(expression)
    if "(?<" in text:
        return ""
    written: list[str] = []
    open_groups = [False]  # whether a capital is as good as a small letter in each
    for piece in PIECE.findall(text):
        if piece.startswith("("):
            open_groups.append(open_groups[-1] or piece == "(?i:")
            written.append(piece.replace("?i:", "?:").replace("?P<", "?<"))
        elif piece == ")":
            open_groups.pop()
            written.append(piece)
        else:
            written.append(_written(piece, open_groups[-1]))
    return "".join(written)


def _written(piece: str, any_case: bool) -> str:
    """A letter, a sign, an escape or a class."""
    if any_case and piece.isalpha():
        return f"[{piece.lower()}{piece.upper()}]"
    if not piece.startswith("["):
        return piece.replace(r"\w", f"[{WORD}]")
    begin = 2 if piece.startswith("[^") else 1
    letters = re.sub(r"\\.", "", piece[begin:-1])
    more = "".join(RANGE.findall(letters)).swapcase() if any_case else ""
    return piece[:begin] + more + piece[begin:].replace(r"\w", WORD)
