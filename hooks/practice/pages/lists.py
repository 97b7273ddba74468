"""Pages that show the whole library at once: coverage, key points, sources, glossary, guides,
cards, sessions, paths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..kinds import KINDS, KindName, split
from ..library.library import Library
from ..library.relations import leading_to
from ..model import BibliographyEntry, Path, PathStep, Stages
from ..rendering import pager
from ..rendering.downloads import offers
from ..rendering.output import Output
from ..rendering.site import About, Site
from .examples import USES

SHOWN = 2
"""Examples named for a key point; its own page has all."""
CITING = 24
"""Things of one kind named as citing a source or a guide; the rest are counted."""


def pages(site: Site) -> Iterator[Output]:
    """Every such page."""
    yield from coverage(site)
    yield key_points(site)
    yield sources(site)
    yield glossary(site)
    yield guides(site)
    yield decks(site)
    yield from (deck(site, d) for d in site.library.all("deck").values())
    yield paths(site)
    yield self_review(site)


BOARD = 31_500
"""Bytes of rows on a page of the coverage board: it stays below 40 kB however many themes and
settings there are.
"""
CELL = 66
"""Bytes of a cell beside its names."""
BoardRow = tuple[str, str, str, str, tuple[int, ...]]
"""A theme's id, title, family and address, and how many examples it has in each setting."""


def coverage(site: Site) -> Iterator[Output]:
    """Themes by settings, as many rows on a page as its weight allows: a cell is the number of
    examples, or a gap that invites one.
    """
    library = site.library
    count = Counter(
        (t, s) for e in library.all("example").values() for t in e.themes for s in e.settings
    )
    settings, themes = list(library.all("setting").values()), list(library.all("theme").values())
    board: list[BoardRow] = [
        (
            t.id,
            t.title,
            t.family or "talk",
            library.address("theme", t.id),
            tuple(count[t.id, s.id] for s in settings),
        )
        for t in themes
    ]
    gaps = sorted(
        ((sum(not count[t.id, s.id] for t in themes), s.title) for s in settings), reverse=True
    )
    parts = _board_pages(
        board, sum(CELL + len(s.id) + len(s.title) for s in settings), len(settings)
    )
    for number, part in enumerate(parts, 1):
        view = {
            "settings": tuple((s.id, s.title) for s in settings),
            "board": part,
            "filled": sum(bool(n) for _, _, _, _, cells in board for n in cells),
            "cells": len(themes) * len(settings),
            "gaps": tuple((title, missing) for missing, title in gaps[:3]),
            "number": number,
            "pages": pager.steps("coverage/", len(parts), number),
        }
        title = (
            "What the library covers" if number == 1 else f"What the library covers, page {number}"
        )
        about = About(
            title,
            "Themes by settings: how many examples there are, and what is missing.",
            pager.address("coverage/", number),
            "CONTRIBUTING.md",
        )
        yield site.page(
            "coverage" if number == 1 else "coverage-more", "coverage.html", about, view
        )


def _board_pages(board: list[BoardRow], weight: int, cells: int) -> list[tuple[BoardRow, ...]]:
    """The rows of each page, by what they weigh: `weight` for the settings' names in each row, and
    the theme's id in each cell.
    """
    parts: list[list[BoardRow]] = [[]]
    room = BOARD
    for row in board:
        room -= weight + cells * len(row[0])
        if room < 0 and parts[-1]:
            parts.append([])
            room = BOARD - weight - cells * len(row[0])
        parts[-1].append(row)
    return [tuple(part) for part in parts]


def key_points(site: Site) -> Output:
    """Every key point under its guide, with examples that show it, or a word that none does yet."""
    library = site.library
    groups = []
    for guide in library.all("guide"):
        points = [
            library.all("key-point")[id] for id in library.linked_from("key-point-guide", guide)
        ]
        listed = tuple(
            (
                p.id,
                p.text,
                *_some(site, "example", library.linked_from("example-key-point", p.id)),
                tuple(library.link("theme", t) for t in p.themes),
            )
            for p in points
        )
        if listed:
            groups.append((*library.link("guide", guide), guide, listed))
    summary = tuple(p.text for p in library.all("key-point").values() if p.summary)
    about = About(
        "Key points",
        "The library in short: what guides claim, and which examples show it.",
        "key-points/",
        "examples_data/key_points.yml",
        scripts=("share.js",),
    )
    return site.page(
        "understand", "key-points.html", about, {"groups": tuple(groups), "summary": summary}
    )


def _some(site: Site, kind: KindName, ids: tuple[str, ...], most: int = SHOWN) -> tuple[tuple, int]:
    """Links to the first few things, and how many there are."""
    return tuple(site.library.link(kind, id) for id in ids[:most]), len(ids)


def back_links(site: Site, kind: KindName, id: str) -> tuple:
    """(heading, links, total) for every relation that leads to a thing."""
    found = []
    for relation in leading_to(kind):
        ids = site.library.linked_from(relation.name, id)
        if ids:
            found.append(
                (
                    relation.backwards,
                    *_some(
                        site,
                        relation.source,
                        ids,
                        SHOWN if relation.source == "example" else CITING,
                    ),
                )
            )
    return tuple(found)


