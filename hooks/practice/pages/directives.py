"""Directives: comments in hand-written pages that are filled from the library, such as ``<!--
practice:key-points -->``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..kinds import is_kind
from ..library.facets import BY_FACET, SORTS, matching
from ..model import Page
from ..rendering import rows, svg
from ..rendering.shell import text
from ..rendering.site import Site
from . import diagrams, form, lists

Options = dict[str, str]

WORDS = 4
"""Words shown of each entry of the wording list."""


@dataclass(frozen=True)
class Place:
    """Where a directive stands."""

    site: Site
    page: Page | None
    root: str


def key_points(place: Place, options: Options) -> str:
    """The key points that this guide claims, or with `summary` those of the summary."""
    library = place.site.library
    if "summary" in options:
        ids = tuple(id for id, point in library.all("key-point").items() if point.summary)[
            : _number(options, "limit", 9)
        ]
    else:
        ids = library.linked_from("key-point-guide", place.page.id if place.page else "")
    points = tuple(
        (id, library.title("key-point", id), len(library.linked_from("example-key-point", id)))
        for id in ids
    )
    return place.site.render("points.html", place.root, points=points)


def seen_in_practice(place: Place, options: Options) -> str:
    """The examples that point at one section of this guide."""
    guide, section = place.page.id if place.page else "", options.get("section", "")
    ids = place.site.library.linked_from(
        "example-guide", f"{guide}#{section}" if section else guide
    )
    shown = _number(options, "limit", 4)
    title = next(
        (h.title for h in (place.page.headings if place.page else ()) if h.id == section),
        "this guide",
    ).lower()
    found = {"rows": rows.rows(place.site.library, ids[:shown]), "more": max(0, len(ids) - shown)}
    return place.site.render(
        "seen-in-practice.html",
        place.root,
        **found,
        guide=guide,
        section=section or "guide",
        title=title,
    )


def examples(place: Place, options: Options) -> str:
    """Examples by what they can be narrowed down by: one or another of the values of an option (a
    comma stands between), and every option.
    """
    library = place.site.library
    wanted = {name: tuple(value.split(",")) for name, value in options.items() if name in BY_FACET}
    found = sorted(
        matching(library.all("example").values(), wanted),
        key=SORTS[options.get("sort", "newest")],
        reverse=True,
    )
    shown = found[: _number(options, "limit", 5)]
    query = "&".join(f"{name}={id}" for name, ids in wanted.items() for id in ids)
    total = (
        len(shown) if "#" in query else len(found)
    )  # the finder narrows down to guides, not to their sections
    return place.site.render(
        "listed.html",
        place.root,
        rows=rows.rows(library, [e.id for e in shown]),
        total=total,
        query=query,
    )


def _number(options: Options, name: str, otherwise: int) -> int:
    return int(options[name]) if options.get(name, "").isdigit() else otherwise


def cloth(place: Place, options: Options) -> str:
    """The library as cloth, its examples from A to Z: in the order of their themes it would read as
    a staircase.
    """
    library = place.site.library
    themes = {id: n for n, id in enumerate(library.all("theme"))}
    from_a_to_z = sorted(library.all("example").values(), key=lambda e: (e.title.casefold(), e.id))
    columns = [tuple(themes[t] for t in e.themes) for e in from_a_to_z]
    return svg.cloth(columns, [t.family or "talk" for t in library.all("theme").values()])


def count(place: Place, options: Options) -> str:
    """How many things of a kind there are: ``<!-- practice:count kind=example -->``."""
    kind = options.get("kind", "example")
    return str(len(place.site.library.all(kind))) if is_kind(kind) else ""


def today(place: Place, options: Options) -> str:
    """One example for the build's day, with its first question for a team."""
    library = place.site.library
    ids = sorted(library.all("example"))
    if not ids:
        return ""
    example = library.all("example")[ids[int(place.site.settings.day.replace("-", "")) % len(ids)]]
    ask = next((q.ask for q in example.questions if q.use == "team"), example.questions[0].ask)
    return place.site.render(
        "today.html", place.root, rows=rows.rows(library, [example.id]), ask=ask
    )


def line_of_sight(place: Place, options: Options) -> str:
    """The line of sight: outcomes at each level, from one person to a nation, with where to read on
    and what shows it.
    """
    return diagrams.line_of_sight(place.site, place.root)


def paths(place: Place, options: Options) -> str:
    """Ways through the library, each in a line."""
    return place.site.render(
        "path-list.html", place.root, paths=lists.path_list(place.site.library)
    )


def wording(place: Place, options: Options) -> str:
    """Words that we avoid, what we write in their place, and why."""
    entries = tuple(
        (entry.say, _different(entry.words), entry.why)
        for entry in place.site.library.all("wording").values()
    )
    return place.site.render("wording.html", place.root, entries=entries)


def _different(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first few of some words, less those that only make an earlier one longer, such as its
    plural.
    """
    kept: list[str] = []
    for word in words:
        if not any(word.replace("-", " ").startswith(other) for other in kept):
            kept.append(word)
    return tuple(kept[:WORDS])


def gaps(place: Place, options: Options) -> str:
    """Themes of which a setting has no example; each opens the form with both filled in."""
    return place.site.render("gaps.html", place.root, gaps=form.gaps(place.site))


def circuit(place: Place, options: Options) -> str:
    """The circuit: engagement, recording, use of information, and back to staff."""
    return diagrams.circuit(place.site, place.root)


def accessibility_tests(place: Place, options: Options) -> str:
    """What the last test of accessibility found."""
    return place.site.render("accessibility-tests.html", place.root, tests=place.site.tests)


def contact(place: Place, options: Options) -> str:
    """The e-mail address of those who look after the library."""
    contact = text(place.site.settings.contact)
    return f'<a href="mailto:{contact}">{contact}</a>.'


def offline_size(place: Place, options: Options) -> str:
    """Where the whole site is to be had as one file, and its size.

    The words are changed when that file is made: `exports/offline.py`.
    """
    return place.site.render("offline-size.html", place.root, size="")


DIRECTIVES: dict[str, Callable[[Place, Options], str]] = {
    "key-points": key_points,
    "seen-in-practice": seen_in_practice,
    "examples": examples,
    "cloth": cloth,
    "count": count,
    "today": today,
    "line-of-sight": line_of_sight,
    "circuit": circuit,
    "gaps": gaps,
    "paths": paths,
    "wording": wording,
    "offline-size": offline_size,
    "accessibility-tests": accessibility_tests,
    "contact": contact,
}
"""Name of the directive, and what fills it."""
