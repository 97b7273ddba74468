"""The kinds of thing in the library: one row for each.

A new kind is one row here (and its name in `KindName`), one row for each of its relations in
`library/relations.py`, and its page. What reads files, resolves addresses, checks links and writes
data looks here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Literal, NamedTuple, TypeGuard

from .model import (
    Area,
    BibliographyEntry,
    Card,
    Deck,
    Example,
    GlossaryTerm,
    KeyPoint,
    Law,
    NamedPage,
    Page,
    Path,
    Session,
    Synonyms,
    VocabularyTerm,
    Wording,
)
from .teaching import Conversation, OutcomeRow, SampleRecord, Scenario

VocabularyKind = Literal["theme", "setting", "role", "component", "nation", "knowledge", "level"]
KindName = (
    VocabularyKind
    | Literal[
        "page",
        "example",
        "guide",
        "key-point",
        "term",
        "source",
        "law",
        "deck",
        "card",
        "session",
        "scenario",
        "conversation",
        "record",
        "outcome",
        "path",
        "area",
        "synonyms",
        "wording",
    ]
)


class Scope(IntEnum):
    """Which texts may link to a thing as ``kind:id``."""

    NOWHERE = 0
    PAGES = 1
    """Hand-written pages."""
    CONTRIBUTED = 2
    """Contributed texts as well."""


NOWHERE, PAGES, CONTRIBUTED = Scope


class Listing(NamedTuple):
    """The page that lists all terms of a kind; each term has a page with its examples."""

    title: str
    description: str
    grouped_by: KindName
    """The kind by which the examples of a term are grouped."""


@dataclass(frozen=True)
class Kind:
    """What the library needs to know of a kind."""

    name: KindName
    plural: str
    """What several are called in a sentence."""
    model: type[Any]
    file: str
    """Its file below the data folder; with a slash at its end a folder in which each file is one
    thing; empty where things come from elsewhere.
    """
    address: str
    """The address of a thing below the site's root, a template of its `id` and of the `thing`."""
    linked: Scope = NOWHERE
    singular: str = ""
    """What one is called in a sentence; by default the name."""
    label: str = ""
    """What stands before a link to one; by default the name."""
    listing: Listing | None = None
    public: bool = True
    """Whether things stand in the open data, and their addresses last."""
    drawn: bool = True
    """Whether the library makes the page on which things stand; otherwise docs/ has it."""
    pack: str = ""
    """What stands for the kind in the address of a pack; empty where packs do not hold it."""
    short_in_lists: bool = False
    """Whether lists of the open data leave out its long fields."""
    means: str = "CreativeWork"
    """What it is in the words of schema.org."""
    followed: bool = False
    """Whether each thing has feeds of its examples."""
    withheld: tuple[str, ...] = ()
    """Fields that do not stand in the open data; with a dot, a field of each item of a list."""

    @property
    def one(self) -> str:
        """What one is called in a sentence."""
        return self.singular or self.name.replace("-", " ")

    @property
    def heading(self) -> str:
        """What stands before a link to one."""
        return self.label or self.one.capitalize()

    def address_of(self, ref: str, thing: Any) -> str:
        """The address of a thing below the site's root; `ref` may name a heading of a guide."""
        id, _, heading = ref.partition("#")
        address = self.address.format(id=id, thing=thing)
        return f"{address}#{heading}" if heading else address

    @property
    def slug(self) -> str:
        """What several are called in the names of files: ``key-points``."""
        return self.plural.replace(" ", "-")

    @property
    def is_vocabulary(self) -> bool:
        """Whether its things are the terms of a vocabulary."""
        return self.model is VocabularyTerm

    def feed(self, id: str) -> str:
        """The path of the feeds of a thing, without what says their form."""
        return f"feeds/{self.slug}/{id}"

    @property
    def home(self) -> str:
        """The address of the page that holds or lists all things of the kind."""
        return f"{self.address.partition('/')[0]}/"

    @property
    def shares_a_page(self) -> bool:
        """Whether a thing is a fragment of a page."""
        return "#" in self.address


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "page", "pages", NamedPage, "", "{thing.address}", PAGES, label="Look at", public=False
        ),
        Kind(
            "example",
            "examples",
            Example,
            "examples/",
            "examples/{id}/",
            CONTRIBUTED,
            pack="e",
            means="LearningResource",
            short_in_lists=True,
            withheld=("consent", "privacy", "checked_by_role", "withdrawn"),
        ),
        Kind(
            "theme",
            "themes",
            VocabularyTerm,
            "vocabulary/themes.yml",
            "themes/{id}/",
            CONTRIBUTED,
            listing=Listing("Themes", "What examples are about.", "setting"),
            followed=True,
        ),
        Kind(
            "setting",
            "settings",
            VocabularyTerm,
            "vocabulary/settings.yml",
            "settings/{id}/",
            PAGES,
            listing=Listing("Settings", "Where the work happens.", "theme"),
            followed=True,
        ),
        Kind(
            "role",
            "roles",
            VocabularyTerm,
            "vocabulary/roles.yml",
            "roles/{id}/",
            PAGES,
            listing=Listing("Roles", "Who will find an example useful.", "theme"),
        ),
        Kind(
            "component",
            "components",
            VocabularyTerm,
            "vocabulary/components.yml",
            "components/{id}/",
            PAGES,
            listing=Listing(
                "The three components", "The parts of a personal outcomes approach.", "setting"
            ),
        ),
        Kind(
            "nation",
            "nations",
            VocabularyTerm,
            "vocabulary/nations.yml",
            "nations/{id}/",
            PAGES,
            listing=Listing(
                "Nations", "Whose law and services an example stands under.", "setting"
            ),
            followed=True,
        ),
        Kind(
            "knowledge",
            "kinds of knowledge",
            VocabularyTerm,
            "vocabulary/knowledge.yml",
            "knowledge/{id}/",
            singular="kind of knowledge",
            listing=Listing("Kinds of knowledge", "What examples rest on.", "theme"),
        ),
        Kind(
            "level",
            "levels",
            VocabularyTerm,
            "vocabulary/levels.yml",
            "organisational-change/#{id}",
            public=False,
        ),
        Kind(
            "guide",
            "guides",
            Page,
            "",
            "{thing.address}",
            CONTRIBUTED,
            means="LearningResource",
            withheld=("file", "mentions", "directives", "headings.line", "headings.cites"),
        ),
        Kind(
            "key-point",
            "key points",
            KeyPoint,
            "key_points.yml",
            "key-points/#{id}",
            CONTRIBUTED,
            pack="k",
        ),
        Kind(
            "term",
            "terms",
            GlossaryTerm,
            "glossary.yml",
            "glossary/{thing.page}#{id}",
            CONTRIBUTED,
            label="In the glossary",
            means="DefinedTerm",
        ),
        Kind("source", "sources", BibliographyEntry, "sources.yml", "sources/#{id}", PAGES),
        Kind(
            "law",
            "lines of law",
            Law,
            "laws.yml",
            "law/{thing.home}/#{id}",
            PAGES,
            singular="line of law",
            label="Law and standards",
            drawn=False,
        ),
        Kind(
            "deck",
            "decks",
            Deck,
            "cards/",
            "cards/{id}/",
            PAGES,
            label="Prompt cards",
            means="LearningResource",
            short_in_lists=True,
        ),
        Kind(
            "card", "cards", Card, "", "cards/{thing.deck}/#{id}", PAGES, label="Prompt", pack="c"
        ),
        Kind(
            "session",
            "sessions",
            Session,
            "sessions/",
            "sessions/{id}/",
            PAGES,
            means="LearningResource",
            short_in_lists=True,
        ),
        Kind(
            "scenario",
            "scenarios",
            Scenario,
            "scenarios/",
            "scenarios/{id}/",
            PAGES,
            pack="s",
            means="LearningResource",
        ),
        Kind(
            "conversation",
            "conversations",
            Conversation,
            "conversations/",
            "conversations/{id}/",
            PAGES,
            label="Worked conversation",
            pack="t",
            means="LearningResource",
        ),
        Kind(
            "record",
            "records",
            SampleRecord,
            "records.yml",
            "records/#{id}",
            PAGES,
            label="Record to work on",
            pack="r",
            means="LearningResource",
        ),
        Kind(
            "outcome",
            "made-up outcomes",
            OutcomeRow,
            "outcomes_data.yml",
            "teach/outcomes-data/",
            public=False,
        ),
        Kind("path", "paths", Path, "paths.yml", "paths/#{id}"),
        Kind("area", "areas", Area, "self_review.yml", "self-review/#{id}"),
        Kind(
            "synonyms",
            "groups of synonyms",
            Synonyms,
            "vocabulary/synonyms.yml",
            "about/finding/",
            public=False,
        ),
        Kind(
            "wording",
            "entries of the wording list",
            Wording,
            "vocabulary/wording.yml",
            "about/writing/",
            public=False,
        ),
    )
}
"""Every kind by name, in the order in which messages list them."""

