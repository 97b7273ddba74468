"""The words that the rules look for. First names have a list of their own, `given_names`."""

from __future__ import annotations

LETTERS = bytes(
    ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else ord(" ")
    for byte in range(256)
)
"""Small ASCII letters and digits as they are, capitals made small, everything else a space."""


def listed(text: str) -> tuple[str, ...]:
    """The words of a list, in its order."""
    return tuple(text.split())


def words(text: str) -> frozenset[bytes]:
    """The words of a text, small and without signs."""
    return frozenset(text.encode().translate(LETTERS).split())


KIN = listed("""
    daughter son wife husband mum mam mother dad father sister brother granny gran nan nana
    grandmother grandfather
    grandad granddad grandpa grandma nanna mummy daddy stepdad stepmum grandson granddaughter
    niece nephew aunt auntie uncle cousin stepson stepdaughter stepmother stepfather
    fiancé fiancée girlfriend boyfriend
""")
CLOSE = listed("friend neighbour partner")
SUPPORTED = listed("resident patient pt client user tenant pupil")
STAFF = listed("""
    worker nurse manager leader practitioner officer therapist physiotherapist psychologist
    psychiatrist carer
    coordinator co-ordinator director executive supervisor researcher doctor gp consultant
    advocate teacher
    keyworker physio midwife volunteer befriender mentor headteacher assistant adviser advisor
    councillor
""")
WORK = frozenset(
    (
        *STAFF,
        *listed("""
    lead leads head chair guardian editor trustee peer clinician matron sister midwife governor
    facilitator trainer
    student volunteer colleague member social care ward senior deputy registrar surgeon
    pharmacist dietitian chaplain
    archivist librarian analyst mentor coach auditor dpo inspector commissioner professor
    lecturer reviewer secretary
"""),
    )
)
"""Words for what people do."""
PRONOUNS = listed("he she him her his hers himself herself")
PERSONS = listed("""
    man woman lady gentleman person boy girl child widow widower baby teenager pensioner couple
    family lad lass
""")
PEOPLE = (*PERSONS, "someone", *PRONOUNS, "mr", "mrs", "miss")
"""Words that show that a sentence is about one person or one family."""

RECORDS = (
    *listed(
        "nhs chi h&c hcn hospital patient client case casenote record mosaic carefirst liquidlogic"
        " swift passport"
    ),
    *listed("account claim customer tenant pupil"),
    *(r"service[-\ ]user", r"sort\ code"),
)
"""What a number of a person's record may be called."""
NOT_BORN = listed("""
    it idea project service nhs network team charity programme alliance organisation movement
    group partnership approach
    scheme hub centre hospital trust company club plan practice model
""")
"""What may be born or have a birthday and is no person."""
EVENTS = (
    *listed(
        "died death funeral stroke fell arrested married wedding buried overdose miscarriage"
        " sectioned detained collapsed"
    ),
    *listed(
        "operation surgery separated divorced evicted accident attacked assaulted widowed adopted"
        " diagnosed diagnosis"
    ),
    *(
        "was admitted",
        "were admitted",
        "was discharged",
        "were discharged",
        "a fall",
        "passed away",
    ),
    *("moved in", "moved out", "moved home", "moved to"),
)
"""What happens to a person on one day."""
CONDITIONS = (
    r"huntington['’]?s?(?: disease)?",
    "mnd",
    "motor neurone disease",
    "amyotrophic lateral sclerosis",
    r"prader[- ]willi(?: syndrome)?",
    r"rett(?:['’]?s)? syndrome",
    "cystic fibrosis",
    r"creutzfeldt[- ]jakob(?: disease)?",
    "cjd",
    "duchenne(?: muscular dystrophy)?",
    "muscular dystrophy",
    r"(?:friedreich['’]?s |cerebellar )?ataxia",
    r"(?:wernicke[- ])?korsako(?:ff|v)['’]?s?(?: syndrome)?",
    "achondroplasia",
    "dwarfism",
    "albinism",
    r"locked[- ]in syndrome",
    "deafblind(?:ness)?",
    "usher syndrome",
    "angelman syndrome",
    "fragile x(?: syndrome)?",
    "narcolepsy",
    r"ehlers[- ]danlos(?: syndrome)?",
    r"(?:young|early)[- ]onset \w+",
    "batten disease",
    "phenylketonuria",
    "pku",
    "haemophilia",
    "porphyria",
    "scleroderma",
    "spina bifida",
    "osteogenesis imperfecta",
    "progressive supranuclear palsy",
    "edwards['’]? syndrome",
    "patau['’]?s? syndrome",
    "williams syndrome",
    "wilson['’]?s disease",
    "moebius syndrome",
    "conjoined",
    "(?:heart|lung|liver) transplant",
)
"""Conditions so rare that few people in a small place have one."""

