"""The search index of the web site: Pagefind's binary, run over bare pages that hold what can be
found and nothing else.

It is run only when what can be found has changed, and its result is kept in `.cache/`. Its library
for Python answers
ten records a second and is not used. The index has no filters: with them its names would differ
from run to run.
Its words are then cut into smaller files, and its pages named by what they are: see `pieces`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import escape
from importlib import metadata
from typing import Any

from ..cache import load, store
from ..digest import digest
from ..exports.search.entries import Entry, entries
from ..exports.search.files import FOLDER, Corpus
from ..rendering.output import Output
from . import pieces
from .project import Project

PUBLISHED = "pagefind/"
USED = ("index/", "fragment/", "pagefind.js", "pagefind-entry.json", "pagefind.", "wasm.en")
"""How the names of the files begin that readers load: the library's own interfaces and its worker
are left out.
"""
SEAM = "¦"
"""Stands between the parts of a bare page; the finder cuts the text there."""
FIRST = (".pf_meta", "wasm.en.pagefind")
"""How the names of the files end that every question needs: the finder asks for them at once, and
Pagefind later.
"""
TAG = 6
"""Characters that tell the files of one index from those of another."""

Index = Callable[[Project, Corpus], Iterator[Output]]
"""A way to come by an index: `make`, `reuse` or `leave_out`."""


class IndexingError(Exception):
    """The index could not be made. Pagefind's own words say why."""


def make(project: Project, corpus: Corpus) -> Iterator[Output]:
    """The index of what can be found now."""
    wanted = _wanted(corpus)
    kept = _kept(project)
    if kept is None or kept["key"] != wanted:
        kept = _run(project, corpus, wanted)
    yield from _published(project, corpus, kept)


def reuse(project: Project, corpus: Corpus) -> Iterator[Output]:
    """The last index, whatever has changed since: the preview does not wait for a new one.

    Where something has, the finder says so.
    """
    kept = _kept(project)
    yield from _published(project, corpus, kept) if kept else leave_out(project, corpus)


def leave_out(project: Project, corpus: Corpus) -> Iterator[Output]:
    """No index: the finder then reads the embedded list, and says so."""
    yield _pages({"key": b"", "pages": 0, "common": (), "files": ()}, corpus)


def _wanted(corpus: Corpus) -> bytes:
    """Equal for what gives the same index."""
    return digest(corpus.key, metadata.version("pagefind_bin").encode())


def _kept(project: Project) -> dict[str, Any] | None:
    """What is known of the index in the cache, or None when there is none or a file of it is
    missing.
    """
    kept = load(os.path.join(project.cache, "search", "index.stamp"))
    folder = os.path.join(project.cache, "search", "index")
    whole = (
        isinstance(kept, dict)
        and "examples" in kept
        and all(os.path.exists(os.path.join(folder, path)) for path in kept["files"])
    )
    return kept if whole else None


def _run(project: Project, corpus: Corpus, wanted: bytes) -> dict[str, Any]:
    """Makes the index anew."""
    folder = os.path.join(project.cache, "search")
    bare, made, stamp = (
        os.path.join(folder, name) for name in (f"bare-{os.getpid()}", "index", "index.stamp")
    )
    try:
        names = _names(corpus, _write(bare, corpus))
        if os.path.exists(stamp):
            os.unlink(stamp)
        shutil.rmtree(made, ignore_errors=True)
        _pagefind(bare, made)
        common = _cut(made, wanted, names)
    finally:
        shutil.rmtree(bare, ignore_errors=True)
    digests = {path: _digest(made, path) for path in sorted(_files(made)) if path.startswith(USED)}
    kept = {
        "key": wanted,
        "files": digests,
        "pages": len(names),
        "common": common,
        "examples": [example.id for example in corpus.examples],
    }
    store(stamp, kept)
    return kept


