"""The words that the rules look for. No list of names: it would guard some people's names and not others'."""

from __future__ import annotations

from .passage import words

KIN = (
    "daughter son wife husband mum mam mother dad father sister brother granny gran nan nana grandmother grandfather grandad grandson granddaughter "
    "niece nephew aunt auntie uncle cousin stepson stepdaughter stepmother stepfather fiancé fiancée girlfriend boyfriend"
).split()
CLOSE = ["friend", "neighbour", "partner"]
SUPPORTED = ["resident", "patient", "client", "user", "tenant", "pupil"]
STAFF = (
    "worker nurse manager leader practitioner officer therapist physiotherapist psychologist psychiatrist carer coordinator co-ordinator director executive "
    "supervisor researcher doctor gp consultant advocate teacher headteacher assistant adviser advisor councillor"
).split()
PEOPLE = (
    "man woman lady gentleman person boy girl child widow widower baby teenager pensioner couple family lad lass someone "
    "he she him her his hers himself herself mr mrs miss"
).split()
"""Words that show that a sentence is about one person or one family."""

MONTHS = "January February March April May June July August September October November December".split()
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NATIONALITIES = (
    "English Scottish Welsh Irish British Northern European Polish Syrian African Asian Caribbean Chinese Indian Pakistani Bangladeshi Gaelic Scots Christian Muslim Jewish Catholic "
    "Protestant Sikh Hindu Roma Traveller Gypsy Ukrainian Romanian Italian French German Spanish Dutch Flemish American Australian Canadian Deaf Black White"
).split()
LARGE = (
    "Scotland England Wales Ireland Britain UK Europe Flanders Belgium Sweden Netherlands Australia Canada Zealand London Birmingham Glasgow Liverpool Bristol Manchester Sheffield Leeds "
    "Edinburgh Leicester Coventry Bradford Cardiff Belfast Nottingham Hull Newcastle Southampton Portsmouth Derby Plymouth Wolverhampton Swansea Aberdeen Dundee Stirling Perth "
    "Inverness Derry Lisburn Newry Armagh Bangor Newport Sunderland Brighton Norwich Oxford Cambridge York Exeter Gloucester Worcester Lincoln Peterborough Preston Lancaster Carlisle "
    "Durham Salford Wakefield Chester Stoke Ripon Bath Truro Wells Ely Winchester Canterbury Chelmsford Colchester Doncaster Luton Reading Middlesbrough Bolton Stockport Oldham Rochdale "
    "Wigan Gateshead Newham Lambeth Southwark Hackney Camden Islington Harrow Hillingdon Greenwich Croydon Hamlets Thurrock Essex Kent Sussex Surrey Hampshire Dorset Devon Cornwall "
    "Somerset Wiltshire Berkshire Oxfordshire Buckinghamshire Bedfordshire Hertfordshire Cambridgeshire Suffolk Norfolk Lincolnshire Leicestershire Northamptonshire Warwickshire "
    "Worcestershire Gloucestershire Herefordshire Shropshire Staffordshire Derbyshire Nottinghamshire Cheshire Lancashire Yorkshire Cumbria Northumberland Northumbria Merseyside "
    "Mersey Tyneside Teesside Midlands Gwynedd Powys Dyfed Gwent Glamorgan Clwyd Ceredigion Pembrokeshire Carmarthenshire Monmouthshire Flintshire Wrexham Conwy Denbighshire Caerphilly "
    "Highland Highlands Grampian Tayside Fife Lothian Lothians Midlothian Borders Lanarkshire Ayrshire Renfrewshire Dunbartonshire Inverclyde Falkirk Clackmannanshire Angus Moray Argyll "
    "Dumfries Galloway Aberdeenshire Kinross Antrim Down Tyrone Fermanagh Londonderry Bedford Wrekin Telford Jönköping Christchurch"
).split()
"""Nations, counties, council areas and cities: too large to show who someone is."""
ORGANISATION = (
    "Group Team Teams Forum Forums Council Councils Committee Board Panel Network Service Services Centre Charter Opinion Experience Participation Involvement Engagement Support Plan "
    "Plans Planning Portal Positive Programme Programmes Project Projects Training Development Act Association Association's Alliance Trust Trusts Foundation Society Partnership Voices Voice "
    "Survey Record Records Safety Care Health Social Hospital Hospice House Home Homes Star Outcomes Outcome Journey Pathway Pathways Model Framework Strategy Policy Guide Handbook Toolkit "
    "Tool Day Week Month Line Fund Award Awards Apprentices Apprenticeship Apprenticeships Consultant Consultants Advocate Advocates Manager Managers Practitioner Practitioners Specialist "
    "Specialists Associate Associates Director Directors Lead Leads Leader Leaders Led Coordinator Coordinators Worker Workers Officer Officers Assistant Assistants Ward Unit Hub Local Area National "
    "Community College University School Academy Institute Parliament Government Minister Authority Agency Commission Commissioner Commissioners Inspectorate Report Review Standards "
    "Right Rights Reported Related Centred Information Advice Advisory Liaison Access Passport Choice Personal Professional Professionals Registration Allowance Assessment Assessments "
    "Organisations Organisation Organised Our Everyone No Yes Not The This That These If When What Who Why How And But Or In On At It We You They Chapter Part Section Table Figure Number "
    "I I'd I'm I've I'll Zoom Teams App Digital Online Data Dashboard Covid COVID Christmas Easter Ramadan Eid Justice Chair President Speaker Secretary"
).split()
NOT_NAMES = frozenset(MONTHS + DAYS + NATIONALITIES + LARGE + ORGANISATION)
"""Words with a capital that are no person's name, or seldom. Some are also surnames: a person must look."""

