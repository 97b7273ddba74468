"""Numbers that belong to one person: NHS, CHI, Health and Care, National Insurance, phone, record,
pupil, licence, card.

Everything starts from a run of digits, so that a text without long numbers costs next to nothing;
the libraries that know the numbers are loaded when the first candidate turns up.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from .finding import Hit
from .lists import Expression
from .passage import Passage

RUN = re.compile(r"0(?:[ ().-]{0,8}0){4,200}")
"""In the shape of a text: five digits or more."""
STROKES = re.compile("(?:/0+)+")
"""In the shape of a text: digits behind a slash, with which a number goes on."""
TEN = Expression(
    r"(?<![0-9])(?:[0-9]{10}|[0-9]{3}( {1,8}|[.-]?)[0-9]{3}\1[0-9]{4}|[0-9]{6}[ -][0-9]{4}"
    r"|(?:[0-9]{2}[ -]){3}[0-9]{4})(?![0-9%]|[,/][0-9])"
)
NI_PREFIX = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
NI = Expression(
    rf"(?i:(?<![A-Z0-9]){NI_PREFIX}[ -]?(?:[0-9]{{6}}[A-D]|[0-9]{{2}}[ -][0-9]{{2}}[ -][0-9]{{2}}["
    r" -]?[A-D])(?![A-Z0-9]))"
)
NI_BEGINS = re.compile("[Aa][Aa][ -]?$")
"""The two letters of a National Insurance number, in the shape of a text."""
NI_CUT = Expression(rf"(?i:(?<![A-Z0-9]){NI_PREFIX}(?:[ -]?[0-9]{{2}}){{3}}(?![A-Z0-9]))")
"""A National Insurance number without its last letter."""
PHONE = Expression(r"(?:\+|\(?0)[0-9]*(?:[ ().-]{1,8}[0-9]+){0,5}")
LAST_GROUP = re.compile(r"[^0-9]+[0-9]+$")
PHONE_START = Expression(r"(?<![0-9])(?:\+|\(?0)")
NOT_BEFORE = frozenset("£$€/#_")
"""A number straight after one of these counts something, or is part of a web address."""
CARD = Expression(r"(?<![0-9])[2-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?![0-9])")
PUPIL = r"[A-Z](?:[0-9]{12}|[0-9]{11}[A-Z])"
LICENCE = r"[A-Z9]{5}[0-9][0156][0-9][0-3][0-9]{2}[A-Z9]{2}[0-9A-Z][A-Z]{2}"
MIXED = Expression(rf"(?i:(?<![A-Z0-9])(?:{PUPIL}|{LICENCE})(?![A-Z0-9]))")
"""A pupil's number or a driving licence."""

NI_LABEL = Expression(r"(?i:national insurance|\bn\.?i\.? (?:number|no)|\bnino\b)")
RECORD_LABEL = Expression(
    r"(?i:\b({records})\b[ -]?(?:number|no\b\.?|id\b|ref(?:erence)?\b\.?|)[^a-z0-9]{0,4}"
    r"(?:(?:is|was|begins|starts|ends)(?: with| in)?[^a-z0-9]{1,3})?[A-Za-z]{0,3}[0-9/-]*$)"
)
HEALTH = Expression(r"(?i:{health})")
PHONE_LABEL = Expression(r"(?i:\b(?:tel|telephone|phone|mobile|ring|call)\b[^a-z0-9,]{1,3}$)")
PUBLIC_LINE = Expression(r"(?i:\b{public-line}\b)")
OFFICE_LINE = Expression(
    r"(?i:\b(?:office|reception|switchboard|enquiries|helpline|surgery|team|desk|hub|centre|clinic)"
    r"(?:['’]s)?(?: line| phone| number| desk)?(?: is)?(?: on)?:? $)"
)
"""Straight before a landline, these words say that it is an office's."""
SOMEBODY = Expression(r"(?i:\b(?:{pronouns}|{kin}|{close}|mr|mrs|my|me|home|mobile)\b)")


def hits(passage: Passage) -> Iterator[Hit]:
    """Yields numbers of people, in no particular order."""
    for run in RUN.finditer(passage.shape):
        yield from _in_run(passage, *run.span())


