"""What may stand in a directive of a hand-written page, such as ``<!-- practice:examples
theme=risk-enablement limit=5 -->``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from ..library.facets import FACETS, SORTS
from ..messages import format_message, rule_of
from ..model import Directive, Page, Problem, UKNation
from ..reading.folder import Reading
from ..reading.schema_messages import did_you_mean
from . import references


class Finding(NamedTuple):
    """What is wrong in a directive."""

    message: str
    hint: str
    rule: str = "directive"


MAX_LENGTH = 24
"""The longest list that a directive may ask for."""

FILTERS = tuple(facet.name for facet in FACETS)

DIRECTIVES: Mapping[str, Mapping[str, str]] = {
    "key-points": {"summary": "nothing", "limit": "number"},
    "seen-in-practice": {"section": "section", "limit": "number"},
    "examples": {**dict.fromkeys(FILTERS, "ids"), "sort": "sort", "limit": "number"},
    "cloth": {},
    "count": {"kind": "kind"},
    "today": {},
    "gaps": {},
    "line-of-sight": {},
    "circuit": {},
    "offline-size": {},
    "outcomes-data": {},
    "accessibility-tests": {},
    "contact": {},
    "paths": {},
    "word-files": {},
    "wording": {},
    "law": {"nation": "nation"},
    "frameworks": {"nation": "nation"},
}
"""Name of the directive, its options, and what each takes."""


def problems(reading: Reading) -> Iterator[Problem]:
    """Unknown directives, unknown options, and options that cannot be what they are, each at its
    own place.
    """
    for page in reading.pages.values():
        path = reading.files["page", page.file]
        for directive in page.directives:
            for column, found in _check(reading, page, directive):
                line = directive.line
                yield Problem(path, line, column, found.rule, found.message, found.hint)


def _check(reading: Reading, page: Page, directive: Directive) -> Iterator[tuple[int, Finding]]:
    """What is wrong in a directive, each with its column."""
    name, allowed = directive.name, DIRECTIVES.get(directive.name)
    if allowed is None:
        hint = _listed(name, "The directives are", DIRECTIVES)
        yield directive.column, Finding(f"there is no directive {name!r}", hint)
        return
    seen: set[str] = set()
    for option, value, column in directive.options:
        if option not in allowed:
            hint = _listed(option, "Its options are", allowed) if allowed else "It takes none."
            yield column, Finding(f"{name} has no option {option!r}", hint)
        elif option in seen:
            hint = "Keep one. To ask for one thing or another, put a comma between them."
            yield column, Finding(f"{option} is given twice", hint)
        elif allowed[option] == "ids":
            yield from ((column, found) for found in _check_ids(reading, option, value))
        elif not _fits(allowed[option], value, reading, page):
            hint = _choices(allowed[option], value, reading, page)
            yield column, Finding(f"{option} cannot be {value!r}", hint)
        seen.add(option)


def _check_ids(reading: Reading, option: str, value: str) -> Iterator[Finding]:
    facet = next(f for f in FACETS if f.name == option)
    for id in value.split(","):
        message = f"{option} cannot be {id!r}"
        if facet.kind:
            if not references.exists(reading, facet.kind, id):
                key, values = references.explain(reading, facet.kind, id)
                yield Finding(*format_message(key, **values), rule_of(key))
        elif facet.fixed and id not in facet.fixed:
            yield Finding(message, _listed(id, "It can be", facet.fixed))
        elif not facet.fixed and not (id.isascii() and id.isdigit() and len(id) == 4):
            yield Finding(message, "Write a year, for example 2019.")


def _fits(takes: str, value: str, reading: Reading, page: Page) -> bool:
    if takes == "number":
        return value.isascii() and value.isdigit() and 1 <= int(value) <= MAX_LENGTH
    return value in _known(takes, reading, page)


def _known(takes: str, reading: Reading, page: Page) -> tuple[str, ...]:
    if takes == "section":
        return tuple(heading.id for heading in page.headings if heading.id)
    known = {
        "nothing": ("",),
        "sort": tuple(SORTS),
        "kind": tuple(sorted(reading.things)),
        "nation": get_args(UKNation),
    }
    return known[takes]


def _choices(takes: str, value: str, reading: Reading, page: Page) -> str:
    if takes == "number":
        return f"Write a number from 1 to {MAX_LENGTH}."
    return (
        "Write it without a value."
        if takes == "nothing"
        else _listed(value, "It can be", _known(takes, reading, page))
    )


def _listed(
    word: str,
    opening: str,
    known: Mapping[str, str] | tuple[str, ...] | Mapping[str, Mapping[str, str]],
) -> str:
    return f"{did_you_mean(word, list(known))}{opening}: {', '.join(known)}."
