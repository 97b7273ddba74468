"""The ledger: every address ever published. It is only ever added to, and each address in it must lead somewhere for ever.

A line is an address below the site's root; a short address is followed by the address that it stands for, so that its
code is never given to another example. Numbered pages of an index are not in it: they come and go with the examples.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Problem
from .addresses import SHARED
from .library import Library

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that looks like a digit or like another letter."""
SHORTEST = 4
NAME = "addresses.txt"


@dataclass(frozen=True)
class Entry:
    """A line of the ledger."""

    line: int
    address: str
    target: str = ""


def read(data: str) -> tuple[Entry, ...]:
    """The entries of the ledger in a data folder; none when it has no ledger."""
    path = os.path.join(data, NAME)
    if not os.path.exists(path):
        return ()
    with open(path, encoding="utf-8") as file:
        lines = [(number, line.split()) for number, line in enumerate(file, 1) if line.strip() and not line.startswith("#")]
    return tuple(Entry(number, "" if words[0] == "/" else words[0], words[1] if len(words) > 1 else "") for number, words in lines)


def codes(library: Library, entries: Iterable[Entry]) -> dict[str, str]:
    """The short code of every example by id, withdrawn ones included. Codes in the ledger stay; new ones come from the id."""
    found = {e.target.split("/")[1]: e.address.split("/")[1] for e in entries if e.target}
    taken = set(found.values())
    examples = {**library.all("example"), **library.withdrawn}
    for id in sorted(examples, key=lambda id: (examples[id].added, id)):
        if id not in found:
            found[id] = next(code for code in _codes_of(id) if code not in taken)
            taken.add(found[id])
    return {id: code for id, code in found.items() if id in examples}


def _codes_of(id: str) -> Iterator[str]:
    number = int.from_bytes(hashlib.blake2b(id.encode(), digest_size=15).digest())
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(115, -1, -5))
    return (letters[:length] for length in range(SHORTEST, len(letters) + 1))


def fragments(library: Library) -> Iterator[str]:
    """Addresses that lead into a page: key points, terms, sources and the like, and the sections of guides, the steps of sessions."""
    for kind in (*SHARED, "card"):
        for id in library.all(kind):
            if kind != "level":
                yield library.address(kind, id)
    for guide in library.all("guide").values():
        yield from (f"{guide.address}#{heading.id}" for heading in guide.headings if heading.id)
    for id, session in library.all("session").items():
        yield from (f"{library.address('session', id)}#{step.id}" for step in session.steps)


def current(library: Library, pages: Iterable[str], short: Mapping[str, str]) -> dict[str, str]:
    """Every address of this build that must last, with its target where it is a short one."""
    lasting = {page.removesuffix("index.html") for page in pages if not _numbered(page)}
    found = dict.fromkeys((*lasting, *fragments(library)), "")
    return {**found, **{f"e/{code}/": f"examples/{id}/" for id, code in short.items()}}


def _numbered(page: str) -> bool:
    return any(part.isdigit() for part in page.split("/"))


def lost(entries: Iterable[Entry], now: Mapping[str, str], path: str) -> list[Problem]:
    """A problem for each address of the ledger that leads nowhere, or elsewhere than it did."""
    return [
        Problem(path, e.line, 1, "address-lost", f"the address /{e.address} leads nowhere any more", "Bring the page back, give the example an alias, or withdraw it: an address once published lasts.")
        for e in entries
        if e.address not in now or (e.target and now[e.address] and now[e.address] != e.target)
    ]


def fresh(entries: Iterable[Entry], now: Mapping[str, str]) -> list[str]:
    """Lines to add to the ledger, in order."""
    known = {e.address for e in entries}
    return [f"{address or '/'} {target}".strip() for address, target in sorted(now.items()) if address not in known]
