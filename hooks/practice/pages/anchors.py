"""Links to other pages of the library, as HTML. They stand on every page by the dozen, so each is put together once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .shell import text

ENDS = (".", "?", "!")
"""What closes a sentence."""

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
    """Links that end a sentence, with its full stop. Those that are sentences lose theirs; a question and three dots stay."""
    named = [(words if words.endswith("..") else words.removesuffix("."), address) for words, address in links]
    closed = [words.endswith(ENDS) for words, _ in named]
    between = "; " if any(closed) else ", "
    return between.join([anchor(root, *link) for link in named]) + ("" if closed and closed[-1] else ".")


def stopped(words: str) -> str:
    """A title that stands as a sentence, with a full stop unless it has an end of its own."""
    return words if words.endswith(ENDS) else f"{words}."


def chips(root: str, links: Links) -> str:
    """Links as a row of chips."""
    return f'<ul class="practice-chips">{"".join([f"<li>{anchor(root, *link)}</li>" for link in links])}</ul>'