ROLE_MAIL = (
    "info information enquiries enquiry contact contactus admin administration administrator office team teams hello help helpdesk helpline support feedback complaints comments press media communications "
    "comms library data dpo privacy foi training learning development practice research evaluation services service care carers carer social adult adults children families family health "
    "wellbeing hub centre center partnership network project programme reception referrals referral bookings booking events event news newsletter membership members volunteering volunteers "
    "volunteer jobs recruitment hr finance accounts secretary chair director manager governance safeguarding duty access advice advocacy mail post web webmaster website noreply reply "
    "donotreply editor editors outreach community communityled lives recovery outcomes improvement quality policy participation involvement engagement inclusion council board"
).split()
"""Words in an e-mail address that belongs to a role or a team."""
FREE_MAIL = (
    "gmail googlemail hotmail outlook yahoo ymail icloud me mac live msn aol btinternet btopenworld sky talktalk virginmedia ntlworld blueyonder tiscali protonmail proton gmx mail "
    "fastmail tutanota zoho"
).split()
"""Hosts where people have their own address, by the first part of the name."""

POSTCODE_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE "
    "LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
).split()

VEHICLE_WORDS = words("car van vehicle motability registration reg plate taxi minibus motorbike")
TITLE_WORDS = words("mr mrs ms miss mx dr prof professor nurse sister sir dame rev reverend canon rabbi imam cllr")
BIRTH_WORDS = words("born dob birth birthday b")
EVENT_WORDS = words(
    "died dies death admitted discharged funeral stroke fell fall diagnosed diagnosis arrested moved married wedding passed buried overdose miscarriage sectioned detained collapsed operation "
    "surgery separated divorced evicted accident attacked assaulted widowed adopted"
)
OLD_WORDS = words("ninety eighty hundred")
CONDITION_WORDS = words(
    "huntington huntingtons mnd neurone als prader rett cystic creutzfeldt cjd duchenne muscular ataxia korsakoff korsakov wernicke achondroplasia dwarfism albinism locked deafblind usher angelman "
    "fragile narcolepsy ehlers onset batten pku phenylketonuria haemophilia porphyria scleroderma spina osteogenesis supranuclear edwards patau williams fahr lupus moebius wilson conjoined transplant"
)
PLACE_WORDS = words("village hamlet island isle glen croft parish town community estate clachan cul")
ONLY_WORDS = words("only first sole")
