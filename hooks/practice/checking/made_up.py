"""What is made up for learning: it tells of nobody who can be recognised, and only its own people
speak in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds import KINDS, Kind
from ..model import Problem
from ..reading.folder import Reading
from ..reading.places import Where
from ..teaching import Conversation, MadeUp
from . import privacy
from .locations import Places

NO_WORDS = frozenset(("id", "guides", "key_points", "sessions", "added"))
"""Fields that hold ids and days in every kind."""


def problems(reading: Reading, places: Places) -> Iterator[Problem]:
    """What the privacy guard is certain of, and speakers whom nobody has introduced."""
    for kind in KINDS.values():
        for thing in reading.known(kind.name) if issubclass(kind.model, MadeUp) else ():
            yield from _recognisable(places, kind, thing)
    for conversation in reading.known("conversation"):
        yield from _strangers(places, conversation)


def _recognisable(places: Places, kind: Kind, thing: MadeUp) -> Iterator[Problem]:
    """Numbers, addresses and the like, which somebody may have even in a story."""
    value = thing.model_dump(mode="json")
    fields = tuple(name for name in type(thing).model_fields if name not in NO_WORDS)
    for path, finding in privacy.certain(value, fields):
        place = places.words_at(kind.name, thing.id, path, finding.words, finding.nth)[:2]
        said = finding.rule, finding.message, finding.hint
        yield Problem(places.path(kind.name, thing.id), *place, *said)


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
