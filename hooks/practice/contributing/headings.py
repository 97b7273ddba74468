"""What somebody wrote under headings, in a Word file, a text file or an issue, as the values of an
example.

Neighbours: names.py knows what words mean, write.py makes the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..checking.rules import AGREEMENT
from ..messages import sentences
from ..model import STORY_FIELDS
from ..reading.schema import json_schema
from . import questions, source_file, word_file, write
from .autofix_values import day
from .names import Names, slugify
from .source_file import SourceError
from .years import period


class Section(NamedTuple):
    """A heading, and the text under it."""

    heading: str
    text: str


CONSENT = ("basis", *AGREEMENT)
MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_UNPACKED_BYTES = 20 * 1024 * 1024
"""The most for a file to take over, and for all that a Word file unpacks to."""
NO_ANSWER = "_No response_"
TICKED = re.compile(r"^\s*[-*] \[(.?)\] (.+)$", re.MULTILINE)
MARKED = re.compile(r"^(?:#{1,6}\s+(.+?)\s*#*|(.{2,60}?):?)\s*$")


def paths() -> dict[str, str]:
    """Headings in slugify letters, each with the path of its field."""
    known = {slugify(words): path for words, path in questions.INNER_HEADINGS.items()}
    known |= {slugify(questions.label(field)): f"consent.{field}" for field in CONSENT}
    for name in json_schema()["properties"]:
        all_words = (name, questions.label(name), *questions.HEADINGS.get(name, ()))
        known |= {slugify(words): name for words in all_words}
    return known


def read(path: Path) -> list[Section]:
    """The sections of a Word file, or of a text file. Raises `SourceError`."""
    raw = path.read_bytes()
    if len(raw) > MAX_FILE_BYTES:
        raise SourceError(f"{path} has {len(raw):,} bytes; {MAX_FILE_BYTES:,} is the most.")
    if path.suffix.lower() != ".docx" and not _is_word(raw):
        return sections(source_file.text(raw, str(path)))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > MAX_UNPACKED_BYTES:
            raise SourceError(f"{path} is too large when it is unpacked.")
        return _word(raw)
    except SourceError:
        raise
    except Exception:  # python-docx lets through whatever a damaged part makes its parsers raise
        raise SourceError(sentences("source-file/word", path=path)) from None


def _is_word(raw: bytes) -> bool:
    """Whether a file is a Word file under another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return "word/document.xml" in packed.namelist()
    except (zipfile.BadZipFile, NotImplementedError):
        return False


def sections(text: str) -> list[Section]:
    """The sections of a text.

    A line is a heading when it is marked as one, or when it is the name of a field alone.
    """
    known = paths()
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in text.replace("\r\n", "\n").split("\n"):
        marked = MARKED.match(line)
        words = (marked[1] or marked[2] or "") if marked else ""
        if marked and (marked[1] or slugify(words) in known):
            found.append((words, []))
        else:
            found[-1][1].append(line)
    return [
        Section(heading, "\n".join(lines).strip())
        for heading, lines in found
        if heading or "".join(lines).strip()
    ]


def _word(raw: bytes) -> list[Section]:
    known = paths()
    found: list[tuple[str, list[str]]] = [("", [])]
    blocks, notes = word_file.read(raw)
    for block in blocks:
        if isinstance(block, word_file.Paragraph):
            if block.style.startswith(("Heading", "Title")) or slugify(block.words) in known:
                found.append((block.words.rstrip(":"), []))
            else:
                found[-1][1].append(f"- {block.words}" if block.listed else f"{block.words}\n")
        elif any(slugify(row[0]) in known for row in block.rows):
            found += [(row[0], ["\n\n".join(row[1:])]) for row in block.rows]
            found.append(("", []))
        else:
            found[-1][1].append(f"{word_file.as_markdown(block)}\n")
    numbered = [f"[{n}] {note}" for n, note in enumerate(notes, 1)]
    found += [("Notes", numbered)] if notes else []
    return [
        Section(heading, "\n".join(lines).replace("\n\n-", "\n-").strip())
        for heading, lines in found
        if heading or lines
    ]


def values(given: list[Section], names: Names) -> tuple[dict[str, Any], list[Section]]:
    """The values of an example, and the sections that no field takes, or not whole.

    A first heading that is no field's name, or a first line, is the title.
    """
    known = paths()
    value: dict[str, Any] = {}
    left: list[Section] = []
    for n, section in enumerate(given):
        path = known.get(slugify(section.heading))
        if section.text == NO_ANSWER or (path and not section.text):
            continue
        if path:
            new, whole = _value(path, section.text, names)
            if _put(value, path, new) and whole:
                continue
        elif n == 0 and _is_title(section):
            value["title"] = section.heading or section.text
            section = Section("", section.text if section.heading else "")
        if section.heading or section.text:
            left.append(section)
    return write.in_order(_whole(value)), left


def _is_title(section: Section) -> bool:
    return bool(section.heading) or "\n" not in section.text


def _put(value: dict[str, Any], path: str, new: Any) -> bool:
    """Gives a field its value. Whether it took it: only a story takes more than one."""
    first, *rest = path.split(".")
    group: Any = value
    if rest:
        group = value.setdefault(first, [{}])[0] if rest[0] == "0" else value.setdefault(first, {})
    name = rest[-1] if rest else first
    if path in STORY_FIELDS and group.get(name):
        new = f"{group[name]}\n\n{new}"
    elif group.get(name) or not new:
        return False
    group[name] = new
    return True


def _whole(value: dict[str, Any]) -> dict[str, Any]:
    return {name: inner for name, inner in value.items() if inner not in ("", [], {}, [{}])}


def _value(path: str, text: str, names: Names) -> tuple[Any, bool]:
    """The value that some words give a field, and whether it says all that they do."""
    if path in STORY_FIELDS:
        return text, True
    if path == "questions":
        return [{"ask": ask, "use": "team"} for ask in _items(text)], True
    if path in ("asks", "easy"):
        return list(_items(text)), True
    if path == "period":
        years, more = period(text)
        return years, not more
    if path in questions.NAMED:
        kind = questions.NAMED[path]
        found = [names.meant(kind, item) or slugify(item) for item in _items(text)]
        if write.non_null(json_schema()["properties"][path]).get("type") == "array":
            return found, True
        return next(iter(found), ""), len(found) < 2
    return _line(path, " ".join(text.split())), True


def _line(path: str, line: str) -> str:
    """The choice or the day that a line means, or the line."""
    choices = questions.OPTIONS.get(path.replace(".0", ""), {})
    for choice, words in choices.items():
        if slugify(line) in (slugify(choice), slugify(words)):
            return choice
    is_day = path.split(".")[-1] in ("agreed_on", "ask_again", "added")
    return (day(line) if is_day else None) or line


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
        + "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())
        for text in lines
    )
