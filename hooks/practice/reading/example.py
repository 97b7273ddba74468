"""One example: its bytes -> a frozen `Example`, or all its problems."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..checking import privacy, rules
from ..model import ID_PATTERN, Example, Problem
from . import document, schema
from .document import Fault, Record

ID = re.compile(ID_PATTERN)


def read(raw: bytes, path: str) -> tuple[Example | None, list[Problem]]:
    """The example (None when a problem is an error), and the problems."""
    try:
        record = document.read(raw, path)
    except Fault as fault:
        return None, [fault.problem(path)]
    checked = schema.check(Example, record, id=stem(path))
    found = checked.problems + (
        list(_rule_problems(record, checked.bad)) if isinstance(record.value, dict) else []
    )
    usable = all(problem.severity == "note" for problem in found)
    return (checked.thing if usable else None), sorted(found)


def sketch(raw: bytes, path: str) -> Example | None:
    """What stands of a faulty example: None when not even its YAML can be read."""
    try:
        record = document.read(raw, path)
    except Fault:
        return None
    sketch: Example | None = schema.sketch(Example, record, id=stem(path))
    return sketch


def stem(path: str) -> str:
    """The id that a file's name gives."""
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def name_problem(path: str) -> Problem | None:
    """The problem with a file's name, if there is one."""
    name = path.rsplit("/", 1)[-1]
    if (
        name.endswith(".yml")
        and ID.fullmatch(stem(path))
        and len(stem(path)) <= 80
        and not stem(path).isdigit()
    ):
        return None
    better = (
        re.sub(r"[^a-z0-9]+", "-", stem(path).removesuffix(".yaml").lower())[:80].strip("-")
        or "a-short-name"
    )
    better = f"in-{better}" if better.isdigit() else better
    hint = f"Call it {better}.yml: small letters, digits and single hyphens, and not digits alone."
    return Problem(path, 1, 1, "file-name", f"{name!r} cannot be the name of a file here", hint)


def _rule_problems(record: Record, bad: set[str]) -> Iterator[Problem]:
    value = record.value
    for rule in rules.RULES:
        if bad.isdisjoint(rule.needs):
            for path, message, hint in rule.check(value):
                yield schema.problem(record, path, rule.name, message, hint)
    for path, fault in rules.text_faults(value, bad):
        yield schema.text_problem(record, path, fault)
    for path, finding in privacy.check(value):
        mark = record.find(path, finding.words, finding.nth)
        yield Problem(
            record.path,
            mark.line,
            mark.column,
            finding.rule,
            finding.message,
            finding.hint,
            finding.severity,
        )
