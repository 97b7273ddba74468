"""Words that the signs of `signs` are made of, and what a sign is."""

from __future__ import annotations

from typing import NamedTuple

from .word_lists import KIN, words

NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety)"
)
NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
)
COUNTED = rf"(?:{NUMBER}(?:[ -]{NUMBER})?|\d{{1,3}})"
KINDRED = rf"(?:{'|'.join(KIN)}|twin|partner|mother-in-law|parents?|family|granda|gran)"
HOLDER = rf"(?:his|her|their|whose|the)[ ](?:own[ ]|late[ ]|ex[- ])?{KINDRED}"
ONE = (
    r"(?:pt|fella|bloke|chap|guy|twins|brothers|sisters|man|woman|lady|ladies|gentleman|gent|lad"
    r"|lass|boy|girl|person"
    r"|child|one|family|couple"
    r"|resident|tenant|patient|pupil|student|member|service[ ]user|client|survivor|speaker|user"
    r"|widow|widower|wheelchair[ ]user|baby|adult|teenager|mother|mum|father|dad|carer|driver"
    r"|nurse|worker|manager|cook|gp|doctor"
    r"|muslim|jewish|sikh|hindu|deaf|black|chinese|polish|traveller|mourner|witness|passenger"
    r"|grandchild|daughter|son|sister|brother|household|house|bungalow|farm|croft)"
)
HIGH_OFFICE = (
    r"(?:lord[ ]provost|provost|lord[ ]mayor|mayor(?:ess)?|bishop|archdeacon|dean|sheriff"
    r"|judge|magistrate|councillor|convener|MP|MSP|MS|MLA|chief[ ]constable|head[ ]?teacher"
    r"|head[ ]?master|head[ ]?mistress|head|principal|chief[ ]executive|post[ ]?master"
    r"|post[ ]?mistress|harbour[ ]?master|moderator|lord[ ]lieutenant|town[ ]clerk|matron|bailie"
    r"|general|colonel|admiral|ambassador|archdruid|abbot|abbess|mother[ ]superior)"
)
TRADES = """
    muezzin cantor nun monk bishop missionary vicar minister priest rabbi imam curate deacon
    pastor elder organist bellringer verger sexton gravedigger undertaker sergeant policeman
    policewoman constable detective firefighter fireman coastguard lifeboatman coxswain skipper
    fisherman trawlerman sailor captain pilot lollipop postman postwoman postie milkman butcher
    baker greengrocer grocer fishmonger chemist ironmonger shopkeeper newsagent barber
    hairdresser tailor cobbler blacksmith farrier farmer crofter shepherd gamekeeper ghillie
    forester vet dentist solicitor judge accountant architect engineer surgeon anaesthetist
    lecturer professor headmaster headmistress headteacher conductor organ pianist violinist
    fiddler piper drummer bandmaster singer crooner comedian actor actress dancer ballerina poet
    author novelist artist sculptor potter photographer presenter newsreader journalist reporter
    announcer broadcaster footballer goalkeeper striker winger jockey boxer wrestler cyclist
    swimmer runner hurdler golfer cricketer umpire referee champion bowler miner collier
    steelworker shipbuilder riveter welder blaster quarryman lighthouse stationmaster signalman
    train tram bus taxi lorry crane ferryman bargeman landlord landlady publican barmaid
    caretaker janitor dinner librarian clown magician astronaut spy paratrooper marine commando
    veteran soldier midwife registrar auctioneer bookmaker beekeeper falconer clockmaker
    watchmaker weaver spinner thatcher saddler cooper stonemason plumber electrician builder
    joiner councillor mayor provost chef cook chippy inventor explorer mountaineer climber
"""
TRADE = rf"(?:{'|'.join(dict.fromkeys(TRADES.split()))})"
PETS = """
    parrot dog cat pony horse donkey ferret tortoise budgie greyhound alsatian labrador collie
    macaw snake alpaca goat pigeon pigeons hens cockatoo whippet poodle spaniel terrier rabbit
    llama peacock hawk owl
"""
HURTS = """
    murdered murder stabbed stabbing shot shooting drowned drowning jumped choked crash
    explosion fire suicide hanged overdose overdosed arrested jailed prison convicted
    sentenced court tribunal inquest abused assaulted attacked raped kidnapped trafficked
    missing disappeared burned burnt scalded strangled poisoned robbed robbery mugged
    avalanche bombing bomb shipwreck sank collapsed rescued evacuated flood landslide
    manslaughter arson charged acquitted accident electrocuted crushed died deported evicted
"""
COLOURS = (
    r"(?:red|blue|green|yellow|pink|purple|orange|white|black|silver|gold|turquoise|lilac|tartan"
    r"|camouflage|bright|vintage|adapted|customised|three-wheeled|old)"
)
LANDMARK = (
    r"(?:beside|behind|opposite|next[ ](?:to|door)|above|over|across[ ]from|facing|overlooking"
    r"|at[ ]the[ ](?:top|end|bottom|foot|back|corner)|on[ ]the[ ](?:corner|hill|green|square"
    r"|front|pier|quay|harbour)|round[ ]the[ ]corner|with[ ]the|past[ ]the|by[ ]the|between)"
)
DWELLING = (
    r"(?:bungalow|house|cottage|flats?|caravan|croft|farm|farmhouse|maisonette|houseboat|boat"
    r"|chalet|terrace|shop|manse|vicarage|lighthouse|static|mobile[ ]home|tower[ ]block)"
)
COUNTRIES = """
    Eritrea Sudan Syria Somalia Ethiopia Afghanistan Iraq Iran Ukraine Poland Romania Vietnam
    China Chile Cyprus Jamaica Barbados Trinidad Montserrat Grenada Nigeria Ghana Kenya Uganda
    Zimbabwe Congo Rwanda Bosnia Kosovo Albania Lithuania Latvia Estonia Hungary Czechoslovakia
    Bangladesh Pakistan India Nepal Sri Burma Myanmar Philippines Malta Italy Portugal Turkey
    Kurdistan Palestine Yemen Libya Egypt Morocco Eritrean Russia Germany Iceland Norway Fiji
    Bhutan Tibet Mongolia Bolivia Brazil Colombia Venezuela Cuba Haiti Guyana Sierra Gambia
    Senegal Cameroon Angola Malawi Zambia Tanzania Mauritius Korea Japan Thailand Malaysia
"""


class Sign(NamedTuple):
    """Something that tells a person from others, when enough of it comes together."""

    kind: str
    """Signs of one kind count once in a sentence: the heaviest."""
    weight: int
    """2: enough alone in a sentence about one person. 1: it needs others."""
    words: frozenset[bytes]
    """One of them stands in every sentence that has the sign."""
    expression: str
    """Compiled when it is first tried, because most are never needed."""


def sign(kind: str, weight: int, telling: str, *ways: str) -> Sign:
    """A sign from its telling words and from the ways of writing it: expressions whose blanks count
    and for which a capital is as good as a small letter.
    """
    return Sign(kind, weight, words(telling), f"(?i:{'|'.join(ways)})")
