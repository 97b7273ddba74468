"""Hugo on the same examples: a page each, a taxonomy for each kind of term, its lists in pages of
the same length, one JSON file.

It draws no related examples, no structured data, no file for machines for each example and no
feeds, so it does less than we do. Around each page stands the frame that our own theme draws, so
that both write pages of the same weight.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
from collections.abc import Mapping, Sequence
from importlib import metadata

from .builder import HEADING, Builder, heading, replace, write
from .corpus import Story

HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUTS, SETTINGS = os.path.join(HERE, "layouts"), os.path.join(HERE, "hugo.json")
PARTS = {
    "context": "Why they tried it",
    "what_they_did": "What they did",
    "what_changed": "What changed",
    "what_helped": "What helped",
    "what_got_in_the_way": "What got in the way",
    "learning": "What others can learn",
    "limits": "What is not known",
}
SLOTS = {
    "title": "{{ .Title }} · {{ site.Title }}",
    "description": "{{ with .Params.summary }}{{ . }}{{ end }}",
    "url": "{{ .Permalink }}",
    "body": '{{ block "main" . }}{{ end }}',
}
"""What Hugo puts into the slots of our frame; the others stay empty."""


def binary() -> str:
    """Hugo's own program in the Python package of that name, without the Python around it; or
    nothing.
    """
    return _program("hugo", "hugo/binaries/hugo")


def pagefind() -> str:
    """The same of Pagefind."""
    return _program("pagefind_bin", "pagefind_bin/pagefind")


def _program(package: str, file: str) -> str:
    try:
        path = str(metadata.distribution(package).locate_file(file))
    except metadata.PackageNotFoundError:
        return ""
    return path if os.path.exists(path) else ""


class Hugo(Builder):
    """A Hugo site with the same words."""

    name = "hugo"
    kept = ("site", "resources", ".hugo_build.lock")

    def __init__(self, root: str, frame: str, titles: Mapping[str, Mapping[str, str]]):
        options = "--quiet --destination site --cleanDestinationDir --noBuildLock --cacheDir"
        super().__init__(root, (binary(), *options.split(), os.path.join(root, "cache")))
        self.frame, self.titles = frame, titles

    def set_up(self, made: Sequence[Story]) -> None:
        shutil.copytree(LAYOUTS, os.path.join(self.root, "layouts"))
        write(os.path.join(self.root, "layouts", "baseof.html"), base(self.frame))
        shutil.copy(SETTINGS, self.root)
        for kind, terms in self.titles.items():
            for id, title in terms.items():
                self._name_term(kind, id, title)
        for story in made:
            self.save_example(story)

    def _name_term(self, kind: str, id: str, title: str) -> None:
        write(
            os.path.join(self.root, "content", kind, id, "_index.md"),
            f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n",
        )

    def _example(self, id: str) -> str:
        return os.path.join(self.root, "content", "examples", f"{id}.md")

    def save_example(self, story: Story) -> None:
        write(self._example(story["id"]), page(story))

    def delete_example(self, id: str) -> None:
        os.unlink(self._example(id))

    def rename_theme(self, id: str, title: str) -> None:
        self._name_term("themes", id, title)

    def edit_template(self, words: str) -> None:
        replace(
            os.path.join(self.root, "layouts", "examples", "page.html"), HEADING, heading(words)
        )


class Searched(Hugo):
    """The same, and then Pagefind over all its pages. Neither keeps anything for the next build."""

    name = "hugo, pagefind"

    def __init__(self, root: str, frame: str, titles: Mapping[str, Mapping[str, str]]):
        super().__init__(root, frame, titles)
        commands = (self.command, (pagefind(), "--quiet", "--site", "site"))
        self.command = ("sh", "-c", " && ".join(map(shlex.join, commands)))


def base(frame: str) -> str:
    """Our frame as a Hugo template, with links from the root, so that it serves every depth."""
    text = frame.replace("../../", "/")
    return re.sub(r"xslotx([a-z]+)xtolsx", lambda match: SLOTS.get(match[1], ""), text)


def page(story: Story) -> str:
    """An example in Hugo's own format: front matter, then one text."""
    front = {
        key: value
        for key, value in story.items()
        if key not in (*PARTS, "id", "nation", "related", "consent", "guides")
    }
    front |= {
        "nations": [story["nation"]],
        "date": story["added"],
        "guides": sorted({guide.partition("#")[0] for guide in story["guides"]}),
    }
    lines = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items()
    )
    return f"---\n{lines}---\n{body(story)}"


def body(story: Story) -> str:
    """The story as one Markdown text, with links by address."""
    parts = "".join(
        f"## {heading}\n\n{story[field]}\n" for field, heading in PARTS.items() if field in story
    )
    beside = "".join(f"- [{id}](/examples/{id}/)\n" for id in story["related"])
    return re.sub(
        r"\]\((example|theme):", r"](/\1s/", f"{parts}## Examples beside this one\n\n{beside}"
    )
