"""What people get wrong and what they are told: one table that drives the form, the command line
and the workflow's comment.
"""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.examples import EXAMPLE, TITLE

from practice.checking import privacy
from practice.contributing import write
from practice.model import Example

HERE = Path(__file__).parent
TITLED = TITLE.upper().replace(" ", "  ", 1).replace("'", "''")
TABLE = yaml.safe_load(
    (HERE / "data" / "cases.yml")
    .read_text(encoding="utf-8")
    .replace("{example}", EXAMPLE)
    .replace("{title}", TITLED)
)
GOOD: dict[str, Any] = TABLE["good"]
THEMES = ", ".join(
    sorted(
        theme["id"]
        for theme in yaml.safe_load(
            (HERE.parent / "examples_data/vocabulary/themes.yml").read_text(encoding="utf-8")
        )
    )
)
FIELDS = ", ".join(name for name in Example.model_fields if name != "id")


@dataclass(frozen=True)
class Case:
    """One mistake."""

    name: str
    value: dict[str, Any]
    changed: tuple[str, ...]
    """The fields of the top level that differ from the good example."""
    says: tuple[tuple[str, str, str], ...]
    """rule, message, hint"""
    form: tuple[str, ...]
    """What the form says, in the words of its labels."""
    in_form: bool

    @property
    def id(self) -> str:
        """The name of its file."""
        return self.name.replace(" ", "-").replace("'", "").lower()


def changed(settings: dict[str, Any]) -> dict[str, Any]:
    """The good example with some values changed."""
    value = copy.deepcopy(GOOD)
    for path, new in settings.items():
        *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
        inner = value
        for part in way:
            inner = inner[part]
        inner[last] = new
        if new is None:
            del inner[last]
    return value


def _case(row: dict[str, Any]) -> Case:
    says = [
        (
            rule.partition("/")[0],
            message,
            hint.replace("{themes}", THEMES)
            .replace("{fields}", FIELDS)
            .replace("{limit}", privacy.LIMIT),
        )
        for rule, message, hint in row["says"]
    ]
    fields = tuple(path.partition(".")[0] for path in row["set"])
    told = tuple(row.get("form", ()))
    return Case(
        row["name"], changed(row["set"]), fields, tuple(says), told, "not_in_form" not in row
    )


CASES = [_case(row) for row in TABLE["cases"]]


def files() -> dict[str, str]:
    """A file for every case by its name.

    Titles are made different, but where the title is the mistake.
    """
    made = {}
    for number, case in enumerate(CASES, 1):
        value = (
            case.value
            if "title" in case.changed
            else {**case.value, "title": f"{case.value['title']}, number {number}"}
        )
        made[case.id] = write.example(value) + "".join(
            f"{name}: {text}\n" for name, text in value.items() if name not in Example.model_fields
        )
    return made


def data_with(folder: Path, files: dict[str, str]) -> Path:
    """A copy of the library's data with some files more."""
    shutil.copytree(HERE.parent / "examples_data", folder / "examples_data")
    for name, text in files.items():
        (folder / "examples_data" / "examples" / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder / "examples_data"


def run(
    *arguments: str, given: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs `practice` as a user does."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "practice", *arguments],
        capture_output=True,
        text=True,
        input=given,
        env={**os.environ, **environment},
    )


def problems(data: Path, *paths: str) -> list[dict[str, Any]]:
    """What `practice check` says of some data."""
    done = run("check", *paths, "--data", str(data), "--format", "json")
    return json.loads(done.stdout)
