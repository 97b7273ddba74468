"""What a page says of itself: to people and machines in its head, and on paper at its end."""

from __future__ import annotations

from dataclasses import dataclass

from .. import licences
from ..library.library import Library

Properties = tuple[tuple[str, object], ...]
"""Properties of schema.org, which search engines read: (name, value) in the order of the page."""


@dataclass(frozen=True)
class PageMetadata:
    """What the head of a page says about it."""

    title: str
    description: str
    address: str
    edit: str
    """The file to edit, below the repository's root."""
    data: Properties = ()
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
    styles: tuple[str, ...] = ()
    """Style sheets that this page alone needs, likewise."""

    @property
    def root(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.address.count("/") or "./"


def audience(library: Library, roles: tuple[str, ...]) -> dict[str, object]:
    """Whom something is for."""
    return {
        "@type": "EducationalAudience",
        "educationalRole": tuple(library.title("role", role) for role in roles),
    }


def learning_resource(
    title: str, summary: str, sort: str, *more: tuple[str, object], added: str = ""
) -> Properties:
    """Something to learn from, of some sort; `more` goes on to its licence."""
    return (
        ("@type", "LearningResource"),
        ("name", title),
        ("description", summary),
        ("inLanguage", "en-GB"),
        ("learningResourceType", sort),
        *more,
        ("license", licences.DEFAULT.url),
        *((("dateCreated", added),) if added else ()),
    )
