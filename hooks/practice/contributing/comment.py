"""The comment on a contribution, in plain words: what is right, what to mend, what it adds to the
library, and advice.

It reads the data as it would be with the contribution, and the data as it was. The words stand in
templates/comment.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..checking import privacy
from ..kinds import KINDS
from ..model import Example, Problem
from ..prose.measure import measure
from ..prose.readability import Measured
from ..reading.example import TO_FILL_IN
from ..reading.folder import Reading
from ..reading.text_file import ReadError
from ..rendering.renderer import Templates
from . import changes as changing
from .changes import Change

LONG_SENTENCE = 25
"""Words in a sentence above which advice is given: gov.uk's own limit."""
LINKED = re.compile(r"(?i)(\b(?:https?|ftp)|\bwww|\bgh)(://|\.|-)")
"""What the code host makes a link of by itself: a character that nobody sees is put in between."""
ESCAPES = {char: f"\\{char}" for char in "\\[]`*_~$|"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": " ",
    "@": "@\u2060",
    "#": "\\#\u2060",
}
"""How a comment writes characters that mean something in Markdown or to the code host."""
MAX_CHANGE_LENGTH = 20_000
"""Characters of before and after in one comment: the code host takes 65,536 with all that escapes
add.
"""
MAX_FILES = 30
"""Files that are no examples whose changes are shown."""
TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")


@dataclass(frozen=True)
class ContributedExample:
    """One example of a contribution."""

    id: str
    path: str
    """The path of its file, as messages show it."""
    example: Example | None
    """The example, or the sketch of a faulty one; None when it could not be read."""
    new: bool
    mend: tuple[Problem, ...]
    look: tuple[Problem, ...]
    address: str
    """The address of its page."""
    changes: tuple[Change, ...]
    """What differs from the example as it was."""
    themes: tuple[tuple[str, str], ...] = ()
    """(title, address) of the theme pages that it appears on."""
    gaps: tuple[tuple[str, str], ...] = ()
    """(theme, setting) that had no example before."""
    measured: Measured | None = None
    """What its words measure; None when it could not be read."""

    @property
    def withdrawn(self) -> bool:
        """Whether the story was taken back."""
        return self.example is not None and self.example.status == "withdrawn"

    @property
    def draft(self) -> bool:
        """Whether an editor fills in the rest."""
        return self.example is not None and self.example.status == "draft"

    @property
    def private(self) -> bool:
        """Whether something was found that shows who a person is."""
        return any(problem.rule.startswith("privacy-") for problem in self.mend)


def sent(
    reading: Reading,
    problems: Sequence[Problem],
    before: Mapping[str, bytes],
    files: Mapping[str, str],
    show: Any = str,
) -> list[ContributedExample]:
    """The examples of `files` (path by id) that are new or changed.

    `before` holds the bytes of each as it was.
    """
    room = MAX_CHANGE_LENGTH
    now = {id: Path(path).read_bytes() for id, path in sorted(files.items())}
    changed = {id: files[id] for id, raw in now.items() if raw != before.get(id)}
    known = {example.id: example for example in reading.known("example")}
    had = {cell for id, example in known.items() if id not in changed for cell in _cells(example)}
    found = []
    for id, path in changed.items():
        example, display = known.get(id), show(path)
        own = [p for p in problems if p.path == display and not _to_come(example, p)]
        was = _as_it_was(id, example, before, files)
        differs = changing.within(changing.of_example(was, now[id]) if was else (), room)
        room -= sum(change.size for change in differs)
        one = ContributedExample(
            *(id, display, example, was is None),
            mend=tuple(p for p in own if p.severity == "error"),
            look=tuple(p for p in own if p.severity != "error"),
            address=KINDS["example"].address_of(id, example),
            changes=tuple(differs),
        )
        if example:
            themes, gaps = _themes(reading, example), _gaps(reading, _cells(example) - had)
            one = replace(one, themes=themes, gaps=gaps, measured=_measured(path))
        found.append(one)
    return found


def _as_it_was(
    id: str, example: Example | None, before: Mapping[str, bytes], files: Mapping[str, str]
) -> bytes | None:
    """The bytes of an example as it was, under its id or under a former one; None if it is new."""
    ids = (id, *(old for old in (example.aliases if example else ()) or () if old not in files))
    return next((before[old] for old in ids if old in before), None)


def _to_come(example: Example | None, problem: Problem) -> bool:
    """Whether a note only says what an editor fills in."""
    draft = example is not None and example.status == "draft"
    return draft and problem.severity != "error" and problem.rule in TO_FILL_IN


def _themes(reading: Reading, example: Example) -> tuple[tuple[str, str], ...]:
    themes = (reading.get("theme", id) for id in example.themes or ())
    return tuple((t.title, KINDS["theme"].address_of(t.id, t)) for t in themes if t)


def _gaps(reading: Reading, cells: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    named = ((reading.get("theme", t), reading.get("setting", s)) for t, s in sorted(cells))
    return tuple((theme.title, setting.title) for theme, setting in named if theme and setting)


def _cells(example: Example) -> set[tuple[str, str]]:
    """The cells of the coverage board that an example fills."""
    return {
        (theme, setting) for theme in example.themes or () for setting in example.settings or ()
    }


def _measured(path: str) -> Measured | None:
    try:
        return measure(path)
    except ReadError:
        return None


@dataclass(frozen=True)
class OtherChanges:
    """What else a contribution does: problems and changes in files that are no examples, and
    addresses of examples that are gone.
    """

    problems: Sequence[Problem]
    changes: Sequence[Change] = ()
    gone: Sequence[str] = ()


def write(found: Sequence[ContributedExample], others: OtherChanges, base: str) -> str:
    """The comment as Markdown. `base` is the site's address."""
    environment = Templates(TEMPLATES, autoescape=False)  # it is Markdown; safe_words escapes
    environment.filters |= {"safe_words": safe_words, "as_code": as_code}
    return environment.get_template("comment.md").render(
        sent=found, others=others, limit=privacy.LIMIT, base=base, long_sentence=LONG_SENTENCE
    )


def shortened(changes: Sequence[Change]) -> list[Change]:
    """Changes of files that are no examples, as far as a comment has room for them."""
    return changing.within(changes[:MAX_FILES], MAX_CHANGE_LENGTH // 2)


def as_code(text: str) -> str:
    """A path or an address as code in a comment."""
    return f"`{''.join(char for char in text if char.isprintable() and char != '`')}`"


def safe_words(text: str) -> str:
    """Words of a contributor as text in a comment: no link, no HTML, no call to anybody."""
    escaped = "".join(
        ESCAPES.get(
            char,
            char if char.isprintable() else char.encode("unicode_escape").decode(),
        )
        for char in text
    )
    return LINKED.sub(lambda found: f"{found[1]}\u2060{found[2]}", escaped)
