"""Names that say that they are names: after a title, a word for a relative or a role, or “called”.

`plain_names` asks about names that nothing of the kind announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from .finding import Hit
from .lists import Expression, listed, names
from .passage import Passage

CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
PARTICLE = "(?:de|du|van|von|der|den|al|el|bin|da|di|la|le|ap|ab|Mac|Mc)[ '’-]"
NAME = (
    rf"(?:(?:{CAPITAL}\.? ){{0,2}}(?:{PARTICLE}){{0,2}}{CAPITAL}[\w'’-]*\w(?:"
    rf" (?:{PARTICLE}){{0,2}}{CAPITAL}[\w'’-]*[a-zà-ÿ]){{0,2}}"
    rf"|{CAPITAL}\b\.?)"
)
SMALL_NAME = r"(?!and\b|or\b|x\b)[a-zà-ÿ][\w'’-]+"
MEMBERS_OF_THE_PUBLIC = frozenset(("Mr", "Mrs", "Ms", "Miss", "Mx"))
BETWEEN = r"\b\.?[*_]{0,3} {1,8}[*_\[]{0,4}"
"""Blanks, emphasis and the start of a link may stand between a title and its name."""

AFTER_TITLE = Expression(rf"{BETWEEN}(?P<name>{NAME})")
AFTER_SMALL_TITLE = Expression(rf"{BETWEEN}(?P<name>{SMALL_NAME})")
TITLED = [
    *((title, title, AFTER_TITLE) for title in listed("titles")),
    *((title, title.upper(), AFTER_TITLE) for title in ("Mr", "Mrs", "Miss")),
    *((title, title.lower(), AFTER_SMALL_TITLE) for title in ("Mr", "Mrs")),
]
"""Titles as people write them, in capitals and small letters too where that cannot be another word.
"""
IN_WORD = re.compile(r"\w")
OWNER = re.compile(r"['’]s$")
MID_STARTS = re.compile(r"A(?<=[a,:] A)"), re.compile(r"\?(?<=[a,:] \?)")
"""In the shape of a text: a capital inside a sentence.

Letters beyond Latin-1 are question marks there.
"""
MID = Expression(rf"{CAPITAL}[\w'’]*[a-zà-ÿ](?:-{CAPITAL}[a-zà-ÿ]+)?(?: {CAPITAL}[\w'’-]+)*")
"""A run of words with capitals, not at the start of a sentence."""
INITIALS = Expression(r"(?:[A-Z]\.){2,3}")
AFTER_NAME = Expression(rf"{CAPITAL}[\w'’-]+ nan $")
"""The Gaelic article, as in Comhairle nan Eilean Siar."""
PUNCTUATION = ',:("“'
"""What may stand between a word such as “daughter” and the name that follows it."""
POSSESSIVE = Expression(r"(?i:\b(?:her|his|my|their|our|your|whose)\b|['’]s\b)[^.,]{0,20}$")
OWN = Expression(r"(?i:\b(?:her|his|my)\b)[^.,]{0,12}$")
CALLED = Expression(
    r"(?i:\b(?:{people}|{kin}|{supported})(?:,? (?:who (?:is|was)|we|was))?"
    r" (?:called|named) $"
    r"|(?<!project )(?<!tool )(?<!service )(?<!team )(?<!group )(?<!programme )(?<!file )\bname: $"
    r"|\b(?:her|his|my) name (?:is|was) $|\bcall(?:ed)? (?:her|him) $)"
)
MADE_UP = Expression(
    r"(?i:not (?:her|his|their) real name|names? (?:has|have|had|was|were) (?:been"
    r" )?changed|pseudonym|made-up name)"
)
FICTION = Expression(r"(?i:\b{fiction-near}\b)")
"""Words of a sentence about fiction, in which a name is nobody's."""
INVENTED = Expression(r"(?i:\b{invented}\b)")
EXERCISE = Expression(r"(?i:\b{exercises}\b)")
PUBLIC_NAME = Expression(
    r"(?i:\b(?:the case of|the court (?:said|found|held|ruled)|judges?(?! at)|judgment|ruling|ruled"
    r"|supreme court|court of (?:appeal|session|protection) (?:said|found|held|ruled))\b"
    r"|, (?:(?:then|now|the|former) ){0,2}(?-i:(?:First|Prime) Minister"
    r"|(?:Cabinet |Health )?Secretary (?:of State|for))\b|['’]s government\b)"
)
"""A name in a judgment is public, as a rule, and so is a minister's."""
CITED = Expression(r"(?i:\(\d{4}|\b{cited-near}\b)")
"""Beside one of these a whole name is an author's or a public person's."""
SERVICE_USER = Expression(r"(?i:\bservice[ -]user[,:]? $)")
NO_PERSON = Expression(
    r"(?i:\b(?:symbolic|imaginary|imagined|fictional|invented|pretend)\b[^.]{0,40}$)"
)
AFTER_AGE = Expression(
    r", (?:who|lives?|lived|is|was|has|had|goes|went|wanted|wants|said|and|from|moved|told|felt"
    r"|loves|likes|a)\b|\)"
)
NAME_BEFORE = Expression(
    rf"(?P<name>{CAPITAL}[a-zà-ÿ'’-]+(?: {CAPITAL}[a-zà-ÿ'’-]+)?)(?:, (?:aged )?| \(aged )$"
)

LINKS = frozenset(("called", "named", "name", "is", "was", "her", "him"))


