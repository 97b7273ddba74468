"""A way to build the made-up library: a folder of its own, a command, and how each kind of edit is
made there.
"""

from __future__ import annotations

import os
import re
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import ClassVar

from .corpus import Story
from .measure import Run, run

QUIET = {
    "SOURCE_DATE_EPOCH": "1767225600",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}
"""A fixed day, and compiled Python kept as on any user's machine."""

HEADING = r'<h2 id="facts">[^<]*</h2>'
"""A heading that the template of an example's page has here and in Hugo."""


@dataclass
class Builder(ABC):
    """One builder in one folder."""

    root: str
    command: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=lambda: dict(QUIET))

    name: ClassVar[str] = ""
    kept: ClassVar[tuple[str, ...]] = ()
    """Folders below the root that a first build does not have."""

    @property
    def site(self) -> str:
        return os.path.join(self.root, "site")

    @abstractmethod
    def set_up(self, made: Sequence[Story]) -> None:
        """Writes the whole library into the builder's folder."""

    @abstractmethod
    def save_example(self, story: Story) -> None:
        """Writes one example."""

    @abstractmethod
    def delete_example(self, id: str) -> None:
        """Deletes one example."""

    @abstractmethod
    def rename_theme(self, id: str, title: str) -> None:
        """Gives a theme another title."""

    @abstractmethod
    def edit_template(self, words: str) -> None:
        """Puts some words into the template of an example's page."""

    def forget(self) -> None:
        """Sets aside all that earlier builds left.

        It is not deleted: for minutes after that, ext4 looks through the files that it deleted
        lately for each new one, which cost a first build of 10,000 files up to 6 s.
        """
        aside = tempfile.mkdtemp(
            prefix=f"{os.path.basename(self.root)}-before-", dir=os.path.dirname(self.root)
        )
        for name in self.kept:
            with suppress(FileNotFoundError):
                os.rename(os.path.join(self.root, name), os.path.join(aside, name))

    def build(self) -> Run:
        """Builds the site."""
        return run(self.command, self.root, self.environment)


def write(path: str, text: str) -> None:
    """Writes a file, with the folders that it needs."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def heading(words: str) -> str:
    """That heading with other words."""
    return f'<h2 id="facts">{words}</h2>'


def replace(path: str, pattern: str, text: str) -> None:
    """Puts some text where a pattern is first found in a file."""
    with open(path, encoding="utf-8") as file:
        before = file.read()
    after = re.sub(pattern, lambda _: text, before, count=1, flags=re.MULTILINE)
    if after == before:
        raise LookupError(f"{pattern!r} is not in {path}")
    write(path, after)
