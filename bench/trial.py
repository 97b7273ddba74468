"""All builds of one library, in turn: first builds, and a build after each kind of edit."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import hugo
from .builder import Builder
from .edits import FIRST, LATER, SECOND, Edit
from .measure import Run
from .ours import Whole, made_up, real_terms
from .weight import Weight, weigh


@dataclass(frozen=True)
class Row:
    """One run of one builder, or the weight of what it built."""

    examples: int
    builder: str
    edit: str
    nth: int
    run: Run | None = None
    weight: Weight | None = None


class Trial:
    """One library, and every builder that is installed, each in a folder of its own."""

    def __init__(self, folder: str, size: int, without: Sequence[str]):
        ours, self.made = made_up(folder, size)
        ours.build()  # draws the frame, and leaves compiled Python behind as on any machine in use
        self.size, terms = size, real_terms()
        self.builders: list[Builder] = [ours]
        self.complete: list[Builder] = [Whole(os.path.join(folder, "whole"))]
        frame = _frame(ours.root)
        if hugo.binary() and "hugo" not in without:
            self.builders.append(hugo.Hugo(os.path.join(folder, "hugo"), frame, terms.titles))
        if hugo.binary() and hugo.pagefind() and "pagefind" not in without:
            searched = os.path.join(folder, "searched")
            self.complete.append(hugo.Searched(searched, frame, terms.titles))
        for builder in (*self.builders[1:], *self.complete):
            builder.set_up(self.made)

    def rows(self, runs: int) -> Iterator[Row]:
        """Every figure, as it comes.

        Nothing but ours keeps anything between builds, so others have no second build. What builds
        search and downloads too comes last.
        """
        yield from self._in_turn(FIRST, runs, self.builders)
        for builder in self.builders:
            yield Row(
                self.size, builder.name, "weight", 0, weight=weigh(builder.site, self.made[0]["id"])
            )
        yield from self._in_turn(SECOND, 1, self.builders[:1])
        for edit in LATER:
            yield from self._in_turn(edit, runs, self.builders)
        for edit in (FIRST, *LATER):
            yield from self._in_turn(edit, runs, self.complete)

    def _in_turn(self, edit: Edit, runs: int, builders: Sequence[Builder]) -> Iterator[Row]:
        for nth in range(runs):
            for builder in builders:
                edit.make(builder, self.made, nth)
                yield Row(self.size, builder.name, edit.name, nth, run=builder.build())


def _frame(root: str) -> str:
    """The page of an example as our theme draws it, with its slots still empty."""
    found = glob.glob(
        os.path.join(glob.escape(root), ".cache", "**", "example-shell", "index.html"),
        recursive=True,
    )
    with open(sorted(found)[0], encoding="utf-8") as file:
        return file.read()
