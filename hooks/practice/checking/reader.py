"""Reads files, and checks each example by the rules as it is read."""

from __future__ import annotations

from collections.abc import Iterator

from ..cache import Cache
from ..model import Example, Problem
from ..reading import example, schema
from ..reading.document import Record
from ..reading.folder import Reader, Reading, Show
from . import privacy, privacy_outside_fields, rules


def read_folder(
    data: str, docs: str, cache: Cache, version: bytes = b"", show: Show = str
) -> Reading:
    """Everything below `data` (of the shape of examples_data/) and `docs`.

    `version` is the digest of the code; `show` makes a path fit for a message.
    """
    return Reader(cache, rule_problems, version, show).read(data, docs)


def read_example(raw: bytes, path: str) -> tuple[Example | None, list[Problem]]:
    """The example (None when a problem is an error), and the problems."""
    contents = example.read(raw, path, rule_problems)
    return next(iter(contents.things), None), list(contents.problems)


def rule_problems(record: Record, bad: set[str]) -> Iterator[Problem]:
    """What breaks a rule in the fields of an example that are sound by themselves."""
    value = record.value
    for rule in rules.RULES:
        if bad.isdisjoint(rule.needs):
            for path, message, hint in rule.check(value):
                place = record.mark(path)[:2]
                yield Problem(record.path, *place, rule.name, message, hint, rule.severity)
    for path, fault in rules.text_faults(value, bad):
        yield schema.text_problem(record, path, fault)
    for path, finding in privacy.check(value):
        place = record.find(path, finding.words, finding.nth)[:2]
        said = finding.rule, finding.message, finding.hint, finding.severity
        yield Problem(record.path, *place, *said)
    yield from privacy_outside_fields.in_example(record)
