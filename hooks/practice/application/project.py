"""Where things lie, and what the site is called."""

from __future__ import annotations

import datetime
import glob
import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass

from ..reading import document
from ..rendering.site import Settings
from .versions import version

CORE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
READING = ("phonenumbers", "pydantic", "pyphen", "pyromark", "python-stdnum", "pyyaml")
"""Libraries whose version can change what is read and found wrong."""
SHAPING = (
    "jinja2",
    "nh3",
    "pydantic",
    "pyromark",
    "pyyaml",
    "segno",
    "tdewolff-minify",
    "zxing-cpp",
)
"""Libraries whose version can change what is drawn."""
FILING = (
    "babel",
    "jinja2",
    "lxml",
    "pillow",
    "pyromark",
    "python-docx",
    "python-pptx",
    "segno",
    "typst",
)
"""Libraries whose version can change the files to download."""
DRAWING = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions")
"""Libraries whose version can change what MkDocs draws."""


@dataclass(frozen=True)
class Project:
    """The folders of one build. All paths are absolute."""

    root: str
    data: str
    site: str

    @property
    def docs(self) -> str:
        return os.path.join(self.root, "docs")

    @property
    def cache(self) -> str:
        return os.path.join(self.root, ".cache")

    def shown(self, path: str) -> str:
        """A path as messages show it: from the project's root where it lies below it."""
        relative = os.path.relpath(path, self.root)
        return path if relative.startswith("..") else relative.replace(os.sep, "/")


def project(root: str = "", data: str = "", site: str = "") -> Project:
    """The project that holds this code, unless another root is given."""
    root = os.path.abspath(
        root or os.environ.get("PRACTICE_ROOT") or os.path.dirname(os.path.dirname(CORE))
    )
    return Project(
        root,
        os.path.abspath(data or os.path.join(root, "examples_data")),
        os.path.abspath(site or os.path.join(root, "site")),
    )


def settings(project: Project) -> Settings:
    """Name and addresses of the site, from mkdocs.yml, and the build's day."""
    path = os.path.join(project.root, "mkdocs.yml")
    value = document.read(document.read_bytes(path, "mkdocs.yml"), "mkdocs.yml").value
    return Settings(
        value["site_name"],
        value["site_url"].rstrip("/") + "/",
        value["repo_url"].rstrip("/"),
        build_day(project.root),
        value["extra"]["contact"],
    )


def build_day(root: str) -> str:
    """The day of SOURCE_DATE_EPOCH, or of the last commit, or a fixed one where there is neither.

    Never the clock's.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root)
    return (
        datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
        if epoch
        else "2026-01-01"
    )


def _last_commit(root: str) -> str:
    try:
        return subprocess.run(
            ["git", "-C", root, "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def code_version() -> bytes:
    """A digest of the core's own files and of the libraries that shape what it draws."""
    return _digest([*_below("*.py"), *_below("*.html")], CORE, SHAPING)


def reading_version() -> bytes:
    """A digest of what reads and checks, and of the libraries that it uses: a change to a page's
    template reads nothing anew.
    """
    folders = ("reading", "checking", "prose", "library")
    own = [path for folder in folders for path in _below("*.py", folder)]
    return _digest([*glob.glob(os.path.join(CORE, "*.py")), *own], CORE, READING)


def _below(pattern: str, folder: str = "") -> list[str]:
    """The core's own files of a kind, sorted."""
    return sorted(glob.glob(os.path.join(CORE, folder, "**", pattern), recursive=True))


def filing_version() -> bytes:
    """A digest of the code, the templates, the fonts and the libraries that shape the files to
    download: they cost more than pages, so no other change makes them anew.
    """
    own = [
        path
        for folder in ("handouts", "rendering")
        for pattern in ("*.py", "*.typ", "*.ttf", "*.html", "*.docx", "*.pptx")
        for path in _below(pattern, folder)
    ]
    return _digest(own, CORE, FILING)


def drawing_version(project: Project) -> bytes:
    """A digest of everything that MkDocs draws from."""
    own = [
        os.path.join(project.root, "mkdocs.yml"),
        os.path.join(CORE, "rendering", "shell.py"),
        os.path.join(os.path.dirname(CORE), "mkdocs_hooks.py"),
    ]
    folders = (project.docs, os.path.join(project.root, "overrides"))
    paths = [
        *own,
        *sorted(
            os.path.join(f, n) for top in folders for f, _, names in os.walk(top) for n in names
        ),
    ]
    return _digest(paths, project.root, DRAWING)


def _digest(paths: list[str], root: str, libraries: tuple[str, ...]) -> bytes:
    total = hashlib.blake2b(
        repr((sys.version_info[:3], [version(name) for name in libraries])).encode(), digest_size=16
    )
    for path in paths:
        with open(path, "rb") as file:
            raw = file.read()
        total.update(f"{os.path.relpath(path, root)}\0{len(raw)}\0".encode())
        total.update(raw)
    return total.digest()
