"""The kinds of thing in the library: one row for each."""

from __future__ import annotations

from functools import partial

from .. import model, teaching
from ..model import NamedPage, VocabularyTerm
from .kind import CONTRIBUTED, PAGES, Kind, Listing, Scope, VocabularyKind


def _listed(name: VocabularyKind, listing: Listing, linked: Scope, has_feeds: bool = False) -> Kind:
    """A vocabulary whose terms have a page each, called as its file is."""
    plural = f"{name}s"
    file, address = f"vocabulary/{plural}.yml", f"{plural}/{{id}}/"
    return Kind(
        name, plural, VocabularyTerm, file, address, linked, listing=listing, has_feeds=has_feeds
    )


_lesson = partial(Kind, linked=PAGES, schema_org="LearningResource")
"""What people learn with."""
_internal = partial(Kind, public=False)
"""What stays out of the open data."""

_ROWS = (
    Kind("page", "pages", NamedPage, "", "{thing.address}", PAGES, label="Look at", public=False),
    Kind(
        "example",
        "examples",
        model.Example,
        "examples/",
        "examples/{id}/",
        CONTRIBUTED,
        pack_prefix="e",
        schema_org="LearningResource",
        short_in_lists=True,
        withheld=("consent", "privacy", "checked_by_role", "withdrawn"),
    ),
    _listed("theme", Listing("Themes", "What examples are about.", "setting"), CONTRIBUTED, True),
    _listed("setting", Listing("Settings", "Where the work happens.", "theme"), PAGES, True),
    _listed("role", Listing("Roles", "Who will find an example useful.", "theme"), PAGES),
    _listed(
        "component",
        Listing("The three components", "The parts of a personal outcomes approach.", "setting"),
        PAGES,
    ),
    _listed(
        "nation",
        Listing("Nations", "Whose law and services an example stands under.", "setting"),
        PAGES,
        True,
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
    _internal(
        "level", "levels", VocabularyTerm, "vocabulary/levels.yml", "organisational-change/#{id}"
    ),
    Kind(
        "guide",
        "guides",
        model.Page,
        "",
        "{thing.address}",
        CONTRIBUTED,
        schema_org="LearningResource",
        alternate_address="seen-in-practice/{id}/",
        withheld=(
            *("aliases", "file", "files", "ids", "mentions", "directives", "under"),
            *("headings.line", "headings.cites"),
        ),
    ),
    Kind(
        "key-point",
        "key points",
        model.KeyPoint,
        "key_points.yml",
        "key-points/#{id}",
        CONTRIBUTED,
        pack_prefix="k",
        alternate_address="key-points/{id}/",
    ),
    Kind(
        "term",
        "terms",
        model.GlossaryTerm,
        "glossary.yml",
        "glossary/{thing.page}#{id}",
        CONTRIBUTED,
        label="In the glossary",
        alternate_address="glossary/#{id}",
        schema_org="DefinedTerm",
    ),
    Kind("source", "sources", model.BibliographyEntry, "sources.yml", "sources/#{id}", PAGES),
    Kind(
        "law",
        "lines of law",
        model.Law,
        "laws.yml",
        "law/{thing.home}/#{id}",
        PAGES,
        singular="line of law",
        label="Law and standards",
        generated=False,
    ),
    _lesson(
        "deck",
        "decks",
        model.Deck,
        "cards/",
        "cards/{id}/",
        label="Prompt cards",
        short_in_lists=True,
    ),
    Kind(
        "card",
        "cards",
        model.Card,
        "",
        "cards/{thing.deck}/#{id}",
        PAGES,
        label="Prompt",
        pack_prefix="c",
    ),
    _lesson(
        "session",
        "sessions",
        model.Session,
        "sessions/",
        "sessions/{id}/",
        pack_prefix="n",
        short_in_lists=True,
    ),
    _lesson(
        "scenario", "scenarios", teaching.Scenario, "scenarios/", "scenarios/{id}/", pack_prefix="s"
    ),
    _lesson(
        "conversation",
        "conversations",
        teaching.Conversation,
        "conversations/",
        "conversations/{id}/",
        label="Worked conversation",
        pack_prefix="t",
    ),
    _lesson(
        "record",
        "records",
        teaching.SampleRecord,
        "records.yml",
        "records/#{id}",
        label="Record to work on",
        pack_prefix="r",
    ),
    _internal(
        "outcome",
        "made-up outcomes",
        teaching.OutcomeRow,
        "outcomes_data.yml",
        "teach/outcomes-data/",
    ),
    Kind("path", "paths", model.Path, "paths.yml", "paths/#{id}"),
    Kind("area", "areas", model.Area, "self_review.yml", "self-review/#{id}"),
    _internal(
        "synonyms",
        "groups of synonyms",
        model.Synonyms,
        "vocabulary/synonyms.yml",
        "about/finding/",
    ),
    _internal(
        "wording",
        "entries of the wording list",
        model.Wording,
        "vocabulary/wording.yml",
        "about/writing/",
    ),
    _internal(
        "retired",
        "retired entries",
        model.Retired,
        "retired.yml",
        "about/library/",
        singular="retired entry",
    ),
    _internal(
        "link-exception",
        "exceptions for links",
        model.LinkException,
        "link_exceptions.yml",
        "about/maintaining/",
        singular="exception for links",
    ),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ROWS}
"""Every kind by name, in the order in which messages list them."""

OWN_ADDRESS = (
    "self-review coverage examples glossary sources key-points themes settings roles guides paths"
    " cards sessions scenarios conversations records teach contribute reflect supervise"
)
"""Pages that are called as their address is."""
NAMED_PAGES = {
    "build": NamedPage("build", "teach/build/"),
    "outcomes-data": NamedPage("outcomes-data", "teach/outcomes-data/"),
    "supervision-kit": NamedPage("supervision-kit", "supervise/kit/"),
    **{name: NamedPage(name, f"{name}/") for name in OWN_ADDRESS.split()},
}
"""The things of the kind ``page``: pages that can be named in data as ``page:<id>``."""
