"""The guard's words, signs and patterns: plain files in `data/`, each read when first needed.

`data/words.txt` says how a list is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from ...prose.phrases import LETTERS

FOLDER = os.path.join(os.path.dirname(__file__), "data")
NAMED = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""The name of a list, in another list or in an expression."""
LETTER = re.compile(r"[^\W\d_](?![?*+{])")
"""A letter that stands for itself alone."""
SAID = re.compile("(words|beside|cue|finds|lets be): (.*)")


def sections(name: str) -> Iterator[tuple[str, list[str]]]:
    """The sections of a data file: each one's heading and its lines, with what goes on in the next
    line joined.
    """
    with open(os.path.join(FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        text = re.sub(r"\n +|^#.*\n", "", file.read(), flags=re.MULTILINE)
    _, *parts = re.split(r"\n\[(.+)\](?=\n)", f"\n{text}")
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        yield heading, [line for line in body.splitlines() if line]


def said(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """What the lines of a section say under a name, and the other lines: expressions."""
    named: dict[str, str] = {}
    others = []
    for line in lines:
        found = SAID.match(line)
        if found:
            named[found[1]] = f"{named.get(found[1], '')} {found[2]}".lstrip()
        else:
            others.append(line)
    return named, others


@cache
def _lists(file: str) -> dict[str, list[str]]:
    return {name: " ".join(lines).split() for name, lines in sections(file)}


@cache
def listed(name: str, file: str = "words") -> tuple[str, ...]:
    """The entries of a list, in its order, with those of the lists that it takes in."""
    return tuple(
        chain.from_iterable(
            listed(other[1])
            if entry[0] == "{" and (other := NAMED.fullmatch(entry))
            else (entry.replace("_", " "),)
            for entry in _lists(file)[name]
        )
    )


@cache
def names(*lists: str) -> frozenset[str]:
    """The entries of some lists."""
    return frozenset(chain.from_iterable(map(listed, lists)))


@cache
def words(text: str) -> frozenset[bytes]:
    """The words of a text and of the lists that it names, small and without signs."""
    whole = NAMED.sub(lambda found: " ".join(listed(found[1])), text)
    return frozenset(whole.encode().translate(LETTERS).split())


class Telling(NamedTuple):
    """Words and pieces of text, one of which stands in every text that has something."""

    words: frozenset[bytes]
    pieces: tuple[bytes, ...]

    def stands_in(self, small: bytes, present: frozenset[bytes]) -> bool:
        """Whether one stands in a text, given as in `Passage.small` and by the words in it."""
        return not present.isdisjoint(self.words) or any(map(small.__contains__, self.pieces))


def tellings(text: str) -> tuple[Telling, ...]:
    """The groups of a text with a + between them. A piece has underscores, one for each blank."""
    groups = (group.split() for group in text.split(" + ")) if text else ()
    return tuple(
        Telling(
            words(" ".join(entry for entry in group if "_" not in entry)),
            tuple(entry.encode().replace(b"_", b" ") for entry in group if "_" in entry),
        )
        for group in groups
    )


@cache
def expanded(expression: str) -> str:
    """A regular expression in which the name of a list stands for any of its entries."""
    return NAMED.sub(lambda found: expanded(f"(?:{_any_of(listed(found[1]))})"), expression)


def _any_of(entries: tuple[str, ...]) -> str:
    """Entries as one expression, those of one first letter together: in any case, Python's engine
    tries each way at each place of a text, and so there are few.
    """
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry[0] if LETTER.match(entry) else entry, []).append(entry)
    return "|".join(
        f"{letter}(?:{'|'.join(entry[1:] for entry in some)})" if some[1:] else some[0]
        for letter, some in groups.items()
    )


class Expression:
    """A regular expression that names lists. It is compiled when it is first tried, since most
    texts need few, and without ``’``: a passage has none, and a set of characters with one takes
    twenty times as long to compile.
    """

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(expanded(self.text).replace("'’", "'").replace("’'", "'"))

    def search(self, text: str, *at: int) -> re.Match[str] | None:
        """As that of a compiled one, like the others."""
        return self._compiled.search(text, *at)

    def match(self, text: str, *at: int) -> re.Match[str] | None:
        return self._compiled.match(text, *at)

    def fullmatch(self, text: str, *at: int) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, *at)

    def finditer(self, text: str, *at: int) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, *at)
