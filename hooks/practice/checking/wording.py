"""Words that we avoid, found in the library.

In our own pages and lists each is an error; in an example it is a note for whoever sends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..kinds import KindName
from ..messages import problem
from ..model import STORY_FIELDS, Problem
from ..prose.phrases import Avoided, Words
from ..reading import text_file
from ..reading.folder import Reading
from ..reading.marks import FieldPath
from ..reading.text_file import ReadError, position
from ..teaching import SampleRecord
from .locations import Locator

SKIPPED_KINDS = frozenset(("example", "source", "synonyms", "wording", "guide", "page", "card"))
"""Kinds that are looked at elsewhere (examples; guides as pages; cards with their decks), or that
hold words of others.
"""
KEYWORD_FIELDS = frozenset(("also", "asks"))
"""Fields with words that people look for things with, whatever we think of them."""
QUOTED = ("matches", "words")
"""The list, and the field of each of its items, that hold what a framework of others says."""
FRONT = re.compile(r"(?:title|summary):[ \t]*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)[ \t]*")
"""The lines of a page's front matter that are read as text."""


def problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Words that we avoid in hand-written pages and in every list but the examples: errors."""
    words = _words(reading)
    for file in sorted(reading.pages):
        yield from _in_page(words, reading.files["page", file])
    for kind in sorted(reading.things.keys() - SKIPPED_KINDS):
        for thing in reading.things[kind].values():
            yield from _in_thing(
                words,
                locator,
                (kind, thing.id),
                thing.model_dump(by_alias=True, exclude=KEYWORD_FIELDS | _faulty_on_purpose(thing)),
                "error",
            )


def _faulty_on_purpose(thing: Any) -> frozenset[str]:
    """The text of a record to work on: what it gets wrong is what there is to learn."""
    return frozenset(("text",)) if isinstance(thing, SampleRecord) else frozenset()


def advice(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Words that we avoid in examples: notes."""
    words = _words(reading)
    for example in reading.things.get("example", {}).values():
        texts: dict[str, Any] = {
            "title": example.title,
            "summary": example.summary,
            **{field: getattr(example, field) for field in STORY_FIELDS},
        }
        texts["easy"] = list(example.easy or ())
        texts["questions"] = [{"ask": question.ask} for question in example.questions]
        yield from _in_thing(words, locator, ("example", example.id), texts, "note")


def _words(reading: Reading) -> Words:
    return Words(reading.things.get("wording", {}).values())


def _in_thing(
    words: Words, locator: Locator, thing: tuple[KindName, str], value: Any, severity: str
) -> Iterator[Problem]:
    texts = _texts(value)
    for number, found in words.find_in([text for _, text in texts]):
        mark = locator.words_at(*thing, texts[number][0], found.words, found.nth)
        yield _problem(locator.path(*thing), mark.line, mark.column, found, severity)


def _texts(value: Any, within: FieldPath = ()) -> list[tuple[FieldPath, str]]:
    """Every text inside a list or a mapping of plain values, with its path."""
    found: list[tuple[FieldPath, str]] = []
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if key in KEYWORD_FIELDS or (*within[:1], key) == QUOTED:
            continue
        if isinstance(inner, str):
            found.append(((*within, key), inner))
        elif isinstance(inner, dict | list | tuple):
            found += _texts(inner, (*within, key))
    return found


def _in_page(words: Words, path: str) -> Iterator[Problem]:
    try:
        text = text_file.decode(text_file.read_bytes(path, path))
    except (ReadError, OSError):
        return
    for found in words.find(_read_as_text(text)):
        yield _problem(path, *position(text, found.at), found, "error")


def _read_as_text(text: str) -> str:
    """A page with blanks for its front matter, title and summary apart."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if end < 0:
        return text
    return "\n".join(map(_front_line, text[:end].split("\n"))) + text[end:].replace("---", "   ", 1)


def _front_line(line: str) -> str:
    found = FRONT.fullmatch(line)
    return (
        " " * len(line)
        if found is None
        else " " * found.start("value") + found["value"] + " " * (len(line) - found.end("value"))
    )


def _problem(path: str, line: int, column: int, found: Avoided, severity: str) -> Problem:
    entry, words = found.entry, " ".join(found.words.split())
    values = {"found": words, "why": entry.why, "say": entry.say}
    return problem(path, line, column, "people-first", severity, **values)
