"""Names that lead nowhere, or to a draft, and lists that name a thing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from ..kinds import KINDS, KindName, is_kind
from ..library.relations import RELATIONS
from ..model import STEP_FIELDS, STORY_FIELDS, Problem, TypedRef
from ..reading import markdown
from ..reading.folder import Reading
from ..reading.marks import FieldPath
from ..reading.schema_messages import did_you_mean
from ..teaching import MadeUp
from .locations import Locator, Reference

MAX_LISTED = 60
"""So many ids are listed in a hint."""


def problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Names without a target, and names given twice, each at its own place."""
    in_texts = [*_by_link(reading), *_by_place(reading), *_by_mention(reading)]
    yield from _unknown(reading, locator, [*in_texts, *_by_relation(reading)])
    yield from _drafts(reading, locator, in_texts)
    yield from _twice(reading, locator)
    yield from _word_twice(reading, locator)


def renamed(reading: Reading) -> Iterator[tuple[Reference, str]]:
    """Names that are former ids, each with the present one."""
    for reference in (
        *_by_link(reading),
        *_by_place(reading),
        *_by_mention(reading),
        *_by_relation(reading),
    ):
        kind, id = reference.target, reference.ref.partition("#")[0]
        if is_kind(kind) and not reading.knows(kind, id) and (now := reading.present_id(kind, id)):
            yield reference, now


def exists(reading: Reading, kind: str, ref: str) -> bool:
    """Whether there is such a thing, heading included.

    What could not be read gets the benefit of the doubt.
    """
    id, _, heading = ref.partition("#")
    if not is_kind(kind):
        return False
    if not reading.knows(kind, id):
        return kind in reading.incomplete_kinds
    return not heading or heading in _headings(reading, kind, id) or reading.get(kind, id) is None


def _unknown(reading: Reading, locator: Locator, found: Iterable[Reference]) -> Iterator[Problem]:
    """A name that leads nowhere is a problem, at every place where it stands."""
    for reference in found:
        if not exists(reading, reference.target, reference.ref):
            yield from locator.problems(
                reference, *explain(reading, reference.target, reference.ref)
            )


def _drafts(reading: Reading, locator: Locator, found: Iterable[Reference]) -> Iterator[Problem]:
    """A link to a draft would lead nowhere: a draft has no page."""
    drafts = {example.id for example in reading.known("example") if example.status == "draft"}
    for reference in found if drafts else ():
        if reference.target == "example" and reference.ref in drafts and reference.id not in drafts:
            values = {"given": repr(reference.ref)}
            yield from locator.problems(reference, "unknown-reference/draft", values)


