"""What can be chosen: the library's ids with their titles and descriptions, as plain values."""

from __future__ import annotations

from typing import Any

from ..checking import privacy
from ..kinds import listed
from ..library import former
from ..library.library import Library
from ..model import Example
from . import autofix_values, questions
from .questions import LABELS, NAMED, OPTIONS, PARTS, REQUIRED_WHEN, SINGULAR


def choices(library: Library) -> dict[str, Any]:
    """All that the form offers, but for the ids of examples and sources, which grow without end."""
    return {
        "parts": [part._asdict() for part in PARTS],
        "labels": LABELS,
        "items": SINGULAR,
        "options": OPTIONS,
        "named": NAMED,
        "former": {
            kind: renamed
            for kind in sorted(set(NAMED.values()))
            if (renamed := former.present(library, kind))
        },
        "needs": REQUIRED_WHEN,
        "help": questions.HELP,
        "applies": questions.APPLIES,
        "day": {"pattern": autofix_values.DAY.pattern, "months": autofix_values.MONTHS},
        "wordless": sorted(set(Example.model_fields) - set(privacy.FIELDS)),
        "kinds": {
            **{
                kind.name: [_term(term) for term in library.terms(kind.name).values()]
                for kind, _ in listed()
            },
            "guide": [_guide(guide) for guide in library.all("guide").values()],
            "key-point": [
                {"id": p.id, "title": p.text, "guide": p.guide}
                for p in library.all("key-point").values()
            ],
        },
    }


def ids(library: Library) -> dict[str, Any]:
    """Id and title of every example and every source."""
    gone = [[id, "A withdrawn example"] for id in library.withdrawn]
    return {
        "example": sorted([[id, e.title] for id, e in library.all("example").items()] + gone),
        "source": [
            [id, f"{s.cited_as}: {s.title}"] for id, s in sorted(library.all("source").items())
        ],
    }


def _term(term: Any) -> dict[str, Any]:
    choice = {"id": term.id, "title": term.title, "description": term.description}
    return {**choice, "family": term.family} if term.family else choice


def _guide(guide: Any) -> dict[str, Any]:
    sections = [
        {"id": f"{guide.id}#{h.id}", "title": h.title}
        for h in guide.headings
        if h.level == 2 and h.id
    ]
    return {
        "id": guide.id,
        "title": guide.title,
        "description": guide.summary,
        "sections": sections,
    }