def hits(passage: Passage) -> Iterator[Hit]:
    """Yields names, in no particular order. One that is said to be made up is at most a note."""
    for hit in _hits(passage):
        sentence = passage.sentence(hit.start, hit.end, 160)
        told = sentence.partition(passage.flat[hit.start : hit.end])[0]
        if INVENTED.search(sentence) or EXERCISE.search(told):
            continue
        unsure = hit.severity == "error" and (
            MADE_UP.search(passage.after(hit.end, 90))
            or PUBLIC_NAME.search(sentence)
            or EXERCISE.search(sentence)
        )
        yield hit._replace(severity="note") if unsure else hit


def _hits(passage: Passage) -> Iterator[Hit]:
    titled = list(_titled(passage)) if passage.has("{titles}") else []
    taken = {at for hit in titled for at in range(hit.start, hit.end)}
    tied = _tied(passage) if passage.has("{tying}") else ()
    yield from titled
    yield from (hit for hit in chain(tied, _with_age(passage)) if hit.start not in taken)


def _titled(passage: Passage) -> Iterator[Hit]:
    for title, written, name in TITLED:
        if title.lower().encode() in passage.words and written in passage.flat:
            public = title in MEMBERS_OF_THE_PUBLIC
            for start, found in _with_title(passage.flat, written, name):
                bare = OWNER.sub("", found["name"])
                nobody = names("nobodys" if public else "not-names")
                if nobody.isdisjoint((bare, bare.split()[0])) and not (
                    title in listed("honoured")
                    and CITED.search(passage.sentence(start, found.end(), 120))
                ):
                    initial = len(bare.rstrip(".")) == 1
                    severity = "error" if public and not initial else "note"
                    yield _hit(start, found.end(), passage, severity)


def _with_title(flat: str, title: str, name: Expression) -> Iterator[tuple[int, re.Match[str]]]:
    """Yields where a title stands that is no part of a longer word, with the name behind it."""
    start = flat.find(title)
    while start >= 0:
        end = start + len(title)
        found = None if IN_WORD.match(flat[start - 1 : start]) else name.match(flat, end)
        if found:
            yield start, found
        start = flat.find(title, found.end() if found else end)


def _hit(start: int, end: int, passage: Passage, severity: str) -> Hit:
    """The hit of a name, which ends before its ’s."""
    return Hit(
        start, end - 2 if OWNER.search(passage.flat[start:end]) else end, "privacy-name", severity
    )


def _tied(passage: Passage) -> Iterator[Hit]:
    """Yields names after “her daughter”, “service user”, “a woman called”."""
    flat, tying = passage.flat, names("kin", "supported", "close", "staff") | LINKS
    for at in [
        found.start() for pattern in MID_STARTS for found in pattern.finditer(passage.shape)
    ]:
        word = flat[flat.rfind(" ", 0, at - 1) + 1 : at - 1].lower()
        bare = word.strip(PUNCTUATION).removesuffix("-in-law")
        found = (MID.match(flat, at) or INITIALS.match(flat, at)) if bare in tying else None
        if found and _is_name(found[0]) and found[0] not in names("after-kin"):
            severity = _severity(passage, word, bare, found)
            if severity:
                yield _hit(*found.span(), passage, severity)


def _is_name(run: str) -> bool:
    """Whether a run of words with capitals may be a name: it does not begin as one never does, and
    is no organisation.
    """
    parts = re.split(r"[ -]|['’]s\b", run)
    return parts[0] not in names("not-names") and names("organisation").isdisjoint(parts)


def _severity(passage: Passage, word: str, bare: str, found: re.Match[str]) -> str:
    """The severity of a name behind a word: "error", "note", or "" where it is taken for no name.

    `bare` is the word without punctuation and without “-in-law”.
    """
    before = passage.before(found.start(), 60)
    if bare in LINKS:
        return "error" if CALLED.search(before) and not NO_PERSON.search(before) else ""
    if word.endswith((",", ":")) and not re.match(
        r"[,.]| (?:and|who)\b", passage.after(found.end(), 5)
    ):
        return ""
    if bare == "nan" and AFTER_NAME.search(before):
        return ""
    if bare in listed("kin"):
        return "error" if POSSESSIVE.search(before.rstrip(" ,:")) else "note"
    if bare in listed("close"):
        return "note" if OWN.search(before) else ""
    if bare == "user" and not SERVICE_USER.search(before):
        return ""
    return "error" if bare in listed("supported") and not INITIALS.fullmatch(found[0]) else "note"


def is_plain_name(text: str) -> bool:
    """Whether a few words on their own read as a name: each has a capital, and none is a word for
    work, a place or an organisation.
    """
    parts = re.findall(r"[^\W\d_][\w'’.-]*", text)
    small = {part.lower() for part in parts}
    return (
        bool(parts)
        and all(part[0].isupper() for part in parts)
        and names("not-names").isdisjoint(parts)
        and small.isdisjoint(listed("work"))
    )


def _with_age(passage: Passage) -> Iterator[Hit]:
    """Yields names before an age: “Jean, 83, lives”."""
    for start, end in passage.numbers:
        if (
            end - start < 4
            and passage.flat[end : end + 1] in (",", ")")
            and AFTER_AGE.match(passage.flat, end)
        ):
            before = passage.before(start, 50)
            found = NAME_BEFORE.search(before)
            if found and _is_name(found["name"]):
                yield Hit(
                    start - len(before) + found.start(),
                    start - len(before) + found.end("name"),
                    "privacy-name",
                    "note",
                )
