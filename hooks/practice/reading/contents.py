"""What one file of the library holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Problem


@dataclass(frozen=True)
class Contents:
    """Whole things, faulty things with their sound fields only, and every problem of one file."""

    things: Sequence[Any] = ()
    sketches: Sequence[Any] = ()
    problems: Sequence[Problem] = ()
    complete: bool = True
    """Whether the id of everything in the file is known."""
