"""The bytes of a file that somebody wrote elsewhere, as text, or a sentence that says why not."""

from __future__ import annotations

import codecs
import re

from ..messages import sentences

BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
KINDS = (
    (b"%PDF", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a packed file, such as one of LibreOffice"),
)
"""How files begin that are no text."""
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
"""What no text holds."""
MAX_DAMAGED = 5
"""How many of these a damaged text may hold, however short it is."""


class SourceError(Exception):
    """A file from which nothing can be taken over; the words say why."""


def text(raw: bytes, name: str) -> str:
    """The text of a file in the encodings that word processors and terminals write.

    Raises SourceError for a file of another kind.
    """
    for start, kind in KINDS:
        if raw.startswith(start):
            raise SourceError(sentences("source-file/kind", path=name, kind=kind))
    found = _decoded(raw)
    if len(NO_TEXT.findall(found)) > max(MAX_DAMAGED, len(found) // 50):
        raise SourceError(sentences("source-file/kind", path=name, kind="no text"))
    return found


def _decoded(raw: bytes) -> str:
    if raw.startswith(BOMS):
        return raw.decode("utf-16", "replace").removeprefix("\ufeff")
    if raw.count(0) * 4 > len(raw):
        return raw.decode(_without_mark(raw), "replace")
    raw = raw.replace(b"\0", b"")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _without_mark(raw: bytes) -> str:
    """UTF-16 without its mark: plain letters have an empty byte on one side, so about half of all
    bytes are empty.
    """
    return "utf-16-le" if raw[1::2].count(0) >= raw[::2].count(0) else "utf-16-be"
