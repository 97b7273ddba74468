"""Files that editors and systems leave beside ours: nothing reads them, and nothing publishes them.

A copy that a person or git made, such as `x.yml.orig`, is not among them: it is a problem.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

IGNORED = re.compile(r"\..*|.*~|~\$.*|#.*#|Thumbs\.db|desktop\.ini", re.IGNORECASE)


def is_ignored(name: str) -> bool:
    """Whether a file or a folder of this name is an editor's or the system's own."""
    return bool(IGNORED.fullmatch(name))


def files(folder: str, suffixes: tuple[str, ...] = ("",)) -> Iterator[str]:
    """The paths of our own files below a folder whose names end in one way or another, sorted
    folder by folder.
    """
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_ignored(name))
        for name in sorted(names):
            if name.endswith(suffixes) and not is_ignored(name):
                yield os.path.join(top, name)
