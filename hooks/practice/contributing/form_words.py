"""What the form says of a mistake: one sentence, in the words of the field's label, that says what
to do.

`practice check` speaks to people who write files, by the table in messages.py. A key here is a key
there, with the path of a field behind a colon where one field needs words of its own.
"""

from __future__ import annotations

SAYINGS = {
    "required": "Fill in: {label}",
    "required:title": "Enter a title, for example: Tea at eleven in a care home in Fife",
    "required:summary": "Write a summary: what was tried, and what came of it",
    "required:kind": "Choose whether you are telling us yourself, or it is published already",
    "required:settings": "Tick the setting: where it happened",
    "required:roles": "Tick whom it is useful for",
    "required:themes": "Tick the themes: what it is about",
    "required:knowledge": "Tick what it rests on: how you know",
    "required:context": "Write why they tried it. What was hard before?",
    "required:what_they_did": "Write what they did, step by step",
    "required:what_changed": "Write what changed, or that it is not known yet",
    "required:limits": "Write what is not known",
    "required:questions": "Add a question to talk about",
    "required:ask": "Write the question",
    "required:use": "Choose where the question works best",
    "required:read": "Choose how much you read of the source",
    "required:basis": "Choose why we may tell it",
    "required:consent": "Choose why we may tell it",
    "required:added": "Enter the day it came in, for example 25 November 2026",
    "required:from": "Enter the year it began, for example 2024",
    "required:to": "Enter the year it ended, for example 2025",
    "too-short": "{label} must have {least} letters or more. It has {count}",
    "too-long": "{label} must have {most} letters or fewer. It has {count}",
    "too-few": "{label}: add one more",
    "too-many": "{label}: choose {most} at most. You chose {count}",
    "choice": "{label}: choose one of the list",
    "number": "{label} must be a year, for example 2024",
    "number/small": "{label} must be {least} or later",
    "number/large": "{label} must be {most} or earlier",
    "date": "{label} must be a day, for example 1 November 2026",
    "date/two-days": (
        "{label}: {given} could be two days. Write the month as a word, for example 3 April 2026"
    ),
    "date/no-such-day": "{label}: there is no day {given}. Write it like this: 1 November 2026",
    "date/year": "{label}: the year must be {first} or later, and {last} or earlier",
    "link/https": "{label} must begin with https://. Copy it from the address bar",
    "link/address": "{label} must be a web address. Copy it from the address bar",
    "id": "{label}: choose it from the list that opens as you type",
    "id/place": "{label}: choose it from the list",
    "id/guide": "{label}: choose it from the list",
    "id/orcid": "ORCID must look like this: 0000-0002-1825-0097",
    "shape/form": "{label}: look at the example above, and write it like that",
    "easy-words": "{label}: write one short sentence with one idea, and end it with a full stop",
    "organisation-is-named": "Enter the organisation that did it",
    "nation-is-named": "Choose the nation",
    "published-has-a-source": "Add a source: where it is published",
    "source-is-named": "Enter the title and the publisher of the source",
    "source-is-named/twice": "Give the id in our list of sources, or the title and the rest",
    "period-runs-forwards": "The year it ended must not be before the year it began",
    "learning-says-whose": "Choose who says so: what others can learn",
    "learning-says-whose/alone": "Write what others can learn, since you chose who says so",
    "review-lies-ahead": "To be checked by: enter a day after the day it was last checked",
    "withdrawal-is-explained": "Enter the day and the reason of the withdrawal",
    "withdrawal-is-explained/alone": "Status: choose Withdrawn, or empty the withdrawal",
    "consent-fits-the-kind": (
        "Why we may tell it: choose a reason that fits what you chose under Kind"
    ),
    "agreement-is-recorded:covers": "Enter what was agreed to, for example: this page",
    "agreement-is-recorded:agreed_on": "Enter the day it was agreed, for example 1 November 2026",
    "agreement-is-recorded:ask_again": "Enter the day to ask again, for example 1 November 2028",
    "agreement-is-recorded:reference": "Enter where the record is kept. Never a name",
    "contributed-says-whom-it-is-about": "Choose whom it tells of",
    "people-agree-to-their-own-story": (
        "Ask {whom} first. Then choose “The people it is about agreed”"
    ),
    "a-second-person-has-looked": (
        "Enter the job of the second person who read it, for example team leader"
    ),
    "asking-again-lies-ahead": "The day to ask again must be after the day it was agreed",
    "title-and-summary-are-plain": "{label}: take out the sign {sign}",
    "no-html": "{label}: take out {words}. Write “less than” for the sign <",
    "no-images": "{label}: take out the picture, and say in words what it shows: {words}",
    "no-headings": "{label}: take out the sign that makes a heading: {words}",
    "link": "{label}: the address of a link must begin with https:// here: {words}",
    "unknown-reference": "{label}: choose it from the list that opens as you type",
    "named-twice": "{label}: take out one of the two that are the same",
    "unique-title": "Another example has this title. Say what is different about yours",
    "unique-id": "Another example has this name of the file. Choose another",
    "file-name": "Name of the file: use small letters, digits and hyphens, for example {better}",
    "person-has-looked": "Read it once more as a stranger would. Then tick the box",
}
"""One sentence by key."""
HELP = {
    "kind": "",
    "about": "It says whose agreement is needed.",
    "learning_basis": "",
    "questions.use": "",
    "sources.read": "",
    "consent.basis": "",
    "status": "",
    "knowledge": "How you know.",
    "consent.agreed_on": "For example 1 November 2026.",
    "consent.ask_again": "For example 1 November 2028.",
    "withdrawn.on": "For example 1 November 2026.",
    "changes.on": "For example 1 November 2026.",
    "added": "For example 1 November 2026.",
    "reviewed": "For example 1 November 2026.",
    "review_by": "For example 1 November 2028.",
}
"""What the form explains, by the path of a field, where the file's own words would say the choices
twice, or ask for YYYY-MM-DD.
"""
APPLIES = {
    "organisation": {"kind": ["", "published", "contributed"]},
    "nation": {"kind": ["", "published", "contributed"]},
    "about": {"kind": ["contributed"]},
    "checked_by_role": {"kind": ["contributed"]},
    "consent.covers": {"consent.basis": ["organisation-agreed", "people-agreed"]},
    "consent.agreed_on": {"consent.basis": ["organisation-agreed", "people-agreed"]},
    "consent.ask_again": {"consent.basis": ["organisation-agreed", "people-agreed"]},
    "consent.reference": {"consent.basis": ["organisation-agreed", "people-agreed"]},
    "withdrawn": {"status": ["withdrawn"]},
}
"""Fields that are asked for only when another has one of these values."""
