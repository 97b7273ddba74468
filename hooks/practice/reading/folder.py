"""All files of the data and of docs/ -> checked things and problems."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_json

from ..cache import Cache
from ..digest import digest, plain_bytes, plain_value
from ..kinds import KINDS, NAMED_PAGES, KindName
from ..model import Deck, Page, Problem
from . import example, ignored_files, page, text_file, tree, vocabulary
from .contents import Contents
from .example import Check
from .text_file import ReadError

Show = Callable[[str], str]
"""A path as a message shows it."""


@dataclass
class Reading:
    """What was read: things by kind and id, sketches of faulty ones, the file each came from, and
    all problems.
    """

    things: dict[KindName, dict[str, Any]] = field(default_factory=dict)
    sketches: dict[KindName, dict[str, Any]] = field(default_factory=dict)
    """Faulty things with their sound fields only, for finding further problems; None where nothing
    could be read.
    """
    incomplete_kinds: set[KindName] = field(default_factory=set)
    """Kinds of which some ids could not be read: what seems to be missing may be one of them."""
    files: dict[tuple[KindName, str], str] = field(default_factory=dict)
    """The file of each thing by kind and id; that of a hand-written page by ``("page", its path
    below docs/)``.
    """
    digests: dict[str, bytes] = field(default_factory=dict)
    """The digest of each example's file, by its id."""
    others: list[bytes] = field(default_factory=list)
    """The digest of each other file, in the order of reading."""
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
        """Takes in the sketch of a faulty thing."""
        self.sketches.setdefault(kind, {})[id] = sketch
        self.files.setdefault((kind, id), path)

    def known(self, kind: KindName) -> list[Any]:
        """All things of a kind, and the sketches of faulty ones."""
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

    def get(self, kind: KindName, id: str) -> Any:
        """A thing, or its sketch, or None."""
        return self.things.get(kind, {}).get(id) or self.sketches.get(kind, {}).get(id)

    def present_id(self, kind: KindName, id: str) -> str:
        """The present id of a thing that had another before, or `""`."""
        known = self.known(kind)
        return next((one.id for one in known if id in (getattr(one, "aliases", None) or ())), "")

    def ids(self, kind: KindName) -> list[str]:
        """All ids of a kind, sorted."""
        if kind == "page":
            return sorted(NAMED_PAGES)
        return sorted({*self.things.get(kind, ()), *self.sketches.get(kind, ())})


