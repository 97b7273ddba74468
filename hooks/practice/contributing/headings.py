"""What somebody wrote under headings, in a Word file, a text file or an issue, as the values of an
example.

Neighbours: names.py knows what words mean, write.py makes the file.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..model import STORY_FIELDS
from ..reading.schema import json_schema
from . import questions, write
from .mend import day
from .names import Names, plain


class Section(NamedTuple):
    """A heading, and what stands under it."""

    heading: str
    text: str


SYNONYMS = {
    "context": (
        "background",
        "why",
        "why we tried it",
        "the problem",
        "introduction",
        "what was hard before",
    ),
    "what_they_did": ("what we did", "approach", "method", "actions", "the work"),
    "what_changed": ("outcomes", "results", "impact", "findings", "difference made"),
    "what_helped": ("enablers", "what made it possible"),
    "what_got_in_the_way": ("barriers", "challenges", "obstacles", "difficulties"),
    "learning": (
        "lessons",
        "lessons learned",
        "lessons learnt",
        "what we learned",
        "what we learnt",
    ),
    "limits": ("limitations", "limits", "what we do not know", "what we don't know", "cautions"),
    "questions": (
        "questions to talk about",
        "discussion questions",
        "one question that a team could talk about",
    ),
    "asks": ("how people might ask for it", "in their own words", "you might be asking"),
    "settings": ("settings",),
    "organisation": ("who", "service"),
    "period": ("when it happened", "dates", "years"),
    "place": ("where",),
    "summary": ("abstract", "in short"),
}
"""Other headings that people use, by field."""

NESTED = {
    "source title": "sources.0.title",
    "source publisher": "sources.0.publisher",
    "source year": "sources.0.year",
    "source web address": "sources.0.url",
    "how much you read": "sources.0.read",
    "name to thank": "contributors.0.name",
    "their organisation": "contributors.0.organisation",
    "orcid": "contributors.0.orcid",
}
"""Headings of values inside a group."""
CONSENT = ("basis", "covers", "agreed_on", "ask_again", "reference")
LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
"""The most for a file to take over, and for all that a Word file unpacks to."""
NO_ANSWER = "_No response_"
TICKED = re.compile(r"^\s*[-*] \[(.?)\] (.+)$", re.MULTILINE)
MARKED = re.compile(r"^(?:#{1,6}\s+(.+?)\s*#*|(.{2,60}?):?)\s*$")


def paths() -> dict[str, str]:
    """Headings in plain letters, each with the path of its field."""
    known = {plain(words): path for words, path in NESTED.items()}
    known |= {plain(questions.label(field)): f"consent.{field}" for field in CONSENT}
    for name in json_schema()["properties"]:
        known |= {
            plain(words): name for words in (name, questions.label(name), *SYNONYMS.get(name, ()))
        }
    return known


class SourceError(ValueError):
    """A file from which nothing can be taken over; the words say why."""


def read(path: Path) -> list[Section]:
    """The sections of a Word file, or of a text file. Raises `SourceError`."""
    raw = path.read_bytes()
    if len(raw) > LARGEST:
        raise SourceError(f"{path} has {len(raw):,} bytes; {LARGEST:,} is the most.")
    if path.suffix.lower() != ".docx":
        return sections(_text(raw))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > LARGEST_UNPACKED:
            raise SourceError(f"{path} is too large when it is unpacked.")
        return _word(raw)
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, NotImplementedError) as err:
        if isinstance(err, SourceError):
            raise
        raise SourceError(
            f"{path} is no Word file that can be read. Open it in Word and save it again as .docx,"
            " or save it as plain text."
        ) from None


def _text(raw: bytes) -> str:
    """The text of a file: what word processors write when they save plain text."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def sections(text: str) -> list[Section]:
    """The sections of a text.

    A line is a heading when it is marked as one, or when it is the name of a field alone.
    """
    known = paths()
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in text.replace("\r\n", "\n").split("\n"):
        marked = MARKED.match(line)
        words = (marked[1] or marked[2] or "") if marked else ""
        if marked and (marked[1] or plain(words) in known):
            found.append((words, []))
        else:
            found[-1][1].append(line)
    return [
        Section(heading, "\n".join(lines).strip())
        for heading, lines in found
        if heading or "".join(lines).strip()
    ]