MONTHS = listed(
    "January February March April May June July August September October November December"
)
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
NATIONALITIES = listed("""
    English Scottish Welsh Irish British Northern European Polish Syrian African Asian Caribbean
    Chinese Indian
    Pakistani Bangladeshi Gaelic Scots Christian Muslim Jewish Catholic Protestant Sikh Hindu
    Roma Traveller Gypsy
    Ukrainian Romanian Italian French German Spanish Dutch Flemish American Australian Canadian
    Deaf Black White
""")
LARGE = listed("""
    Scotland England Wales Ireland Britain UK Europe Flanders Belgium Sweden Netherlands
    Australia Canada Zealand
    London Birmingham Glasgow Liverpool Bristol Manchester Sheffield Leeds Edinburgh Leicester
    Coventry Bradford
    Cardiff Belfast Nottingham Hull Newcastle Southampton Portsmouth Derby Plymouth
    Wolverhampton Swansea Aberdeen
    Dundee Stirling Perth Inverness Derry Lisburn Newry Armagh Bangor Newport Sunderland
    Brighton Norwich Oxford
    Cambridge York Exeter Gloucester Worcester Lincoln Peterborough Preston Lancaster Carlisle
    Durham Salford
    Wakefield Chester Stoke Ripon Bath Truro Wells Ely Winchester Canterbury Chelmsford
    Colchester Doncaster Luton
    Reading Middlesbrough Bolton Stockport Oldham Rochdale Wigan Gateshead Newham Lambeth
    Southwark Hackney Camden
    Islington Harrow Hillingdon Greenwich Croydon Hamlets Thurrock Essex Kent Sussex Surrey
    Hampshire Dorset Devon
    Cornwall Somerset Wiltshire Berkshire Oxfordshire Buckinghamshire Bedfordshire Hertfordshire
    Cambridgeshire
    Suffolk Norfolk Lincolnshire Leicestershire Northamptonshire Warwickshire Worcestershire
    Gloucestershire
    Herefordshire Shropshire Staffordshire Derbyshire Nottinghamshire Cheshire Lancashire
    Yorkshire Cumbria
    Northumberland Northumbria Merseyside Mersey Tyneside Teesside Midlands Gwynedd Powys Dyfed
    Gwent Glamorgan Clwyd
    Ceredigion Pembrokeshire Carmarthenshire Monmouthshire Flintshire Wrexham Conwy Denbighshire
    Caerphilly Highland
    Highlands Grampian Tayside Fife Lothian Lothians Midlothian Borders Lanarkshire Ayrshire
    Renfrewshire
    Dunbartonshire Inverclyde Falkirk Clackmannanshire Angus Moray Argyll Dumfries Galloway
    Aberdeenshire Kinross
    Antrim Down Tyrone Fermanagh Londonderry Bedford Wrekin Telford Jönköping Christchurch
""")
"""Nations, counties, council areas and cities: too large to show who someone is."""
ORGANISATION = listed("""
    Group Team Teams Forum Forums Council Councils Committee Board Panel Network Service
    Services Centre Charter
    Opinion Experience Participation Involvement Engagement Support Plan Plans Planning Portal
    Positive Programme
    Programmes Project Projects Training Development Act Association Association's Alliance
    Trust Trusts Foundation
    Society Partnership Voices Voice Survey Record Records Safety Care Health Social Hospital
    Hospice House Home Homes
    Star Outcomes Outcome Journey Pathway Pathways Model Framework Strategy Policy Guide
    Handbook Toolkit Tool Day
    Week Month Line Fund Award Awards Apprentices Apprenticeship Apprenticeships Consultant
    Consultants Advocate
    Advocates Manager Managers Practitioner Practitioners Specialist Specialists Associate
    Associates Director
    Directors Lead Leads Leader Leaders Led Coordinator Coordinators Worker Workers Officer
    Officers Assistant
    Assistants Ward Unit Hub Local Area National Community College University School Academy
    Institute Parliament
    Government Minister Authority Agency Commission Commissioner Commissioners Inspectorate
    Report Review Standards
    Right Rights Reported Related Centred Information Advice Advisory Liaison Access Passport
    Choice Personal
    Professional Professionals Registration Allowance Assessment Assessments Organisations
    Organisation Organised Our
    Everyone No Yes Not The This That These If When What Who Why How And But Or In On At It We
    You They Chapter Part
    Section Table Figure Number Carer Carers Patient Patients People Family Families Client
    Clients Resident Residents
    Staff Nurse Nurses Doctor Doctors Volunteer Volunteers Peer Peers Friend Friends Young Older
    Adult Adults I I'd
    I'm I've I'll Zoom Teams App Digital Online Data Dashboard Covid COVID Christmas Easter
    Ramadan Eid Justice Chair
    President Speaker Secretary
""")
ORGANISATION_WORDS = frozenset(ORGANISATION)
OFFICES = frozenset(("Speaker", "President", "Chair", "Chairman", "Justice", "Secretary", *DAYS))
"""What may follow Mr or Miss and is no name."""
NOT_NAMES = frozenset(MONTHS + DAYS + NATIONALITIES + LARGE + ORGANISATION)
"""Words with a capital that are no person's name, or seldom.

Some are also surnames: a person must look.
"""

