"""What is made up for learning: only its own people speak in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from ..reading.folder import Reading
from ..reading.places import Where
from ..teaching import Conversation
from .locations import Places


def problems(reading: Reading, places: Places) -> Iterator[Problem]:
    """Speakers whom nobody has introduced."""
    for conversation in reading.known("conversation"):
        yield from _strangers(places, conversation)


def _strangers(places: Places, conversation: Conversation) -> Iterator[Problem]:
    """Whoever speaks is one of the people, and each of these has a name of their own."""
    known = [person.name for person in conversation.people]
    for n, name in enumerate(known):
        if name in known[:n]:
            at: Where = ("people", n, "name")
            yield places.problem(
                "conversation", conversation.id, at, "named-twice/person", given=repr(name)
            )
    for n, turn in enumerate(conversation.turns):
        if known and turn.who not in known:
            path: Where = ("turns", n, "who")
            given = {"given": repr(turn.who), "listed": ", ".join(known)}
            yield places.problem("conversation", conversation.id, path, "unknown-speaker", **given)
