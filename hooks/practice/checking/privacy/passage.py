"""A text made ready to be searched: on one line, with straight apostrophes, without web addresses,
and with its words and numbers already found.

A regular expression that begins with one letter or digit runs through a text several times as fast
as one that begins with a class of them. So the passage has a `shape`, in which every digit is 0,
every capital A and every small letter a, and the rules begin there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from ...prose.phrases import LETTERS
from .lists import words

BREAK = "\x00"
"""Stands between two texts. No file may hold it."""
WEB_ADDRESS = re.compile(
    r"https?://(?!(?:www\.|m\.)?(?:facebook|fb|instagram|linkedin|snapchat|tiktok|twitter|x)\.com/"
    r"|wa\.me/)[^\s<>\"')\]\x00]+"
)
"""A web address, but for that of a person's own page on social media, which a pattern finds."""
SPACE_NAME = re.compile("(?i:&(?:nbsp|thinsp|ensp|emsp|#160|#xa0);)")
"""A space as Markdown may name it."""
SENTENCE_END = re.compile(r"[.?!\x00](?:(?<=\x00)|(?<!\x00)[\"”’)*]* +(?=[A-ZÀ-ÖØ-Þ\"“*-]))")
"""Where a sentence ends. The expression begins with a class of characters, so the engine skips to
the next of them.
"""
SHAPE = bytes(
    ord(
        "0"
        if chr(b) in "0123456789"
        else "A"
        if chr(b).isupper()
        else "a"
        if chr(b).isalpha()
        else chr(b)
        if b < 128
        else "?"
    )
    for b in range(256)
)
LOW = bytes(48 if chr(b).isdecimal() else ord(chr(b).lower()) for b in range(256))
NUMBER = re.compile("00*")
REACH = 16
"""How far around a number a substring with a digit is looked for: none is longer."""


class Passage:
    """One text, or several with breaks between them.

    Positions in `flat` and `shape` are those in the text.
    """

    def __init__(self, text: str):
        flat = (
            text.replace("\n", " ")
            .replace("\t", " ")
            .replace("’", "'")
            .replace("\u2011", "-")
            .replace("\u2013", "-")
        )
        flat = flat if flat.isascii() else _plain(flat)
        flat = SPACE_NAME.sub(lambda found: " " * len(found[0]), flat) if "&" in flat else flat
        self.flat = (
            WEB_ADDRESS.sub(lambda found: "_" * len(found[0]), flat) if "://" in flat else flat
        )
        self._letters = self.flat.encode("latin-1", "replace")
        self.shape = self._letters.translate(SHAPE).decode("latin-1")
        self.small = b" %b " % self._letters.translate(LETTERS)
        """`flat` in lower case with a blank for whatever is no ASCII letter and no digit, and with
        one more blank before and behind, so that a substring may ask for the end of a word. Each
        position is one further on than in `flat`.
        """
        self.words = words_of(self.small.split(), self.shape)

    def has(self, any_word: str) -> bool:
        """Whether the passage has any of these words, in any case. `{name}` stands for the words of
        a list.
        """
        return not self.words.isdisjoint(words(any_word))

    @cached_property
    def low(self) -> str:
        """`flat` in lower case, with 0 for every digit and ? for whatever Latin-1 does not have."""
        return self._letters.translate(LOW).decode("latin-1")

    @cached_property
    def numbers(self) -> list[tuple[int, int]]:
        """The place of every run of digits with nothing in between."""
        return [found.span() for found in NUMBER.finditer(self.shape)]

    @cached_property
    def near_numbers(self) -> str:
        """What stands around each run of digits, from `low` and from `shape`: much less to look
        through for a substring with a digit than the whole text.
        """
        spans = [(max(0, start - REACH), end + REACH) for start, end in self.numbers]
        return "\n".join(text[a:b] for text in (self.low, self.shape) for a, b in spans)

    def before(self, at: int, reach: int) -> str:
        """Up to `reach` characters before a place, in its own text."""
        return self.flat[max(0, at - reach) : at].rpartition(BREAK)[2]

    def after(self, at: int, reach: int) -> str:
        """Up to `reach` characters after a place, in its own text."""
        return self.flat[at : at + reach].partition(BREAK)[0]

    def sentence(self, start: int, end: int, reach: int = 90) -> str:
        """The sentence around a place, or as much of it as lies within reach."""
        before = SENTENCE_END.split(self.flat[max(0, start - reach) : start])[-1]
        after = SENTENCE_END.split(self.flat[end : end + reach])[0]
        return before + self.flat[start:end] + after


def words_of(small: list[bytes], shape: str) -> frozenset[bytes]:
    """These words as a set, and 0 as one more where the shape of their text has a digit."""
    return frozenset((*small, b"0") if "0" in shape else small)


def _plain(text: str) -> str:
    """A text with a blank for every space, such as a thin one, and with 0 to 9 for the digits of
    any script, such as wide or Arabic ones.
    """
    others = {c for c in set(text) if c > "\x7f"}
    digits = {ord(c): str(unicodedata.decimal(c)) for c in others if c.isdecimal()}
    return text.translate(digits | {ord(c): " " for c in others if c.isspace()})
