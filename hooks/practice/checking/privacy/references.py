"""Patterns of the numbers and marks of one person's papers, van and gate: a case, a card, an order,
a plate, a place on a map.

`particulars` tries them after its own.
"""

from __future__ import annotations

import re

from .finding import Pattern
from .word_lists import listed, words

PAPERS = listed("""
    datix order incident safeguarding complaint claim licence warrant case referral badge student
    prison prisoner service pension library pass membership agreement journal hospital unit clinic
    lab sample crime police log collar identity id card permit visa office asylum payroll register
    enrolment candidate ucas oyster account
""")

REFERENCES = (
    Pattern(
        "privacy-car-plate",
        "error",
        ("AA 00 AAA",),
        (
            r"(?i:\b(?:car|van|minibus|vehicle|scooter|taxi|registration|reg|plate|motability)\b)"
            r"[^.?!]{0,25}?\b(?P<what>[A-Z]{2}[ ]\d\d[ ][A-Z]{3})\b"
        ),
        "Her adapted van (SF 63 OWX) was parked outside.",
        "The bus NC 20 ACT was late.",
    ),
    Pattern(
        "privacy-record-number",
        "note",
        re.compile(r"A[-/ ]?0000|00000|0000[-/]?A"),
        (
            rf"\b(?i:{'|'.join(PAPERS)})(?:[ ](?i:card|number|no|ref|reference|id|report|code))*\.?"
            r"[ ,:(#]{1,3}(?:(?:is|was|number|no\.?)[ ])?"
            r"(?P<what>(?:[A-Z]{1,4}[-/ ]?\d{4,}|\d{5,}[A-Z]?|\d{4}[-/]?[A-Z])(?:[-/]?[\dA-Z]+)*)\b"
            r"(?![,.]\d|[ ](?:people|homes|staff|hours|visits|miles|pounds))"
        ),
        "It was Datix W-60318, the one about the sling.",
        "The office SW1A 1AA and the service 24000 people use are open.",
        words(" ".join(PAPERS)),
    ),
    Pattern(
        "privacy-address",
        "note",
        re.compile(r"///a|00\.000"),
        r"(?P<what>///[a-z]+\.[a-z]+\.[a-z]+|\b\d{2}\.\d{3,},[ ]?-?\d{1,2}\.\d{3,})",
        "Her gate is at ///filled.count.soap on the map.",
        "Scores of 12.345 and 9.5 were found.",
    ),
)
