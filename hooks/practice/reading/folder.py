"""All files of the data and of docs/ -> checked things and problems."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ..cache import Cache
from ..digest import digest, plain_bytes
from ..kinds import KINDS, NAMED_PAGES, KindName
from ..model import Example, Page, Problem
from . import document, example, page, serialize, vocabulary
from .document import Fault
from .vocabulary import Contents

Show = Callable[[str], str]
"""A path as a message shows it."""


@dataclass
class Reading:
    """What was read: things by kind and id, what stands of faulty ones, the file each came from,
    and all problems.
    """

    things: dict[KindName, dict[str, Any]] = field(default_factory=dict)
    sketches: dict[KindName, dict[str, Any]] = field(default_factory=dict)
    """Faulty things with their sound fields only, for finding further problems; None where nothing
    could be read.
    """
    unread: set[KindName] = field(default_factory=set)
    """Kinds of which some ids could not be read: what seems to be missing may be one of them."""
    files: dict[tuple[KindName, str], str] = field(default_factory=dict)
    """The file of each thing by kind and id; that of a hand-written page by ``("page", its path
    below docs/)``.
    """
    digests: dict[str, bytes] = field(default_factory=dict)
    """What stands for the bytes of each example, by its id."""
    others: list[bytes] = field(default_factory=list)
    """What stands for the bytes of each other file, in the order of reading."""
    pages: dict[str, Page] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def digest(self) -> bytes:
        """Digest of the bytes of every file."""
        return digest(*self.others, plain_bytes(sorted(self.digests.items())))

    def add(self, kind: KindName, thing: Any, path: str) -> None:
        """Takes in a thing without faults."""
        self.things.setdefault(kind, {})[thing.id] = thing
        self.files[kind, thing.id] = path

    def add_sketch(self, kind: KindName, id: str, sketch: Any, path: str) -> None:
        """Takes in what stands of a faulty thing."""
        self.sketches.setdefault(kind, {})[id] = sketch
        self.files.setdefault((kind, id), path)

    def known(self, kind: KindName) -> list[Any]:
        """All things of a kind, and what stands of faulty ones."""
        whole = self.things.get(kind, {})
        return [
            *whole.values(),
            *(
                s
                for id, s in self.sketches.get(kind, {}).items()
                if s is not None and id not in whole
            ),
        ]

    def knows(self, kind: KindName, id: str) -> bool:
        """Whether there is such a thing, faulty or not."""
        if kind == "page":
            return id in NAMED_PAGES
        return id in self.things.get(kind, ()) or id in self.sketches.get(kind, ())

    def about(self, kind: KindName, id: str) -> Any:
        """A thing, or what stands of it, or None."""
        return self.things.get(kind, {}).get(id) or self.sketches.get(kind, {}).get(id)

    def ids(self, kind: KindName) -> list[str]:
        """All ids of a kind, sorted."""
        if kind == "page":
            return sorted(NAMED_PAGES)
        return sorted({*self.things.get(kind, ()), *self.sketches.get(kind, ())})


def read(data: str, docs: str, kept: Cache, code: bytes = b"", show: Show = str) -> Reading:
    """Everything below `data` (of the shape of examples_data/) and `docs`; `show` makes a path fit
    for a message.

    Values already kept under the same code, name and bytes passed every rule before and are only
    rebuilt.
    """
    reading = Reading()
    for kind in KINDS.values():
        if kind.file.endswith(".yml"):
            _list(reading, kind.name, os.path.join(data, kind.file), kept, code, show)
        elif kind.file and kind.name != "example":
            _folder(reading, kind.name, os.path.join(data, kind.file), kept, code, show)
    for path in _names(os.path.join(data, "examples")):
        _example(reading, path, kept, code, show)
    for path, file in _pages(docs):
        _page(reading, path, file, kept, code, show)
    return reading


def _names(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        return []
    return sorted(entry.path for entry in os.scandir(folder) if not entry.name.startswith("."))


def _pages(docs: str) -> Iterator[tuple[str, str]]:
    for folder, folders, names in os.walk(docs):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".md"):
                path = os.path.join(folder, name)
                yield path, os.path.relpath(path, docs).replace(os.sep, "/")


def _bytes(
    reading: Reading, path: str, show: Show, largest: int = document.LARGEST
) -> bytes | None:
    try:
        return document.read_bytes(path, os.path.basename(path), largest)
    except Fault as fault:
        reading.problems.append(fault.problem(show(path)))
        return None


def _list(
    reading: Reading, kind: KindName, path: str, kept: Cache, code: bytes, show: Show
) -> None:
    reading.things.setdefault(kind, {})
    if not os.path.lexists(path):
        return
    raw = _bytes(reading, path, show, document.LARGEST_LIST)
    if raw is None:
        reading.unread.add(kind)
        return
    key = _other(reading, code, kind, raw)
    contents = vocabulary.again(kind, kept.get(key)) or vocabulary.read_list(kind, raw, show(path))
    _take(reading, kind, contents, path)
    _keep(kept, key, contents)


def _folder(
    reading: Reading, kind: KindName, folder: str, kept: Cache, code: bytes, show: Show
) -> None:
    reading.things.setdefault(kind, {})
    for path in _names(folder):
        raw = _named_bytes(reading, kind, path, show)
        if raw is not None:
            id = example.stem(path)
            key = _other(reading, code, f"{kind} {id}", raw)
            contents = vocabulary.again(kind, kept.get(key)) or vocabulary.read_one(
                kind, raw, show(path), id
            )
            _take(reading, kind, contents, path)
            _cards(reading, contents, path)
            _keep(kept, key, contents)


def _other(reading: Reading, code: bytes, name: str, raw: bytes) -> bytes:
    """The key of a file that is no example."""
    reading.others.append(digest(code, name.encode(), raw))
    return reading.others[-1]


def _keep(kept: Cache, key: bytes, contents: Contents) -> None:
    if not contents.problems:
        kept.put(key, [serialize.plain(thing) for thing in contents.things])


def _take(reading: Reading, kind: KindName, contents: Contents, path: str) -> None:
    for thing in contents.things:
        reading.add(kind, thing, path)
    for sketch in contents.sketches:
        reading.add_sketch(kind, sketch.id, sketch, path)
    reading.problems += contents.problems
    if not contents.whole:
        reading.unread.add(kind)


def _cards(reading: Reading, contents: Contents, path: str) -> None:
    """A deck's cards are things too."""
    for deck in contents.things:
        for card in getattr(deck, "cards", ()):
            reading.add("card", card, path)
    for deck in contents.sketches:
        for card in getattr(deck, "cards", ()):
            reading.add_sketch("card", card.id, card, path)
    if "deck" in reading.unread:
        reading.unread.add("card")


