"""The privacy guard: what in an example may show who a person is.

It finds numbers, addresses, dates and names that say what they are, and things that are harmless
alone and not together. Certain
ones are errors, the rest are notes for a person to judge. **It cannot find a plain name, such as a
first name with nothing beside it,
so a person must look**; that is what `checked_by_role` is for. It asks no list of names, which
would guard some people and not others.

A finding that may stand is recorded in the example, under `privacy`, with the reason. It is then
shown as a note, never silenced.
"""

from .fields import FIELDS, check, findings
from .finding import LIMIT, SAYINGS, Finding
from .names import is_plain_name

RULES = {name: saying.sentence for name, saying in SAYINGS.items()}
"""Every rule of the guard with its sentence."""

__all__ = ["FIELDS", "LIMIT", "RULES", "SAYINGS", "Finding", "check", "findings", "is_plain_name"]
