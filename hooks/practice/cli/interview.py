"""Asks for an example field by field, at a terminal: `practice new --ask`."""

from __future__ import annotations

from typing import Any

import click

from ..contributing import questions, write
from ..contributing.autofix_values import day
from ..contributing.headings import CONSENT
from ..model import STORY_FIELDS, Example, Problem
from ..reading import document, schema
from ..reading.folder import Reading
from ..reading.text_file import ReadError

SKIPPED = frozenset(("editors", "thanks"))
"""Parts that are not asked for: options give them."""
GROUPS = {
    "questions": ("ask", "use"),
    "sources": ("title", "publisher", "year", "url", "read"),
    "consent": CONSENT,
}
"""What is asked for in a field that is a group, or a list of groups."""
REAL = {"kind": ["", "published", "contributed"]}
APPLIES = questions.APPLIES | {"place": REAL, "period": REAL, "sources": {"kind": ["published"]}}


def ask(reading: Reading, given: dict[str, Any]) -> dict[str, Any]:
    """An example in the making: what was given, and the answers. Whoever stops has what was
    answered before, if it was anything.
    """
    value = dict(given)
    try:
        _answers(reading, value)
    except (click.Abort, KeyboardInterrupt):
        if not any(answer for name, answer in value.items() if name not in given):
            raise
        click.echo("\nStopped. What you answered before this question is kept.")
    return write.in_order({name: answer for name, answer in value.items() if answer})


def _answers(reading: Reading, value: dict[str, Any]) -> None:
    """Puts an answer to each question into `value`, one after another."""
    for part in questions.PARTS:
        if part.id not in SKIPPED:
            click.echo(f"\n{part.title}\n{'-' * len(part.title)}\n{part.lead}".rstrip())
            for name in part.fields:
                if name not in value and _applies(name, value):
                    value[name] = _sound_answer(reading, name)


def _applies(path: str, value: dict[str, Any]) -> bool:
    """Whether a field is worth asking for, by the answers before."""
    if path == "learning_basis":
        return bool(value.get("learning"))
    wanted = APPLIES.get(path, {})
    return all((value.get(field.split(".")[-1]) or "") in wanted[field] for field in wanted)


def _sound_answer(reading: Reading, name: str) -> Any:
    """The answer to a question that is repeated while something is wrong with it."""
    while True:
        answer = _answer(reading, name)
        problems = _problems(name, answer) if answer else []
        if not problems:
            return answer
        for problem in problems:
            click.echo(f"  {problem.message}. {problem.hint}")


def _problems(name: str, value: Any) -> list[Problem]:
    """What is wrong with the value of one field, in the words of `practice check`."""
    raw = write.field(name, value).encode(errors="surrogateescape")
    try:
        record = document.read(raw, "example.yml")
    except ReadError as fault:
        return [fault.problem("example.yml")]
    return [
        p
        for p in schema.check(Example, record, id="example").problems
        if p.rule != "required" or f"{name}," in p.message
    ]


def _answer(reading: Reading, name: str) -> Any:
    about = schema.json_schema()["properties"][name]
    own = write.non_null(about)
    if name == "period":
        years = {
            key: _text(f"{questions.label(name)}: {key}", "A year, or nothing.")
            for key in ("from", "to")
        }
        return years if any(years.values()) else None
    if name not in GROUPS:
        return _single(name, about, reading)
    if own.get("type") != "array":
        return _group(name)
    items: list[dict[str, Any]] = []
    while len(items) < own.get("maxItems", 5) and (item := _group(name)):
        items.append(item)
    return items


def _group(name: str) -> dict[str, Any]:
    """The values of a group; `{}` without its first value."""
    fields = write.group_of(schema.json_schema()["properties"][name])
    value: dict[str, Any] = {}
    for field in GROUPS[name]:
        if _applies(f"{name}.{field}", value):
            value[field] = _single(f"{name}.{field}", fields[field], None)
        if not any(value.values()):
            return {}
    return {field: answer for field, answer in value.items() if answer}


def _single(path: str, about: dict[str, Any], reading: Reading | None) -> Any:
    own, help = write.non_null(about), about["description"]
    label = questions.label(path.rsplit(".", 1)[-1])
    is_list = own.get("type") == "array"
    options = _options(path, reading)
    if options:
        chosen = _choice(label, help, options, own.get("maxItems", 1))
        return chosen if is_list else "".join(chosen)
    answer = _text(label, help, lines=is_list or path in STORY_FIELDS)
    if is_list:
        return answer.splitlines()
    return day(answer) or answer if own.get("format") == "date" else answer


def _options(path: str, reading: Reading | None) -> dict[str, str]:
    """What can be chosen, each with its words."""
    kind = questions.NAMED.get(path)
    if not kind or not reading:
        return questions.OPTIONS.get(path, {})
    options = {}
    for thing in reading.known(kind):
        more = getattr(thing, "description", "")
        options[thing.id] = (getattr(thing, "text", "") or thing.title) + (more and f": {more}")
    return options


def _text(label: str, help: str, *, lines: bool = False) -> str:
    """The words of an answer, or `""`; `lines` when several lines are welcome."""
    click.echo(f"\n{help}{' An empty line ends it.' if lines else ''}")
    given: list[str] = []
    while line := click.prompt("  …" if given else label, default="", show_default=False).rstrip():
        given.append(line)
        if not lines:
            break
    return "\n".join(given)


def _choice(label: str, help: str, options: dict[str, str], most: int) -> list[str]:
    """The values that were chosen, or `[]`. What is no option's number stays as typed: the schema
    checks it.
    """
    click.echo(f"\n{help}")
    for number, words in enumerate(options.values(), 1):
        click.echo(f"  {number:2} {words}")
    wanted = "a number" if most == 1 else f"up to {most} numbers, with commas between them"
    answer = click.prompt(f"{label}: {wanted}", default="", show_default=False)
    known = {str(number): value for number, value in enumerate(options, 1)}
    return [known.get(part, part) for part in map(str.strip, answer.split(",")) if part]
