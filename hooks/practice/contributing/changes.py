"""Before and after of what a contribution changes, in words and short enough to read.

What may show who a person is, is not repeated, and nothing of a story that is withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from ..checking import privacy
from ..reading import document, text_file
from ..reading.schema import json_schema
from . import questions

AROUND = 6
"""Words that are shown on each side of a change."""
MAX_SHOWN = 240
"""Characters that are shown of what was taken out, and of what was put in."""
MAX_HUNKS = 3
"""Places that are shown of one field or file. The rest is counted."""
MAX_COMPARED_LINES = 500
"""Lines above which a text is compared as a whole: comparing lines takes the square of them."""


@dataclass(frozen=True)
class Hunk:
    """A run of words that changed: those around it, those taken out and those put in."""

    lead: str
    out: str
    into: str
    rest: str
    private: bool = False
    """Whether words are left out because they may show who a person is."""

    @property
    def size(self) -> int:
        """How many characters it takes: the words around it are shown before and after."""
        return 2 * (len(self.lead) + len(self.rest)) + len(self.out) + len(self.into)


@dataclass(frozen=True)
class Change:
    """What changed in one field of an example, or in one file."""

    label: str
    hunks: tuple[Hunk, ...] = ()
    more: int = 0
    """How many places are not shown."""

    @property
    def size(self) -> int:
        """How many characters it takes with its places."""
        return len(self.label) + sum(hunk.size for hunk in self.hunks)


def of_example(before: bytes, after: bytes) -> list[Change]:
    """Every field that changed, in the order of the template; of a file that cannot be read, its
    lines.
    """
    old, new = _fields(before), _fields(after)
    if old is None or new is None:
        return of_file("Its lines", before, after)
    if new.get("status") == "withdrawn":
        return []
    names = [*json_schema()["properties"], *sorted({*old, *new})]
    differing = [name for name in dict.fromkeys(names) if old.get(name) != new.get(name)]
    return [
        _change(questions.label(name), _lines(old.get(name)), _lines(new.get(name)))
        for name in differing
    ]


def of_file(label: str, before: bytes, after: bytes) -> list[Change]:
    """The lines that changed in a file, as one change; `[]` where only spaces did."""
    old, new = (_lines(raw.decode("utf-8", "replace")) for raw in (before, after))
    change = _change(label, old, new)
    return [change] if change.hunks else []


def within(changes: Sequence[Change], room: int) -> list[Change]:
    """The changes, with their places for as long as there is room: a number of characters."""
    fitted = []
    for change in changes:
        room -= change.size
        fitted.append(change if room >= 0 else replace(change, hunks=()))
    return fitted


def _fields(raw: bytes) -> Mapping[str, Any] | None:
    try:
        value = document.read(raw, "").value
    except text_file.ReadError:
        return None
    return value if isinstance(value, dict) else None


def _lines(value: Any) -> list[str]:
    """A value as lines of words, without what spaces alone make."""
    if isinstance(value, dict):
        return [f"{name.replace('_', ' ')}: {part}" for name, part in value.items()]
    if isinstance(value, list):
        return ["; ".join(_lines(part)) for part in value]
    lines = (" ".join(line.split()) for line in str(value or "").splitlines())
    return [line for line in lines if line]


def _change(label: str, before: list[str], after: list[str]) -> Change:
    hunks = [_hunk(old, new) for old, new in _pairs(before, after)]
    return Change(label, tuple(hunks[:MAX_HUNKS]), len(hunks[MAX_HUNKS:]))


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Runs of lines that differ: as they were and as they are."""
    if max(len(before), len(after)) > MAX_COMPARED_LINES:
        before, after = [" ".join(before)], [" ".join(after)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield " ".join(before[start:end]), " ".join(after[new_start:new_end])


def _hunk(before: str, after: str) -> Hunk:
    old, new = before.split(), after.split()
    lead = _same(old, new)
    rest = _same(old[lead:][::-1], new[lead:][::-1])
    out, into = old[lead : len(old) - rest], new[lead : len(new) - rest]
    if any(privacy.findings(before)) or any(privacy.findings(after)):
        return Hunk("", "", "", "", private=True)
    return Hunk(
        _cut(" ".join(old[max(0, lead - AROUND) : lead]), lead > AROUND),
        _cut(" ".join(out)),
        _cut(" ".join(into)),
        _cut(" ".join(old[len(old) - rest :][:AROUND])) + (" …" if rest > AROUND else ""),
    )


def _same(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words two texts have in common at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(first), len(second)))


def _cut(text: str, more: bool = False) -> str:
    cut = text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
    return f"… {cut}" if more else cut