def _named_bytes(reading: Reading, kind: KindName, path: str, show: Show) -> bytes | None:
    """The bytes of a file that is one thing.

    Its name is the thing's id, so the id is known even when the file is faulty.
    """
    problem = example.name_problem(path)
    if problem:
        reading.problems.append(replace(problem, path=show(path)))
        return None
    reading.add_sketch(kind, example.stem(path), None, path)
    return _bytes(reading, path, show)


def _example(reading: Reading, path: str, kept: Cache, code: bytes, show: Show) -> None:
    raw = _named_bytes(reading, "example", path, show)
    if raw is None:
        return
    id = example.stem(path)
    key = digest(code, id.encode(), raw)
    thing = serialize.rebuilt(Example, kept.get(key))
    if thing is None:
        thing, problems = example.read(raw, show(path))
        reading.problems += problems
        if thing and not problems:
            kept.put(key, serialize.plain(thing))
    if thing is None:
        reading.add_sketch("example", id, example.sketch(raw, path), path)
    else:
        reading.add("example", thing, path)
        reading.digests[id] = key


def _page(reading: Reading, path: str, file: str, kept: Cache, code: bytes, show: Show) -> None:
    raw = _bytes(reading, path, show)
    reading.files["page", file] = path
    thing = None
    if raw is not None:
        key = _other(reading, code, file, raw)
        thing = page.again(kept.get(key))
        if thing is None:
            thing, problems = page.read(raw, show(path), file)
            reading.problems += problems
            if thing and not problems:
                kept.put(key, page.plain(thing))
    if thing is None:
        reading.unread.add("guide")
        return
    reading.pages[file] = thing
    if thing.id:
        reading.add("guide", thing, path)
