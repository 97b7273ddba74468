"""Publishes a site in one step: whatever stops it, the folder is whole, old or new.

Two generations of the site exist: the one that is served and the one before it. The older is
brought up to date, and then the two exchange their names. A generation's manifest, path -> key, is
named by the folder's inode and time, so it follows the folder through the exchange, and is not that
of another folder which somebody put there. It is deleted before the first write: a folder without a
manifest is incomplete, and is built from nothing. Files that both generations have are hard links,
so a file is replaced, never written to.

A folder whose name cannot be exchanged, such as a mount point, is brought up to date file by file.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from ..cache import load, store
from ..digest import digest
from ..rendering.output import Output, Parts, parts_of_file

AT_FDCWD, RENAME_EXCHANGE = -100, 2
EXCHANGE_REFUSED = (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS)
"""The errno of a rename where a folder's name cannot be exchanged."""
Manifest = dict[str, bytes]
"""The key of each file, by its path."""


@dataclass(frozen=True)
class Published:
    """What changed: files written, files removed, files in all."""

    written: int
    removed: int
    files: int


def publish(
    site: str,
    outputs: Iterable[Output],
    step: Callable[[str], None] = lambda name: None,
    spare: str = "",
) -> Published:
    """Brings `site` to the state of `outputs` in one step. A link is followed: its target changes.

    `spare` is a folder for the older generation where the folder around `site` takes none.
    """
    site = os.path.realpath(site)
    staging = _staging_folder(site, spare)
    stage = os.path.join(staging, "stage")
    live: Manifest = load(_manifest(staging, site)) or {}

    def link(output: Output) -> bool:
        return live.pop(output.path, b"") == output.key and _link(site, stage, output.path)

    step("claim")
    old = _claim(staging, stage)
    step("write")
    new, written = _update(stage, old, outputs, link)
    step("manifest")
    store(_manifest(staging, stage), new)
    step("exchange")
    try:
        exchange(stage, site)
    except OSError as err:
        if err.errno not in EXCHANGE_REFUSED:
            raise
        _copy_over(staging, stage, site, new)
    step("done")
    _prune(staging, site, stage)
    return Published(written, len(live.keys() - new.keys()), len(new))


def _staging_folder(site: str, spare: str) -> str:
    """A folder for the older generation: beside the site, where names can be exchanged, or else in
    `spare`.
    """
    staging = os.path.join(os.path.dirname(site), f".{os.path.basename(site)}-before")
    try:
        os.makedirs(staging, exist_ok=True)
        if not os.access(staging, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), staging)
    except OSError:
        if not spare:
            raise
        staging = os.path.join(spare, f"before-{digest(site.encode()).hex()}")
        os.makedirs(staging, exist_ok=True)
    return staging


def _copy_over(staging: str, stage: str, site: str, new: Manifest) -> None:
    """Brings a site whose name is fixed to the state of the stage, each file whole. While it is
    incomplete it has no manifest, and then every file in it counts as old.
    """

    def copies() -> Iterable[Output]:
        for path, key in new.items():
            yield Output(path, key, Parts(partial(parts_of_file, os.path.join(stage, path))))

    manifest = _manifest(staging, site)
    live: Manifest = load(manifest) or dict.fromkeys(_paths(site), b"")
    with suppress(FileNotFoundError):
        os.unlink(manifest)
    _update(site, live, copies())
    store(_manifest(staging, site), new)


def _paths(folder: str) -> Iterable[str]:
    """The files and links below a folder."""
    for top, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(top, name))]
        for name in (*names, *links):
            yield os.path.relpath(os.path.join(top, name), folder).replace(os.sep, "/")


def publish_in_place(site: str, outputs: Iterable[Output], manifest: Manifest) -> Published:
    """For the preview, whose server holds the folder open: writes what changed.

    `manifest` is brought up to date.
    """
    there = {path: key for path, key in manifest.items() if os.path.exists(f"{site}/{path}")}
    new, written = _update(site, there, outputs)
    removed = len(manifest.keys() - new.keys())
    manifest.clear()
    manifest.update(new)
    return Published(written, removed, len(new))


