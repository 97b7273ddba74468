"""Training sessions: the list of them, a page for each, and its slides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from ..kinds import KINDS, KindName, split
from ..library.library import Library
from ..model import Session, Step
from ..reading.markdown import links
from ..rendering import cite, markdown, page_footer
from ..rendering.downloads import offers
from ..rendering.output import Output
from ..rendering.site import About, Site

FILE = "examples_data/sessions/{}.yml"


def pages(site: Site) -> Iterator[Output]:
    """Every session, and the list of them."""
    yield sessions(site)
    for session in site.library.all("session").values():
        yield page(site, session)
        yield slides(site, session)


def sessions(site: Site) -> Output:
    """The list of sessions, the shortest first."""
    in_order = sorted(site.library.all("session").values(), key=lambda s: (s.minutes, s.title))
    listed = tuple(
        (s.title, s.summary, duration(s.minutes), s.size, site.library.address("session", s.id))
        for s in in_order
    )
    about = About(
        "Training sessions",
        "Sessions ready to teach, with the minutes worked out.",
        "sessions/",
        "CONTRIBUTING.md",
    )
    return site.page("teach", "sessions.html", about, {"sessions": listed})


def duration(minutes: int) -> str:
    """Minutes in words: “1 hour 30 minutes”."""
    hours, rest = divmod(minutes, 60)
    parts = [
        f"{hours} hour{'s' if hours > 1 else ''}" if hours else "",
        f"{rest} minutes" if rest else "",
    ]
    return " ".join(part for part in parts if part)


def page(site: Site, session: Session) -> Output:
    """The page of one session."""
    address = site.library.address("session", session.id)
    named = cite.meta(site.settings, session.title, session.added, address)
    about = About(
        session.title,
        session.summary,
        address,
        FILE.format(session.id),
        _structured(site, session),
        named,
        session.added,
        scripts=("share.js", "views.js"),
    )
    beside = {
        "downloads": offers(site.downloads, "session", session.id),
        "ending": page_footer.view(
            site, session.title, session.added, address, about.edit, session.changes, session.added
        ),
    }
    return site.page(
        "teaching",
        "session.html",
        about,
        {**view(site.library, session), "address": address, "pack": pack(session), **beside},
    )


def pack(session: Session) -> str:
    """A session's materials as the builder of packs reads them from an address."""
    refs = dict.fromkeys(session.places)
    items = "_".join(
        f"{KINDS[kind].pack}.{ref}" for kind, ref in map(split, refs) if KINDS[kind].pack
    )
    return f"teach/build/?{urlencode({'title': session.title[:80], 'items': items})}"


def slides(site: Site, session: Session) -> Output:
    """The slides of one session: one long page, which a script shows slide by slide."""
    from ..handouts import catalogue  # its libraries take 50 ms to import; a check needs none

    address = f"{site.library.address('session', session.id)}slides/"
    about = About(
        f"Slides: {session.title}",
        session.summary,
        address,
        FILE.format(session.id),
        paper=False,
        scripts=("slides.js",),
    )
    made = catalogue.Slides(site, session)
    return site.page(
        "slides",
        "session-slides.html",
        about,
        {"session": session.id, "title": session.title},
        made,
        made.key,
    )


def view(library: Library, session: Session) -> dict[str, Any]:
    """All that the page shows, as plain values."""
    starts = [sum(step.minutes for step in session.steps[:n]) for n in range(len(session.steps))]
    return {
        "id": session.id,
        "title": session.title,
        "summary": session.summary,
        "length": duration(session.minutes),
        "size": session.size,
        "aims": session.aims,
        "preparation": session.preparation,
        "roles": tuple(library.link("role", r) for r in session.roles),
        "themes": tuple(library.link("theme", t) for t in session.themes),
        "guides": tuple(library.link("guide", g) for g in session.guide_refs),
        "minutes": tuple(step.minutes for step in session.steps),
        "steps": tuple(
            (
                step.id,
                step.title,
                step.minutes,
                start,
                *_texts(library, step),
                _materials(library, step),
            )
            for step, start in zip(session.steps, starts, strict=True)
        ),
        "questions": tuple(q.ask for q in session.questions),
        "knowing": session.knowing_it_worked,
    }


def _texts(library: Library, step: Step) -> list[str]:
    """What learners do, the facilitator's notes, and what to do online, as HTML."""
    texts = [step.learners, step.facilitator or "", step.online or ""]
    return markdown.draw(texts, lambda kind, ref: f"../../{library.address(kind, ref)}")


def _materials(library: Library, step: Step) -> tuple[tuple[str, str], ...]:
    return tuple(library.link(*split(place)) for place in step.materials)


def text_links(session: Session) -> list[tuple[KindName, str]]:
    """Links by id in a session's texts."""
    return [
        link
        for step in session.steps
        for text in (step.learners, step.facilitator, step.online)
        for link in links(text or "")
    ]


def audience(library: Library, roles: tuple[str, ...]) -> dict[str, Any]:
    """Whom something is for, as schema.org says it."""
    return {
        "@type": "EducationalAudience",
        "educationalRole": tuple(library.title("role", r) for r in roles),
    }


def _structured(site: Site, session: Session) -> tuple:
    return (
        ("@type", "LearningResource"),
        ("name", session.title),
        ("description", session.summary),
        ("inLanguage", "en-GB"),
        ("learningResourceType", "lesson plan"),
        ("timeRequired", f"PT{session.minutes}M"),
        ("teaches", session.aims),
        ("audience", audience(site.library, session.roles)),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
        ("dateCreated", session.added),
    )
