"""Asks for an example field by field.

Who asks is given: the command line does it with prompts, a test with answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from ..model import STORY_FIELDS, Example, Problem
from ..reading import document, schema
from ..reading.folder import Reading
from . import questions, write
from .mend_values import day


class Option(NamedTuple):
    """Something to choose."""

    value: str
    words: str
    more: str = ""


class Asker(Protocol):
    """How a question is put."""

    def heading(self, title: str, lead: str) -> None:
        """Tells that a new part begins."""

    def text(self, label: str, help: str, *, lines: bool) -> str:
        """Some words, or nothing; `lines` when several lines are welcome."""

    def choose(self, label: str, help: str, options: Sequence[Option], most: int) -> list[str]:
        """Up to `most` values, or none."""

    def tell(self, problem: Problem) -> None:
        """Tells what is wrong with an answer."""


SKIPPED = frozenset(("editors", "thanks"))
"""Parts that the command line does not ask for: options give them."""


def ask(asker: Asker, reading: Reading, given: dict[str, Any]) -> dict[str, Any]:
    """An example in the making: what was given, and the answers."""
    value = dict(given)
    for part in questions.PARTS:
        if part.id not in SKIPPED:
            asker.heading(part.title, part.lead)
            for name in part.fields:
                if name not in value and _applies(name, value):
                    answer = _until_sound(asker, reading, name, value)
                    if answer:
                        value[name] = answer
    return write.in_order(value)


def _applies(name: str, value: dict[str, Any]) -> bool:
    """Whether a field is worth asking for, by the answers before."""
    kind = value.get("kind")
    if name in ("organisation", "nation", "place", "period"):
        return kind != "illustrative"
    return {
        "about": kind == "contributed",
        "checked_by_role": kind == "contributed",
        "sources": kind == "published",
        "learning_basis": bool(value.get("learning")),
        "privacy": False,
        "related": False,
    }.get(name, True)


def _until_sound(asker: Asker, reading: Reading, name: str, value: dict[str, Any]) -> Any:
    """The answer to a question that is repeated while something is wrong with it."""
    while True:
        answer = _field(asker, reading, name, value)
        found = faults(name, answer) if answer else []
        if not found:
            return answer
        for problem in found:
            asker.tell(problem)


def faults(name: str, value: Any) -> list[Problem]:
    """What is wrong with the value of one field, in the words of `practice check`."""
    record = document.read(write.field(name, value).encode(), "example.yml")
    return [
        p
        for p in schema.check(Example, record, id="example").problems
        if p.rule != "required" or f"{name}," in p.message
    ]


def _field(asker: Asker, reading: Reading, name: str, value: dict[str, Any]) -> Any:
    about = schema.json_schema()["properties"][name]
    if name == "period":
        years = {
            key: asker.text(f"{questions.label(name)}: {key}", "A year, or nothing.", lines=False)
            for key in ("from", "to")
        }
        return years if any(years.values()) else None
    if name == "questions":
        return _several(asker, name, lambda: _group(asker, "questions", "Question", ("ask", "use")))
    if name == "sources":
        return _several(
            asker,
            name,
            lambda: _group(
                asker, "sources", "Citation", ("title", "publisher", "year", "url", "read")
            ),
        )
    if name == "consent":
        return _consent(asker)
    return _single(asker, name, name, about, reading)


def _single(
    asker: Asker, name: str, path: str, about: dict[str, Any], reading: Reading | None
) -> Any:
    own, last = write.bare(about), path.rsplit(".", 1)[-1]
    options = _options(path, reading)
    if options:
        chosen = asker.choose(
            questions.label(last), about["description"], options, own.get("maxItems", 1)
        )
        return chosen if own.get("type") == "array" else "".join(chosen)
    answer = asker.text(questions.label(last), about["description"], lines=name in STORY_FIELDS)
    return day(answer) or answer if own.get("format") == "date" else answer


def _options(path: str, reading: Reading | None) -> list[Option]:
    kind = questions.NAMED.get(path)
    if kind and reading:
        return [
            Option(
                thing.id,
                getattr(thing, "text", "") or thing.title,
                getattr(thing, "description", ""),
            )
            for thing in reading.known(kind)
        ]
    return [Option(value, words) for value, words in questions.OPTIONS.get(path, {}).items()]


def _group(asker: Asker, name: str, model: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """One item of a list; without its first value there is none."""
    about = schema.json_schema()["$defs"][model]["properties"]
    first = _single(asker, name, f"{name}.{fields[0]}", about[fields[0]], None)
    if not first:
        return {}
    rest = {
        field: _single(asker, name, f"{name}.{field}", about[field], None) for field in fields[1:]
    }
    return {fields[0]: first, **{field: answer for field, answer in rest.items() if answer}}


def _several(asker: Asker, name: str, put: Callable[[], dict[str, Any]]) -> list[dict[str, Any]]:
    """Items until one is empty, or there are enough."""
    most = write.bare(schema.json_schema()["properties"][name]).get("maxItems", 5)
    items: list[dict[str, Any]] = []
    while len(items) < most and (item := put()):
        items.append(item)
    return items


def _consent(asker: Asker) -> dict[str, Any]:
    about = schema.json_schema()["$defs"]["Consent"]["properties"]
    basis = _single(asker, "consent", "consent.basis", about["basis"], None)
    agreed = basis in ("organisation-agreed", "people-agreed")
    more = (
        {
            field: _single(asker, "consent", f"consent.{field}", about[field], None)
            for field in ("covers", "agreed_on", "ask_again", "reference")
        }
        if agreed
        else {}
    )
    return {key: answer for key, answer in {"basis": basis, **more}.items() if answer}
