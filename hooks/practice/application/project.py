"""The folders of one build, and the digests of what builds it."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass

import pydantic

from ..digest import digest
from ..messages import sentences
from ..reading import ignored_files
from .errors import ProjectError

CORE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGES = os.path.dirname(os.path.dirname(os.path.abspath(pydantic.__file__)))
"""The folder into which libraries are installed."""

ENGINE = "mkdocs"
"""What renders the hand-written pages, unless a build names another."""
RENDER_INTO, RENDER_FOR = "PRACTICE_RENDER_INTO", "PRACTICE_RENDER_FOR"
"""Set in the environment of an MkDocs that is only to render: the folder, and where the site is if
not at the address in mkdocs.yml.
"""
SOURCES = (".git", "docs", "hooks", "overrides", "tests")
"""Folders of the project that no build may write to."""
SITE_MARKERS = {"404.html", "index.html"}
"""Files that every site has, and the first that a build writes."""
PACKAGES_AFTER_CHECKS = (
    *("application", "assets", "cli", "contributing", "exports", "handouts", "pages"),
    "rendering",
)
"""Packages that reading and checking may not import, as pyproject.toml has it."""
MKDOCS_CODE = (
    ("application", "mkdocs_run.py"),
    ("kinds", "__init__.py"),
    ("kinds", "kind.py"),
    ("kinds", "registry.py"),
    ("reading", "ignored_files.py"),
    ("reading", "document.py"),
    ("reading", "page.py"),
    ("reading", "page_text.py"),
    ("reading", "schema.py"),
    ("reading", "text_file.py"),
    ("rendering", "page_html.py"),
    ("rendering", "shell.py"),
)
"""The core's code that runs while MkDocs renders."""


@dataclass(frozen=True)
class Project:
    """The folders of one build. All paths are absolute."""

    root: str
    data: str
    site: str
    url: str = ""
    """Where the site is, if not at the address in mkdocs.yml."""
    engine: str = ENGINE
    """The module that renders hand-written pages and shells: MkDocs, or what goes on with it."""

    @property
    def docs(self) -> str:
        return os.path.join(self.root, "docs")

    @property
    def overrides(self) -> str:
        """The templates of the theme, which the maintainers trust."""
        return os.path.join(self.root, "overrides")

    @property
    def cache(self) -> str:
        return _cache(self.root)

    def display(self, path: str) -> str:
        """A path for messages: from the project's root where it lies below it, and with
        control characters and bytes that are no letters as escapes, since terminals act upon them.
        """
        relative = os.path.relpath(path, self.root)
        text = path if relative.startswith("..") else relative.replace(os.sep, "/")
        return "".join(
            char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
        )


def project(
    root: str = "", data: str = "", site: str = "", url: str = "", engine: str = ""
) -> Project:
    """The project that holds this code, unless another root is given.

    Raises ProjectError where the working directory lies in another project: the program of a copied
    folder is bound to the folder that it was copied from, and would read that.
    """
    own = os.path.dirname(os.path.dirname(CORE))
    root = root or os.environ.get("PRACTICE_ROOT") or ""
    here = "" if root else _around(os.getcwd())
    if here and not os.path.samefile(here, own):
        raise ProjectError(sentences("project/other", own=own, here=here))
    root = os.path.abspath(root or own)
    data = os.path.abspath(data or os.path.join(root, "examples_data"))
    site = os.path.abspath(site or os.path.join(root, "site"))
    return Project(root, data, site, url, engine or ENGINE)


def check_sources(project: Project) -> None:
    """Raises ProjectError where the data, the examples, the pages or the home page are missing:
    what would be found then says little.
    """
    home = os.path.join(project.docs, "index.md")
    for path in (project.data, os.path.join(project.data, "examples"), project.docs, home):
        if not os.path.exists(path):
            raise ProjectError(sentences("project/gone", path=project.display(path)))


def check_site_folder(project: Project) -> None:
    """Raises ProjectError where the folder of the site holds anything but a site, or takes no
    file.
    """
    site = project.display(project.site)
    if key := _site_fault(project):
        raise ProjectError(sentences(key, site=site))
    if shut := _unwritable_folder(project.site):
        raise ProjectError(sentences("site/shut", site=site, shut=project.display(shut)))


