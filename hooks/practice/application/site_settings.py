"""What the site is called and where it stands, from mkdocs.yml.

MkDocs takes more there than plain values: a byte order mark, tags for the environment and for
Python's names, a file that it inherits from. Only our own fields need to be plain text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import partial

import yaml

from ..messages import say
from ..model import Problem
from ..rendering.settings import Settings
from .day import build_day
from .errors import ProjectError
from .project import Project

NAME = "mkdocs.yml"
ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*\.)*[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*"
    r"(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~!$&()*+,;=:@%/-]*)?"
)
"""A host and a path in the signs that RFC 3986 allows, but for quotes."""
UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
"""Signs that end a line, or that XML and UTF-8 cannot hold; for a set of a pattern."""
FIELDS: dict[str, tuple[re.Pattern[str], str]] = {
    "site_name": (re.compile(rf"[^\s{UNPRINTABLE}][^{UNPRINTABLE}]*"), "My library"),
    "site_url": (ADDRESS, "https://library.example.org/"),
    "repo_url": (ADDRESS, "https://code.example.org/library"),
    "extra.contact": (re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[\w-]+"), "library@example.org"),
}
"""Our fields: the form of each, and an example."""
Nodes = dict[str, yaml.Node]
"""The nodes of a file, by the names of their fields with a full stop between them."""


def settings(project: Project) -> Settings:
    """Name and addresses of the site, and the build's day. Raises ProjectError."""
    nodes, problems = _read(project)
    if problems:
        raise ProjectError("\n".join(map(str, problems)))
    name, url, repository, contact = (str(nodes[field].value).strip() for field in FIELDS)
    url = project.url or url
    day = build_day(project.root)
    return Settings(name, url.rstrip("/") + "/", repository.rstrip("/"), day, contact)


def is_address(text: str) -> bool:
    """Whether a text is the whole address of a site."""
    return bool(ADDRESS.fullmatch(text))


def problems(project: Project) -> list[Problem]:
    """What is wrong with our fields; nothing where there is no such file, as in a test's folder."""
    return _read(project)[1] if os.path.exists(_path(project)) else []


def nodes_of(project: Project) -> Nodes:
    """Every field of mkdocs.yml with its place; none where the file cannot be read."""
    return _read(project)[0]


def _path(project: Project) -> str:
    return os.path.join(project.root, NAME)


def _read(project: Project) -> tuple[Nodes, list[Problem]]:
    at = partial(_problem, project.shown(_path(project)))
    if not os.path.isfile(_path(project)):  # to open a pipe would wait for ever
        return {}, [at(None, "yaml", error="it is not a plain file")]
    try:
        with open(_path(project), encoding="utf-8-sig") as file:
            nodes = dict(_nodes(yaml.compose(file, yaml.SafeLoader)))
    except UnicodeDecodeError:
        return {}, [at(None, "yaml", error="it is not UTF-8")]
    except yaml.YAMLError as err:
        return {}, [at(getattr(err, "problem_mark", None), "yaml", error=_words(err))]
    return nodes, [problem for field in FIELDS for problem in _faults(nodes, field, at)]


def _words(err: yaml.YAMLError) -> str:
    return getattr(err, "problem", None) or str(err)


def _nodes(node: yaml.Node | None, above: str = "") -> Iterator[tuple[str, yaml.Node]]:
    """Every field of a mapping, and those of mappings in it."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{above}{key.value}"
            yield name, value
            yield from _nodes(value, f"{name}.")


def _faults(nodes: Nodes, field: str, at: Callable[..., Problem]) -> Iterator[Problem]:
    form, example = FIELDS[field]
    node = nodes.get(field)
    if node is None:
        yield at(None, "missing", field=field, example=example)
    elif not isinstance(node, yaml.ScalarNode) or not node.tag.startswith("tag:yaml.org,2002:"):
        yield at(node.start_mark, "plain", field=field, example=example)
    elif not form.fullmatch(str(node.value).strip()):
        yield at(node.start_mark, "form", field=field, given=repr(node.value), example=example)


def _problem(path: str, mark: yaml.Mark | None, key: str, **values: str) -> Problem:
    message, hint = say(f"site-settings/{key}", **values)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(path, line, column, "site-settings", message, hint)
