"""One strict YAML document: every scalar is text, and every key and item knows its line and column.

The rules are those of YAML 1.2's core schema, less what can surprise: no duplicate keys, anchors,
aliases, merge keys, tags, second documents, or characters that cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from .marks import DocumentMarks, FieldPath, Mark, document_marks
from .text_file import (
    ANY_HARD_SPACE,
    HARD_SPACE,
    HIDDEN,
    JOINED,
    ReadError,
    code_point,
    decode,
    non_ascii,
    position,
)

MAX_DEPTH = 8
COMMENT = re.compile(r"[ \t]+(?P<sign>#)")
ESCAPED = re.compile(rf"[\t\r]|{HIDDEN.pattern}|{JOINED.pattern}")
"""Characters that no escape may make: a tab or a carriage return begins a new field in some formats
that others read.
"""
NOTHING = ("", "~", "null")
"""Plain words that stand for no value."""


@dataclass
class Record:
    """One YAML document as read.

    `value` is made of dict, list, str and None; `marks` has the place of every value and `keys`
    that of every key. Few files have a problem, so both are only worked out when one is asked for.
    """

    path: str
    text: str
    value: Any = None
    is_read: bool = False
    """Whether `value` was read from `text`."""

    @cached_property
    def _document_marks(self) -> DocumentMarks:
        return document_marks(self.text) if self.is_read else DocumentMarks({}, {}, ())

    @property
    def marks(self) -> dict[FieldPath, Mark]:
        return self._document_marks.values

    @property
    def keys(self) -> dict[FieldPath, Mark]:
        return self._document_marks.keys

    def at(self, path: FieldPath) -> Any:
        """The plain value at a path."""
        value = self.value
        for part in path:
            value = value[part]
        return value

    def mark(self, path: FieldPath) -> Mark:
        """The place of a value, or of the nearest thing around it."""
        while path and path not in self.marks and path not in self.keys:
            path = path[:-1]
        return self.marks.get(path) or self.keys.get(path) or Mark(1, 1, 0, len(self.text))

    def find(self, path: FieldPath, snippet: str, nth: int = 0) -> Mark:
        """The place of some words inside a value; the value's own place when they are written
        otherwise there.
        """
        return next(islice(self.find_all(path, snippet), nth, None), self.mark(path))

    def find_all(self, path: FieldPath, snippet: str) -> Iterator[Mark]:
        """Every place of some words inside a value."""
        around = self.mark(path)
        at = self.text.find(snippet, around.start, around.end)
        while snippet and at >= 0:
            yield Mark(*position(self.text, at), at, at + len(snippet))
            at = self.text.find(snippet, at + len(snippet), around.end)


def read(raw: bytes, path: str) -> Record:
    """One document, as `Record`.

    Raises `ReadError`, never anything else, for whatever bytes it is given.
    """
    record = Record(path, decode(raw), is_read=True)
    hard = ANY_HARD_SPACE.search(non_ascii(raw)) and HARD_SPACE.search(record.text)
    if hard:
        at = hard.start(hard.lastgroup or 0)
        code = code_point(record.text[at])
        raise ReadError(*position(record.text, at), "hidden-character/hard-space", code=code)
    builder = _Builder(record)
    try:
        for event in iter(yaml.cyaml.CParser(record.text).get_event, None):
            take = STEPS.get(type(event))
            if take:
                take(builder, event)
    except yaml.YAMLError as err:
        from .yaml_errors import parser_fault  # most files are read without it

        raise parser_fault(err, record.text) from None
    except (RecursionError, ValueError, OverflowError) as err:
        raise ReadError(1, 1, "yaml/unread", error=type(err).__name__) from None
    return record


class _Builder:
    """Puts a document together from the parser's events."""

    def __init__(self, record: Record):
        self.record = record
        self.box: Any = None  # the innermost list or mapping that is open
        self.key: str | None = None  # the name whose value comes next in a mapping
        self.around: list[Any] = []
        self.documents = 0
        self.has_comments = " #" in record.text or "\t#" in record.text
        self.has_escapes = "\\" in record.text or "\t" in record.text

    def _document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _fault(event, "one-document")

    def _refuse(self, event: yaml.Event) -> None:
        raise _fault(event, "no-anchors" if event.anchor else "no-tags")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        text, style = event.value, event.style
        hidden = ESCAPED.search(text) if self.has_escapes and style == '"' else None
        if hidden:
            raise _fault(event, "hidden-character/escape", code=code_point(hidden[0]))
        if self.key is None and type(self.box) is dict:
            self._key(text, event)
        elif style:
            self._put(text, event)
        else:
            if self.has_comments:
                self._refuse_inline_comment(event)
            self._put(None if text in NOTHING else text, event)

    def _refuse_inline_comment(self, event: yaml.ScalarEvent) -> None:
        """What follows " #" is a comment to YAML, and is mostly meant as words of the value."""
        cut = event.value and COMMENT.match(self.record.text, event.end_mark.index)
        if cut:
            column = event.end_mark.column + cut.start("sign") - cut.start() + 1
            raise ReadError(event.end_mark.line + 1, column, "comment-in-line")

    def _key(self, key: str, event: yaml.ScalarEvent) -> None:
        if not key.strip():
            raise _fault(event, "field-name")
        if key == "<<" and not event.style:
            raise _fault(event, "no-merge")
        if key in self.box:
            before = document_marks(self.record.text, event.start_mark.index)
            first = before.keys[(*before.path, key)].line
            raise _fault(event, "duplicate-key", given=repr(key), first=first)
        self.key = key
        self.box[key] = None

    def _put(self, value: Any, event: yaml.Event) -> None:
        """Puts a value where it belongs."""
        if type(self.box) is list:
            self.box.append(value)
        elif self.key is not None:
            self.box[self.key] = value
            self.key = None
        elif self.box is None:
            self.record.value = value
        else:
            raise _fault(event, "field-name/group")

    def _open(self, box: dict[str, Any] | list[Any], event: yaml.CollectionStartEvent) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        if len(self.around) >= MAX_DEPTH:
            raise _fault(event, "too-deep", most=MAX_DEPTH)
        self._put(box, event)
        self.around.append(self.box)
        self.box = box

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        self.box = self.around.pop()


STEPS: dict[type, Callable[[_Builder, Any], object]] = {
    yaml.ScalarEvent: _Builder._scalar,
    yaml.MappingStartEvent: lambda builder, event: builder._open({}, event),
    yaml.SequenceStartEvent: lambda builder, event: builder._open([], event),
    yaml.MappingEndEvent: _Builder._close,
    yaml.SequenceEndEvent: _Builder._close,
    yaml.AliasEvent: _Builder._refuse,
    yaml.DocumentStartEvent: _Builder._document,
}
"""What a builder does at each of the parser's events."""


def _fault(event: yaml.Event, key: str, **values: object) -> ReadError:
    return ReadError(event.start_mark.line + 1, event.start_mark.column + 1, key, **values)
