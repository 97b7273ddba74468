"""What a build no longer needs, and the C library still holds."""

from __future__ import annotations

import ctypes
import os


def give_back() -> None:
    """Gives freed memory back to the system, where the C library is one that keeps it (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name != "nt" else None
    if trim is not None:
        trim(0)
