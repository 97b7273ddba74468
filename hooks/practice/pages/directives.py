"""Directives: comments in hand-written pages that are filled from the library, such as ``<!--
practice:key-points -->``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..kinds import KindName, is_kind
from ..library.facets import BY_FACET, SORTS, matching
from ..library.library import Library
from ..model import Page, Wording
from ..rendering import rows, svg
from ..rendering.html import Items, Link, Links, links
from ..rendering.shell import text
from ..rendering.site import Site
from . import coverage, diagrams, frameworks, laws, made_up, trainers, understand

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Options = dict[str, str]

MADE_UP_KINDS: tuple[KindName, ...] = ("conversation", "scenario", "record")
AVOIDED_WORDS = 4
"""Words that are listed of each entry of the wording list."""


@dataclass(frozen=True)
class Place:
    """Where a directive is."""

    site: Site
    page: Page | None
    root: str
    sketched: bool = False
    """Whether its page is wanted for its key alone."""

    @property
    def guide(self) -> str:
        """The id of the guide that it is in, or nothing."""
        return self.page.id if self.page else ""

    def render(self, template: str, view: DataclassInstance) -> str:
        """A template's HTML; in a sketch, its key."""
        if self.sketched:
            return repr((template, view))
        return self.site.renderer.render(template, self.root, **vars(view))


def key_points(place: Place, options: Options) -> str:
    """The key points that this guide claims, or with `summary` those of the summary."""
    library = place.site.library
    if "summary" in options:
        summary = [id for id, found in library.all("key-point").items() if found.summary]
        ids = summary[: _number(options, "limit", 9)]
        points = tuple(understand.point(library, id) for id in ids)
    else:
        points = understand.points(library, place.guide)
    return place.render("points.html", Items(points))


@dataclass(frozen=True)
class SeenInPractice:
    """Examples of a section of a guide."""

    section: str
    title: str
    rows: tuple[rows.Row, ...]
    practise: Links
    """Scenarios, conversations and records to work on with others."""


def seen_in_practice(place: Place, options: Options) -> str:
    """The examples that point at one section of this guide."""
    library, guide, section = place.site.library, place.guide, options.get("section", "")
    ids = library.linked_from("example-guide", f"{guide}#{section}" if section else guide)
    limit = _number(options, "limit", 4)
    headings = place.page.headings if place.page else ()
    title = next((heading.title for heading in headings if heading.id == section), "this guide")
    view = SeenInPractice(
        section=section or "guide",
        title=title.lower(),
        rows=rows.rows(library, ids[:limit]),
        practise=tuple(_practise(library, f"{guide}#{section}"))[:limit] if section else (),
    )
    return place.render("seen-in-practice.html", view)


def _practise(library: Library, section: str) -> Iterator[Link]:
    """What is made up for learning about one section of a guide."""
    for kind in MADE_UP_KINDS:
        yield from links(library, kind, library.linked_from(f"{kind}-guide", section))


@dataclass(frozen=True)
class ExampleList:
    """Some examples, and the way to all of them."""

    rows: tuple[rows.Row, ...]
    total: int
    query: str


def examples(place: Place, options: Options) -> str:
    """Examples by what they can be narrowed down by: one or another of the values of an option
    (with commas between), and every option.
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
    # the finder narrows down to guides, not to their sections
    total = len(shown) if "#" in query else len(found)
    view = ExampleList(rows.rows(library, [example.id for example in shown]), total, query)
    return place.render("listed.html", view)


def _number(options: Options, name: str, otherwise: int) -> int:
    return int(options[name]) if options.get(name, "").isdigit() else otherwise


def cloth(place: Place, options: Options) -> str:
    """The library as cloth, its examples from A to Z: in the order of their themes it would look
    like a staircase.
    """
    library = place.site.library
    themes = {id: n for n, id in enumerate(library.all("theme"))}
    found = (library.all("example")[id] for id in rows.by_title(library))
    columns = [tuple(themes[id] for id in example.themes) for example in found]
    return svg.cloth(columns, [theme.family or "talk" for theme in library.all("theme").values()])


def count(place: Place, options: Options) -> str:
    """How many things of a kind there are: ``<!-- practice:count kind=example -->``."""
    kind = options.get("kind", "example")
    return str(len(place.site.library.all(kind))) if is_kind(kind) else ""


@dataclass(frozen=True)
class Today:
    """An example, and a question for a team."""

    rows: tuple[rows.Row, ...]
    ask: str


def today(place: Place, options: Options) -> str:
    """One example for the build's day, with its first question for a team."""
    library = place.site.library
    ids = sorted(library.all("example"))
    if not ids:
        return ""
    example = library.all("example")[ids[int(place.site.settings.day.replace("-", "")) % len(ids)]]
    questions = example.questions
    ask = next((q.ask for q in questions if q.use == "team"), questions[0].ask)
    return place.render("today.html", Today(rows.rows(library, [example.id]), ask))


