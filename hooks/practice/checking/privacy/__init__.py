"""The privacy guard: what in an example may show who a person is.

It finds numbers, addresses, dates and names that say what they are, common first names, and things
that are harmless alone and not together. Certain ones are errors, the rest are notes: questions for
a person to judge. **It cannot find every plain name**, nor know whom the neighbours know, **so a
person must look**; that is what `checked_by_role` is for. Its list of first names holds those of
every community here that we could think of. It is still a list, so words that do what only people
do are asked about too, whatever they are.

A finding that may stand is recorded in the example, under `privacy`, with the reason. It is then
shown as a note, never silenced.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .finding import GUARD_MESSAGES, LIMIT, Finding

if TYPE_CHECKING:
    from .fields import FIELDS, certain, check, findings
    from .names import is_plain_name

LAZY_EXPORTS = {
    "FIELDS": "fields",
    "certain": "fields",
    "check": "fields",
    "findings": "fields",
    "is_plain_name": "names",
}
"""Names that are imported at their first use, with the module of each: these modules search texts,
and to load them takes a twentieth of a build in which no text has changed.
"""
RULES = {name: message.sentence for name, message in GUARD_MESSAGES.items()}
"""Every rule of the guard with its sentence."""

__all__ = [
    "FIELDS",
    "GUARD_MESSAGES",
    "LIMIT",
    "RULES",
    "Finding",
    "certain",
    "check",
    "findings",
    "is_plain_name",
]


def __getattr__(name: str) -> Any:
    if name not in LAZY_EXPORTS:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{LAZY_EXPORTS[name]}"), name)
