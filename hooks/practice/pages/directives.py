"""Directives: comments in hand-written pages that are filled from the library, such as ``<!--
practice:key-points -->``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..digest import digest_json
from ..kinds import KindName, is_kind
from ..library.facets import BY_FACET, SORTS, matching
from ..library.library import Library, Link
from ..model import Page, Wording
from ..rendering import rows, svg
from ..rendering.html import Items, Links, links
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
class DirectiveContext:
    """Where a directive stands: what it may read, and where its links start."""

    site: Site
    page: Page | None
    root: str
    digest_only: bool = False
    """Whether only the digest of what it shows is wanted, for the key of its page."""

    @property
    def guide(self) -> str:
        """The id of the guide that it is in, or `""`."""
        return self.page.id if self.page else ""

    def render(self, template: str, view: DataclassInstance) -> str:
        """The HTML of a template, or only the digest of its view."""
        if self.digest_only:
            return digest_json(template, view).hex()
        return self.site.renderer.render(template, self.root, **vars(view))


def key_points(context: DirectiveContext, options: Options) -> str:
    """The key points that this guide claims, or with `summary` those of the summary."""
    library = context.site.library
    if "summary" in options:
        summary = [id for id, found in library.all("key-point").items() if found.summary]
        ids = summary[: _number(options, "limit", 9)]
        points = tuple(understand.point(library, id) for id in ids)
    else:
        points = understand.points(library, context.guide)
    return context.render("points.html", Items(points))


@dataclass(frozen=True)
class SeenInPractice:
    """Examples of a section of a guide."""

    section: str
    title: str
    rows: tuple[rows.Row, ...]
    practise: Links
    """Scenarios, conversations and records to work on with others."""


def seen_in_practice(context: DirectiveContext, options: Options) -> str:
    """The examples that point at one section of this guide."""
    library, guide, section = context.site.library, context.guide, options.get("section", "")
    ids = library.linked_from("example-guide", f"{guide}#{section}" if section else guide)
    limit = _number(options, "limit", 4)
    headings = context.page.headings if context.page else ()
    title = next((heading.title for heading in headings if heading.id == section), "this guide")
    view = SeenInPractice(
        section=section or "guide",
        title=title.lower(),
        rows=rows.rows(library, ids[:limit]),
        practise=tuple(_practise(library, f"{guide}#{section}"))[:limit] if section else (),
    )
    return context.render("seen-in-practice.html", view)


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


def examples(context: DirectiveContext, options: Options) -> str:
    """Examples by what they can be narrowed down by: one or another of the values of an option
    (with commas between), and every option.
    """
    library = context.site.library
    wanted = {name: tuple(value.split(",")) for name, value in options.items() if name in BY_FACET}
    found = sorted(
        matching(library.all("example").values(), wanted),
        key=SORTS[options.get("sort", "newest")],
        reverse=True,
    )
    first = found[: _number(options, "limit", 5)]
    query = "&".join(f"{name}={id}" for name, ids in wanted.items() for id in ids)
    # the finder narrows down to guides, not to their sections
    total = len(first) if "#" in query else len(found)
    view = ExampleList(rows.rows(library, [example.id for example in first]), total, query)
    return context.render("listed.html", view)


def _number(options: Options, name: str, otherwise: int) -> int:
    return int(options[name]) if options.get(name, "").isdigit() else otherwise


def cloth(context: DirectiveContext, options: Options) -> str:
    """The library as cloth, its examples from A to Z: in the order of their themes it would look
    like a staircase.
    """
    library = context.site.library
    themes = {id: n for n, id in enumerate(library.all("theme"))}
    found = (library.all("example")[id] for id in rows.by_title(library))
    columns = [tuple(themes[id] for id in example.themes) for example in found]
    return svg.cloth(columns, [theme.family or "talk" for theme in library.all("theme").values()])


def count(context: DirectiveContext, options: Options) -> str:
    """How many things of a kind there are: ``<!-- practice:count kind=example -->``."""
    kind = options.get("kind", "example")
    return str(len(context.site.library.all(kind))) if is_kind(kind) else ""


@dataclass(frozen=True)
class Today:
    """An example, and a question for a team."""

    rows: tuple[rows.Row, ...]
    ask: str


def today(context: DirectiveContext, options: Options) -> str:
    """One example for the build's day, with its first question for a team."""
    library = context.site.library
    ids = sorted(library.all("example"))
    if not ids:
        return ""
    example = library.all("example")[
        ids[int(context.site.settings.day.replace("-", "")) % len(ids)]
    ]
    questions = example.questions
    ask = next((q.ask for q in questions if q.use == "team"), questions[0].ask)
    return context.render("today.html", Today(rows.rows(library, [example.id]), ask))


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


def law(context: DirectiveContext, options: Options) -> str:
    """The law and standards of this guide by nation, or with `nation` all that one has."""
    library = context.site.library
    if nation := options.get("nation"):
        return context.render("law-nation.html", laws.of_nation(library, nation))
    return context.render("law.html", Items(laws.of_guide(library, context.guide)))


def in_frameworks(context: DirectiveContext, options: Options) -> str:
    """What goes with the frameworks of a nation."""
    found = frameworks.of_nation(context.site.library, options.get("nation", ""))
    return context.render("frameworks.html", Items(found))


@dataclass(frozen=True)
class TestRun:
    """What the last test of accessibility found; `{}` without results."""

    tests: Mapping[str, Any]


def contact(context: DirectiveContext, options: Options) -> str:
    """The email address of those who look after the library."""
    address = text(context.site.settings.contact)
    return f'<a href="mailto:{address}">{address}</a>.'


@dataclass(frozen=True)
class OfflineSize:
    """The size in words of the file that holds the whole site. `exports/offline.py`, which writes
    that file, changes them.
    """

    size: str


Directive = Callable[[DirectiveContext, Options], str]


def _view(template: str, view: Callable[[Site], DataclassInstance]) -> Directive:
    """A directive without options: a template that shows a view of the site."""
    return lambda context, options: context.render(template, view(context.site))


DIRECTIVES: dict[str, Directive] = {
    "key-points": key_points,
    "seen-in-practice": seen_in_practice,
    "examples": examples,
    "cloth": cloth,
    "count": count,
    "today": today,
    "line-of-sight": _view("line-of-sight.html", lambda site: diagrams.line_of_sight(site.library)),
    "circuit": _view("circuit.html", lambda site: diagrams.circuit(site.library)),
    "gaps": _view("gaps.html", lambda site: Items(coverage.gaps(site.library))),
    "paths": _view("path-list.html", lambda site: Items(understand.path_summaries(site.library))),
    "word-files": _view("word-files.html", lambda site: Items(trainers.kit_files(site))),
    "wording": _view("wording.html", lambda site: Items(tuple(_avoided(site.library)))),
    "law": law,
    "frameworks": in_frameworks,
    "offline-size": _view("offline-size.html", lambda site: OfflineSize("")),
    "outcomes-data": _view("outcomes-data.html", made_up.outcomes_data),
    "accessibility-tests": _view("accessibility-tests.html", lambda site: TestRun(site.tests)),
    "contact": contact,
}
"""Name of the directive, and what fills it."""
