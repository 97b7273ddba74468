"""The theme's style sheet, cut down to what pages can use.

The theme styles a hundred parts that this site never prints. A rule stays when every class, id and
attribute that it asks
for stands in a page that the theme drew, and every element there or in a template or script; the
templates of page bodies
use none of the theme's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

PIECE = re.compile(
    r"/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^\"')]*\)|[{}();,]", re.DOTALL
)
"""What ends something, and what may hold such a sign without meaning it."""
MOVES = re.compile(r"\s*(?:-webkit-)?(?:transition|animation)(?:-[a-z-]+)?\s*:")
"""What lets a page move.

Nothing here does: a colour that fades when the scheme changes cannot be read half-way.
"""
NESTED = ("@media", "@supports", "@layer", "@container")
ASKED = re.compile(
    r"[.#](-?[A-Za-z_][\w-]*)|\[((?:data-|dir|for|role|align|aria-sort|type)[\w-]*)(?:[~|^$*]?=[\"']?([^\"'\]]*))?"
)
"""What a selector asks of a page: a class or an id, or an attribute that only the theme writes."""
ELEMENT = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9]*)")
WRITTEN = re.compile(r"<([a-z][a-z0-9]*)|\"([a-z][a-z0-9]*)\"")
"""An element as pages and templates write it, and as scripts name it."""
CHOICE = re.compile(r":(?:not|is|where|has|matches|-\w+-any)\(")
DRAWN = re.compile(r'\s(class|id|dir|for|role|align|aria-sort|type|data-[\w-]+)="([^"]*)"')


class Rule(NamedTuple):
    """A rule of a style sheet: what stands before its braces, and what stands in them.

    A statement has no body.
    """

    prelude: str
    body: str | None


def names(pages: Iterable[str]) -> frozenset[str]:
    """All that selectors can find in some pages: classes, ids, and attributes with and without
    their values.
    """
    found: set[str] = set()
    for page in pages:
        for name, value in set(DRAWN.findall(page)):
            found |= set(value.split()) if name in ("class", "id") else {name, f"{name}={value}"}
    return frozenset(found)


def elements(texts: Iterable[str]) -> frozenset[str]:
    """The elements that some pages, templates or scripts can put on a page, each with the sign that
    opens it: ``<table``.
    """
    return frozenset(
        f"<{one or other}" for text in texts for one, other in set(WRITTEN.findall(text))
    )


def cut(style: str, known: frozenset[str], beside: str = "") -> str:
    """The style sheet without rules that nothing in the pages can match, without motion, and
    without values that nothing then reads.
    """
    return _without_unread("".join(_kept(style, known)), beside)


def rules(style: str) -> Iterator[Rule]:
    """The rules of a style sheet, in order."""
    start, opened, depth = 0, 0, 0
    for match in PIECE.finditer(style):
        sign = match[0]
        if sign == "{":
            opened, depth = (match.start() if not depth else opened), depth + 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield Rule(style[start:opened].strip(), style[opened + 1 : match.start()])
                start = match.end()
        elif sign == ";" and not depth:
            yield Rule(style[start : match.start()].strip(), None)
            start = match.end()


def _kept(style: str, known: frozenset[str]) -> Iterator[str]:
    for rule in rules(style):
        if rule.body is None:
            if not rule.prelude.startswith("@charset"):
                yield f"{rule.prelude};"
        elif rule.prelude.startswith(NESTED):
            inside = "".join(_kept(rule.body, known))
            if inside:
                yield f"{rule.prelude}{{{inside}}}"
        elif rule.prelude.startswith("@keyframes"):
            continue
        elif rule.prelude.startswith("@"):
            yield f"{rule.prelude}{{{rule.body}}}"
        elif selectors := [s for s in _split(rule.prelude, ",") if _can_match(s, known)]:
            yield f"{','.join(selectors)}{{{rule.body}}}"


def _split(text: str, at: str) -> list[str]:
    """The parts of a text between signs that stand in no brackets and no quotes."""
    parts, start, depth = [], 0, 0
    for match in PIECE.finditer(text):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if match[0] == at and not depth:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _can_match(selector: str, known: frozenset[str]) -> bool:
    asked = _without_choices(selector)
    named = [
        name or (f"{attribute}={value}" if value else attribute)
        for name, attribute, value in ASKED.findall(asked)
    ]
    return known.issuperset([*named, *(f"<{name}" for name in ELEMENT.findall(asked))])


def _without_choices(selector: str) -> str:
    """A selector without `:not(…)` and its like: what stands in them is not asked for."""
    while match := CHOICE.search(selector):
        end, depth = match.end(), 1
        while depth and end < len(selector):
            depth += {"(": 1, ")": -1}.get(selector[end], 0)
            end += 1
        selector = selector[: match.start()] + selector[end:]
    return selector


def _without_unread(style: str, beside: str) -> str:
    """A style sheet without motion and without custom properties that nothing reads; what reads a
    value may itself go unread.
    """
    before = ""
    while before != style:
        before, read = style, set(re.findall(r"var\((--[\w-]+)", style + beside))
        style = "".join(_read(style, read))
    return style


def _read(style: str, read: set[str]) -> Iterator[str]:
    for rule in rules(style):
        if rule.body is None:
            yield f"{rule.prelude};"
        elif rule.prelude.startswith(NESTED):
            if inside := "".join(_read(rule.body, read)):
                yield f"{rule.prelude}{{{inside}}}"
        elif body := ";".join(d for d in _split(rule.body, ";") if _stays(d, read)):
            yield f"{rule.prelude}{{{body}}}"


def _stays(declaration: str, read: set[str]) -> bool:
    if declaration.lstrip().startswith("--"):
        return declaration.split(":")[0].strip() in read
    return not MOVES.match(declaration)
