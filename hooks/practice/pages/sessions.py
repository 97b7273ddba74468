"""Training sessions: the list of them, a page for each, and its slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from ..kinds import KINDS, KindName, split
from ..library.library import Library, Link
from ..model import STEP_FIELDS, Session, Step
from ..rendering import markdown, thing_page
from ..rendering.downloads import DownloadGroup, download_groups
from ..rendering.formats import minutes_in_words
from ..rendering.html import Items, Links, Summary, links, without_stop
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from . import laws
from .back_links import LinkList, back_links
from .fixed import page

FILE = "examples_data/sessions/{}.yml"
PACK_TITLE_LENGTH = 80


@dataclass(frozen=True)
class StepView:
    """A part of a session."""

    step: Step
    start: int
    """The minute at which it begins."""
    html: Mapping[str, Markup]
    """Its texts by the names of their fields; those that it has none of are left out."""
    materials: Links


@dataclass(frozen=True)
class CutView:
    """What a step does with less time."""

    step: Step
    minutes: int
    """How long it takes then."""
    how: str


@dataclass(frozen=True)
class SessionView:
    """The page of a session."""

    session: Session
    roles: Links
    themes: Links
    guides: Links
    steps: tuple[StepView, ...]
    cuts: tuple[CutView, ...]
    laws: tuple[laws.NationGroup, ...]
    pack: str
    """The builder of packs, with it inside."""
    material: tuple[LinkList, ...]
    """Scenarios and the like that suit it."""
    downloads: tuple[DownloadGroup, ...]
    page_footer: thing_page.PageFooter


@dataclass(frozen=True)
class SlidesView:
    """The page of a session's slides."""

    session: Session
    slides: tuple[Any, ...]


def pages(site: Site) -> Iterator[Output]:
    """The list of sessions, and every session with its slides."""
    yield _list(site)
    for session in site.library.all("session").values():
        yield _page(site, session)
        yield _slides(site, session)


def _list(site: Site) -> Output:
    """The list of sessions, the shortest first."""
    library = site.library
    ordered = sorted(library.all("session").values(), key=lambda s: (s.minutes, s.title))
    summaries = (
        Summary(
            session.title,
            session.summary,
            library.address("session", session.id),
            f"{minutes_in_words(session.minutes)}, {session.size}",
        )
        for session in ordered
    )
    return page(site, "sessions/", Items(tuple(summaries)))


def _page(site: Site, session: Session) -> Output:
    minutes, aims = f"PT{session.minutes}M", session.aims
    about = thing_page.about(
        site, "session", session, "lesson plan", ("timeRequired", minutes), ("teaches", aims)
    )
    about = replace(about, scripts=("share.js", "views.js"))
    return site.renderer.page("teaching", "session.html", about, _view(site, session, about))


def _view(site: Site, session: Session, about: PageMetadata) -> SessionView:
    library = site.library
    return SessionView(
        session=session,
        roles=links(library, "role", session.roles),
        themes=links(library, "theme", session.themes),
        guides=links(library, "guide", session.guide_refs),
        steps=_steps(library, session),
        cuts=_cuts(session),
        laws=laws.of_session(library, session),
        pack=_pack(session),
        material=tuple(back_links(library, "session", session.id)),
        downloads=download_groups(site.downloads, "session", session.id),
        page_footer=thing_page.footer(site, about, session.changes, session.added),
    )


def _steps(library: Library, session: Session) -> tuple[StepView, ...]:
    starts = accumulate((step.minutes for step in session.steps), initial=0)
    return tuple(
        _step(library, step, start) for step, start in zip(session.steps, starts, strict=False)
    )


def _step(library: Library, step: Step, start: int) -> StepView:
    texts = {name: text for name in STEP_FIELDS if (text := getattr(step, name))}
    materials = tuple(_material(library, *split(place)) for place in step.materials)
    return StepView(step, start, markdown.fields(texts, library, "../../"), materials)


def _material(library: Library, kind: KindName, ref: str) -> Link:
    """A link to what a step needs, with its kind in words: “Risk (prompt cards)”."""
    link = library.link(kind, ref)
    if kind == "page":
        return link
    return Link(f"{without_stop(link.title)} ({KINDS[kind].heading.lower()})", link.address)


def _cuts(session: Session) -> tuple[CutView, ...]:
    steps = {step.id: step for step in session.steps}
    found = ((steps[cut.step], cut) for cut in session.shorter)
    return tuple(CutView(step, step.minutes - cut.minutes, cut.how) for step, cut in found)


def _pack(session: Session) -> str:
    """The address of the builder of packs, with a session in it."""
    query = {
        "title": session.title[:PACK_TITLE_LENGTH],
        "items": f"{KINDS['session'].pack_prefix}.{session.id}",
    }
    return f"teach/build/?{urlencode(query)}"


def _slides(site: Site, session: Session) -> Output:
    """The slides of one session: one long page, which a script shows slide by slide."""
    from ..handouts import catalogue  # its libraries take 50 ms to import; a check needs none

    about = PageMetadata(
        f"Slides: {session.title}",
        session.summary,
        f"{site.library.address('session', session.id)}slides/",
        FILE.format(session.id),
        paper=False,
        scripts=("slides.js",),
        styles=("slides.css",),
    )
    return site.renderer.lazy_page(
        "slides",
        "session-slides.html",
        about.address,
        catalogue.slides_key(site, session),
        lambda: (about, SlidesView(session, catalogue.slides(site, session))),
    )
