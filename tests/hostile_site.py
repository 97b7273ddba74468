"""A library in which every text of every kind of file carries hostile texts, and its built site.

The small library of `tests/data/small` is written several times over under ids of its own, with
every field that the model knows. Each text begins and ends with a word that stands nowhere else,
so that it is found again in every output.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from tests.conftest import copy_project
from tests.test_kinds import SMALL

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.exports.data import schemas
from practice.kinds import KINDS
from practice.model import Problem
from practice.reading import page, vocabulary

FULL: dict[str, dict[str, Any]] = {
    "example": {
        "about": "service",
        "organisation": "Lighthouse Care",
        "place": "Wick",
        "nation": "scotland",
        "period": {"from": "2023", "to": "2024"},
        "what_helped": "A kettle.",
        "what_got_in_the_way": "A gull.",
        "learning": "Ask first.",
        "learning_basis": "editor",
        "asks": ["Why does everything take so long?", "Who asks me what I want?"],
        "contributors": [{"name": "The keepers", "organisation": "Lighthouse Care"}],
        "changes": [{"on": "2026-11-26", "what": "The toaster came back."}],
        "consent": {"basis": "fictional", "covers": "This page", "reference": "File 7"},
        "checked_by_role": "Team leader",
        "sources": [
            {"ref": "tide-tables", "read": "whole"},
            {"title": "Mornings", "publisher": "A press", "year": "2025", "read": "whole"},
        ],
        "kind": "illustrative",
        "added": "2026-11-25",
        "reviewed": "2026-11-25",
        "review_by": "2028-11-25",
    },
    "theme": {
        "also": ["daring"],
        "matches": [
            {
                "framework": "Harbour rules",
                "part": "Rule 2",
                "words": "Nobody walks here alone.",
                "how": "close",
                "nation": "scotland",
                "source": "tide-tables",
            }
        ],
    },
    "wording": {"unless": ["in quotation marks"]},
    "source": {"authors": ["Keeper, A."], "publisher": "A press", "note": "A note."},
    "law": {"note": "The copy is old."},
    "term": {"also": ["the other word"]},
    "key-point": {
        "asks": ["What do I write down when I leave?"],
        "matches": [
            {
                "framework": "Harbour rules",
                "part": "Rule 3",
                "words": "Nobody swims here alone.",
                "how": "broad",
                "nation": "wales",
                "source": "tide-tables",
            }
        ],
    },
    "session": {
        "asks": ["How do I teach this in an hour?"],
        "changes": [{"on": "2026-11-26", "what": "A step is longer."}],
    },
    "scenario": {"changes": [{"on": "2026-11-26", "what": "A question is new."}]},
    "conversation": {"changes": [{"on": "2026-11-26", "what": "A turn is new."}]},
    "outcome": {"note": "A made-up note."},
}
"""Fields that the small library leaves out, by kind."""
STEP = {"facilitator": "Wait.", "listen": "For gulls.", "online": "In pairs."}
TURN = {"thinks": "That is a gull.", "otherwise": "He could have asked."}
PAGE = """
## {heading} {{#strengths}}

{paragraph}

- {item}

| {cell} | b |
|---|---|
| c | d |

## Key points {{#key-points}}

<!-- practice:key-points -->

## Why it matters {{#why-it-matters}}

> {quoted}

