"""What Zensical lacks today to draw this library: `python -m bench.zensical`.

It draws a copy of the hand-written pages, and of the shells as files since Zensical runs no hooks,
and compares them with what MkDocs draws. It is no gate: its report says what to wait for. It takes
the `zensical` on the path, or else fetches the newest with uv.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from practice.application import project
from practice.rendering.shell import KINDS, Shell, ShellError, mend

from .ours import PROJECT

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MOST = 5
"""Examples that are shown of each kind of finding."""


def main() -> None:
    """Prints the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("docs", "overrides", "hooks", "mkdocs.yml"):
            _copy(Path(PROJECT) / part, folder / part)
        drawn = _mkdocs(folder)
        print(_run(folder, "--version").stdout.strip())
        print(f"shells drawn through hooks: {_shells_drawn(folder)} of {len(KINDS)}")
        for kind in KINDS:
            path = folder / "docs" / kind.source
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(kind.front_matter, "utf-8")
        said = COLOUR.sub("", _build(folder)).strip().splitlines()
        print(f"with the shells as files it ends with: {said[-1] if said else 'nothing'}")
        for line in _compare(drawn, folder / "site"):
            print(line)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _mkdocs(folder: Path) -> Path:
    into = folder / "mkdocs"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={
            **os.environ,
            project.RENDER_INTO: str(into),
            "PYTHONPATH": str(folder / "hooks"),
            "NO_MKDOCS_2_WARNING": "1",
        },
        check=True,
    )
    return into


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    own = shutil.which("zensical")
    program = [own] if own else [sys.executable, "-m", "uv", "tool", "run", "zensical"]
    return subprocess.run([*program, *words], cwd=folder, capture_output=True, text=True)


def _build(folder: Path) -> str:
    shutil.rmtree(folder / "site", ignore_errors=True)
    done = _run(folder, "build", "--config-file", "mkdocs.yml")
    return done.stdout + done.stderr


def _shells_drawn(folder: Path) -> int:
    _build(folder)
    return sum((folder / "site" / kind.rendered).exists() for kind in KINDS)


def _compare(drawn: Path, site: Path) -> Iterator[str]:
    found = Counter[str]()
    shown: dict[str, list[str]] = {}
    for path in sorted(drawn.rglob("*.html")):
        name = path.relative_to(drawn).as_posix()
        what, words = _finding(path, site / name, name)
        found[what] += 1
        shown.setdefault(what, []).append(f"{name}: {words}")
    for what, count in found.most_common():
        yield f"{what}: {count}"
        if what != "the same":
            yield from (f"  {line}" for line in shown[what][:MOST])


def _finding(path: Path, other: Path, name: str) -> tuple[str, str]:
    """What can be said of one page, and the first words of it."""
    if not other.exists():
        return "not drawn", ""
    text = other.read_text("utf-8")
    try:
        Shell(name, text)
    except ShellError as err:
        return "slots lost", str(err)
    ours, theirs = (mend(page).split("\n") for page in (path.read_text("utf-8"), text))
    lines = [line for line in difflib.ndiff(ours, theirs) if line[:2] in ("- ", "+ ")]
    return ("otherwise", " | ".join(line[:90] for line in lines[:8])) if lines else ("the same", "")


if __name__ == "__main__":
    main()
