"""What a command costs: processor time, time on the clock, memory, and what it wrote.

Processor time is the figure to trust on a machine that does other things too. Commands to be
compared are run in turn
(A B A B), and the ratio is taken of neighbours.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

STAMP = ".bench-stamp"


@dataclass(frozen=True)
class Run:
    """One run of a command, with all processes that it waited for."""

    user: float
    system: float
    wall: float
    peak: float
    """Memory of its largest process, in MB."""
    files: int
    """Files that it wrote, wherever in its folder."""
    written: int
    """Bytes in those files."""

    @property
    def cpu(self) -> float:
        """Seconds of processor time."""
        return self.user + self.system


class BuildError(Exception):
    """A command did not end well. Its own words say why."""


def run(command: Sequence[str], folder: str, environment: Mapping[str, str]) -> Run:
    """Runs a command in a folder, to its end."""
    since = _stamp(folder)
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        streams = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": said}
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, **streams
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise BuildError(
                f"{' '.join(command)} ended with"
                f" {process.returncode}:\n{said.read().decode(errors='replace')[-4000:]}"
            )
    sizes = list(_written(folder, since))
    return Run(used.ru_utime, used.ru_stime, wall, used.ru_maxrss / 1024, len(sizes), sum(sizes))


def _stamp(folder: str) -> int:
    """The time by the file system's own clock, which may lag behind the system's."""
    path = os.path.join(folder, STAMP)
    with open(path, "w"):
        os.utime(path)
    return os.stat(path).st_mtime_ns


def _written(folder: str, since: int) -> Iterator[int]:
    for top, _, names in os.walk(folder):
        for name in names:
            info = os.lstat(os.path.join(top, name))
            if info.st_mtime_ns >= since and name != STAMP:
                yield info.st_size


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of neighbours: our first run to their first, our second to their
    second.
    """
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=False))
