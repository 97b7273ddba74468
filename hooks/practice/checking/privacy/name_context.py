"""Expressions for what stands around a plain name, and for what shows that a word with a capital is
not a name.
"""

from __future__ import annotations

from .lists import Expression, names
from .names import CAPITAL

OPENERS = names("openers")
NEVER = names("common", "not-names", "openers")
NOBODY = Expression(r"(?i:\b{nobody-near}\b)")
ARTIST = Expression(r"(?i:\b{artist-near}\b)")
ANIMAL_BEFORE = Expression(
    r"(?i:\b{animals}(?:,| called| named|['’]s name is)?(?: is| was)?(?: called| named)? $)"
)
ANIMAL_AFTER = Expression(
    r"(?i:,? (?:is |was )?(?:the|our|his|her|their|a|an) (?:[\w-]+ ){0,3}?{animals}\b"
    r"(?! (?:lover|owner|walker)))"
)
THING_CALLED = Expression(
    r"(?i:\b{things},? (?:(?:that|which|we|is|are|was|were) ){0,3}(?:called|named)\b|\bnames? "
    r"of (?:[\w'’-]+ ){0,3}?{things}\b)"
)
PRIVATE = Expression(r"(?i:\b{private})")
OWNED = Expression(
    r"['’] ?s? (?:(?:own|older|younger|elder|late|step|wee|youngest|eldest|only|other|two|three"
    r"|little|big|favourite|new|old) )?(?i:{owned})\b"
)
ONE_OF_OURS = Expression(
    r", (?:our|one of our|an?|the|his|her|who (?:is|was) (?:our|an?|the)) (?:[\w-]+ ){0,2}{ours}\b"
)
CHILD = Expression(r" \((?:aged )?(?:1[0-7]|[1-9])\)")
"""The age of a child behind a name."""
LABELS = names("labels")
DOES = Expression(r" (?:(?:still|now|always|never|often|really|just|also) )?{human}(?!\w)")
LINKS = frozenset(("to", "with", "for", "by", "of", "after", "beside"))
GOES_ON = Expression(
    r"(?:$|,(?! which)|[.;!?)\x00]| (?!in (?:the )?[A-Z])(?:to|with|in|out|that|by|when|while"
    r"|and|was|is|at|on|if|how|what|a|the|for|who|because|so|up|from|feel|choose|stay|keep|his|her"
    r"|into|after|before|as|could|would|had|has|he|she|until|about|where|every|each|get|go|through"
    r"|but)\b)"
)
NO_NAME = Expression(
    r"(?:[^s]s|men|ed|^(?!X|Zh|Q[^u]|Jing|Mei|Ying).{1,40}ing|ly|ion|ment|ness|ity|ship|ance|ence"
    r"|people|children|staff)$"
)
"""The end of a word that may begin a sentence and is seldom a name."""
SURNAME = Expression(
    rf"\b(?:the|them|those|both|all) (?P<what>{CAPITAL}[a-zà-ÿ'’-]+)(?= {{related}}\b)"
)
"""A family's name before its members."""
CELTIC = Expression(rf"\b{{celtic-verbs}} (?P<what>{CAPITAL}[a-zà-ÿ'’-]+)")
"""A Gaelic, Irish or Welsh verb stands before who does it."""
INITIALS = Expression(
    r"\b(?!(?:U\.K|U\.S|N\.I|E\.U|B\.C|A\.D|P\.S|N\.B|P\.A|R\.E|P\.E|I\.T|Q\.I|A\.I|N\.H|B\.B"
    r"|I\.Q)\b)(?P<what>(?:[A-Z]\. ?){1,2}[A-Z]\.?|[A-Z]{1,2}Ma?c[A-Z])"
    r"(?=, (?:(?:aged )?\d|the|an?|our|who)\b| (?:was|is|has|had|gets|got|likes|loves|hates"
    r"|refuses|wanted|wants|came|went|needs|cannot|can['’]?t|does|did|stays|lives|lived|moved|fell"
    r"|told|said|asked|will|would|who|became|could|[a-z]{3,}s|and (?:his|her|i))\b)"
)