def _word(raw: bytes) -> list[Section]:
    import docx

    known = paths()
    found: list[tuple[str, list[str]]] = [("", [])]
    for paragraph in docx.Document(io.BytesIO(raw)).paragraphs:
        words, style = paragraph.text.strip(), str(paragraph.style.name if paragraph.style else "")
        if words and (style.startswith(("Heading", "Title")) or plain(words) in known):
            found.append((words, []))
        elif words:
            found[-1][1].append(f"- {words}" if style.startswith("List") else f"{words}\n")
    return [
        Section(heading, "\n".join(lines).replace("\n\n-", "\n-").strip())
        for heading, lines in found
        if heading or lines
    ]


def values(given: list[Section], names: Names) -> tuple[dict[str, Any], list[Section]]:
    """The values of an example, and the sections that no field takes.

    A first heading without words is the title.
    """
    known = paths()
    value: dict[str, Any] = {}
    left: list[Section] = []
    for n, section in enumerate(given):
        path = known.get(plain(section.heading))
        if path and section.text and section.text != NO_ANSWER:
            _put(value, path, _value(path, section.text, names))
        elif not path and not section.text and n == 0:
            value["title"] = section.heading
        elif not path:
            left.append(section)
    return write.in_order(_whole(value)), left


def _put(value: dict[str, Any], path: str, new: Any) -> None:
    first, *rest = path.split(".")
    if not rest:
        value[first] = new
    elif rest[0] == "0":
        value.setdefault(first, [{}])[0][rest[1]] = new
    else:
        value.setdefault(first, {})[rest[0]] = new


def _whole(value: dict[str, Any]) -> dict[str, Any]:
    return {name: inner for name, inner in value.items() if inner not in ("", [], {}, [{}])}


def _value(path: str, text: str, names: Names) -> Any:
    """The value that some words give a field."""
    field, last = path.split(".")[0], path.split(".")[-1]
    if path in STORY_FIELDS:
        return text
    if path == "questions":
        return [{"ask": ask, "use": "team"} for ask in _items(text)]
    if path == "asks":
        return list(_items(text))
    if path == "period":
        years = re.findall(r"\d{4}", text)
        return {"from": years[0], "to": years[-1]} if years else {}
    if field in questions.NAMED and path == field:
        found = [names.meant(questions.NAMED[field], item) or plain(item) for item in _items(text)]
        return (
            found
            if write.bare(json_schema()["properties"][field]).get("type") == "array"
            else next(iter(found), "")
        )
    choices = questions.OPTIONS.get(path.replace(".0", ""), {})
    line = " ".join(text.split())
    return (
        next(
            (
                choice
                for choice, words in choices.items()
                if plain(line) in (plain(choice), plain(words))
            ),
            None,
        )
        or (day(line) if last in ("agreed_on", "ask_again", "added") else None)
        or line
    )


def _items(text: str) -> Iterator[str]:
    """The items of a list: boxes that are ticked, or lines, or words between semicolons."""
    ticked = TICKED.findall(text)
    if ticked:
        return (words.strip() for mark, words in ticked if mark in "xX")
    return (
        item for line in re.split(r"[\n;]", text) if (item := line.strip().lstrip("-*•").strip())
    )


def comments(left: list[Section]) -> str:
    """Sections that no field takes, as comments for the end of the file: nothing that was written
    is lost.
    """
    lines = [f"{section.heading}\n{section.text}".strip() for section in left]
    return "".join(
        "\n# Where does this belong?\n"
        + "".join(f"# {line}".rstrip() + "\n" for line in text.split("\n"))
        for text in lines
    )
