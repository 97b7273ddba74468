"""The licences of everything that the library runs and is tested with.

`python -m release.licences` prints LICENCES.md.
"""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .tools import ROOT, ToolError

COMPATIBLE = frozenset(
    (
        "0BSD",
        "Apache-2.0",
        "BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "HPND",
        "ISC",
        "LGPL",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-1.1",
        "MPL-2.0",
        "OFL-1.1",
        "PSF-2.0",
        "Unlicense",
        "W3C-20150513",
        "Zlib",
    )
)
"""Licences under which something may be used by a program under MIT that leaves it as it is and
does not ship it. GPL and AGPL are not among them, and neither is what nobody named.
"""
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
READ = {"axe-playwright-python": "MIT", "pyromark": "MIT"}
"""Packages that name their licence in a file alone; we read it."""
SHIPPED = (
    ("Atkinson Hyperlegible Next", "OFL-1.1", "the letters of pages and files"),
    ("Big List of Naughty Strings", "MIT", "tests"),
    ("SCOWL, a list of English words", "LicenseRef-SCOWL", "the finder: what is not misspelt"),
    ("YAML test suite", "MIT", "tests"),
)
"""Works of others that lie in the repository: name, licence, and what they are for."""


@dataclass(frozen=True, order=True)
class Package:
    """A package that is locked, and its licence as an SPDX expression where it has one."""

    name: str
    licence: str
    runs: bool
    """Whether the library needs it to run, and not for its tests alone."""

    @property
    def compatible(self) -> bool:
        """Whether it may be used: of a choice one licence is enough, of a sum all are needed."""
        choices = re.split(r"\s+OR\s+", self.licence)
        return any(
            all(part.strip("() ") in COMPATIBLE for part in re.split(r"\s+AND\s+", choice))
            for choice in choices
        )


def locked() -> list[Package]:
    """Every package in requirements.txt, as it is installed. Raises ToolError where one is not."""
    text = (ROOT / "requirements.txt").read_text("utf-8")
    names = re.findall(r"(?m)^([a-z0-9][\w.-]*)==", text)
    running = _needed(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")))
    try:
        return [Package(name, licence(name), name in running) for name in names]
    except importlib.metadata.PackageNotFoundError as err:
        raise ToolError(f"{err.name} is locked, and not installed. Run: make quick") from None


def _needed(project: dict[str, dict[str, list[str]]]) -> set[str]:
    """The names of what the library needs to run, and of what that needs."""
    found: set[str] = set()
    todo = [_name(line) for line in project["project"]["dependencies"]]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += _requires(name)
    return found


def _requires(name: str) -> Iterator[str]:
    try:
        lines = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return
    yield from (_name(line) for line in lines if "extra ==" not in line)


def _name(line: str) -> str:
    """The name at the beginning of a requirement, as the lock has it."""
    return re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def licence(name: str) -> str:
    """The licence that an installed package names; nothing where it names none that we know."""
    if name in READ:
        return READ[name]
    about = importlib.metadata.metadata(name).json
    given = [line.rpartition(" :: ")[2] for line in about.get("classifier", ())]
    choices = [CLASSIFIERS[line] for line in given if line in CLASSIFIERS]
    text = str(about.get("license_expression") or about.get("license") or "")
    return _plain(text) or " OR ".join(dict.fromkeys(choices)) or text.split("\n")[0][:40]


def _plain(text: str) -> str:
    """A licence in the words of SPDX, where it is written otherwise in a way that is certain."""
    parts = re.split(r"\s+(?:OR|AND)\s+", text)
    if all(part.strip("() ") in COMPATIBLE for part in parts):
        return text
    words = re.sub(r"\b(licen[cs]e|software|the)\b", "", text, flags=re.IGNORECASE)
    found = re.sub(r"[\s-]+", "-", words.strip()).strip("-")
    known = {"Apache": "Apache-2.0", "BSD-2-Clause": "BSD-2-Clause"}
    found = known.get(found, found)
    return found if found in COMPATIBLE else ""


def refused(packages: Iterable[Package]) -> list[str]:
    """A sentence for each package whose licence is not on the list."""
    return [
        f"{one.name}: its licence is {one.licence or 'not named'}, which is not on the list of"
        " release/licences.py. Read it: add it there, or take another library."
        for one in packages
        if not one.compatible
    ]


def page() -> str:
    """The text of LICENCES.md."""
    packages = locked()
    rows = [f"| {one.name} | {one.licence} |" for one in packages if one.runs]
    tested = [f"| {one.name} | {one.licence} |" for one in packages if not one.runs]
    shipped = [f"| {name} | {licence} | {use} |" for name, licence, use in SHIPPED]
    return "\n".join(
        (
            "# Licences of what others made",
            "",
            "`make licences` writes this file, and `make audit` holds each licence against a list.",
            "Our own code is under [MIT](LICENSE), texts and data under"
            " [CC BY 4.0](LICENSE-CONTENT).",
            "",
            "## What the library runs with",
            "",
            *("| package | licence |", "|---|---|", *rows, ""),
            "## What it is made and tested with besides",
            "",
            *("| package | licence |", "|---|---|", *tested, ""),
            "## What lies in the repository",
            "",
            *("| work | licence | for |", "|---|---|---|", *shipped, ""),
        )
    )


if __name__ == "__main__":
    print(page(), end="")
