"""A text made ready to be searched: on one line, without web addresses, with the set of its words.

Positions in `flat` are those in the text. Several texts may stand in one passage, with `BREAK` between them; no window looks past it.
"""

from __future__ import annotations

import re

BREAK = "\x00"
"""Stands between two texts. No file may hold it."""
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"')\]\x00]+")
SENTENCE_END = re.compile(r"[.?!][\"”’)*]* +(?=[A-ZÀ-ÖØ-Þ\"“*-])|\x00")
LETTERS = bytes(ord(chr(b).lower()) if chr(b).isalnum() and b < 128 else 32 for b in range(256))
"""Small ASCII letters and digits as they are, capitals made small, everything else a space."""


class Passage:
    """One text, or several with breaks between them."""

    def __init__(self, text: str):
        flat = text.replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")
        self.flat = WEB_ADDRESS.sub(lambda found: "_" * len(found[0]), flat) if "://" in flat else flat
        self.words = set(self.flat.encode("utf-8", "replace").translate(LETTERS).split())

    def has(self, words: frozenset[bytes]) -> bool:
        """Whether any of the words stands in it, whatever its case."""
        return not self.words.isdisjoint(words)

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


def words(text: str) -> frozenset[bytes]:
    """The words of a list, in the form in which a passage keeps its own."""
    return frozenset(text.encode().translate(LETTERS).split())
