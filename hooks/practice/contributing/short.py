"""The short way to send an example: six questions, whose answers make a draft.

The page and its script are given the words of short.json; an editor fills in what is missing.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter


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
    """The message when it is left empty; `""` where it may be."""
    options: tuple[Choice, ...] = ()
    """The choices of a radio or a tick; those of a select are the library's."""
    blank: str = "Choose one"
    """What a select says while nothing is chosen."""
    empty: str = "Not answered"
    """What the check of the answers says of it when it is left empty."""


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


STEPS = TypeAdapter(tuple[Step, ...]).validate_json(
    Path(__file__).with_suffix(".json").read_bytes()
)

STORY = tuple(box.name for step in STEPS for box in step.boxes if box.kind == "lines")
"""Answers that are a text of an example."""
NOTE = "A draft from the short form. An editor fills in the rest."
"""What the draft's file says of itself, as a comment."""
