"""What people call the things of the library: an id in other letters, or a title, means the id
where it can mean nothing else.
"""

from __future__ import annotations

import re
import unicodedata

from ..kinds import KindName
from ..reading.folder import Reading


def slugify(text: str) -> str:
    """Words without case, accents and punctuation: ``Care Homes`` and ``care_homes`` are one."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters))


class Names:
    """Every name of every thing."""

    def __init__(self, reading: Reading):
        self.reading = reading
        self._ids: dict[str, dict[str, set[str]]] = {}

    def meant(self, kind: KindName, words: str) -> str | None:
        """The id of the one thing that some words can mean."""
        id, hash_sign, heading = words.partition("#")
        found = self._of(kind).get(slugify(id), set())
        if len(found) != 1:
            return None
        whole = next(iter(found))
        return f"{whole}#{self._heading(kind, whole, heading)}" if hash_sign else whole

    def _of(self, kind: KindName) -> dict[str, set[str]]:
        if kind not in self._ids:
            names: dict[str, set[str]] = {}
            for thing in self.reading.known(kind):
                for words in (thing.id, getattr(thing, "title", "") or ""):
                    names.setdefault(slugify(words), set()).add(thing.id)
            self._ids[kind] = names
        return self._ids[kind]

    def _heading(self, kind: KindName, id: str, words: str) -> str:
        known = [heading.id for heading in getattr(self.reading.get(kind, id), "headings", ())]
        return next((one for one in known if one and slugify(one) == slugify(words)), words)
