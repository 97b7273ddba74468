"""The licences under which the text of an example may be published."""

from __future__ import annotations

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence as readers see it."""

    name: str
    url: str


LICENCES = {
    "CC-BY-4.0": Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "OGL-UK-3.0": Licence(
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
}
"""Licences by their SPDX id."""

DEFAULT_ID = "CC-BY-4.0"
DEFAULT = LICENCES[DEFAULT_ID]
"""The licence of the site: of everything that names no other."""


def other(id: str) -> Licence | None:
    """The licence of a text, where it is not that of the site."""
    return None if id == DEFAULT_ID else LICENCES[id]
