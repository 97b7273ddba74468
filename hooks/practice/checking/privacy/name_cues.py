"""What stands around a plain name, and what shows that a word with a capital is none."""

from __future__ import annotations

import re

from .names import CAPITAL
from .word_lists import KIN, NOT_NAMES, listed, words

OPENERS = frozenset(
    listed("""
    A After All Also Although And As Ask At Auld Auntie Because Before Big But By Call Contact
    Could Dear Did Does Email Even Every For From Give Gran Granda Granny Had Has Help How
    However If In Is Keep Leave Let Like Little Make Mam Maybe Meet My Nan Now Old On Once Only
    Our Phone Poor Put Ring See Send Since Sing So Sometimes Speak Support Take Talk Tell Text
    Thank Thanks That The Then This Through To Today Try Uncle Unless Until Visit Was We Wee
    What When Where Whether Which While Who Why With Without Would Young Your
""")
)
"""What may begin a sentence before a name."""

NOBODY = re.compile(
    r"(?i:\b(?:symbolic|characters? (?:in|from|called)|pseudonyms?|scenarios?|puppets?|saints?"
    r"|patron|(?:named|called) after|in memory of|robots?|prime minister|cast as|plays the part)\b)"
)
"""Beside a name, these say that it is nobody's here."""
ARTIST = re.compile(
    r"(?i:\b(?:novels?|films?|telly|tv|series|soap|sitcom|actors?|actress|played by"
    r"|play (?:some|by)|singers?|songs? (?:by|of)|music (?:by|of)|records? (?:by|of)|poems?|poets?"
    r"|painters?|conference|keynote|1[0-8]\d\d|19[01]\d)\b)"
)
"""Beside a whole name, these say that it is an artist's."""
ANIMALS = (
    r"(?:dogs?|cats?|kittens?|pupp(?:y|ies)|rabbits?|pon(?:y|ies)|horses?|donkeys?|parrots?"
    r"|budgies?"
    r"|hens?|goats?|guinea pigs?|tortoises?|hamsters?|ferrets?|snakes?|greyhounds?|labradors?"
    r"|spaniels?)"
)
ANIMAL_BEFORE = re.compile(
    rf"(?i:\b{ANIMALS}(?:,| called| named|['’]s name is)?(?: is| was)?(?: called| named)? $)"
)
ANIMAL_AFTER = re.compile(
    rf"(?i:,? (?:is |was )?(?:the|our|his|her|their|a|an) (?:[\w-]+ ){{0,3}}?{ANIMALS}\b)"
)
TITLED = frozenset(
    listed("Fr Father Pastor Brother Deacon Auntie Uncle Granda Granny Nana Sgt PC Capt Captain")
)
"""What may stand with a capital before a first name."""
THING = (
    r"(?:units?|wings?|wards?|rooms?|lounges?|houses?|flats?|bungalows?|buildings?|corridors?"
    r"|groups?|hubs?|services?|apps?|systems?|vans?|boats?|storms?|teams?|tools?|projects?|courses?"
    r"|methods?|floors?)"
)
THING_CALLED = re.compile(
    rf"(?i:\b{THING},? (?:(?:that|which|we|is|are|was|were) ){{0,3}}(?:called|named)\b|\bnames? "
    r"of (?:[\w'’-]+ ){0,3}?"
    rf"{THING}\b)"
)
PRIVATE = re.compile(
    rf"""(?i:\b(?:(?:her|his)[ ](?:own[ ]|late[ ]|elderly[ ])?(?:{"|".join(KIN)}|room|flat|house|bed
    |chair|tablets|meds|medication|care[ ]plan|wheelchair|stroke|legs?|hands?|hearing|carers?)
    |(?:for|with|to|told|asked|calls?|helped|gave|visit|saw|thank)[ ](?:her|him)\b
    |told[ ](?:us|me|staff|her|him)|liv(?:es|ed|ing)[ ](?:at|in|on|with|alone)|resident|tenant
    |dementia|stroke|autis\w+|wheelchair|comes[ ]to[ ](?:us|our)|moved[ ]in|on[ ]our[ ]ward|cancer
    |overdos\w+|drink\w*|epilep\w+|sectioned|falls?|fell|diabet\w+|depress\w+|refus\w+|amputat\w+
    |we[ ](?:asked|support\w*|helped|tried|visit\w*|look\w*)|the[ ](?:man|woman|lady)|hoist\w*
    |hated|loves?|loved|seizures?|psychosis|schizophreni\w+|bipolar|self[- ]harm\w*|bereav\w+
    |died|passed[ ]away|funeral|neighbour\w*))""",
    re.VERBOSE,
)
"""What shows that a whole name is that of somebody supported or of their family."""

