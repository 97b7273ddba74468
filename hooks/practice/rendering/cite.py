"""How to cite a page, and what reference managers read of it."""

from __future__ import annotations

from .shell import text
from .site import Settings

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def harvard(settings: Settings, title: str, day: str, address: str) -> str:
    """A reference in Harvard style. The author is the library."""
    return f"{settings.name} ({day[:4]}) ‘{title}’. Available at: {settings.url}{address}"


def in_words(day: str) -> str:
    """A day as it is read: 25 November 2026."""
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def meta(settings: Settings, title: str, day: str, address: str) -> tuple[str, ...]:
    """The citation meta tags that Zotero and others read."""
    told = (
        ("title", title),
        ("author", settings.name),
        ("publication_date", day.replace("-", "/")),
        ("public_url", settings.url + address),
    )
    return tuple(f'<meta name="citation_{name}" content="{text(value)}">' for name, value in told)