ROLE_MAIL = listed("""
    info information enquiries enquiry contact contactus admin administration administrator
    office team teams hello
    help helpdesk helpline support feedback complaints comments press media communications comms
    library data dpo
    privacy foi training learning development practice research evaluation services service care
    carers carer social
    adult adults children families family health wellbeing hub centre center partnership network
    project programme
    reception referrals referral bookings booking events event news newsletter membership
    members volunteering
    volunteers volunteer jobs recruitment hr finance accounts secretary chair director manager
    governance safeguarding
    duty access advice advocacy mail post web webmaster website noreply reply donotreply editor
    editors outreach
    community communityled lives recovery outcomes improvement quality policy participation
    involvement engagement
    inclusion council board
""")
"""Words in an e-mail address that belongs to a role or a team."""
FREE_MAIL = listed("""
    gmail googlemail hotmail outlook yahoo ymail icloud me mac live msn aol btinternet
    btopenworld sky talktalk
    virginmedia ntlworld blueyonder tiscali protonmail proton gmx mail fastmail tutanota zoho
""")
"""Hosts where people have their own address, by the first part of the name."""

STREETS = listed("""
    Street St Road Rd Avenue Ave Lane Drive Close Crescent Court Place Terrace Gardens Grove Way
    Square Row Walk Park
    Hill Brae Wynd Loan View Mews
""")
POSTCODE_AREAS = listed("""
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY
    E EC EH EN EX FK FY G
    GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK
    ML N NE NG NN NP NR NW
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ
    TR TS TW UB W WA WC WD
    WF WN WR WS WV YO ZE
""")

VEHICLE_WORDS = frozenset(
    listed("car van vehicle motability registration reg plate taxi minibus motorbike")
)
TITLES = listed(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Nurse Sister Sir Dame Rev Reverend Canon Rabbi Imam Cllr"
)

# Words without which a rule need not look any closer.
TITLE_WORDS = words(" ".join(TITLES))
TYING_WORDS = words(" ".join([*KIN, *CLOSE, *SUPPORTED, *STAFF])) | words("name called named call")
BIRTH_WORDS = words("born birth birthday dob b")
OLD_WORDS = words("ninety eighty hundred")
CONDITION_WORDS = words("""
    huntington huntingtons mnd neurone als prader rett cystic creutzfeldt cjd muscular ataxia
    korsakoff korsakov
    achondroplasia dwarfism albinism locked deafblind deafblindness usher angelman fragile
    narcolepsy ehlers onset
    batten pku phenylketonuria haemophilia porphyria scleroderma spina osteogenesis supranuclear
    edwards patau
    williams wilson moebius conjoined transplant
""")
ONLY_WORDS = words("only first sole")
SMALL_PLACE_WORDS = words("village island hamlet town glen parish estate croft isle")
