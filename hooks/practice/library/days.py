"""When things changed, as the data says: no clock, and no day of a file."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..kinds import KINDS
from .library import Library


def last_changed(thing: Any) -> str:
    """The day on which a thing came in or last changed, or `""` where nobody noted one."""
    own = vars(thing)  # to ask a model for a field that it lacks costs ten times as much
    days: list[str] = [change.on for change in own.get("changes", ())]
    added: str = own.get("added", "")
    return max([added, *days])


@lru_cache(maxsize=1)
def newest(library: Library) -> str:
    """The day of the newest change of the whole library, withdrawals included; or `""`."""
    things = (t for kind in KINDS.values() if kind.public for t in library.all(kind.name).values())
    gone = (e.withdrawn.on for e in library.withdrawn.values() if e.withdrawn)
    return max((*map(last_changed, things), *gone), default="")
