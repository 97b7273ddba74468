"""The short way to send an example: six questions, whose answers make a draft.

The page and its script are given these words; an editor fills in what is missing.
"""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """Something to choose."""

    value: str
    words: str


class Box(NamedTuple):
    """One place for an answer."""

    name: str
    """The field of an example that the answer goes to, or a name of its own."""
    label: str
    kind: str
    """lines, line, select, radio or tick."""
    needed: str = ""
    """What is said when it is left empty; nothing where it may be."""
    options: tuple[Choice, ...] = ()
    """Those of a radio or a tick; those of a select are the library's."""


class Step(NamedTuple):
    """One question, on a page of its own."""

    id: str
    question: str
    hint: str
    good: str
    """A good answer. It is made up, and the page says so."""
    boxes: tuple[Box, ...]

    @property
    def only(self) -> Box | None:
        """The box whose label the question is, where there is one alone."""
        return self.boxes[0] if len(self.boxes) == 1 else None


STEPS = (
    Step(
        "tried",
        "What did you try?",
        "A few sentences will do. Leave out names of people.",
        "Each Friday we met for half an hour. We took one person and asked: what matters to her?",
        (Box("what_they_did", "", "lines", "Write what you tried. One sentence is enough."),),
    ),
    Step(
        "came",
        "What came of it?",
        "Good, bad or not known yet: all of it helps.",
        "Two visits moved to a better time. Staff feel surer. We did not ask families.",
        (
            Box(
                "what_changed",
                "",
                "lines",
                "Write what came of it. “We do not know yet” is a good answer.",
            ),
        ),
    ),
    Step(
        "where",
        "Where, and what kind of service?",
        "",
        "Larch House, Fife. Scotland. Care homes.",
        (
            Box("organisation", "Service, and town or area", "line", "Write the name of a service"),
            Box("nation", "Nation", "select", "Choose a nation"),
            Box("settings", "Kind of service", "select", "Choose a kind of service"),
        ),
    ),
    Step(
        "hard",
        "What made it hard, or helped?",
        "Fill in one, both or neither.",
        "Night staff could not come. It helped that our manager paid for the time.",
        (
            Box("what_got_in_the_way", "What made it hard", "lines"),
            Box("what_helped", "What helped", "lines"),
        ),
    ),
    Step(
        "people",
        "Is it about people who could be recognised, and who has agreed?",
        "Nobody asked yet? Leave the two boxes empty. We help you to ask.",
        "No. It is about how our team works, and our manager has agreed.",
        (
            Box(
                "recognised",
                "Could people be recognised?",
                "radio",
                "Choose whether people could be recognised",
                (Choice("no", "No"), Choice("yes", "Yes"), Choice("unsure", "Not sure")),
            ),
            Box(
                "agreed",
                "Who has agreed?",
                "tick",
                options=(
                    Choice("people-agreed", "The people it is about"),
                    Choice("organisation-agreed", "My manager or organisation"),
                ),
            ),
        ),
    ),
    Step(
        "reach",
        "How can we reach you?",
        "It goes into your e-mail to us, and never into the example. You can leave it empty.",
        "Sam, 01632 960123, on weekday mornings",
        (Box("contact", "", "line"),),
    ),
)

STORY = tuple(box.name for step in STEPS for box in step.boxes if box.kind == "lines")
"""Answers that are a text of an example."""
NOTE = "A draft from the short form. An editor fills in the rest: practice inbox says what."
"""What the draft's file says of itself, as a comment."""