def sources(site: Site) -> Output:
    """The bibliography, with who cites each entry."""
    listed = tuple(
        (
            s.id,
            s.title,
            published(s),
            s.url or "",
            s.read,
            s.note or "",
            back_links(site, "source", s.id),
        )
        for s in sorted(
            site.library.all("source").values(), key=lambda s: (s.cited_as.casefold(), s.id)
        )
    )
    about = About(
        "Sources",
        "What guides and examples rest on, how much of it was read, and who cites it.",
        "sources/",
        "examples_data/sources.yml",
        scripts=("share.js",),
    )
    return site.page(
        "understand",
        "sources.html",
        about,
        {"sources": listed, "examples": len(site.library.all("example"))},
    )


def published(source: BibliographyEntry) -> str:
    """Who published a source, and when."""
    return ", ".join(str(part) for part in (*source.authors, source.publisher, source.year) if part)


def glossary(site: Site) -> Output:
    """Terms in plain words."""
    library = site.library
    listed = tuple(
        (
            t.id,
            t.title,
            t.definition,
            t.also,
            tuple(library.link("guide", g) for g in t.guides),
            tuple(
                (library.all("source")[s].cited_as, library.address("source", s)) for s in t.sources
            ),
        )
        for t in sorted(library.all("term").values(), key=lambda t: t.title.casefold())
    )
    about = About(
        "Glossary",
        "Words that this library uses, in plain English.",
        "glossary/",
        "examples_data/glossary.yml",
        scripts=("share.js",),
    )
    return site.page("understand", "glossary.html", about, {"terms": listed})


def guides(site: Site) -> Output:
    """The guides in their order."""
    library = site.library
    listed = tuple(
        (g.title, g.summary, g.minutes, g.address) for g in library.all("guide").values()
    )
    about = About(
        "Guides",
        "Short guides on changing an organisation so that it works towards what matters to people.",
        "guides/",
        "CONTRIBUTING.md",
    )
    return site.page(
        "understand", "guides.html", about, {"guides": listed, "paths": path_list(library)}
    )


def decks(site: Site) -> Output:
    """The decks of prompt cards."""
    listed = tuple(
        (d.title, d.summary, len(d.cards), site.library.address("deck", d.id))
        for d in site.library.all("deck").values()
    )
    about = About(
        "Prompt cards",
        "Questions that start a conversation, to show one at a time or to print and cut.",
        "cards/",
        "CONTRIBUTING.md",
    )
    return site.page("teach", "decks.html", about, {"decks": listed})


def deck(site: Site, deck: Any) -> Output:
    """One deck of cards."""
    library = site.library
    cards = tuple(
        (
            c.id,
            c.prompt,
            c.note,
            USES[c.use],
            tuple(library.link("role", r) for r in c.roles),
            tuple(library.link("guide", g) for g in c.guides),
            tuple(library.link("theme", t) for t in c.themes),
            tuple(library.link("session", s) for s in library.linked_from("session-card", c.id)),
        )
        for c in deck.cards
    )
    address = library.address("deck", deck.id)
    about = About(
        f"Prompt cards: {deck.title.lower()}",
        deck.summary,
        address,
        f"examples_data/cards/{deck.id}.yml",
        scripts=("deck.js", "share.js"),
    )
    return site.page(
        "cards",
        "deck.html",
        about,
        {
            "downloads": offers(site.downloads, "deck", deck.id),
            "title": deck.title,
            "summary": deck.summary,
            "cards": cards,
            "guide": library.link("guide", deck.guide),
            "url": site.settings.url + address,
        },
    )


def paths(site: Site) -> Output:
    """Ways through the library."""
    library = site.library
    walked = [
        (p, tuple((*_named(library, s.to), step_minutes(library, s), s.why) for s in p.steps))
        for p in library.all("path").values()
    ]
    listed = tuple(
        (p.id, p.title, p.summary, path_minutes(library, p), steps) for p, steps in walked
    )
    about = About(
        "Paths",
        "Ways through the library, a few minutes at a time.",
        "paths/",
        "examples_data/paths.yml",
    )
    return site.page("understand", "paths.html", about, {"paths": listed})


def path_list(library: Library) -> tuple[tuple[str, str, str, int, int], ...]:
    """Each path in a line: title, summary, address, steps and minutes."""
    return tuple(
        (p.title, p.summary, library.address("path", p.id), len(p.steps), path_minutes(library, p))
        for p in library.all("path").values()
    )


def _named(library: Library, place: str) -> tuple[str, str, str]:
    """(what kind of thing it is, title, address) of a place such as ``guide:risk#rights``."""
    kind, ref = split(place)
    return KINDS[kind].heading, *library.link(kind, ref)


def path_minutes(library: Library, path: Path) -> int:
    """The minutes of a whole path."""
    return sum(step_minutes(library, step) for step in path.steps)


def step_minutes(library: Library, step: PathStep) -> int:
    """The minutes of a step: its own, or those that its guide gives itself."""
    return step.minutes or library.all("guide")[split(step.to)[1]].minutes


def self_review(site: Site) -> Output:
    """Where are we on the journey? Statements by stage; answers stay with the reader."""
    library = site.library
    areas = tuple(
        (
            a.id,
            a.title,
            library.link("guide", a.guide),
            tuple(
                (
                    x.id,
                    x.title,
                    tuple((f, label, getattr(x.stages, f)) for f, label in Stages.labels.items()),
                    tuple(_named(library, n) for n in x.next),
                )
                for x in a.aspects
            ),
        )
        for a in library.all("area").values()
    )
    about = About(
        "Where are we on the journey?",
        "A self-review for a team or an organisation. No scores, and nothing leaves this page.",
        "self-review/",
        "examples_data/self_review.yml",
        scripts=("review.js",),
    )
    return site.page("understand", "self-review.html", about, {"areas": areas})
