"""Two generations of a site share what did not change, and never a write."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

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
