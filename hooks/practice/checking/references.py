"""Problems that only the whole library shows: names that lead nowhere, names given twice, titles
and ids used twice.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..cache import Cache
from ..digest import digest
from ..kinds import KINDS, KindName, is_kind
from ..library.relations import RELATIONS
from ..messages import say
from ..model import STEP_FIELDS, STORY_FIELDS, Problem
from ..reading import markdown
from ..reading.document import Where
from ..reading.folder import Reading, Show
from ..reading.schema import did_you_mean
from . import directives, wording
from .locations import Naming, Places

FEW = 60
"""So many ids are listed in a hint."""


def problems(reading: Reading, show: Show = str, cache: Cache | None = None) -> list[Problem]:
    """All problems of the whole, sorted.

    `show` makes a path fit for a message; `cache` knows which texts kept to the wording list.
    """
    places = Places(reading)
    found = {
        *_named(reading, places, list(_by_link(reading))),
        *_fields(reading, places),
        *_same_titles(reading, places),
        *_wording(reading, places, cache or Cache(None)),
    }
    return sorted(replace(problem, path=show(problem.path)) for problem in found)


def _wording(reading: Reading, places: Places, cache: Cache) -> list[Problem]:
    """Problems of our own texts: they cost most, and change least."""
    key = digest(b"wording", *reading.others)
    if cache.get(key) is not None:
        return []
    found = list(wording.problems(reading, places))
    if not found and not any(problem.severity == "error" for problem in reading.problems):
        cache.put(key, b"")
    return found


def _fields(reading: Reading, places: Places) -> Iterator[Problem]:
    """Problems of all but the stories of examples and what lists say of them."""
    yield from _named(reading, places, [*_by_place(reading), *_by_mention(reading)])
    yield from _lost(reading, places, _by_relation(reading))
    yield from _twice(reading, places)
    yield from _taken_ids(reading, places)
    yield from _same_cards(reading, places)
    yield from _path_minutes(reading, places)
    yield from directives.problems(reading, lambda kind, ref: _missing(reading, kind, ref))


def _named(reading: Reading, places: Places, namings: list[Naming]) -> Iterator[Problem]:
    """Names in texts and pages that lead nowhere, or not yet."""
    yield from _lost(reading, places, namings)
    yield from _not_yet_shown(reading, places, namings)


def advice(reading: Reading, show: Show = str) -> list[Problem]:
    """What contributors may want to look at, sorted.

    It stops nothing, and costs time, so only those who check ask for it.
    """
    return sorted(
        replace(problem, path=show(problem.path))
        for problem in set(wording.advice(reading, Places(reading)))
    )


def exists(reading: Reading, kind: str, ref: str) -> bool:
    """Whether there is such a thing, heading included.

    What could not be read gets the benefit of the doubt.
    """
    id, _, heading = ref.partition("#")
    if not is_kind(kind):
        return False
    if not reading.knows(kind, id):
        return kind in reading.unread
    return not heading or heading in _headings(reading, kind, id) or reading.about(kind, id) is None


def _missing(reading: Reading, kind: str, ref: str) -> tuple[str, str] | None:
    """What is wrong with a name and what would be right, or None where there is nothing wrong."""
    return None if exists(reading, kind, ref) else _says(reading, kind, ref)


def _lost(reading: Reading, places: Places, namings: Iterable[Naming]) -> Iterator[Problem]:
    """A name that leads nowhere is a problem, at every place where it stands."""
    for naming in namings:
        if not exists(reading, naming.target, naming.ref):
            message, hint = _says(reading, naming.target, naming.ref)
            for mark in places.of(naming):
                yield Problem(
                    places.path(naming.kind, naming.id),
                    mark.line,
                    mark.column,
                    "unknown-reference",
                    message,
                    hint,
                )


def _not_yet_shown(
    reading: Reading, places: Places, namings: Iterable[Naming]
) -> Iterator[Problem]:
    """A link to a draft would lead nowhere: a draft has no page."""
    drafts = {example.id for example in reading.known("example") if example.status == "draft"}
    for naming in namings if drafts else ():
        if naming.target == "example" and naming.ref in drafts and naming.id not in drafts:
            for mark in places.of(naming):
                yield Problem(
                    places.path(naming.kind, naming.id),
                    mark.line,
                    mark.column,
                    "unknown-reference",
                    *say("unknown-reference/draft", given=repr(naming.ref)),
                )


def _by_relation(reading: Reading) -> Iterator[Naming]:
    for relation in RELATIONS:
        targets = reading.things.get(relation.target, {})
        for thing in reading.known(relation.source):
            for ref in relation.refs(thing):
                if ref not in targets:
                    yield Naming(relation.source, thing.id, (relation.field,), relation.target, ref)


def _by_place(reading: Reading) -> Iterator[Naming]:
    for kind in KINDS.values():
        for thing in reading.known(kind.name) if hasattr(kind.model, "places") else ():
            for place in thing.places:
                target, _, ref = place.partition(":")
                yield Naming(kind.name, thing.id, (), target, ref)


def _by_link(reading: Reading) -> Iterator[Naming]:
    for kind, id, field, words in _texts(reading):
        for target, ref in markdown.links(words or ""):
            yield Naming(kind, id, field, target, ref)


def _texts(reading: Reading) -> Iterator[tuple[KindName, str, Where, str | None]]:
    """Every text in Markdown: the kind and the id of its thing, the path of its field, and the
    text.
    """
    for example in reading.known("example"):
        for field in STORY_FIELDS:
            yield "example", example.id, (field,), getattr(example, field)
    for session in reading.known("session"):
        for n, step in enumerate(session.steps):
            for field in STEP_FIELDS:
                yield "session", session.id, ("steps", n, field), getattr(step, field)


def _by_mention(reading: Reading) -> Iterator[Naming]:
    for page in reading.pages.values():
        for mention in page.mentions:
            yield Naming("page", page.file, (), mention.kind, mention.ref)


def _twice(reading: Reading, places: Places) -> Iterator[Problem]:
    """A list that names a thing twice is a problem, at the second place."""
    for relation in RELATIONS:
        for thing in reading.known(relation.source):
            refs = relation.refs(thing)
            for ref in (
                sorted(Counter(refs) - Counter(set(refs))) if len(set(refs)) < len(refs) else ()
            ):
                marks = places.of(
                    Naming(relation.source, thing.id, (relation.field,), relation.target, ref)
                )
                for mark in marks[1:] or marks:
                    told = say("named-twice", field=relation.field, given=repr(ref))
                    yield Problem(
                        places.path(relation.source, thing.id),
                        mark.line,
                        mark.column,
                        "named-twice",
                        *told,
                    )


def _same_titles(reading: Reading, places: Places) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for example in sorted(reading.known("example"), key=lambda e: e.id):
        title = " ".join(
            unicodedata.normalize("NFKC", example.title or example.id).casefold().split()
        )
        if first.setdefault(title, example.id) != example.id:
            mark = places.at("example", example.id, ("title",))
            yield Problem(
                places.path("example", example.id),
                mark.line,
                mark.column,
                "unique-title",
                *say("unique-title", other=first[title]),
            )


def _taken_ids(reading: Reading, places: Places) -> Iterator[Problem]:
    examples = sorted(reading.known("example"), key=lambda e: e.id)
    owner = {example.id: example.id for example in examples}
    for example in examples:
        for n, alias in enumerate(example.aliases):
            if (
                owner.setdefault(alias, example.id) != example.id
                or alias == example.id
                or alias in example.aliases[:n]
            ):
                mark = places.at("example", example.id, ("aliases", n))
                message = f"{alias!r} is already the id or a former id of {owner[alias]}"
                yield Problem(
                    places.path("example", example.id),
                    mark.line,
                    mark.column,
                    "alias-taken",
                    message,
                    "An old address can lead to one example only, once.",
                )


def _path_minutes(reading: Reading, places: Places) -> Iterator[Problem]:
    """A step to a whole guide takes its minutes from the guide; every other step says its own."""
    for path in reading.known("path"):
        for n, step in enumerate(path.steps):
            whole = step.to.startswith("guide:") and "#" not in step.to
            guide = reading.about("guide", step.to.removeprefix("guide:")) if whole else None
            if not whole and step.minutes is None:
                mark, told = (
                    places.at("path", path.id, ("steps", n)),
                    say("path-minutes", to=step.to),
                )
                yield Problem(
                    places.path("path", path.id), mark.line, mark.column, "path-minutes", *told
                )
            elif guide and step.minutes not in (None, guide.minutes):
                mark, told = (
                    places.at("path", path.id, ("steps", n, "minutes")),
                    say("path-minutes/guide", to=step.to, minutes=guide.minutes),
                )
                yield Problem(
                    places.path("path", path.id), mark.line, mark.column, "path-minutes", *told
                )


def _same_cards(reading: Reading, places: Places) -> Iterator[Problem]:
    """Cards are named without their deck, so no two decks have a card of one id."""
    first: dict[str, str] = {}
    for deck in sorted(reading.known("deck"), key=lambda d: d.id):
        for n, card in enumerate(deck.cards):
            if first.setdefault(card.id, deck.id) != deck.id:
                mark = places.at("deck", deck.id, ("cards", n, "id"))
                told = (
                    f"the id {card.id!r} is that of a card in the deck {first[card.id]} too",
                    "Give this one an id of its own.",
                )
                yield Problem(
                    places.path("deck", deck.id), mark.line, mark.column, "unique-id", *told
                )


def _says(reading: Reading, kind: str, ref: str) -> tuple[str, str]:
    """What is wrong with a name, and what would be right."""
    id, _, heading = ref.partition("#")
    if not is_kind(kind):
        listed = f"There is no {kind} yet."
        return say("unknown-reference", one=kind, given=repr(id), nearest="", listed=listed)
    one, several = KINDS[kind].one, KINDS[kind].plural
    if heading and reading.knows(kind, id):
        known = _headings(reading, kind, id)
        listed = (
            f"Its sections: {', '.join(known)}."
            if known
            else "Leave out the # and what follows it."
        )
        return say(
            "unknown-reference/section",
            one=one,
            given=repr(id),
            heading=repr(heading),
            nearest=did_you_mean(heading, known),
            listed=listed,
        )
    now = (
        next((example.id for example in reading.known("example") if id in example.aliases), "")
        if kind == "example"
        else ""
    )
    if now:
        return say("unknown-reference/renamed", given=repr(id), now=now)
    known = reading.ids(kind)
    listed = (
        f"All {several}: {', '.join(known)}."
        if known and len(known) <= FEW
        else ""
        if known
        else f"There is no {one} yet."
    )
    nearest = did_you_mean(id, known)
    return say(
        "unknown-reference",
        one=one,
        given=repr(id),
        nearest=nearest,
        listed=listed or ("" if nearest else "Look for its id in the address of its page."),
    )


def _headings(reading: Reading, kind: KindName, id: str) -> list[str]:
    return [h.id for h in getattr(reading.about(kind, id), "headings", ()) if h.id]