def _site_fault(project: Project) -> str:
    """The message that says why a folder cannot be that of the site, or "": a build takes away
    whatever else is in it.
    """
    site = os.path.realpath(project.site)
    sources = (*(os.path.join(project.root, name) for name in SOURCES), project.data)
    if is_in(os.path.realpath(project.root), (site,)):
        return "site/project"
    if is_in(site, map(os.path.realpath, sources)):
        return "site/sources"
    if not os.path.exists(site):
        return ""
    if not os.path.isdir(site):
        return "site/file"
    there = set(os.listdir(site)) - {"lost+found"}
    return "site/others" if there and not there & SITE_MARKERS else ""


def _unwritable_folder(site: str) -> str:
    """The folder that keeps a site from being written, or "": of a site that is there its own or
    one below it, otherwise the nearest above it. With write access to the folder around it, only
    its own counts, since a new site takes its place.
    """
    site = os.path.realpath(site)
    above = os.path.dirname(site)
    if not os.path.exists(site):
        while not os.path.exists(above):
            above = os.path.dirname(above)
        return "" if os.access(above, os.W_OK) else above
    folders = [site]
    if not os.access(above, os.W_OK):  # then the site changes file by file, and must do so wholly
        folders = [folder for folder, _, _ in os.walk(site)]
    return next((folder for folder in folders if not os.access(folder, os.W_OK)), "")


def is_in(path: str, folders: Iterable[str]) -> bool:
    """Whether a path is one of some, or lies below one of them."""
    inner, outer = os.path.abspath(path), [os.path.abspath(folder) for folder in folders]
    return any(os.path.commonpath((inner, folder)) == folder for folder in outer)


def _around(folder: str) -> str:
    """The nearest folder above a path, or itself, that is a project of this kind; "" if none is."""
    while not os.path.exists(os.path.join(folder, "hooks", "practice", "__init__.py")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return ""
    return folder


@functools.cache
def _cache(root: str) -> str:
    """`.cache` of the project, or, where nothing can be written there, a folder for this process
    alone, if there is room for one.
    """
    own = os.path.join(root, ".cache")
    if os.access(own if os.path.isdir(own) else root, os.W_OK):
        return own
    try:
        temporary = tempfile.mkdtemp(prefix="practice-")
    except OSError:  # a check goes without a cache, and a build tells of it
        return own
    atexit.register(shutil.rmtree, temporary, ignore_errors=True)
    return temporary


def code_digest(without: Iterable[str] = ()) -> bytes:
    """The digest of the core's code, templates and word lists, but for some of its packages."""
    left_out = tuple(os.path.join(CORE, name, "") for name in without)
    files = ignored_files.files(CORE, (".py", ".html", ".xml", ".txt", ".json"))
    return _digest((path for path in files if not path.startswith(left_out)), CORE)


def handouts_digest() -> bytes:
    """The digest of the code, the templates and the fonts that make the files to download: they
    cost more than pages, so no other change makes them again.
    """
    folders = (os.path.join(CORE, name) for name in ("handouts", "rendering"))
    suffixes = (".py", ".json", ".typ", ".ttf", ".html", ".xml", ".docx", ".pptx")
    return _digest(
        (path for folder in folders for path in ignored_files.files(folder, suffixes)), CORE
    )


def mkdocs_digest(project: Project) -> bytes:
    """The digest of everything from which MkDocs renders."""
    own = (
        os.path.join(project.root, "mkdocs.yml"),
        *(os.path.join(CORE, *path) for path in MKDOCS_CODE),
        os.path.join(os.path.dirname(CORE), "mkdocs_hooks.py"),
    )
    written = (*ignored_files.files(project.docs), *ignored_files.files(project.overrides))
    return digest(
        _digest((*own, *written), project.root), project.url.encode(), project.engine.encode()
    )


def _digest(paths: Iterable[str], root: str) -> bytes:
    parts = [repr((sys.version_info[:3], packages())).encode()]
    for path in paths:
        with open(path, "rb") as file:
            parts += os.path.relpath(path, root).encode(), file.read()
    return digest(*parts)


def packages() -> list[str]:
    """Every installed library with its version, by the names of the folders that installers leave
    (packaging.python.org, “Recording installed projects”).
    """
    return sorted(name for name in os.listdir(PACKAGES) if name.endswith(".dist-info"))