def _claim(staging: str, stage: str) -> Manifest:
    """The manifest of the older generation, deleted because the folder is about to change. Without
    one it is `{}`, and the folder is emptied.
    """
    name = _manifest(staging, stage)
    manifest = load(name)
    if not manifest:
        shutil.rmtree(stage, ignore_errors=True)
        os.makedirs(stage)
        return {}
    os.unlink(name)
    return dict(manifest)


def _update(
    folder: str,
    old: Manifest,
    outputs: Iterable[Output],
    link: Callable[[Output], bool] = lambda output: False,
) -> tuple[Manifest, int]:
    """Brings a folder to the state of `outputs`: its manifest, and the number of files written.

    `old` is emptied on the way. `link` may bring a file in from elsewhere.
    """
    new: Manifest = {}
    written = 0
    for output in outputs:
        new[sys.intern(output.path)] = output.key  # manifests that are loaded share their paths
        if old.pop(output.path, b"") != output.key and not link(output):
            _write(os.path.join(folder, output.path), output.parts())
            written += 1
    for path in old:
        _remove(folder, path)
    return new, written


def _write(path: str, parts: Iterable[bytes]) -> None:
    """Writes a new file in place of an old one, of which another generation may hold a link."""
    with _create(path) as file:
        file.writelines(parts)
    if file.name != path:
        os.replace(file.name, path)


def _create(path: str) -> BinaryIO:
    """A new file at the path, or beside it where another is."""
    try:
        return open(path, "xb")
    except FileExistsError:
        return open(f"{path}.new", "wb")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return open(path, "xb")


def _link(site: str, stage: str, path: str) -> bool:
    """Whether a hard link to the site's file could be made in the stage."""
    source, target = os.path.join(site, path), os.path.join(stage, path)
    try:
        try:
            os.link(source, target)
        except FileExistsError:
            os.unlink(target)
            os.link(source, target)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.link(source, target)
    except OSError:
        return False
    return True


def _remove(folder: str, path: str) -> None:
    """Removes a file and the folders that it leaves empty."""
    full = os.path.join(folder, path)
    with suppress(FileNotFoundError):
        os.unlink(full)
    parent = os.path.dirname(full)
    while parent != folder and not os.listdir(parent):
        os.rmdir(parent)
        parent = os.path.dirname(parent)


def _manifest(staging: str, folder: str) -> str:
    try:
        info = os.stat(folder)
    except FileNotFoundError:
        return os.path.join(staging, "manifest-none")
    return os.path.join(staging, f"manifest-{info.st_dev:x}-{info.st_ino:x}-{info.st_mtime_ns:x}")


def _prune(staging: str, *folders: str) -> None:
    wanted = {_manifest(staging, folder) for folder in folders} | {os.path.join(staging, "stage")}
    for name in os.listdir(staging):
        if os.path.join(staging, name) not in wanted:
            os.unlink(os.path.join(staging, name))


def exchange(stage: str, site: str) -> None:
    """Gives each of two folders the other's name, in one step where the system can."""
    if not os.path.lexists(site):
        os.rename(stage, site)
        os.makedirs(stage)
        return
    try:
        _renameat2(stage, site)
    except OSError as err:
        if err.errno not in (errno.ENOSYS, errno.EINVAL):
            raise
        aside = f"{stage}-aside"
        os.rename(site, aside)
        os.rename(stage, site)
        os.rename(aside, stage)


def _renameat2(stage: str, site: str) -> None:
    call = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name != "nt" else None
    )
    if call is None:
        raise OSError(errno.ENOSYS, "renameat2")
    if call(AT_FDCWD, os.fsencode(stage), AT_FDCWD, os.fsencode(site), RENAME_EXCHANGE):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
