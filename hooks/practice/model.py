"""The nouns: frozen types, no input or output.

Each field's description is what a contributor reads: in the form, in the editor, on the command
line
and in the published JSON Schema. Dates are text, ``YYYY-MM-DD``, so that they sort and print as
they stand.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What an id may look like. CONTRIBUTING says the same in words."""

NUMBER = re.compile(r"[0-9]{1,9}")
READ = {"opening": 1, "abstract": 2, "extracts": 3, "whole": 4}
"""How much of a source was read, with the number of filled squares that show it."""


FIRST_DAY, LAST_DAY = "1990-01-01", "2099-12-31"
"""Between these somebody can have sent, read or agreed to something, or be asked again."""


def _real_day(value: str) -> str:
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError("no such day") from None
    if not FIRST_DAY <= value <= LAST_DAY:
        raise ValueError("no likely year")
    return value


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise ValueError("not a whole number")
    return value


def _truth(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _web_address(value: str) -> str:
    HttpUrl(value)
    return value


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
Ref = Annotated[str, Field(pattern=r"^[a-z0-9-]+(#[a-z0-9-]+)?$", max_length=160)]
"""A guide, or a section of one: ``guide`` or ``guide#heading-id``."""
Place = Annotated[str, Field(pattern=r"^[a-z-]+:[a-z0-9-]+(#[a-z0-9-]+)?$", max_length=200)]
"""A link by kind and id: ``example:aberdeen-inca``, ``guide:risk#rights``."""
Text = Annotated[str, Field(min_length=1, max_length=400)]
Markdown = Annotated[str, Field(min_length=1, json_schema_extra={"format": "markdown"})]
Day = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        json_schema_extra={
            "format": "date",
            "formatMinimum": FIRST_DAY,
            "formatMaximum": LAST_DAY,
        },
    ),
    AfterValidator(_real_day),
]
Whole = Annotated[int, BeforeValidator(_digits)]
Year = Annotated[Whole, Field(ge=1900, le=2100)]
Minutes = Annotated[Whole, Field(ge=1, le=600)]
SourceUrl = Annotated[
    str,
    Field(pattern=r"^https?://[^\s<>\"']+$", max_length=2000),
    AfterValidator(_web_address),
]
"""Where a source stands. Some old ones stand at ``http:`` only."""
Flag = Annotated[bool, BeforeValidator(_truth)]
Use = Literal["self", "one-to-one", "team"]


NO_FIELDS: set[str] = set()


class Frozen(BaseModel):
    """A checked thing: it cannot change and knows no other fields than its own."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        ignored_types=(cached_property,),
        defer_build=True,
    )

    def model_post_init(self, context: Any) -> None:
        """Drops the set of fields that were given: nobody asks for it, and at ten thousand examples
        it takes 40 MB.
        """
        object.__setattr__(self, "__pydantic_fields_set__", NO_FIELDS)


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
STEP_FIELDS = ("learners", "facilitator", "online")
"""The fields of a session's step that are Markdown."""


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


class Change(Frozen):
    """Something that changed on a page, for people who taught with it before."""

    on: Day = Field(description="The day it changed, as YYYY-MM-DD.")
    what: Annotated[str, Field(min_length=10, max_length=240)] = Field(
        description="What changed, in one sentence. For example: The evaluation of 2027 is added."
    )


class Contributor(Frozen):
    """Someone who wants to be thanked by name."""

    name: Text = Field(description="The name to print.")
    organisation: Text | None = Field(None, description="Where they work.")
    orcid: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$")] | None = (
        Field(None, description="An ORCID, if they have one.")
    )


class Privacy(Frozen):
    """A fault of the privacy guard that a person has looked at and lets stand, with the reason."""

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
    asks: Annotated[
        tuple[Annotated[str, Field(min_length=8, max_length=160)], ...], Field(max_length=24)
    ] = Field(
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


class Match(Frozen):
    """A part of a framework that other people use, and how near it comes to a term of ours."""

    framework: Text
    part: Text
    """The part of the framework, in our words where the source does not name it."""
    how: Literal["exact", "close", "broad"]
    """Whether it means the same, nearly the same, or something wider of which ours is a part."""
    nation: Literal["united-kingdom", "scotland", "england", "wales", "northern-ireland"]
    source: Id
    """The source that was read and says so."""


class VocabularyTerm(Frozen):
    """An entry of a vocabulary: a theme, a setting, a role, a component, a nation, a level or a
    kind of knowledge.
    """

    id: Id
    title: Text
    description: Text
    family: Literal["talk", "write", "use", "lead", "learn"] | None = None
    also: tuple[Text, ...] = ()
    """Other words that people use for it; the finder knows them."""
    guides: tuple[Ref, ...] = ()
    themes: tuple[Id, ...] = ()
    matches: tuple[Match, ...] = ()
    """What it goes with in frameworks that other people use."""

    @property
    def match_refs(self) -> tuple[str, ...]:
        """The sources that say what it goes with, each once."""
        return tuple(dict.fromkeys(match.source for match in self.matches))


class Synonyms(Frozen):
    """Words that mean much the same to someone who is looking for something."""

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=2)]

    @property
    def title(self) -> str:
        return self.words[0]