NAMED_PAGES = {
    page.id: page
    for page in (
        NamedPage("build", "teach/build/"),
        NamedPage("outcomes-data", "teach/outcomes-data/"),
        NamedPage("supervision-kit", "supervise/kit/"),
        *(
            NamedPage(name, f"{name}/")
            for name in (
                "self-review",
                "coverage",
                "examples",
                "glossary",
                "sources",
                "key-points",
                "themes",
                "settings",
                "roles",
                "guides",
                "paths",
                "cards",
                "sessions",
                "scenarios",
                "conversations",
                "records",
                "teach",
                "contribute",
                "reflect",
                "supervise",
            )
        ),
    )
}
"""The things of the kind ``page``: pages that can be named in data as ``page:<id>``."""


def is_kind(name: str) -> TypeGuard[KindName]:
    """Whether there is a kind of this name."""
    return name in KINDS


def split(place: str) -> tuple[KindName, str]:
    """The kind and the id of a place such as ``guide:risk#rights``.

    Raises ValueError when there is no such kind.
    """
    kind, _, ref = place.partition(":")
    if not is_kind(kind):
        raise ValueError(f"{place!r} names no kind of thing")
    return kind, ref


def public() -> list[Kind]:
    """The kinds whose things stand in the open data."""
    return [kind for kind in KINDS.values() if kind.public]


def followed() -> list[Kind]:
    """The kinds whose things have feeds of their examples."""
    return [kind for kind in KINDS.values() if kind.followed]


def linkable(scope: Scope) -> list[str]:
    """The names of the kinds that texts of a scope may link to."""
    return [name for name, kind in KINDS.items() if kind.linked >= scope]


def listed() -> list[tuple[Kind, Listing]]:
    """The kinds whose things have a list and a page of examples each."""
    return [(kind, kind.listing) for kind in KINDS.values() if kind.listing]