def line_of_sight(place: Place, options: Options) -> str:
    """The line of sight: outcomes at each level, from one person to a nation, with where to read on
    and what shows it.
    """
    return place.render("line-of-sight.html", diagrams.line_of_sight(place.site.library))


def path_list(place: Place, options: Options) -> str:
    """Ways through the library, each in a line."""
    return place.render("path-list.html", Items(understand.path_summaries(place.site.library)))


def wording(place: Place, options: Options) -> str:
    """Words that we avoid, what we write in their place, and why."""
    return place.render("wording.html", Items(tuple(_avoided(place.site.library))))


def _avoided(library: Library) -> Iterator[Wording]:
    """The entries of the wording list, with the first few words of each, less those that only make
    an earlier one longer, such as its plural.
    """
    for entry in library.all("wording").values():
        words: list[str] = []
        for word in entry.words:
            if not any(word.replace("-", " ").startswith(other) for other in words):
                words.append(word)
        yield entry.model_copy(update={"words": tuple(words[:AVOIDED_WORDS])})


def gaps(place: Place, options: Options) -> str:
    """Themes of which a setting has no example; each opens the form with both filled in."""
    return place.render("gaps.html", Items(coverage.gaps(place.site.library)))


def circuit(place: Place, options: Options) -> str:
    """The circuit: engagement, recording, use of information, and back to staff."""
    return place.render("circuit.html", diagrams.circuit(place.site.library))


def law(place: Place, options: Options) -> str:
    """The law and standards of this guide by nation, or with `nation` all that one has."""
    library = place.site.library
    if nation := options.get("nation"):
        return place.render("law-nation.html", laws.of_nation(library, nation))
    return place.render("law.html", Items(laws.of_guide(library, place.guide)))


def in_frameworks(place: Place, options: Options) -> str:
    """What goes with the frameworks of a nation."""
    found = frameworks.of_nation(place.site.library, options.get("nation", ""))
    return place.render("frameworks.html", Items(found))


@dataclass(frozen=True)
class AccessibilityTests:
    """What the last test of accessibility found; empty where there was none."""

    tests: Mapping[str, Any]


def accessibility_tests(place: Place, options: Options) -> str:
    """What the last test of accessibility found."""
    return place.render("accessibility-tests.html", AccessibilityTests(place.site.tests))


def contact(place: Place, options: Options) -> str:
    """The e-mail address of those who look after the library."""
    address = text(place.site.settings.contact)
    return f'<a href="mailto:{address}">{address}</a>.'


@dataclass(frozen=True)
class OfflineSize:
    """The size of the file that holds the whole site, in words; empty where there is none."""

    size: str


def offline_size(place: Place, options: Options) -> str:
    """Where the whole site is offered as one file, and its size.

    The words are changed when that file is made: `exports/offline.py`.
    """
    return place.render("offline-size.html", OfflineSize(""))


def outcomes_data(place: Place, options: Options) -> str:
    """The made-up data about outcomes as a table, and as files to take."""
    return place.render("outcomes-data.html", made_up.outcomes_data(place.site))


def word_files(place: Place, options: Options) -> str:
    """The Word files of the supervision kit."""
    return place.render("word-files.html", Items(trainers.kit_files(place.site)))


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
    "paths": path_list,
    "word-files": word_files,
    "wording": wording,
    "law": law,
    "frameworks": in_frameworks,
    "offline-size": offline_size,
    "outcomes-data": outcomes_data,
    "accessibility-tests": accessibility_tests,
    "contact": contact,
}
"""Name of the directive, and what fills it."""
