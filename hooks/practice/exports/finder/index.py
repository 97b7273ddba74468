"""Which word stands where, in few bytes.

A posting is a string. For each document that has a word: how far its number is from the one
before, one digit for how much the word weighs in its texts and in how many of its asks it stands,
and one digit for each of these asks. Numbers and lengths stand alone, so that a change to one
document changes the postings of its own words and no others.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, compress, count, pairwise, repeat
from typing import Any, NamedTuple

from ...digest import digest, plain_bytes
from .words import STOP_STEMS, stem, tokenise, tokens_by_chunk

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""The digits of a posting: every visible character that JavaScript strings hold unescaped."""
NEAR, FAR = 60, 90
"""A gap below NEAR is one digit; below (FAR - NEAR) * 91, two; any other is FAR and three more."""
SHORT_GAPS = tuple(digit.encode() for digit in DIGITS[:NEAR])
"""The gaps that are one digit."""
LEVELS = 5
SATURATION = 1.2
"""How fast a word that stands more often stops to weigh more, as k in BM25."""
MOST_ASKS = 12
"""Asks of one document that are held for one word; a word that stands in more of them is no less
known."""
MIN_SHARDS = 128
"""Shards of a small library."""
MAX_PHRASE_WORDS = 5
"""Words of the longest phrase."""
MAX_JOINED_WORDS = 4
"""Words of the longest word that is written with separators, such as hyphens."""
COMPOUND_PREFIX = "="
"""Begins a term that says of two words in a row that they are one word elsewhere: “=home-care”."""
MIN_PART_LENGTH = 3
"""Letters of the shortest word that a compound may begin with."""


class Doc(NamedTuple):
    """Something that can be found."""

    texts: tuple[tuple[float, str], ...]
    """Its texts, each with its weight."""
    asks: tuple[str, ...] = ()
    """Questions that it answers, in the words of those who have them."""


@dataclass(frozen=True)
class Analyser:
    """Turns texts into index terms: stems, words joined in writing, and groups of synonyms."""

    synonyms: Sequence[Sequence[tuple[str, ...]]]
    """The stems of words and phrases that mean much the same, group by group."""
    joined_words: Mapping[str, frozenset[str]]
    """The stem of each word that may be several elsewhere, as “selfdirect”, with the stems that it
    begins with."""
    compounds: Mapping[str, str]
    """Words that may be two in a row elsewhere, as “homecare”, each with the first of the two."""

    @cached_property
    def key(self) -> bytes:
        """Of analysers with equal keys each gives the same terms."""
        joined = sorted((term, sorted(firsts)) for term, firsts in self.joined_words.items())
        return digest(plain_bytes([self.synonyms, joined, sorted(self.compounds.items())]))

    @cached_property
    def synonym_terms(self) -> dict[tuple[str, ...], list[str]]:
        """For the stems of each word or phrase that has synonyms, the terms of its groups."""
        found: dict[tuple[str, ...], list[str]] = {}
        for number, group in enumerate(self.synonyms):
            for key in group:
                found.setdefault(key, []).append(f"~{number}")
        return found

    @cached_property
    def word_synonyms(self) -> dict[str, list[str]]:
        """The same of single words."""
        return {key[0]: terms for key, terms in self.synonym_terms.items() if len(key) == 1}

    @cached_property
    def phrase_synonyms(self) -> dict[tuple[str, ...], list[tuple[list[str], list[str]]]]:
        """The same of phrases by their first two stems, with the stems after these: many phrases
        begin with one word, and few with two."""
        found: dict[tuple[str, ...], list[tuple[list[str], list[str]]]] = defaultdict(list)
        for key, terms in self.synonym_terms.items():
            if len(key) > 1:
                found[key[:2]].append((list(key[2:]), terms))
        return dict(found)

    @cached_property
    def first_stems(self) -> frozenset[str]:
        """The stems that joined words begin with."""
        return frozenset(first for firsts in self.joined_words.values() for first in firsts)

    @cached_property
    def terms(self) -> Callable[[str], list[str]]:
        """Each term of a text, as often as it stands there. A title or a key point stands in many
        documents, so what was read lately is kept."""
        return lru_cache(1 << 10)(self._terms)

    def _terms(self, text: str) -> list[str]:
        words = tokenise(text)
        stems = list(map(stem, words))
        found = [*stems, *chain.from_iterable(map(self.word_synonyms.get, stems, repeat(())))]
        for n in compress(count(), map(self.first_stems.__contains__, stems)):
            found += self.joined_terms(tuple(words[n : n + MAX_JOINED_WORDS]))
        for n in compress(count(), map(self.phrase_synonyms.__contains__, pairwise(stems))):
            for rest, terms in self.phrase_synonyms[stems[n], stems[n + 1]]:
                if stems[n + 2 : n + 2 + len(rest)] == rest:
                    found += terms
        return found

    @cached_property
    def joined_terms(self) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
        """The terms of words in a row as one. Few rows stand often, so what was read is kept."""
        return lru_cache(1 << 14)(lambda words: tuple(self._joined_terms(words)))

    def _joined_terms(self, words: Sequence[str]) -> Iterator[str]:
        """Words in a row that are joined somewhere, or are one word."""
        first, *others = words
        joined = first
        for word in others:
            joined += word
            if self.compounds.get(joined) == first:
                yield f"{COMPOUND_PREFIX}{first}-{word}"
            if (term := stem(joined)) in self.joined_words:
                yield term

    def vector(self, doc: Doc) -> dict[str, str]:
        """The terms of a document, each with what a posting says of it."""
        weights: dict[str, float] = defaultdict(float)
        asks: dict[str, str] = defaultdict(str)
        for weight, text in doc.texts:
            for term in self.terms(text):
                weights[term] += weight
        for digit, ask in zip(DIGITS, doc.asks, strict=False):
            for term in set(self.terms(ask)):
                weights[term] += 0
                if term not in STOP_STEMS:
                    asks[term] += digit
        return {term: _encoded(weight, asks.get(term, "")) for term, weight in weights.items()}


