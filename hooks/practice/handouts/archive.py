"""Zip files whose bytes depend on their content alone: fixed dates, fixed rights, the order that
was given.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import IO

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip file can name. A file gives its own day inside."""


def pack(members: Iterable[tuple[str, bytes]], level: int = 9) -> bytes:
    """A zip file of some members, in their order; `level` is how hard to compress, from 1 to 9."""
    out = io.BytesIO()
    pack_to(out, members, level)
    return out.getvalue()


def pack_to(out: str | IO[bytes], members: Iterable[tuple[str, bytes]], level: int) -> None:
    """The same, written at a path or into an open file."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, raw in members:
            archive.writestr(_entry(name), raw)


def steady(raw: bytes) -> bytes:
    """A zip file that another library wrote, without the time at which it did."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return pack([(name, archive.read(name)) for name in archive.namelist()])


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
