"""Signs of a home: a house, a room, what stands before it, an animal, where somebody came from."""

from __future__ import annotations

from .sign_words import COLOURS, COUNTRIES, DWELLING, LANDMARK, NUMBER, ONE, PETS, sign

OF_HOME = (
    sign(
        "an animal",
        2,
        "parrot macaw cockatoo ferret snake alpaca donkey pony owl hawk tortoise llama goat "
        "peacock legged"
        " eyed pigeons falcon iguana",
        (
            r"\b(?:with (?:a|the|two|three|his|her)|his|her|whose) (?:[\w'’-]+ ){0,2}?(?:parrot"
            r"|macaw|cockatoo|ferrets?|snakes?|alpacas?|donkeys?|pony|owl|hawk|falcon|tortoise"
            r"|llama|goats?|peacocks?|iguana|(?:three-legged|one-eyed) \w+)\b"
        ),
    ),
    sign(
        "an animal",
        1,
        PETS,
        (
            r"\b(?:his|her|their|three-legged|one-eyed|guide|assistance|blind|a pet|pet|with (?:a"
            rf"|the|two|three|his|her)) (?:[\w'’-]+ ){{0,2}}?(?:{'|'.join(PETS.split())})\b"
        ),
    ),
    sign(
        "the house",
        1,
        "bungalow house cottage flat flats caravan croft farm farmhouse maisonette houseboat boat"
        " chalet terrace shop manse vicarage lighthouse static mobile tower number lives live"
        " lived living moved street road village lane stair",
        rf"\b{DWELLING} (?:[\w'’-]+ ){{0,2}}?{LANDMARK}\b",
        (
            rf"\b(?:lives?|lived|living|moved) (?:in |into )?(?:[\w'’-]+ ){{0,2}}?(?:{LANDMARK}|on "
            r"the farm|in the (?:last|end|first|only|corner|middle|big|old) )"
        ),
        r"\bnumber \d{1,4}\b",
        r"\bin our (?:street|road|village|lane|close|stair)\b",
    ),
    sign(
        "the house",
        2,
        "bungalow house cottage flat flats caravan croft farm number",
        (
            rf"\b{DWELLING} (?:[\w'’-]+ ){{0,2}}?{LANDMARK}\b.{{0,40}}\bthe one (?:with|that|next"
            r"|by)\b"
        ),
    ),
    sign(
        "the house",
        2,
        "number no",
        (
            r"\b(?:at|from|to|in|of) (?:number|no\.?) \d{1,4}[a-z]?\b(?! (?:in the (?:list"
            r"|table)|per))"
        ),
    ),
    sign(
        "the room",
        2,
        "bed room flat bay",
        r"\b(?:bed|room|flat|bay) \d+[a-z]?['’]s\b",
    ),
    sign(
        "the room",
        2,
        "room bed flat bay cubicle number unit bedroom pod",
        (
            rf"\b{ONE}(?:, \w+,)? (?:[\w'’-]+ )?(?:in|from|at) (?:room|bed|flat|bay|cubicle|side "
            rf"room|unit|bedroom|pod|number) (?:number )?(?:\d+[a-z]?|{NUMBER})\b"
        ),
        (
            rf"\b(?:bed|room|flat|bay) (?:\d+[a-z]?|{NUMBER})\b(?: (?:upstairs|downstairs|on "
            r"(?:the )?[\w ]{2,22}?|in (?:the )?[\w ]{2,22}?))? (?:was (?!empty|free|too|cold"
            r"|used|painted|made|where)|has been|had (?:a|been|his|her|not)|likes|wants|needs"
            r"|refuses|refused|shouts|gets|keeps|rings|asked|said|told|cried|fell|died|hates|loves"
            r"|will not|won['’]t|doesn['’]t|does not)\b"
        ),
        (
            r"\b(?:he|she) (?:is|was|moved|lives|sleeps) (?:now )?(?:in|into|to) (?:room|bed|flat"
            r"|bay) \d+[a-z]?\b"
        ),
    ),
    sign(
        "the room",
        2,
        "room door flat",
        (
            rf"\b{ONE} (?:in|from) the (?:end|corner|front|back|attic|top|first|last|big|basement) "
            r"(?:room|flat)\b"
        ),
    ),
    sign(
        "what they drive",
        1,
        "scooter van car taxi tractor bike motorbike trike reg registration plate mobility lorry"
        " camper tandem quad wheelchair mini",
        (
            rf"\b{COLOURS} (?:[\w'’-]+ )?(?:scooter|van|car|taxi|tractor|bike|motorbike|trike|mini"
            r"|camper|lorry|quad|wheelchair|tandem)\b"
        ),
        r"\b(?:reg|registration|plate)\b",
    ),
    sign(
        "where they came from",
        1,
        COUNTRIES + " refugee asylum fled speaks spoke speak language convoy camp kindertransport"
        " windrush smuggled lorry dinghy",
        (
            r"\b(?:(?:from|in|left|leaving|fled|fleeing|of) (?:the "
            rf")?(?:{'|'.join(COUNTRIES.split())})"
            r"|refugee|asylum[- ]seeker|seeking asylum|fled|kindertransport|(?:only speaks?"
            r"|speaks? only|spoke only|only spoke|speaks? no|speaks? \w+ and|who speaks?|mother "
            r"tongue)|(?:in|on) a (?:lorry|dinghy|small boat))\b"
        ),
    ),
    sign(
        "where they came from",
        1,
        "vietnamese polish syrian somali eritrean sudanese afghan kurdish ukrainian romanian "
        "chinese"
        " filipino filipina nigerian ghanaian chilean cypriot turkish iraqi iranian traveller roma"
        " jamaican italian portuguese hungarian latvian lithuanian estonian bangladeshi pakistani"
        " jewish muslim sikh hindu hutterite amish bruderhof mormon quaker gaelic welsh-speaking",
        (
            r"\b(?:vietnamese|polish|syrian|somali|eritrean|sudanese|afghan|kurdish|ukrainian"
            r"|romanian|chinese|filipin[oa]|nigerian|ghanaian|chilean|cypriot|turkish|iraqi"
            r"|iranian|traveller|roma|jamaican|italian|portuguese|hungarian|latvian|lithuanian"
            r"|estonian|bangladeshi|pakistani|jewish|muslim|sikh|hindu|quaker) (?:[\w'’-]+ "
            rf")?{ONE}\b"
        ),
    ),
)
