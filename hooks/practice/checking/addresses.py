"""Addresses: each line of the ledger leads somewhere, and no two pages have the same."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from ..kinds import KINDS, Kind
from ..library import ledger
from ..library.library import Library
from ..messages import problem
from ..model import Problem
from ..reading import text_file
from ..reading.folder import Reading
from ..reading.text_file import ReadError
from .locations import Locator

OWN = frozenset(
    (
        *("about/components/", "about/library/", "contribute/form/", "contribute/short/"),
        *("coverage/", "guides/", "my-list/", "reflect/", "supervise/", "teach/build/"),
    )
)
"""Addresses of the library's own pages that hold no things of one kind."""
BELOW = {"session": ("sessions/{id}/slides/",)}
"""The pages below that of a thing, by its kind."""
OWN_FOLDERS = ("e/", "embed/")
"""How the addresses begin at which every example has a page more."""


def line_problems(data: str, path: str) -> list[Problem]:
    """A problem for each line that is no entry, in a data folder. `path` is the ledger's, for
    messages.
    """
    file = os.path.join(data, ledger.NAME)
    if not os.path.lexists(file):
        return []
    try:
        raw = text_file.read_bytes(file, ledger.NAME, text_file.MAX_LIST_BYTES)
        return [
            problem(path, number, 1, "address-line", given=repr(line[:60]))
            for number, line, found in ledger.lines(text_file.decode(raw))
            if not found
        ]
    except ReadError as fault:
        return [fault.problem(path)]


def page_problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A problem for each hand-written page at the address of another, or of one that the library
    makes of its data.
    """
    taken: dict[str, str] = {}
    for kind in KINDS.values():
        things = {id: reading.get(kind.name, id) for id in reading.ids(kind.name)}
        taken |= dict.fromkeys(_of_kind(kind, things), "the library")
    for file, page in sorted(reading.pages.items()):
        is_own = page.address in OWN or page.address.startswith(OWN_FOLDERS)
        owner = "the library" if is_own else taken.setdefault(page.address, file)
        if owner != file:
            values = {"address": f"/{page.address}", "owner": owner}
            yield locator.problem("page", file, (), "address-taken", **values)
    for entry in reading.known("retired"):
        if entry.address and entry.address in {*taken, *OWN}:
            why = f"there is still a page at /{entry.address}"
            values = {"given": repr(entry.id), "why": why}
            yield locator.problem("retired", entry.id, ("address",), "retired", **values)


def _of_kind(kind: Kind, things: Mapping[str, Any]) -> Iterator[str]:
    """The pages that the library makes of a kind's things, and what else there is of each. Of a
    faulty thing its id alone may be known.
    """
    templates = [kind.alternate_address, *BELOW.get(kind.name, ())]
    if kind.file and kind.public and kind.generated:
        yield kind.list_address
        templates.append(kind.address)
    for id, thing in things.items():
        for template in filter(None, templates) if thing or kind.address_from_id else ():
            yield template.partition("#")[0].format(id=id, thing=thing)


def lost(library: Library, entries: tuple[ledger.Line, ...], path: str) -> list[Problem]:
    """A problem for each entry that leads nowhere. A build, which knows every page and file, finds
    the rest, which lies deeper.
    """
    now = {*OWN, *(page.address for page in library.pages.values())}
    for kind in KINDS.values():
        now.update(_of_kind(kind, library.all(kind.name)))
    for one in (*library.all("example").values(), *library.withdrawn.values()):
        now.update(f"{top}/{id}/" for id in (one.id, *one.aliases) for top in ("examples", "embed"))
    known = (e for e in entries if _is_plain(e.address))
    return ledger.lost(known, ledger.current(library, now, entries), path)


def _is_plain(address: str) -> bool:
    """Whether an address is that of a page near the root or of a place in a page."""
    return "#" in address or (address.endswith("/") and address.count("/") <= 2)