class Wording(Frozen):
    """Words that we avoid in our own voice, what we say in their place, and why."""

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    say: Text
    why: Text
    unless: tuple[Text, ...] = ()
    """Words around them that make them harmless."""

    @property
    def title(self) -> str:
        return self.words[0]


class KeyPoint(Frozen):
    """A sentence that a guide claims and examples show."""

    id: Id
    text: Annotated[str, Field(min_length=20, max_length=160)]
    guide: Id
    order: Whole
    summary: Flag = False
    themes: tuple[Id, ...] = ()

    @property
    def title(self) -> str:
        return self.text


class BibliographyEntry(Frozen):
    """An entry of the bibliography."""

    id: Id
    cited_as: Text
    """How a citation of it reads: Petch, 2012."""
    title: Annotated[str, Field(min_length=1, max_length=300)]
    authors: tuple[Text, ...] = ()
    publisher: Text | None = None
    year: Year | None = None
    url: SourceUrl | None = None
    note: Text | None = None
    read: Literal["whole", "extracts", "abstract", "opening"] = "opening"


UKNation = Literal["united-kingdom", "scotland", "england", "wales", "northern-ireland"]
"""A nation that has law of its own, or the whole United Kingdom."""


class Law(Frozen):
    """What a law, a standard or a code says, in one line that guides share."""

    id: Id
    name: Text
    """The Act, the regulations, the standards or the code."""
    part: Text
    """The section or the part of it."""
    nations: Annotated[tuple[UKNation, ...], Field(min_length=1)]
    """Where it holds. It stands on the page of the first."""
    force: Literal["act", "regulations", "guidance", "standards", "code", "policy", "judgment"]
    """What it is: only Acts, regulations and judgments are law."""
    text: Annotated[str, Field(min_length=20, max_length=600)]
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    read: Literal["full", "part", "secondary"]
    """How much of that part was read, or that another text about it was."""
    checked: Day | None = None
    """The day on which it was last compared with the text; where none is given, nobody noted it."""
    copy_of: Day | None = None
    """The day whose text the copy that was read holds."""
    note: Text | None = None
    guides: tuple[Ref, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.name}, {self.part}"

    @property
    def home(self) -> str:
        """The nation on whose page it stands."""
        return self.nations[0]


NAMED_TERMS = "named/"
"""The page of terms that are names, below the glossary."""


class GlossaryTerm(Frozen):
    """A term of the glossary."""

    id: Id
    title: Text
    definition: Annotated[str, Field(min_length=20, max_length=600)]
    also: tuple[Text, ...] = ()
    guides: tuple[Ref, ...] = ()
    sources: tuple[Id, ...] = ()
    examples: tuple[Id, ...] = ()
    """Examples that the definition rests on."""
    named: Flag = False
    """Whether it is an approach, a tool or an idea with a name of its own."""

    @property
    def page(self) -> str:
        """The page below the glossary on which it stands; empty for the glossary itself."""
        return NAMED_TERMS if self.named else ""


class Card(Frozen):
    """A prompt for a conversation."""

    id: Id
    prompt: Annotated[str, Field(min_length=10, max_length=140)]
    note: Annotated[str, Field(min_length=10, max_length=160)]
    use: Literal["self", "one-to-one", "team", "with-a-person"]
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    guides: tuple[Ref, ...] = ()
    deck: str = ""

    @property
    def title(self) -> str:
        return self.prompt


class Deck(Frozen):
    """A set of prompt cards."""

    id: Id
    title: Text
    summary: Text
    guide: Id
    cards: Annotated[tuple[Card, ...], Field(min_length=1)]


class Step(Frozen):
    """A part of a session."""

    id: Id
    title: Text
    minutes: Minutes
    learners: Markdown
    facilitator: Markdown | None = None
    listen: Markdown | None = None
    """What the trainer listens for."""
    online: Markdown | None = None
    materials: tuple[Place, ...] = ()


class SessionQuestion(Frozen):
    """A question that a session ends on."""

    ask: Text
    kind: Literal["open"] = "open"


