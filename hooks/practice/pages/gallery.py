"""The page about the components: what each is for, and a page where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..kinds import is_kind
from ..library.library import Library
from ..rendering.html import Link, Links, link
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from ..rendering.svg import READ_WORDS

ADDRESS = "about/components/"


@dataclass(frozen=True)
class Component:
    """A part of pages: what it is called, when to use it, and the kinds of pages that have it."""

    id: str
    title: str
    use: str
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComponentView:
    """A component, with links to pages that have it."""

    id: str
    title: str
    use: str
    pages: Links


@dataclass(frozen=True)
class Gallery:
    """The page about the components."""

    components: tuple[ComponentView, ...]
    read: tuple[str, ...]


COMPONENTS = (
    Component(
        "head",
        "Page head",
        "One a page: where you are, what kind of page, its title, the answer in a sentence or two.",
        ("example",),
    ),
    Component(
        "facts",
        "Facts at a glance",
        "Key and value, at most eight rows. Evidence is never left to the end of a page.",
        ("example", "session"),
    ),
    Component("chips", "Chips", "Links to an index, never labels that do nothing.", ("example",)),
    Component(
        "basis",
        "Who says this",
        "Above each lesson. Solid: the source says it. Dashed: it is our reading.",
        ("example",),
    ),
    Component(
        "unknown",
        "What is not known",
        "Dashed, on every example and guide, never folded away. A list with gaps has one too.",
        ("example", "theme"),
    ),
    Component(
        "questions",
        "Talk about it",
        "One to five questions, each with who may use it.",
        ("example",),
    ),
    Component(
        "points",
        "Key point",
        "A whole sentence that a person could say aloud.",
        ("example", "key-points", "guide"),
    ),
    Component(
        "rows",
        "Examples in a list",
        "For lists of examples: a picture, a title, a line, where and when, how much was read.",
        ("theme", "example"),
    ),
    Component(
        "seen",
        "Seen in practice",
        "In a guide: the examples that point at this section.",
        ("guide",),
    ),
    Component(
        "terms", "List of terms", "Themes have the edge of their family.", ("themes", "settings")
    ),
    Component(
        "board",
        "Coverage board",
        "Shade, number and edge say the same. A gap is dashed and invites an example.",
        ("coverage",),
    ),
    Component(
        "sources",
        "Sources",
        "Title, publisher, year, and how much of it was read.",
        ("example", "sources"),
    ),
    Component("glossary", "Glossary", "A word, what it means, where to read on.", ("glossary",)),
    Component(
        "steps",
        "Steps and rail",
        "A step is as wide on the rail as it is long. Trainer's notes fold away.",
        ("session", "paths"),
    ),
    Component(
        "cards",
        "Prompt card",
        "One prompt on a card, at most 14 words. Eight of them fill a sheet of paper.",
        ("deck",),
    ),
    Component("review", "Self-review", "Words to choose from, no scores.", ("self-review",)),
    Component("search", "Search", "A visible label that asks a question.", ("examples",)),
    Component("ways", "Ways in", "Links with a line each.", ("examples",)),
    Component("pages", "Pages of a list", "The first, the last, and those near.", ("examples",)),
    Component(
        "buttons",
        "Buttons",
        "They say what happens. One filled button on a page.",
        ("examples", "example"),
    ),
    Component("cite", "How to cite", "One line that can be copied.", ("example",)),
    Component("overdue", "Due for a review", "On an example whose review is late.", ()),
    Component("problems", "Things to mend", "In the live preview alone.", ()),
)
"""Every component, in the order of the page. Those of hand-written pages stand in the template."""


def pages(site: Site) -> Iterator[Output]:
    """The page."""
    about = PageMetadata(
        "Components",
        "Every part that pages are made of, and where to see it.",
        ADDRESS,
        "hooks/practice/pages/gallery.py",
    )
    view = Gallery(
        tuple(
            ComponentView(c.id, c.title, c.use, tuple(_links(site.library, c))) for c in COMPONENTS
        ),
        tuple(READ_WORDS),
    )
    yield site.renderer.page("about", "components.html", about, view)


def _links(library: Library, component: Component) -> Iterator[Link]:
    for name in component.pages:
        if not is_kind(name):
            yield Link(name.replace("-", " ").capitalize(), f"{name}/")
        elif id := next(iter(library.all(name)), None):
            yield link(library, name, id)
