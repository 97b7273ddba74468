"""Patterns of what neighbours know a person by: a by-name, a first name beside an age, a family, a
home or a place, an office once held, a disaster or a trial that was in the paper.

`particulars` tries them last. Nearly all are guesses, so they only ask.
"""

from __future__ import annotations

import re

from .circumstances import CAPITALISED, MONTH_NAME
from .finding import Pattern
from .word_lists import words

PARENT = r"(?:mam|mum|mom|mother|dad|da|father|parents?|gran|granny|nan|nana|grandad)"
CHILD = r"(?:bairn|wean|baby|child|boy|girl|lad|lass|toddler|he|she|son|daughter|wife|husband)"
SAYS = (
    r"(?:had|has|told|said|says|felt|feels|wanted|wants|lives|lived|moved|asked|agreed|came|went"
    r"|loves|loved|likes|liked|refused|became|got|needed|needs)"
)
CARE = (
    r"(?:refus\w+|meals?|falls?|fell|stroke|dementia|hospital|ward|discharge\w*|wheelchair|hoist"
    r"|overdose|medication|tablets|care[ ]package|bereave\w*|self-harm\w*|drinking|epilep\w+"
    r"|autis\w+|depress\w+|anxi\w+|incontinen\w+|cancer|seizures?)"
)
NO_SERVICE = r"(?!(?:The|A|An|Our|Team|Project|Service|Group|Talking|Care|Health)\b)"
NO_LABEL = (
    r"(?!(?:Table|Figure|Section|Article|Part|Chapter|Page|Year|Standard|Plan|Option|Group|Team"
    r"|Ward|Annex|Appendix|Schedule|Class|Grade|Form|Level|Type|Vitamin|Hepatitis|Block|Unit|Room"
    r"|Site|Area|Band|Act|Question|Phase|Stage|Key|Box)\b)"
)
DISASTERS = (
    "fire crash stabbing shooting explosion murder killing drowning collision derailment landslide"
    " flood robbery attack"
)
DISASTER = f"(?:{'|'.join(DISASTERS.split())})"
SOMEBODY = r"(?:he|she|him|her|his|hers|man|woman|lad|lass|boy|girl|couple|widow|widower|family)"
EVENT = (
    rf"\b(?:the|a|an|that)[ ](?:[a-z]+[ ])?{DISASTER}[ ](?:at|on|in|near|outside|off)[ ]"
    rf"(?:the[ ][a-z]+[ ](?:at|on|in|of)[ ])?(?P<place>{CAPITALISED})"
)
OFFICE = (
    r"(?:mayor(?:ess)?|provost|post(?:master|mistress|man)|head[ ]?(?:master|mistress|teacher)"
    r"|minister|vicar|priest|rabbi|imam|councillor|MP|MSP|MS|AM|MLA|captain|president|bandmaster"
    r"|conductor|goalkeeper|striker|drummer|piper|champion|landlord|landlady|harbour[ ]?master)"
)

