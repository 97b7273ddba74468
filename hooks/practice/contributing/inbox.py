"""Drafts that wait for an editor: what each lacks, and what to ask its sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Problem
from ..reading import document, text_file
from ..reading.folder import Reading
from ..reading.schema import json_schema
from ..reading.text_file import Fault
from . import questions, write

ASK = {
    "organisation": "What is your service or organisation called?",
    "nation": "Which nation are you in?",
    "settings": "What kind of service is it?",
    "about": "Is it about a whole service, a team, a small group of people, or one person?",
    "context": "What was hard before? Why did you try it?",
    "what_they_did": "What did you do, step by step?",
    "what_changed": "What changed, for whom, and how do you know? It may be too early to say.",
    "limits": "What do you not know yet? Where might it not work?",
    "knowledge": "How do you know: from your own work, from people who use support, from figures?",
    "questions": "What would you ask another team about this?",
    "sources": "Where can we read about it?",
    "learning_basis": "Who says what others can learn: you, or we?",
    "consent": "Who has agreed that we tell it?",
    "covers": "What did they agree to?",
    "agreed_on": "On which day did they agree?",
    "ask_again": "When should we ask them again?",
    "reference": "Where is the record of it kept? A place only, never a name.",
    "checked_by_role": (
        "Who else has read it, to see that nobody can be recognised? Their job, not their name."
    ),
}
"""What only the sender knows, by the field that lacks it. All else an editor writes."""
AGREED = ("organisation-agreed", "people-agreed")


@dataclass(frozen=True)
class Draft:
    """A draft that waits."""

    id: str
    path: str
    added: str
    begins: str
    mend: tuple[Problem, ...]
    """What must not stand in it, such as a number that shows who a person is."""
    write: tuple[str, ...]
    """The fields that an editor fills in, in plain words."""
    ask: tuple[str, ...]
    """What to ask the sender."""
    said: tuple[str, ...]
    """What the file says of itself in comments at its end."""


def drafts(reading: Reading, problems: Sequence[Problem], show: Any = str) -> list[Draft]:
    """Every draft of a data folder, the oldest first. `show` makes a path fit for a message."""
    found = [
        _draft(example.id, reading.files["example", example.id], problems, show)
        for example in reading.known("example")
        if example.status == "draft"
    ]
    return sorted(found, key=lambda draft: (draft.added, draft.id))


def _draft(id: str, path: str, problems: Sequence[Problem], show: Any) -> Draft:
    try:
        record = document.read(text_file.read_bytes(path, path), path)
        value, text = record.value, record.text
    except (Fault, OSError):
        value, text = {}, ""
    lacking = tuple(_lacking(value))
    shown = show(path)
    return Draft(
        id=id,
        path=shown,
        added=str(value.get("added") or ""),
        begins=" ".join(str(value.get("title") or value.get("what_they_did") or "").split()[:12]),
        mend=tuple(p for p in problems if p.path == shown and p.severity == "error"),
        write=tuple(questions.label(name) for name in lacking if name not in ASK),
        ask=tuple(ASK[name] for name in lacking if name in ASK),
        said=tuple(_said(text)),
    )


def _lacking(value: Mapping[str, Any]) -> Iterator[str]:
    """The fields that a published example of its kind needs and that have no value yet."""
    schema = json_schema()
    needed = {*schema["required"], *write.wanted(value)}
    if value.get("learning"):
        needed.add("learning_basis")
    yield from (name for name in schema["properties"] if name in needed and not value.get(name))
    consent = value.get("consent")
    if isinstance(consent, dict) and consent.get("basis") in AGREED:
        yield from (name for name in write.RECORDED if not consent.get(name))


def _said(text: str) -> list[str]:
    """The comments at the end of a file."""
    said: list[str] = []
    for line in reversed(text.rstrip().split("\n")):
        if not line.startswith("#"):
            break
        said.insert(0, line.lstrip("# "))
    return said
