"""Signs that one person can be told from everybody else, each with what it weighs.

`singled_out` adds up those of a sentence. Each starts from a telling word, so that most sentences
cost next to nothing.
"""

from __future__ import annotations

from collections import defaultdict

from .signs_of_fame import OF_FAME
from .signs_of_home import OF_HOME
from .signs_of_life import OF_LIFE
from .signs_of_work import OF_WORK

SIGNS = (*OF_FAME, *OF_HOME, *OF_LIFE, *OF_WORK)
"""Every sign."""


def _by_word() -> dict[bytes, list[int]]:
    found = defaultdict(list)
    for n, sign in enumerate(SIGNS):
        for word in sign.words:
            found[word].append(n)
    return dict(found)


BY_WORD = _by_word()
"""The numbers of the signs that each telling word may belong to."""
