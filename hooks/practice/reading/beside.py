"""Files that editors and systems leave beside ours: nothing reads them, and nothing publishes them.

A copy that a person or git made, such as `x.yml.orig`, is none of them: it is told.
"""

from __future__ import annotations

import re

LEFT = re.compile(r"\..*|.*~|~\$.*|#.*#|Thumbs\.db|desktop\.ini", re.IGNORECASE)


def is_left(name: str) -> bool:
    """Whether a file or a folder of this name is an editor's or the system's own."""
    return bool(LEFT.fullmatch(name))
