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
from pathlib import Path

from practice.application import project
from practice.rendering.shell import SHELLS, Shell, ShellError, mend

from .ours import PROJECT

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MAX_RUNS = 5
"""Examples that are shown of each kind of finding."""


def main() -> None:
    """Prints the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("docs", "overrides", "hooks", "examples_data"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(Path(PROJECT) / part, folder / part, ignore=ignored)
        shutil.copy(Path(PROJECT) / "mkdocs.yml", folder)
        print(_zensical(folder, "--version"))
        _zensical(folder, "build", "--config-file", "mkdocs.yml")
        drawn = sum((folder / "site" / kind.rendered).exists() for kind in SHELLS)
        print(f"shells drawn through hooks: {drawn} of {len(SHELLS)}")
        into = _mkdocs(folder)
        for kind in SHELLS:
            path = folder / "docs" / kind.source
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(kind.front_matter, "utf-8")
        shutil.rmtree(folder / "site", ignore_errors=True)
        said = _zensical(folder, "build", "--config-file", "mkdocs.yml").splitlines()
        print(f"with the shells as files it ends with: {said[-1] if said else 'nothing'}")
        _compare(into, folder / "site")


def _mkdocs(folder: Path) -> Path:
    into = folder / "mkdocs"
    own = {"PYTHONPATH": str(folder / "hooks"), project.RENDER_INTO: str(into)}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, **own, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return into


def _zensical(folder: Path, *words: str) -> str:
    own = shutil.which("zensical")
    program = [own] if own else [sys.executable, "-m", "uv", "tool", "run", "zensical"]
    done = subprocess.run([*program, *words], cwd=folder, capture_output=True, text=True)
    return COLOUR.sub("", done.stdout + done.stderr).strip()


def _compare(drawn: Path, site: Path) -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(drawn.rglob("*.html")):
        name = path.relative_to(drawn).as_posix()
        what, words = _finding(path, site / name, name)
        found.setdefault(what, []).append(f"  {name}: {words}")
    for what, lines in sorted(found.items(), key=lambda item: -len(item[1])):
        print(f"{what}: {len(lines)}")
        if what != "the same":
            print("\n".join(lines[:MAX_RUNS]))


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
