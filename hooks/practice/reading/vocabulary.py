"""The other YAML files: everything but the examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..kinds import KINDS, KindName
from ..model import STEP_FIELDS, Deck, Problem, Session
from ..teaching import MadeUp, texts
from . import document, markdown, schema
from .contents import Contents
from .document import Record
from .marks import FieldPath
from .text_file import ReadError


def read_list(kind: KindName, raw: bytes, path: str) -> Contents:
    """The things of a list file, in its order."""
    try:
        return _things(kind, document.read(raw, path))
    except ReadError as fault:
        return Contents(problems=[fault.problem(path)], complete=False)


def read_one(kind: KindName, raw: bytes, path: str, id: str) -> Contents:
    """The one thing of a file; the cards of a deck know their deck."""
    try:
        return _thing(kind, document.read(raw, path), id)
    except ReadError as fault:
        return Contents(problems=[fault.problem(path)], complete=False)


def _knowing_its_cards(thing: Any) -> Any:
    if not isinstance(thing, Deck):
        return thing
    return thing.model_copy(
        update={"cards": tuple(card.model_copy(update={"deck": thing.id}) for card in thing.cards)}
    )


def _things(kind: KindName, record: Record) -> Contents:
    if not isinstance(record.value, list):
        return Contents(problems=[schema.problem(record, (), "shape/list")], complete=False)
    model, places = KINDS[kind].model, [(n,) for n in range(len(record.value))]
    things, sketches = [], []
    problems: list[Problem] = []
    faults: list[Problem] = []
    for place in places:
        checked = schema.check(model, record, place)
        problems += checked.problems
        faults += _text_problems(model, record, checked.bad, place)
        if checked.problems:
            sketches.append(schema.sketch(model, record, place))
        else:
            things.append(checked.thing)
    named = [sketch for sketch in sketches if sketch is not None and sketch.id]
    problems += [*faults, *_duplicates(record, places)]
    return Contents(things, named, problems, complete=len(named) == len(sketches))


def _duplicates(record: Record, paths: list[FieldPath]) -> list[Problem]:
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
        *_duplicate_cards(record, checked.bad),
    ]
    thing = schema.sketch(model, record, id=id) if checked.problems else checked.thing
    found = [] if thing is None else [_knowing_its_cards(thing)]
    if checked.problems:
        return Contents([], found, problems, complete=bool(found) and "cards" not in checked.bad)
    return Contents(found, [], problems)


def _duplicate_cards(record: Record, bad: set[str]) -> list[Problem]:
    sound = isinstance(record.value, dict) and "cards" not in bad
    cards = record.value.get("cards", ()) if sound else ()
    return _duplicates(record, [("cards", n) for n in range(len(cards))])


def _text_problems(
    model: type[Any], record: Record, bad: set[str], base: FieldPath = ()
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
