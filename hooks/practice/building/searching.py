"""The search index of the web site: Pagefind's binary, run over bare pages that hold what can be found and nothing else.

It is run only when what can be found has changed, and its result is kept in `.cache/`. Its library for Python answers
ten records a second and is not used. The index has no filters: with them its names would differ from run to run.
Its words are then cut into smaller files: see `pieces`.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html import escape
from importlib import metadata
from typing import Any

from ..exports.search.entries import Entry, entries
from ..exports.search.files import FOLDER, Corpus
from ..pages.output import Output
from ..reading.kept import digest, load, store
from . import pieces
from .project import Project

PUBLISHED = "pagefind/"
USED = ("index/", "fragment/", "pagefind.js", "pagefind-entry.json", "pagefind.", "wasm.en")
"""How the names of the files begin that readers load: the library's own interfaces and its worker are left out."""
SEAM = "¦"
"""Stands between the parts of a bare page; the finder cuts the text there."""
SIGNATURE = b"pagefind_dcd"

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
    """The last index, whatever has changed since: the preview does not wait for a new one. Where something has, the finder says so."""
    kept = _kept(project)
    yield from _published(project, corpus, kept) if kept else leave_out(project, corpus)


def leave_out(project: Project, corpus: Corpus) -> Iterator[Output]:
    """No index: the finder then reads the embedded list, and says so."""
    yield _pages({"key": ""}, corpus)


def _wanted(corpus: Corpus) -> bytes:
    """Equal for what gives the same index."""
    return digest(corpus.key, metadata.version("pagefind_bin").encode())


def _kept(project: Project) -> dict[str, Any] | None:
    """What is known of the index in the cache, or None when there is none or a file of it is missing."""
    kept = load(os.path.join(project.cache, "search", "index.stamp"))
    folder = os.path.join(project.cache, "search", "index")
    whole = isinstance(kept, dict) and all(os.path.exists(os.path.join(folder, path)) for path in kept["files"])
    return kept if whole else None


def _run(project: Project, corpus: Corpus, wanted: bytes) -> dict[str, Any]:
    """Makes the index anew."""
    folder = os.path.join(project.cache, "search")
    bare, made, stamp = (os.path.join(folder, name) for name in (f"bare-{os.getpid()}", "index", "index.stamp"))
    try:
        named = _write(bare, corpus)
        if os.path.exists(stamp):
            os.unlink(stamp)
        shutil.rmtree(made, ignore_errors=True)
        _pagefind(bare, made)
        _cut(made)
    finally:
        shutil.rmtree(bare, ignore_errors=True)
    digests = {path: _digest(made, path) for path in sorted(_files(made)) if path.startswith(USED)}
    kept = {"key": wanted, "files": digests, "pages": sorted(_fragments(made, named))}
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


def bare_page(entry: Entry) -> str:
    """A page of one entry: what it is called and summed up in weighs most, then what it is about, then its text."""
    parts = ((3, entry.summary), (1, entry.where), (1, entry.read), (2, entry.tags), (1, entry.text()))
    told = "".join(f'<p data-pagefind-weight="{weight}">{SEAM} {escape(text)}</p>' for weight, text in parts)
    return f'<!doctype html><html lang="en"><body data-pagefind-body><h1>{escape(entry.title)}</h1>{told}</body></html>'


def _pagefind(bare: str, made: str) -> None:
    import pagefind_bin

    command = [str(pagefind_bin.get_executable()), "--site", bare, "--output-path", made, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise IndexingError(f"The search index could not be made:\n{done.stderr or done.stdout}".strip())


def _cut(made: str) -> None:
    try:
        pieces.cut(made)
    except pieces.UnknownForm as err:
        raise IndexingError(f"This version of Pagefind writes its index in another form: {err}. Look at hooks/practice/building/pieces.py.") from None


def _files(folder: str) -> Iterator[str]:
    for top, _, names in os.walk(folder):
        yield from (os.path.relpath(os.path.join(top, name), folder).replace(os.sep, "/") for name in names)


def _read(folder: str, path: str) -> bytes:
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()


def _digest(folder: str, path: str) -> bytes:
    return digest(_read(folder, path))


def _fragments(made: str, named: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """(kind, id, Pagefind's own name) of every entry: results give the last, and only the finder's list says what it is."""
    for path in _files(os.path.join(made, "fragment")):
        raw = gzip.decompress(_read(os.path.join(made, "fragment"), path))
        if not raw.startswith(SIGNATURE):
            raise IndexingError("This version of Pagefind writes fragments in another form. Look at hooks/practice/building/searching.py.")
        yield (*named[json.loads(raw[len(SIGNATURE) :])["url"]], path.removesuffix(".pf_fragment"))


def _published(project: Project, corpus: Corpus, kept: dict[str, Any]) -> Iterator[Output]:
    folder = os.path.join(project.cache, "search", "index")
    for path, key in kept["files"].items():
        yield Output(PUBLISHED + path, key, lambda path=path: _read(folder, path))
    yield _pages(kept, corpus)


def _pages(kept: dict[str, Any], corpus: Corpus) -> Output:
    """Which of Pagefind's pages is what: examples by number, all others by kind."""
    kinds: dict[str, list[str]] = {}
    name = {(kind, id): name.partition("_")[2] for kind, id, name in kept.get("pages", ())}
    numbers = [name.get(("example", example.id), "") for example in corpus.examples]
    for (kind, _), value in sorted(name.items()):
        if kind != "example":
            kinds.setdefault(kind, []).append(value)
    old = {"old": True} if kept["key"] and kept["key"] != _wanted(corpus) else {}
    value = {**old, "index": kept["key"].hex() if kept["key"] else "", "example": " ".join(numbers), **{kind: " ".join(some) for kind, some in kinds.items()}}
    raw = json.dumps(value, separators=(",", ":")).encode()
    return Output(f"{FOLDER}pages.json", digest(raw), lambda: raw)
