"""What search engines read of a page: properties of schema.org."""

from __future__ import annotations

from ..library.library import Library

Properties = tuple[tuple[str, object], ...]
"""(name, value) in the order of the page."""

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


def audience(library: Library, roles: tuple[str, ...]) -> dict[str, object]:
    """Whom something is for."""
    return {
        "@type": "EducationalAudience",
        "educationalRole": tuple(library.title("role", role) for role in roles),
    }
