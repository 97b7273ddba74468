"""Directives: comments in hand-written pages that are filled from the library, such as ``<!-- practice:key-points -->``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..library.facets import BY_FACET, SORTS, matching
from ..model import Page
from . import contribute, rows, weave
from .site import Site

Options = dict[str, str]


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
        ids = tuple(id for id, point in library.all("key-point").items() if point.summary)[: _number(options, "limit", 9)]
    else:
        ids = library.linked_from("key-point-guide", place.page.id if place.page else "")
    points = tuple((id, library.title("key-point", id), len(library.linked_from("example-key-point", id))) for id in ids)
    return place.site.render("points.html", place.root, points=points)


def seen_in_practice(place: Place, options: Options) -> str:
    """The examples that point at one section of this guide."""
    guide, section = place.page.id if place.page else "", options.get("section", "")
    ids = place.site.library.linked_from("example-guide", f"{guide}#{section}" if section else guide)
    shown = _number(options, "limit", 4)
    return place.site.render(
        "seen-in-practice.html", place.root, rows=rows.rows(place.site.library, ids[:shown]), more=max(0, len(ids) - shown), guide=guide, section=section or "guide"
    )


def examples(place: Place, options: Options) -> str:
    """Examples by what they can be narrowed down by: one or another of the values of an option (a comma stands between), and every option."""
    library = place.site.library
    wanted = {name: tuple(value.split(",")) for name, value in options.items() if name in BY_FACET}
    found = sorted(matching(library.all("example").values(), wanted), key=SORTS[options.get("sort", "newest")], reverse=True)
    shown = found[: _number(options, "limit", 5)]
    query = "&".join(f"{name}={id}" for name, ids in wanted.items() for id in ids)
    total = len(shown) if "#" in query else len(found)  # the finder narrows down to guides, not to their sections
    return place.site.render("listed.html", place.root, rows=rows.rows(library, [e.id for e in shown]), total=total, query=query)


def _number(options: Options, name: str, otherwise: int) -> int:
    return int(options[name]) if options.get(name, "").isdigit() else otherwise


def cloth(place: Place, options: Options) -> str:
    """The library as cloth, its examples from A to Z: in the order of their themes it would read as a staircase."""
    library = place.site.library
    themes = {id: n for n, id in enumerate(library.all("theme"))}
    from_a_to_z = sorted(library.all("example").values(), key=lambda e: (e.title.casefold(), e.id))
    columns = [tuple(themes[t] for t in e.themes) for e in from_a_to_z]
    return weave.cloth(columns, [t.family or "talk" for t in library.all("theme").values()])


def count(place: Place, options: Options) -> str:
    """How many things of a kind there are: ``<!-- practice:count kind=example -->``."""
    return str(len(place.site.library.all(options.get("kind", "example"))))


def today(place: Place, options: Options) -> str:
    """One example for the build's day, with its first question for a team."""
    library = place.site.library
    ids = sorted(library.all("example"))
    if not ids:
        return ""
    example = library.all("example")[ids[int(place.site.settings.day.replace("-", "")) % len(ids)]]
    ask = next((q.ask for q in example.questions if q.use == "team"), example.questions[0].ask)
    return place.site.render("today.html", place.root, rows=rows.rows(library, [example.id]), ask=ask)


def line_of_sight(place: Place, options: Options) -> str:
    """The line of sight: outcomes at each level, from one person to a nation, with where to read on and what shows it."""
    library = place.site.library
    stations = tuple((level.id, level.title, level.description, tuple(library.link("guide", g) for g in level.guides), tuple(library.link("theme", t) for t in level.themes)) for level in library.all("level").values())
    return place.site.render("stations.html", place.root, name="line-of-sight", thread=weave.line(len(stations)), stations=stations)


def gaps(place: Place, options: Options) -> str:
    """Themes of which a setting has no example; each opens the form with both filled in."""
    return place.site.render("gaps.html", place.root, gaps=contribute.gaps(place.site))


BACK = ("back-to-staff", "Back to staff and people", "What was learned comes back to those who gave it, and the next conversation starts further on.")

BACK_GUIDES = ("use-of-information#back-to-staff", "supervision#outcomes-focused-supervision")


def circuit(place: Place, options: Options) -> str:
    """The circuit: engagement, recording, use of information, and back to staff."""
    library = place.site.library
    parts = [(f"circuit-{c.id}", c.title, c.description, (library.link("guide", c.id),), (library.link("component", c.id),)) for c in library.all("component").values()]
    back = (*BACK, tuple(library.link("guide", ref) for ref in BACK_GUIDES if library.get("guide", ref)), ())
    return place.site.render("stations.html", place.root, name="circuit", thread=weave.loop(len(parts) + 1), stations=(*parts, back))


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
}
"""Name of the directive, and what fills it."""