OWNED = re.compile(
    rf"""['’][ ]?s?[ ]
    (?:(?:own|older|younger|elder|late|step|wee|youngest|eldest|only|other|two|three|little|big
    |favourite|new|old)[ ])?
    (?i:{"|".join(KIN)}
    |girl|boy|lad|lass|bairn|child|baby|parents?|family|partner|carers?|neighbours?|friends?
    |social[ ]worker
    |key[ ]?worker|teacher|gp|children|kids|twins?|room|chair|bed|bedroom|wheelchair|hearing[ ]aids?
    |glasses|teeth|tablets|medication|meds|hands?|legs?|feet|face|eyes|hair|voice|flat|house
    |bungalow|funeral|birthday|death|stroke|diagnosis|dementia|autism|meltdowns?|seizures?|falls?
    |behaviou?r|mood|anxiety|pain|appetite|sleep|care[ ]plan|care[ ]package|wishes|story|day|dog
    |cat|wedding|mobility|weight|drinking|school|class|key[ ]?safe|front[ ]door|kitchen|shoes|coat
    |handbag|photo|picture|name)\b""",
    re.VERBOSE,
)
"""What only a person has, behind a name and its ’s."""
HUMAN = (
    r"(?:loves|loved|likes|liked|hates|hated|enjoys|enjoyed|prefers|refuses|refused|cried|cries"
    r"|smiled|smiles|laughed|laughs|lives|lived|gets[ ](?:very|so|really|upset|angry|cross|tired"
    r"|anxious|frightened|agitated|confused)|got[ ](?:very|so|really|upset|angry|cross)"
    r"|moved[ ]in\b|came[ ](?:home|to[ ](?:us|live|stay)|in\b|back|here|over)|went[ ](?:home|back"
    r"|into|missing)|eats|ate|sleeps|slept|drinks|drank|sat|sits|fell|died|passed[ ]away|wept"
    r"|turned[ ](?:\d|eight|nine|[a-z]+teen|[a-z]+ty)|can['’]?t[ ]|cannot[ ](?:see|hear|walk|speak"
    r"|talk|read|bear|stand)|couldn['’]?t|doesn['’]?t[ ]|does[ ]not[ ]like|didn['’]?t|used[ ]to"
    r"|stays|told[ ](?:us|me|staff|the|her|him|them)|asked[ ](?:us|me|for|if|to|staff|her|him)"
    r"|said[ ](?:he|she|that[ ](?:he|she)|yes|no)|thinks|thought|trusts|knows|knew|remembers"
    r"|needs|needed|wants|wanted|feels|felt|misses|missed|speaks|spoke|has[ ](?:dementia|autism"
    r"|no[ ]|been[ ]|had[ ]|a[ ]|two|three|epilepsy|lived|never|always)|had[ ](?:a[ ](?:fall|stroke"
    r"|bad)|been|never|always|lived|no[ ])|is[ ](?:a[ ](?:man|woman|lady|lovely|quiet)|\d|in[ ]his"
    r"|in[ ]her|blind|deaf|autistic|nearly|now|very|so[ ]|always|happy|happier|afraid|frightened"
    r"|[a-z]+teen\b|[a-z]+ty\b)|was[ ](?:only|a[ ](?:man|woman|lady|lovely|quiet)|\d|born|very"
    r"|so[ ]"
    r"|always|able|afraid|frightened|happy|happier|upset|crying|sitting|lying|in[ ](?:bed|hospital"
    r"|tears|pain)|taken|admitted|discharged|found|adopted|fostered|arrested|stabbed|diagnosed"
    r"|sectioned|moved|[a-z]+teen\b|[a-z]+ty\b)"
    r"|wears|wore|walks|walked|wakes|woke|shouts|shouted|sings|swears|hits|bites|bit|screams"
    r"|screamed|smokes|goes|won['’]?t|wouldn['’]?t|is[ ]not[ ]|has[ ]not[ ]"
    r"|settles|settled|calmed|relaxed|joined|chose|picked|decided|agreed|grew|never|always|still"
    r"|just|will[ ]not|(?:at|in|from)[ ](?:number|room|flat|bed)[ ]\d|and[ ](?:his|her)|with[ "
    r"](?:his|her))"
)
ONE_OF_OURS = re.compile(
    r",[ ](?:our|one[ ]of[ ]our|an?|the|his|her|who[ ](?:is|was)[ ](?:our|an?|the))[ ]"
    r"(?:[\w-]+[ ]){0,2}(?:tenants?|residents?|lady|ladies|man|woman|lad|lass|boy|girl|clients?"
    r"|patients?"
    r"|neighbour|mum|dad|son|daughter|wife|husband|sister|brother|[\w]+maker|farmer|pensioner"
    r"|widower?)\b",
    re.X,
)
DOES = re.compile(
    rf"[ ](?:(?:still|now|always|never|often|really|just|also)[ ])?{HUMAN}(?!\w)", re.X
)
JOINERS = frozenset(
    listed("""
    because since when if that and but so while after before until how where what once though
    unless as then whether now maybe
""")
)
"""Before the one who does something."""
DONE_TO = frozenset(
    listed("""
    settle settles settled wash washed washing shave shaves shaved shaving bathe bathed dress
    dressed dressing feed feeding fed hoist hoisted hoisting calm calmed calming comfort
    comforted reassure reassured cuddle cuddled hug hugged support supports supported supporting
    help helped helping ask asked asking tell told telling visit visits visited visiting met
    meet knew know gave give let took take taking brought bring moved found lifted showed
    encouraged reminded thank thanked saw miss missed love loved like liked married carried
    heard understood getting got wee auld old young poor dear little big
""")
)
"""Before the one to whom something is done."""
DONE_WITH = frozenset(
    listed("""
    sing sang talk talked talking speak spoke listen listened read sat sit sitting stayed walked
    walking worked works working work good best better hard harder easier difficult important
    right left care cared caring looking look looked friend sister brother mother father mum dad
    son daughter wife husband parent parents neighbour
""")
)
"""Before “to”, “with”, “for”, “by”, “of” or “after” and a name."""
LINKS = frozenset(("to", "with", "for", "by", "of", "after", "beside"))
GOES_ON = re.compile(
    r"(?:$|,(?! which)|[.;!?)\x00]|[ ](?!in (?:the )?[A-Z])(?:to|with|in|out|that|by|when|while"
    r"|and|was|is|at|on|if"
    r"|how|what|a|the"
    r"|for|who|because|so|up|from|feel|choose|stay|keep|his|her|into|after|before|as|could|would"
    r"|had|has|he|she|until|about|where|every|each|get|go|through|but)\b)"
)
COMMON = frozenset(
    listed("""
    Both Three Four Five Six Seven Eight Nine Ten Phone Parents Outreach Recording Telecare
    Reablement Accident Advice Age Agency Alarm Alcohol Alone Another Answer Anxiety Anyone
    Anybody Apathy Attention Autism Baby Bath Beauty Bed Bereavement Breakfast Brother Care
    Carer Caring Change Child Choice Church Class College Colleague Communication Community
    Company Consent Contact Council Court Culture Dad Daddy Dance Data Daughter Day Dementia
    Dignity Dinner Distress Doctor Dr Duty Each Eating Education Either English Equipment
    Evening Evidence Experience Family Father Feedback Feeling Food Football Freedom Friend Fun
    Funding Funeral Gaelic God Government Grandad Grandma Grandmother Grandfather Grief Group He
    Head Health Help Her Here His Home Honesty Hospital Housing Humour Husband I Illness
    Independence Information Isolation It Job Kindness Knowing Knowledge Lady Language Laughter
    Leadership Learning Life Listening London Loneliness Love Luck Lunch Man Management Manager
    Matron Meeting Memory Mine Money More Morning Most Mother Mum Mummy Music Nature Neither
    Night Nobody None Nothing Nurse Nurses Nursing Nutrition Ofsted One Other Others Ours
    Outcome Paper Parent Pain Partner Patience People Person Physio Place Planning Police Policy
    Poverty Practice Pressure Privacy Progress Project Quality Reading Recovery Reception
    Recruitment Research Respect Rest Risk Safety School Self Senior Service Shame She Shopping
    Silence Singing Sister Sleep Social Society Some Somebody Someone Something Son Staff Stigma
    Story Stress Student Supervision Support Talking Teacher Team Technology Teatime Tenant
    Their There They Thing Those Time Touch Training Transport Trauma Travel Trust Trying Twice
    Two Uncertainty Understanding Voice Waiting Walking War Wellbeing Wife Winter Woman Work
    Working Worry Writing Yes You Young Youth Makaton Braille Skype Zoom Teams Facebook WhatsApp
    Google Excel Word Mosaic Liquidlogic Carefirst Datix Alexa Siri Netflix YouTube Bingo Boccia
    Parkinson Parkinson’s Parkinson's Alzheimer Alzheimer's Huntington's Down's Downs Zimmer
    Motability Medequip Samaritans Barnardo's Mencap Scope Shelter Mind Macmillan Turning Crisis
    Iriss Nesta Welsh Urdu Polish Punjabi Arabic Bengali Somali Hindi Gujarati Cantonese
    Mandarin Islam Koran Quran Bible Mass Sunday Bonfire Halloween Hogmanay Diwali Hanukkah
    Passover Vaisakhi Lent Advent Brexit Panorama Westminster Holyrood Stormont Senedd Whitehall
    Parliament Windrush Grenfell Lego Scrabble Monopoly Guinness Weetabix Horlicks Ensure
    Fortisip Dettol Lucozade Tesco Asda Morrisons Sainsbury's Lidl Aldi Boots Greggs Argos
    Primark Ikea Amazon Uber Airbnb Wimbledon
""")
)
"""What may begin a sentence, or have a capital inside one, and is no name."""
NEVER = COMMON | NOT_NAMES | OPENERS
NO_NAME = re.compile(
    r"(?:[^s]s|men|ed|ing|ly|ion|ment|ness|ity|ship|ance|ence|people|children|staff)$"
)
"""The end of a word that may begin a sentence and is seldom a name."""
SURNAME = re.compile(
    rf"\b(?:the|them|those|both|all) (?P<what>{CAPITAL}[a-zà-ÿ'’-]+)(?= (?:girls|boys|brothers"
    r"|sisters|family"
    r"|twins|children|household|lads|kids|lasses)\b)"
)
"""A family's name before its members."""
RELATED_WORDS = words(
    "girls boys brothers sisters family twins children household lads kids lasses"
)
CELTIC = re.compile(
    r"\b(?:Bha|Tha|Thuirt|Chaidh|Thàinig|Dh'fhaighnich|Bhí|Tá|Dúirt|Roedd|Dywedodd|Aeth|Daeth"
    r"|Hoffai"
    rf"|Bu farw|Collodd|Symudodd) (?P<what>{CAPITAL}[a-zà-ÿ'’-]+)"
)
"""A Gaelic, Irish or Welsh verb stands before who does it."""
CELTIC_WORDS = words(
    "bha tha thuirt chaidh thàinig dh bhí tá dúirt roedd dywedodd aeth daeth hoffai bu collodd"
    " symudodd"
)
INITIALS = re.compile(
    r"\b(?!(?:U\.K|U\.S|N\.I|E\.U|B\.C|A\.D|P\.S|N\.B|P\.A|R\.E|P\.E|I\.T|Q\.I|A\.I|N\.H|B\.B"
    r"|I\.Q)\b)"
    r"(?P<what>(?:[A-Z]\.[ ]?){1,2}[A-Z]\.?|[A-Z]{1,2}Ma?c[A-Z])"
    r"(?=,[ ](?:(?:aged[ ])?\d|the|an?|our|who)\b|[ ](?:was|is|has|had|gets|got|likes|loves|hates"
    r"|refuses|wanted|wants"
    r"|came|went|needs"
    r"|cannot|can['’]?t|does|did|stays|lives|lived|moved|fell|told|said|asked|will|would|who"
    r"|became|could|[a-z]{3,}s|and[ ](?:his|her|i))\b)"
)
