"""This project's own build, on a copy of the project."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence

from . import corpus
from .builder import HEADING, Builder, heading, replace, write
from .corpus import Story

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
UNWANTED = shutil.ignore_patterns("__pycache__", "*.egg-info")


class Ours(Builder):
    """`practice build` in a copy of the project, with the copy's own code and templates.

    What no other builder makes is left out.
    """

    name = "ours"
    kept = ("site", ".site-before", ".cache")
    options: tuple[str, ...] = ("--no-downloads",)

    def set_up(self, made: Sequence[Story]) -> None:
        for folder in ("hooks", "overrides"):
            shutil.copytree(
                os.path.join(PROJECT, folder), os.path.join(self.root, folder), ignore=UNWANTED
            )
        shutil.copy(os.path.join(PROJECT, "mkdocs.yml"), self.root)
        corpus.write(
            made,
            os.path.join(PROJECT, "examples_data"),
            os.path.join(PROJECT, "docs"),
            self._data,
            os.path.join(self.root, "docs"),
        )
        self.command = (sys.executable, "-m", "practice", "build", *self.options)
        self.environment = {
            **self.environment,
            "PYTHONPATH": os.path.join(self.root, "hooks"),
            "PRACTICE_ROOT": self.root,
        }

    @property
    def _data(self) -> str:
        return os.path.join(self.root, "examples_data")

    def _example(self, id: str) -> str:
        return os.path.join(self._data, "examples", f"{id}.yml")

    def save_example(self, story: Story) -> None:
        write(self._example(story["id"]), corpus.as_yaml(story))

    def delete_example(self, id: str) -> None:
        os.unlink(self._example(id))

    def rename_theme(self, id: str, title: str) -> None:
        replace(
            os.path.join(self._data, "vocabulary", "themes.yml"),
            rf"(?<=^- id: {id}\n  title: ).*",
            title,
        )

    def edit_template(self, words: str) -> None:
        replace(
            os.path.join(self.root, "hooks", "practice", "rendering", "templates", "example.html"),
            HEADING,
            heading(words),
        )


class Whole(Ours):
    """The same with the search index and the files to download."""

    name = "ours, all"
    options = ()


def real_terms() -> corpus.Terms:
    """What the real library has to name."""
    return corpus.terms(os.path.join(PROJECT, "examples_data"), os.path.join(PROJECT, "docs"))


def made_up(folder: str, size: int) -> tuple[Ours, list[Story]]:
    """A copy of the project with a made-up library of some size."""
    made = list(corpus.stories(size, real_terms()))
    ours = Ours(os.path.join(folder, "ours"))
    ours.set_up(made)
    return ours, made
