"""Links to other pages of the library, as HTML.

Every page has dozens of them, so each is rendered once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from markupsafe import Markup

from ..kinds import KindName
from ..library.library import Library, Link
from .shell import text

T = TypeVar("T")
ENDS = (".", "?", "!")
"""What closes a sentence."""


Links = tuple[Link, ...]


@dataclass(frozen=True)
class Summary:
    """A page in a list of pages."""

    title: str
    summary: str
    address: str
    note: str = ""
    """A few words on its size."""
    family: str = ""
    """The family of a theme: the colour of its edge."""


@dataclass(frozen=True)
class Items(Generic[T]):
    """The view of a template that lists things of one kind and no more."""

    items: tuple[T, ...]


def links(library: Library, kind: KindName, refs: Iterable[str]) -> Links:
    """Links to things of one kind."""
    return tuple(library.link(kind, ref) for ref in refs)


@lru_cache(maxsize=4096)
def _anchor(root: str, title: str, address: str) -> str:
    return f'<a href="{root}{address}">{text(title)}</a>'


def anchors(root: str, links: Iterable[Link]) -> Markup:
    """Links in a sentence; `root` leads from their page to the site's root."""
    found = list(links)
    return Markup(_between(found).join([_anchor(root, link.title, link.address) for link in found]))


def _between(links: Iterable[Link]) -> str:
    """What parts links in a sentence: a comma, or a semicolon where a title has a comma or a
    question in it, or ends as a sentence does.
    """
    parted = any(link.title.endswith(ENDS) or {",", "?"} & set(link.title) for link in links)
    return "; " if parted else ", "


def sentence(root: str, links: Iterable[Link]) -> Markup:
    """Links that end a sentence, with its full stop. A title that is a sentence loses its own stop;
    a question mark and three dots stay.
    """
    found = [Link(without_stop(link.title), link.address) for link in links]
    end = "" if found and found[-1].title.endswith(ENDS) else "."
    return Markup(anchors(root, found) + end)


def without_stop(title: str) -> str:
    """A title that is read as a sentence, before something that goes on with it."""
    return title if title.endswith("..") else title.removesuffix(".")


def with_full_stop(title: str) -> str:
    """A title that is read as a sentence, with a full stop unless it has an end of its own."""
    return title if title.endswith(ENDS) else f"{title}."


def chips(root: str, links: Iterable[Link]) -> Markup:
    """Links as a row of chips."""
    items = "".join([f"<li>{_anchor(root, link.title, link.address)}</li>" for link in links])
    return Markup(f'<ul class="practice-chips">{items}</ul>')
