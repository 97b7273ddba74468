"""What one file of the library holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..model import Problem


class Contents(NamedTuple):
    """Whole things, faulty things with their sound fields only, and every problem of one file."""

    things: Sequence[Any] = ()
    sketches: Sequence[Any] = ()
    problems: Sequence[Problem] = ()
    complete: bool = True
    """Whether the id of everything in the file is known."""
