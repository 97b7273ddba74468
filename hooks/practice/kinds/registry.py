"""The kinds of thing in the library: one row for each."""

from __future__ import annotations

from ..model import (
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
from ..teaching import Conversation, OutcomeRow, SampleRecord, Scenario
from .kind import CONTRIBUTED, PAGES, Kind, Listing

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
