"""A session as HTML: the slides for the site, and a page of its own for a learning platform.

The words of both stand in templates.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

import jinja2

from ..rendering import svg
from . import codes
from .handout import clock
from .imprint import SessionContext, bare
from .outline import Document
from .storyboard import Slide, Time, slides

View = Mapping[str, Any]

TEMPLATES = os.path.join(os.path.dirname(__file__), "..", "rendering", "templates")


def view(source: SessionContext) -> View:
    """All that the template ``slides.html`` shows, as plain values.

    Addresses within the site stand below its root, all others are whole.
    """
    return {
        "session": source.session.id,
        "title": source.session.title,
        "slides": tuple(_near(_slide(source, slide), source.site.url) for slide in slides(source)),
    }


def _slide(source: SessionContext, slide: Slide) -> dict[str, Any]:
    """A slide as the template reads it. Parts beside each other have codes of their own."""
    lengths = (step.minutes for step in source.session.steps)
    return {
        **asdict(slide),
        "parts": tuple(
            {**asdict(part), "code": _picture(part.code), "bare": bare(part.code)}
            for part in slide.parts
        ),
        "code": _picture(slide.code),
        "bare": bare(slide.code),
        "clock": _clock(slide.time) if slide.time else "",
        "rail": str(svg.rail(lengths, slide.time.number)) if slide.time else "",
    }


def _clock(time: Time) -> str:
    return f"{clock(time.start)} to {clock(time.start + time.minutes)}"


def _picture(code: str) -> str:
    """A QR code beside its address, so that it needs no words of its own."""
    hidden = '<svg aria-hidden="true" focusable="false" '
    return codes.svg(code).replace("<svg ", hidden, 1) if code else ""


def _near(value: Any, root: str) -> Any:
    """Plain values, in which addresses are below the site's root."""
    if isinstance(value, dict):
        return {
            name: inner.removeprefix(root) if name in ("url", "link") else _near(inner, root)
            for name, inner in value.items()
        }
    return tuple(_near(inner, root) for inner in value) if isinstance(value, tuple) else value


def page(document: Document) -> bytes:
    """A document as a whole page, without pictures, script or style."""
    return (
        environment()
        .get_template("cartridge.html")
        .render(document=document, bare=bare(document.url))
        .encode()
    )


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """What renders the templates of files."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
