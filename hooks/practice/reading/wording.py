"""Words that we avoid in our own voice. Which they are, and why, stands in vocabulary/wording.yml.

Words in quotation marks, in code and in the title of a work (in italics) are someone else's, and pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
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
PARAGRAPH = re.compile(r"\n[ \t]*\n")
"""A quotation ends with its paragraph, even where its closing mark was forgotten."""


class Avoided(NamedTuple):
    """A word that we avoid, found in a text."""

    at: int
    words: str
    nth: int
    """How often the same words stand before it in the text."""
    entry: Wording


class Words:
    """The words that we avoid, ready to look for."""

    def __init__(self, entries: Iterable[Wording]):
        self.entries = {f"w{n}": entry for n, entry in enumerate(entries)}

    @cached_property
    def _avoided(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<{name}>{_any_of(entry.words)})" for name, entry in self.entries.items()) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _harmless(self) -> re.Pattern[str]:
        spared = [words for entry in self.entries.values() for words in entry.unless]
        return re.compile(_any_of(spared) if spared else r"(?!)", re.IGNORECASE)

    @cached_property
    def _telling(self) -> tuple[str, ...]:
        """The longest part of each word or phrase: a text that holds none of them need not be searched."""
        parts = {max(re.split(r"[\s-]+", words.casefold()), key=len) for entry in self.entries.values() for words in entry.words}
        return tuple(sorted(part for part in parts if not any(other != part and other in part for other in parts)))

    def find(self, text: str) -> Iterator[Avoided]:
        """Every word that we avoid, in the order of the text."""
        low = text.casefold()
        if not any(part in low for part in self._telling):
            return
        own = self._harmless.sub(_blank, _own_voice(text))
        for found in self._avoided.finditer(own):
            entry = self.entries[str(found.lastgroup)]
            words = text[found.start() : found.end()]
            yield Avoided(found.start(), words, text.count(words, 0, found.start()), entry)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for words and phrases, the longest first; between two words stand spaces, a line's end or a hyphen."""
    ordered = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<![\w-])(?:{'|'.join(_phrase(phrase) for phrase in ordered)})(?![\w-])"


def _phrase(phrase: str) -> str:
    return r"[\s-]+".join(re.escape(part).replace("'", "['’]") for part in re.split(r"[\s-]+", phrase))


def _own_voice(text: str) -> str:
    """The text with blanks for what is not our own voice, so that places stay where they are."""
    seen = UNSEEN.sub(_blank, text)
    paragraphs, breaks = PARAGRAPH.split(seen), PARAGRAPH.findall(seen)
    blanked = [FOREIGN.sub(_blank, paragraph) for paragraph in paragraphs]
    return "".join(part for pair in zip(blanked, [*breaks, ""], strict=True) for part in pair)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
