"""What the parts of an example and its choices are called, in words from labels.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..library.facets import Facet, ids
from ..library.library import Library
from ..model import UKNation
from .svg import READ_WORDS


@dataclass(frozen=True)
class Section:
    """A part of the text of an example."""

    field: str
    fragment: str
    heading: str


_WORDS = json.loads(Path(__file__).with_suffix(".json").read_bytes())

SECTIONS = tuple(Section(**section) for section in _WORDS["sections"])
ACCOUNTS: dict[str, str] = _WORDS["accounts"]
"""What an example is, by its kind."""
LEARNING_BASIS: dict[str, str] = _WORDS["learning_basis"]
"""Whose conclusion the learning of an example is."""
USES: dict[str, str] = _WORDS["uses"]
"""Where a question or a prompt works best."""
LEGENDS: dict[str, str] = _WORDS["facets"]
"""What each facet is called, in the words of a reader."""
NATION_TITLES: dict[UKNation, str] = _WORDS["nations"]
"""What the law of each is called."""
SIGNS_OF_HARM: list[str] = _WORDS["signs_of_harm"]
"""Words in a question for which the finder says first what to do: regular expressions."""
LAW_FORCE: dict[str, str] = _WORDS["law_force"]
"""What a line of law says of itself where it is not an Act or regulations."""
LAW_READ: dict[str, str] = _WORDS["law_read"]
"""How much of the text of a line of law was read."""
MATCHES: dict[str, str] = _WORDS["matches"]
"""How near a part of a framework comes to a thing of the library."""
_FIXED_TITLES: dict[str, dict[str, str]] = {"kind": _WORDS["kinds"], "read": READ_WORDS}
"""The words of ids that name no thing of the library, by facet."""


def titles(library: Library, facet: Facet) -> tuple[tuple[str, str], ...]:
    """(id, words) of each choice of a facet."""
    if facet.kind:
        return tuple((id, library.title(facet.kind, id)) for id in ids(library, facet))
    fixed = _FIXED_TITLES.get(facet.name, {})
    return tuple((id, fixed.get(id, id)) for id in ids(library, facet))
