"""Names in a sentence of places, schools, shops and the like, where people know each other."""

from __future__ import annotations

import re
from itertools import dropwhile

from .given_names import GIVEN
from .name_cues import COMMON, OPENERS
from .sign_words import COUNTRIES
from .word_lists import LARGE, NOT_NAMES, listed

NAMED = re.compile(
    r"(?<![\w@/#“‘'\"(-])(?P<run>[A-ZÀ-Þ][a-zà-ÿ'’-]+[\w'’-]*"
    r"(?:(?: (?:of|the|on|upon|na|an|and|y|yr|le|by)|-[a-z]+-)* [A-ZÀ-Þ][\w'’-]+)*)"
)
"""A run of words with capitals, and small words between them."""
BEGINS = re.compile(r"(?:^|[.?!:;\x00•*–-] ?[“‘'\"(]?)$")
BUILDINGS = frozenset(
    listed("House Home Homes Hospital Hospice School Academy College Park Centre Christmas")
)
"""Words of an organisation that may also be a place to be known in."""
NO_PLACE = NOT_NAMES - BUILDINGS | frozenset(
    listed("""
    Protocol Scale Score Tool Factor Guideline Guidelines Regulation Regulations Bill Code Pain
    Mats Interests Badge Credit Payment Payments Attorney First Wheels Shed Advice Jobcentre
    Cross Army Aid Anonymous Café Cafe Guardian Order Form Lives Star Approach Method Therapy
    Certificate Diploma Degree Theory Dementia Motability Shopmobility Crossroads Universal
    Independence Healthwatch Trust Macmillan Barnardo Mencap Samaritans Radio EastEnders
    Emmerdale Strictly
""")
)
"""Words of a name that make it no place and nothing of one person's."""
NO_START = (
    GIVEN
    | COMMON
    | frozenset(COUNTRIES.split())
    | frozenset(
        listed("""
    Royal Town College University Institute School Call Zoom Skype Makaton Braille Parkinson
    Parkinsons Alzheimer Alzheimers Huntington Huntingtons Down Downs Zimmer Facebook WhatsApp
    Google Netflix YouTube Bible Quran Koran Mass God Lego Scrabble Christmas Easter Hogmanay
    Urdu Punjabi Arabic Bengali Somali Hindi Cantonese Mandarin Portuguese Italian Lithuanian
    Ukrainian Romanian Turkish Swedish Belgian Norwegian Danish Japanese Swiss Sundays Mondays
    Tuesdays Wednesdays Thursdays Fridays Saturdays Tourette Asperger Crohn Lewy Korsakoff
    Wernicke Duchenne Alexa Datix Mosaic Bingo Lockdown Brexit Windrush Instagram Twitter TikTok
    Snapchat Father Mother Mum Dad Mam Nan Gran Granny Grandad Nana Auntie Uncle Sister Brother
    Mister About More Some Most Many Both Each Every All For From After Before When Where While
    Then There Here She He His Her Their Its My Your Ours Tesco Asda Aldi Lidl Sainsbury Boots
    Weetabix Guinness Horlicks Coronation Elvis Beatles Abba Rangers Celtic Arsenal Chelsea
    Everton Countdown Classic Zumba Pilates Tai Kindle United Citizens Red Salvation Women Men
    Talking Shared Housing Meals Three Two One Four Five Six Seven Eight Nine Ten Twelve Twenty
""")
    )
)
"""Words with which no name of a place begins."""
STARTERS = (NO_START | OPENERS | frozenset(("An",))) - GIVEN
"""What may begin a sentence before a name."""


def first_place(sentence: str) -> tuple[int, int] | None:
    """Where the first name of such a place stands in a sentence."""
    for found in NAMED.finditer(sentence):
        run = found["run"].split()
        if BEGINS.search(sentence[max(0, found.start() - 3) : found.start()]):
            run = _after_its_start(run)
        if _is_small(run):
            return found.span("run")
    return None


def _after_its_start(run: list[str]) -> list[str]:
    """What is left of a run with capitals when its first one only begins the sentence."""
    if run[1:] and run[0] not in STARTERS:
        return run
    return list(dropwhile(str.islower, run[1:]))


def _is_small(run: list[str]) -> bool:
    """Whether words with capitals may name a place where people know each other."""
    parts = [part.removesuffix("'s").removesuffix("’s") for part in run]
    if parts and parts[0] in LARGE:
        parts = parts[1:]
    return (
        bool(parts)
        and not parts[0].isupper()
        and parts[0] not in NO_START
        and NO_PLACE.isdisjoint(parts)
    )
