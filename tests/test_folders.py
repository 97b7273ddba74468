"""Folders as people have them: copied, moved, read-only, with an editor's files in them, beside an
older Python, and a port that is in use.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests import small
from tests.conftest import ROOT, environment_of
from tests.examples import EXAMPLE
from tests.test_publishing import inside

pytestmark = pytest.mark.slow

PYTHON = """#!/bin/sh
case "$1" in
-c) exec {python} -c "import sys; sys.version_info = ({numbers}, 9); exec(sys.argv[1])" "$2" ;;
esac
test "$3" = --clear && rm -rf "$4"
mkdir -p "$4/bin"
for name in python pip practice; do
  printf '#!/bin/sh\\necho "%s of %s with {version}"\\n' "$name" "$PWD" > "$4/bin/$name"
  chmod +x "$4/bin/$name"
done
"""
"""A Python that says which version it is, and whose environments say where they were made."""


LEFT_IN_SIGHT = (
    *("index.md~", "main.html~", "#index.md#", "Thumbs.db", "desktop.ini"),
    *("~$note.docx", "~$note.md", "a.yml~", "a.css~"),
)
"""Files of Emacs, Windows and Word whose names do not hide them."""


def python(folder: Path, version: str) -> str:
    numbers = version.replace(".", ", ")
    path = folder / f"python-{version}"
    path.write_text(PYTHON.format(python=sys.executable, version=version, numbers=numbers), "utf-8")
    path.chmod(0o755)
    return str(path)


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "Ärger & Übung (Kopie)"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return small.make(tmp_path / "project")


# ---------- the environment ----------


def test_a_copied_folder_makes_its_own_environment_and_keeps_it(
    project: Path, tmp_path: Path
) -> None:
    command = ("check", f"PYTHON={python(tmp_path, '3.11')}")
    assert f"practice of {project} " in make(project, *command).stdout
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-a", str(project), str(copy)], check=True)
    assert f"practice of {copy} " in make(copy, *command).stdout
    assert "pip" not in make(copy, *command).stdout


def test_a_moved_folder_makes_its_environment_anew(project: Path, tmp_path: Path) -> None:
    command = ("check", f"PYTHON={python(tmp_path, '3.11')}")
    make(project, *command)
    moved = project.rename(tmp_path / "moved")
    assert f"practice of {moved} " in make(moved, *command).stdout


def test_an_environment_whose_python_is_gone_is_made_anew(project: Path, tmp_path: Path) -> None:
    command = ("check", f"PYTHON={python(tmp_path, '3.11')}")
    make(project, *command)
    (project / ".venv" / "bin" / "python").unlink()
    (project / ".venv" / "bin" / "python").symlink_to("/nowhere/python3.11")
    done = make(project, *command)
    assert done.returncode == 0 and f"practice of {project} " in done.stdout


@pytest.mark.parametrize("version", ["2.7", "3.6", "3.9"])
def test_an_older_python_is_told_in_one_line_and_a_newer_one_heals(
    project: Path, tmp_path: Path, version: str
) -> None:
    old = make(project, "check", f"PYTHON={python(tmp_path, version)}")
    assert old.returncode == 2
    first, *rest = old.stderr.splitlines()
    assert first.startswith("This project needs Python 3.11 or later; ")
    assert f" is {version}. " in first and len(rest) == 1
    assert not (project / ".venv").exists()
    healed = make(project, "check", f"PYTHON={python(tmp_path, '3.12')}")
    assert healed.returncode == 0 and "with 3.12" in healed.stdout


def test_a_program_that_belongs_to_another_folder_says_so(fresh: Path) -> None:
    for command, place in (("check", "docs"), ("build", "."), ("words", ".")):
        done = subprocess.run(
            [sys.executable, "-m", "practice", command],
            cwd=fresh / place,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 2, command
        assert "This program belongs to " in done.stderr and "`make check`" in done.stderr
        assert str(fresh) in done.stderr and "Traceback" not in done.stderr


# ---------- the files ----------


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**environment_of(folder), **more},
        capture_output=True,
        text=True,
    )


def test_what_editors_and_systems_leave_beside_our_files_stops_nothing(fresh: Path) -> None:
    (fresh / "docs" / ".obsidian").mkdir()
    (fresh / "docs" / ".obsidian" / "note.md").write_text("no page", "utf-8")
    for folder in ("docs", "examples_data/examples", "examples_data/vocabulary", "overrides"):
        (fresh / folder / ".#index.md").symlink_to("somebody@machine.4711:1764028800")
        (fresh / folder / "._index.md").write_bytes(b"\0\5\x16\7\0\2\0\0")
        (fresh / folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
        (fresh / folder / ".index.md.swp").write_bytes(b"b0VIM 9.0\0")
        for name in LEFT_IN_SIGHT:
            (fresh / folder / name).write_bytes(b"left behind")
    (fresh / "docs" / "guides~").mkdir()
    (fresh / "docs" / "guides~" / "note.md").write_text("no page", "utf-8")
    scripts = fresh / "hooks" / "practice" / "assets" / "js"
    (scripts / ".#practice.js").symlink_to("somebody@machine.4711:1764028800")
    done = run(fresh, "practice", "build", "--no-downloads")
    assert done.returncode == 0, done.stdout + done.stderr
    assert run(fresh, "practice", "words").returncode == 0
    published = {path.name for path in (fresh / "site").rglob("*")}
    assert {name for name in published if name[0] in ".~#" or name[-1] in "~#"} <= {".nojekyll"}
    assert published.isdisjoint(LEFT_IN_SIGHT) and "note" not in published
    assert run(fresh, "mkdocs", "build", "--strict").returncode == 0


def test_a_link_that_leads_out_is_told_though_its_name_is_hidden(fresh: Path) -> None:
    (fresh / "docs" / ".out").symlink_to("/etc")
    done = run(fresh, "practice", "check")
    assert done.returncode == 1 and "docs/.out" in done.stdout and "[plain-file]" in done.stdout


@pytest.mark.parametrize("kind", ["file", "folder", "pipe"])
def test_a_link_or_a_pipe_among_the_templates_is_told(fresh: Path, kind: str) -> None:
    """MkDocs copies what lies there, and would wait for the pipe for ever."""
    path = fresh / "overrides" / "partials" / "leak.txt"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to({"file": "/etc/passwd", "folder": "/etc"}[kind])
    done = run(fresh, "practice", "check")
    assert done.returncode == 1
    assert "overrides/partials/leak.txt:1:1:" in done.stdout and "[plain-file]" in done.stdout


def test_a_project_that_cannot_be_written_to_is_built_elsewhere(
    fresh: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    code = f"""
