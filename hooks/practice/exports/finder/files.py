"""The files of the finder below `find/`: scripts, so that they load from a disk as they do from the
web.

`index.js` says how large the library is and which words mean the same. `words/` holds where each
word stands in the examples, and `also/` in everything else, since examples come first.
`example/` holds what is shown of an example, and `other/` of everything else. `spelling.js` is
for a word that the library lacks: the words that it has, and common ones that are no mistake. A
change to an example changes its own file and those of its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise
from typing import Any, NamedTuple

from ...cache import Cache
from ...digest import digest, plain_bytes, plain_value
from ...kinds import VocabularyKind
from ...library.library import Library
from ...model import Example
from ...rendering import rows
from ...rendering.output import Output
from ...rendering.shell import Shell
from ...rendering.site import Site
from . import docs, index
from .entries import Entry, others, story
from .facets import facets, numbered
from .spelling import common_stems, spelling
from .words import DATA, STEM_EXCEPTIONS, STOP_STEMS, stem, tokenise

FOLDER = "find/"
PER_FILE = 4
"""Guides, key points and the like in one file."""
BLOCK = 16
"""Documents that are cached together, about. Fewer take longer to add up, more to read anew."""
MIN_SPELLING_LENGTH = 4
"""Letters of the shortest word of which a misspelling is looked for."""

NAMED_KINDS: tuple[VocabularyKind, ...] = ("theme", "component", "setting", "role", "nation")


class LazyDoc(NamedTuple):
    """A document to index: its cache key, and what builds its `Doc` where the cache has none."""

    key: bytes
    read: Callable[[], index.Doc]


class BlockStats(NamedTuple):
    """In how many documents of a block each longer word stands, its joined words, and its asks."""

    document_frequency: dict[str, int]
    joined_words: tuple[tuple[str, str], ...]
    asks: int


@dataclass
class CorpusStats:
    """Those of all documents added up. No `BlockStats` is held on to."""

    document_frequency: Counter[str] = field(default_factory=Counter)
    """In how many documents each longer word stands."""
    joined_words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, blocks: Iterable[BlockStats]) -> int:
        """Takes in some blocks, and counts their asks."""
        asks = 0
        for seen in blocks:
            self.document_frequency.update(seen.document_frequency)
            for term, first in seen.joined_words:
                self.joined_words[term].add(first)
            asks += seen.asks
        return asks


def files(site: Site, shells: Mapping[str, Shell], cache: Cache) -> Iterator[Output]:
    """All files. `shells` holds the hand-written pages, `cache` documents that were read before; it
    is saved once all of them are known.
    """
    library, names_digest = site.library, _names_digest(site)
    examples, found = numbered(library), others(library, shells)
    yield _file("facets", facets(site, examples))
    names = ((id, n) for n, e in enumerate(examples) for id in (e.id, *e.aliases))
    yield _file("numbers", dict(names))
    stories = [
        LazyDoc(_doc_key(library, names_digest, e), partial(docs.example, library, e))
        for e in examples
    ]
    rest = [
        LazyDoc(digest(site.code_digest, plain_bytes(tuple(e))), partial(docs.other, e))
        for e in found
    ]
    kinds = [*Counter(entry.kind for entry in found).items()]
    index = SearchIndex(docs.synonyms(library), stories, rest, kinds, cache, site.code_digest)
    yield from index.files()
    for n, e in enumerate(examples):
        key = digest(names_digest, library.file_digests[e.id])
        yield Output(f"{FOLDER}example/{n}.js", key, partial(_example, site, n, e))
    for n in range(0, len(found), PER_FILE):
        yield _file(f"other/{n // PER_FILE}", list(map(_other, found[n : n + PER_FILE])))


def _names_digest(site: Site) -> bytes:
    """Digest of all that is indexed of an example but is not in its own record."""
    named = [
        (kind, id, term.title, term.also)
        for kind in NAMED_KINDS
        for id, term in site.library.terms(kind).items()
    ]
    named += [("source", id, entry.title, ()) for id, entry in site.library.all("source").items()]
    return digest(site.code_digest, plain_bytes(named))


def _doc_key(library: Library, names_digest: bytes, e: Example) -> bytes:
    """The cache key of an example's `Doc`: its file, the key points that it shows, and the titles
    that it may name.
    """
    shown = [(point.text, point.asks) for point in docs.key_points(library, e)]
    return digest(names_digest, library.file_digests[e.id], plain_bytes(shown))


@dataclass(frozen=True)
class SearchIndex:
    """The words of all documents, and which files they stand in."""

    synonyms: tuple[tuple[str, ...], ...]
    """Words that mean much the same."""
    examples: list[LazyDoc]
    others: list[LazyDoc]
    kinds: list[tuple[str, int]]
    """The kinds of the others in their order, each with how many there are."""
    cache: Cache
    """What was read before; closed once all is read."""
    code: bytes = b""
    """The digest of what reads."""

    def files(self) -> Iterator[Output]:
        """The index, its words where they stand apart, and how words are spelt."""
        known = CorpusStats()
        parts = [_blocks(some) for some in (self.examples, self.others)]
        asks = [known.add(map(self._stats, blocks)) for blocks in parts]
        synonyms, longer = self._synonym_stems()
        analyser = _analyser(synonyms, known)
        terms = partial(self._terms, analyser)
        words, also = (index.postings(map(terms, blocks)) for blocks in parts)
        common = self._once(digest(b"common", self.code), common_stems).decode()
        self.cache.close()
        overview: dict[str, Any] = {
            "examples": len(self.examples),
            "asks": asks,
            "kinds": self.kinds,
            "little": " ".join(sorted(STOP_STEMS)),
            "whole": sorted(STEM_EXCEPTIONS),
            "forms": DATA["irregular_forms"],
            "said": [",".join(sorted(map(" ".join, group))) for group in synonyms],
            "compounds": sorted({*_pop_compounds(words), *_pop_compounds(also)}),
            "words": index.shards(len(self.examples)),
            "also": index.shards(len(self.others) // 8),
        }
        yield _file("index", overview)
        for name, found in (("words", words), ("also", also)):
            cut = _into_shards(analyser, found, overview[name])
            yield from (_file(f"{name}/{n}", some) for n, some in enumerate(cut))
        yield _file("spelling", spelling(known.document_frequency, longer, common))

    def _synonym_stems(self) -> tuple[list[list[tuple[str, ...]]], list[str]]:
        """The stems of the words that mean much the same, and the longer words of each group."""

        def made() -> bytes:
            words = [" ".join(sorted(_long(tokenise(" ".join(g))))) for g in self.synonyms]
            return plain_bytes(([index.phrase_stems(group) for group in self.synonyms], words))

        found: tuple[list[list[tuple[str, ...]]], list[str]] = plain_value(
            self._once(digest(b"groups", self.code, plain_bytes(self.synonyms)), made)
        )
        return found

    def _stats(self, some: list[LazyDoc]) -> BlockStats:
        key = digest(b"stats", *(source.key for source in some))
        return BlockStats(*plain_value(self._once(key, lambda: plain_bytes(tuple(_stats(some))))))

    def _terms(self, analyser: index.Analyser, some: list[LazyDoc]) -> tuple[int, Any]:
        key = digest(analyser.key, *(source.key for source in some))
        vectors = (analyser.vector(source.read()) for source in some)
        return len(some), plain_value(self._once(key, lambda: plain_bytes(index.block(vectors))))

    def _once(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        value = self.cache.get(key)
        if value is None:
            value = make()
            self.cache.put(key, value)
        return value


def _blocks(sources: list[LazyDoc]) -> list[list[LazyDoc]]:
    """Documents in a row. A block ends with a document whose key says so: one that is put in or
    taken out changes its own block alone.
    """
    ends = [n for n, source in enumerate(sources, 1) if source.key[0] % BLOCK == 0]
    return [sources[a:b] for a, b in pairwise((0, *ends, len(sources))) if a < b]


def _analyser(synonyms: list[list[tuple[str, ...]]], known: CorpusStats) -> index.Analyser:
    """Reads words that are one in some place and two in another alike."""
    two = index.compounds(known.document_frequency.keys())
    for word, first in two.items():
        known.joined_words[stem(word)].add(stem(first))
    joined = {term: frozenset(firsts) for term, firsts in known.joined_words.items()}
    return index.Analyser(synonyms, joined, two)


def _pop_compounds(found: dict[str, bytearray]) -> list[str]:
    """Removes from `found` the terms of two words that are one elsewhere; returns those words."""
    terms = [term for term in found if term.startswith(index.COMPOUND_PREFIX)]
    for term in terms:
        del found[term]
    return [term.removeprefix(index.COMPOUND_PREFIX).replace("-", " ") for term in terms]


def _into_shards(
    analyser: index.Analyser, found: dict[str, bytearray], count: int
) -> list[dict[str, str]]:
    """Distributes the postings over shards, and empties `found`. A joined word is also in the shard
    of each stem that it begins with.
    """
    words: list[dict[str, str]] = [{} for _ in range(count)]
    while found:
        term, posting = found.popitem()
        starts = (term, *analyser.joined_words.get(term, ()))
        for place in {index.shard(start, count) for start in starts}:
            words[place][term] = posting.decode()
    return words


def _stats(some: Iterable[LazyDoc]) -> BlockStats:
    """Each part between spaces of a document is read once, however often it stands there."""
    read = [source.read() for source in some]
    parts = [{*" ".join((*(text for _, text in doc.texts), *doc.asks)).split()} for doc in read]
    words = Counter(chain.from_iterable(_long(tokenise(" ".join(part))) for part in parts))
    joined = {pair for part in parts for pair in index.joined_words(part)}
    asks = sum(len(doc.asks) for doc in read)
    return BlockStats(dict(sorted(words.items())), tuple(sorted(joined)), asks)


def _long(words: Iterable[str]) -> set[str]:
    """The longer of some words."""
    return {word for word in words if len(word) >= MIN_SPELLING_LENGTH}


def _example(site: Site, n: int, e: Example) -> bytes:
    """address, title, summary, where and when, how much was read, story, asks, questions"""
    address, where = site.library.address("example", e.id), rows.where(site.library, e)
    questions = [question.ask for question in e.questions]
    shown = [address, e.title, e.summary, where, e.read or "", story(e), e.asks, questions]
    return index.script(f"example/{n}", shown)


def _other(entry: Entry) -> list[Any]:
    return [*_shown(entry), entry.text, entry.asks] if entry.asks else [*_shown(entry), entry.text]


def _shown(entry: Entry) -> list[str]:
    return [entry.address, entry.title, entry.summary, entry.where, entry.read]


def _file(name: str, value: Any) -> Output:
    raw = index.script(name, value)
    return Output(f"{FOLDER}{name}.js", digest(raw), lambda: raw)
