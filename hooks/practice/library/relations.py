"""The relations: one row for each kind of link. Existence checks, the check for duplicates,
back-links, headings and the API's links read it.

A new row names the kind that it leads from, the field of its model that holds it, the kind that it
leads to, and what each direction is called. The page of an example shows the rows that
`pages/examples.py` names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..kinds import KindName


@dataclass(frozen=True)
class Relation:
    """A kind of link."""

    source: KindName
    """The kind that holds the link."""
    field: str
    """The field that holds it in the file."""
    target: KindName
    """The kind that it leads to."""
    forwards: str
    """What the link is called on the page of its source."""
    backwards: str
    """What it is called on the page of its target."""
    attribute: str = ""
    """The attribute of the thing that gives the ids, where that is not the field itself."""
    weight: int = 0
    """How much it says that two examples share such a link; 0 where it says nothing."""
    schema_org: str = "mentions"
    """Its property at schema.org."""

    @cached_property
    def name(self) -> str:
        """Its key: two kinds have at most one relation in each direction."""
        return f"{self.source}-{self.target}"

    def refs(self, thing: Any) -> tuple[str, ...]:
        """The ids that a thing names, in its own order; a guide's id may have a heading:
        ``risk#rights``.
        """
        value = getattr(thing, self.attribute or self.field)
        return value if isinstance(value, tuple) else (value,) if value else ()


RELATIONS = [
    Relation("example", "themes", "theme", "Themes", "Examples", weight=3, schema_org="about"),
    Relation("example", "settings", "setting", "Setting", "Examples", weight=2, schema_org="about"),
    Relation("example", "roles", "role", "Useful for", "Examples", weight=1),
    Relation(
        "example", "components", "component", "Components", "Examples", weight=1, schema_org="about"
    ),
    Relation("example", "nation", "nation", "Nation", "Examples", weight=1),
    Relation("example", "knowledge", "knowledge", "Kind of knowledge", "Examples"),
    Relation("example", "guides", "guide", "Where to read on", "Seen in practice"),
    Relation(
        "example", "key_points", "key-point", "What it shows", "Shown in", schema_org="teaches"
    ),
    Relation("example", "related", "example", "Examples beside this one", "Named by"),
    Relation(
        "example",
        "sources",
        "source",
        "Sources",
        "Examples that rest on it",
        "source_refs",
        schema_org="citation",
    ),
    Relation("theme", "matches", "source", "In frameworks", "Themes", "match_refs"),
    Relation("guide", "themes", "theme", "Themes", "Guides", schema_org="about"),
    Relation("guide", "sources", "source", "Sources", "Cited in", schema_org="citation"),
    Relation("key-point", "guide", "guide", "Guide", "Key points"),
    Relation("key-point", "themes", "theme", "Themes", "Key points"),
    Relation("key-point", "matches", "source", "In frameworks", "Key points", "match_refs"),
    Relation("card", "themes", "theme", "Themes", "Prompt cards"),
    Relation("card", "roles", "role", "For", "Prompt cards"),
    Relation("card", "guides", "guide", "Read more", "Prompt cards"),
    Relation("deck", "guide", "guide", "Read more", "Decks of cards"),
    Relation("session", "steps", "example", "Examples", "Taught in", "example_refs"),
    Relation("session", "steps", "card", "Prompt cards", "Used in", "card_refs"),
    Relation("session", "guides", "guide", "Guides", "Sessions", "guide_refs"),
    Relation("session", "themes", "theme", "Themes", "Sessions", schema_org="about"),
    Relation("session", "for", "role", "For", "Sessions", "roles"),
    Relation("session", "steps", "record", "Records to work on", "Used in", "record_refs"),
    Relation("session", "laws", "law", "Standards and codes", "Sessions"),
    Relation("scenario", "settings", "setting", "Setting", "Scenarios"),
    Relation("scenario", "nations", "nation", "Nation", "Scenarios"),
    Relation("scenario", "roles", "role", "Useful for", "Scenarios"),
    Relation("scenario", "themes", "theme", "Themes", "Scenarios"),
    Relation("scenario", "guides", "guide", "Where to read on", "Scenarios"),
    Relation("scenario", "key_points", "key-point", "Key points", "Scenarios"),
    Relation("scenario", "sessions", "session", "Sessions", "Scenarios"),
    Relation("conversation", "settings", "setting", "Setting", "Conversations"),
    Relation("conversation", "nations", "nation", "Nation", "Conversations"),
    Relation("conversation", "roles", "role", "Useful for", "Conversations"),
    Relation("conversation", "themes", "theme", "Themes", "Conversations"),
    Relation("conversation", "guides", "guide", "Where to read on", "Conversations"),
    Relation("conversation", "key_points", "key-point", "Key points", "Conversations"),
    Relation("conversation", "cards", "card", "Prompt cards", "Conversations"),
    Relation("conversation", "sessions", "session", "Sessions", "Conversations"),
    Relation("record", "settings", "setting", "Setting", "Records to work on"),
    Relation("record", "themes", "theme", "Themes", "Records to work on"),
    Relation("record", "guides", "guide", "Where to read on", "Records to work on"),
    Relation("term", "guides", "guide", "Read more", "Terms"),
    Relation("term", "sources", "source", "Sources", "Terms", schema_org="citation"),
    Relation("term", "examples", "example", "Examples", "Terms"),
    Relation("law", "guides", "guide", "Guides", "Law and standards"),
    Relation("law", "sources", "source", "Sources", "Law and standards", schema_org="citation"),
    Relation("level", "guides", "guide", "Read more", "Line of sight"),
    Relation("level", "themes", "theme", "Theme", "Line of sight"),
    Relation("area", "guide", "guide", "Read more", "Self-review"),
    Relation("path", "steps", "guide", "Steps", "Paths", "guide_refs"),
]

BY_NAME = {relation.name: relation for relation in RELATIONS}


def leading_from(kind: str) -> list[Relation]:
    """The rows whose links stand on things of a kind."""
    return [relation for relation in RELATIONS if relation.source == kind]


def leading_to(kind: str) -> list[Relation]:
    """The rows whose links lead to things of a kind."""
    return [relation for relation in RELATIONS if relation.target == kind]