@dataclass
class Reader:
    """Reads the files of a library, those whose bytes are unchanged from the cache."""

    cache: Cache
    check: Check
    """Finds what breaks a rule in an example."""
    version: bytes = b""
    """The digest of the code that reads and checks: part of every key of the cache."""
    show: Show = str
    """Makes a path fit for a message."""
    reading: Reading = field(default_factory=Reading)

    def read(self, data: str, docs: str) -> Reading:
        """Everything below `data` (of the shape of examples_data/) and `docs`."""
        for kind in KINDS.values():
            path = os.path.join(data, kind.file)
            if kind.file.endswith("/"):
                self._folder(kind.name, path)
            elif kind.file:
                self._list(kind.name, path)
        for path in ignored_files.files(docs, (".md",)):
            file = os.path.relpath(path, docs).replace(os.sep, "/")
            if file.isprintable():
                self._page(path, file)
            else:  # the tree tells of the name, which no record can hold
                self.reading.incomplete_kinds.add("guide")
        self._tree(data, docs)
        return self.reading

    def _tree(self, data: str, docs: str) -> None:
        """Problems of the folders themselves, except what reading already reported."""
        problems = self.reading.problems
        known = {(problem.path, problem.rule) for problem in problems}
        found = [*tree.problems(data, self.show), *tree.docs_problems(docs, self.show)]
        found += tree.unread_files(data, self.show)
        problems += [problem for problem in found if (problem.path, problem.rule) not in known]

    def _list(self, kind: KindName, path: str) -> None:
        """A file that is a list of things."""
        self.reading.things.setdefault(kind, {})
        if not os.path.lexists(path):
            return
        raw = self._bytes(path, text_file.MAX_LIST_BYTES)
        if raw is None:
            self.reading.incomplete_kinds.add(kind)
            return
        key = self._key(kind, raw)
        self.reading.others.append(key)
        parse = partial(vocabulary.read_list, kind, raw, self.show(path))
        self._add(kind, self._contents(kind, key, parse), path)

    def _folder(self, kind: KindName, folder: str) -> None:
        """A folder in which each file is one thing, named by its id."""
        self.reading.things.setdefault(kind, {})
        for path in _names(folder):
            problem = example.name_problem(path, plural=KINDS[kind].plural)
            if problem:
                self.reading.problems.append(problem._replace(path=self.show(path)))
                self._misnamed(kind, path)
                continue
            self.reading.add_sketch(kind, example.stem(path), None, path)
            raw = self._bytes(path)
            if raw is not None:
                self._one(kind, path, raw)

    def _misnamed(self, kind: KindName, path: str) -> None:
        """All else that is wrong with a file whose name cannot be an id: it is reported at once."""
        if kind == "example" and path.lower().endswith((".yml", ".yaml")) and os.path.isfile(path):
            raw = self._bytes(path)
            if raw is not None:
                self.reading.problems += example.read(raw, self.show(path), self.check).problems

    def _one(self, kind: KindName, path: str, raw: bytes) -> None:
        id, display = example.stem(path), self.show(path)
        if kind == "example":
            key = self._key(id, raw)
            contents = self._contents(kind, key, partial(example.read, raw, display, self.check))
            if contents.things:
                self.reading.digests[id] = key
        else:
            key = self._key(f"{kind} {id}", raw)
            self.reading.others.append(key)
            contents = self._contents(
                kind, key, partial(vocabulary.read_one, kind, raw, display, id)
            )
        self._add(kind, contents, path)
        self._add("card", _cards(contents), path)

    def _page(self, path: str, file: str) -> None:
        raw = self._bytes(path)
        self.reading.files["page", file] = path
        if raw is None:
            self.reading.incomplete_kinds.add("guide")
            return
        key = self._key(file, raw)
        self.reading.others.append(key)
        contents = self._contents("guide", key, partial(page.read, raw, self.show(path), file))
        self.reading.pages.update((one.file, one) for one in contents.things)
        guides = [one for one in contents.things if one.id]
        self._add("guide", contents._replace(things=guides), path)

    def _contents(self, kind: KindName, key: bytes, parse: Callable[[], Contents]) -> Contents:
        """What a file holds. Only what has no problem is cached."""
        cached = self.cache.get(key)
        things = None if cached is None else _parsed(kind, cached)
        if things is not None:
            return Contents(things)
        contents = parse()
        if not contents.problems:
            self.cache.put(key, plain_bytes([_json(thing) for thing in contents.things]))
        return contents

    def _key(self, name: str, raw: bytes) -> bytes:
        return digest(self.version, name.encode(), raw)

    def _add(self, kind: KindName, contents: Contents, path: str) -> None:
        for thing in contents.things:
            self.reading.add(kind, thing, path)
        for sketch in contents.sketches:
            self.reading.add_sketch(kind, sketch.id, sketch, path)
        self.reading.problems += contents.problems
        if not contents.complete:
            self.reading.incomplete_kinds.add(kind)

    def _bytes(self, path: str, largest: int = text_file.MAX_FILE_BYTES) -> bytes | None:
        try:
            return text_file.read_bytes(path, os.path.basename(path), largest)
        except ReadError as fault:
            self.reading.problems.append(fault.problem(self.show(path)))
            return None


@cache
def _page_adapter() -> TypeAdapter[Page]:
    return TypeAdapter(Page)


def _json(thing: BaseModel | Page) -> bytes:
    """A thing as JSON, without its defaults where its type can leave them out."""
    if isinstance(thing, BaseModel):
        return thing.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    return to_json(thing)


def _parsed(kind: KindName, cached: bytes) -> list[Any] | None:
    """The things that were cached, or None: a foreign value is a miss."""
    model = KINDS[kind].model
    parse = _page_adapter().validate_json if model is Page else model.model_validate_json
    try:
        return [parse(item) for item in plain_value(cached)]
    except (TypeError, ValidationError):
        return None


def _cards(contents: Contents) -> Contents:
    """A deck's cards are things too."""
    decks = [deck for deck in contents.things if isinstance(deck, Deck)]
    sketches = [deck for deck in contents.sketches if isinstance(deck, Deck)]
    return Contents(
        [card for deck in decks for card in deck.cards],
        [card for deck in sketches for card in deck.cards],
        complete=contents.complete,
    )


def _names(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        return []
    return sorted(
        entry.path for entry in os.scandir(folder) if not ignored_files.is_ignored(entry.name)
    )
