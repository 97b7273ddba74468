"""What is made up for learning: only its own people speak in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from ..reading.folder import Reading
from ..reading.marks import FieldPath
from ..teaching import Conversation
from .locations import Locator


def problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Speakers whom nobody has introduced."""
    for conversation in reading.known("conversation"):
        yield from _strangers(locator, conversation)


def _strangers(locator: Locator, conversation: Conversation) -> Iterator[Problem]:
    """Whoever speaks is one of the people, and each of these has a name of their own."""
    known = [person.name for person in conversation.people]
    for n, name in enumerate(known):
        if name in known[:n]:
            at: FieldPath = ("people", n, "name")
            yield locator.problem(
                "conversation", conversation.id, at, "named-twice/person", given=repr(name)
            )
    for n, turn in enumerate(conversation.turns):
        if known and turn.who not in known:
            path: FieldPath = ("turns", n, "who")
            given = {"given": repr(turn.who), "listed": ", ".join(known)}
            yield locator.problem("conversation", conversation.id, path, "unknown-speaker", **given)
