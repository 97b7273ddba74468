"""Two generations of a site share what did not change, and never a write."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.conftest import ROOT

from practice.application import publish as publishing
from practice.application.publish import publish
from practice.digest import digest
from practice.rendering.output import Output


def outputs(contents: Mapping[str, str]) -> Iterator[Output]:
    for path, text in contents.items():
        yield Output(path, digest(text.encode()), lambda text=text: text.encode())


def shown(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three pages, published once."""
    publish(str(tmp_path / "site"), outputs(THREE))
    return tmp_path / "site"


THREE = {"index.html": "home", "a/index.html": "a", "b/index.html": "b"}


def test_the_second_build_writes_nothing(site: Path) -> None:
    done = publish(str(site), outputs(THREE))
    assert (done.written, done.removed, done.files) == (0, 0, 3)
    assert shown(site) == THREE


def test_the_second_build_writes_only_what_changed(site: Path) -> None:
    changed = {**THREE, "a/index.html": "new"}
    assert publish(str(site), outputs(changed)).written == 1
    assert shown(site) == changed


def test_a_change_leaves_the_older_generation_as_it_was(site: Path) -> None:
    publish(str(site), outputs({**THREE, "a/index.html": "new"}))
    assert shown(site.parent / ".site-before" / "stage") == THREE


def test_what_the_site_has_already_is_not_made_again_for_the_older_generation(site: Path) -> None:
    publish(str(site), outputs(THREE))
    new = {path: f"new {text}" for path, text in THREE.items()}
    assert publish(str(site), outputs(new)).written == 3
    assert publish(str(site), outputs(new)).written == 0
    assert shown(site) == shown(site.parent / ".site-before" / "stage") == new


def test_what_the_site_has_lost_is_made_again(site: Path) -> None:
    new = {path: f"new {text}" for path, text in THREE.items()}
    publish(str(site), outputs(new))
    (site / "a" / "index.html").unlink()
    assert publish(str(site), outputs(new)).written == 1
    assert shown(site) == new


def test_a_page_that_is_gone_goes_from_one_generation_after_the_other(site: Path) -> None:
    fewer = {path: text for path, text in THREE.items() if path != "b/index.html"}
    for _ in range(3):
        publish(str(site), outputs(fewer))
        assert shown(site) == fewer
        assert not (site / "b").exists()


def test_a_file_system_without_links_gets_copies(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert publish(str(site), outputs(THREE)).written == 3
    assert shown(site) == THREE


def test_pages_go_back_and_forth_and_the_site_is_always_the_last_build(site: Path) -> None:
    for turn in range(6):
        now = {
            **THREE,
            "a/index.html": f"turn {turn % 3}",
            **({"c/d/index.html": "c"} if turn % 2 else {}),
        }
        publish(str(site), outputs(now))
        assert shown(site) == now


def test_another_folder_in_the_place_of_the_site_is_not_taken_for_it(site: Path) -> None:
    info = site.stat()
    for path in sorted(site.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for path, text in THREE.items():  # the inode is the same, as it often is after rm and mkdir
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(f"other {text}")
    assert site.stat().st_ino == info.st_ino
    os.utime(site, ns=(info.st_atime_ns, info.st_mtime_ns + 1))
    publish(str(site), outputs({**THREE, "c/index.html": "c"}))
    publish(str(site), outputs({**THREE, "c/index.html": "d"}))
    assert shown(site) == {**THREE, "c/index.html": "d"}


def test_a_site_that_is_a_link_changes_the_folder_that_it_leads_to(tmp_path: Path) -> None:
    for there, name in ((True, "www"), (False, "later")):
        if there:
            (tmp_path / name).mkdir()
        link = tmp_path / f"link-to-{name}"
        link.symlink_to(name)
        for turn in range(3):
            now = {**THREE, "a/index.html": f"turn {turn}"}
            publish(str(link), outputs(now))
            assert link.is_symlink()
            assert shown(tmp_path / name) == now


MOUNTED = """
import os, sys
from tests.test_publishing import THREE, outputs, shown
from practice.application.publish import publish
from pathlib import Path
site = Path(sys.argv[1])
(site / "left").mkdir()
(site / "left" / "over.html").write_text("a story that was withdrawn")
for turn in range(3):
    now = {**THREE, "a/index.html": f"turn {turn}", **({"c/d.html": "c"} if turn % 2 else {})}
    done = publish(str(site), outputs(now), spare=sys.argv[2])
    assert shown(site) == now, shown(site)
    assert not (site / "left").exists()
assert publish(str(site), outputs(now), spare=sys.argv[2]).written == 0
"""


@pytest.mark.parametrize(
    "mount",
    [
        "mount -t tmpfs none {site}",
        "mkdir {top}/volume && mount --bind {top}/volume {site}",
        "mount --bind {top} {top} && mount -t tmpfs none {site} && mount -o remount,ro,bind {top}",
    ],
    ids=["another file system", "a folder of the same one", "in a folder that takes no file"],
)
def test_a_site_that_is_a_mount_point_is_brought_up_to_date_in_place(
    tmp_path: Path, mount: str
) -> None:
    top, spare = tmp_path / "top", tmp_path / "spare"
    (top / "site").mkdir(parents=True)
    spare.mkdir()
    inside(mount.format(top=top, site=top / "site"), MOUNTED, str(top / "site"), str(spare))
    assert [*(top / "site").iterdir()] == []


LEFT = """
import sys
from tests.test_publishing import THREE, outputs, shown
from practice.application.publish import publish
from pathlib import Path
site = Path(sys.argv[1])
publish(str(site), outputs({**THREE, "a/index.html": "new"}), spare=sys.argv[2])
assert shown(site) == {**THREE, "a/index.html": "new"}
"""


def test_an_older_generation_in_a_folder_that_takes_no_file_is_left_there(tmp_path: Path) -> None:
    """It was made before the folder became read-only."""
    top, spare, volume = tmp_path / "top", tmp_path / "spare", tmp_path / "volume"
    for folder in (top / "site", spare, volume):
        folder.mkdir(parents=True)
    publish(str(top / "site"), outputs(THREE))
    mount = f"mount --bind {top} {top} && mount --bind {volume} {top}/site"
    inside(f"{mount} && mount -o remount,ro,bind {top}", LEFT, str(top / "site"), str(spare))


def inside(mount: str, code: str, *arguments: str) -> None:
    """Runs code in a process that alone sees what was mounted; skips where none may."""
    unshare = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    try:
        subprocess.run([*unshare, "mount -t tmpfs none /mnt"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine lets nobody mount: a site on a mount point is not tested")
    done = subprocess.run(
        [*unshare, f'{mount} && exec "$@"', "sh", sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_what_stops_while_a_mount_point_is_filled_is_made_good(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EBUSY, "busy")

    monkeypatch.setattr(publishing, "exchange", refuse)
    with monkeypatch.context() as patch, pytest.raises(OSError, match="full"):
        patch.setattr(publishing, "parts_of_file", full)
        publish(str(site), outputs({**THREE, "a/index.html": "new"}))
    fewer = {"index.html": "home"}
    publish(str(site), outputs(fewer))
    assert shown(site) == fewer


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "full")