def _twice(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Ids that stand twice in the list of a relation; the problem is at the second."""
    for relation in RELATIONS:
        for thing in reading.known(relation.source):
            refs = relation.refs(thing)
            if relation.source == relation.target and thing.id in refs:
                at = (relation.field, list(refs).index(thing.id))
                values = {"field": relation.field, "given": repr(thing.id)}
                yield locator.problem(relation.source, thing.id, at, "named-twice/itself", **values)
            if len(set(refs)) == len(refs):
                continue
            for ref in sorted(ref for ref, count in Counter(refs).items() if count > 1):
                reference = Reference(
                    relation.source, thing.id, (relation.field,), relation.target, ref
                )
                values = {"field": relation.field, "given": repr(ref)}
                yield from locator.problems(reference, "named-twice", values, first=1)


def _word_twice(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A list of fixed words or of typed refs that names one twice is a problem too."""
    for kind in KINDS.values():
        for thing in reading.known(kind.name):
            for path, words in _word_lists(thing):
                for n in range(1, len(words)):
                    if words[n] in words[:n]:
                        values = {"field": path[-1], "given": repr(words[n])}
                        yield locator.problem(
                            kind.name, thing.id, (*path, n), "named-twice", **values
                        )


def _word_lists(thing: BaseModel) -> Iterator[tuple[FieldPath, tuple[str, ...]]]:
    """Every list of words in a thing and in its parts, with its path."""
    for field, of_words in _lists(type(thing)).items():
        if of_words:
            yield (field,), getattr(thing, field)
            continue
        for n, part in enumerate(getattr(thing, field)):
            yield from (((field, n, *path), words) for path, words in _word_lists(part))


@cache
def _lists(model: type[Any]) -> dict[str, bool]:
    """The fields of a model that are lists of words, and those whose parts have such lists."""
    found = {}
    for name, field in getattr(model, "model_fields", {}).items():
        item = next(iter(get_args(field.annotation)), None)
        if get_origin(field.annotation) is tuple and item is not None:
            of_words = get_origin(item) is Literal or item == TypedRef
            if of_words or (isinstance(item, type) and _lists(item)):
                found[name] = of_words
    return found


def _by_relation(reading: Reading) -> Iterator[Reference]:
    for relation in RELATIONS:
        targets = reading.things.get(relation.target, {})
        for thing in reading.known(relation.source):
            for ref in relation.refs(thing):
                if ref not in targets:
                    yield Reference(
                        relation.source, thing.id, (relation.field,), relation.target, ref
                    )


def _by_place(reading: Reading) -> Iterator[Reference]:
    for kind in KINDS.values():
        for thing in reading.known(kind.name) if hasattr(kind.model, "typed_refs") else ():
            for place in thing.typed_refs:
                target, _, ref = place.partition(":")
                yield Reference(kind.name, thing.id, (), target, ref)


def _by_link(reading: Reading) -> Iterator[Reference]:
    for kind, id, field, words in _texts(reading):
        for target, ref in markdown.links(words or ""):
            yield Reference(kind, id, field, target, ref)


def _texts(reading: Reading) -> Iterator[tuple[KindName, str, FieldPath, str | None]]:
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
    for kind in KINDS.values():
        for thing in reading.known(kind.name) if issubclass(kind.model, MadeUp) else ():
            yield from ((kind.name, thing.id, path, words) for path, words in thing.texts)


def _by_mention(reading: Reading) -> Iterator[Reference]:
    for page in reading.pages.values():
        for mention in page.mentions:
            yield Reference("page", page.file, (), mention.kind, mention.ref)
        for n, some in enumerate(page.asks):
            if some.section:
                ref = f"{page.id}#{some.section}"
                yield Reference("page", page.file, ("asks", n, "section"), "guide", ref)


def explain(reading: Reading, kind: str, ref: str) -> tuple[str, dict[str, Any]]:
    """Why a name leads nowhere: the key of the message, and its values."""
    id, _, heading = ref.partition("#")
    if not is_kind(kind):
        return _unknown_id(kind, id, "", f"There is no {kind} yet.")
    if heading and reading.knows(kind, id):
        return _unknown_section(reading, kind, id, heading)
    one, now = KINDS[kind].singular_name, reading.present_id(kind, id)
    if now:
        return "unknown-reference/renamed", {"one": one, "given": repr(id), "now": now}
    if gone := reading.get("retired", f"{kind}:{id}"):
        values = {"one": one, "given": repr(id), "on": gone.on, "see": ", ".join(gone.see)}
        return "unknown-reference/retired", values
    known = reading.ids(kind)
    nearest = did_you_mean(id, known)
    if not known:
        listed = f"There is no {one} yet."
    elif len(known) <= MAX_LISTED:
        listed = f"All {KINDS[kind].plural}: {', '.join(known)}."
    else:
        listed = "" if nearest else "Look for its id in the address of its page."
    return _unknown_id(one, id, nearest, listed)


def _unknown_id(one: str, id: str, nearest: str, listed: str) -> tuple[str, dict[str, Any]]:
    values = {"one": one, "given": repr(id), "nearest": nearest, "listed": listed}
    return "unknown-reference", values


def _unknown_section(
    reading: Reading, kind: KindName, id: str, heading: str
) -> tuple[str, dict[str, Any]]:
    known = _headings(reading, kind, id)
    listed = (
        f"Its sections: {', '.join(known)}." if known else "Leave out the # and what follows it."
    )
    return "unknown-reference/section", {
        "one": KINDS[kind].singular_name,
        "given": repr(id),
        "heading": repr(heading),
        "nearest": did_you_mean(heading, known),
        "listed": listed,
    }


def _headings(reading: Reading, kind: KindName, id: str) -> list[str]:
    return [h.id for h in getattr(reading.get(kind, id), "headings", ()) if h.id]
