"""What search engines read of a page: properties of schema.org."""

from __future__ import annotations

from .. import licences
from ..library.library import Library

Properties = tuple[tuple[str, object], ...]
"""(name, value) in the order of the page."""

CC_BY = licences.DEFAULT.url


def audience(library: Library, roles: tuple[str, ...]) -> dict[str, object]:
    """Whom something is for."""
    return {
        "@type": "EducationalAudience",
        "educationalRole": tuple(library.title("role", role) for role in roles),
    }
