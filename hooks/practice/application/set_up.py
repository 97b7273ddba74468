"""Sets the library up for those who run it: its name, its address, its repository, its email."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from ..cache import atomic_write
from ..messages import sentences
from .errors import ProjectError
from .project import Project
from .site_settings import FIELDS, NAME, UNPRINTABLE, sound_nodes

ADDRESSED = (".github/ISSUE_TEMPLATE/config.yml", "docs/about/data.md")
"""Files with the address of the site in full, apart from mkdocs.yml."""
TITLES = {
    "README.md": re.compile(r"\A# (?P<name>.*)$", re.MULTILINE),
    "docs/index.md": re.compile(r"^title: (?P<name>.*)$", re.MULTILINE),
}
"""Files with the name of the site, apart from mkdocs.yml."""
PLAIN_NAME = re.compile(rf"[^\s<>\[\]*_`#|\\{UNPRINTABLE}][^<>\[\]*_`#|\\{UNPRINTABLE}]*")
"""A name that is words alone: it is used in titles, where Markdown's markup would count."""
RESERVED = re.compile(
    r"(?<![\w.-])"
    r"(?:[\w-]+\.)*(?:[\w-]+\.(?:example|test|invalid|localhost)|example\.(?:com|net|org))"
    r"(?![\w-]|\.\w)",
    re.IGNORECASE,
)
"""Whole names that belong to nobody for ever (RFC 2606), and no parts of longer ones."""


@dataclass(frozen=True)
class Reserved:
    """A reserved name that is still in a file."""

    path: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.name} is a reserved name"


def known(project: Project) -> dict[str, str]:
    """What is set now, by field. Raises ProjectError where mkdocs.yml cannot be read."""
    nodes = sound_nodes(project)
    return {field: str(nodes[field].value) for field in nodes if field in FIELDS}


def fault(field: str, value: str) -> str:
    """What is wrong with a value for a field, or ""."""
    form, example = FIELDS[field]
    form = PLAIN_NAME if field == "site_name" else form
    return "" if form.fullmatch(value) else f"write it whole, for example: {example}"


def write(project: Project, values: Mapping[str, str]) -> list[str]:
    """Writes every place that needs the values, and names the files that changed."""
    before = known(project)
    after = {**before, **values}
    texts = {NAME: _mkdocs(project, after)}
    for path, place in TITLES.items():
        scalar = after["site_name"] if path == "README.md" else _scalar(after["site_name"])
        texts[path] = _in_place(_text(project, path), place, scalar)
    old, new = re.escape(before["site_url"].rstrip("/")), after["site_url"].rstrip("/")
    places = re.compile(rf"{old}(?![\w-]|\.\w)|https://{RESERVED.pattern}", re.IGNORECASE)
    texts |= {path: places.sub(lambda _: new, _text(project, path)) for path in ADDRESSED}
    changed = [path for path, text in texts.items() if text != _text(project, path)]
    for path in changed:
        with atomic_write(os.path.join(project.root, path)) as file:
            file.write(texts[path].encode())
    return changed


def reserved(project: Project) -> list[Reserved]:
    """Every reserved name that a published site would show."""
    return [
        Reserved(path, number, found[0])
        for path in (NAME, *ADDRESSED)
        for number, line in enumerate(_text(project, path).splitlines(), 1)
        if not line.lstrip().startswith("#")
        for found in RESERVED.finditer(line)
    ]


def _text(project: Project, path: str) -> str:
    """A file of the project; "" where it has none. Raises ProjectError where it is not UTF-8."""
    try:
        with open(os.path.join(project.root, path), encoding="utf-8-sig") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise ProjectError(sentences("project/utf-8", path=path)) from None


def _mkdocs(project: Project, values: Mapping[str, str]) -> str:
    """mkdocs.yml with values in their places: all else in it stays as it is."""
    text = _text(project, NAME)
    for start, end, value in sorted(_spans(project, values), reverse=True):
        text = f"{text[:start]}{value}{text[end:]}"
    return text


def _spans(project: Project, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    nodes = sound_nodes(project)
    for field, value in values.items():
        node = nodes[field]
        if str(node.value) != value:
            yield node.start_mark.index, node.end_mark.index, _scalar(value)


def _scalar(value: str) -> str:
    """A text as YAML: plain where it may be, else in quotes."""
    dumped: str = yaml.safe_dump(value, allow_unicode=True, width=1 << 20)
    return dumped.removesuffix("\n").removesuffix("\n...")


def _in_place(text: str, place: re.Pattern[str], value: str) -> str:
    found = place.search(text)
    return f"{text[: found.start('name')]}{value}{text[found.end('name') :]}" if found else text
