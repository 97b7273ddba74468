"""Releases and the supply chain: what a release holds, when there is none, what an audit says."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from release import audit, licences
from release.licences import Package
from tests import small
from tests.conftest import ROOT, environment_of
from tests.test_day import git

UV = f"""#!{sys.executable}
# a stand-in for uv: it writes what a test wants to be found
import os, pathlib, sys
given = sys.argv
if "cyclonedx-py" in given:
    pathlib.Path(given[given.index("--output-file") + 1]).write_text(os.environ["MATERIALS"])
    sys.exit(0 if os.environ["MATERIALS"] else "no network")
print(os.environ["FAULTS"])
print("could not reach the list", file=sys.stderr)
"""
WORDS = "### Added\n\n- A first thing that readers notice.\n"
CHANGELOG = (
    f"# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2027-03-01\n\n{WORDS}\n"
    "## [1.1.0] - 2027-01-01\n\n- Older.\n"
)


@pytest.fixture
def uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "uv"
    program.write_text(UV)
    program.chmod(0o755)
    for name, value in (("UV", str(program)), ("MATERIALS", '{"components": []}')):
        monkeypatch.setenv(name, value)


# ---------- licences ----------


def test_the_list_of_licences_is_what_the_command_prints() -> None:
    assert (ROOT / "LICENCES.md").read_text("utf-8") == licences.page(), "run: make licences"


def test_no_dependency_is_under_a_licence_that_we_cannot_take() -> None:
    assert licences.refused(licences.locked()) == []


@pytest.mark.parametrize(
    ("licence", "compatible"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("(MIT OR GPL-2.0-only)", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("", False),
        ("Proprietary", False),
    ],
)
def test_a_licence_is_taken_or_refused(licence: str, compatible: bool) -> None:
    package = Package("a-library", licence, True)
    assert package.compatible is compatible
    assert len(licences.refused([package])) == (not compatible)


# ---------- the audit ----------


def looked_up(**more: Any) -> dict[str, Any]:
    return {"name": "a-library", "version": "1.0", "vulns": [], **more}


FAULT = {"id": "PYSEC-2027-1", "fix_versions": ["1.1"], "description": "It lets people in."}
SKIPPED = {"name": "another", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("rows", "code", "says"),
    [
        ([looked_up()], 0, "1 looked up, 0 known faults."),
        ([looked_up(), SKIPPED], 0, "1 could not be looked up."),
        ([looked_up(vulns=[FAULT])], 1, "a-library 1.0: PYSEC-2027-1, mended in 1.1."),
        ([looked_up(vulns=[{**FAULT, "fix_versions": []}])], 1, "mended in no version yet"),
        ([SKIPPED], 0, "knows none of these packages, so that part is left out"),
        (None, 0, "could not be asked, so that part is left out: could not reach the list"),
    ],
)
def test_an_audit_fails_for_a_known_fault_and_says_when_it_could_not_look(
    uv: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    rows: Any,
    code: int,
    says: str,
) -> None:
    text = "" if rows is None else json.dumps({"dependencies": rows, "fixes": []})
    monkeypatch.setenv("FAULTS", text)
    monkeypatch.setenv("CI", "true")
    assert audit.main() == code
    assert says in capsys.readouterr().out


def test_an_audit_without_uv_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("UV", "/nowhere/uv")
    assert audit.main() == 0
    assert "that part is left out: /nowhere/uv: No such file" in capsys.readouterr().out


# ---------- a release ----------


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library as a repository that is ready for its release 1.2.0."""
    folder = small.make(tmp_path_factory.mktemp("release") / "work")
    for name in ("pyproject.toml", "requirements.txt", ".gitignore", "LICENCES.md"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "release", folder / "release")
    project = folder / "pyproject.toml"
    text = project.read_text("utf-8")
    version = f'version = "{licences.tomllib.loads(text)["project"]["version"]}"'
    project.write_text(text.replace(version, 'version = "1.2.0"', 1), "utf-8")
    (folder / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    (folder / "docs" / "about").mkdir()
    (folder / "docs" / "about" / "offline.md").write_text(
        "---\ntitle: Without a network\nsummary: One file.\n---\n\nThe library as one file.\n"
    )
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("outcomes-in-practice.example", "county.org")
    settings.write_text(text, "utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "one", date="1795000000")
    return folder


@pytest.fixture
def clone(first: Path, tmp_path: Path, uv: None) -> Path:
    git(first, "clone", "--quiet", str(first), str(tmp_path / "clone"))
    for name, value in (("name", "A maintainer"), ("email", "a@example.org")):
        git(tmp_path / "clone", "config", f"user.{name}", value)
    return tmp_path / "clone"


def release(clone: Path, *options: str) -> subprocess.CompletedProcess[str]:
    environment = environment_of(clone)
    path = os.pathsep.join((str(clone), environment["PYTHONPATH"]))
    return subprocess.run(
        [sys.executable, "-m", "release", *options],
        cwd=clone,
        env={**environment, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )


def said(clone: Path, *command: str) -> str:
    done = subprocess.run(["git", "-C", str(clone), *command], capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.slow
def test_a_release_holds_all_that_somebody_needs_and_is_tagged(clone: Path) -> None:
    done = release(clone)
    assert done.returncode == 0, done.stderr
    made = clone / "dist" / "v1.2.0"
    assert sorted(path.name for path in made.iterdir()) == [
        "LICENCES.md",
        "SHA256SUMS",
        "notes.md",
        "outcomes-in-practice-1.2.0-offline.zip",
        "outcomes-in-practice-1.2.0.cdx.json",
        "outcomes-in-practice-1.2.0.tar.gz",
    ]
    assert (made / "notes.md").read_text("utf-8") == WORDS
    for line in (made / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == digest
    assert said(clone, "cat-file", "-t", "v1.2.0") == "tag"
    assert WORDS.strip() in said(clone, "tag", "--list", "--format=%(contents)", "v1.2.0")
    assert said(clone, "status", "--porcelain") == ""
    assert "git push origin v1.2.0" in done.stdout
    again = release(clone)
    assert again.returncode == 1 and "v1.2.0 is there already" in again.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("README.md", "not committed", "Something is not committed"),
        ("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n- X.\n", "says nothing of 1.2.0"),
        ("pyproject.toml", '[project]\nversion = "next"\n', "'next' is no version"),
        ("examples_data/examples/broken.yml", "title: X\n", "The check has found problems"),
        ("requirements.txt", "setuptools==1\nnobody==1\n", "nobody is locked, and not"),
    ],
)
def test_there_is_no_release_of_what_is_not_ready(
    clone: Path, file: str, text: str, says: str
) -> None:
    (clone / file).write_text(text, "utf-8")
    if file != "README.md":
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "--message", "two", date="1795000000")
    done = release(clone)
    assert done.returncode == 1 and says in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert said(clone, "tag") == "" and not (clone / "dist").exists()


@pytest.mark.slow
def test_a_release_with_names_of_nobody_has_to_be_asked_for(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = clone / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("county.org", "county.example")
    settings.write_text(text, "utf-8")
    git(clone, "commit", "--quiet", "--all", "--message", "two", date="1795000000")
    done = release(clone)
    names = "code.county.example, county.example"
    assert done.returncode == 1 and f"{names} belong to nobody" in done.stderr
    assert "practice set-up" in done.stderr and len(done.stderr.splitlines()) == 1
    monkeypatch.setenv("MATERIALS", "")  # all that comes later is tried above
    asked = release(clone, "--address-of-nobody")
    assert f"keeps names that belong to nobody: {names}." in asked.stdout
    assert "The bill of materials" in asked.stderr and said(clone, "tag") == ""


@pytest.mark.slow
def test_what_fails_half_way_leaves_no_tag_and_no_files(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATERIALS", "")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")  # what Python leaves is no leftover of ours
    done = release(clone)
    assert done.returncode == 1 and "The bill of materials could not be made" in done.stderr
    assert said(clone, "tag") == "" and not (clone / "dist").exists()
    assert said(clone, "status", "--porcelain", "--ignored") in ("", "!! .cache/")
