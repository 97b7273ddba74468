"""First names that are common in these islands, of every nation and community.

A list never holds everybody. `plain_names` also asks about an unlisted name by what stands around
it, and a person must look.
"""

from __future__ import annotations

from .lists import listed

GIVEN = frozenset(listed("given", "first-names"))
ALSO_WORDS = frozenset(listed("also-words", "first-names"))
"""Names that are also words, places or surnames: more must show that one is a person."""
