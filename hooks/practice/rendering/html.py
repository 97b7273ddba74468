"""Links to other pages of the library, as HTML.

They stand on every page by the dozen, so each is put together once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .shell import text

Links = Iterable[tuple[str, str]]
"""(words, address below the site's root)"""


@lru_cache(maxsize=4096)
def anchor(root: str, words: str, address: str) -> str:
    """One link; `root` leads from its page to the site's root."""
    return f'<a href="{root}{address}">{text(words)}</a>'


def anchors(root: str, links: Links) -> str:
    """Links in a sentence."""
    return ", ".join([anchor(root, *link) for link in links])


def chips(root: str, links: Links) -> str:
    """Links as a row of chips."""
    items = "".join([f"<li>{anchor(root, *link)}</li>" for link in links])
    return f'<ul class="practice-chips">{items}</ul>'
