"""What lies in the folders of a project: plain files of known types, and nothing that leads out.

MkDocs publishes whatever lies in docs/, follows links and waits for a pipe, so every path is looked
at, with lstat, before it runs.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator

from ..kinds import KINDS
from ..messages import problem
from ..model import Problem
from . import document, ignored_files, text_file
from .text_file import ReadError

Show = Callable[[str], str]
"""A path as a message shows it."""
PAGES, PICTURES = (".md",), (".png", ".webp", ".jpg")
DATA = "about/accessibility-results.yml"
"""The one file of another type below docs/: `make accessibility` writes it."""
SHELLS = "practice-shell"
"""How the names of pages begin that the build adds and does not publish."""
NOT_DATA = {"addresses.txt", "_template.yml"}
"""Files of the data folder that hold no things."""
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SIGNATURES = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
}
"""How the bytes of a picture of each type begin."""
MAX_PICTURE_BYTES = 1024 * 1024


def docs_problems(folder: str, show: Show = str) -> Iterator[Problem]:
    """Problems of the files below docs/, in the order of their paths."""
    for path, info in _walk(folder):
        display, relative = show(path), os.path.relpath(path, folder).replace(os.sep, "/")
        if not _is_plain(info):
            yield problem(display, 1, 1, "plain-file/folder", name=display)
        elif relative == DATA:
            yield from _data_problems(path, display)
        elif relative.startswith(SHELLS):
            yield problem(display, 1, 1, "docs-files/own", begin=SHELLS)
        elif stat.S_ISREG(info.st_mode):
            yield from _file_problems(path, display, info.st_size)
        elif stat.S_ISDIR(info.st_mode) and not NAME.fullmatch(os.path.basename(path)):
            yield problem(display, 1, 1, "docs-files/name")


def _data_problems(path: str, display: str) -> Iterator[Problem]:
    try:
        value = document.read(text_file.read_bytes(path, os.path.basename(path)), display).value
    except ReadError as fault:
        yield fault.problem(display)
        return
    results = value if isinstance(value, dict) else {}
    lists = all(isinstance(results.get(name), list) for name in ("pages", "states"))
    if not lists or not DAY.fullmatch(str(results.get("tested_on"))):
        yield problem(display, 1, 1, "shape/results")


def problems(folder: str, show: Show = str) -> Iterator[Problem]:
    """Links, pipes and devices below any other folder of the project, and the folder itself."""
    for path, info in _walk(folder):
        if not _is_plain(info):
            yield problem(show(path), 1, 1, "plain-file/folder", name=show(path))


def unread_files(data: str, show: Show = str) -> Iterator[Problem]:
    """A note for each file of the data that nothing reads where it lies: without one it would seem
    to be checked. A folder of things tells of its own files.
    """
    homes = {kind.file for kind in KINDS.values() if kind.file}
    folders = tuple(sorted(home for home in homes if home.endswith("/")))
    for path in ignored_files.files(data, (".yml", ".yaml", ".txt")):
        file = os.path.relpath(path, data).replace(os.sep, "/")
        if file not in homes | NOT_DATA and not file.startswith(folders):
            yield problem(show(path), 1, 1, "unread-file", "note", folders=", ".join(folders))


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every path below a folder with its lstat, the folder's own first. What editors and systems
    leave is passed over, with links that lead nowhere, as an editor leaves them while somebody
    writes. No link is followed.
    """
    try:
        info = os.lstat(folder)
    except OSError:
        return
    yield folder, info
    if stat.S_ISDIR(info.st_mode):
        for name in sorted(os.listdir(folder)):
            if not _is_passed_over(os.path.join(folder, name)):
                yield from _walk(os.path.join(folder, name))


def _is_passed_over(path: str) -> bool:
    info = os.lstat(path)
    leads_nowhere = stat.S_ISLNK(info.st_mode) and not os.path.exists(path)
    return ignored_files.is_ignored(os.path.basename(path)) and (_is_plain(info) or leads_nowhere)


def _is_plain(info: os.stat_result) -> bool:
    return stat.S_ISREG(info.st_mode) or stat.S_ISDIR(info.st_mode)


def _file_problems(path: str, display: str, size: int) -> Iterator[Problem]:
    stem, suffix = os.path.splitext(os.path.basename(path))
    if suffix not in (*PAGES, *PICTURES):
        key = "docs-files/type" if suffix else "docs-files/no-ending"
        types = {"pages": PAGES[0], "pictures": ", ".join(PICTURES)}
        yield problem(display, 1, 1, key, suffix=repr(suffix), **types)
    elif not NAME.fullmatch(stem):
        yield problem(display, 1, 1, "docs-files/name")
    elif suffix in PICTURES:
        yield from _picture_problems(path, display, suffix, size)


def _picture_problems(path: str, display: str, suffix: str, size: int) -> Iterator[Problem]:
    if size > MAX_PICTURE_BYTES:
        most = f"{MAX_PICTURE_BYTES:,}"
        yield problem(display, 1, 1, "file-size/picture", size=f"{size:,}", most=most)
        return
    with open(path, "rb") as file:
        begin = file.read(16)
    if not SIGNATURES[suffix].match(begin):
        yield problem(display, 1, 1, "docs-files/picture", suffix=suffix)
