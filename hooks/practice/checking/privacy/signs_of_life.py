"""Signs of a life: its days and ages, a family, a condition, looks, what befell somebody."""

from __future__ import annotations

from .circumstances import MONTH_NAME
from .sign_words import COUNTED, HURTS, NUMBER, NUMBER_WORDS, ONE, sign
from .word_lists import CONDITIONS

OF_LIFE = (
    sign(
        "a day",
        1,
        "january february march april may june july august september october november december"
        " christmas boxing hogmanay easter valentine valentines halloween bonfire",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH_NAME})\b",
        rf"\b(?:{MONTH_NAME}) (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b",
        (
            r"\b(?:christmas|boxing|new year['’]?s|valentine['’]?s|easter) (?:day|eve|sunday"
            r"|monday)\b(?: (?:\d{4}|last year))?"
        ),
        r"\bhogmanay\b",
    ),
    sign(
        "a day",
        2,
        "died passed born funeral killed moved married wedding admitted discharged operation "
        "arrested",
        (
            r"\b(?:died|passed (?:away|on)|was born|funeral|killed|married|wedding|moved|admitted"
            r"|discharged|operation|arrested)\b[^.?!]{0,60}?\b(?:on|of) (?:the )?(?:night of "
            rf"|day of )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH_NAME})|(?:christmas|boxing"
            r"|new year['’]?s|valentine['’]?s|easter|good|mothering) (?:day|eve|sunday|monday"
            r"|friday))"
        ),
    ),
    sign(
        "a great age",
        2,
        "aged old birthday hundred centenarian th telegram turned last",
        (
            r"\b(?:centenarian|10\d(?:th|st|nd|rd)? birthday|(?:aged|turned|is|was|resident,|, ) "
            r"?1[01]\d\b(?! (?:people|beds|per|homes|staff))|a hundred and \w+|oldest (?:man|woman"
            r"|person|resident|lady) (?:in|on|of) )"
        ),
    ),
    sign(
        "a rare condition",
        1,
        "huntington huntingtons mnd rare rarest gene genetic syndrome disease cjd hiv aids tb"
        " tourette tourettes albinism dwarfism transplant conjoined leprosy anthrax hepatitis"
        " amputee amputated blind deaf deafblind schizophrenia downs muscular cystic haemophilia"
        " narcolepsy porphyria motor neurone spina prader rett angelman ataxia korsakoff korsakov"
        " thalidomide polio quadriplegic paraplegic iron laryngectomy trans transgender intersex"
        " lateral batten wilson wilsons williams patau edwards moebius usher fragile ehlers "
        "onset pku"
        " friedreich friedreichs phenylketonuria scleroderma osteogenesis supranuclear locked"
        " achondroplasia wernicke duchenne creutzfeldt",
        (
            rf"\b(?:{'|'.join(CONDITIONS)}|huntingtons|(?:so |very |extremely )?rare(?:st)?\b|gene "
            r"change|HIV|tourettes?|albinism|leprosy|polio|thalidomide|quadriplegic|paraplegic"
            r"|amputee|(?:leg|arm|foot|hand)s? (?:was |were )?amputated|iron lung|laryngectomy"
            r"|trans (?:man|woman|girl|boy|lad)|transgender|intersex|hepatitis [a-e]|deafblind"
            r"|(?:[\w-]+ ){0,2}syndrome)\b"
        ),
    ),
    sign(
        "an age",
        1,
        f"{NUMBER_WORDS} {' '.join(map(str, range(1, 120)))}",
        (
            r"\b(?:man|woman|lad|lass|girl|boy|lady|gentleman|child|widow|widower) (?:of|aged) "
            rf"{COUNTED}\b"
        ),
        rf"\b{COUNTED}[- ]years?[- ]old\b",
        rf"\b(?:aged|turned|turning) {COUNTED}\b(?! (?:and over|or over|to|down|up|round))",
        (
            r"\b(?:he|she|who) (?:is|was) (?:only |just |nearly |now )?(?:\d{1,2}\b(?! of|%)"
            r"|[a-z]+teen\b|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]\w+)"
        ),
        rf", {COUNTED}(?:,| last| this| next| in )",
    ),
    sign(
        "an age",
        2,
        NUMBER_WORDS + " " + " ".join(map(str, range(1, 120))),
        (
            rf"(?:\b(?:is|be|turns|turned|was)|['’]s|['’]ll be) {COUNTED} on (?:the )?(?:\d"
            r"|[a-z]+(?:st|nd|rd|th) of)"
        ),
    ),
    sign(
        "how they look",
        2,
        "nose leg legs arm arms hand hands ear ears eye eyes fingers thumb thumbs foot feet",
        rf"\b{ONE} with (?:no|(?:only )?one) (?:nose|legs?|arms?|hands?|ears?|eyes?|fingers"
        r"|thumbs?)\b",
        r"\b(?:six|seven|four) f(?:oo|ee)t (?:one|two|three|four|five|six|seven|eight|nine|ten"
        r"|eleven"
        r"|tall)\b",
    ),
    sign(
        "how they look",
        1,
        "moustache handlebar lost hands legs arms wears never tattoo tattoos tattooed glass "
        "birthmark scar scars leg "
        "arm eye "
        "beard hair dreadlocks turban"
        " stammer stutter wig hook limp foot feet stone burns face nose ear kilt bowler hat",
        (
            r"\b(?:tattoos?|tattooed|glass eye|birthmark|(?:one|his|her|the|a) (?:[\w-]+ "
            r"){0,2}scars?|one (?:leg|arm|eye|ear)|lost (?:both|one|a|his|her) (?:[\w-]+ "
            r")?(?:hands?|arms?|legs?|feet|foot|eyes?|fingers)|(?:false|wooden|artificial"
            r"|prosthetic) (?:leg|arm|eye)|eye ?patch|(?:red|ginger|purple|pink|blue|green|orange"
            r"|white) (?:hair|beard|mohican|wig)|dreadlocks|(?:six|seven|four) f(?:oo|ee)t (?:\w+)"
            r"|(?:\d+|thirty|forty|twenty) stone|long (?:white|grey|red) (?:hair|beard)|burns to"
            r"|always wears? (?:a|his|her)|never without|(?:handlebar|waxed|big|white) moustache)\b"
        ),
    ),
    sign(
        "the family",
        2,
        "conjoined siamese quads quadruplets quins quintuplets hip",
        r"\b(?:conjoined|siamese) (?:twins?|sisters|brothers)\b|\bjoined at the hip",
        r"\b(?:quads|quadruplets|quins|quintuplets)\b",
    ),
    sign(
        "the family",
        1,
        "twin twins triplet triplets quads quadruplets quins eldest youngest adopted widow widower"
        " brothers sisters children sons daughters cousins brother sister mother father",
        (
            r"\b(?:twins?|triplets?|quad(?:ruplet)?s|quins|(?:eldest|youngest|oldest|middle|one"
            rf"|last|mother|father|mum|dad) of (?:the )?(?:{NUMBER}|\d+)|widow(?:er)? of|adopted"
            rf"|(?:same as|like) (?:his|her) (?:{NUMBER} )?(?:brothers?|sisters?|mother|father|mum"
            rf"|dad|son|daughter|cousin)|(?:{NUMBER}) (?:brothers|sisters|children|sons|daughters)"
            r"|both (?:his|her) (?:parents|brothers|sisters|sons|daughters|legs))\b"
        ),
    ),
    sign(
        "the family",
        2,
        "children brothers sisters sons daughters",
        (
            r"\b(?:eight|nine|ten|eleven|twelve|[a-z]+teen|twenty) (?:children|brothers|sisters"
            r"|sons|daughters)\b"
        ),
    ),
    sign(
        "the family",
        2,
        "aged ages",
        r"\baged? \d{1,2}(?:, \d{1,2})*,? and \d{1,2}\b",
    ),
    sign(
        "what befell them",
        2,
        HURTS + " stabbing shooting",
        r"\b(?:stabbed|shot|murdered|drowned|hanged|raped|burned|crushed|killed|mugged) (?:at|in"
        r"|outside"
        r"|on|off|near) (?:the|our|(?-i:[A-Z]))",
        r"\b(?-i:[A-Z][\w'’-]+) (?:fire|crash|stabbing|shooting|explosion|bombing|murders?|robbery"
        r"|flood|shipwreck|landslide|avalanche)\b",
    ),
    sign(
        "what befell them",
        1,
        HURTS + " found",
        rf"\b(?:{'|'.join(HURTS.split())}|found (?:in|at|on|under|by|dead|hanging))\b",
    ),
)
