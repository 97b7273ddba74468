"""Reads the guard's words, signs and patterns: text files in `data/`, each read when first needed.

The head of each file says how it is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple, TypeVar

from ...prose.phrases import LETTERS

T = TypeVar("T")
FOLDER = os.path.join(os.path.dirname(__file__), "data")
LIST_NAME = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""The name of a list in braces, in another list or in an expression."""
LETTER = re.compile(r"[^\W\d_](?![?*+{])")
"""A letter that stands for itself alone."""
KEY_LINE = re.compile("(words|groups|cue|finds|lets be): (.*)")
"""A line of a section with a key before its value. Every other line is an expression."""


def sections(name: str) -> Iterator[tuple[str, list[str]]]:
    """Yields the heading and the lines of each section of a data file. Comments and empty lines are
    left out, and a line that begins with a blank is joined to the one before.
    """
    with open(os.path.join(FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        text = re.sub(r"\n +|^#.*\n", "", file.read(), flags=re.MULTILINE)
    _, *parts = re.split(r"\n\[(.+)\](?=\n)", f"\n{text}")
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        yield heading, [line for line in body.splitlines() if line]


def keys_and_expressions(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The values of a section by their keys, and its other lines, which are expressions. The values
    of a key that stands in several lines are joined with a blank.
    """
    values: dict[str, str] = {}
    expressions = []
    for line in lines:
        found = KEY_LINE.match(line)
        if found:
            values[found[1]] = f"{values.get(found[1], '')} {found[2]}".lstrip()
        else:
            expressions.append(line)
    return values, expressions


def read_sections(file: str, make: Callable[[str, list[str]], T], needs: str) -> Iterator[T]:
    """What `make` makes of the heading and the lines of each section of a data file. Raises a
    ValueError that names the section which it cannot read, and says what one `needs`.
    """
    for heading, lines in sections(file):
        try:
            made = make(heading, lines)
        except (KeyError, ValueError) as err:
            place = f"checking/privacy/data/{file}.txt, [{heading}]"
            raise ValueError(f"{place}: {needs}") from err
        yield made


@cache
def _lists(file: str) -> dict[str, list[str]]:
    return {name: " ".join(lines).split() for name, lines in sections(file)}


@cache
def listed(name: str, file: str = "words") -> tuple[str, ...]:
    """The entries of a list, in its order, with those of the lists that it takes in."""
    return tuple(
        chain.from_iterable(
            listed(other[1])
            if entry[0] == "{" and (other := LIST_NAME.fullmatch(entry))
            else (entry.replace("_", " "),)
            for entry in _lists(file)[name]
        )
    )


@cache
def names(*lists: str) -> frozenset[str]:
    """The entries of these lists of `data/words.txt`."""
    return frozenset(chain.from_iterable(map(listed, lists)))


@cache
def words(text: str) -> frozenset[bytes]:
    """The words of a text and of the lists that it names: runs of ASCII letters and digits, in
    lower case.
    """
    whole = LIST_NAME.sub(lambda found: " ".join(listed(found[1])), text)
    return frozenset(whole.encode().translate(LETTERS).split())


class Prefilter(NamedTuple):
    """Words and substrings, one of which stands in every text that an expression can match. To look
    for them is much quicker than to try the expression.
    """

    any_word: frozenset[bytes]
    substrings: tuple[bytes, ...]

    def passes(self, small: bytes, present: frozenset[bytes]) -> bool:
        """Whether a text has one of them. `small` is the text as in `Passage.small`, `present` its
        words as in `Passage.words`.
        """
        return not present.isdisjoint(self.any_word) or any(
            map(small.__contains__, self.substrings)
        )


def prefilters(groups_text: str) -> tuple[Prefilter, ...]:
    """The groups of the key `groups`, which have a + between them. An entry with underscores is a
    substring, with a blank for each underscore; any other is a word or the name of a list.
    """
    groups = (group.split() for group in groups_text.split(" + ")) if groups_text else ()
    return tuple(
        Prefilter(
            words(" ".join(entry for entry in group if "_" not in entry)),
            tuple(entry.encode().replace(b"_", b" ") for entry in group if "_" in entry),
        )
        for group in groups
    )


@cache
def expanded(expression: str) -> str:
    """A regular expression in which the name of a list stands for any of its entries."""
    return LIST_NAME.sub(lambda found: expanded(f"(?:{_any_of(listed(found[1]))})"), expression)


def _any_of(entries: tuple[str, ...]) -> str:
    """Entries as one expression, in which those with the same first letter share it. Without regard
    to case, Python's engine tries each alternative at each place of a text, so few are quicker.
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
        """As `re.Pattern.search`."""
        return self._compiled.search(text, *at)

    def match(self, text: str, *at: int) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._compiled.match(text, *at)

    def fullmatch(self, text: str, *at: int) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch(text, *at)

    def finditer(self, text: str, *at: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._compiled.finditer(text, *at)
