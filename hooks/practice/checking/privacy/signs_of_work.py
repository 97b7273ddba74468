"""Signs of work and of what somebody has won: an office, a trade, a shop, a club, a relation who is
of the staff.
"""

from __future__ import annotations

from .circumstances import CAPITALISED
from .sign_words import HIGH_OFFICE, HOLDER, KINDRED, TRADE, TRADES, sign
from .word_lists import KIN

OF_WORK = (
    sign(
        "a prize or a club",
        2,
        "cross medal mc dso",
        r"\b(?:victoria cross|george (?:cross|medal)|military (?:cross|medal)|(?-i:MC|DSO|DFC))\b",
    ),
    sign(
        "a relation of staff",
        2,
        "ex partner wife husband sister brother mother mum father dad son daughter neighbour friend"
        " cousin aunt uncle",
        r"\b(?:ex|partner|wife|husband|sister|brother|mother|mum|father|dad|son|daughter"
        r"|neighbour|friend"
        r"|cousin|aunt|uncle),? who (?:is|was) our\b",
    ),
    sign(
        "what they do or did",
        2,
        TRADES,
        rf"\b(?:is|was|been|become|became) the (?:[\w'’-]+ )?{TRADE}\b(?!['’]s)",
    ),
    sign(
        "kin of somebody known",
        2,
        TRADES,
        rf"\b{TRADE}['’]s (?:own )?{KINDRED}\b|\b{TRADE}['’]s widow(?:er)?\b",
    ),
    sign(
        "kin of somebody known",
        2,
        " ".join(KIN),
        rf"\b{KINDRED} (?:of|to) the (?:man|woman|boy|girl|lad|lass|couple|one) (?:who|from|in"
        r"|that|found)\b",
    ),
    sign(
        "a business of their own",
        2,
        "ran run runs owned owns kept had has built opened pub shop hotel garage",
        (
            r"\b(?:ran|runs?|owned|owns|kept|built|opened|took over) (?:the|our|that) (?:[\w'’-]+ "
            r"){0,2}?(?:pub|shop|chippy|post office|garage|hotel|bakery|butchers?|salon|dairy"
            r"|farm|sweetie shop|newsagents?|cafe|café|cinema|theatre|newspaper|ferry|boatyard"
            r"|mill|school|surgery|brewery|distillery|guest ?house|takeaway|restaurant|caravan "
            r"park|stables|kennels|library|museum|choir|band)\b"
        ),
    ),
    sign(
        "a prize or a club",
        1,
        "medal medals trophy cup champion championship champions won captain record gold silver"
        " bronze olympic olympics paralympic paralympics played plays sang sings goal capped caps"
        " marathon band choir darts bowls team scored danced boxed swam rode raced wrestled rugby"
        " football shinty camogie hurling cricket snooker crowned queen eisteddfod mod bard"
        " commonwealth obe mbe bem",
        (
            r"\b(?:medals?|trophy|champions?(?:hip)?|won (?:the|a|an|first|best|his|her|gold"
            r"|silver)|captain(?:ed)?|record holder|(?:world|british|scottish|welsh|irish|county"
            r"|national) record|olympic\w*|paralympic\w*|(?:plays?|played|sang|sings|bowled|boxed"
            r"|swam|ran|rode|raced|wrestled|danced|scored|drummed) (?:\w+ ){0,3}?(?:for|with|in"
            r"|at|against|on)|kept goal|capped|marathon|gala queen|carnival queen|eisteddfod"
            r"|royal national mod|bard|cup final|commonwealth games|OBE|MBE|BEM|darts|bowls club"
            r"|pipe band|brass band|(?:male voice )?choir)\b"
        ),
    ),
    sign(
        "a prize or a club",
        1,
        "lesson bells organ accordion bagpipes fiddle harp drum cornet trombone",
        (
            r"\b(?:reads? the lesson|r[iau]ngs? the bells|play(?:s|ed)? the (?:organ|accordion"
            r"|bagpipes|fiddle|harp|drums?|cornet|trombone))\b"
        ),
    ),
    sign(
        "a prize or a club",
        2,
        "plays played row rowed ran run swam boxed rode raced wrestled fought skied sailed danced"
        " sang bowled cycled capped caps shot threw jumped dived fenced climbed",
        (
            r"\b(?:plays?|played|row|rowed|run|ran|swim|swam|boxe?[ds]?|ride|rode|raced?|wrestled"
            r"|fought|skied|sail(?:ed)?|danced|sang|bowled|cycled|capped|shot|threw|jumped|dived"
            rf"|fenced|climbed)(?: [\w'’-]+){{0,3}}? (?:for|with) (?:the )?(?-i:{CAPITALISED})"
        ),
    ),
    sign(
        "a relation of staff",
        2,
        " ".join(KIN) + " twin partner law parent parents family granda ex whose",
        (
            rf"\b(?:{KINDRED}|ex) of (?:one of )?(?:our|the|a|another) (?:[\w'’-]+ )?(?:staff"
            r"|nurses?|carers?|workers?|manager|managers|cook|domestics?|seniors?|member of)\b"
        ),
        (
            r"\bone of (?:our|the) (?:[\w'’-]+ ){0,2}(?:staff|nurses|carers|workers"
            rf"|team)['’]?s?['’]? (?:own )?{KINDRED}\b"
        ),
        rf"\b{KINDRED}, (?:who is |who was )?one of our own\b",
        rf"\bwhose (?:{KINDRED}) (?:works|worked|nurses) (?:here|with us|on|in|for)\b",
        rf"\b(?:staff member|colleague|manager|nurse|cook|carer)['’]s (?:own )?{KINDRED}\b",
    ),
    sign(
        "a relation who works near",
        2,
        " ".join(KIN),
        (
            rf"\b{HOLDER} (?:is|was|works|runs|owns|drives|teaches|cleans|nurses|cooks|sits"
            r"|chairs) (?:[\w'’-]+ ){0,5}?(?:our|here|the (?:village|local|town|parish|island)"
            r"|this (?:home|ward|unit|office|team|village))\b"
        ),
    ),
    sign(
        "a school",
        1,
        "school academy college nursery reception class year primary sixth university course "
        "grammar"
        " ysgol gaelscoil",
        (
            r"\b(?:at|in|to|from|goes to|attends|the) (?:[\w'’-]+ ){0,4}?(?:school|academy"
            r"|college|nursery|university|ysgol|gaelscoil|grammar)\b"
        ),
        r"\b(?:year|primary|p|s) ?\d{1,2}\b",
        r"\bcourse at\b",
    ),
    sign(
        "an office",
        2,
        "former retired ex late dean principal colonel general matron provost lord sheriff "
        "bishop mp msp mla headteacher mayor convener",
        (
            rf"\b(?:former|retired|ex-?|(?:his|her) {KINDRED} (?:is|was) (?:the|our|a)) "
            rf"?(?:[\w'’-]+ )?{HIGH_OFFICE}\b"
        ),
    ),
    sign(
        "an office",
        2,
        "mp msp ms mla provost mayor bishop councillor headteacher sheriff",
        (
            rf"\b(?:was|is|been|be|as|became) (?:the|our|a) (?:[\w'’-]+ )?{HIGH_OFFICE} (?:round "
            r"here|here|for|of|at|in)\b"
        ),
    ),
    sign(
        "kin of somebody known",
        2,
        " ".join(KIN) + " law twin partner",
        (
            rf"\b{KINDRED}(?:-in-law)? (?:of|to) (?:the|our|a) (?:[\w'’-]+ "
            rf"){{0,2}}?(?:{HIGH_OFFICE}|{TRADE})\b"
        ),
        (
            r"\b(?:left (?:him|her) for|engaged to|married to|going out with|affair with|ex of) "
            r"(?:the|our|one of (?:our|the)) "
        ),
    ),
    sign(
        "what they do or did",
        1,
        TRADES + " head post mp msp mla lord chief sheriff principal matron bailie colonel general",
        (
            r"\b(?:is|was|as|been|be|being|became|a|an|the|former|retired|ex-?|our|local|village"
            rf"|old|his|her|once|that) (?:[\w'’-]+ ){{0,2}}?(?:{TRADE}|{HIGH_OFFICE})\b(?!['’]s\b)"
        ),
    ),
    sign(
        "what they do or did",
        2,
        TRADES,
        (
            rf"\b(?:{TRADE}) (?:at|of|in|on|for) (?:the|our) (?:cathedral|village|town|church"
            r"|chapel|abbey|castle|palace|theatre|harbour|pit|colliery|docks?|lifeboat|island"
            r"|parish|mosque|temple|synagogue|school|station|estate|mill|glen|ferry|market"
            r"|shipyard)\b"
        ),
        (
            r"\b(?:former|retired|ex-?) (?:[\w'’-]+ )?(?:international|england|scotland|wales"
            r"|ireland|irish|scottish|welsh|british|olympic|premier league|county) (?:[\w'’-]+ "
            rf")?(?:{TRADE}|player|captain|manager)\b"
        ),
    ),
    sign(
        "what they made",
        1,
        "wrote invented built founded started designed painted carved composed discovered opened",
        (
            r"\b(?:he|she|who|man|woman|lady|gentleman) (?:had |once |also )?(?:wrote the|invented"
            r"|built the|founded|started the|designed the|painted the|carved the|composed"
            r"|discovered|opened the (?:first|shop|cafe|pub|village))\b"
        ),
    ),
    sign(
        "where they work",
        1,
        "works worked job employed volunteers volunteered volunteer runs ran owns"
        " owned drove drives delivers delivered sells sold taught teaches served serves shift"
        " manages managed plays played apprentice built kept",
        (
            rf"\b(?:he|she|who|and|to|has|had|{KINDRED}|man|woman|lady|lad|lass) (?:used to |still "
            r"|has |had |once |also |both )?(?:work(?:s|ed|ing)?|volunteer(?:s|ed)?|ran|run|runs"
            r"|owns?|owned|drives?|drove|delivers?|delivered|sells?|sold|taught|teach|teaches"
            r"|serve[sd]?|built|manage[sd]?|kept)\b(?! (?:out|hard|well|away|with (?:her|him|us"
            r"|them)|together|asking|saying|going|on|us|him|her|towards|up|it)\b)(?: "
            r"(?:[\w'’-]+)){0,5}? (?:at|in|on|for|the|a|our|as)\b"
        ),
        (
            r"\b(?:his|her|a|the) (?:[\w'’-]+ )?(?:job|shift|apprenticeship|placement) (?:at|in|on"
            r"|with)\b"
        ),
    ),
)
