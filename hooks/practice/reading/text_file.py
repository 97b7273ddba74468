"""A file of text: its bytes, its characters, and what is wrong at a line and a column."""

from __future__ import annotations

import os
import re
import stat

from ..messages import format_message, rule_of
from ..model import Problem

MAX_FILE_BYTES = 64 * 1024
MAX_LIST_BYTES = 1024 * 1024
"""The most for a file that holds a whole list, such as the bibliography: the library keeps it, no
contributor sends it.
"""
HARD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
HARD_SPACE = re.compile(
    rf"(?m)(?:^ *(?:- *)?(?:[A-Za-z_]+:)? *(?P<begin>[{HARD_SPACES}]+)"
    rf"|^ *(?:- *)?[A-Za-z_]+: .*?(?P<end>[{HARD_SPACES}]+)$)"
)
"""Hard spaces where YAML needs plain ones or no space: word processors and phones write them, and
nobody sees the difference.
"""
ANY_HARD_SPACE = re.compile(f"[{HARD_SPACES}]")
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff"
    + "".join(
        chr(end + last) for end in range(0x10000, 0xF0000, 0x10000) for last in (0xFFFE, 0xFFFF)
    )
    + "\U000f0000-\U0010ffff]"
)
"""Characters that a reader cannot see, or that each font shows in its own way (private use).

The joiners U+200C and U+200D and the emoji selector U+FE0F stay: scripts and emoji need them.
"""
JOINERS = "\u200c\u200d"
LATIN = "0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff"
JOINED = re.compile(f"(?<=[{LATIN} ])[{JOINERS}](?=[{JOINERS}]*[{LATIN} ])")
"""A joiner where nothing needs one: between Latin letters or digits it only hides a word."""


SHOWN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
"""The ASCII characters that a reader can see, with the space, the tab and the ends of lines."""


class ReadError(Exception):
    """The file cannot be read as one plain document."""

    def __init__(self, line: int, column: int, key: str, **values: object):
        """`key` names the message, and `values` fill it."""
        self.line, self.column, self.rule = line, column, rule_of(key)
        self.message, self.hint = format_message(key, **values)
        super().__init__(self.message)

    def problem(self, path: str) -> Problem:
        """The fault as a problem of a file."""
        return Problem(path, self.line, self.column, self.rule, self.message, self.hint)


def read_bytes(path: str, name: str, largest: int = MAX_FILE_BYTES) -> bytes:
    """The bytes of a plain file. A link, a folder or a file that is too large is a fault."""
    info = os.lstat(path)
    if not stat.S_ISREG(info.st_mode):
        raise ReadError(1, 1, "plain-file", name=name)
    if info.st_size > largest:
        raise ReadError(1, 1, "file-size", size=f"{info.st_size:,}", most=f"{largest:,}")
    file = os.open(path, os.O_RDONLY)  # half the calls of `open`, for ten thousand files
    try:
        return os.read(file, largest)
    finally:
        os.close(file)


def decode(raw: bytes) -> str:
    """The text of a file, which must be UTF-8 and hold nothing that cannot be seen."""
    try:
        text = _one_kind_of_line_end(raw.decode("utf-8"))
    except UnicodeDecodeError as err:
        before = _one_kind_of_line_end(raw[: err.start].decode("utf-8"))
        raise ReadError(*position(before, len(before)), "utf-8") from None
    others = non_ascii(raw)
    joined = JOINED.search(text) if not set(JOINERS).isdisjoint(others) else None
    if found := HIDDEN.search(text) if HIDDEN.search(others) else joined:
        raise _hidden(text, found.start(), found[0])
    return text


def non_ascii(raw: bytes) -> str:
    """The characters of a file that are not plain ASCII ones: few, and so quick to look through."""
    return raw.translate(None, SHOWN).decode("utf-8")


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in a text."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _one_kind_of_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _hidden(text: str, at: int, character: str) -> ReadError:
    if at == 0 and character == "\ufeff":
        return ReadError(1, 1, "hidden-character/bom")
    return ReadError(*position(text, at), "hidden-character", code=code_point(character))


def code_point(character: str) -> str:
    """A character as messages name it: ``U+00A0``."""
    return f"U+{ord(character):04X}"
