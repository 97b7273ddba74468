"""The messages of every rule: one table of messages and hints, with placeholders in braces.

The command line fills it here. The form on the site fills the same table, published as
``/schema/messages.json``, so that the same fault has the same words everywhere. A key is the rule's
name, with a word after a stroke where a rule has more than one message.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple


class Message(NamedTuple):
    """What is wrong, and what would be right."""

    message: str
    hint: str


MESSAGES = {
    # the shape of a value
    "required": Message("{name} is missing", "Add it: {described}"),
    "unknown-field": Message("there is no field {name}", "{nearest}The fields here are: {fields}."),
    "unknown-field/forbidden": Message(
        "{name} is not written here", "Delete this line: the file's name says it."
    ),
    "empty": Message(
        "{name} is empty",
        "Write the value after the colon, or delete the line if you have nothing to say here.",
    ),
    "empty/required": Message("{name} is empty", "Write the value after the colon."),
    "empty/item": Message("{name} is empty", "Write it after the hyphen, or delete the line."),
    "shape/lines": Message(
        "a list of “field: value” lines is needed here", "Look at the template."
    ),
    "shape/text": Message(
        "{name} must be text, not a list or a group",
        "If the text has a colon or a bracket in it, put it in quotes.",
    ),
    "shape/group": Message(
        "{name} must be a group of “field: value” lines", "Look at the template for its fields."
    ),
    "shape/form": Message("{name}: {given} is not of the right form", "It must match {pattern}"),
    "shape/kind": Message("{name}: {given} is not of the right kind", "{error}"),
    "shape/other": Message("{name} is not of the right kind", "{error}"),
    "too-short": Message(
        "{name} has {count} characters; {least} is the least", "Say a little more."
    ),
    "too-long": Message("{name} has {count} characters; {most} is the most", "Shorten it."),
    "list": Message("{name} must be a list", "Write it in square brackets, like this: [{given}]"),
    "list/group": Message(
        "{name} must be a list", "Begin each item with a hyphen and a space: - {first}: …"
    ),
    "too-few": Message("{name} has {count} items; {least} is the least", "Add one."),
    "too-many": Message(
        "{name} has {count} items; {most} is the most", "Keep the ones that matter most."
    ),
    "choice": Message("{name}: {given} is not one of the choices", "Choose one of: {choices}."),
    "choice/truth": Message("{name}: {given} is neither true nor false", "Write true or false."),
    "number": Message(
        "{name}: {given} is not a whole number", "Write digits only, for example 2019."
    ),
    "number/kind": Message("{name} must be a whole number", "Write digits only, for example 2019."),
    "number/small": Message("{name}: {given} is too small", "The least is {least}."),
    "number/large": Message("{name}: {given} is too large", "The most is {most}."),
    "date": Message("{name}: {given} is not a date as YYYY-MM-DD", "For example 2026-11-25."),
    "date/two-days": Message(
        "{name}: {given} could be two days", "Write year, month, day, for example 2026-04-03."
    ),
    "date/no-such-day": Message(
        "{name}: there is no day {given}", "Dates are year, month, day: 2026-11-25."
    ),
    "date/year": Message(
        "{name}: {given} lies before {first} or after {last}", "Look at the year again."
    ),
    "easy-words": Message(
        "{name}: {given} is not one short sentence",
        "Write one idea in 3 to {most} words, and end it with a full stop or a question mark.",
    ),
    "link/https": Message(
        "{name}: {given} is not a web address that begins with https",
        "Copy it from the address bar. Put it in quotes if it has a # in it.",
    ),
    "link/address": Message(
        "{name}: {given} is not a web address", "Copy it from the address bar."
    ),
    "id": Message(
        "{name}: {given} is not an id",
        "Ids are small letters, digits and single hyphens, for example care-home.",
    ),
    "id/place": Message(
        "{name}: {given} is not a kind and an id",
        "For example example:aberdeen-inca or guide:risk#rights.",
    ),
    "id/guide": Message(
        "{name}: {given} is not the id of a guide or of a section",
        "Write the id alone, for example risk or risk#rights.",
    ),
    "made-up": Message(
        "{name} does not say that it is made up",
        "Begin it with: Made up for learning. Then go on with a sentence of its own.",
    ),
    "unknown-speaker": Message(
        "{given} speaks and is not one of the people", "The people are: {listed}."
    ),
    "id/orcid": Message("{name}: {given} is not an ORCID", "For example 0000-0002-1825-0097."),
    # what an example must say
    "organisation-is-named": Message(
        "organisation is missing", "Add it: who did this. Only an illustrative example has none."
    ),
    "nation-is-named": Message("nation is missing", "Add it, for example: nation: scotland"),
    "published-has-a-source": Message(
        "a published example needs a source",
        "Add sources: with the title, the publisher, the year and how much of it you read.",
    ),
    "source-is-named/twice": Message(
        "this source has a ref and is also written out", "Keep ref, or delete it and keep {named}."
    ),
    "source-is-named": Message(
        "this source lacks its title or its publisher",
        "Write both, or the ref of an entry in sources.yml.",
    ),
    "period-runs-forwards": Message(
        "the period ends ({to}) before it begins ({from})", "Swap the two years."
    ),
    "learning-says-whose": Message(
        "learning_basis is missing", "Add learning_basis: stated, mixed or editor."
    ),
    "learning-says-whose/alone": Message(
        "learning_basis stands without learning", "Write the learning, or delete this line."
    ),
    "review-lies-ahead": Message(
        "review_by ({by}) must be later than reviewed ({reviewed})",
        "Most examples are reviewed after two years.",
    ),
    "withdrawal-is-explained": Message(
        "a withdrawn example needs withdrawn:", "Add withdrawn: {on: YYYY-MM-DD, reason: …}"
    ),
    "withdrawal-is-explained/alone": Message(
        "withdrawn: stands on an example that is not withdrawn",
        "Set status: withdrawn, or delete this.",
    ),
    "consent-fits-the-kind": Message(
        "{basis} does not fit the kind {kind}", "Choose one of: {allowed}."
    ),
    "agreement-is-recorded": Message(
        "consent, {field} is missing",
        "Someone agreed to this, so say when, to what, until when, and where the record is kept.",
    ),
    "contributed-says-whom-it-is-about": Message(
        "about is missing",
        "Add about: service, team, group or individual. It says whose agreement is needed.",
    ),
    "people-agree-to-their-own-story": Message(
        "{whom} must agree; {basis} is not enough",
        "Ask {whom}, then write basis: people-agreed. If the story is put together from several"
        " lives, kind: illustrative fits better.",
    ),
    "a-second-person-has-looked": Message(
        "checked_by_role is missing",
        "{limit} Ask a second person to read it, then write their role, for example: team leader.",
    ),
    "the-checker-is-a-role": Message(
        "{given} reads as a name",
        "Write the role only, for example: team leader, or Caldicott Guardian.",
    ),
    "asking-again-lies-ahead": Message(
        "the day to ask again must be later than the day it was agreed",
        "Most people agree for two or three years.",
    ),
    "agreement-still-holds": Message(
        "the agreement ran out on {day}",
        "Ask again: {who}. Then write the new days, or withdraw the example. The record of the"
        " agreement is {reference}.",
    ),
    "licence-is-open": Message(
        "{given} is not a licence that we can publish under", "Choose one of: {choices}."
    ),
    "title-and-summary-are-plain": Message(
        "{field} holds {sign}", "Title and summary are plain words."
    ),
    # what a text may not hold
    "no-html": Message(
        "HTML is not allowed in the text: {words}",
        "Use plain words. Write “less than” for the sign <.",
    ),
    "hidden-character/reference": Message(
        "{words} stands for a character that cannot be seen", "Delete it."
    ),
    "no-images": Message(
        "pictures are not allowed in the text: {words}", "Say in words what the picture shows."
    ),
    "no-headings": Message(
        "headings are not allowed inside a field: {words}",
        "The fields are the headings. Write a sentence, or use **bold**.",
    ),
    "link": Message(
        "a link may not lead to {target}: {words}",
        "Begin its address with https://, with mailto:, or with a kind and then an id: {kinds}",
    ),
    # what only the whole library shows
    "unknown-reference": Message("unknown {one} {given}", "{nearest}{listed}"),
    "unknown-reference/section": Message(
        "the {one} {given} has no section {heading}", "{nearest}{listed}"
    ),
    "unknown-reference/renamed": Message(
        "the {one} {given} has another id now",
        "Write {now} in its place, or run `practice check --fix`, which does it everywhere.",
    ),
    "unknown-reference/retired": Message(
        "the {one} {given} was retired on {on}", "Take it out, or name another: {see}."
    ),
    "unknown-reference/draft": Message(
        "the example {given} is a draft, and a draft has no page",
        "Publish it first, or take the link away.",
    ),
    "source-has-a-lock": Message(
        "the address begins with http, so others can change what readers get on its way",
        "Try it with https. If the source stands at http only, leave it.",
    ),
    "one-line": Message(
        "{name} has more than one line", "Write it as one line, in words that need no second."
    ),
    "site-settings/gone": Message(
        "mkdocs.yml is missing: it says what the site is called and where it stands",
        "Bring it back: git checkout HEAD -- mkdocs.yml",
    ),
    "site-settings/doubled": Message(
        "{field} stands here twice, and only the last would count", "Keep one of them."
    ),
    "site-settings/lines": Message(
        "{field} goes over more than one line", "Write it on one, for example: {field}: {example}"
    ),
    "site-settings/yaml": Message("mkdocs.yml cannot be read: {error}", "Mend this line."),
    "site-settings/missing": Message(
        "{field} is missing, and what mkdocs.yml inherits is not read",
        "Add it, for example: {written}",
    ),
    "site-settings/plain": Message(
        "{field} is not plain text",
        "Write the value itself, for example: {field}: {example}",
    ),
    "site-settings/form": Message(
        "{field}: {given} is not of the right form",
        "Write it whole, for example: {field}: {example}",
    ),
    "address-line": Message(
        "this line is no address: {given}",
        "Each line is an address, or a short address and what it stands for. Keep both sides of a"
        " conflict, without the marks.",
    ),
    "page-files": Message(
        "there is no file {given} beside this page",
        "{nearest}A path begins in the folder of the page that names it: correct it, or add the"
        " file.",
    ),
    "address-taken": Message(
        "{owner} has a page at {address} already", "Give this file another name."
    ),
    "unique-id/guide": Message(
        "the id {given} is that of {other} too", "Give this page an id of its own."
    ),
    "open-code": Message(
        "the block of code that begins here is not closed",
        "End it with a line of {marks} alone: what follows is read in two ways otherwise.",
    ),
    "day-lies-behind": Message(
        "{day} has not come yet",
        "Write a day that has come: `{field}` says when something was done.",
    ),
    # marks that a page shows as they are written
    "unread-mark/footnote": Message(
        "footnotes are not read: {given}", "Write it into the sentence, or as a source."
    ),
    "unread-mark/strike": Message(
        "words cannot be struck out here: {given}", "Take the words away, or the marks ~~."
    ),
    "unread-mark/highlight": Message(
        "words cannot be highlighted here: {given}", "Write **words** for important ones."
    ),
    "unread-mark/emoji": Message(
        "a name between colons is not read: {given}", "Type the sign itself, or leave it out."
    ),
    "unread-mark/wiki": Message(
        "double brackets are not read: {given}",
        "Link by kind and id, for example [risk](guide:risk).",
    ),
    "unread-mark/braces": Message("double braces are not read: {given}", "Take them away."),
    "unread-mark/gap": Message(
        "a space in the address stops this link: {given}", "Write %20 for each space in it."
    ),
    "unread-mark/bare": Message(
        "this address is shown, and is no link: {given}",
        "Write words for it: [words](https://…), or put it between < and >.",
    ),
    "asks-differ": Message(
        "this is the same as ask {first}", "Keep one of the two, or ask in other words."
    ),
    "named-twice/itself": Message("{field} names {given} itself", "Take it out of the list."),
    "named-twice/person": Message(
        "two people are called {given}",
        "Give one of them another name, or nobody knows who speaks.",
    ),
    "named-twice": Message("{field} names {given} twice", "Keep one of the two."),
    "unique-title": Message(
        "the title is also that of {other}", "Say what is different about this one."
    ),
    "unique-id": Message(
        "there is already an example with the id {given}", "Choose another name for the file."
    ),
    "unique-id/card": Message(
        "the id {given} is that of a card in the deck {other} too",
        "Give this one an id of its own.",
    ),
    "alias-taken": Message(
        "{given} is already the id or a former id of {owner}",
        "An old address can lead to one place only, once.",
    ),
    "retired": Message(
        "{given} cannot be retired: {why}", "An entry names what is gone, by its kind and its id."
    ),
    "retired/address": Message(
        "the id of a {one} does not say where it stood",
        "Add the address that it had, for example: address: {example}",
    ),
    "file-name": Message(
        "{given} cannot be the name of a file here",
        "Call it {better}.yml: small letters, digits and single hyphens, and not digits alone.",
    ),
    "path-minutes": Message(
        "this step has no minutes",
        "Add minutes: how long {to} takes, in whole minutes. Only a whole guide has its own.",
    ),
    "path-minutes/guide": Message(
        "{to} says that it takes {minutes} minutes",
        "Delete minutes here. The guide's own are taken.",
    ),
    "session-minutes": Message(
        "the session takes {minutes} minutes, and its steps take {steps}",
        "Change the minutes of a step, or those of the session.",
    ),
    "session-minutes/cut": Message(
        "{minutes} minutes cannot be cut from a step of {length}",
        "Leave the step a minute or more. To save the rest, cut another step as well.",
    ),
    "session-minutes/step": Message(
        "{given} is not a step of this session", "The steps are: {listed}."
    ),
    "activity-is-whole/material": Message(
        "{given} does not say what people need for it",
        "Name prompts, examples and the like under materials, and paper or a clock under bring.",
    ),
    "activity-is-whole/answer": Message(
        "{given} has no model answer",
        "Add answer: with notices (what good answers notice), goes_wrong (where groups go wrong)"
        " and nobody_speaks (what to do if nobody speaks). If it is a pause, add kind: break.",
    ),
    # how a text is written
    "people-first": Message(
        "we do not write “{found}” in our own voice",
        "{why} Write: {say}. Someone's own words may stand, in quotation marks.",
    ),
    # what only the form asks
    "person-has-looked": Message(
        "the box about people is not ticked",
        "Read it once more as a stranger would. Then tick the box.",
    ),
}
"""Message and hint by key."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""A placeholder for a value. Other braces are left alone."""

