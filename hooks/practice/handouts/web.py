"""A session as HTML: the slides for the site, and a page of its own for a learning platform.

The words of both stand in templates.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from ..rendering import svg
from ..rendering.renderer import Templates
from . import codes
from .handout import clock
from .imprint import SessionContext, without_scheme
from .outline import Document
from .storyboard import Slide, Time, slides


def view(source: SessionContext) -> tuple[Any, ...]:
    """Every slide as ``session-slides.html`` shows it.

    Addresses within the site stand below its root, all others are whole.
    """
    return tuple(_near(_slide(source, slide), source.site.url) for slide in slides(source))


def _slide(source: SessionContext, slide: Slide) -> dict[str, Any]:
    """A slide as the template reads it. Parts beside each other have codes of their own."""
    lengths = (step.minutes for step in source.session.steps)
    return {
        **asdict(slide),
        "parts": tuple(
            {
                **asdict(part),
                "code": _picture(part.qr_url),
                "without_scheme": without_scheme(part.qr_url),
            }
            for part in slide.parts
        ),
        "code": _picture(slide.qr_url),
        "without_scheme": without_scheme(slide.qr_url),
        "clock": _clock(slide.time) if slide.time else "",
        "rail": str(svg.rail(lengths, slide.time.number)) if slide.time else "",
    }


def _clock(time: Time) -> str:
    return f"{clock(time.start)} to {clock(time.start + time.minutes)}"


def _picture(url: str) -> str:
    """A QR code beside its address, so that it needs no words of its own."""
    hidden = '<svg aria-hidden="true" focusable="false" '
    return codes.svg(url).replace("<svg ", hidden, 1) if url else ""


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
        .render(document=document, without_scheme=without_scheme(document.url))
        .encode()
    )


@lru_cache(maxsize=1)
def environment() -> Templates:
    """What renders the templates of files."""
    return Templates()
