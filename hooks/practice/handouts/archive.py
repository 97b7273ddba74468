"""Zip files whose bytes depend on their content alone: fixed dates, fixed rights, the order that
was given.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import IO

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip file can name. A file gives its own day inside."""
ZIP_EPOCH_PACKED = b"\0\0\x21\0"
"""`ZIP_EPOCH` as it stands in a zip file."""
TIME_IN_HEAD, TIME_IN_LIST, LINE = 10, 12, 46
"""Bytes: where the head of a member and its line in the list at the end of a zip file have their
time, and the length of such a line without its name and notes.
"""


def zip_bytes(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file of some members, in their order."""
    out = io.BytesIO()
    write_zip(out, members)
    return out.getvalue()


def write_zip(
    out: str | IO[bytes], members: Iterable[tuple[str, bytes]], level: int | None = None
) -> None:
    """Writes a zip file of some members at a path or into an open file. `level` is zlib's, 1 to 9;
    None is zlib's own, 6.
    """
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in members:
            archive.writestr(_entry(name), raw, compresslevel=level)


def with_fixed_times(raw: bytes) -> bytes:
    """A zip file of another library, the time of every member overwritten by the earliest one, so
    that equal input gives equal bytes. Nothing is compressed again.
    """
    out = bytearray(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        line = archive.start_dir
        for entry in archive.infolist():
            for at in (entry.header_offset + TIME_IN_HEAD, line + TIME_IN_LIST):
                out[at : at + len(ZIP_EPOCH_PACKED)] = ZIP_EPOCH_PACKED
            line += LINE + len(entry.orig_filename.encode()) + len(entry.extra + entry.comment)
    return bytes(out)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
