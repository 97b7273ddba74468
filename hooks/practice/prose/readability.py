"""How plainly a text is written: its words, the length of its sentences, its long words, its
abbreviations, how easy it reads.

The figures are advice. They see how long words and sentences are, and nothing of what they mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from .passages import Passage, passages

WORD = re.compile(r"[^\W_]+(?:[’'.,/@-][^\W_]+)*")
LETTERS = re.compile(r"[^\W\d_]+")
END = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")
FULL_STOP = re.compile(r"[.!?][”’\"')]*\s*$")
SHORT_FORM = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|No|pp?|vs?|ed|eds|Inc|Ltd)|\b[A-Z])\.$")
"""The end of what looks like a sentence and is not: a title, an initial."""
ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z](?:s|es)?\b")
EVERYDAY = frozenset(("UK", "TV", "PDF", "OK", "YAML", "HTML", "QR", "ID"))
"""Abbreviations that need no words beside them here: from daily life, or the name of a kind of
file.
"""
LONG = 13
"""Letters in a long word."""


class Sentence(NamedTuple):
    """A sentence, with the line on which its passage begins."""

    line: int
    words: int
    text: str


@dataclass(frozen=True)
class Measured:
    """What a text measures."""

    words: int
    sentences: tuple[Sentence, ...]
    long_words: tuple[tuple[str, int], ...]
    """Long words with how often they stand there, the most frequent first."""
    abbreviations: tuple[str, ...]
    """Abbreviations without their words, from A to Z."""
    syllables: int
    """How many syllables the words in sentences have."""

    @property
    def in_sentences(self) -> int:
        """How many words stand in sentences: headings and short cells of tables do not count."""
        return sum(sentence.words for sentence in self.sentences)

    @property
    def average(self) -> float:
        """Words in a sentence, on average."""
        return self.in_sentences / len(self.sentences) if self.sentences else 0.0

    @property
    def longest(self) -> Sentence:
        """The longest sentence, the first of several."""
        return max(self.sentences, key=lambda sentence: sentence.words, default=Sentence(1, 0, ""))

    @property
    def ease(self) -> float:
        """Flesch reading ease, from 0 (hard) to 100 (easy): R.

        Flesch (1948) ‘A new readability yardstick’, Journal of Applied Psychology 32(3), 221-233.
        """
        return 206.835 - 1.015 * self.average - 84.6 * self._each if self.sentences else 100.0

    @property
    def age(self) -> float:
        """The age at which it can be read: the Flesch-Kincaid grade (Kincaid and
        others, 1975, Research Branch Report 8-75) and five years.
        """
        return (
            max(0.0, 0.39 * self.average + 11.8 * self._each - 15.59) + 5 if self.sentences else 5.0
        )

    @property
    def _each(self) -> float:
        return self.syllables / max(1, self.in_sentences)


def words(text: str) -> list[str]:
    """The words of a text; what a hyphen or an apostrophe holds together is one."""
    return WORD.findall(text)


def count(markdown: str) -> int:
    """The words of the running text of a page."""
    return sum(len(words(passage.text)) for passage in passages(markdown))


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels in each part that the British
    hyphenation patterns give.

    Against the CMU Pronouncing Dictionary this was right for 98.9 % of the words of our pages; the
    patterns alone, made to break lines, for 89 %.
    """
    letters = "".join(LETTERS.findall(re.sub(r"[’'].*", "", word))).lower()
    parts = _patterns().inserted(letters, "\0").split("\0")
    return max(1, sum(_vowel_groups(part) for part in parts))


@lru_cache(maxsize=1)
def _patterns() -> Any:
    import pyphen  # only those who ask for figures pay for the patterns

    return pyphen.Pyphen(lang="en_GB")


def _vowel_groups(part: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", part))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxzgc]es$", part) and not re.search(
        r"(?:ch|sh)es$", part
    )
    return max(1, groups - bool(silent)) if groups else 0


def measure(found: Iterable[Passage], known: Iterable[str] = ()) -> Measured:
    """The figures of some passages.

    `known` are abbreviations that need no words, such as the name of who did it.
    """
    found = list(found)
    each = [word for passage in found for word in words(passage.text)]
    sentences = tuple(sentence for passage in found for sentence in _sentences(passage))
    long_words = Counter(
        word.lower() for word in each if sum(map(str.isalpha, word)) >= LONG and "-" not in word
    )
    return Measured(
        words=len(each),
        sentences=sentences,
        long_words=tuple(sorted(long_words.items(), key=lambda item: (-item[1], item[0]))),
        abbreviations=_unexplained(found, known),
        syllables=sum(syllables(word) for sentence in sentences for word in words(sentence.text)),
    )


def _sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage: none in a heading; one in a cell only if it ends as a sentence
    does.
    """
    if passage.kind == "heading" or (passage.kind == "cell" and not FULL_STOP.search(passage.text)):
        return
    held = ""
    for piece in END.split(passage.text):
        held = f"{held} {piece}".strip()
        if not SHORT_FORM.search(held):
            yield from _sentence(passage.line, held)
            held = ""
    yield from _sentence(passage.line, held)


def _sentence(line: int, text: str) -> Iterator[Sentence]:
    number = len(words(text))
    if number:
        yield Sentence(line, number, text)


def _unexplained(found: list[Passage], known: Iterable[str]) -> tuple[str, ...]:
    """Abbreviations that stand nowhere beside their words, and in no link that leads to them."""
    whole = "\n".join(passage.text for passage in found)
    explained = {
        *EVERYDAY,
        *known,
        *(name for passage in found for name in abbreviations(passage.linked)),
    }
    return tuple(
        sorted(
            name
            for name in abbreviations(whole) - explained
            if f"({name})" not in whole and not re.search(rf"\b{name} \([a-zA-Z]", whole)
        )
    )


def abbreviations(text: str) -> set[str]:
    """The abbreviations in a text, each without the s of several."""
    return {re.sub(r"(?<=[A-Z])e?s$", "", name) for name in ABBREVIATION.findall(text)}
