"""The room to write at the end of a Word file: after an even number of sides, with so many lines
that the last of them is nearly full.

A Word file cannot say "to the foot of the side". So lines are counted by how the same words lie on
paper, with some room to spare for the letters of another computer.
"""

from __future__ import annotations

from typing import Any

from .outline import Record
from .paper import Ending
from .word_parts import add

SIDE = 261.0
"""The height of the text on a side, in millimetres."""
LINE = 9.4
"""The height of a line to write on, as the template has it."""
HEAD, ASK = 21.0, 10.0
"""The height of the title with its line, and of each question."""
NOTES = 42.0
"""The least room that is worth lines of its own."""
DOUBT, MOST = 10.0, 30.0
"""How much more the words of each side may take with the letters of another computer, and of all.
"""


def draw(word: Any, record: Record, ending: Ending) -> None:
    """Adds the room to write where the words end."""
    room = ending.left - min(MOST, DOUBT * ending.side)
    if record.even and ending.side % 2:
        if room > NOTES:
            _notes(word, room)
        room = SIDE
    elif record.even and ending.left < HEAD + (ASK + LINE) * len(record.asks):
        _notes(word, SIDE)
        room = SIDE
    _title(word, record.title, room)
    if record.line:
        add(word, "Text", record.line)
    for ask in record.asks:
        add(word, "Heading 2", ask)
        _lines(word, (room - HEAD) / len(record.asks) - ASK)


def _notes(word: Any, room: float) -> None:
    _title(word, "My notes", room)
    _lines(word, room - HEAD)


def _title(word: Any, words: str, room: float) -> None:
    """A title, on a new side where it has the whole of it."""
    add(word, "Heading 1", words).paragraph_format.page_break_before = room == SIDE or None


def _lines(word: Any, room: float) -> None:
    for _ in range(max(1, int(room / LINE))):
        add(word, "Writing line")
