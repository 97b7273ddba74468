"""A small project for tests that build often: a few real examples, every vocabulary, one
hand-written page.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import build, copy_project
from tests.examples import PICKED

FEW = PICKED[:5]
NAMING = ("related:", "guides:", "key_points:")
"""Fields that name what a small project leaves out."""
LEFT_OUT = (
    "paths.yml",
    "self_review.yml",
    "glossary.yml",
    "key_points.yml",
    "laws.yml",
    "addresses.txt",
    "records.yml",
    "outcomes_data.yml",
)
FOLDERS_LEFT_OUT = ("sessions", "cards", "scenarios", "conversations")


def make(copy: Path) -> Path:
    """Copies the project and leaves little of its data."""
    copy_project(copy)
    data = copy / "examples_data"
    for path in (data / "examples").iterdir():
        if path.stem in FEW:
            path.write_text(_without(path, NAMING), "utf-8")
        else:
            path.unlink()
    for name in LEFT_OUT:
        (data / name).unlink(missing_ok=True)
    for name in FOLDERS_LEFT_OUT:
        shutil.rmtree(data / name, ignore_errors=True)
    levels = data / "vocabulary" / "levels.yml"
    levels.write_text(_without(levels, ("  guides:",)), "utf-8")
    shutil.rmtree(copy / "docs")
    (copy / "docs").mkdir()
    (copy / "docs" / "index.md").write_text(
        "---\ntitle: Home\nsummary: A small site.\n---\n\n[All](page:examples)\n", "utf-8"
    )
    return copy


def built(copy: Path, *options: str) -> Path:
    """A small project that has been built."""
    done = build(make(copy), *options)
    assert done.returncode == 0, done.stderr + done.stdout
    return copy


def _without(path: Path, starts: tuple[str, ...]) -> str:
    return "".join(
        line
        for line in path.read_text("utf-8").splitlines(keepends=True)
        if not line.startswith(starts)
    )


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }
