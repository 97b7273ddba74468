"""What may stand in a directive of a hand-written page, such as ``<!-- practice:examples
theme=risk-enablement limit=5 -->``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..library.facets import FACETS, SORTS
from ..model import Directive, Page, Problem
from ..reading.folder import Reading
from ..reading.schema import did_you_mean

Missing = Callable[[str, str], tuple[str, str] | None]
"""Told a kind and an id: what is wrong with the name and what would be right, or None."""

Found = Iterator[tuple[str, str, str]]
"""(rule, message, hint)"""

MOST = 24
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
    "accessibility-tests": {},
    "contact": {},
    "paths": {},
    "wording": {},
}
"""Name of the directive, its options, and what each takes."""


def problems(reading: Reading, missing: Missing) -> Iterator[Problem]:
    """Unknown directives, unknown options, and options that cannot be what they are, each at its
    own place.
    """
    for page in reading.pages.values():
        path = reading.files["page", page.file]
        for directive in page.directives:
            for column, (rule, message, hint) in _in_directive(reading, page, directive, missing):
                yield Problem(path, directive.line, column, rule, message, hint)


def _in_directive(
    reading: Reading, page: Page, directive: Directive, missing: Missing
) -> Iterator[tuple[int, tuple[str, str, str]]]:
    allowed = DIRECTIVES.get(directive.name)
    if allowed is None:
        yield (
            directive.column,
            (
                "directive",
                f"there is no directive {directive.name!r}",
                _listed(directive.name, "The directives are", DIRECTIVES),
            ),
        )
        return
    seen: set[str] = set()
    for option, value, column in directive.options:
        if option not in allowed:
            hint = _listed(option, "Its options are", allowed) if allowed else "It takes none."
            yield column, ("directive", f"{directive.name} has no option {option!r}", hint)
        elif option in seen:
            yield (
                column,
                (
                    "directive",
                    f"{option} is given twice",
                    "Keep one. To ask for one thing or another, put a comma between them.",
                ),
            )
        else:
            yield from (
                (column, found)
                for found in _in_value(reading, page, (option, value), allowed[option], missing)
            )
        seen.add(option)


def _in_value(
    reading: Reading, page: Page, given: tuple[str, str], takes: str, missing: Missing
) -> Found:
    option, value = given
    if takes == "ids":
        yield from _in_ids(option, value, missing)
    elif not _fits(takes, value, reading, page):
        yield "directive", f"{option} cannot be {value!r}", _choices(takes, value, reading, page)


def _in_ids(option: str, value: str, missing: Missing) -> Found:
    facet = next(f for f in FACETS if f.name == option)
    for id in value.split(","):
        if facet.kind:
            lost = missing(facet.kind, id)
            if lost:
                yield "unknown-reference", *lost
        elif facet.fixed and id not in facet.fixed:
            yield "directive", f"{option} cannot be {id!r}", _listed(id, "It can be", facet.fixed)
        elif not facet.fixed and not (id.isascii() and id.isdigit() and len(id) == 4):
            yield "directive", f"{option} cannot be {id!r}", "Write a year, for example 2019."


def _fits(takes: str, value: str, reading: Reading, page: Page) -> bool:
    if takes == "number":
        return value.isascii() and value.isdigit() and 1 <= int(value) <= MOST
    return value in _known(takes, reading, page)


def _known(takes: str, reading: Reading, page: Page) -> tuple[str, ...]:
    if takes == "section":
        return tuple(heading.id for heading in page.headings if heading.id)
    return {"nothing": ("",), "sort": tuple(SORTS), "kind": tuple(sorted(reading.things))}[takes]


def _choices(takes: str, value: str, reading: Reading, page: Page) -> str:
    if takes == "number":
        return f"Write a number from 1 to {MOST}."
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
