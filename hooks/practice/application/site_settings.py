"""What the site is called and where it is, from mkdocs.yml.

MkDocs takes more there than plain values: a byte order mark, tags for the environment and for
Python's names, a file that it inherits from. Only our own fields need to be plain text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import partial

import yaml

from ..messages import problem
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
"""A host and a path in the characters that RFC 3986 allows, but for quotes."""
UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
"""Characters that end a line, or that XML and UTF-8 cannot hold; for a set of a pattern."""
FIELDS: dict[str, tuple[re.Pattern[str], str]] = {
    "site_name": (re.compile(rf"[^\s{UNPRINTABLE}][^{UNPRINTABLE}]*"), "My library"),
    "site_url": (ADDRESS, "https://library.example.org/"),
    "repo_url": (ADDRESS, "https://code.example.org/library"),
    "extra.contact": (re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[\w-]+"), "library@example.org"),
}
"""Our fields: the form of each, and an example."""
HOOK = "hooks/mkdocs_hooks.py"
"""Without it MkDocs knows nothing of the library, and draws a site of its own."""
Nodes = dict[str, yaml.Node]
"""The nodes of a file, by the names of their fields with a full stop between them."""


def settings(project: Project) -> Settings:
    """Name and addresses of the site, and the build's day. Raises ProjectError."""
    nodes = sound_nodes(project)
    name, url, repository, contact = (str(nodes[field].value).strip() for field in FIELDS)
    url = project.url or url
    day = build_day(project.root)
    return Settings(name, url.rstrip("/") + "/", repository.rstrip("/"), day, contact)


def problems(project: Project) -> list[Problem]:
    """What is wrong with the file and with our fields in it."""
    return _read(project)[1]


def sound_nodes(project: Project) -> Nodes:
    """Every field of mkdocs.yml with its place. Raises ProjectError where something is wrong."""
    nodes, problems = _read(project)
    if problems:
        raise ProjectError("\n".join(map(str, problems)))
    return nodes


def _path(project: Project) -> str:
    return os.path.join(project.root, NAME)


def _read(project: Project) -> tuple[Nodes, list[Problem]]:
    at = partial(_problem, project.display(_path(project)))
    if not os.path.lexists(_path(project)):
        return {}, [at(None, "gone")]
    if not os.path.isfile(_path(project)):  # to open a pipe would wait for ever
        return {}, [at(None, "yaml", error="it is not a plain file")]
    try:
        with open(_path(project), encoding="utf-8-sig") as file:
            root = yaml.compose(file, yaml.SafeLoader)
    except UnicodeDecodeError:
        return {}, [at(None, "yaml", error="it is not UTF-8")]
    except yaml.YAMLError as err:
        return {}, [at(getattr(err, "problem_mark", None), "yaml", error=_words(err))]
    nodes = dict(_nodes(root))
    duplicates = [
        at(key.start_mark, "doubled", field=str(key.value)) for key in _duplicate_keys(root, set())
    ]
    faults = [p for field in FIELDS for p in _faults(nodes, field, at)]
    faults += [*_without_hook(nodes.get("hooks"), at), *_without_theme(project, nodes, at)]
    return nodes, duplicates + faults


def _words(err: yaml.YAMLError) -> str:
    return getattr(err, "problem", None) or str(err)


def _nodes(node: yaml.Node | None, above: str = "") -> Iterator[tuple[str, yaml.Node]]:
    """Every field of a mapping, and those of the mappings that are its values."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{above}{key.value}"
            yield name, value
            if not above:
                yield from _nodes(value, f"{name}.")


def _duplicate_keys(node: yaml.Node | None, seen: set[int]) -> Iterator[yaml.Node]:
    """Each key that its mapping has already: MkDocs reads the last of them, without a word. A node
    that is in several places, or in itself, is looked at once.
    """
    if not isinstance(node, yaml.CollectionNode) or id(node) in seen:
        return
    seen.add(id(node))
    keys = set()
    for part in node.value:
        if isinstance(node, yaml.MappingNode):
            key, part = part
            if isinstance(key, yaml.ScalarNode) and key.value != "<<":
                if key.value in keys:
                    yield key
                keys.add(key.value)
        yield from _duplicate_keys(part, seen)


def _faults(nodes: Nodes, field: str, at: Callable[..., Problem]) -> Iterator[Problem]:
    form, example = FIELDS[field]
    node = nodes.get(field)
    if node is None:
        above, _, name = field.rpartition(".")
        written = f"{name}: {example}"
        written = f"{above}: {{{written}}}" if above else written
        yield at(None, "missing", field=field, written=written)
    elif not isinstance(node, yaml.ScalarNode) or not node.tag.startswith("tag:yaml.org,2002:"):
        yield at(node.start_mark, "plain", field=field, example=example)
    elif not form.fullmatch(str(node.value).strip()):
        yield at(node.start_mark, "form", field=field, given=repr(node.value), example=example)
    elif node.style not in ("|", ">") and node.start_mark.line != node.end_mark.line:
        yield at(node.start_mark, "lines", field=field, example=example)


def _without_hook(hooks: yaml.Node | None, at: Callable[..., Problem]) -> Iterator[Problem]:
    named = hooks.value if isinstance(hooks, yaml.SequenceNode) else ()
    if HOOK not in [os.path.normpath(str(node.value)) for node in named]:
        mark = hooks.start_mark if hooks else None
        yield at(mark, "hook", hook=HOOK)


def _without_theme(project: Project, nodes: Nodes, at: Callable[..., Problem]) -> Iterator[Problem]:
    """A problem where the folder of the templates is not there."""
    node = nodes.get("theme.custom_dir")
    if node and not os.path.isdir(os.path.join(project.root, str(node.value))):
        yield at(node.start_mark, "folder", given=repr(node.value))


def _problem(path: str, mark: yaml.Mark | None, key: str, **values: str) -> Problem:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return problem(path, line, column, f"site-settings/{key}", **values)