import os, subprocess, sys
for command in (["check"], ["build", "--no-downloads", "--site", {str(out / "site")!r}]):
    done = subprocess.run([sys.executable, "-B", "-m", "practice", *command], cwd={str(fresh)!r},
                          env={environment_of(fresh)!r}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
"""
    inside(
        f"mount --bind '{fresh}' '{fresh}' && mount -o remount,ro,bind '{fresh}'",
        code,
    )
    assert (out / "site" / "index.html").is_file()
    assert not (fresh / ".cache").exists()


@pytest.mark.parametrize(
    ("site", "says"),
    [
        (".", "holds the project itself"),
        ("..", "holds the project itself"),
        ("docs", "holds what the site is made from"),
        ("examples_data/site", "holds what the site is made from"),
        ("link", "holds what the site is made from"),
        ("mkdocs.yml", "is a file"),
        ("mine", "holds other files"),
    ],
)
def test_no_folder_with_other_files_becomes_the_site(fresh: Path, site: str, says: str) -> None:
    (fresh / "link").symlink_to("hooks")
    (fresh / "mine").mkdir()
    (fresh / "mine" / "notes.txt").write_text("Mine.", "utf-8")
    before = small.contents(fresh)
    done = run(fresh, "practice", "build", "--no-downloads", "--site", site)
    assert done.returncode == 2 and f" {says}. Name an empty folder" in done.stderr, done.stderr
    after = {name: raw for name, raw in small.contents(fresh).items() if "__pycache__" not in name}
    assert after == before and done.stderr.count("\n") == 1


SHUT = """
import sys
from pathlib import Path
from tests.test_folders import run
project, site, shut = sys.argv[1:]
done = run(Path(project), "practice", "build", "--no-downloads", "--site", site)
assert (done.returncode, done.stderr) == (
    2,
    f"{site} cannot be written: {shut} is read-only for you. Let yourself write there, or name"
    " another folder with --site. The published site was not touched.\\n",
), done.stderr
"""


@pytest.mark.parametrize(
    ("read_only", "site", "shut"),
    [(".", "site", "www/site"), (".", "a/b", "www"), ("site", "site", "www/site")],
    ids=["the folder around it", "the folder that would hold it", "its own"],
)
def test_a_site_that_nobody_can_write_is_told_in_one_line(
    fresh: Path, read_only: str, site: str, shut: str
) -> None:
    top = fresh / "www"
    (top / "site" / "about").mkdir(parents=True)
    (top / "site" / "index.html").write_text("old")
    (top / ".site-before" / "stage").mkdir(parents=True)
    place = f"'{top / read_only}'"
    mount = f"mount --bind {place} {place} && mount -o remount,ro,bind {place}"
    inside(mount, SHUT, str(fresh), f"www/{site}", shut)
    assert (top / "site" / "index.html").read_text() == "old"


# ---------- the terminal and the port ----------


def test_a_port_that_is_in_use_is_told_before_the_work(fresh: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run(fresh, "mkdocs", "serve", "-a", f"127.0.0.1:{port}")
    assert done.returncode == 1
    assert f"127.0.0.1:{port} cannot be used" in done.stderr
    assert f"make serve PORT={port + 1}" in done.stderr
    assert "Traceback" not in done.stderr and not (fresh / ".cache" / "mkdocs-preview").exists()


def test_the_preview_takes_the_port_that_make_is_given(project: Path, tmp_path: Path) -> None:
    done = make(project, "-n", "serve", "PORT=8001", f"PYTHON={python(tmp_path, '3.11')}")
    assert "mkdocs serve --dev-addr 127.0.0.1:8001" in done.stdout


def test_a_terminal_that_lacks_a_sign_shows_it_as_an_escape_and_a_file_has_it(fresh: Path) -> None:
    path = fresh / "examples_data" / "examples" / f"{EXAMPLE}.yml"
    path.write_text(path.read_text("utf-8").replace("kind: published", "kind: tŷ 🎉"), "utf-8")
    command = [sys.executable, "-m", "practice", "check"]
    environment = {**environment_of(fresh), "PYTHONIOENCODING": "latin-1"}
    piped = subprocess.run(command, cwd=fresh, env=environment, capture_output=True)
    assert "'tŷ 🎉'".encode() in piped.stdout and piped.returncode == 1
    shown = subprocess.run(
        ["script", "-qec", " ".join(command), "/dev/null"],
        cwd=fresh,
        env=environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    assert rb"'t\u0177 \U0001f389'" in shown.stdout and b"Traceback" not in shown.stdout
