"""The trainers' own pages: build a pack, write down what was learned, one example for today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model import Example
from ..rendering.output import Output
from ..rendering.rows import where
from ..rendering.site import About, Site

EDIT = "hooks/practice/rendering/templates/{}"
PREFERRED = ("one-to-one", "self", "team")
"""Which question supervision asks, when there are several: the one that suits two people best."""
MORE = 8
"""Examples of a theme that "another" can show: so many at most, so that the page stays small at any
number of examples.
"""

Today = tuple[str, str, str, str, str, str]
"""title, address, summary, where and when, question, short address"""


def pages(site: Site) -> Iterator[Output]:
    """All of them."""
    yield build(site)
    yield reflect(site)
    yield supervise(site)


def build(site: Site) -> Output:
    """The builder: what it chooses from comes as a script, which also says the version."""
    about = About(
        "Build your own pack",
        "Choose examples, prompts and key points, put them in order, and take them to print, to a"
        " document or to a course site.",
        "teach/build/",
        EDIT.format("pack.html"),
        paper=False,
        scripts=("pack-data.js", "share.js", "pack-files.js", "pack.js"),
    )
    return site.page("teaching", "pack.html", about, {})


def reflect(site: Site) -> Output:
    """The reflection sheet."""
    told = (
        "What I read, why it matters, what I learned and how I will use it: a sheet for your own"
        " record of learning."
    )
    about = About(
        "Write down what you learned",
        told,
        "reflect/",
        EDIT.format("reflect.html"),
        paper=False,
        scripts=("share.js", "reflect.js"),
    )
    council = site.library.all("source").get("sssc-code")
    return site.page(
        "teach",
        "reflect.html",
        about,
        {
            "source": (
                (council.cited_as, site.library.address("source", council.id)) if council else ()
            )
        },
    )


def supervise(site: Site) -> Output:
    """One example, one question and ten minutes, for each theme: another on another day."""
    library, day = site.library, datetime.date.fromisoformat(site.settings.day).toordinal()
    themes = []
    for theme in library.all("theme").values():
        ids = sorted(library.linked_from("example-theme", theme.id))
        turned = ids[day % max(1, len(ids)) :] + ids[: day % max(1, len(ids))]
        if turned:
            themes.append(
                (
                    theme.id,
                    theme.title,
                    _today(site, library.all("example")[turned[0]]),
                    " ".join(turned[1 : MORE + 1]),
                )
            )
    about = About(
        "One for today",
        "For supervision: one example, one question and ten minutes, by theme.",
        "supervise/",
        EDIT.format("supervise.html"),
        scripts=("supervise.js",),
    )
    return site.page(
        "teach",
        "supervise.html",
        about,
        {"themes": tuple(themes), "first": day % max(1, len(themes)), "preferred": PREFERRED},
    )


def _today(site: Site, example: Example) -> Today:
    ask = min(example.questions, key=lambda question: PREFERRED.index(question.use)).ask
    return (
        example.title,
        site.library.address("example", example.id),
        example.summary,
        where(site.library, example),
        ask,
        f"e/{site.codes[example.id]}/",
    )
