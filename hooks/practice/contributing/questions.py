"""How an example is asked for: the order of the fields, their names in plain words, and what each
choice means.

The form on the site and `practice new` both ask by these tables. What a field is for stands in the
model alone.
"""

from __future__ import annotations

from typing import NamedTuple

from ..library.relations import leading_from


class Part(NamedTuple):
    """Fields that are asked for together."""

    id: str
    title: str
    lead: str
    fields: tuple[str, ...]


PARTS = (
    Part("what", "What it is", "", ("title", "summary", "kind", "about")),
    Part("where", "Where and when", "", ("organisation", "place", "nation", "period", "settings")),
    Part(
        "story",
        "The story",
        "Short sentences, everyday words. Never write who a person is. A list begins each line with"
        " a hyphen and a space.",
        ("context", "what_they_did", "what_changed", "what_helped", "what_got_in_the_way"),
    ),
    Part(
        "learning",
        "What was learnt",
        "",
        ("learning", "learning_basis", "limits", "knowledge"),
    ),
    Part(
        "talk",
        "Questions to talk about",
        "Others will use your example in a team meeting or in supervision.",
        ("questions", "asks"),
    ),
    Part("themes", "What it is about", "", ("themes", "components")),
    Part(
        "belongs",
        "Where it belongs",
        "This decides on which pages people find it.",
        ("roles", "key_points", "guides"),
    ),
    Part(
        "sources",
        "Where it is published",
        "Only if something about it can be read elsewhere.",
        ("sources",),
    ),
    Part(
        "agreement",
        "People and privacy",
        "Here you say who agreed. Never send a signed form or a name.",
        ("consent", "checked_by_role"),
    ),
    Part("thanks", "Who to thank", "Only if you wish.", ("contributors",)),
    Part(
        "editors",
        "For editors",
        "You can leave all of these as they are.",
        (
            "easy",
            "related",
            "privacy",
            "added",
            "reviewed",
            "review_by",
            "changes",
            "status",
            "withdrawn",
            "aliases",
            "licence",
        ),
    ),
)
"""Every field of an example, once."""

LABELS = {
    "about": "Whom it tells of",
    "asks": "How might somebody ask for this?",
    "easy": "In easy words",
    "period": "When",
    "settings": "Setting",
    "themes": "Themes",
    "roles": "Useful for",
    "components": "Components",
    "knowledge": "What it rests on",
    "guides": "Guides",
    "related": "Examples beside it",
    "context": "Why they tried it",
    "learning": "What others can learn",
    "learning_basis": "Who says so",
    "limits": "What is not known",
    "consent": "Agreement",
    "checked_by_role": "The second person",
    "privacy": "Findings that may stand",
    "contributors": "People to thank",
    "added": "Day it came in",
    "reviewed": "Last checked",
    "review_by": "To be checked by",
    "withdrawn": "Withdrawal",
    "aliases": "Former ids",
    "ask": "Question",
    "use": "Where it works best",
    "read": "How much you read",
    "ref": "Id in our list of sources",
    "url": "Web address",
    "basis": "Why we may tell it",
    "covers": "What was agreed to",
    "agreed_on": "Day it was agreed",
    "ask_again": "Day to ask again",
    "reference": "Where the record is kept",
    "orcid": "ORCID",
    "changes": "What changed since",
    "on": "Day",
    "from": "The year it began",
    "to": "The year it ended",
}
"""What a field is called, where its own name with spaces does not do."""

OPTIONS = {
    "kind": {
        "published": "Published: it rests on something you can read elsewhere",
        "contributed": "Contributed: you are telling us",
        "illustrative": "Illustrative: it is made up, to show a point",
    },
    "about": {
        "service": "A whole service",
        "team": "A team of staff",
        "group": "A small group of people",
        "individual": "One person",
    },
    "learning_basis": {
        "stated": "Those who did it say so",
        "mixed": "They say part of it, and part is our reading",
        "editor": "It is our own reading",
    },
    "questions.use": {
        "self": "On your own",
        "one-to-one": "One to one, as in supervision",
        "team": "In a team",
    },
    "sources.read": {
        "whole": "All of it",
        "extracts": "Parts of it",
        "abstract": "The abstract or a summary",
        "opening": "The beginning",
    },
    "consent.basis": {
        "published-source": "It is published already",
        "organisation-agreed": "The organisation agreed",
        "people-agreed": "The people it is about agreed",
        "composite": "It is put together from several people",
        "fictional": "It is made up",
    },
    "status": {
        "published": "Published",
        "draft": "Draft: left out of the site",
        "withdrawn": "Withdrawn: only a note is left",
    },
    "licence": {
        "CC-BY-4.0": "CC BY 4.0: anyone may share and change it, and says who wrote it",
        "CC-BY-SA-4.0": "CC BY-SA 4.0: the same, and what they make is shared alike",
        "CC0-1.0": "CC0: no conditions",
        "OGL-UK-3.0": "Open Government Licence 3.0",
    },
}
"""What each choice means, by the path of its field."""

REQUIRED_WHEN = {
    "about": "",
    "organisation": "",
    "nation": "",
    "learning_basis": "",
    "sources.title": "",
    "sources.publisher": "",
    "sources.ref": "instead of the four above",
    "consent.covers": "",
    "consent.agreed_on": "",
    "consent.ask_again": "",
    "consent.reference": "",
    "checked_by_role": "",
    "withdrawn": "",
}
"""When a field is needed that the schema does not ask for, by its path; empty where it is needed
whenever it is asked for. All others are optional.
"""

NAMED = {
    relation.field: relation.target
    for relation in leading_from("example")
    if not relation.attribute
}
"""Fields that hold ids, with the kind that they name."""

SINGULAR = {
    "questions": "question",
    "asks": "way to ask",
    "easy": "sentence",
    "sources": "source",
    "contributors": "person",
    "privacy": "finding",
    "related": "example",
    "aliases": "former id",
    "changes": "change",
}
"""What one item of a list is called."""


def label(field: str) -> str:
    """What a field is called in plain words."""
    return LABELS.get(field) or field.replace("_", " ").capitalize()
