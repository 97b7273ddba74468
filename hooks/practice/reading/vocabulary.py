"""The other YAML files: vocabularies, key points, sources, glossary, cards, sessions, paths, the
self-review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..kinds import KINDS, KindName
from ..model import STEP_FIELDS, Deck, Problem, Session
from ..teaching import MadeUp, texts
from . import document, markdown, schema
from .contents import Contents
from .document import Record, Where
from .text_file import Fault


def read_list(kind: KindName, raw: bytes, path: str) -> Contents:
    """The things of a list file, in its order."""
    return _read(raw, path, lambda record: _things(kind, record))


def read_one(kind: KindName, raw: bytes, path: str, id: str) -> Contents:
    """The one thing of a file; the cards of a deck know their deck."""
    return _read(raw, path, lambda record: _thing(kind, record, id))


def _knowing_its_cards(thing: Any) -> Any:
    if not isinstance(thing, Deck):
        return thing
    return thing.model_copy(
        update={"cards": tuple(card.model_copy(update={"deck": thing.id}) for card in thing.cards)}
    )


def _read(raw: bytes, path: str, make: Callable[[Record], Contents]) -> Contents:
    try:
        return make(document.read(raw, path))
    except Fault as fault:
        return Contents(problems=[fault.problem(path)], complete=False)


def _things(kind: KindName, record: Record) -> Contents:
    if not isinstance(record.value, list):
        return Contents(problems=[schema.problem(record, (), "shape/list")], complete=False)
    model, places = KINDS[kind].model, [(n,) for n in range(len(record.value))]
    checked = [schema.check(model, record, place) for place in places]
    faults = [
        p
        for c, place in zip(checked, places, strict=True)
        for p in _text_problems(model, record, c.bad, place)
    ]
    sketches = [
        schema.sketch(model, record, place)
        for place, c in zip(places, checked, strict=True)
        if c.problems
    ]
    named = [s for s in sketches if s is not None and s.id]
    problems = [p for c in checked for p in c.problems] + faults + _doubles(record, places)
    return Contents(
        [c.thing for c in checked if not c.problems],
        named,
        problems,
        complete=len(named) == len(sketches),
    )


def _doubles(record: Record, paths: list[Where]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for path in paths:
        value = record.at(path)
        id = value.get("id") if isinstance(value, dict) else None
        if isinstance(id, str) and id in seen:
            place = (*path, "id")
            problems.append(schema.problem(record, place, "unique-id/list", given=repr(id)))
        seen.add(str(id))
    return problems


def _thing(kind: KindName, record: Record, id: str) -> Contents:
    model = KINDS[kind].model
    checked = schema.check(model, record, id=id)
    problems = [
        *checked.problems,
        *_text_problems(model, record, checked.bad),
        *_double_cards(record, checked.bad),
    ]
    thing = schema.sketch(model, record, id=id) if checked.problems else checked.thing
    made = [] if thing is None else [_knowing_its_cards(thing)]
    if checked.problems:
        return Contents([], made, problems, complete=bool(made) and "cards" not in checked.bad)
    return Contents(made, [], problems)


def _double_cards(record: Record, bad: set[str]) -> list[Problem]:
    cards = (
        record.value.get("cards", ())
        if isinstance(record.value, dict) and "cards" not in bad
        else ()
    )
    return _doubles(record, [("cards", n) for n in range(len(cards))])


def _text_problems(
    model: type[Any], record: Record, bad: set[str], base: Where = ()
) -> Iterator[Problem]:
    """What the Markdown of a session's steps, or of something made up, may not hold."""
    fields = model.story_fields if issubclass(model, MadeUp) else ()
    if model is Session:
        fields = tuple(f"steps.{field}" for field in STEP_FIELDS)
    sound = tuple(field for field in fields if field.partition(".")[0] not in bad)
    value = record.at(base)
    for path, text in texts(value, sound, _field) if isinstance(value, dict) else ():
        for fault in markdown.faults(text):
            yield schema.text_problem(record, (*base, *path), fault)


def _field(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None
