"""What a page says of itself: to machines in its head, and on paper at its end."""

from __future__ import annotations

from dataclasses import dataclass

from .. import licences
from .structured_data import Properties


@dataclass(frozen=True)
class PageMetadata:
    """What the head of a page says about it."""

    title: str
    description: str
    address: str
    edit: str
    """The file to edit, below the repository's root."""
    data: Properties = ()
    """schema.org properties as (name, value) pairs."""
    meta: tuple[str, ...] = ()
    """Further head elements, as HTML."""
    dated: str = ""
    """The day of the version, for paper."""
    paper: bool = True
    short: str = ""
    """A short address that leads here, for paper."""
    licence: str = licences.DEFAULT.name
    """The licence of its text, for paper."""
    kind: str = ""
    """What kind of page it is, where pages of several kinds have one title: the title of the window
    says it.
    """
    scripts: tuple[str, ...] = ()
    """Scripts that this page alone needs, by their names below assets/."""

    @property
    def root(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.address.count("/") or "./"
