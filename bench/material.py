"""Material for MkDocs with its tags plugin on the same examples, kept out of the navigation: its
quickest way (in it, the cost is quadratic).
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Mapping, Sequence

from .builder import Builder, write
from .corpus import Story
from .hugo import told

SETTINGS = """site_name: Outcomes in Practice
site_url: https://outcomes-in-practice.example/
theme: {name: material, custom_dir: overrides, font: false}
plugins: [search, tags]
markdown_extensions: [attr_list, tables, admonition]
nav: [index.md, tags.md]
not_in_nav: examples/*
"""


def installed() -> bool:
    """Whether Material can be run here."""
    return importlib.util.find_spec("material") is not None


class Material(Builder):
    """A Material site with the same words."""

    name = "material"
    kept = ("site",)

    def __init__(self, root: str, titles: Mapping[str, Mapping[str, str]]):
        super().__init__(root, (sys.executable, "-m", "mkdocs", "build", "--strict"))
        self.titles = {kind: dict(terms) for kind, terms in titles.items()}
        self.stories: dict[str, Story] = {}

    def set_up(self, made: Sequence[Story]) -> None:
        write(os.path.join(self.root, "mkdocs.yml"), SETTINGS)
        write(os.path.join(self.root, "overrides", "main.html"), '{% extends "base.html" %}\n')
        write(os.path.join(self.root, "docs", "index.md"), "# Outcomes in Practice\n")
        write(os.path.join(self.root, "docs", "tags.md"), "# Tags\n\n<!-- material/tags -->\n")
        for story in made:
            self.save_example(story)

    def _example(self, id: str) -> str:
        return os.path.join(self.root, "docs", "examples", f"{id}.md")

    def save_example(self, story: Story) -> None:
        self.stories[story["id"]] = story
        tags = [
            self.titles[kind][id] for kind in ("themes", "settings", "roles") for id in story[kind]
        ]
        front = {"title": story["title"], "description": story["summary"], "tags": tags}
        lines = "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items()
        )
        write(
            self._example(story["id"]),
            f"---\n{lines}---\n# {story['title']}\n\n{story['summary']}\n\n{_links(told(story))}",
        )

    def delete_example(self, id: str) -> None:
        self.stories.pop(id)
        os.unlink(self._example(id))

    def rename_theme(self, id: str, title: str) -> None:
        """A tag has no page of its own, so every example that has it is written again."""
        self.titles["themes"][id] = title
        for story in [story for story in self.stories.values() if id in story["themes"]]:
            self.save_example(story)

    def edit_template(self, words: str) -> None:
        write(
            os.path.join(self.root, "overrides", "main.html"),
            f'{{% extends "base.html" %}}\n{{# {words} #}}\n',
        )


def _links(text: str) -> str:
    """Links between examples by file, as MkDocs wants them; a theme is a heading of the list of
    tags.
    """
    lines = text.replace("](/themes/", "](../tags.md#tag:").split("\n")
    return "\n".join(
        line.replace("/)", ".md)") if "](/examples/" in line else line.replace("/)", ")")
        for line in lines
    ).replace("](/examples/", "](")
