"""The files of the finder below `search/`; none is loaded before a reader asks for something."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from ...model import Example
from ...pages import rows
from ...pages.head import script_json
from ...pages.output import Output
from ...pages.shell import Shell
from ...pages.site import Site
from ...reading.kept import digest, plain_bytes
from .entries import Entry, asks, entries, others, story
from .facets import ROWS, facets, numbered
from .words import NAMED, spelling, words

FOLDER = "search/"
EMBEDDED = 1_500_000
"""Characters of stories in the embedded list, shared evenly: it holds every story whole up to some four hundred."""


@dataclass(frozen=True)
class Corpus:
    """All that can be found in a site."""

    site: Site
    drawn: Mapping[str, Shell]
    """Hand-written pages as drawn."""

    @cached_property
    def examples(self) -> list[Example]:
        """Examples by number."""
        return numbered(self.site.library)

    @cached_property
    def key(self) -> bytes:
        """Equal keys, equal files."""
        told = [entry[:9] for entry in others(self.site.library, self.drawn)]
        return digest(self.site.code, self.names, plain_bytes((tuple(self.site.library.digests.items()), told)))

    @cached_property
    def loaded(self) -> dict[str, Any]:
        """What the finder loads before a question: facets, words, and how words are spelt."""
        library = self.site.library
        return {"facets": facets(self.site, self.examples), "words": words(library), "spelling": spelling(library)}

    @cached_property
    def named(self) -> dict[tuple[str, str], list[int]]:
        """The numbers of the examples of each theme, setting, … that a question can name."""
        found: dict[tuple[str, str], list[int]] = {(facet.name, id): [] for facet in NAMED for id in self.site.library.all(facet.kind)}
        for n, example in enumerate(self.examples):
            for facet in NAMED:
                for id in facet.values(example):
                    found[facet.name, id].append(n)
        return found

    @cached_property
    def names(self) -> bytes:
        """A digest of all that examples name and of the words that mean the same."""
        library = self.site.library
        named = [(facet.kind, id, thing.title, thing.also, thing.family) for facet in NAMED for id, thing in library.all(facet.kind).items()]
        titled = [(kind, id, thing.title) for kind in ("guide", "key-point", "knowledge") for id, thing in library.all(kind).items()]
        return digest(self.site.code, plain_bytes((named, titled, [g.words for g in library.all("synonyms").values()])))


def files(corpus: Corpus) -> Iterator[Output]:
    """Facets, words and rows for the web, and the one list for pages that are opened from a disk."""
    site = corpus.site
    for name in ("facets", "words", "spelling"):
        yield Output(f"{FOLDER}{name}.json", digest(name.encode(), corpus.key), lambda name=name: _json(corpus.loaded[name]))
    for (name, id), numbers in corpus.named.items():
        raw = _json(gaps(numbers))
        yield Output(f"{FOLDER}named/{name}/{id}.json", digest(raw), lambda raw=raw: raw)
    yield Output(f"{FOLDER}embedded.js", digest(b"embedded", corpus.key), lambda: embedded(corpus))
    for number in range(0, len(corpus.examples), ROWS):
        some = corpus.examples[number : number + ROWS]
        key = digest(corpus.names, *(site.library.digests[e.id] for e in some))
        yield Output(f"{FOLDER}rows/{number // ROWS}.json", key, lambda some=some: _json([row(site, e) for e in some]))


def gaps(numbers: list[int]) -> list[int]:
    """How far each number is from the one before: fewer characters."""
    return [after - before for before, after in pairwise([0, *numbers])]


def row(site: Site, example: Example) -> list[str]:
    """id, title, summary, where and when, how much was read"""
    return [example.id, example.title, example.summary, rows.where(site.library, example), example.read or ""]


def embedded(corpus: Corpus) -> bytes:
    """The list as a script: pages from a disk may load scripts and nothing else."""
    site, most = corpus.site, EMBEDDED // max(1, len(corpus.examples))
    number = {example.id: n for n, example in enumerate(corpus.examples)}
    found = sorted(entries(site.library, corpus.drawn), key=lambda e: number.get(e.id, len(number)) if e.kind == "example" else len(number))
    value = {**corpus.loaded, "entries": [_embedded(entry, most) for entry in found]}
    return f"window.practiceEmbedded={script_json(value)};\n".encode()


def _embedded(entry: Entry, most: int) -> list[Any]:
    """An entry with its text; the questions of an example stand apart, for those who keep it."""
    told = [entry.kind, entry.address, entry.title, entry.summary, entry.where, entry.read, entry.tags]
    if not entry.story:
        return [*told, entry.text()]
    return [*told, story(entry.story, most)[:most], asks(entry.story)]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
