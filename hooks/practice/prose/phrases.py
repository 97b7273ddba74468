"""Words that we avoid in our own voice. Which they are, and why, stands in vocabulary/wording.yml.

Words in quotation marks, in code and in the title of a work (in italics) are someone else's, and
pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ..model import Wording

QUOTED = (
    r"“[^”]*”",
    r'"[^"]*"',
    r"‘.*?’(?!\w)",
    r"(?<!\w)'(?=\S).*?(?<=\S)'(?!\w)",
)
FOREIGN = re.compile(
    "|".join(
        (
            r"`[^`\n]+`",
            r"\]\([^)\s]*\)",
            r"https?://\S+",
            r"<[^<>\n]+>",
            r"(?<![*\w])\*(?=[^*\s])[^*]+\*(?!\*)",
            *(f"(?:{pattern})" for pattern in QUOTED),
        )
    ),
    re.DOTALL,
)
"""What is not our own voice, or not words at all."""
UNSEEN = re.compile(r"<!--.*?-->|^```.*?^```", re.DOTALL | re.MULTILINE)
"""What may hold empty lines and is no text."""
WORD = re.compile(r"\w+")
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
    """A word or phrase that we avoid, and its parts as they may stand in a text."""

    entry: int
    words: str
    parts: tuple[str, ...]


class Words:
    """The words that we avoid, ready to look for."""

    def __init__(self, entries: Iterable[Wording]):
        self.entries = tuple(entries)
        self._patterns: dict[tuple[Phrase, ...], re.Pattern[str]] = {}

    @cached_property
    def _harmless(self) -> re.Pattern[str]:
        spared = [words for entry in self.entries for words in entry.unless]
        return re.compile(_any_of(spared) if spared else r"(?!)", re.IGNORECASE)

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase]]:
        """Phrases by their longest word: a text that lacks it holds none of them."""
        found: dict[str, list[Phrase]] = {}
        for at, entry in enumerate(self.entries):
            for words in entry.words:
                low = words.casefold()
                longest = max(WORD.findall(low), key=len, default="")
                found.setdefault(longest, []).append(Phrase(at, words, tuple(_parts(low))))
        return found

    def find(self, text: str) -> Iterator[Avoided]:
        """Every word that we avoid, in the order of the text."""
        yield from (found for _, found in self.find_in([text]))

    def find_in(self, texts: Sequence[str]) -> Iterator[tuple[int, Avoided]]:
        """Every word that we avoid, each with the number of its text.

        Most texts hold no word of any phrase, so all are looked through at once first.
        """
        held = self._held(texts)
        for number, text in enumerate(texts if held else ()):
            likely = _likely(text, held)
            if likely:
                yield from ((number, found) for found in self._find(text, likely))

    def _held(self, texts: Sequence[str]) -> dict[str, list[Phrase]]:
        """The phrases whose longest word stands in some texts and whose parts do, by that word."""
        known, whole = self._by_word, _low("\n".join(texts))
        words = known.keys() & {"", *WORD.findall(whole)}
        held = {word: [p for p in known[word] if _has_parts(whole, p)] for word in words}
        return {word: phrases for word, phrases in held.items() if phrases}

    def _find(self, text: str, likely: list[Phrase]) -> Iterator[Avoided]:
        own = self._harmless.sub(_blank, _own_voice(text))
        for found in self._pattern(tuple(sorted(likely))).finditer(own):
            words = text[found.start() : found.end()]
            yield Avoided(
                found.start(),
                words,
                text.count(words, 0, found.start()),
                self.entries[int(str(found.lastgroup)[1:])],
            )

    def _pattern(self, phrases: tuple[Phrase, ...]) -> re.Pattern[str]:
        """One pattern with a group for each entry.

        Few texts hold all parts of more than a few phrases, and a short pattern is quick.
        """
        if phrases not in self._patterns:
            groups = groupby(phrases, key=lambda phrase: phrase.entry)
            self._patterns[phrases] = re.compile(
                "|".join(f"(?P<w{at}>{_any_of(one.words for one in some)})" for at, some in groups),
                re.IGNORECASE,
            )
        return self._patterns[phrases]


def _likely(text: str, by_word: Mapping[str, list[Phrase]]) -> list[Phrase]:
    """The phrases of which a text holds every part."""
    low = _low(text)
    return [
        phrase
        for word, phrases in by_word.items()
        if word in low
        for phrase in phrases
        if _has_parts(low, phrase)
    ]


def _has_parts(low: str, phrase: Phrase) -> bool:
    return all(part in low for part in phrase.parts)


def _low(text: str) -> str:
    return text.casefold().replace("’", "'")


def _any_of(words: Iterable[str]) -> str:
    """A pattern for words and phrases, the longest first; between two words stand spaces, a line's
    end or a hyphen.
    """
    ordered = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<![\w-])(?:{'|'.join(_phrase(phrase) for phrase in ordered)})(?![\w-])"


def _phrase(phrase: str) -> str:
    return r"[\s-]+".join(re.escape(part).replace("'", "['’]") for part in _parts(phrase))


def _parts(phrase: str) -> list[str]:
    return re.split(r"[\s-]+", phrase)


def _own_voice(text: str) -> str:
    """The text with blanks for what is not our own voice, so that places stay where they are."""
    seen = UNSEEN.sub(_blank, text)
    paragraphs, breaks = PARAGRAPH.split(seen), PARAGRAPH.findall(seen)
    blanked = [FOREIGN.sub(_blank, paragraph) for paragraph in paragraphs]
    return "".join(part for pair in zip(blanked, [*breaks, ""], strict=True) for part in pair)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
