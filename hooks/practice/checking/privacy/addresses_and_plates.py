"""Addresses of a person (email, social media, street, postcode) and number plates of cars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Hit
from .lists import Expression, listed, names
from .passage import Passage

EMAIL = Expression(r"(?<![\w.+'-])([\w.+'-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
SPACED_EMAIL = Expression(
    r"(?<![\w.+'-])([\w.+'-]{1,64})(?: @ ?|@ )((?i:{free-mail})\.[a-z]{2,}(?:\.[a-z]{2,})?)\b"
)
_DOT = r"(?:[ ]?\[dot\][ ]?|[ ]?\(dot\)[ ]?|[ ]dot[ ]|\.)"
SPELLED_EMAIL = Expression(
    rf"""(?ix:(?<![\w.+-])((?:[\w.+-]{{1,30}}[ ](?:underscore|dot|dash|hyphen)[ ])?
        [\w.+-]{{1,64}})[ ]?(?:\[at\]|\(at\)|[ ]at[ ])[ ]?
        ([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}
        (?:com|org|net|uk|scot|wales|cymru|ie|eu|info|co|example|online|me|io)\b))"""
)
HANDLE = Expression(r"(?<![\w.@/])@(?!NHS)[A-Za-z]\w{2,29}")
HOUSE = Expression(
    r"""(?x:[0-9]{1,4}[a-zA-Z]?,?[ ](?:[A-Z][\w'’]+[ ]){1,3}{streets}\b
    (?=[,.;:)"”]|$|\x00|[ ](?:in|with|was|is|for|where|and|to|on|near|has|had|which|from|by|at
        |until|because|when)\b))"""
)
POSTCODE = Expression(
    r"(?i:(?<![A-Z0-9]){postcode-areas}[0-9][0-9A-HJKMNPR-Y]?(?: {0,2}|-)[0-9][ABD-HJLNP-UW-Z]{2}"
    r"(?![A-Z0-9]))"
)
PLATE = Expression(r"(?i:(?<![A-Z0-9])[A-HJ-PR-Y]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}(?![A-Z0-9]))")
OLD_PLATE = Expression(
    r"(?i:(?<![A-Z0-9])"
    r"(?:[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-Z][0-9]{1,3} ?[A-Z]{3}|[A-Z]{3}"
    r" ?[0-9]{1,3}[A-Z]|[A-Z]{0,2}[IZ][A-Z]? [0-9]{1,4})(?![A-Z0-9]))"
)
"""A number plate of any kind, present or past: only sure where a word for a car is near."""
LETTER = frozenset(("A", "a"))
TIGHT = frozenset((".", ",", "/", "-"))
"""Before a number, these make it part of a larger one."""
HOME = Expression(
    r"\b(?:[Ll]iv(?:es?|ed|ing) (?:at|in|on)|[Mm]oved to|(?<!care )(?<!nursing )(?<!['’]s"
    r" )[Hh]ome(?! care)"
    r"|(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y) (?:house|flat|bungalow|address))\b"
)


def hits(passage: Passage) -> Iterator[Hit]:
    """Yields addresses and plates, in no particular order."""
    flat = passage.flat
    if "@" in flat:
        yield from _emails(passage, EMAIL)
        yield from _emails(passage, SPACED_EMAIL)
        yield from (Hit(*found.span(), "privacy-handle", "note") for found in HANDLE.finditer(flat))
    if any(spelled in passage.low for spelled in (" dot ", "[at]", "(at)")):
        yield from _emails(passage, SPELLED_EMAIL)
    yield from _houses(passage)
    yield from _coded(passage)


def _emails(passage: Passage, pattern: Expression) -> Iterator[Hit]:
    for found in pattern.finditer(passage.flat):
        severity = how_personal(found[1].removeprefix("mailto:"), found[2])
        if severity:
            yield Hit(*found.span(), "privacy-email", severity)


def how_personal(local: str, host: str) -> str:
    """The severity of an email address: "error" where it is somebody's own, "note" where that is
    not sure, "" where it is a team's or a role's.
    """
    parts = [part for part in re.split(r"[^a-z]+", local.lower()) if part]
    provider = re.split(r"\W", host.lower())[0]
    if any(part in listed("role-mail") for part in parts) or (
        len(parts) == 1 and _made_of_a_role(parts[0])
    ):
        return ""
    if provider in listed("free-mail") or len(parts) > 1:
        return "error"
    return "" if parts and parts[0] == provider else "note"


def _made_of_a_role(name: str) -> bool:
    """Carey is a name and careinfo is not: a role at the start must be a longer word."""
    begins, ends = (
        tuple(role for role in listed("role-mail") if len(role) > length) for length in (5, 3)
    )
    return name.startswith(begins) or name.endswith(ends)


def _houses(passage: Passage) -> Iterator[Hit]:
    for start, end in passage.numbers:
        if end - start < 5 and passage.shape[start - 1 : start] not in TIGHT:
            found = HOUSE.match(passage.flat, start)
            if found:
                yield Hit(*found.span(), "privacy-address", _at_home(passage, start))


def _at_home(passage: Passage, start: int) -> str:
    return "error" if HOME.search(passage.before(start, 40)) else "note"


def _coded(passage: Passage) -> Iterator[Hit]:
    """Postcodes, and number plates of the present kind or beside a word for a car: letters and
    digits stand close together.
    """
    done = 0
    shape = passage.shape
    for start, end in passage.numbers:
        close = (
            shape[start - 1 : start] in LETTER
            or shape[end : end + 1] in LETTER
            or shape[start - 2 : start] == "A "
        )
        if close and start >= done:
            found, rule, severity = _code(passage, max(done, start - 5), end + 9)
            if found:
                done = found.end()
                yield Hit(*found.span(), rule, severity)


def _code(passage: Passage, start: int, end: int) -> tuple[re.Match[str] | None, str, str]:
    found = POSTCODE.search(passage.flat, start, end)
    if found and _one_case(found[0]):
        return found, "privacy-postcode", _at_home(passage, found.start())
    found = OLD_PLATE.search(passage.flat, start, end) if passage.has("{vehicles}") else None
    if (
        found
        and _one_case(found[0])
        and not names("vehicles").isdisjoint(
            re.findall("[a-z]+", passage.sentence(*found.span(), 60).lower())
        )
    ):
        return found, "privacy-car-plate", "error"
    found = PLATE.search(passage.flat, start, end)
    return (found, "privacy-car-plate", "note") if found and _one_case(found[0]) else (None, "", "")


def _one_case(text: str) -> bool:
    return text.isupper() or text.islower()
