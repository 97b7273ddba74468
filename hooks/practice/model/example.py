"""A practice example and its parts."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .fields import (
    READ,
    Ask,
    Change,
    Day,
    EasySentence,
    Frozen,
    Id,
    Markdown,
    Ref,
    SourceUrl,
    Text,
    Use,
    Year,
)


class Period(Frozen):
    """When it happened, in years."""

    start: Year = Field(alias="from", description="The year it began.")
    to: Year = Field(description="The year it ended, or the last year that the source tells of.")


class Question(Frozen):
    """A question to talk about."""

    ask: Annotated[
        str,
        Field(
            min_length=10, max_length=240, description="One question, in words a person would say."
        ),
    ]
    use: Use = Field(
        description=(
            "Where it works best: on your own (self), with one other person (one-to-one), or in a"
            " team."
        )
    )


STORY_FIELDS = (
    "context",
    "what_they_did",
    "what_changed",
    "what_helped",
    "what_got_in_the_way",
    "learning",
    "limits",
)
"""The fields of an example that are Markdown."""
LISTED_FIELDS = {
    "summary",
    "kind",
    "place",
    "nation",
    "period",
    "themes",
    "components",
    "sources",
}
"""The fields of an example that lists show, beside its title."""


class Citation(Frozen):
    """What an example rests on: named here, or by the id of an entry in sources.yml."""

    model_config = ConfigDict(title="Source")
    title: Annotated[str, Field(min_length=1, max_length=300)] | None = Field(
        None, description="The title, exactly as published."
    )
    publisher: Text | None = Field(None, description="Who published it.")
    year: Year | None = Field(None, description="The year of publication.")
    url: SourceUrl | None = Field(
        None,
        description=(
            "The publisher's own address, beginning with https. Never a copy on a document-sharing"
            " site."
        ),
    )
    ref: Id | None = Field(
        None, description="Instead of the four fields above: the id of a source in sources.yml."
    )
    read: Literal["whole", "extracts", "abstract", "opening"] = Field(
        description="How much of it you read."
    )


class Consent(Frozen):
    """Who agreed that this is told. Never a person's name."""

    basis: Literal[
        "published-source", "organisation-agreed", "people-agreed", "composite", "fictional"
    ] = Field(
        description=(
            "Why we may tell it: it is published already, the organisation agreed, the people it is"
            " about agreed, it is put together from several, or it is made up."
        )
    )
    covers: Text | None = Field(
        None, description="What was agreed to, for example: this page, under an open licence."
    )
    agreed_on: Day | None = Field(None, description="The day it was agreed, as YYYY-MM-DD.")
    ask_again: Day | None = Field(None, description="The day to ask again, as YYYY-MM-DD.")
    reference: Text | None = Field(
        None, description="Where the record of consent is kept. A reference only, never a name."
    )


class Withdrawal(Frozen):
    """Why a story was taken back."""

    on: Day = Field(description="The day it was withdrawn, as YYYY-MM-DD.")
    reason: Annotated[str, Field(min_length=10, max_length=300)] = Field(
        description="Why, in a sentence that may be public."
    )


class Contributor(Frozen):
    """Someone who wants to be thanked by name."""

    name: Text = Field(description="The name to print.")
    organisation: Text | None = Field(None, description="Where they work.")
    orcid: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$")] | None = (
        Field(None, description="An ORCID, if they have one.")
    )


class Privacy(Frozen):
    """A finding of the privacy guard that a person let stand, with the reason."""

    rule: Id = Field(description="The rule that spoke up.")
    text: Text = Field(description="The words that it found, exactly.")
    reason: Annotated[str, Field(min_length=10, max_length=300)] = Field(
        description="Why they may stand."
    )


