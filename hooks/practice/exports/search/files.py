"""The files of the finder below `search/`; none is loaded before a reader asks for something."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from ...digest import digest, plain_bytes
from ...kinds import KindName
from ...model import Example
from ...rendering import rows
from ...rendering.head import script_json
from ...rendering.output import Output
from ...rendering.shell import Shell
from ...rendering.site import Site
from .entries import Entry, asks, entries, others, story
from .facets import ROWS, facets, numbered
from .words import NAMED, spelling, words

FOLDER = "search/"
EMBEDDED = 1_500_000
"""Characters of stories for pages from a disk, shared evenly: every story is whole up to some four
hundred.
"""
STORIES = 100
"""Stories in one file for pages from a disk: a change to one makes one such file anew, and no more.
"""


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
    def face(self) -> bytes:
        """Stands for all that can be found but the stories of examples."""
        told = [entry[:9] for entry in others(self.site.library, self.drawn)]
        return digest(self.site.code, self.names, self.site.library.digest, plain_bytes(told))

    @cached_property
    def key(self) -> bytes:
        """Stands for all that can be found."""
        return digest(self.face)

    @cached_property
    def loaded(self) -> dict[str, Any]:
        """What the finder loads before a question: facets, words, and how words are spelt."""
        library = self.site.library
        return {
            "facets": facets(self.site, self.examples),
            "words": words(library),
            "spelling": spelling(library),
        }

    @cached_property
    def named(self) -> dict[tuple[str, str], list[int]]:
        """The numbers of the examples of each theme, setting, … that a question can name."""
        found: dict[tuple[str, str], list[int]] = {
            (facet.name, id): [] for facet in NAMED for id in self.site.library.terms(facet.kind)
        }
        for n, example in enumerate(self.examples):
            for facet in NAMED:
                for id in facet.values(example):
                    found[facet.name, id].append(n)
        return found

    @cached_property
    def names(self) -> bytes:
        """A digest of all that examples name and of the words that mean the same."""
        library = self.site.library
        named = [
            (facet.kind, id, thing.title, thing.also, thing.family)
            for facet in NAMED
            for id, thing in library.terms(facet.kind).items()
        ]
        kinds: tuple[KindName, ...] = ("guide", "key-point", "knowledge")
        titled = [
            (kind, id, thing.title) for kind in kinds for id, thing in library.all(kind).items()
        ]
        return digest(
            self.site.code,
            plain_bytes((named, titled, [g.words for g in library.all("synonyms").values()])),
        )


def files(corpus: Corpus) -> Iterator[Output]:
    """Facets, words and rows for the web, and a list with its stories for pages that are opened
    from a disk.
    """
    site = corpus.site
    for name in ("facets", "words", "spelling"):
        yield Output(
            f"{FOLDER}{name}.json",
            digest(name.encode(), corpus.face),
            lambda name=name: _json(corpus.loaded[name]),
        )
    for facet in NAMED:
        for id in site.library.terms(facet.kind):
            path = f"{FOLDER}named/{facet.name}/{id}.json"
            yield _named(path, corpus.named[facet.name, id])
    yield Output(f"{FOLDER}embedded.js", digest(b"embedded", corpus.face), lambda: embedded(corpus))
    most = EMBEDDED // max(1, len(corpus.examples))
    for n, some, key in _parts(corpus, STORIES):
        yield Output(
            f"{FOLDER}stories/{n}.js",
            digest(site.code, key, str(most).encode()),
            lambda n=n, some=some: stories(n, some, most),
        )
    for n, some, key in _parts(corpus, ROWS):
        yield Output(
            f"{FOLDER}rows/{n}.json",
            digest(corpus.names, key),
            lambda some=some: _json([row(site, e) for e in some]),
        )


def _parts(corpus: Corpus, size: int) -> Iterator[tuple[int, list[Example], bytes]]:
    """So many examples at a time, with their number and what stands for their bytes."""
    for start in range(0, len(corpus.examples), size):
        some = corpus.examples[start : start + size]
        yield start // size, some, digest(*(corpus.site.library.file_digests[e.id] for e in some))


def _named(path: str, numbers: list[int]) -> Output:
    raw = _json(gaps(numbers))
    return Output(path, digest(raw), lambda: raw)


def gaps(numbers: list[int]) -> list[int]:
    """How far each number is from the one before: fewer characters."""
    return [after - before for before, after in pairwise([0, *numbers])]


def row(site: Site, example: Example) -> list[str]:
    """id, title, summary, where and when, how much was read"""
    return [
        example.id,
        example.title,
        example.summary,
        rows.where(site.library, example),
        example.read or "",
    ]


def embedded(corpus: Corpus) -> bytes:
    """The list as a script: pages from a disk may load scripts and nothing else.

    Examples come first, by number.
    """
    number = {example.id: n for n, example in enumerate(corpus.examples)}
    found = sorted(
        entries(corpus.site.library, corpus.drawn),
        key=lambda e: number.get(e.id, len(number)) if e.kind == "example" else len(number),
    )
    value = {
        **corpus.loaded,
        "entries": [_embedded(entry) for entry in found],
        "stories": -(-len(number) // STORIES),
    }
    return f"window.practiceEmbedded={script_json(value)};\n".encode()


def stories(number: int, examples: list[Example], most: int) -> bytes:
    """The beginnings of some stories, as a script."""
    stories = script_json([story(e, most)[:most] for e in examples])
    return f"(window.practiceStories=window.practiceStories||[])[{number}]={stories};\n".encode()


def _embedded(entry: Entry) -> list[Any]:
    """An entry with its text, or with the questions of an example: its story stands elsewhere."""
    told = [
        entry.kind,
        entry.address,
        entry.title,
        entry.summary,
        entry.where,
        entry.read,
        entry.tags,
    ]
    if not entry.story:
        return [*told, entry.text()]
    return [*told, "", asks(entry.story)]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
