"""Pagefind's index in smaller files: a reader loads the files of the words that are asked for, and
as Pagefind cuts them each holds fifty others.

An index file is an array in an array of words, sorted; the meta file lists the first and the last
word of each file.
Both are CBOR, gzipped behind a signature. Words are moved as they stand: nothing is read but where
they begin and end.
Pages and files get names that say what they are and that weigh little, since the meta file lists
them all.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping

from ..digest import digest

SIGNATURE = b"pagefind_dcd"
MOST = 4_000
"""Bytes of words in a file before it is gzipped; a word that has more stands alone."""
FAMILY = 4
"""Words that begin with the same letters stay together, since Pagefind looks for longer forms of a
word beside it.
"""
NAME = 8
LONG = {24: 1, 25: 2, 26: 4, 27: 8}
TEXT, ARRAY = 3, 4
WORD = re.compile(rb"(?=\x83(?:[\x60-\x77]|\x78.))", re.DOTALL)
"""How the item of a word begins: an array of three, and first a text.

A number may look like it, too.
"""


class UnknownForm(Exception):
    """The files are not of the form that is known here."""


def cut(folder: str, tag: str, names: Mapping[str, str]) -> list[str]:
    """Cuts the index in a folder anew, and gives its pages and files new names.

    `tag` stands in all names, so that no browser takes a file that it kept for one of another
    index. `names` gives the
    new name of each page by the one that Pagefind gave it. What comes back are the words that more
    than half of the pages have.
    """
    common = []
    entry_path = os.path.join(folder, "pagefind-entry.json")
    with open(entry_path, encoding="utf-8") as file:
        entry = json.load(file)
    for language in entry["languages"].values():
        language["hash"], usual = _cut(folder, language["hash"], tag, names)
        common += usual
    with open(entry_path, "w", encoding="utf-8") as file:
        json.dump(entry, file, separators=(",", ":"))
    return common


def _cut(folder: str, meta: str, tag: str, names: Mapping[str, str]) -> tuple[str, list[str]]:
    """Cuts the index of one language; the new name of its meta file, and the words that are
    common.
    """
    place = os.path.join(folder, f"pagefind.{meta}.pf_meta")
    raw = unpack(place)
    version, pages, files, *rest = parts(raw, 0)
    prefix = f"{meta.partition('_')[0]}_{tag}"
    named = [_name(folder, raw, page, prefix, names) for page in parts(raw, pages[0])]
    words = list(_words(folder, raw, files))
    chunks = [_store(folder, f"{prefix}_{n}", some) for n, some in enumerate(groups(words))]
    packed = pack(
        array(
            [
                raw[slice(*version)],
                array(named),
                array(chunks),
                *(raw[slice(*part)] for part in rest),
            ]
        )
    )
    name = f"{prefix}_{digest(packed).hex()[:NAME]}"
    os.unlink(place)
    with open(os.path.join(folder, f"pagefind.{name}.pf_meta"), "wb") as file:
        file.write(packed)
    return name, [word for word, known in words if _pages(known) > len(named) / 2]


def _name(
    folder: str, raw: bytes, page: tuple[int, int], prefix: str, names: Mapping[str, str]
) -> bytes:
    """Renames the file of a page; how the meta file tells of the page: its name, and the rest as it
    stands.
    """
    name, *rest = parts(raw, page[0])
    old = text(raw, name[0])
    new = f"{prefix}_{names[old]}"
    os.rename(*(os.path.join(folder, "fragment", f"{name}.pf_fragment") for name in (old, new)))
    return array([string(new), *(raw[slice(*part)] for part in rest)])


def _words(folder: str, raw: bytes, files: tuple[int, int]) -> Iterator[tuple[str, bytes]]:
    """Every word of the index with what is known of it, in order.

    Files that have been read are gone.
    """
    for chunk in parts(raw, files[0]):
        *_, name = parts(raw, chunk[0])
        place = os.path.join(folder, "index", f"{text(raw, name[0])}.pf_index")
        index = unpack(place)
        os.unlink(place)
        for start, end in _places(index):
            yield text(index, head(index, start)[2]), index[start:end]


def _places(index: bytes) -> list[tuple[int, int]]:
    """(start, end) of each word of a file.

    Every word looks like WORD, so where as many look like it as there are, they are the words.
    """
    _, number, first = head(index, head(index, 0)[2])
    found = [match.start() for match in WORD.finditer(index, first)]
    if len(found) != number or found[0] != first:
        return parts(index, head(index, 0)[2])
    return list(zip(found, [*found[1:], len(index)], strict=True))


def _pages(known: bytes) -> int:
    """How many pages have a word: after the word stands an array of them."""
    return head(known, end_of(known, head(known, 0)[2]))[1]


def groups(words: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """The words of each file. Families are never parted."""
    group: list[tuple[str, bytes]] = []
    size = 0
    for word, known in words:
        if group and size + len(known) > MOST and not _related(group[-1][0], word):
            yield group
            group, size = [], 0
        group.append((word, known))
        size += len(known)
    if group:
        yield group


def _related(before: str, word: str) -> bool:
    return word.startswith((before, before[:FAMILY]))


def _store(folder: str, name: str, words: list[tuple[str, bytes]]) -> bytes:
    """Writes a file of words; how the meta file names it: its first word, its last word, its
    name.
    """
    packed = pack(array([array([known for _, known in words])]))
    with open(os.path.join(folder, "index", f"{name}.pf_index"), "wb") as file:
        file.write(packed)
    return array([string(words[0][0]), string(words[-1][0]), string(name)])


# ---------- CBOR, as much of it as is used


def unpack(path: str) -> bytes:
    """What a file holds behind its signature."""
    with open(path, "rb") as file:
        raw = gzip.decompress(file.read())
    if not raw.startswith(SIGNATURE):
        raise UnknownForm(path)
    return raw[len(SIGNATURE) :]


def pack(raw: bytes) -> bytes:
    """The bytes of a file that holds this."""
    return gzip.compress(SIGNATURE + raw, 9, mtime=0)


def head(raw: bytes, at: int) -> tuple[int, int, int]:
    """(kind, number, where its contents begin) of the item at a place."""
    kind, number = raw[at] >> 5, raw[at] & 31
    if number < min(LONG):
        return kind, number, at + 1
    if number not in LONG:
        raise UnknownForm(f"an item of kind {kind} without a length")
    end = at + 1 + LONG[number]
    return kind, int.from_bytes(raw[at + 1 : end], "big"), end


def end_of(raw: bytes, at: int) -> int:
    """Where the item at a place ends."""
    kind, number, at = head(raw, at)
    if kind == ARRAY:
        for _ in range(number):
            at = end_of(raw, at)
    elif kind == TEXT:
        at += number
    elif kind > TEXT:
        raise UnknownForm(f"an item of kind {kind}")
    return at


def parts(raw: bytes, at: int) -> list[tuple[int, int]]:
    """(start, end) of each item of the array at a place."""
    kind, number, at = head(raw, at)
    if kind != ARRAY:
        raise UnknownForm(f"an item of kind {kind} in place of an array")
    found = []
    for _ in range(number):
        end = end_of(raw, at)
        found.append((at, end))
        at = end
    return found


def text(raw: bytes, at: int) -> str:
    """The text at a place."""
    _, number, start = head(raw, at)
    return raw[start : start + number].decode()


def string(words: str) -> bytes:
    """A text as an item."""
    raw = words.encode()
    return _head(TEXT, len(raw)) + raw


def array(items: list[bytes]) -> bytes:
    """Items as an array."""
    return _head(ARRAY, len(items)) + b"".join(items)


def _head(kind: int, number: int) -> bytes:
    if number < min(LONG):
        return bytes([kind << 5 | number])
    code, width = next((code, width) for code, width in LONG.items() if number < 1 << 8 * width)
    return bytes([kind << 5 | code]) + number.to_bytes(width, "big")
