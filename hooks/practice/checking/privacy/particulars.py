"""Particulars that people write in their own way: numbers and dates in words, numbers in other
groups, initials with an age, the only one in a place, a room in a named home, a name on an app.

Each pattern needs a telling word or shape beside it, so that plain sentences are let be. What can
only be guessed is a note: the form and the comment then ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .circumstances import CAPITALISED, CIRCUMSTANCES, MONTH_NAME, UNIT
from .finding import Hit, Pattern
from .known_by import KNOWN_BY
from .passage import BREAK, Passage
from .references import REFERENCES
from .word_lists import KIN, LARGE, MONTHS, POSTCODE_AREAS, STAFF, SUPPORTED, words

DIGIT = r"(?:oh|zero|nought|naught|one|two|three|four|five|six|seven|eight|nine)"
SPOKEN = rf"(?:(?:double|treble|triple)[ -])?{DIGIT}(?:[ ]hundred)?"
TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
TEEN = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    r"|nineteenth|twentieth|thirtieth)"
)
AFTER_CENTURY = rf"(?:[ -](?:and[ ])?(?:{TENS}(?:[ -]{UNIT})?|{TEEN}|{UNIT}))?"
YEAR_IN_WORDS = (
    rf"(?:(?:nineteen[ -](?:hundred|oh)|nineteen|two[ ]thousand){AFTER_CENTURY}"
    rf"|twenty[ -](?:{TEEN}|{TENS}(?:[ -]{UNIT})?))"
)
YEAR = rf"(?:(?:19|20)\d\d|{YEAR_IN_WORDS})"
SPOKEN_DATE = (
    rf"(?:(?:the[ ])?{ORDINAL}[ ](?:of[ ])?(?:{MONTH_NAME}),?[ ]{YEAR}"
    rf"|(?:{MONTH_NAME})[ ](?:the[ ])?{ORDINAL},?[ ]{YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{MONTH_NAME}),?[ ]{YEAR_IN_WORDS})"
)
"""A date with a part in words; `dates` finds those in digits."""
SPOKEN_PAIR = rf"{DIGIT}[ ,-]{{1,2}}(?:(?:double|treble|triple)[ -])?{DIGIT}"
"""Two digits in words, one after the other."""
SMALL_MONTH = f"(?:{'|'.join(MONTHS).lower()})"
SPOKEN_CENTURY = "(?:nineteen|twenty|two thousand)"
AFTER_ORDINAL = "(?<=(?:st|nd|rd|th) )"
SPOKEN_MONTH = (
    rf" (?:{AFTER_ORDINAL}(?:(?:of )?{SMALL_MONTH}|{SPOKEN_CENTURY}|[12]\d\d\d)"
    rf"|(?<=(?:st|nd|rd|th), )(?:{SPOKEN_CENTURY}|[12]\d\d\d)"
    rf"|{SMALL_MONTH},? {SPOKEN_CENTURY})"
)
"""A month or a year with a part of a date in words beside it."""
PERSON = (
    r"(?:man|woman|lad|lass|boy|girl|widow|widower|child|pupil|teenager|twin|grandmother"
    r"|grandfather|keeper|farmer|crofter|minister|teacher|doctor|nurse|postman|postwoman"
    r"|shopkeeper|fisherman"
    r"|blacksmith|priest|nun|sailor|pilot|amputee|wheelchair[ ]user|survivor|refugee|centenarian"
    r"|family|couple|person[ ]with|resident[ ]with|tenant[ ]with)"
)
NAME = rf"{CAPITALISED}(?:[ ](?:[A-ZÀ-Þ]\.?|Mac|Mc|ap|ab|de|van|der|bin))*[ ]{CAPITALISED}"
TIED = "|".join((*KIN, *SUPPORTED, *STAFF, "keyworker", "key worker", "neighbour", "friend"))
ABBREVIATIONS = frozenset(
    (
        *("UK", "EU", "US", "UN", "NI", "AD", "BC", "GP", "OT", "SW", "HR", "IT", "PA", "QI", "MP"),
        *("AM", "PM", "IQ", "TV", "ID", "CD", "RN", "RE", "PE", "HQ", "PR", "PO", "OK", "TB", "MS"),
    )
)

PATTERNS = (
    Pattern(
        "privacy-nhs-number",
        "error",
        ("nhs", "h&c", "hospital", "patient"),
        (
            r"""(?i:\b(?:NHS|H&C|hospital|patient)[ ]?(?:no|number|num)?\b\.?[ ]?(?:is|was|:)?[ ]?)
            (?P<what>\d(?:[ ./,-]?\d){9})(?!\d)"""
        ),
        "Her NHS no. 999/000/6113 was on the form.",
        "The NHS saw 1,200 people in 2019.",
    ),
    Pattern(
        "privacy-ni-number",
        "error",
        re.compile(r"AA[ .-]00[ .-]00"),
        (r"\b(?!QQ)(?P<what>[A-Z]{2}[ .-]\d\d[ .-]\d\d[ .-]\d\d[ .-]?[A-D])\b"),
        "NI: MW.22.33.44.B",
        "Rooms AB 12 and 13 are free.",
    ),
    Pattern(
        "privacy-phone",
        "error",
        re.compile(SPOKEN_PAIR),
        (rf"(?i:\b(?P<what>{SPOKEN}(?:[ ,-]{{1,2}}{SPOKEN}){{6,}})\b)"),
        "Ring oh seven seven double oh nine oh oh one.",
        "They chose one, two or three people at a time.",
    ),
    Pattern(
        "privacy-phone",
        "note",
        re.compile(r"000(?:[ -]0000|000)"),
        (
            r"""(?i:\b(?:phone|telephone|tel|landline|mobile|ring|rang|call[ ](?:her|him|them|me)
            [ ]on)\b[^.?!\d]{0,30}?)
            (?P<what>\d{3}[ -]\d{4}|\d{6,7})(?![\d,%]|[ ]?(?:people|calls|times))"""
        ),
        "The house phone is still 496 0788.",
        "The telephone line took 4,960 calls.",
    ),
    Pattern(
        "privacy-birth-date",
        "error",
        ("born", "birth", "dob", "d.o.b"),
        (
            rf"(?i:\b(?:born|birthday|birth|dob|d\.o\.b\.?)\b[^.?!]{{0,25}}?\b"
            rf"(?P<what>{SPOKEN_DATE}))"
        ),
        "He was born on the third of May nineteen forty-eight.",
        "The service was born of a meeting in May 2019.",
        words("born birthday birth dob d"),
    ),
    Pattern(
        "privacy-birth-date",
        "error",
        ("(*", "(b"),
        (r"\((?:\*|b\.?)[ ]?(?P<what>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"),
        "Agnes (* 1948-05-03) lives at home.",
        "Version 2 * 2019-05-03 was tried.",
    ),
    Pattern(
        "privacy-event-date",
        "note",
        re.compile(SPOKEN_MONTH),
        (rf"(?i:\b(?P<what>{SPOKEN_DATE}))\b"),
        "She moved in on March the fourteenth, 1939.",
        "In the first week of March 2019 they met.",
        words(
            "nineteen twenty thirty thousand first second third fourth fifth sixth seventh eighth "
            "ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            "eighteenth nineteenth twentieth thirtieth"
        ),
    ),
    Pattern(
        "privacy-postcode",
        "error",
        ("postcode", "post code", "address", "live at", "lives at", "living at"),
        (
            rf"""(?i:\b(?:postcode|post[ ]code|address|lives?[ ]at|living[ ]at)\b
            [^.?!]{{0,40}}?\b
            (?P<what>(?:{"|".join(POSTCODE_AREAS)})[ ]?\d{{1,2}}[a-z]?[ ]?\d[ ]?
            [abd-hjlnp-uw-z]{{2}})\b)"""
        ),
        "Her postcode is g 41 2 pf.",
        "The house has 2 floors and a garden.",
        words("postcode post address live lives living"),
    ),
    Pattern(
        "privacy-name",
        "error",
        re.compile(r" (?:A\.? A|(?:ma?c|n[ií]c?|ui|ap|ab|ferch) [a-zà-þ])"),
        (
            rf"(?i:\b(?:{TIED}))(?:,|[ ](?:is|was|called|named))?[ ](?P<what>"
            rf"{CAPITALISED}[ ](?:[A-ZÀ-Þ]\.?|Mac|Mc|N[ií]c?|Ui|ap|ab|ferch)[ ]{CAPITALISED})"
        ),
        "Her keyworker, Tadhg Ó Briain, rang.",
        "Her keyworker, from Team A Support, rang.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"A\. Aaa"),
        (
            r"(?<![A-Za-z.&] )(?<![.&])\b(?P<what>[A-Z]\.[ ][A-Z][a-z]{2,}[\w'’-]*)"
            r"(?![\w'’-]|[ ]?(?:et[ ]al|\(\d{4}|,[ ]\d{4}|and[ ][A-Z]\.))"
        ),
        "She asked for J. Abernethy by name.",
        "See A. Miller (2011) on recording.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"A\.? ?A\.?,? \(?00"),
        (r"\b(?P<what>[A-Z]\.?[ ]?[A-Z]\.?)(?=,?[ ]\(?\d{2}(?:[,)]|[ ](?:years|yrs|from)))"),
        "PK (79, Unst) was asked.",
        "In the UK, 79 years after the Act, it stands.",
    ),
    Pattern(
        "privacy-handle",
        "error",
        re.compile(r"(?:gram|facebook|tiktok|twitter|snap|snapchat|insta|whatsapp|bluesky)\b"),
        (
            r"""(?i:\b(?:instagram|facebook|tiktok|twitter|snapchat|snap|insta|whatsapp|bluesky)\b
            [^.?!]{0,20}?\b(?:as|is|under|handle)[ :]+)
            (?P<what>[\w]+(?:[._][\w]+)+|\w*\d\w*)"""
        ),
        "He is on Instagram as tam.the.piper58 these days.",
        "They share news on Facebook as a group.",
        words("gram facebook tiktok twitter snap snapchat insta instagram whatsapp bluesky"),
    ),
    Pattern(
        "privacy-record-number",
        "error",
        re.compile(
            r"(?:council tax|rent|tenancy|benefit|policy|membership) (?:account|ref|number|no|id)"
        ),
        (
            r"""(?i:\b(?:council[ ]tax|rent|tenancy|benefit|policy|membership)[ ]
            (?:(?:account|reference|ref|number|no|id)\.?[ ]?){1,2}(?:is|was|:)?[ ]?)
            (?P<what>(?=[\w/-]*\d{4})[A-Z]{0,3}[\w/-]{5,})"""
        ),
        "The council tax reference 40C881207 was his.",
        "The policy number of people helped rose.",
        words("council rent tenancy benefit policy membership"),
    ),
    Pattern(
        "privacy-address",
        "error",
        re.compile(r"(?:room|flat|bed) \d"),
        (
            rf"(?P<what>\b(?i:room|flat|bed)[ ]\d+[A-Za-z]?[ ](?:in|at|of|on)[ ](?:the[ ])?"
            rf"(?!(?:January|February|March|April|May|June|July|August)\b){CAPITALISED})"
        ),
        "She has room 14 at Larkfield now.",
        "They meet in room 14 at the day centre.",
        words("room flat bed"),
    ),
    Pattern(
        "privacy-together",
        "note",
        ("the only ", "our only "),
        (
            rf"(?P<what>\b(?i:the|our)[ ]only[ ](?:[\w'’-]+[ ]){{0,4}}?{PERSON}"
            r"(?:[ ][\w'’-]+){0,3}?[ ]"
            rf"(?:in|on|from|at|of)[ ](?P<place>{CAPITALISED}))"
        ),
        "The only retired lighthouse keeper in Achiltibuie came.",
        "The only family in Scotland to try it spoke.",
        words("only"),
    ),
    *CIRCUMSTANCES,
    *KNOWN_BY,
    *REFERENCES,
)
"""Every pattern, in the order in which they are tried."""


def hits(passage: Passage) -> Iterator[Hit]:
    """What the patterns find, in their order."""
    text = passage.flat
    clues = f"{text.lower()}{BREAK}{passage.shape.decode('ascii')}"
    taken: list[tuple[int, int]] = []
    for pattern in PATTERNS:
        if pattern.words and not passage.has(pattern.words):
            continue
        if not pattern.may_match(clues):
            continue
        for found in re.finditer(pattern.expression, text, re.VERBOSE):
            start, end = found.span("what")
            if any(start < other and begun < end for begun, other in taken):
                continue
            if _is_innocent(pattern, found):
                continue
            taken.append((start, end))
            yield Hit(start, end, pattern.rule, pattern.severity)


def _is_innocent(pattern: Pattern, found: re.Match[str]) -> bool:
    if pattern.rule == "privacy-together":
        return found["place"] in LARGE
    if pattern.rule == "privacy-name":
        return found["what"].replace(".", "").replace(" ", "") in ABBREVIATIONS
    return False
