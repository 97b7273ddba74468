"""What people learn with: prompt cards, sessions, paths, and the self-review."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .fields import (
    Ask,
    Change,
    Day,
    Frozen,
    HasPermalink,
    Id,
    Markdown,
    Minutes,
    Ref,
    Text,
    TypedRef,
)

STEP_FIELDS = ("learners", "facilitator", "listen", "online")
"""The fields of a session's step that are Markdown."""


class Card(HasPermalink):
    """A prompt for a conversation."""

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


class Deck(HasPermalink):
    """A set of prompt cards."""

    title: Text
    summary: Text
    guide: Id
    cards: Annotated[tuple[Card, ...], Field(min_length=1)]


class Answer(Frozen):
    """A model answer to a step: what the trainer may hear, and what to do where nobody speaks."""

    notices: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]
    """What good answers notice."""
    goes_wrong: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """Where groups go wrong."""
    nobody_speaks: Text
    """What to do if nobody speaks."""


class Step(Frozen):
    """A part of a session."""

    id: Id
    title: Text
    kind: Literal["activity", "break"] = "activity"
    minutes: Minutes
    learners: Markdown
    facilitator: Markdown | None = None
    listen: Markdown | None = None
    """What the trainer listens for."""
    online: Markdown | None = None
    bring: Text | None = None
    """What is needed that is not in the library: paper, a clock."""
    materials: tuple[TypedRef, ...] = ()
    answer: Answer | None = None


class Cut(Frozen):
    """Minutes that a step can do without when time is short."""

    step: Id
    minutes: Minutes
    how: Text


class SessionQuestion(Frozen):
    """A question that a session ends on."""

    ask: Text
    kind: Literal["open"] = "open"


class Session(HasPermalink):
    """A training session, ready to teach."""

    title: Text
    summary: Text
    minutes: Minutes
    roles: tuple[Id, ...] = Field(alias="for")
    size: Text
    aims: Annotated[tuple[Text, ...], Field(min_length=1)]
    preparation: tuple[Text, ...]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    shorter: Annotated[tuple[Cut, ...], Field(max_length=6)] = ()
    """What to cut if there is less time."""
    questions: Annotated[tuple[SessionQuestion, ...], Field(min_length=1)]
    knowing_it_worked: tuple[Text, ...]
    themes: tuple[Id, ...]
    guides: tuple[Ref, ...]
    laws: tuple[Id, ...] = ()
    """Lines of standards, codes and law that it goes with."""
    added: Day
    changes: tuple[Change, ...] = ()
    asks: Annotated[tuple[Ask, ...], Field(max_length=12)] = ()
    """How trainers might ask for it."""

    def materials(self, kind: str) -> tuple[str, ...]:
        """Ids of the materials of one kind, in the order of the steps, each once."""
        refs = (ref.split(":", 1) for ref in self.typed_refs)
        return tuple(dict.fromkeys(ref for k, ref in refs if k == kind))

    @property
    def typed_refs(self) -> tuple[str, ...]:
        """All materials, as ``kind:id``."""
        return tuple(ref for step in self.steps for ref in step.materials)

    @property
    def minutes_fewer(self) -> int:
        """Minutes that all cuts together save."""
        return sum(cut.minutes for cut in self.shorter)

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

    to: TypedRef
    minutes: Minutes | None = None
    """How long it takes. A whole guide says so itself."""
    why: Text


class Path(HasPermalink):
    """A way through the library for one kind of reader."""

    title: Text
    summary: Text
    steps: Annotated[tuple[PathStep, ...], Field(min_length=1)]

    @property
    def typed_refs(self) -> tuple[str, ...]:
        """Where its steps lead, as ``kind:id``."""
        return tuple(step.to for step in self.steps)

    @property
    def guide_refs(self) -> tuple[str, ...]:
        """Guides and sections of guides that it leads through, each once."""
        refs = (ref.split(":", 1) for ref in self.typed_refs)
        return tuple(dict.fromkeys(ref for kind, ref in refs if kind == "guide"))


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
    next: Annotated[tuple[TypedRef, ...], Field(min_length=1)]


class Area(HasPermalink):
    """A part of the self-review."""

    title: Text
    guide: Id
    aspects: Annotated[tuple[Aspect, ...], Field(min_length=1)]

    @property
    def typed_refs(self) -> tuple[str, ...]:
        """Where its aspects lead on to, as ``kind:id``."""
        return tuple(place for aspect in self.aspects for place in aspect.next)
