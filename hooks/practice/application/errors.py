"""What keeps a project from being read, or its site from being built."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Problem


class ProjectError(ValueError):
    """One sentence that says what is wrong with the project itself, and what to do."""


class ProblemsError(Exception):
    """The data has problems; nothing was published."""

    def __init__(self, problems: list[Problem]):
        listed = "\n".join(map(str, problems))
        super().__init__(f"{listed}\n{len(problems)} to mend.")
        self.problems = problems