class Example(Frozen):
    """One practice example."""

    id: Id
    title: Annotated[str, Field(min_length=10, max_length=120)] = Field(
        description=(
            "What it is, and where. For example: Self-managing neighbourhood teams in Aberdeen."
        )
    )
    summary: Annotated[str, Field(min_length=40, max_length=400)] = Field(
        description="One or two sentences: what was tried, and what came of it."
    )
    easy: Annotated[tuple[EasySentence, ...], Field(min_length=2, max_length=4)] | None = Field(
        None,
        description=(
            "What was done and what came of it, in two to four sentences of at most twelve"
            " everyday words, with one idea each and nothing that the text does not say. An"
            " editor writes them."
        ),
    )
    kind: Literal["published", "contributed", "illustrative"] = Field(
        description=(
            "published: it rests on something you can read elsewhere. contributed: you are telling"
            " us. illustrative: it is made up, to show a point."
        )
    )
    about: Literal["service", "team", "group", "individual"] | None = Field(
        None,
        description=(
            "Whom it tells of: a whole service, a team of staff, a small group of people, or one"
            " person (individual). Needed when the kind is contributed."
        ),
    )
    organisation: Text | None = Field(None, description="The organisation or service that did it.")
    place: Text | None = Field(
        None, description="The town, area or region. Leave it out if it could show who someone is."
    )
    nation: Id | None = Field(None, description="The nation whose law applies.")
    period: Period | None = Field(None, description="When it happened, from one year to another.")
    settings: Annotated[tuple[Id, ...], Field(min_length=1, max_length=3)] = Field(
        description="Where it happened: one to three settings."
    )
    roles: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)] = Field(
        description="Who will find it useful: one to six roles."
    )
    themes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)] = Field(
        description="What it is about: one to five themes, the main one first."
    )
    components: Annotated[tuple[Id, ...], Field(max_length=3)] = Field(
        (), description="Which of the three components it is about, if any."
    )
    guides: Annotated[tuple[Ref, ...], Field(max_length=6)] = Field(
        (), description="Guides that it shows in practice, or sections of them."
    )
    key_points: Annotated[tuple[Id, ...], Field(max_length=6)] = Field(
        (), description="Key points that it shows."
    )
    context: Markdown = Field(description="Why they tried it. What was hard before?")
    what_they_did: Markdown = Field(
        description="What they did, step by step, so that someone else could try it."
    )
    what_changed: Markdown = Field(
        description="What changed, for whom, and how they know. Say so if nothing is known yet."
    )
    what_helped: Markdown | None = Field(None, description="What made it possible.")
    what_got_in_the_way: Markdown | None = Field(
        None, description="What was hard, or did not work."
    )
    learning: Markdown | None = Field(None, description="What others can learn from it.")
    learning_basis: Literal["stated", "mixed", "editor"] | None = Field(
        None,
        description=(
            "Who says so: the people who did it (stated), we who wrote this (editor), or both"
            " (mixed)."
        ),
    )
    limits: Markdown = Field(description="What is not known, and where it may not fit.")
    knowledge: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)] = Field(
        description="What kind of knowledge it rests on."
    )
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=5)] = Field(
        description="One to five questions to talk about."
    )
    asks: Annotated[tuple[Ask, ...], Field(max_length=30)] = Field(
        (),
        description=(
            "How might somebody ask for this who has the problem and does not know the answer?"
            " Twelve or more short questions or complaints, in their own everyday words. The first"
            " three are shown on the page. Never what a real person said, and no names."
        ),
    )
    related: Annotated[tuple[Id, ...], Field(max_length=6)] = Field(
        (), description="Other examples that a reader would want beside it."
    )
    sources: tuple[Citation, ...] = Field(
        (), description="Where it is published. Needed when the kind is published."
    )
    consent: Consent = Field(description="Who agreed that this is told.")
    checked_by_role: Text | None = Field(
        None,
        description=(
            "The role, not the name, of the second person who checked that nobody can be"
            " recognised."
        ),
    )
    privacy: tuple[Privacy, ...] = Field(
        (), description="Findings of the privacy guard that a person let stand, with the reason."
    )
    added: Day = Field(description="The day it came into the library, as YYYY-MM-DD.")
    reviewed: Day | None = Field(
        None, description="The day someone last checked it, as YYYY-MM-DD."
    )
    review_by: Day | None = Field(
        None, description="The day by which someone must check it again, as YYYY-MM-DD."
    )
    changes: tuple[Change, ...] = Field(
        (), description="What changed since it came in, for people who taught with it before."
    )
    status: Literal["published", "draft", "withdrawn"] = Field(
        "published", description="published, draft or withdrawn."
    )
    withdrawn: Withdrawal | None = Field(None, description="When and why it was withdrawn.")
    aliases: tuple[Id, ...] = Field(
        (), description="Ids that it had before. Each goes on leading here."
    )
    contributors: tuple[Contributor, ...] = Field(
        (), description="People who want to be thanked by name."
    )
    licence: str = Field("CC-BY-4.0", description="The licence of the text, as an SPDX id.")

    @property
    def source_refs(self) -> tuple[str, ...]:
        """Ids in sources.yml that it cites."""
        return tuple(s.ref for s in self.sources if s.ref)

    @property
    def read(self) -> str | None:
        """How much was read of the source that was read most."""
        return max((s.read for s in self.sources), key=READ.__getitem__, default=None)
