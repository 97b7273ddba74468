"""Material made up for learning: scenarios, records to work on, and worked conversations.

All of it is fiction, and each thing says so in its own words, wherever it is shown.
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from .model import Change, Day, Frozen, Id, Markdown, Ref, Text

MADE_UP = "Made up for learning."
"""How every summary of something made up begins."""
NOTICE = f"{MADE_UP} No real person, worker or service is in it."
"""The notice on everything that is made up: on its page, on paper and in every file."""
ANALYSIS = (
    "Who is this person? Put into one sentence what you now know of them.",
    "What mattered to them that day, in whose words?",
    "What did somebody see or hear, and what did somebody conclude?",
    "Which words are labels or shorthand, and what might lie behind each?",
    "What could the next person who reads it do tomorrow?",
    "What would the person say, if they read it?",
    "What would you have to ask, and of whom, before you could write it better?",
)
"""The questions of the sheet with which a record is taken apart."""
Level = Literal["not yet", "partly", "mostly", "fully"]
"""How far something that a person hopes for is so."""
Summary = Annotated[
    str, Field(min_length=40, max_length=400, pattern=r"^Made up for learning\. [A-Z]")
]
Path = tuple[str | int, ...]
"""The path of a value in a thing."""


class MadeUp(Frozen):
    """What is made up: some of its fields are Markdown."""

    story_fields: ClassVar[tuple[str, ...]] = ()
    """The fields that are Markdown; with a dot, a field of each item of a list."""

    id: Id
    notice: Annotated[str, Field(pattern="^" + NOTICE.replace(".", r"\.") + "$")] = NOTICE
    """What every file of open data says of it."""

    @property
    def texts(self) -> Iterator[tuple[Path, str]]:
        """Each text in Markdown, with the path of its field."""
        return texts(self, self.story_fields, getattr)


def texts(
    value: Any, fields: tuple[str, ...], get: Callable[[Any, str], Any]
) -> Iterator[tuple[Path, str]]:
    """Each text in some fields of a value, with its path; `get` gives a field by its name, and
    ``steps.learners`` is a field of each item of a list.
    """
    for name in fields:
        outer, _, inner = name.partition(".")
        found = get(value, outer)
        items = enumerate(found) if inner and isinstance(found, list | tuple) else ()
        named = [((outer, n, inner), get(item, inner)) for n, item in items]
        for path, text in named if inner else [((outer,), found)]:
            if isinstance(text, str):
                yield path, text


class RolePlayCard(Frozen):
    """What one person in a scenario wants, knows and fears, for whoever plays them."""

    who: Text
    words: Markdown


class Story(MadeUp):
    """Something made up that people talk about, with a page of its own."""

    aliases: tuple[Id, ...] = ()
    title: Annotated[str, Field(min_length=5, max_length=120)]
    summary: Summary
    settings: Annotated[tuple[Id, ...], Field(min_length=1, max_length=3)]
    nations: Annotated[tuple[Id, ...], Field(max_length=4)] = ()
    roles: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]
    themes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)]
    guides: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=6)]
    key_points: Annotated[tuple[Id, ...], Field(max_length=6)] = ()

    @property
    def gist(self) -> str:
        """The summary without its first words, where these stand beside it anyway."""
        return self.summary.removeprefix(MADE_UP).strip()


class Scenario(Story):
    """A situation to talk about, with something that comes later, and notes for the trainer."""

    story_fields = ("story", "twist", "cards.words")

    nations: Annotated[tuple[Id, ...], Field(min_length=1, max_length=4)]
    sessions: Annotated[tuple[Id, ...], Field(max_length=6)] = ()
    story: Markdown
    questions: Annotated[tuple[Text, ...], Field(min_length=3, max_length=6)]
    twist: Markdown
    """What is handed out once the group has talked."""
    notices: Annotated[tuple[Text, ...], Field(min_length=2, max_length=8)]
    """What good answers notice."""
    goes_wrong: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    """Where groups go wrong."""
    cards: Annotated[tuple[RolePlayCard, ...], Field(min_length=2, max_length=4)]
    added: Day
    changes: tuple[Change, ...] = ()


class SampleRecord(MadeUp):
    """A record or a plan to work on, with a model answer."""

    story_fields = ("text", "better")
    qualities: ClassVar[dict[str, str]] = {"weak": "Weak", "middling": "Middling", "good": "Good"}
    forms: ClassVar[dict[str, str]] = {
        "daily-note": "Daily note",
        "first-contact": "First contact",
        "handover": "Handover",
        "review": "Review",
        "risk-plan": "Plan about a risk",
        "supervision-note": "Note of supervision",
        "support-plan": "Support plan",
    }

    aliases: tuple[Id, ...] = ()
    title: Annotated[str, Field(min_length=5, max_length=120)]
    quality: Literal["weak", "middling", "good"]
    form: Literal[
        "daily-note",
        "first-contact",
        "handover",
        "review",
        "risk-plan",
        "supervision-note",
        "support-plan",
    ]
    settings: Annotated[tuple[Id, ...], Field(min_length=1, max_length=3)]
    themes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)]
    guides: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=6)]
    text: Markdown
    shows: Annotated[tuple[Text, ...], Field(min_length=2, max_length=8)]
    """What one can tell from it, and what one cannot."""
    better: Markdown
    """A better version, or why it is good."""
    added: Day


class Person(Frozen):
    """Somebody who speaks in a conversation."""

    name: Annotated[str, Field(min_length=1, max_length=40)]
    who: Text


class Turn(Frozen):
    """What one person says, and where the conversation stands then."""

    who: Annotated[str, Field(min_length=1, max_length=40)]
    says: Markdown
    thinks: Markdown | None = None
    """What the worker thinks meanwhile."""
    otherwise: Markdown | None = None
    """Where it could have gone otherwise."""


class Conversation(Story):
    """A conversation written out, with what the worker thinks beside what is said."""

    story_fields = ("scene", "turns.says", "turns.thinks", "turns.otherwise", "afterwards")

    cards: Annotated[tuple[Id, ...], Field(max_length=8)] = ()
    """Ids of prompt cards."""
    sessions: Annotated[tuple[Id, ...], Field(max_length=6)] = ()
    people: Annotated[tuple[Person, ...], Field(min_length=2, max_length=8)]
    scene: Markdown
    turns: Annotated[tuple[Turn, ...], Field(min_length=2, max_length=80)]
    afterwards: Markdown
    questions: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    added: Day
    changes: tuple[Change, ...] = ()


class OutcomeRow(MadeUp):
    """A line of the made-up data about outcomes: what one person hoped for, and how far it
    is so.
    """

    quarter: Literal["Q1", "Q2", "Q3", "Q4"]
    area: Text
    said: Text
    at_start: Level
    at_review: Level | None = None
    reviewed_by: Id | None = None
    note: Text | None = None

    @property
    def title(self) -> str:
        return self.said