[{linked}](example:{example})
"""
PAGE_TEXTS = ("heading", "paragraph", "item", "cell", "quoted", "linked")

ONCE = ("nation", "level")
"""Kinds of which the small library is enough: law knows the nations, and “team” is a use too."""
FieldPath = tuple[str | int, ...]


@dataclass
class Text:
    """A text that was planted: in which file and field, and as it was typed."""

    file: str
    where: FieldPath
    typed: str = ""
    first: str = ""
    """The word that it begins with; empty where hostile text stands first."""
    last: str = ""
    payloads: list[str] = field(default_factory=list)
    markdown: bool = False


@dataclass
class File:
    """A file to write: its value or, for a page, its front matter and its texts."""

    kind: str
    path: str
    value: Any
    page: dict[str, str] | None = None

    def raw(self) -> bytes:
        """Its bytes. JSON is YAML too, and has every text on a line of its own."""
        told = json.dumps(self.value, ensure_ascii=False, indent=1)
        if self.page is not None:
            told = f"---\n{told}\n---\n{PAGE.format(**self.page)}"
        return (told + "\n").encode("utf-8", "surrogatepass")

    def problems(self) -> list[Problem]:
        """What is wrong with it by itself, notes apart."""
        return [p for p in self._problems() if p.severity == "error"]

    def _problems(self) -> list[Problem]:
        id = Path(self.path).stem
        if self.page is not None:
            return page.read(self.raw(), self.path, self.path.removeprefix("docs/")).problems
        if self.kind == "example":
            return reader.read_example(self.raw(), self.path)[1]
        if KINDS[self.kind].file.endswith("/"):
            return vocabulary.read_one(self.kind, self.raw(), self.path, id).problems
        return vocabulary.read_list(self.kind, self.raw(), self.path).problems

    def get(self, where: FieldPath) -> Any:
        value: Any = {"page": self.page, "value": self.value}
        for part in where:
            value = value[part]
        return value

    def put(self, where: FieldPath, text: str) -> None:
        """Writes a text in a place, and wherever the same words stood: a speaker is named twice."""
        old = self.get(where)
        for other in [w for w in self.leaves() if self.get(w) == old and w[-1] in ("who", "name")]:
            self.get(other[:-1])[other[-1]] = text
        self.get(where[:-1])[where[-1]] = text

    def leaves(self) -> Iterator[FieldPath]:
        yield from _leaves(self.value, ("value",))
        for name in self.page or ():
            if name != "example":
                yield ("page", name)


def _leaves(value: Any, where: FieldPath) -> Iterator[FieldPath]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in inner:
        if isinstance(item, dict | list):
            yield from _leaves(item, (*where, key))
        elif isinstance(item, str):
            yield (*where, key)


def whole_library() -> list[File]:
    """The small library with every field of every kind."""
    files = []
    for kind in KINDS.values():
        folder = SMALL / "data" / kind.file
        paths = sorted(folder.glob("*.yml")) if kind.file.endswith("/") else [folder]
        for path in paths if kind.file else ():
            value = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
            for one in value if isinstance(value, list) else [value]:
                _fill(kind.name, one)
            inside = path.relative_to(SMALL / "data").as_posix()
            files.append(File(kind.name, f"examples_data/{inside}", value))
    for path in sorted((SMALL / "docs").rglob("*.md")):
        front = yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
        front |= {"also": ["another word"]} if "id" in front else {}
        texts = {"example": "harbour-walks", **dict.fromkeys(PAGE_TEXTS, "Some words")}
        name = path.relative_to(SMALL / "docs").as_posix()
        files.append(File("guide", f"docs/{name}", front, texts))
    return files


def _fill(kind: str, one: dict[str, Any]) -> None:
    one.update(copy.deepcopy(FULL.get(kind, {})))
    for step in one.get("steps", ()) if kind == "session" else ():
        step.update(STEP)
    for turn in one.get("turns", ()):
        turn.update(TURN)


def again(files: list[File], number: int) -> Iterator[File]:
    """The same library, but for the first time under other ids."""
    known = re.compile(
        rf'(?<=[":/])({"|".join(sorted(_ids(files), key=len, reverse=True))})(?=["#.)])'
    )
    for file in files:
        if number and (file.path == "docs/index.md" or file.kind in ONCE):
            continue
        told = json.dumps([file.path, file.value, file.page])
        yield File(file.kind, *json.loads(known.sub(rf"\1-{number}", told) if number else told))


def _ids(files: list[File]) -> set[str]:
    ids = {Path(f.path).stem for f in files if isinstance(f.value, dict)}
    for file in files:
        for one in file.value if isinstance(file.value, list) else [file.value]:
            ids |= set(one.get("aliases", ()))
            if file.kind not in ONCE:
                named = (one, *one.get("cards", ()), *one.get("aspects", ()))
                ids |= {i["id"] for i in named if isinstance(i, dict) and "id" in i}
    return ids


PLAIN = "Made up for learning. Some plain words of a length that helps."


def texts(file: File) -> list[FieldPath]:
    """The places of a file where any words may stand."""
    found = []
    for where in file.leaves():
        trial = copy.deepcopy(file)
        trial.put(where, "Plain Words 5")
        longer = copy.deepcopy(file)
        longer.put(where, PLAIN)
        if not trial.problems() or not longer.problems():
            found.append(where)
    return found


class Planting:
    """Puts hostile texts into a library wherever it takes them, and keeps count."""

    def __init__(self, each: int):
        self.each = each
        self.planted: list[Text] = []
        self.tried_in: list[tuple[str, FieldPath]] = []
        """Every field with words: its kind and its place."""
        self.tried = self.refused = 0
        self.words = 0

    def plant(self, file: File, payloads: list[str]) -> None:
        """Fills every text of a file with as many of some payloads as it takes."""
        for n, where in enumerate(texts(file)):
            turned = payloads[n * 7 % len(payloads) :] + payloads[: n * 7 % len(payloads)]
            self._field(file, where, turned[: 4 * self.each])

    def _field(self, file: File, where: FieldPath, payloads: list[str]) -> None:
        self.words += 1
        self.tried_in.append((file.kind, where))
        text = Text(file.path, where, first=f"Zq{self.words}x", last=f"zq{self.words}y")
        kind = KINDS[file.kind]
        marked = schemas.markdown_names(kind) if kind.public else ()
        text.markdown = where[0] == "page" or where[-1] in marked
        glue = "\n\n" if text.markdown and where[0] != "page" else " "
        opening = "Made up for learning. " if file.get(where).startswith("Made up") else ""
        if self.words % 3 == 0 and not opening:
            text.first = ""
        put: Callable[[list[str]], str] = lambda some: (  # noqa: E731
            opening + glue.join(part for part in (text.first, *some, text.last) if part)
        )
        for payload in payloads:
            if len(text.payloads) == self.each:
                break
            self.tried += 1
            before = file.get(where)
            file.put(where, put([*text.payloads, payload]))
            if file.problems():
                self.refused += 1
                file.put(where, before)
            else:
                text.payloads.append(payload)
                text.typed = file.get(where)
        if text.payloads:
            self.planted.append(text)
        elif where[-1] == "title":  # two of one title are a problem
            file.put(where, f"{file.get(where)} {text.last}")


def write(files: list[File], root: Path) -> None:
    """Writes the files of a library into a project."""
    for file in files:
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.raw())


def make(root: Path, shares: list[list[str]], each: int) -> Planting:
    """A project whose library carries hostile texts: each copy of the small library a share."""
    root.mkdir(parents=True, exist_ok=True)
    copy_project(root)
    for name in ("examples_data", "docs"):
        shutil.rmtree(root / name)
    base, planting, files = whole_library(), Planting(each), []
    for number, payloads in enumerate(shares):
        for file in again(base, number):
            planting.plant(file, payloads)
            files.append(file)
    files = list(merged(files))
    write(files, root)
    _take_out_what_the_whole_refuses(root, files, planting)
    return planting


def merged(files: list[File]) -> Iterator[File]:
    """Files of one path as one list."""
    found: dict[str, File] = {}
    for file in files:
        if file.path in found:
            found[file.path].value += file.value
        else:
            found[file.path] = file
    yield from found.values()


def _take_out_what_the_whole_refuses(root: Path, files: list[File], planting: Planting) -> None:
    """Texts that are no problem in their own file and one in the library become plain words."""
    for _ in range(20):
        reading = reader.read_folder(str(root / "examples_data"), str(root / "docs"), Cache(None))
        problems = reading.problems + consistency.problems(reading)
        wrong = {(p.path, p.line) for p in problems if p.severity == "error"}
        if not wrong:
            return
        for path, line in wrong:
            told = Path(path).read_text("utf-8", "surrogatepass").split("\n")[line - 1]
            _take_out(told, planting, files, root)
        write(files, root)
    raise AssertionError(sorted(problems)[:3])


def _take_out(line: str, planting: Planting, files: list[File], root: Path) -> None:
    for text in list(planting.planted):
        if text.last in line:
            planting.planted.remove(text)
            planting.refused += len(text.payloads)
            for file in files:
                for where in file.leaves():
                    if file.get(where) == text.typed:
                        file.put(where, f"{PLAIN} {text.last}")
            return
    raise AssertionError(f"refused, and not planted here: {line}")
