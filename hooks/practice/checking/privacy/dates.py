"""Dates of birth, exact days in a person's life, and exact ages over 87."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Hit
from .lists import Expression
from .passage import Passage

DATE = Expression(
    r"""(?x:
        (?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]
      | [0-9]{1,2}(?:st|nd|rd|th)?(?:[ ]day)?(?:[ ]of)?
        [ -](?i:{month})[a-z]*\.?,?[ -](?:19|20)[0-9]{2}
      | [0-9]{1,2}(?P<sign>[/.-])[0-9]{1,2}(?P=sign)(?:(?:19|20)[0-9]{2}|[0-9]{2})
    )(?![0-9]|[/.-][0-9])"""
)
SPACED_DATE = Expression(r"[0-9]{1,2} [0-9]{1,2} (?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])")
"""A date with blanks between its parts: only sure where a word about birth is near."""
AMERICAN_DATE = Expression(
    r"{month}[a-z]*\.? [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2}(?![0-9])"
)
DAY_AND_MONTH = Expression(r"[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? {month}[a-z]*")
BIRTH = Expression(
    r"(?i:\b(?:born|dob|d\.o\.b\.?|(?:date|year) of birth|birthday"
    r"|b\.(?= ?(?:(?:19|20)[0-9]{2}|[0-9]{1,2}([./])[0-9]{1,2}\1[0-9]{2}))))"
)
YEAR = Expression(r"(?:19|20)[0-9]{2}(?![0-9])")
BEFORE_YEAR = Expression(r"^\.? ?(?:in |is |was )?$")
NOBODY = Expression(r"(?i:\b{not-born}\b[^.]{0,25}$)")
THEIR_OWN = Expression(r"(?i:\b(?:her|his|my) (?:[a-z0-9]+ )?$)")
EVENT = Expression(r"(?i:\b{events}\b)")
PERSON = Expression(
    r"(?i:\b(?:{people}|mother|father|mum|dad|daughter|son|wife|husband|sister|brother"
    r"|resident|patient|pt|female|male(?! voice)|funeral|they moved in"
    r"|year-old {human})\b)"
)

OLD = Expression(
    r"(?:8[89]|9[0-9]|1[01][0-9])"
    r"(?![0-9%+]|[.,][0-9]|-[0-9]| ?(?:per cent|to|and over|or over|and above|or older|and older|or"
    r" more|on (?:the|a|her|his) (?:[\w-]+ ){0,2}?(?:scale|score|index|test|chart))\b)"
)
OLD_IN_WORDS = Expression(
    r"(?i:\b(?:(?:{old}|(?:a|one) hundred and [a-z]+)[- ]years?[- ](?:old|of age)\b"
    r"|(?<=\bin (?:her|his) ){old-nth} year\b|{old-nth} birthday\b))"
)
TURNED_IN_WORDS = Expression(
    r"(?i:\b(?:aged?|turned|turning|(?:died|alive) at|(?:woman|man|lady|gentleman) of)"
    r" (?P<age>{old})\b(?! (?:and|or|to|per)\b)"
    r"|(?-i:\bAt) (?P<at>{old}),? s?he\b(?! (?:said|says)))"
)
SENTENCE_END = Expression(r"(?<=[a-z])[.;] |(?:^|(?<=[a-z0-9)]))[.;?!] (?=[A-Z])(?!{month})")
TIGHT = frozenset(".,£$-/")
YEARS_OLD = Expression(r"(?:[- ](?:years?|yrs?)[- ](?:old|of age)\b| ?y[/.]?o\b\.?)")
YEARS = Expression(r" years\b(?! (?:and|or) (?:over|above|older|more))")
BIRTHDAY = Expression(r"(?:th|st|nd|rd) birthday\b")
AGED = Expression(r"(?i:\b(?:aged|age|age of)) $")
IS = Expression(
    r"(?i:\b(?:(?:she|he|{kin}|{close})(?:['’]s| is| was| will be| turns| turned| had turned"
    r"| had just turned)(?: nearly| almost)?|i(?:['’]m| am)|(?:she|he|who|{kin}) died at"
    r"|(?:woman|man|lady|gentleman|mother|father|resident|person) of)"
    r" $|\b(?:woman|man|lady|gentleman|{kin})(?: \(|, )$|\b(?:the|a|our|one) resident \($)"
)
AT = Expression(r"(?i:\bat) $")
ORDINAL_YEAR = Expression(r"(?:th|st|nd|rd) year\b")
IN_HER = Expression(r"(?i:\bin (?:her|his|my) $)")
SHE = Expression(r",? (?:she|he)\b")
TURNED = Expression(r"(?i:\b(?:turned|turning)) $")
RANGE = Expression(
    r"(?i:\b(?:between|over|under|above|than|to|from|least|most|and|or"
    r"|(?:people|those|adults|everyone|anyone) aged) $|[0-9]-$)"
)
ENDS = Expression(
    r'$|[.,;:)"”]|'
    r" (?:and|when|but|now|next|who|with|lives|lived|was|is|has|had|from|did|that|this|last"
    r"|in|on|she|he|wants?|wanted|chose|told)\b"
)


def hits(passage: Passage) -> Iterator[Hit]:
    """Yields births, exact days and high ages, in no particular order."""
    births = set()
    if passage.has("born birth birthday dob b"):
        for hit in _births(passage):
            births.add(hit.start)
            yield hit
    yield from (hit for hit in _events(passage) if hit.start not in births)
    yield from _ages(passage)


def _births(passage: Passage) -> Iterator[Hit]:
    for found in BIRTH.finditer(passage.flat):
        before = passage.before(found.start(), 45)
        if (
            found[0].lower() in ("born", "birthday")
            and NOBODY.search(before)
            and not THEIR_OWN.search(before)
        ):
            continue
        span = _date_span(passage, found)
        if span:
            whole = any(
                pattern.fullmatch(passage.flat, *span)
                for pattern in (DATE, AMERICAN_DATE, SPACED_DATE)
            )
            yield Hit(*span, "privacy-birth-date", "error" if whole else "note")


def _date_span(passage: Passage, birth: re.Match[str]) -> tuple[int, int] | None:
    """Where the date stands that goes with a word about birth, or failing that the year or the day
    and month; None where there is none of them.
    """
    after = passage.after(birth.end(), 42)
    end = SENTENCE_END.search(after)
    for pattern in (
        DATE,
        AMERICAN_DATE,
        SPACED_DATE,
        DAY_AND_MONTH if "day" in birth[0].lower() else YEAR,
    ):
        found = pattern.search(after)
        if found and end and end.start() < found.start():
            continue
        if found and (pattern is not YEAR or BEFORE_YEAR.search(after[: found.start()])):
            return birth.end() + found.start(), birth.end() + found.end()
    before = passage.before(birth.start(), 18)
    found = DATE.search(before)
    if not found or SENTENCE_END.search(before, found.end()):
        return None
    return birth.start() - len(before) + found.start(), birth.start() - len(before) + found.end()


def _events(passage: Passage) -> Iterator[Hit]:
    for start, end in passage.numbers:
        found = DATE.match(passage.flat, start) if end - start in (1, 2, 4) else None
        if (
            found
            and EVENT.search(sentence := passage.sentence(*found.span()))
            and PERSON.search(sentence)
        ):
            yield Hit(*found.span(), "privacy-event-date", "note")


def _ages(passage: Passage) -> Iterator[Hit]:
    for start, end in passage.numbers:
        if (
            end - start in (2, 3)
            and passage.flat[start - 1 : start] not in TIGHT
            and OLD.match(passage.flat, start)
        ):
            yield from _age(passage, start, end)
    if passage.has("ninety eighty hundred ninetieth hundredth"):
        for found in OLD_IN_WORDS.finditer(passage.flat):
            yield from _of_a_person(passage, found.start(), found.end())
        for found in TURNED_IN_WORDS.finditer(passage.flat):
            yield from _of_a_person(passage, *found.span("age" if found["age"] else "at"))


def _age(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    before, after = passage.before(start, 26), passage.after(end, 16)
    old = YEARS_OLD.match(after) or BIRTHDAY.match(after)
    if RANGE.search(before):
        return
    if old:
        yield from _of_a_person(passage, start, end + old.end())
    elif ORDINAL_YEAR.match(after) and IN_HER.search(before):
        yield Hit(start, end, "privacy-age", "error")
    elif not ENDS.match(after) and not (AGED.search(before) and YEARS.match(after)):
        return
    elif IS.search(before) or (AT.search(before) and SHE.match(after)):
        yield Hit(start, end, "privacy-age", "error")
    elif AGED.search(before):
        yield Hit(
            start, end, "privacy-age", "error" if _about_a_person(passage, start, end) else "note"
        )
    elif TURNED.search(before):
        yield Hit(start, end, "privacy-age", "note")


def _of_a_person(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """Yields an age where it is a person's: buildings, charities and ideas have ages too."""
    if _about_a_person(passage, start, end):
        yield Hit(start, end, "privacy-age", "error")


def _about_a_person(passage: Passage, start: int, end: int) -> bool:
    return bool(PERSON.search(passage.sentence(start, end, 50)))
