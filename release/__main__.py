"""`make release`: a tag, and beside it all that a release holds, in dist/.

The version stands in pyproject.toml, its notes in CHANGELOG.md. Nothing is sent anywhere: the last
lines say how.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

from practice.application import project, set_up

from . import licences
from .tools import CYCLONEDX, ROOT, ToolError, run, uv_tool

NAME = "outcomes-in-practice"
DIST = ROOT / "dist"
NOBODYS = "--address-of-nobody"
"""Asks for a release though reserved names stand in the library."""


class RefusedError(Exception):
    """There can be no release now."""


def main() -> int:
    """Makes the release; 1 where it cannot be made, and then nothing was tagged."""
    try:
        version = _version()
        tag, notes = f"v{version}", _notes(version)
        _refuse(tag)
        with tempfile.TemporaryDirectory(dir=ROOT, prefix=".release-") as folder:
            made = Path(folder) / tag
            made.mkdir()
            _make(made, version, notes)
            _tag(tag, made / "notes.md")
            DIST.mkdir(exist_ok=True)
            shutil.move(made, DIST / tag)
    except (RefusedError, ToolError) as err:
        print(err, file=sys.stderr)
        return 1
    files = sorted(path.name for path in (DIST / tag).iterdir())
    print(f"dist/{tag}: {', '.join(files)}")
    print(f"Look at them. Then send the tag, and the files with it:\n  git push origin {tag}")
    print(f"  gh release create {tag} --verify-tag --notes-file dist/{tag}/notes.md dist/{tag}/*")
    return 0


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version = str(project["version"])
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise RefusedError(f"pyproject.toml: {version!r} is no version, such as 1.2.0.")
    return version


def _notes(version: str) -> str:
    """What CHANGELOG.md says of a version, without its heading."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    heading = rf"(?m)^## \[{re.escape(version)}\] - (\d{{4}}-\d\d-\d\d)\n"
    found = re.search(heading + r"(?P<notes>(?:(?!^## ).*\n?)*)", text)
    if not found or not found["notes"].strip():
        raise RefusedError(
            f"CHANGELOG.md says nothing of {version}. Move what stands under Unreleased below a"
            f" heading of its own: ## [{version}] - and the day."
        )
    return found["notes"].strip() + "\n"


def _refuse(tag: str) -> None:
    """Raises RefusedError where there can be no release of what stands here."""
    if run("git", "status", "--porcelain"):
        raise RefusedError("Something is not committed. Commit it, or put it away: git stash -u")
    if run("git", "tag", "--list", tag) or (DIST / tag).exists():
        raise RefusedError(f"{tag} is there already. Raise the version in pyproject.toml.")
    _refuse_reserved()
    refused = licences.refused(licences.locked())
    if refused:
        raise RefusedError("\n".join(refused))
    print("Checking. Run make test before a release: this is the check alone.")
    try:
        run(sys.executable, "-m", "practice", "check")
    except ToolError:
        raise RefusedError("The check has found problems. Run: practice check") from None


def _refuse_reserved() -> None:
    names = ", ".join(sorted({one.name for one in set_up.reserved(project.project(str(ROOT)))}))
    if not names:
        return
    if NOBODYS not in sys.argv:
        raise RefusedError(
            f"{names} belong to nobody. Run: practice set-up. Then commit what it wrote. For a"
            f" release that keeps them: make release ADDRESS=nobody"
        )
    print(f"This release keeps names that belong to nobody: {names}.")


def _make(made: Path, version: str, notes: str) -> None:
    """Everything that a release holds, in a folder."""
    (made / "notes.md").write_text(notes, "utf-8")
    shutil.copy2(ROOT / "LICENCES.md", made)
    run(
        *("git", "archive", f"--prefix={NAME}-{version}/"),
        *("--output", str(made / f"{NAME}-{version}.tar.gz"), "HEAD"),
    )
    print("Building the site and its zip.")
    site = made.parent / "site"
    run(sys.executable, "-m", "practice", "build", "--offline", "--site", str(site))
    shutil.copy2(site / "downloads" / f"{NAME}.zip", made / f"{NAME}-{version}-offline.zip")
    print("Listing what it is made of.")
    _materials(made / f"{NAME}-{version}.cdx.json")
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(made.iterdir())
    ]
    (made / "SHA256SUMS").write_text("".join(sums), "utf-8")


def _materials(file: Path) -> None:
    """The software bill of materials: every package that is locked and installed, in CycloneDX."""
    done = uv_tool(
        *(CYCLONEDX, "cyclonedx-py", "environment", "--pyproject", "pyproject.toml"),
        *("--output-reproducible", "--output-format", "JSON", "--output-file", str(file)),
        sys.executable,
    )
    if done.returncode or not file.exists():
        raise ToolError(f"The bill of materials could not be made: {done.stderr.strip()}")


def _tag(tag: str, notes: Path) -> None:
    run("git", "tag", "--annotate", tag, "--cleanup=verbatim", "--file", str(notes))


if __name__ == "__main__":
    sys.exit(main())
