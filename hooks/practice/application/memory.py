"""What a build no longer needs, and the process would still hold."""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Callable
from contextlib import suppress


def trim_heap() -> None:
    """Returns freed memory to the system, where the C library keeps it (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name != "nt" else None
    if trim is not None:
        trim(0)


def run_in_fork(work: Callable[[], object]) -> None:
    """Runs `work` in a forked process, whose memory ends with it, and waits for it.

    Only what the work wrote to disk is left of it: where it failed, whoever needs the rest does it
    again and meets the fault. Where the system forks no process (Windows, or one that is short of
    memory), nothing is done.
    """
    if not hasattr(os, "fork"):
        return
    try:
        pid = os.fork()
    except OSError:
        return
    if pid:
        with suppress(ChildProcessError):  # it has ended, and SIGCHLD is ignored here
            os.waitpid(pid, 0)
        return
    try:
        os.closerange(3, 1024)  # the lock of the build among them: it is the parent's alone
        gc.freeze()  # what the parent made need not be looked through
        work()
    finally:
        os._exit(0)
