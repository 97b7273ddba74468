"""Links to other pages of the library, as HTML. They stand on every page by the dozen, so each is put together once."""

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


def sentence(root: str, links: Links) -> str:
    """Links that end a sentence, with its full stop. Those that are sentences lose theirs, and a question keeps its mark."""
    named = [(words.removesuffix("."), address) for words, address in links]
    asks = [words.endswith("?") for words, _ in named]
    between = "; " if any(asks) else ", "
    return between.join([anchor(root, *link) for link in named]) + ("" if asks and asks[-1] else ".")


def chips(root: str, links: Links) -> str:
    """Links as a row of chips."""
    return f'<ul class="practice-chips">{"".join([f"<li>{anchor(root, *link)}</li>" for link in links])}</ul>'
