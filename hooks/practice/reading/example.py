"""One example: its bytes -> a frozen `Example`, or all its problems."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable

from ..messages import problem
from ..model import ID_PATTERN, Example, Problem
from . import document, schema
from .contents import Contents
from .document import Record
from .text_file import ReadError

ID = re.compile(ID_PATTERN)
DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that no file can have on Windows: with one of them nobody there can check out."""
SUFFIXES = re.compile(r"(?:\.(?:yaml|yml|txt))+$")
OTHERS = re.compile(r"\.(?:orig|bak|swp|tmp|rej)$", re.IGNORECASE)
"""Copies that people, programs and git leave behind."""
TO_FILL_IN = frozenset(
    (
        "required",
        "empty",
        "too-few",
        "too-short",
        "organisation-is-named",
        "nation-is-named",
        "published-has-a-source",
        "source-is-named",
        "learning-says-whose",
        "agreement-is-recorded",
        "contributed-says-whom-it-is-about",
        "people-agree-to-their-own-story",
        "a-second-person-has-looked",
    )
)
"""Rules about what is missing. A draft may lack it: an editor fills it in."""
Check = Callable[[Record, set[str]], Iterable[Problem]]
"""Given a record and the names of its faulty fields: what breaks a rule in the others."""


def read(raw: bytes, path: str, check: Check) -> Contents:
    """The example, or what is sound of it. `check` finds what breaks a rule in a record."""
    try:
        record = document.read(raw, path)
    except ReadError as fault:
        return Contents(problems=[fault.problem(path)])
    checked = schema.check(Example, record, id=stem(path))
    found = list(checked.problems)
    if isinstance(record.value, dict):
        found += check(record, checked.bad)
        if record.value.get("status") == "draft":
            found = [_of_draft(one) for one in found]
    if checked.thing is None or any(one.severity == "error" for one in found):
        sketch = schema.sketch(Example, record, id=stem(path))
        return Contents(sketches=[sketch] if sketch else [], problems=sorted(found))
    return Contents([checked.thing], problems=sorted(found))


def _of_draft(found: Problem) -> Problem:
    """What a draft lacks is a note: it stops nothing, since a draft is never published."""
    return found._replace(severity="note") if found.rule in TO_FILL_IN else found


def stem(path: str) -> str:
    """The id that a file's name gives."""
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def name_problem(path: str, name: str = "", plural: str = "examples") -> Problem | None:
    """The problem with a file’s name, by default the last part of its path, if there is one.

    `plural` is what the files of its folder are called.
    """
    name = name or path.rsplit("/", 1)[-1]
    id = name.removesuffix(".yml")
    if (
        name.endswith(".yml")
        and ID.fullmatch(id)
        and len(id) <= 80
        and not id.isdigit()
        and not DEVICE.fullmatch(id)
    ):
        return None
    if OTHERS.search(name):
        return problem(path, 1, 1, "file-name/copy", given=repr(name), plural=plural)
    if os.path.isdir(path):
        return problem(path, 1, 1, "file-name/folder", given=repr(name))
    return problem(path, 1, 1, "file-name/form", given=repr(name), better=suggested_id(name))


def suggested_id(name: str) -> str:
    """The id that is nearest to a name."""
    better = (
        re.sub(r"[^a-z0-9]+", "-", SUFFIXES.sub("", name.lower()))[:80].strip("-") or "a-short-name"
    )
    return f"in-{better}" if better.isdigit() or DEVICE.fullmatch(better) else better
