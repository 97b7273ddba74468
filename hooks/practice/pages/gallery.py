"""The page that shows every component with its states, cut from the pages that use them, so that it
can never be out of date.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from ..digest import digest
from ..library.library import Library
from ..rendering import rows
from ..rendering.output import Output, page_path
from ..rendering.site import About, Site
from ..rendering.svg import READ_WORDS

ADDRESS = "about/components/"


class Specimen(NamedTuple):
    """Where a component is shown: a page, the class of the element, and how many of its parts are
    kept.
    """

    words: str
    """What this one shows, where there are several."""
    source: str
    name: str
    part: str = ""
    kept: int = 0


class Component(NamedTuple):
    """A component: its name, when to use it, and its states."""

    id: str
    title: str
    use: str
    specimens: tuple[Specimen, ...]


COMPONENTS = (
    Component(
        "head",
        "Page head",
        "One a page: where you are, what kind of page, its title, the answer in one or two"
        " sentences.",
        (Specimen("", "example", "practice-head"),),
    ),
    Component(
        "facts",
        "Facts at a glance",
        "Key and value, at most eight rows. Evidence is never left to the end of a page.",
        (
            Specimen("of an example", "example", "practice-facts"),
            Specimen("of a session", "session", "practice-facts"),
        ),
    ),
    Component(
        "chips",
        "Chips",
        "Links to an index, never labels that do nothing.",
        (Specimen("", "example", "practice-chips"),),
    ),
    Component(
        "basis",
        "Who says this",
        "Above each lesson. Solid: the source says it. Dashed: it is our reading.",
        (
            Specimen("They say it", "example", "practice-basis"),
            Specimen("We read it so", "editor", "practice-basis"),
        ),
    ),
    Component(
        "unknown",
        "What is not known",
        "Dashed, on every example and guide, never folded away. A list with gaps has one too.",
        (
            Specimen("of an example", "example", "practice-unknown"),
            Specimen("of a list", "theme", "practice-unknown"),
        ),
    ),
    Component(
        "questions",
        "Talk about it",
        "One to five questions, each with who may use it.",
        (Specimen("", "example", "practice-questions"),),
    ),
    Component(
        "points",
        "Key point",
        "A whole sentence that a person could say aloud.",
        (
            Specimen("with its guide", "example", "practice-point"),
            Specimen("with examples", "key-points", "practice-point"),
            Specimen("on a guide", "point", "practice-point"),
        ),
    ),
    Component(
        "rows",
        "Examples in a list",
        "For every list of examples: a picture, a title, a line, where and when, how much was"
        " read.",
        (
            Specimen("in an index", "theme", "practice-rows", "<li>", 2),
            Specimen("with a reason", "example", "practice-rows", "<li>", 1),
        ),
    ),
    Component(
        "seen",
        "Seen in practice",
        "In a guide: the examples that point at this section.",
        (Specimen("", "seen", "practice-seen"),),
    ),
    Component(
        "terms",
        "List of terms",
        "Themes have the edge of their family.",
        (
            Specimen("with families", "themes", "practice-terms", "<li", 4),
            Specimen("without", "settings", "practice-terms", "<li", 2),
        ),
    ),
    Component(
        "board",
        "Coverage board",
        "Shade, number and edge say the same. A gap is dashed and invites an example.",
        (
            Specimen("Key", "coverage", "practice-key"),
            Specimen("Board", "coverage", "practice-board", "<tr>", 3),
        ),
    ),
    Component(
        "sources",
        "Sources",
        "Title, publisher, year, and how much of it was read.",
        (
            Specimen("of an example", "example", "practice-sources", "<li>", 2),
            Specimen("in the list of sources", "sources", "practice-sources", "<li id", 2),
        ),
    ),
    Component(
        "glossary",
        "Glossary",
        "A word, what it means, where to read on.",
        (Specimen("", "glossary", "practice-glossary", "<div id", 2),),
    ),
    Component(
        "steps",
        "Steps and rail",
        "A step is as wide on the rail as it is long. Trainer's notes fold away.",
        (
            Specimen("Rail", "session", "practice-rail"),
            Specimen("Steps of a session", "session", "practice-steps", "<li id", 2),
            Specimen("Steps of a path", "paths", "practice-steps", "<li", 2),
        ),
    ),
    Component(
        "cards",
        "Prompt card",
        "One prompt on a card, at most 14 words. Eight of them fill a sheet of paper.",
        (Specimen("", "deck", "practice-deck", '<li class="practice-card"', 2),),
    ),
    Component(
        "review",
        "Self-review",
        "Words to choose from, no scores.",
        (Specimen("", "self-review", "practice-review", "<fieldset", 1),),
    ),
    Component(
        "search",
        "Search",
        "A visible label that asks a question.",
        (Specimen("", "examples", "practice-search"),),
    ),
    Component(
        "ways", "Ways in", "Links with a line each.", (Specimen("", "examples", "practice-ways"),)
    ),
    Component(
        "pages",
        "Pages of a list",
        "The first, the last, and those near.",
        (Specimen("", "examples", "practice-pages"),),
    ),
    Component(
        "buttons",
        "Buttons",
        "They say what happens. One filled button on a page.",
        (
            Specimen("filled", "examples", "practice-button"),
            Specimen("quiet", "example", "practice-button--quiet"),
        ),
    ),
    Component(
        "cite",
        "How to cite",
        "One line that can be copied.",
        (Specimen("", "example", "practice-cite"),),
    ),
    Component(
        "overdue",
        "Due for a review",
        "On an example whose review is late.",
        (Specimen("", "overdue", "practice-overdue"),),
    ),
    Component(
        "problems",
        "Things to mend",
        "In the live preview alone.",
        (Specimen("", "problems", "practice-problems"),),
    ),
)
"""Every component, in the order of the page.

