"""Where the time of a build goes: by stage, and by kind of file."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from functools import partial

from ..library.ledger import is_numbered
from ..rendering.output import Output, Parts
from .build import Progress

SHOWN = 12
"""Kinds of files that are named; the rest cost less."""


def processor() -> float:
    """Seconds of processor time so far, with those of programs that were run and have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


class Timings(Progress):
    """What a build took so far."""

    def __init__(self, files: bool) -> None:
        """`files` says whether each file is timed as well, which costs 1 % of a build."""
        self._files = files
        self.stages: list[tuple[str, float, float]] = []
        self.rendered: dict[str, tuple[float, int]] = {}
        """Kind of file -> seconds that its files took, and how many there were."""

    def step(self, name: str) -> None:
        """Records that a stage begins."""
        self.stages.append((name, processor(), time.perf_counter()))

    def watch(self, outputs: Iterable[Output]) -> Iterable[Output]:
        """The files to publish, each timed when it is rendered where that was asked for."""
        return map(self._watched, outputs) if self._files else outputs

    def _watched(self, output: Output) -> Output:
        return output._replace(make=Parts(partial(self._timed, output)))

    def _timed(self, output: Output) -> Iterator[bytes]:
        start = time.process_time()
        yield from output.parts()
        name, took = kind(output.path), time.process_time() - start
        seconds, files = self.rendered.get(name, (0.0, 0))
        self.rendered[name] = seconds + took, files + 1

    def lines(self) -> Iterator[str]:
        """The figures as people read them, the dearest kinds of files first."""
        for (name, cpu, wall), (_, cpu_end, wall_end) in zip(
            self.stages, self.stages[1:], strict=False
        ):
            yield f"{name:24} {cpu_end - cpu:8.2f} s CPU {wall_end - wall:8.2f} s"
        dearest = sorted(self.rendered.items(), key=lambda item: -item[1][0])
        for name, (seconds, files) in dearest[:SHOWN]:
            yield f"  {name:22} {seconds:8.2f} s CPU {files:8,} files"


def kind(path: str) -> str:
    """What sort of file a path is: its folder, with a star for what is under it."""
    folder, _, rest = path.partition("/")
    return (
        f"{folder}/*{', next pages' if is_numbered(path) else ''}"
        if rest and rest != "index.html"
        else path
    )
