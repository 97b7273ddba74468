"""The name and the addresses of the site."""

from __future__ import annotations

from dataclasses import dataclass

from ..digest import plain_bytes


@dataclass(frozen=True)
class Settings:
    """The name and the addresses of the site."""

    name: str
    url: str
    repository: str
    day: str
    """The build's date, YYYY-MM-DD: from SOURCE_DATE_EPOCH, or the last commit."""
    contact: str = ""
    """The email address that takes examples from people without an account."""

    @property
    def key(self) -> bytes:
        """All that every page may show of it; what depends on the day has the day in its own
        key.
        """
        return plain_bytes((self.name, self.url, self.repository, self.contact))

    def edit_url(self, file: str) -> str:
        """The address at which a file of the repository is edited."""
        return f"{self.repository}/edit/main/{file}"

    def history_url(self, file: str) -> str:
        """The address at which every change to a file of the repository is listed."""
        return f"{self.repository}/commits/main/{file}"