Components of hand-written pages stand in the template.
"""


def shown(library: Library) -> dict[str, str]:
    """The pages from which components are cut: name here -> path.

    None where the library is too small to show them all.
    """
    one = next(
        (
            e
            for e in library.all("example").values()
            if e.key_points and e.components and len(e.sources) > 1 and e.learning_basis == "stated"
        ),
        None,
    )
    meant = next((e for e in library.all("example").values() if e.learning_basis == "editor"), None)
    theme = next(
        (id for id in library.all("theme") if library.linked_from("example-theme", id)), None
    )
    taught, deck = next(iter(library.all("session")), None), next(iter(library.all("deck")), None)
    if not (
        one
        and meant
        and theme
        and taught
        and deck
        and library.all("area")
        and library.all("path")
        and library.all("term")
    ):
        return {}
    records = {
        "example": f"examples/{one.id}/",
        "editor": f"examples/{meant.id}/",
        "theme": f"themes/{theme}/",
        "session": f"sessions/{taught}/",
        "deck": f"cards/{deck}/",
    }
    return {
        name: page_path(address)
        for name, address in (records | {name: f"{name}/" for name in WHOLE}).items()
    }


WHOLE = (
    "themes",
    "settings",
    "examples",
    "coverage",
    "key-points",
    "sources",
    "glossary",
    "paths",
    "self-review",
)
"""Pages that have one address."""


def pages(site: Site, made: Mapping[str, Output]) -> Iterator[Output]:
    """The page, cut from some of those that were made, given by their paths."""
    outputs = {name: made[path] for name, path in shown(site.library).items() if path in made}
    if outputs and len(outputs) == len(shown(site.library)):
        about = About(
            "Components",
            "Every part that pages are made of, with its states.",
            ADDRESS,
            "hooks/practice/pages/gallery.py",
        )
        key = digest(*(output.key for output in outputs.values()))
        yield site.page(
            "about",
            "components.html",
            about,
            {"read": tuple(READ_WORDS)},
            Specimens(site, outputs),
            key,
        )


class Specimens:
    """The components, cut when their page is drawn."""

    def __init__(self, site: Site, outputs: Mapping[str, Output]):
        self.site, self.outputs = site, outputs

    @cached_property
    def drawn(self) -> dict[str, str]:
        """The HTML of those pages, and of states that none of them is in."""
        root, library = "../../", self.site.library
        html = {
            name: led(output.make().decode(), output.path.removesuffix("index.html"), root)
            for name, output in self.outputs.items()
        }
        some = tuple(library.all("example"))[:2]
        point = next(iter(library.all("key-point").values()))
        html["point"] = self.site.render("points.html", root, points=((point.id, point.text, 0),))
        html["seen"] = self.site.render(
            "seen-in-practice.html",
            root,
            rows=rows.rows(library, some),
            more=3,
            guide=point.guide,
            section="components",
            title="components",
        )
        html["problems"] = self.site.render(
            "_problems.html",
            root,
            problems=(
                (
                    "examples_data/examples/a.yml:3:9: unknown theme 'supervison'; did you mean"
                    " 'reflective-supervision'? [known-theme]"
                ),
            ),
        )
        html["overdue"] = self.site.render("overdue.html", root, day="2026-01-31")
        return html

    def components(self) -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
        """(id, title, use, (words, HTML) of each state) of every component."""
        for component in COMPONENTS:
            states = [
                (s.words, apart(_kept(cut(self.drawn[s.source], s.name), s), f"{component.id}-{n}"))
                for n, s in enumerate(component.specimens, 1)
            ]
            yield component.id, component.title, component.use, states


RELATIVE = re.compile(r'(href|src|action)="(?![a-z]+:|#)([^"?#]*)')


def led(html: str, address: str, root: str) -> str:
    """A page's HTML with its relative links as they lead from another page; `root` leads from there
    to the site's root.
    """

    def lead(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join("/", address, link[2])).lstrip("/")
        slash = "/" if target and (link[2].endswith("/") or not link[2]) else ""
        return f'{link[1]}="{root}{target}{slash}'

    return RELATIVE.sub(lead, html)


def cut(html: str, name: str) -> str:
    """The first element of a class, with all that is in it."""
    start = re.search(
        rf'<(\w+)(?=[^>]*\sclass="(?:[^"]* )?{re.escape(name)}(?: [^"]*)?")[^>]*>', html
    )
    if not start:
        return ""
    depth = 0
    for tag in re.finditer(rf"<(/?){start[1]}\b", html[start.start() :]):
        depth += -1 if tag[1] else 1
        if not depth:
            return html[start.start() : start.start() + tag.end()] + ">"
    return ""


def _kept(html: str, specimen: Specimen) -> str:
    """An element with its first few parts alone."""
    if not specimen.part:
        return html
    starts = [match.start() for match in re.finditer(re.escape(specimen.part), html)]
    return html if len(starts) <= specimen.kept else closed(html[: starts[specimen.kept]].rstrip())


def closed(html: str) -> str:
    """The beginning of an element, with the ends of all that is open in it."""
    opened: list[str] = []
    for tag in HOLDERS.finditer(html):
        if tag[1]:
            opened.pop()
        else:
            opened.append(tag[2])
    return html + "".join(f"</{name}>" for name in reversed(opened))


HOLDERS = re.compile(r"<(/?)(section|form|fieldset|table|ul|ol|dl|div)\b")
CRUMBS = re.compile(r'<nav class="practice-crumbs".*?</nav>', re.DOTALL)


def apart(html: str, prefix: str) -> str:
    """The same with ids of its own, so that a page can show it beside others; without the one title
    and the one trail that a page has.
    """
    html = (
        CRUMBS.sub("", html)
        .replace("<h1>", '<h2 class="practice-as-title">')
        .replace("</h1>", "</h2>")
    )
    html = re.sub(
        r'(?<=\s)(id|for|aria-labelledby|aria-controls|name)="([^"]+)"', rf'\1="{prefix}-\2"', html
    )
    return html.replace('href="#', f'href="#{prefix}-')