def _write(folder: str, corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Writes the bare pages; (kind, id) of each by the address at which Pagefind finds it."""
    named = {}
    for entry in entries(corpus.site.library, corpus.drawn):
        address = entry.address.replace("#", "_") + ("/" if "#" in entry.address else "")
        path = os.path.join(folder, address, "index.html")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(bare_page(entry))
        named[f"/{address}"] = entry.kind, entry.id
    return named


def _names(corpus: Corpus, found: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """A name for what is found at each address: its kind and a number.

    An example has that of the finder's lists.
    """
    number = {example.id: n for n, example in enumerate(corpus.examples)}
    seen: Counter[str] = Counter()
    names = {}
    for address, (kind, id) in found.items():
        names[address] = f"{kind}{number[id] if kind == 'example' else seen[kind]}"
        seen[kind] += 1
    return names


def bare_page(entry: Entry) -> str:
    """A page of one entry: what it is called and summed up in weighs most, then what it is about,
    then its text.
    """
    parts = (
        (3, entry.summary),
        (1, entry.where),
        (1, entry.read),
        (2, entry.tags),
        (1, entry.text()),
    )
    told = "".join(
        f'<p data-pagefind-weight="{weight}">{SEAM} {escape(text)}</p>' for weight, text in parts
    )
    return (
        '<!doctype html><html lang="en"><body'
        f" data-pagefind-body><h1>{escape(entry.title)}</h1>{told}</body></html>"
    )


def _pagefind(bare: str, made: str) -> None:
    import pagefind_bin

    command = [str(pagefind_bin.get_executable()), "--site", bare, "--output-path", made, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise IndexingError(
            f"The search index could not be made:\n{done.stderr or done.stdout}".strip()
        )


def _cut(made: str, wanted: bytes, names: Mapping[str, str]) -> list[str]:
    try:
        return pieces.cut(
            made,
            wanted.hex()[:TAG],
            {fragment: names[address] for fragment, address in _fragments(made)},
        )
    except pieces.UnknownForm as err:
        raise IndexingError(
            f"This version of Pagefind writes its index in another form: {err}. Look at"
            " hooks/practice/application/pieces.py."
        ) from None


def _files(folder: str) -> Iterator[str]:
    for top, _, names in os.walk(folder):
        yield from (
            os.path.relpath(os.path.join(top, name), folder).replace(os.sep, "/") for name in names
        )


def _read(folder: str, path: str) -> bytes:
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()


def _digest(folder: str, path: str) -> bytes:
    return digest(_read(folder, path))


def _fragments(made: str) -> Iterator[tuple[str, str]]:
    """Pagefind's own name of every page, and the page's address."""
    for path in _files(os.path.join(made, "fragment")):
        told = pieces.unpack(os.path.join(made, "fragment", path))
        yield path.removesuffix(".pf_fragment"), json.loads(told)["url"]


def _published(project: Project, corpus: Corpus, kept: dict[str, Any]) -> Iterator[Output]:
    folder = os.path.join(project.cache, "search", "index")
    for path, key in kept["files"].items():
        yield Output(PUBLISHED + path, key, lambda path=path: _read(folder, path))
    yield _pages(kept, corpus)


def _pages(kept: dict[str, Any], corpus: Corpus) -> Output:
    """What the finder must know of the index.

    Where it is older than the list of examples: the numbers that they have in it.
    """
    value: dict[str, Any] = {
        "index": kept["key"].hex(),
        "total": kept["pages"],
        "common": " ".join(kept["common"]),
        "files": [path for path in kept["files"] if path.endswith(FIRST)],
    }
    if kept["key"] and kept["key"] != _wanted(corpus):
        number = {id: str(n) for n, id in enumerate(kept["examples"])}
        value["old"] = " ".join(number.get(example.id, "") for example in corpus.examples)
    raw = json.dumps(value, separators=(",", ":")).encode()
    return Output(f"{FOLDER}pages.json", digest(raw), lambda: raw)