def _in_run(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """Yields the hits in one run of digits.

    Where two kinds of number fit, the first one wins. A phone number that anybody may ring takes
    its digits, and is no hit.
    """
    taken: set[int] = set()
    for kind in (_mixed, _ni, _card, _ten_digits, _phones, _labelled):
        for hit in kind(passage, start, end):
            if taken.isdisjoint(range(hit.start, hit.end)):
                taken.update(range(hit.start, hit.end))
                if hit.rule:
                    yield hit


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _mixed(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    if not any(map(str.isalpha, passage.shape[start - 1 : start] + passage.shape[end : end + 1])):
        return  # it has a letter at one end of its digits
    found = MIXED.search(passage.flat, max(0, start - 5), end + 5)
    if found and (len(found[0]) == 16 or _is_pupil(found[0])):
        yield Hit(*found.span(), "privacy-other-number", "error")


def _is_pupil(text: str) -> bool:
    from stdnum.gb import upn

    return upn.is_valid(text)


def _ni(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    if not NI_BEGINS.search(passage.shape, max(0, start - 4), start):
        return
    window = max(0, start - 4), end + 3
    found = NI.search(passage.flat, *window)
    if found:
        letters = re.sub(r"[^A-Za-z]", "", found[0])
        if letters.isupper() or letters.islower():
            yield Hit(*found.span(), "privacy-ni-number", "error")
        return
    cut = NI_CUT.search(passage.flat, *window)
    if cut and NI_LABEL.search(passage.before(cut.start(), 50)):
        yield Hit(*cut.span(), "privacy-ni-number", "note")


def _card(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    found = CARD.search(passage.flat, start, end)
    if found and _is_card(_digits(found[0])):
        yield Hit(*found.span(), "privacy-other-number", "error")


def _is_card(digits: str) -> bool:
    from stdnum import luhn

    return luhn.is_valid(digits)


def _ten_digits(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    before = passage.before(start, 12)
    if (
        end - start < 10
        or before[-1:] in NOT_BEFORE
        or before[-1:].isalpha()
        or "ISBN" in before.upper()
    ):
        return
    for found in TEN.finditer(passage.flat, start, end):
        rule, severity = classify_ten_digits(found[0], passage.before(found.start(), 40))
        if rule:
            yield Hit(*found.span(), rule, severity)


def classify_ten_digits(text: str, before: str = "") -> tuple[str, str]:
    """The rule that ten digits break, and the severity; ("", "") where they break none. `before` is
    the text in front of them, in which a label may stand.

    All three share one check digit, which every ISBN of ten digits passes too. The first digits
    tell them apart: a date of birth is Scotland's, 320 to 399 Northern Ireland's, and what is left
    England's and Wales's, who have 300 to 319, 4, 6 and 7, and 9 for tests.
    """
    from stdnum.gb import nhs

    digits, label = _digits(text), RECORD_LABEL.search(before)
    rule = (
        "privacy-chi-number"
        if _begins_with_a_day(digits)
        else "privacy-hc-number"
        if "320" <= digits[:3] <= "399"
        else "privacy-nhs-number"
    )
    if not nhs.is_valid(digits):
        return (rule, "note") if label and HEALTH.fullmatch(label[1]) else ("", "")
    if rule == "privacy-nhs-number" and digits[0] not in "34679":
        return (
            ("", "")
            if digits[0] == "0"
            else (rule, "error" if label or len(text) == 12 else "note")
        )
    return rule, "error"


def _begins_with_a_day(digits: str) -> bool:
    try:
        datetime.date(2000 + int(digits[4:6]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True


def _phones(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    done = 0
    for found in PHONE_START.finditer(passage.flat, max(0, start - 2), end):
        first = found.start()
        if end - first >= 10 and first >= done and passage.before(first, 1) not in NOT_BEFORE:
            last, kind = _number_from(passage.flat, first, end)
            if last:
                done = last
                yield Hit(
                    first,
                    last,
                    "privacy-phone" if kind else "",
                    _how_private(passage, first, last, kind),
                )


def _number_from(flat: str, start: int, end: int) -> tuple[int, str]:
    """Where the phone number that begins here ends, and its kind as `_classify_phone` has it;
    (0, "") where none begins. Groups of digits are left off at its end until it is one.
    """
    found = PHONE.match(flat, start, end)
    text = found[0] if found else ""
    while (digits := len(_digits(text))) >= 10:
        kind = _classify_phone(text) if digits <= 15 else None
        if kind is not None:
            return start + len(text), kind
        shorter = LAST_GROUP.sub("", text)
        text = shorter if shorter != text else ""
    return 0, ""


@lru_cache(maxsize=1024)
def _classify_phone(text: str) -> str | None:
    """The kind of a phone number: "mobile", "landline", or "" for one that anybody may ring; None
    where the text is no phone number.

    Ofcom keeps 07700 900 and 01632 960 for fiction; phonenumbers calls them invalid, yet people
    write them for real ones.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return None
    national = str(number.national_number)
    if (
        number.country_code == 44
        and len(national) == 10
        and national.startswith(("7700900", "1632960"))
    ):
        return "mobile" if national[0] == "7" else "landline"
    if not phonenumbers.is_valid_number(number):
        return None
    kind, types = phonenumbers.number_type(number), phonenumbers.PhoneNumberType
    if kind in (types.MOBILE, types.PERSONAL_NUMBER, types.PAGER):
        return "mobile"
    return "landline" if kind in (types.FIXED_LINE, types.FIXED_LINE_OR_MOBILE) else ""


def _how_private(passage: Passage, start: int, end: int, kind: str) -> str:
    """The severity of a phone number: "note" for a landline that the words around it say is an
    office's, "error" for any other.
    """
    around = passage.sentence(start, end, 60)
    public = OFFICE_LINE.search(passage.before(start, 40)) or (
        PUBLIC_LINE.search(around) and not SOMEBODY.search(around)
    )
    return "note" if kind == "landline" and public else "error"


def _labelled(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """Yields digits behind a label that says what they are."""
    before = passage.before(start, 40)
    label = RECORD_LABEL.search(before)
    digits = _digits(passage.flat[start:end])
    if label:
        more = STROKES.match(passage.shape, end)
        end = more.end() if more else end
        first = start - len(before) + len(re.sub(r"[A-Za-z]{0,3}[0-9/-]*$", "", before))
        yield Hit(first, end, *_classify_record_number(label, _digits(passage.flat[first:end])))
    elif 6 <= len(digits) <= 8 and digits[0] != "1" and PHONE_LABEL.search(before):
        yield Hit(start, end, "privacy-phone", "note")


def _classify_record_number(label: re.Match[str], digits: str) -> tuple[str, str]:
    if label[1].lower() == "chi" and len(digits) == 9:
        return "privacy-chi-number", "note"
    ten = len(digits) == 10 and HEALTH.fullmatch(label[1])
    rule, severity = classify_ten_digits(digits, label[0]) if ten else ("", "")
    return rule or "privacy-record-number", severity or "note"
