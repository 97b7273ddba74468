"""Problems that only the whole library shows: names that lead nowhere, titles and ids used twice,
minutes that two files give.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from ..cache import Cache
from ..digest import digest
from ..model import Problem
from ..reading.folder import Reading, Show
from . import (
    addresses,
    directives,
    former,
    made_up,
    page_files,
    privacy_outside_fields,
    references,
    sessions,
    unread_marks,
    wording,
)
from .locations import Locator


def problems(reading: Reading, show: Show = str, cache: Cache | None = None) -> list[Problem]:
    """All problems of the whole, sorted.

    `show` makes a path fit for a message; `cache` knows which of our own texts were sound.
    """
    locator = Locator(reading)
    found = {
        *references.problems(reading, locator),
        *_same_titles(reading, locator),
        *former.problems(reading, locator),
        *_same_cards(reading, locator),
        *_same_guides(reading, locator),
        *addresses.page_problems(reading, locator),
        *_path_minutes(reading, locator),
        *sessions.problems(reading, locator),
        *directives.problems(reading),
        *page_files.problems(reading, locator),
        *_of_own_texts(reading, locator, cache or Cache(None)),
    }
    return sorted(problem._replace(path=show(problem.path)) for problem in found)


def advice(reading: Reading, show: Show = str) -> list[Problem]:
    """What contributors may want to look at, sorted.

    It stops nothing, and costs time, so only those who check ask for it.
    """
    return sorted(
        problem._replace(path=show(problem.path))
        for module in (wording, unread_marks, sessions)
        for problem in set(module.advice(reading, Locator(reading)))
    )


def _of_own_texts(reading: Reading, locator: Locator, cache: Cache) -> list[Problem]:
    """Problems of our own texts: they cost most, and change least."""
    key = digest(b"own texts", *reading.others)
    if cache.get(key) is not None:
        return []
    found = [
        *wording.problems(reading, locator),
        *made_up.problems(reading, locator),
        *privacy_outside_fields.problems(reading),
    ]
    if not found and not any(problem.severity == "error" for problem in reading.problems):
        cache.put(key, b"")
    return found


def _same_titles(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Every example whose title another has: only who wrote them knows which is the newer."""
    same: dict[str, list[str]] = {}
    for example in sorted(reading.known("example"), key=lambda e: e.id):
        title = unicodedata.normalize("NFKC", example.title or example.id)
        same.setdefault(" ".join(title.casefold().split()), []).append(example.id)
    for id, other in _each_of(same):
        yield locator.problem("example", id, ("title",), "unique-title", other=other)


def _each_of(same: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Each id or file that shares something with others, and one of the others."""
    for sharing in same.values():
        if len(sharing) > 1:
            yield from ((one, sharing[one == sharing[0]]) for one in sharing)


def _same_cards(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Cards are named without their deck, so no two decks have a card of one id."""
    first: dict[str, str] = {}
    for deck in sorted(reading.known("deck"), key=lambda d: d.id):
        for n, card in enumerate(deck.cards):
            other = first.setdefault(card.id, deck.id)
            if other != deck.id:
                values = {"given": repr(card.id), "other": other}
                yield locator.problem(
                    "deck", deck.id, ("cards", n, "id"), "unique-id/card", **values
                )


def _same_guides(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A guide is named by its id, wherever its file lies."""
    same: dict[str, list[str]] = {}
    for file, page in sorted(reading.pages.items()):
        if page.id:
            same.setdefault(page.id, []).append(file)
    for file, other in _each_of(same):
        values = {"given": repr(reading.pages[file].id), "other": other}
        yield locator.problem("page", file, ("id",), "unique-id/guide", **values)


def _path_minutes(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A step to a whole guide takes its minutes from the guide; every other step says its own."""
    for path in reading.known("path"):
        for n, step in enumerate(path.steps):
            whole = step.to.startswith("guide:") and "#" not in step.to
            guide = reading.get("guide", step.to.removeprefix("guide:")) if whole else None
            if not whole and step.minutes is None:
                yield locator.problem("path", path.id, ("steps", n), "path-minutes", to=step.to)
            elif guide and step.minutes not in (None, guide.minutes):
                at, values = ("steps", n, "minutes"), {"to": step.to, "minutes": guide.minutes}
                yield locator.problem("path", path.id, at, "path-minutes/guide", **values)
