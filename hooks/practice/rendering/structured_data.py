"""What search engines read of a page: properties of schema.org."""

from __future__ import annotations

from .. import licences
from ..library.library import Library

Properties = tuple[tuple[str, object], ...]
"""(name, value) in the order of the page."""


def audience(library: Library, roles: tuple[str, ...]) -> dict[str, object]:
    """Whom something is for."""
    return {
        "@type": "EducationalAudience",
        "educationalRole": tuple(library.title("role", role) for role in roles),
    }


def learning_resource(title: str, summary: str, what: str, *more: tuple[str, object]) -> Properties:
    """Something to learn from; `what` says of which sort, and `more` goes on to its licence."""
    return (
        ("@type", "LearningResource"),
        ("name", title),
        ("description", summary),
        ("inLanguage", "en-GB"),
        ("learningResourceType", what),
        *more,
        ("license", licences.DEFAULT.url),
    )
