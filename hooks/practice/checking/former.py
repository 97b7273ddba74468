"""Former ids: each leads to one thing, and what is retired is gone."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds import KINDS, Kind, is_kind
from ..model import Problem, Retired
from ..reading.folder import Reading
from .locations import Locator

EXAMPLES = {
    "card": "cards/risk/#a-card",
    "law": "law/scotland/#a-line",
    "guide": "guides/a-guide/",
    "term": "glossary/#a-term",
}


def problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Former ids that are taken, and retired things that are not gone."""
    for kind in KINDS.values():
        yield from _taken(reading, locator, kind)
    for entry in reading.known("retired"):
        yield from _retired(reading, locator, entry)


def _taken(reading: Reading, locator: Locator, kind: Kind) -> Iterator[Problem]:
    """An old address leads to one thing, once. Digits alone name a further page of a list."""
    things = sorted(reading.known(kind.name), key=lambda thing: thing.id)
    owners = {thing.id: thing.id for thing in things}
    for thing in things:
        aliases = getattr(thing, "aliases", None) or ()
        for n, alias in enumerate(aliases):
            owner = owners.setdefault(alias, thing.id)
            if kind.file.endswith("/") and alias.isdigit():
                at, values = ("aliases", n), {"given": repr(alias)}
                yield locator.problem(kind.name, thing.id, at, "alias-taken/number", **values)
            elif owner != thing.id or alias == thing.id or alias in aliases[:n]:
                values = {"given": repr(alias), "owner": owner}
                yield locator.problem(kind.name, thing.id, ("aliases", n), "alias-taken", **values)


def _retired(reading: Reading, locator: Locator, entry: Retired) -> Iterator[Problem]:
    name, _, id = entry.id.partition(":")
    kind = KINDS[name] if is_kind(name) else None
    if kind is None or not kind.has_permalink:
        why = (
            f"there is no kind {name!r}"
            if kind is None
            else f"a {kind.singular_name} has no address"
        )
    elif name == "example":
        why = "an example is withdrawn instead, in its own file"
    elif reading.knows(kind.name, id):
        why = "it is still there"
    elif now := reading.present_id(kind.name, id):
        why = f"it is a former id of {now}"
    else:
        why = ""
    if why:
        values = {"given": repr(entry.id), "why": why}
        yield locator.problem("retired", entry.id, ("id",), "retired", **values)
    elif kind and not kind.address_from_id and not entry.address:
        values = {"one": kind.singular_name, "example": EXAMPLES.get(name, "a-page/")}
        yield locator.problem("retired", entry.id, ("id",), "retired/address", **values)
