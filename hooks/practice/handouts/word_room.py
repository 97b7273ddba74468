"""The room to write at the end of a Word file: after an even number of sides, with so many lines
that the last of them is nearly full.

A Word file cannot say "to the foot of the side". So lines are counted by how the same words lie on
paper, with some room to spare for the letters of another computer.
"""

from __future__ import annotations

from .outline import FillIn
from .paper import Ending
from .word_parts import NEW_PAGE, para, run

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


def room_to_write(fill_in: FillIn, ending: Ending) -> str:
    """The room to write where the words end."""
    room = ending.left - min(MOST, DOUBT * ending.side)
    notes = ""
    if fill_in.even and ending.side % 2:
        notes = _notes(room) if room > NOTES else ""
        room = SIDE
    elif fill_in.even and ending.left < HEAD + (ASK + LINE) * len(fill_in.asks):
        notes = _notes(SIDE)
        room = SIDE
    line = para("Text", run(fill_in.line)) if fill_in.line else ""
    each = _lines((room - HEAD) / len(fill_in.asks) - ASK)
    asks = (para("Heading 2", run(ask)) + each for ask in fill_in.asks)
    return notes + _title(fill_in.title, room) + line + "".join(asks)


def _notes(room: float) -> str:
    return _title("My notes", room) + _lines(room - HEAD)


def _title(words: str, room: float) -> str:
    """A title, on a new side where it has the whole of it."""
    return para("Heading 1", run(words), also=NEW_PAGE if room == SIDE else "")


def _lines(room: float) -> str:
    return para("Writing line") * max(1, int(room / LINE))
