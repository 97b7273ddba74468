"""The ledger: every address ever published. It is only ever added to, and each address in it must
lead somewhere for ever.

A line is an address below the site's root; a short address is followed by its target, so that its
code is never given to another example. Numbered pages of an index are not in it: they come and go
with the examples.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..kinds import KINDS
from ..messages import problem
from ..model import Problem
from . import former
from .library import Library

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that looks like a digit or like another letter."""
CROCKFORD = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET.encode())
MIN_LENGTH = 4
NAME = "addresses.txt"
ENTRY = re.compile(
    r"(?P<address>(?P<short>e/[0-9a-z]+/)|/"
    r"|[a-z0-9-]+(?:/[a-z0-9-]+)*(?:/(?:#[\w-]+)?|\.[a-z0-9.]+))"
    r"(?(short) (?P<target>examples/[a-z0-9-]+/))"
)
"""An address, and the target of a short one."""
NUMBERED = re.compile(r"/[0-9]+/")


class Line(NamedTuple):
    """A line of the ledger."""

    number: int
    address: str
    target: str = ""


def read(data: str) -> tuple[Line, ...]:
    """The entries of the ledger in a data folder; `()` when it has no ledger."""
    path = os.path.join(data, NAME)
    if not os.path.exists(path):
        return ()
    with open(path, encoding="utf-8", errors="replace") as file:  # the check tells of such a file
        return tuple(
            Line(number, found["address"].removeprefix("/"), found["target"] or "")
            for number, _, found in lines(file.read())
            if found
        )


def lines(text: str) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Every line that is neither empty nor a comment: its number, the line, and what it says, or
    None when it is no entry.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line, ENTRY.fullmatch(line.rstrip())


@lru_cache(maxsize=1)
def examples_by_code(library: Library, entries: tuple[Line, ...]) -> dict[str, str]:
    """The example that each short code leads to, by code: withdrawn ones included, and renamed ones
    under their present id.

    Codes in the ledger stay with their example for ever; an example without one has one made from
    its id.
    """
    examples = {**library.all("example"), **library.withdrawn}
    present = {name: id for id, example in examples.items() for name in (*example.aliases, id)}
    taken = {e.address.split("/")[1]: e.target.split("/")[1] for e in entries if e.target}
    found = {code: present[name] for code, name in taken.items() if name in present}
    for id in sorted(
        examples.keys() - set(found.values()), key=lambda id: (examples[id].added, id)
    ):
        found[next(code for code in _codes_of(id) if code not in taken and code not in found)] = id
    return found


def _codes_of(id: str) -> Iterator[str]:
    letters = (
        base64.b32encode(hashlib.blake2b(id.encode(), digest_size=15).digest())
        .translate(CROCKFORD)
        .decode()
    )
    return (letters[:length] for length in range(MIN_LENGTH, len(letters) + 1))


def fragments(library: Library) -> Iterator[str]:
    """Addresses that lead into a page: key points, terms, sources and the like, and the sections of
    guides, the steps of sessions.
    """
    for kind in KINDS.values():
        if kind.public and kind.shares_a_page:
            yield from (library.address(kind.name, id) for id in library.all(kind.name))
        if "#" in kind.alternate_address:
            yield from (kind.alternate_address.format(id=id) for id in library.all(kind.name))
    for guide in library.all("guide").values():
        yield from (f"{guide.address}#{heading.id}" for heading in guide.headings if heading.id)
    for id, session in library.all("session").items():
        yield from (f"{library.address('session', id)}#{step.id}" for step in session.steps)


def current(library: Library, pages: Iterable[str], entries: tuple[Line, ...]) -> dict[str, str]:
    """Every address of this build that must last, with the target of a short one (in the ledger's
    words, if it is there).
    """
    lasting = {page.removesuffix("index.html") for page in pages if not is_numbered(page)}
    promised = {e.address: e.target for e in entries if e.target}
    short = {
        f"e/{code}/": f"examples/{id}/" for code, id in examples_by_code(library, entries).items()
    }
    now = dict.fromkeys((*lasting, *fragments(library)), "")
    return {
        **now,
        **dict.fromkeys(former.resolved(library, (e.address for e in entries), now), ""),
        **{address: promised.get(address, target) for address, target in short.items()},
    }


def is_numbered(page: str) -> bool:
    """Whether a page is a further one of a list: it comes and goes with the examples."""
    return bool(NUMBERED.search(page))


def lost(entries: Iterable[Line], now: Mapping[str, str], path: str) -> list[Problem]:
    """A problem for each address of the ledger that leads nowhere, or elsewhere than it did."""
    return [
        problem(path, e.number, 1, "address-lost", address=e.address)
        for e in entries
        if e.address not in now or (e.target and now[e.address] and now[e.address] != e.target)
    ]


def fresh(entries: Iterable[Line], now: Mapping[str, str]) -> list[str]:
    """Lines to add to the ledger, in order."""
    known = {e.address for e in entries}
    return [
        f"{address or '/'} {target}".strip()
        for address, target in sorted(now.items())
        if address not in known
    ]
