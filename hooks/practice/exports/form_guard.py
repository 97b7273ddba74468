"""The patterns of the privacy guard that both forms try too, as JavaScript writes them."""

from __future__ import annotations

import re
from typing import Any

from ..checking.privacy import dates
from ..checking.privacy.fields import MAY_BE_MADE_UP, NAMED_ON_PURPOSE
from ..checking.privacy.given_names import ALSO_WORDS, GIVEN
from ..checking.privacy.lists import Expression, expanded, listed
from ..checking.privacy.names import CAPITAL, MEMBERS_OF_THE_PUBLIC
from ..checking.privacy.patterns import ABBREVIATIONS, PATTERNS
from ..checking.privacy.plain_names import CITATION, plain

PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\(\?i:|\(\?P<\w+>|\((?:\?[:=!])?|.", re.DOTALL)
RANGE = re.compile("[a-z]-[a-z]|[a-z]", re.IGNORECASE)
WORD = r"\p{L}\p{N}_"
"""What `\\w` matches in Python."""

TITLE = "|".join(sorted(MEMBERS_OF_THE_PUBLIC))
NAME = rf"{CAPITAL}[\w'’-]*"
RUN = rf"{NAME}(?: {NAME})"
SURNAME = rf"(?:[ON]['’])?{CAPITAL}[\w-]*[a-zà-ÿ](?!\w)"
LISTED = "|".join(sorted({way for name in GIVEN - ALSO_WORDS for way in (name, plain(name))}))
PLAIN_NAME = (
    rf"(?:^|[^\w@./#-])(?:(?:[Tt]he|Saint|St\.?) {RUN}*"
    rf"|(?!{RUN}*(?: (?:{{organisation}}|{{place-ends}})(?!\w)|{CITATION.text}))"
    rf"(?P<what>(?:{LISTED})(?:-{SURNAME})?(?!\w)(?: {SURNAME}){{0,2}})"
    rf"|(?!(?:{{openers}}|{{titles}}|{{titled}}|{{days}}|{{months}})(?!\w)){RUN}+)"
)
"""A listed first name, alone or with surnames. What goes on with one is passed over without the
group `what`: what is named after a saint or a person, and a name that began before.
"""


def _before(*cues: Expression) -> str:
    """Expressions that look at the end of what stands before, to stand there themselves."""
    return f"(?:{'|'.join(cue.text.replace('$', '') for cue in cues)})"


TURNED_IN_WORDS = re.sub(r"\?P<\w+>|\?-i:", "?:", dates.TURNED_IN_WORDS.text)
AGE, NO_AGE = dates.OLD.text, rf"{_before(dates.RANGE)}\d+"
AGES = (
    rf"{NO_AGE}|(?:{_before(dates.IS, dates.AGED, dates.TURNED)}(?={AGE}(?:{dates.ENDS.text}"
    rf"|{dates.YEARS.text}))|{_before(dates.AT)}(?={AGE}{dates.SHE.text})"
    rf"|{_before(dates.IN_HER)}(?={AGE}{dates.ORDINAL_YEAR.text}))(?P<what>\d+)",
    rf"{NO_AGE}|(?:^|[^\w.,£$/-])(?P<what>{AGE}(?:{dates.YEARS_OLD.text}|{dates.BIRTHDAY.text}))",
    rf"(?P<what>{dates.OLD_IN_WORDS.text.replace('?<=', '?:')})",
    rf"(?P<what>{TURNED_IN_WORDS})",
)
"""The ages over 87 of the guard, put together for one search. It does not ask whose age it is."""

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
GUESSES = (
    *(("privacy-age", expression, ()) for expression in AGES),
    ("privacy-name", PLAIN_NAME, NAMED_ON_PURPOSE["privacy-together"]),
)
"""What the guard itself finds without a pattern, in a rougher way: the forms only ask about it. A
guess comes after what says more, with the fields in which it may stand.
"""


def settings() -> dict[str, Any]:
    """What the forms need: each pattern with its rule and severity, and what excuses a match."""
    written = ((p.rule, p.severity, javascript(p.expression.text)) for p in PATTERNS)
    return {
        "patterns": [
            *((rule, "note", javascript(expression)) for rule, expression in ALSO),
            *(row for row in written if row[2]),
            *((rule, "note", javascript(expression), apart) for rule, expression, apart in GUESSES),
        ],
        "large": listed("large"),
        "abbreviations": sorted(ABBREVIATIONS),
        "madeUp": sorted(MAY_BE_MADE_UP),
        "onPurpose": NAMED_ON_PURPOSE,
    }


def javascript(expression: str) -> str:
    """A Python expression for JavaScript with the flag u, which has no parts without case.

    `""` for one that looks behind, which Safari before 16.4 refuses.
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
    """A letter, a character, an escape or a class."""
    if any_case and piece.isalpha():
        return f"[{piece.lower()}{piece.upper()}]"
    if not piece.startswith("["):
        return piece.replace(r"\w", f"[{WORD}]")
    begin = 2 if piece.startswith("[^") else 1
    letters = re.sub(r"\\.", "", piece[begin:-1])
    more = "".join(RANGE.findall(letters)).swapcase() if any_case else ""
    return piece[:begin] + more + piece[begin:].replace(r"\w", WORD)
