"""The files from which the library is made, as one archive: with their licence, and with checksums.

Drafts and withdrawn examples are not in it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

from ... import licences
from ...handouts.archive import write_zip
from ...kinds import KINDS
from ...library.library import Library
from ...rendering.site import Site

FOLDER = "outcomes-in-practice-files"
QUICK = 1
"""The level of compression: half to two thirds of the usual one's time, for a file that is a tenth
larger at 100 examples and a sixteenth at 1,000.
"""


def write(site: Site, data: str, docs: str, path: str) -> None:
    """Writes the archive."""
    members = _members(site, data, docs)
    write_zip(path, ((f"{FOLDER}/{name}", raw) for name, raw in members), QUICK)


def _members(site: Site, data: str, docs: str) -> Iterator[tuple[str, bytes]]:
    sums = []

    def summed(name: str, raw: bytes) -> tuple[str, bytes]:
        sums.append(f"{hashlib.sha256(raw).hexdigest()}  {name}\n")
        return name, raw

    yield summed("LICENCE.txt", _licence(site).encode())
    for name, path in sorted(_paths(site.library, data, docs)):
        with open(path, "rb") as file:
            yield summed(name, file.read())
    yield "SHA256SUMS", "".join(sums).encode()


def _paths(library: Library, data: str, docs: str) -> Iterator[tuple[str, str]]:
    """The name of each file in the archive, and where it lies."""
    for kind in KINDS.values():
        names = [kind.file] if kind.file else []
        if kind.file.endswith("/"):
            names = [f"{kind.file}{id}.yml" for id in library.all(kind.name)]
        for name in names:
            path = os.path.join(data, name)
            if os.path.exists(path):
                yield f"examples_data/{name}", path
    for guide in library.all("guide").values():
        yield f"docs/{guide.file}", os.path.join(docs, guide.file)


def _licence(site: Site) -> str:
    """Under which licence the files may be used, with the examples that name another."""
    default = licences.DEFAULT
    others = [
        f"{id}.yml: {licence.name}, {licence.url}\n"
        for id, example in site.library.all("example").items()
        if (licence := licences.other(example.licence))
    ]
    return (
        f"{site.settings.name}, {site.settings.url}\n\n"
        f"Text and data: {default.name}, {default.url}\n"
        "Say where they come from, link to the licence, and say what you changed.\n"
        "A story can be withdrawn. What you do then: "
        f"{site.settings.url}about/data/#withdrawn\n"
        + ("\nThese examples name another licence:\n" + "".join(others) if others else "")
        + "\nTo check the files: sha256sum -c SHA256SUMS\n"
    )
