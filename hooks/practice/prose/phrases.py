"""Words that we avoid in our own voice. vocabulary/wording.yml lists them with the reasons.

Words in quotation marks, in code and in the title of a work (in italics) are someone else's, and
pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ..model import Wording

QUOTED = (
    r"“[^”]*”",
    r'"[^"]*"',
    r"‘.*?’(?!\w)",
    r"'(?<!\w')(?=\S).*?(?<=\S)'(?!\w)",
)
FOREIGN = re.compile(
    "|".join(
        (
            r"`[^`\n]+`",
            r"\]\([^)\s]*\)",
            r"https?://\S+",
            r"<[^<>\n]+>",
            r"\*(?<![*\w]\*)(?=[^*\s])[^*]+\*(?!\*)",
            *(f"(?:{pattern})" for pattern in QUOTED),
        )
    ),
    re.DOTALL,
)
"""What is not our own voice, or not words at all. Each way begins with a character of its own, and
looks behind it only then: so the search is quick.
"""
UNSEEN = re.compile(r"<!--.*?-->|^```.*?^```", re.DOTALL | re.MULTILINE)
"""What may hold empty lines and is no text."""
LETTERS = bytes(
    ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256)
)
"""Small ASCII letters and digits as they are, capitals made small, everything else a blank."""
PARAGRAPH = re.compile(r"\n[ \t]*\n")
"""A quotation ends with its paragraph, even where its closing mark was forgotten."""


class Avoided(NamedTuple):
    """A word that we avoid, found in a text."""

    at: int
    words: str
    nth: int
    """How often the same words stand before it in the text."""
    entry: Wording


class Phrase(NamedTuple):
    """A word or phrase that we avoid, and the single words that every text with it holds."""

    entry: int
    words: str
    parts: frozenset[bytes]


class Words:
    """The words that we avoid, ready to look for."""

    def __init__(self, entries: Iterable[Wording]):
        self.entries = tuple(entries)
        self._spared = [words for entry in self.entries for words in entry.unless]

    @cached_property
    def _by_word(self) -> dict[bytes, list[Phrase]]:
        """Phrases by their longest word: a text that lacks it holds none of them."""
        found: dict[bytes, list[Phrase]] = {}
        for at, entry in enumerate(self.entries):
            for words in entry.words:
                parts = _words(words)
                longest = max(parts, key=lambda part: (len(part), part))
                found.setdefault(longest, []).append(Phrase(at, words, parts))
        return found

    def find(self, text: str) -> Iterator[Avoided]:
        """Every word that we avoid, in the order of the text."""
        yield from (found for _, found in self.find_in([text]))

    def find_in(self, texts: Sequence[str]) -> Iterator[tuple[int, Avoided]]:
        """Every word that we avoid, each with the number of its text.

        Most texts hold no word of any phrase, so all are looked through at once first.
        """
        present = _words("\n".join(texts))
        words = self._by_word.keys() & present
        held = _held(present, (phrase for word in words for phrase in self._by_word[word]))
        for number, text in enumerate(texts if held else ()):
            likely = _held(_words(text), held)
            if likely:
                yield from ((number, found) for found in self._find(text, likely))

    def _find(self, text: str, likely: list[Phrase]) -> Iterator[Avoided]:
        own = _own_voice(text)
        plain = _normalise(own)
        if any(_normalise(words) in plain for words in self._spared):
            own = re.sub(_any_of(self._spared), _blank, own, flags=re.IGNORECASE)
            plain = _normalise(own)
        likely = sorted(phrase for phrase in likely if _normalise(phrase.words) in plain)
        for found in _pattern(likely).finditer(own) if likely else ():  # to compile one costs more
            words = text[found.start() : found.end()]
            yield Avoided(
                found.start(),
                words,
                text.count(words, 0, found.start()),
                self.entries[int(str(found.lastgroup)[1:])],
            )


def _pattern(phrases: list[Phrase]) -> re.Pattern[str]:
    """One pattern with a group for each entry."""
    groups = groupby(phrases, key=lambda phrase: phrase.entry)
    return re.compile(
        "|".join(f"(?P<w{at}>{_any_of(one.words for one in some)})" for at, some in groups),
        re.IGNORECASE,
    )


def _held(present: frozenset[bytes], phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases of which every word is present."""
    return [phrase for phrase in phrases if phrase.parts <= present]


def _words(text: str) -> frozenset[bytes]:
    """The runs of ASCII letters and digits in a text, in lower case, in half the time of a regular
    expression; and an empty one. Every other character parts two words.
    """
    ascii_only = text.encode("ascii", "replace")
    return frozenset((b"", *ascii_only.translate(LETTERS).split()))


def _normalise(text: str) -> str:
    """A text with one space wherever two words of a phrase may have several, or a hyphen."""
    return " ".join(text.casefold().replace("’", "'").replace("-", " ").split())


def _any_of(words: Iterable[str]) -> str:
    """A pattern for words and phrases, the longest first; between two words stand spaces, a line's
    end or a hyphen.
    """
    ordered = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<![\w-])(?:{'|'.join(_phrase(phrase) for phrase in ordered)})(?![\w-])"


def _phrase(phrase: str) -> str:
    parts = re.split(r"[\s-]+", phrase)
    return r"[\s-]+".join(re.escape(part).replace("'", "['’]") for part in parts)


def _own_voice(text: str) -> str:
    """The text with blanks for what is not our own voice, so that places stay where they are."""
    seen = UNSEEN.sub(_blank, text)
    paragraphs, breaks = PARAGRAPH.split(seen), PARAGRAPH.findall(seen)
    blanked = [FOREIGN.sub(_blank, paragraph) for paragraph in paragraphs]
    return "".join(part for pair in zip(blanked, [*breaks, ""], strict=True) for part in pair)


def _blank(found: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in found[0].split("\n"))
