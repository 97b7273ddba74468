"""Signs that many know somebody: the only one, the news, a case, a page of their own, a by-name, a
deed.
"""

from __future__ import annotations

from .circumstances import CAPITALISED
from .sign_words import NUMBER, ONE, sign

OF_FAME = (
    sign(
        "people know them",
        2,
        "taught married baptised delivered christened buried",
        r"\b(?:taught|married|baptised|delivered|christened|buried) (?:most|half|all)(?: of)? "
        r"(?:the"
        r"|us|our|(?-i:[A-Z]))",
    ),
    sign(
        "the news",
        2,
        "television tv radio fm video film poster advert documentary programme photo",
        r"\bon (?-i:[A-Z]\w+) (?:television|tv|radio|fm)\b",
        rf"\b{ONE} (?:from|in|on) the (?:[\w'’-]+ ){{0,3}}?(?:video|film|poster|advert|documentary"
        r"|programme|photo)\b",
    ),
    sign(
        "a deed",
        2,
        "killed murdered stabbed shot drowned missing found rescued kidnapped hit crushed "
        "electrocuted",
        rf"\b(?:{ONE}) (?:who|that) (?:was|were|went|got|had been|has been) (?:[a-z]+ )?(?:killed"
        r"|murdered"
        r"|stabbed|shot|drowned|missing|found|rescued|kidnapped|hit by|crushed|electrocuted)\b",
    ),
    sign(
        "a by-name",
        2,
        "calls call called nickname nicknamed known goes answers",
        (
            r"\b(?:(?:everyone|everybody|we all|staff|people|they|all) (?:[\w'’-]+ "
            r"){0,3}?(?:calls?|called) (?:him|her) |nickname(?:d)? (?:is |was )?|goes by (?:the "
            r"name (?:of )?)?|answers (?:only )?to |better known as |known to (?:all|everyone) as "
            rf")(?:['\"“‘]|the )?(?-i:{CAPITALISED})"
        ),
    ),
    sign(
        "a case known to many",
        1,
        "case review child adult inquiry everybody everyone whole talked",
        (
            r"\b(?:serious case review|significant case review|child practice review|homicide "
            r"review|(?:child|adult|baby|mr|mrs|ms) [a-z]\b(?!['’])|(?:everyone|everybody|the "
            r"whole (?:village|town|island|street|estate|school|place)|whole (?:village|town)) "
            r"(?:\w+ ){0,2}?(?:talked|talks|knows?|knew|heard|remembers|raised|saw|turned"
            r"|came))\b"
        ),
    ),
    sign(
        "a case known to many",
        2,
        "child adult baby mr mrs ms",
        r"\b(?:he|she|who) (?:was|is|became) (?:child|adult|baby|mr|mrs|ms) (?-i:[A-Z])\b",
    ),
    sign(
        "a deed",
        2,
        "found saved rescued killed won survived escaped swam climbed cycled beat stole robbed "
        "crashed"
        " discovered hijacked fell jumped did led started caught landed flew",
        (
            rf"\b(?:{ONE}|nurse|worker) (?:who|that)(?: had| once|['’]d)* (?:found|saved|rescued"
            r"|killed|won|survived|escaped|swam|climbed|cycled|beat|stole|robbed|crashed"
            r"|discovered|hijacked|caught|landed|flew|fell (?:off|from|in|into|down|through)"
            r"|jumped|did the|led the|started the) "
        ),
    ),
    sign(
        "a page, a picture or a video",
        2,
        "facebook instagram youtube tiktok twitter blog blogs vlog channel website podcast"
        " justgiving gofundme photo photos photograph photographs picture pictures video film "
        "videos snapchat page linkedin"
        " onlyfans twitch etsy ebay",
        (
            r"\b(?:his|her|their|its) (?:own )?(?:[\w'’-]+ )?(?:facebook|instagram|youtube|tiktok"
            r"|twitter|blog|vlog|channel|website|podcast|justgiving|gofundme|linkedin|twitch"
            r"|etsy)\b"
        ),
        (
            r"\b(?:writes|wrote|has|keeps|runs|started) (?:a|the) (?:[\w'’-]+ )?(?:blog|vlog"
            r"|youtube|podcast|(?:facebook|web) ?page|website|channel)\b"
        ),
        (
            r"\b(?:photos?|photographs?|pictures?|videos?|film) of (?:him|her"
            r"|them)\b.{0,30}\b(?:page|website|facebook|online|leaflet|youtube|tiktok|paper|site"
            r"|foyer|cover)\b"
        ),
        (
            r"\b(?:he|she)(?: is|['’]s)? (?:on|all over) (?:the )?(?:facebook|instagram|youtube"
            r"|tiktok|our website|our web page|the cover)\b"
        ),
    ),
    sign(
        "a place of one kind",
        1,
        "cathedral lighthouse castle abbey convent monastery manse palace zoo observatory "
        "racecourse"
        " lifeboat harbour pier priory temple synagogue gurdwara mosque",
        (
            r"\b(?:at|in|from|on|of) (?:the|our) (?:[\w'’-]+ )?(?:cathedral|lighthouse|castle"
            r"|abbey|convent|monastery|manse|palace|zoo|observatory|racecourse|lifeboat|harbour"
            r"|pier|priory|temple|synagogue|gurdwara|mosque)\b"
        ),
    ),
    sign(
        "an event",
        1,
        "gala parade show festival carnival fete fair switch regatta games concert pantomime panto"
        " marathon jubilee coronation storm eclipse march riot strike protest flood wedding "
        "highland"
        " eisteddfod mod riots floods",
        (
            r"\b(?:from|at|in|of|during|after|before|since) (?:the|our|a|last year['’]s) "
            r"(?:[\w'’-]+ ){0,3}?(?:gala|parade|show|festival|carnival|fete|fair|switch-on"
            r"|regatta|games|concert|pantomime|panto|jubilee|coronation|storm|eclipse|march|riots?"
            r"|strike|protest|floods?|eisteddfod|mod)\b"
        ),
    ),
    sign(
        "people know them",
        1,
        "know knows knew recognise recognised recognises recognize known knowing wave waves taught"
        " married baptised delivered christened",
        (
            r"\b(?:(?:people|everyone|everybody|anyone|anybody|folk|neighbours|locals|most "
            r"people) (?:[\w'’-]+ ){0,3}?(?:knows?|knew|recogni[sz]e[sd]?|would know)|know "
            r"exactly who|known to (?:everyone|all|us)|without everyone knowing|(?:still )?waves? "
            r"(?:at|to) (?:him|her)|(?:taught|married|baptised|delivered|christened) (?:most|half"
            r"|all) of us)\b"
        ),
    ),
    sign(
        "seen about",
        1,
        "walks walked stands stood sits sat pushes pushed feeds fed sings busks busked sells "
        "sold begs"
        " cycles directs dances shouts waves preaches",
        (
            r"\b(?:walks|walked|stands|stood|sits|sat|pushes|pushed|feeds|fed|sings|sang|busks"
            r"|busked|sells|sold|begs|cycles|directs|dances|shouts|waves|preaches) (?:[\w'’-]+ "
            r"){0,5}?(?:outside|round|around|through|along|up and down|in|by|at) (?:the|our) "
            r"(?:town|village|market|station|square|harbour|high street|shops|church|bridge|pier"
            r"|front|prom|precinct|bus|cathedral)\b"
        ),
    ),
    sign(
        "the news",
        2,
        "paper papers news newspaper telly television tv radio gazette echo herald courier "
        "chronicle"
        " press headline headlines front viral documentary inquest famous publicity reporters"
        " journalists trial lottery bbc itv stv alba channel countdown mastermind crimewatch "
        "songs bake",
        (
            r"\b(?:in|on|all over|to|from|by|of|told) (?:all )?(?:the|our|every|their|local) "
            r"(?:[\w'’-]+ )?(?:news(?:paper)?s?|papers?|telly|television|tv|radio|gazette|echo"
            r"|herald|courier|chronicle|press|headlines?|front page|reporters|journalists)\b(?! "
            r"(?:by|on|from|release|team|office))"
        ),
        (
            r"\b(?:on|for|by|to) (?:the )?(?:bbc|itv|stv|s4c|channel (?:4|four|5|five)|bbc alba"
            r"|radio (?:\d|\w+))\b"
        ),
        (
            r"\bon (?:national |local |live )?(?:telly|television|tv|radio|countdown|mastermind"
            r"|crimewatch|songs of praise|bake off)\b"
        ),
        r"\bfront page\b",
        r"\b(?:went|gone) viral",
        r"made the (?:headlines|news|papers?)",
        r"documentary (?:about|on|with)",
        r"\bthe inquest\b",
        r"\b(?:famous|well known|well-known) (?:for|as|in|round|locally)",
        r"won the (?:\w+ )?lottery",
        r"\b(?:his|her) (?:inquest|trial|murder trial|court case)\b",
    ),
    sign(
        "the only one",
        2,
        "only sole lone",
        (
            r"\b(?:the|our|an?|his|her|this|that|as) (?:only|sole|lone) (?:[\w'’-]+ "
            rf"){{0,3}}?{ONE}\b(?! (?:who|that|to be|left|thing|way)\b)"
        ),
        (
            rf"\bonly {NUMBER} (?:other )?(?:families|people|children|households|men|women|cases"
            r"|babies) (?:in|on|with|here)\b"
        ),
    ),
    sign(
        "the only one",
        1,
        "there first last oldest youngest tallest biggest longest fastest heaviest smallest",
        rf"\bthere (?:is|was) (?:only |just )?one (?:[\w'’-]+ ){{0,2}}{ONE}\b",
        (
            r"\b(?:the|our|their) (?:very )?(?:first|last|oldest|youngest|tallest|biggest|longest"
            rf"|fastest|heaviest|smallest)(?:[ -][\w'’-]+){{0,2}} {ONE}\b"
        ),
        r"\b(?:the|our) (?:first|last) to (?:\w+)",
        (
            r"\b(?:first|last|oldest|youngest) \w+ (?:in|on|of) (?:the|our|this) (?:village|island"
            r"|town|county|parish|world|country|estate|home|class|school)\b"
        ),
    ),
    sign(
        "the only one",
        2,
        "oldest youngest tallest biggest fastest longest smallest",
        (
            r"\b(?:oldest|youngest|tallest|biggest|fastest|longest[ -]\w+|smallest) (?:[\w'’-]+ "
            rf")?{ONE} (?:in|on|of) (?:the (?:world|country|village|island|town|county|uk|parish"
            rf"|street)|(?-i:{CAPITALISED}))"
        ),
    ),
    sign(
        "well known",
        2,
        "use say give know remember recognise recall heard google guess name band song hit books "
        "book column"
        " poem play tune recipe invented picture mural statue street bridge famous star celebrity"
        " written wrote painted composed presented",
        (
            r"\b(?:you|anyone|anybody|everyone|we|locals|folk|people)(?:['’]d| would| will|['’]ll"
            r"| may| might| all|)(?: all)? (?:know|remember|recogni[sz]e|recall|have heard of) "
            r"(?:him|her|who|the name|his|them|their)\b"
        ),
        (
            r"\b(?:he|she|who|man|woman|lady|gentleman)(?: had|['’]d)? (?:wrote|written|painted"
            r"|presented|composed|invented|designed|built|drew) (?:the|those|that|all the)\b"
        ),
        r"\b(?:had|has|with) (?:that|the|a) (?:[\w'’-]+ )?hit\b",
        r"\bthat band\b",
        (
            r"\b(?:won['’]t|can['’]t|cannot|will not|must not) (?:use|say|give|name) (?:who|his|her"
            r"|him)(?: \w+)? ?(?:name)?\b"
        ),
        (
            r"\b(?:street|road|bridge|bench|ward|trophy|rose|school|stand|pub) (?:is|was) named "
            r"after (?:him|her|his|their)"
        ),
        r"\bcelebrity\b",
        r"\b(?:guess|google) (?:who|him|her)\b",
    ),
)
