"""What the guard says: one finding, and for each rule its sentence, its message and a safer
wording.
"""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Something in a text that may show who a person is."""

    rule: str
    words: str
    """The words found, with one blank for each run of white space. An override repeats them."""
    severity: str
    """error: it is certain. note: a person must judge."""
    message: str
    hint: str
    nth: int = 0
    """How often the same words stand before this finding in its text."""


class Hit(NamedTuple):
    """A match in a passage: where it starts and ends, and of which rule and severity it is."""

    start: int
    end: int
    rule: str
    severity: str


class RuleMessage(NamedTuple):
    """The texts of a rule: of the list of rules, of a finding, and of its remedy."""

    sentence: str
    what: str
    hint: str
    hidden: bool = False
    """Whether a message shows only the ends of the words, because messages are copied to places
    that outlive the file.
    """


HER_RECORD = "Take it out. Say “her record” or “one person's plan”."
NOT_NEEDED = "Take it out. Nothing in a story needs it."

GUARD_MESSAGES = {
    "privacy-nhs-number": RuleMessage(
        "No NHS number stands in an example.", "an NHS number", HER_RECORD, True
    ),
    "privacy-chi-number": RuleMessage(
        "No CHI number (Scotland) stands in an example.",
        "a CHI number",
        "Take it out. It also gives a date of birth. Say “her record”.",
        True,
    ),
    "privacy-hc-number": RuleMessage(
        "No Health and Care number (Northern Ireland) stands in an example.",
        "a Health and Care number",
        HER_RECORD,
        True,
    ),
    "privacy-ni-number": RuleMessage(
        "No National Insurance number stands in an example.",
        "a National Insurance number",
        NOT_NEEDED,
        True,
    ),
    "privacy-phone": RuleMessage(
        "No person's phone number stands in an example; the public number of a service may.",
        "a phone number",
        "Take it out, or give the public number of the service, such as one that begins with 0300"
        " or 0800.",
        True,
    ),
    "privacy-email": RuleMessage(
        "No person's email address stands in an example; the address of a team or a role may.",
        "a person's email address",
        "Use the address of a team or a role, such as info@ or team@.",
        True,
    ),
    "privacy-handle": RuleMessage(
        "No person's name on social media stands in an example.",
        "a name on social media",
        "Take it out, or name the organisation in words.",
    ),
    "privacy-birth-date": RuleMessage(
        "No date of birth stands in an example.",
        "a date of birth",
        "Say roughly how old: “in her seventies”.",
        True,
    ),
    "privacy-event-date": RuleMessage(
        "No exact day on which something happened to a person stands in an example.",
        "the exact day of something in a person's life",
        "Say roughly when: “early in 2021”, “that spring”.",
    ),
    "privacy-age": RuleMessage(
        "No exact age over 87 stands in an example, because few people are so old.",
        "an exact age over 87",
        "Say “over 85”, or “in her nineties”.",
    ),
    "privacy-name": RuleMessage(
        "No person's name stands in an example. The guard knows titles, common first names and what"
        " stands around a name; it cannot know every name, so a person must look.",
        "a person's name",
        "Say who it is instead: “a woman in her seventies”, “her daughter”, “the social worker”.",
    ),
    "privacy-postcode": RuleMessage(
        "No full postcode of a person's home stands in an example.",
        "a full postcode",
        "Name the town or the area, or give only the first half of the postcode.",
    ),
    "privacy-address": RuleMessage(
        "No address of a person's home stands in an example.",
        "a street address",
        "Name the town or the area, or say “at home”.",
    ),
    "privacy-car-plate": RuleMessage(
        "No number plate stands in an example.", "a number plate", "Say “her car”.", True
    ),
    "privacy-record-number": RuleMessage(
        "No number of a person's record, case, passport or account stands in an example.",
        "the number of a person's record",
        HER_RECORD,
        True,
    ),
    "privacy-other-number": RuleMessage(
        "No number of a pupil, a driving licence or a bank card stands in an example.",
        "a number that belongs to one person",
        NOT_NEEDED,
        True,
    ),
    "privacy-together": RuleMessage(
        "What is harmless alone, such as a small place, an office, a prize, a rare condition, a"
        " family, an age or a day, does not stand together where it can show who someone is.",
        "enough for somebody to know who it is",
        "Could a neighbour tell who it is? Make it wider: name the region and not the village, say"
        " “a rare condition”, or leave out the job, the family or the date.",
    ),
    "privacy-override": RuleMessage(
        "What is let stand under `privacy` is something that the guard finds, in the same words.",
        "no finding",
        "Delete this entry, or copy the rule and the words from the finding.",
    ),
}
"""What each rule says, by its name."""

LIMIT = (
    "The guard finds numbers, addresses, dates and names with a title, such as Mrs. It asks about"
    " common first names, and about people who might be known. It cannot know every name, so a"
    " person must look."
)
"""What the guard cannot do, in words for a contributor."""


def make_finding(rule: str, words: str, severity: str, nth: int = 0) -> Finding:
    """A finding with the message and the hint of its rule."""
    message = GUARD_MESSAGES[rule]
    shown = hidden(words) if message.hidden else f"“{words}”"
    verb = "this is" if severity == "error" else "this may be"
    return Finding(rule, words, severity, f"{verb} {message.what}: {shown}", message.hint, nth)


def make_joint_finding(parts: list[tuple[str, str]]) -> Finding:
    """A finding about several words, given as pairs of the words and what they are."""
    named = [f"{what} (“{words}”)" for words, what in parts]
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    rule = "privacy-together"
    return Finding(
        rule,
        " + ".join(words for words, _ in parts),
        "note",
        f"{'together these' if parts[1:] else 'this'} may show who someone is: {listed}",
        GUARD_MESSAGES[rule].hint,
    )


def hidden(words: str) -> str:
    """The first two and the last two characters, with … between them."""
    return f"{words[:2]}…{words[-2:]}"