KNOWN_BY = (
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"kn[eo]ws? (?:him|her) as|known (?:[a-z ]+)?as "),
        (
            rf"(?i:\b(?:knows|knew)[ ](?:him|her)[ ]as|\b(?:user|man|woman|resident|tenant|"
            rf"patient|client|he|she|who)\b[^.?!]{{0,15}}?\bknown[ ](?:locally[ ]|to[ ]everyone[ ]|"
            rf"to[ ]all[ ]|round[ ]here[ ]|by[ ]everyone[ ])?as)[ ]"
            rf"(?P<what>{NO_SERVICE}{CAPITALISED}(?:[ ]{CAPITALISED})?)"
        ),
        "Everyone knows him as Spud.",
        "The project is known locally as Talking Points.",
        words("knows knew known"),
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(rf"{PARENT} (?:to|of) "),
        (
            rf"(?i:\b{PARENT}[ ](?:to|of)[ ](?:little|wee|young|baby)?)[ ]?"
            rf"(?P<what>{CAPITALISED}(?:[ ]and[ ]{CAPITALISED})?)(?![ ][A-Z])"
        ),
        "She is mam to little Callum and Skye.",
        "The mother of two young children chose.",
        words("mam mum mom mother dad father parent parents gran granny nan nana grandad"),
    ),
    Pattern(
        "privacy-name",
        "note",
        ("s called ", "s named ", "name's ", "name’s "),
        (
            rf"(?i:\b{CHILD}['’]s[ ](?:called|named)|\b(?:her|his)[ ]name['’]s)[ ]"
            rf"(?P<what>{CAPITALISED})"
        ),
        "The bairn's called Isla.",
        "The service's called a hub by most.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"(?:wee|little|auld|young) [a-zà-þ'’-]+ (?:from|fae|frae|of|at|in) "),
        (
            rf"\b(?i:wee|little|auld|young)[ ](?P<what>{CAPITALISED})"
            rf"(?=[ ](?:from|fae|frae|of|at|in)[ ]{CAPITALISED})"
        ),
        "We met wee Jeanette fae Auchterbrae.",
        "The old office in Wick closed.",
        words("wee auld little young"),
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r" \((?:aaaa )?00, "),
        (
            rf"\b(?P<what>{NO_LABEL}{CAPITALISED}(?:[ ]{CAPITALISED})?)"
            r"(?=[ ]\((?:aged[ ])?\d{1,2},[ ][A-Za-z])"
        ),
        "She met Siobhan (19, Derrynaskea, care leaver).",
        "The staff (12, all part-time) met.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"A\.A\.? a"),
        rf"\b(?P<what>[A-Z]\.[A-Z]\.?)(?=[ ]{SAYS}\b)",
        "J.T. had been in and out of the ward.",
        "The U.K. has four nations.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"AA, aa? 00[ -]a"),
        r"\b(?P<what>[A-Z]{2})(?=,[ ]an?[ ]\d{1,2}[ -](?:yr|year))",
        "AB, a 34 yr old man, agreed.",
        "The NI, a 20 year old body, agreed.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"Aa+ A\. a"),
        rf"\b(?P<what>{NO_LABEL}{CAPITALISED}[ ][A-Z]\.)(?=[ ](?:was|is|who|and[ ]h|{SAYS})\b)",
        "Winston B. came over in 1958.",
        "Plan B. was dropped.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r", who (?:had|has|was|is|could|would|did|kept)\b"),
        (
            rf"\b(?:with|for|by|and|that|when|from)[ ](?P<what>{CAPITALISED}[ ]{CAPITALISED}),[ ]"
            rf"who[ ](?:had|has|was|is|could|would|did|kept)\b[^.?!]{{0,40}}?\b(?i:{CARE})\b"
        ),
        "We tried it with Maureen Oddwick, who had been refusing her meals.",
        "We worked with Emma Miller, who had led the team.",
    ),
    Pattern(
        "privacy-name",
        "note",
        re.compile(r"(?:his|her|their) (?:instagram|facebook|tiktok|twitter|snapchat|whatsapp)"),
        (
            r"\b(?i:his|her|their)[ ](?i:instagram|facebook|tiktok|twitter|snapchat|whatsapp)\b"
            rf"[^.?!]{{0,20}}?\b(?:under|as|is)[ ](?P<what>{CAPITALISED}[ ]{CAPITALISED})"
        ),
        "His Facebook is under Delroy Winstanley-Obi.",
        "Their Facebook page is a good place to ask.",
        words("instagram facebook tiktok twitter snapchat whatsapp"),
    ),
    Pattern(
        "privacy-birth-date",
        "error",
        re.compile(r"(?:birth|dob|d\.o\.b|born)\W[^.?!]{0,12}\d"),
        (
            r"(?i:\b(?:date[ ]of[ ]birth|dob|d\.o\.b\.?|born)\b[^.?!]{0,10}?)\b"
            rf"(?P<what>\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?i:{MONTH_NAME}|Jan|Feb|Mar|Apr"
            r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?[ ]['’]?\d{2})(?!\d)"
        ),
        "Date of birth 7th Sept 52.",
        "The team was born in Sept 2019.",
        words("birth dob born"),
    ),
    Pattern(
        "privacy-birth-date",
        "note",
        re.compile(r" on (?:the )?\d\d?(?:st|nd|rd|th)? "),
        (
            r"(?i:(?:\b(?:he|she|who)(?:[ ]will|['’]ll)[ ]be|\bturn(?:s|ed))[ ][\w-]+[ ]on[ ]"
            r"(?:the[ ])?)"
            rf"(?P<what>\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{MONTH_NAME}))"
        ),
        "She'll be four on the 22nd of November.",
        "The hub will be open on 22 November.",
    ),
    Pattern(
        "privacy-address",
        "note",
        ("0 Aa",),
        (
            r"(?i:\b(?:flat|house|bungalow|home|place)[ ](?:is|was)[ ]"
            r"(?:at[ ]|number[ ]|no\.?[ ]){1,2})"
            rf"(?P<what>\d{{1,4}}[A-Za-z]?,?[ ]{CAPITALISED}(?:[ ]{CAPITALISED}){{0,2}})"
        ),
        "The flat is at 42 Tanner's Brow.",
        "The house is at least 42 years old.",
    ),
    Pattern(
        "privacy-address",
        "note",
        ("corner of ",),
        (
            r"(?i:\b(?:lives?|lived|living|house|flat|bungalow|home)\b[^.?!]{0,30}?\b"
            r"corner[ ]of[ ])"
            rf"(?P<what>{CAPITALISED}(?:[ ]{CAPITALISED}){{0,2}})"
        ),
        "She lives in the bungalow on the corner of Glebe Lane.",
        "The café on the corner of the square is open.",
    ),
    Pattern(
        "privacy-together",
        "note",
        ("the only ",),
        (
            r"(?P<what>\b(?i:the|our)[ ]only[ ](?:[\w'’-]+[ ]){1,3}?(?i:resident|tenant|patient"
            r"|pupil|service[ ]user|client|speaker)[ ](?:in|on|from|at|of)[ ](?:the[ ])?"
            rf"(?P<place>{CAPITALISED})(?:[ ](?:{CAPITALISED}|scheme|estate|ward|wing|unit|site))?)"
        ),
        "He is the only Black resident at Fernbeck Court.",
        "The only new tenant in Scotland spoke.",
    ),
    Pattern(
        "privacy-together",
        "note",
        re.compile(rf"{DISASTER} (?:at|on|in|near|outside|off) "),
        rf"(?P<what>{EVENT})(?=[^.?!]{{0,90}}\b{SOMEBODY}\b)",
        "After the fire at the flats on Cromwell Row, the man who lost his wife came to us.",
        "The fire drills in Cromwell Row were missed.",
        words(DISASTERS),
    ),
    Pattern(
        "privacy-together",
        "note",
        re.compile(rf"{DISASTER} (?:at|on|in|near|outside|off) "),
        rf"(?i:\b{SOMEBODY})\b[^.?!]{{0,60}}?(?P<what>{EVENT})",
        "She was the passenger who survived the minibus crash outside Wexcombe.",
        "He wrote of the fire in London.",
        words(DISASTERS),
    ),
    Pattern(
        "privacy-together",
        "note",
        ("convicted", "accused", "guilty", "jailed", "arrested", "charged"),
        (
            r"\b(?i:convicted|accused|guilty|jailed|arrested|charged)\b[^.?!]{0,25}?"
            rf"(?P<what>{CAPITALISED}(?:[ ]{CAPITALISED})*[ ]{DISASTER})\b(?P<place>)"
        ),
        "Her brother was convicted of the Thornaby Lane stabbing.",
        "He was charged with care of the hall.",
        words("convicted accused guilty jailed arrested charged"),
    ),
    Pattern(
        "privacy-together",
        "note",
        re.compile(
            r"the (?:local )?(?:papers?|news|echo|gazette|herald|courier|chronicle|record) "
        ),
        (
            r"(?P<what>\b(?:in|on|all[ ]over)[ ]the[ ](?:local[ ])?(?i:papers?|news|echo|gazette"
            r"|herald|courier|chronicle|record)[ ](?:when|after|that|because)[ ]"
            r"(?:he|she|they|her|his))\b(?P<place>)"
        ),
        "It was in the Echo when he was found.",
        "The news that staff like best is short.",
    ),
    Pattern(
        "privacy-together",
        "note",
        ("ex-", "former", "retired", "used to be", "past", "serving", "sitting", "he was "),
        (
            r"(?P<what>\b(?i:(?:an?|the)[ ](?:ex-|former|retired|past|serving|sitting)[ ]?"
            r"|(?:he|she)[ ](?:was|had[ ]been)[ ](?:the[ ]|an?[ ])?)(?:[\w'’-]+[ ]){0,2}?"
            rf"(?i:{OFFICE})[ ]"
            rf"(?:of|in|at|for|from)[ ](?:the[ ])?(?P<place>{CAPITALISED}))"
        ),
        "He was goalkeeper for Stainsby Town in the cup run.",
        "She was captain of her own life.",
        words(
            "mayor mayoress provost postmaster postmistress postman head headmaster "
            "headmistress headteacher minister vicar priest rabbi imam councillor mp msp ms "
            "am mla captain president bandmaster conductor goalkeeper striker drummer piper "
            "champion landlord landlady harbourmaster"
        ),
    ),
    Pattern(
        "privacy-together",
        "note",
        re.compile(r"(?:twins|triplets|baby|son|daughter) (?:[a-z]+ )?born (?:at|in|on) "),
        (
            r"(?P<what>\b(?i:twins|triplets|baby|son|daughter)[ ](?:[a-z]+[ ])?born[ ]"
            rf"(?:at|in|on)[ ](?P<place>{CAPITALISED}))"
        ),
        "She is the mother of the triplets born at Rowanfield Hospital.",
        "Any baby born in Scotland gets a box.",
        words("born"),
    ),
)
