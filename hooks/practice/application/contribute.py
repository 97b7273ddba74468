"""What contributors' commands do with the project's files: mend examples, write new ones, and
comment on what was sent.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..cache import atomic_write
from ..checking import reader
from ..contributing import changes, headings, issue, renamed, withdraw, write
from ..contributing import comment as commenting
from ..contributing import inbox as waiting
from ..contributing.autofix import Fixed, autofix
from ..contributing.given import GivenError, check_characters
from ..contributing.names import Names, slugify
from ..messages import problem
from ..model import Problem
from ..reading import document, example, ignored_files, text_file
from ..reading.folder import Reading
from . import check
from .project import Project, check_sources, is_in
from .site_settings import settings

Ask = Callable[[Reading, dict[str, Any]], dict[str, Any]]
"""Asks a person for what an example lacks."""
MAX_NAME_LENGTH = 60
"""Letters of an id that is made from a title: whole words alone."""


def comment(project: Project, before: str, docs_before: str = "") -> str:
    """The comment on what differs from another data folder, `before`, and from another folder of
    hand-written pages, `docs_before`; without `before` on all examples.
    """
    reading, problems = check.read_with_advice(project)
    files, had = examples(project.data), _bytes(examples(before)) if before else {}
    sent = commenting.sent(reading, problems, had, files, project.display)
    own = {project.display(path) for path in files.values()}
    others = [p for p in problems if p.path not in own and p.severity == "error"]
    present = set(files).union(*(one.example.aliases or () for one in sent if one.example))
    gone = [f"examples/{id}/" for id in sorted(set(had) - present)]
    pairs = ((before, project.data), (docs_before, project.docs))
    changed = [one for old, new in pairs if old for one in _other_changes(project, old, new)]
    other_changes = commenting.OtherChanges(others, commenting.shortened(changed), gone)
    return commenting.write(sent, other_changes, settings(project).url)


def _bytes(paths: Mapping[str, str]) -> dict[str, bytes]:
    return {name: Path(path).read_bytes() for name, path in paths.items()}


def _other_changes(project: Project, before: str, now: str) -> Iterator[changes.Change]:
    """What changed in the files of a folder that are no examples."""
    old, new = _bytes(_texts(before)), _bytes(_texts(now))
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            label = project.display(os.path.join(now, name))
            yield from changes.of_file(label, old.get(name, b""), new.get(name, b""))


def _texts(top: str) -> dict[str, str]:
    """The paths of the data and pages below a folder, but for examples, by their names there."""
    return {
        os.path.relpath(path, top): path
        for folder, _, names in os.walk(top)
        for path in (os.path.join(folder, name) for name in names)
        if path.endswith((".yml", ".md", ".txt"))
        and _is_plain(path)
        and os.path.relpath(folder, top) != "examples"
    }


def inbox(project: Project) -> list[waiting.Draft]:
    """Every draft that waits for an editor, the oldest first."""
    reading, problems = check.read_with_advice(project)
    return waiting.drafts(reading, problems, project.display)


def examples(data: str) -> dict[str, str]:
    """The files of a data folder's examples, by id."""
    top = os.path.join(data, "examples")
    names = sorted(os.listdir(top)) if os.path.isdir(top) else []
    paths = (os.path.join(top, name) for name in names if not ignored_files.is_ignored(name))
    return {example.stem(path): path for path in paths if _is_plain(path)}


def _is_plain(path: str) -> bool:
    return os.path.isfile(path) and not os.path.islink(path)


def fix(project: Project, paths: Sequence[str]) -> Iterator[tuple[str, Fixed]]:
    """Mends examples where that is certain, and former ids everywhere: each file that was written,
    and what was done.
    """
    names = Names(check.read_files(project))
    for path in paths or sorted(examples(project.data).values()):
        if path.endswith(".yml") and _is_plain(path):
            found = autofix(Path(path).read_bytes(), names)
            if found.done:
                write_example(path, found.text)
                yield path, found
    for path, found in renamed.rewrite(check.read_files(project)):
        if not paths or is_in(path, paths):
            write_example(path, found.text)
            yield path, found


def write_example(path: str, text: str) -> None:
    """Writes an example's file, with the line ends of every system but Windows."""
    with atomic_write(path) as file:
        file.write(text.encode())


def name_problem(project: Project, id: str) -> Problem | None:
    """What is wrong with the name of a new example, if anything is."""
    path = os.path.join(project.data, "examples", f"{id}.yml")
    if example.name_problem(project.display(path), f"{id}.yml"):
        values = {"given": repr(id), "better": example.suggested_id(id)}
        return problem(project.display(path), 1, 1, "file-name/new", **values)
    if os.path.lexists(path):
        return problem(project.display(path), 1, 1, "unique-id/example", given=repr(id))
    return None


def withdrawn(project: Project, id: str, day: str, reason: str) -> tuple[str, str]:
    """The path of an example, and the note to write there in place of its story.

    Raises KeyError when there is no such example, ReadError when its file cannot be read, and
    `GivenError` when the reason is at fault.
    """
    check_sources(project)
    path = examples(project.data)[id]
    value = document.read(Path(path).read_bytes(), path).value
    if not isinstance(value, dict):
        raise text_file.ReadError(1, 1, "shape/no-fields")
    check_characters("--reason", reason)
    text = withdraw.note(id, value, day, reason)
    for fault in _faults_of_reason(text, path):
        raise GivenError(f"--reason: {fault.message}. {fault.hint}")
    return path, text


def _faults_of_reason(note: str, path: str) -> list[Problem]:
    """What is wrong with the three lines of a note that say when and why. What was wrong with the
    example before keeps nobody from taking it back.
    """
    line = note.partition("\nwithdrawn:")[0].count("\n") + 2
    _, found = reader.read_example(note.encode(), path)
    return [p for p in found if p.severity == "error" and line <= p.line < line + 3]


def mentions(project: Project, id: str) -> Iterator[tuple[str, int]]:
    """Each line of the library's other files that names an id: the file's path, and the line."""
    named = re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])")
    for top in (project.data, project.docs):
        for path in sorted(Path(top).rglob("*")):
            if path.suffix not in (".yml", ".md") or path.stem == id or not path.is_file():
                continue
            lines = path.read_text("utf-8", "replace").splitlines()
            yield from ((str(path), n) for n, line in enumerate(lines, 1) if named.search(line))


def new(project: Project, given: Mapping[str, Any], source: str, ask: Ask | None) -> str:
    """The text of a new example: from what was given, from the headings of a file, and from
    answers.
    """
    reading = check.read_files(project)
    found = headings.read(Path(source)) if source else []
    value, left = headings.values(found, Names(reading))
    value = write.in_order({**value, **given})
    if ask:
        value = ask(reading, value)
    return write.draft(value) + headings.comments(left)


def issue_file(project: Project, body: str, day: str) -> tuple[str, str]:
    """The id and the text of the example that an issue makes, which came in on a day."""
    text = issue.file(body, Names(check.read_files(project)), day)
    whole = slugify(issue.title(text))
    cut = whole[: MAX_NAME_LENGTH + 1].rpartition("-")[0]
    short = whole if len(whole) <= MAX_NAME_LENGTH else cut
    return short.strip("-") or "a-short-name", text


def issue_form(project: Project) -> str:
    """The issue form, for .github/ISSUE_TEMPLATE/example.yml."""
    return issue.form(check.read_files(project))
