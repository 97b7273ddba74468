"""Patterns of what a person is known by: a number with its label, where they live, their age beside
a place, what they were, a day in court.

`particulars` tries them after its own.
"""

from __future__ import annotations

import re

from .finding import Pattern
from .word_lists import MONTHS, words

CAPITALISED = r"[A-ZÀ-Þ][\w'’-]+"
MONTH_NAME = "|".join(MONTHS)
UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
WELSH_STREETS = ("heol", "ffordd", "stryd", "lôn", "rhodfa", "maes", "cilgant", "teras")

CIRCUMSTANCES = (
    Pattern(
        "privacy-ni-number",
        "error",
        ("ni ", "ni:", "ni(", "national insurance"),
        (
            r"(?i:\b(?:NI|National[ ]Insurance)\b(?:[ ](?:no\.?|number|is|was))*[ ,:(]{0,3})"
            r"(?P<what>[A-Z]{2}(?:[ .-]?\d\d){3}[ .-]?[A-D])\b"
        ),
        "His NI no. (QQ765432A) was on the form.",
        "National Insurance rates rose in 2022.",
        words("ni insurance"),
    ),
    Pattern(
        "privacy-other-number",
        "error",
        re.compile(r"pin\b|key ?safe|(?:door|alarm) code|passcode|password"),
        (
            r"(?i:\b(?:PIN|key[ ]?safe|door[ ]code|alarm[ ]code|passcode|password)\b[^.?!]{0,70}?\b"
            r"(?:is|was|of)[ :])(?P<what>\d(?:[ -]?\d){3,5})(?!\d|[ ]?(?:people|homes|years))"
        ),
        "The PIN for her card is 4 4 0 7.",
        "The number of key safes is rising.",
        words("pin key keysafe door alarm passcode password"),
    ),
    Pattern(
        "privacy-record-number",
        "note",
        re.compile(r"A[-/]0000"),
        (
            r"(?i:\b(?:log|file|case|referral|incident|complaint|safeguarding|order)\b"
            r"[^.?!]{0,12}?)\b(?P<what>[A-Z]{2,4}[-/]\d{4,})\b"
        ),
        "The safeguarding log SG-55102 is about the cook.",
        "The file format A4 and the form B12 are used.",
    ),
    Pattern(
        "privacy-address",
        "note",
        re.compile(r"(?:room|flat|bed) \d+[a-z]?, "),
        (
            rf"(?P<what>\b(?i:room|flat|bed)[ ]\d+[A-Za-z]?,[ ]{CAPITALISED}[ ]"
            r"(?:Unit|Ward|Wing|House|Lodge|Court|Home))"
        ),
        "Bed 4, Rowan Unit at Thornholme, was his.",
        "They met in room 4, and then in the hall.",
        words("room flat bed"),
    ),
    Pattern(
        "privacy-address",
        "error",
        tuple(f"{word} " for word in WELSH_STREETS),
        (
            r"(?P<what>\b\d{1,3}[a-zA-Z]?,?[ ]"
            rf"(?:Heol|Ffordd|Stryd|Lôn|Rhodfa|Maes|Cilgant|Teras)[ ]{CAPITALISED})"
        ),
        "Carers park outside number 7, Heol Brynfelin.",
        "The campaign Ffordd Newydd began in 2014.",
        words(" ".join(WELSH_STREETS)),
    ),
    Pattern(
        "privacy-postcode",
        "note",
        re.compile(r"postcode (?:starts|begins|ends)"),
        (
            r"(?i:\bpostcode[ ](?:starts|begins|ends)(?:[ ](?:in|with))?[ ])"
            r"(?P<what>(?=[A-Z]*\d)[A-Z\d]{2,4})\b"
        ),
        "Her postcode starts ZZ99 and ends 3VW.",
        "The postcode starts the form.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"A\.A(?:['’?]?A)?\.? (?:aa|, |\(a)"),
        (
            r"\b(?P<what>[A-Z]\.[A-Z](?:['’]?[A-Z])?\.?)"
            r"(?=[ ](?:(?:is|was|,)[ ](?:aged[ ])?\d{1,2}\b|\([fm],?[ ]\d))"
        ),
        "A.K. is 15 and goes missing most Fridays.",
        "The U.K. is 15 years behind.",
    ),
    Pattern(
        "privacy-age",
        "note",
        ("eighty-", "ninety", "a hundred"),
        (
            r"(?i:\b(?:he|she|who|aged|mum|dad|mother|father|gran|nan)[ ]"
            r"(?:is[ ]|was[ ]|turned[ ])?)"
            r"(?P<what>(?i:eighty-(?:eight|nine)|ninety(?:-"
            rf"{UNIT})?|a[ ]hundred(?:[ ]and[ ]{UNIT})?))\b(?![ ](?:per|people|times))"
        ),
        "He was ninety-seven when he moved in.",
        "Ninety per cent of staff stayed.",
        words("eighty ninety hundred"),
    ),
    Pattern(
        "privacy-event-date",
        "note",
        re.compile(
            r"court|magistrates|tribunal|sheriff|placed|removed|detained|sectioned|sentenced"
            r"|remanded|fostered|adopted|taken into care"
        ),
        (
            r"(?i:\b(?:court|magistrates|tribunal|sheriff|placed|removed|detained|sectioned"
            r"|sentenced|remanded|fostered|adopted|taken[ ]into[ ]care)\b)[^.?!]{0,40}?\b(?:on|of)"
            rf"[ ](?P<what>(?:the[ ])?\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{MONTH_NAME})"
            r"(?:[ ]\d{4})?)"
        ),
        "Her case was heard at the Family Court on 12 November 2024.",
        "The Court of Session gave its judgment in 2019.",
        words(
            "court magistrates tribunal sheriff placed removed detained sectioned sentenced "
            "remanded fostered adopted taken"
        ),
    ),
    Pattern(
        "privacy-together",
        "note",
        ("ex-", "former", "retired", "used to be"),
        (
            r"(?P<what>\b(?i:(?:an?[ ]|the[ ])?"
            r"(?:ex-|former[ ]|retired[ ]|used[ ]to[ ]be[ ]the[ ]))"
            r"(?i:mayor|provost|post(?:master|mistress|man)|head(?:master|mistress|teacher)"
            r"|minister|vicar|priest|rabbi|imam|doctor|sergeant|harbour[ ]?master"
            r"|lighthouse[ ]keeper)"
            rf"[ ](?:of|in|at|from)[ ](?P<place>{CAPITALISED}))"
        ),
        "The ex-mayor of Dunsley Bay lives here now.",
        "A retired doctor in Scotland wrote the report.",
        words(
            "mayor provost postmaster postmistress postman headmaster headmistress "
            "headteacher minister vicar priest rabbi imam doctor sergeant harbour "
            "harbourmaster lighthouse"
        ),
    ),
    Pattern(
        "privacy-together",
        "note",
        re.compile(r"\d(?<!\d\d)\d? (?:at|in) "),
        (
            r"(?P<what>\b(?i:Year|Primary|P|S)[ ]?\d{1,2}[ ](?:at|in)[ ]"
            rf"(?P<place>{CAPITALISED})(?:[ ](?:High|School|Academy|Primary|Grammar|College))?)"
        ),
        "He is in Year 9 at Coldharrow High.",
        "In year 2 in Wales it grew.",
    ),
    Pattern(
        "privacy-together",
        "note",
        re.compile(r"syndrome|disease|type [abc1-4]"),
        (
            rf"(?P<what>\b(?:(?:{CAPITALISED}|[a-z]+)[ -]){{1,3}}"
            r"(?:syndrome|disease|type[ ][A-C1-4])\b"
            rf"[^.?!]{{0,30}}?\b(?:in|at|from)[ ](?P<place>{CAPITALISED}))"
        ),
        "The man with stiff person syndrome in Llanwenfro needed a hoist.",
        "People with heart disease in Scotland were asked.",
        words("syndrome disease type"),
    ),
    Pattern(
        "privacy-together",
        "note",
        ("twin", "triplet"),
        (r"(?P<what>\b(?i:twins?|triplets?)\b[^.?!]{0,30}?\b(?i:aged?)[ ]\d{1,2})\b(?P<place>)"),
        "Twin brothers aged 6 draw with us.",
        "The twin aims of the Act are clear.",
        words("twin twins triplet triplets"),
    ),
)
"""Each needs a telling word beside it. What can only be guessed is a note."""