class Session(Frozen):
    """A training session, ready to teach."""

    id: Id
    title: Text
    summary: Text
    minutes: Minutes
    roles: tuple[Id, ...] = Field(alias="for")
    size: Text
    aims: Annotated[tuple[Text, ...], Field(min_length=1)]
    preparation: tuple[Text, ...]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    questions: Annotated[tuple[SessionQuestion, ...], Field(min_length=1)]
    knowing_it_worked: tuple[Text, ...]
    themes: tuple[Id, ...]
    guides: tuple[Ref, ...]
    added: Day
    changes: tuple[Change, ...] = ()

    def materials(self, kind: str) -> tuple[str, ...]:
        """Ids of the materials of one kind, in the order of the steps, each once."""
        refs = (ref.split(":", 1) for ref in self.places)
        return tuple(dict.fromkeys(ref for k, ref in refs if k == kind))

    @property
    def places(self) -> tuple[str, ...]:
        """All materials, as ``kind:id``."""
        return tuple(ref for step in self.steps for ref in step.materials)

    @property
    def example_refs(self) -> tuple[str, ...]:
        return self.materials("example")

    @property
    def card_refs(self) -> tuple[str, ...]:
        return self.materials("card")

    @property
    def record_refs(self) -> tuple[str, ...]:
        return self.materials("record")

    @property
    def guide_refs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.guides, *self.materials("guide"))))


class PathStep(Frozen):
    """One stop on a path."""

    to: Place
    minutes: Minutes | None = None
    """How long it takes. A whole guide says so itself."""
    why: Text


class Path(Frozen):
    """A way through the library for one kind of reader."""

    id: Id
    title: Text
    summary: Text
    steps: Annotated[tuple[PathStep, ...], Field(min_length=1)]

    @property
    def places(self) -> tuple[str, ...]:
        """Where its steps lead, as ``kind:id``."""
        return tuple(step.to for step in self.steps)

    @property
    def guide_refs(self) -> tuple[str, ...]:
        """Guides and sections of guides that it leads through, each once."""
        places = (place.split(":", 1) for place in self.places)
        return tuple(dict.fromkeys(ref for kind, ref in places if kind == "guide"))


class Stages(Frozen):
    """Three statements about one aspect of the work. They rank nobody."""

    labels: ClassVar[dict[str, str]] = {
        "starting": "Starting",
        "on_the_way": "On the way",
        "part_of_how_we_work": "Part of how we work",
    }
    starting: Text
    on_the_way: Text = Field(alias="on-the-way")
    part_of_how_we_work: Text = Field(alias="part-of-how-we-work")


class Aspect(Frozen):
    """One thing to look at in a self-review."""

    id: Id
    title: Text
    stages: Stages
    next: Annotated[tuple[Place, ...], Field(min_length=1)]


class Area(Frozen):
    """A part of the self-review."""

    id: Id
    title: Text
    guide: Id
    aspects: Annotated[tuple[Aspect, ...], Field(min_length=1)]

    @property
    def places(self) -> tuple[str, ...]:
        """Where its aspects lead on to, as ``kind:id``."""
        return tuple(place for aspect in self.aspects for place in aspect.next)


@dataclass(frozen=True)
class NamedPage:
    """A page of the site that data can name by a short id."""

    id: str
    address: str

    @property
    def title(self) -> str:
        return self.id.replace("-", " ").capitalize()


@dataclass(frozen=True)
class Heading:
    """A section of a hand-written page."""

    id: str
    title: str
    level: int
    line: int
    cites: bool
    """Whether a source is cited in it."""


@dataclass(frozen=True)
class Mention:
    """A link by id in a hand-written page: ``[text](kind:ref)``."""

    kind: str
    ref: str
    line: int
    column: int
    section: str


@dataclass(frozen=True)
class Directive:
    """A comment in a hand-written page that is filled from the library: ``<!-- practice:name
    option=value -->``.
    """

    name: str
    options: tuple[tuple[str, str, int], ...]
    """(option, value, column)"""
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """A hand-written page. A guide is a page whose front matter has an id."""

    file: str
    """Its path below docs/, with forward slashes."""
    id: str
    title: str
    summary: str
    order: int
    minutes: int
    themes: tuple[str, ...]
    headings: tuple[Heading, ...]
    mentions: tuple[Mention, ...]
    also: tuple[str, ...] = ()
    directives: tuple[Directive, ...] = ()
    changes: tuple[Change, ...] = ()
    word: str = ""
    """What kind of Word file it is as well; nothing for a page that is none."""
    text: str = ""
    """Its Markdown, where it is a Word file as well."""

    @property
    def address(self) -> str:
        stem = self.file.removesuffix(".md")
        return "" if stem == "index" else f"{stem.removesuffix('/index')}/"

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources that it cites, each once, in the order of the text."""
        return tuple(dict.fromkeys(m.ref for m in self.mentions if m.kind == "source"))


@dataclass(frozen=True, order=True)
class Problem:
    """Something that must be mended (error) or looked at (note) before a page can be published."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        hint = f"\n    {self.hint}" if self.hint else ""
        word = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.path}:{self.line}:{self.column}: {word}{self.message} [{self.rule}]{hint}"