def phrase_stems(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    """The stems of each phrase, once."""
    found = (tuple(map(stem, tokenise(phrase)))[:MAX_PHRASE_WORDS] for phrase in phrases)
    return list(dict.fromkeys(stems for stems in found if stems))


@lru_cache(1 << 12)
def _encoded(weight: float, asks: str) -> str:
    level = -int(-LEVELS * weight // (weight + SATURATION)) if weight else 0
    return DIGITS[level * (MOST_ASKS + 1) + len(asks[:MOST_ASKS])] + asks[:MOST_ASKS]


def joined_words(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The stem of each word that separators join in parts of a text without a space, with the stem
    that it begins with."""
    for tokens in chain.from_iterable(map(tokens_by_chunk, parts)):
        if len(tokens) > 1:
            yield stem("".join(tokens[:MAX_JOINED_WORDS])), stem(tokens[0])


def compounds(words: Set[str]) -> dict[str, str]:
    """Words that may be two elsewhere, as “homecare”, each with how it begins."""
    found = {}
    for word in sorted(words):
        for at in range(MIN_PART_LENGTH, len(word) - MIN_PART_LENGTH):
            first, last = word[:at], word[at:]
            known = last in words and (len(first) == MIN_PART_LENGTH or first in words)
            if known and not STOP_STEMS & {stem(first), stem(last)}:
                found[word] = first
    return found


def gap(steps: int) -> str:
    """How far a number is from the one before."""
    if steps < NEAR:
        return DIGITS[steps]
    steps -= NEAR
    high, low = divmod(steps, len(DIGITS))
    if high < FAR - NEAR:
        return DIGITS[NEAR + high] + DIGITS[low]
    high, middle = divmod(high, len(DIGITS))
    return DIGITS[FAR] + DIGITS[high] + DIGITS[middle] + DIGITS[low]


def block(vectors: Iterable[Mapping[str, str]]) -> dict[str, tuple[int, int, bytes]]:
    """The terms of some documents in a row, each with the numbers of the first and of the last that
    has it, from 1, and with its posting but for the first gap."""
    found: dict[str, tuple[int, int, str]] = {}
    for n, vector in enumerate(vectors, 1):
        for term, known in vector.items():
            first, last, posting = found.get(term, (n, n, ""))
            found[term] = first, n, posting + (gap(n - last - 1) if posting else "") + known
    return {term: (first, n, posting.encode()) for term, (first, n, posting) in found.items()}


def postings(blocks: Iterable[tuple[int, Any]]) -> dict[str, bytearray]:
    """The posting of each term of all documents. Of each `block` in a row its size is given too."""
    found: dict[str, bytearray] = defaultdict(bytearray)
    ends: dict[str, int] = defaultdict(int)
    before = 0
    for size, terms in blocks:
        for term, (first, last, posting) in terms.items():
            steps = before + first - ends[term] - 1
            found[term] += (SHORT_GAPS[steps] if steps < NEAR else gap(steps).encode()) + posting
            ends[term] = before + last
        before += size
    return dict(found)


def shards(documents: int) -> int:
    """Files that the words of so many documents are cut into: the file of a word weighs about a
    kilobyte."""
    return max(MIN_SHARDS, 1 << (documents // 2).bit_length())


def shard(term: str, count: int) -> int:
    """The file of a term."""
    place = 0
    for char in term:
        place = (place * 31 + ord(char)) & 0xFFFFFFFF
    return place % count


def script(name: str, value: Any) -> bytes:
    """A file of the index: a script that hands over a value, so that it loads from a disk too."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"practiceFind({json.dumps(name)},{body});\n".encode()