PATTERNS = (
    ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "date"),
    ("^https", "link/https"),
    ("^Made up", "made-up"),
    ("^[a-z-]+:", "id/place"),
    ("(#[a-z0-9-]+)?", "id/guide"),
    ("^[a-z0-9]+(-", "id"),
    ("[0-9X]$", "id/orcid"),
    ("[.?]$", "easy-words"),
)
"""A part of the pattern that a value must match, and the message when it does not; the first that
fits counts.
"""


TWO_DAYS = r"(0?[1-9]|1[0-2])[ /.-]+(?!\1[ /.-])(?:0?[1-9]|1[0-2])[ /.-]+[0-9]{4}"
"""A day in digits whose month could be either of two numbers: 3/4/2026."""


def say(key: str, **values: Any) -> tuple[str, str]:
    """Message and hint, with the values in their places."""
    found = MESSAGES[key]
    return fill(found.message, values), fill(found.hint, values).strip()


def fill(template: str, values: dict[str, Any]) -> str:
    """A template with its values."""
    return PLACEHOLDER.sub(lambda place: str(values.get(place[1], place[0])), template)


def rule_of(key: str) -> str:
    """The name of the rule that a key belongs to."""
    return key.partition("/")[0]


def pattern_key(pattern: str) -> str:
    """The key of the message for a value that does not match a pattern."""
    return next((key for part, key in PATTERNS if part in pattern), "shape/form")
