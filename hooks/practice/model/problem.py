"""A problem of a file, at its line and column."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A fault at a place of a file. An error stops the build; a note does not."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        hint = f"\n    {self.hint}" if self.hint else ""
        word = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.path}:{self.line}:{self.column}: {word}{self.message} [{self.rule}]{hint}"
