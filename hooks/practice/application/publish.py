"""The site changes at one instant.

Two generations are kept: the one that is served, and the one before it. The older is brought up to
date, file by file,
and then the two names are exchanged. A generation's manifest, path -> key, lies outside it under
the folder's own number;
it is removed before the first write, so a folder without one is not to be trusted and is made anew.
What the other
generation has already is linked, not made again, which is why a file is never written through its
name.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from ..cache import load, store
from ..digest import SIZE
from ..rendering.output import Output

T = TypeVar("T")
AT_FDCWD, RENAME_EXCHANGE = -100, 2
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


@dataclass(frozen=True)
class Published:
    """What changed: files written, files removed, files in all."""

    written: int
    removed: int
    files: int


def manifest(site: str) -> dict[str, bytes]:
    """The key of each file of the site that is served; nothing when they are not known."""
    return load(_manifest(_beside(site), site)) or {}


def stamp(site: str) -> bytes:
    """Stands for the manifest of the site that is served; nothing when it has none."""
    with suppress(OSError), open(_manifest(_beside(site), site), "rb") as file:
        return file.read(SIZE)
    return b""


def publish(
    site: str,
    outputs: Iterable[Output],
    step: Callable[[str], None] = lambda name: None,
    live: Mapping[str, bytes] | None = None,
) -> Published:
    """Brings `site` to the state of `outputs` in one step.

    Whatever stops it, the folder is whole: old or new. `live` is its manifest, for who has it
    already.
    """
    beside = _beside(site)
    stage = os.path.join(beside, "stage")
    step("take the older folder")
    os.makedirs(beside, exist_ok=True)
    live = manifest(site) if live is None else live
    before = _take(beside, stage)
    step("fill and write")
    keys, written = _update(
        stage,
        before,
        outputs,
        lambda output: live.get(output.path) == output.key and _linked(site, stage, output.path),
    )
    step("keep the manifest")
    store(_manifest(beside, stage), keys)
    step("exchange")
    exchange(stage, site)
    step("done")
    _forget(beside, site, stage)
    return Published(written, len(live.keys() - keys.keys()), len(keys))


def publish_in_place(site: str, outputs: Iterable[Output], before: dict[str, bytes]) -> Published:
    """For the preview, whose server holds the folder open: writes what changed.

    `before` is brought up to date.
    """
    kept = {path: key for path, key in before.items() if os.path.exists(os.path.join(site, path))}
    keys, written = _update(site, kept, outputs)
    removed = len(before.keys() - keys.keys())
    before.clear()
    before.update(keys)
    return Published(written, removed, len(keys))


def _take(beside: str, stage: str) -> dict[str, bytes]:
    """The manifest of the older generation, which from now on is not to be trusted; an empty folder
    if it has none.
    """
    name = _manifest(beside, stage)
    before = load(name)
    if not before:
        shutil.rmtree(stage, ignore_errors=True)
        os.makedirs(stage)
        return {}
    os.unlink(name)
    return dict(before)


def _linked(site: str, stage: str, path: str) -> bool:
    """Whether a folder now shares a file with the site: what the site has already is not made
    again.
    """
    try:
        _place(os.path.join(stage, path), lambda new: os.link(os.path.join(site, path), new))
    except OSError:
        return False
    return True


def _update(
    stage: str,
    before: dict[str, bytes],
    outputs: Iterable[Output],
    shared: Callable[[Output], bool] = lambda output: False,
) -> tuple[dict[str, bytes], int]:
    """The manifest of a folder that was brought to the state of `outputs`, and how many files were
    made for it. `shared` may bring one in from elsewhere.
    """
    keys: dict[str, bytes] = {}
    written = 0
    for output in outputs:
        if keys.setdefault(output.path, output.key) is not output.key:
            raise ValueError(f"two pages want the address {output.path}")
        if before.get(output.path) != output.key and not shared(output):
            _write(os.path.join(stage, output.path), output.make())
            written += 1
    for path in before.keys() - keys.keys():
        _remove(stage, path)
    return keys, written


def _write(path: str, data: bytes) -> None:
    """Writes a new file in place of an old one, of which another generation may hold a name."""
    file = _place(path, lambda new: os.open(new, NEW, 0o666))
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _place(path: str, put: Callable[[str], T]) -> T:
    """What `put` gives for a path at which nothing stands, in a folder that does."""
    try:
        return put(path)
    except FileExistsError:
        os.unlink(path)
    except FileNotFoundError:
        _stand(os.path.dirname(path))
    return put(path)


def _stand(folder: str) -> None:
    """Makes a folder, and those around it where it must: most often they are there."""
    try:
        os.mkdir(folder)
    except FileNotFoundError:
        os.makedirs(folder)


def _remove(stage: str, path: str) -> None:
    """Removes a file and the folders that it leaves empty."""
    full = os.path.join(stage, path)
    if os.path.exists(full):
        os.unlink(full)
    folder = os.path.dirname(full)
    while folder != stage and not os.listdir(folder):
        os.rmdir(folder)
        folder = os.path.dirname(folder)


def _beside(site: str) -> str:
    """Where the other generation lies."""
    return os.path.join(os.path.dirname(site), f".{os.path.basename(site)}-before")


def _manifest(beside: str, folder: str) -> str:
    """Where the manifest of a folder lies, by the folder's number: it follows the folder through an
    exchange of names.
    """
    try:
        info = os.stat(folder)
    except FileNotFoundError:
        return os.path.join(beside, "manifest-none")
    return os.path.join(beside, f"manifest-{info.st_dev:x}-{info.st_ino:x}")


def _forget(beside: str, *folders: str) -> None:
    """Removes manifests of folders that are gone."""
    wanted = {_manifest(beside, folder) for folder in folders} | {os.path.join(beside, "stage")}
    for name in os.listdir(beside):
        if os.path.join(beside, name) not in wanted:
            os.unlink(os.path.join(beside, name))


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
        _two_renames(stage, site)


def _renameat2(stage: str, site: str) -> None:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        raise OSError(errno.ENOSYS, "renameat2")
    if call(AT_FDCWD, os.fsencode(stage), AT_FDCWD, os.fsencode(site), RENAME_EXCHANGE):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def _two_renames(stage: str, site: str) -> None:
    aside = f"{stage}-aside"
    os.rename(site, aside)
    os.rename(stage, site)
    os.rename(aside, stage)
