"""Every ask of an example as a question to an index that does not hold it.

It is large and cannot be learned by heart: asks that are added help only the others. In each round
one ask of every example is left out, and the finder's own script answers these in Chromium.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from practice.cache import Cache
from practice.checking import reader
from practice.digest import digest
from practice.exports.finder import docs, files
from practice.exports.finder.index import Doc
from practice.library.library import build

from .finder import browser
from .ours import PROJECT

SCRIPT = os.path.join(PROJECT, "hooks", "practice", "assets", "js", "find.js")
PAGE = '<!doctype html><script src="assets/find.js"></script>'
PLACES = """async asked => {
    const places = [];
    for (const [ask, n] of asked) {
        const found = await practiceFinding.search(ask);
        places.push(found.examples.findIndex(example => example.n === n) + 1);
    }
    return places;
}"""
Question = tuple[str, int]
Group = tuple[str, ...]


def rounds(examples: Sequence[Doc]) -> Iterator[tuple[list[Doc], list[Question]]]:
    """Examples without one ask each, and the asks that were left out, each with its example."""
    for n, left_out in enumerate(zip_longest(*(doc.asks for doc in examples))):
        others = [doc._replace(asks=(*doc.asks[:n], *doc.asks[n + 1 :])) for doc in examples]
        yield others, [(ask, at) for at, ask in enumerate(left_out) if ask]


def write(folder: str, examples: Sequence[Doc], groups: tuple[Group, ...]) -> None:
    """A page with the finder's script and an index of these examples."""
    sources = [files.LazyDoc(digest(repr(doc).encode()), lambda doc=doc: doc) for doc in examples]
    for output in files.SearchIndex(groups, sources, [], [], Cache(None)).files():
        path = os.path.join(folder, output.path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(output.make())
    os.makedirs(os.path.join(folder, "assets"), exist_ok=True)
    shutil.copy(SCRIPT, os.path.join(folder, "assets"))
    with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as file:
        file.write(PAGE)


def places(examples: Sequence[Doc], groups: tuple[Group, ...]) -> list[int]:
    """For each ask the place of its example, from 1, or 0 where it did not come."""
    found: list[int] = []
    with browser() as opened:
        page: Any = opened.new_page()
        for some, asked in rounds(examples):
            with tempfile.TemporaryDirectory(prefix="practice-bench-") as folder:
                write(folder, some, groups)
                page.goto(f"file://{folder}/index.html")
                found += page.evaluate(PLACES, asked)
    return found


def real() -> tuple[list[Doc], tuple[Group, ...]]:
    """The examples of the project, and the words that mean the same."""
    data, hand_written = (os.path.join(PROJECT, name) for name in ("examples_data", "docs"))
    reading = reader.read_folder(data, hand_written, Cache(None))
    library = build(reading.things, reading.pages, reading.digests)
    examples = [docs.example(library, e) for e in library.all("example").values()]
    return examples, docs.synonyms(library)
