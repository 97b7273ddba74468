"""The head of a page: its title, its policy, what machines read of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .metadata import PageMetadata
from .output import compact_json
from .settings import Settings
from .shell import text

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
    " data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri"
    " 'none'; form-action 'self'"
)
"""What a page may load and do: only what comes from this site."""

PICTURE = "assets/picture.png"
"""The picture that other websites show beside a link to a page of this one."""

OUTSIDE = re.compile(r'<a href="(https?://[^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
SOURCES = re.compile(r'<ol class="practice-sources"[^>]*>.*?</ol>', re.DOTALL)
"""Lists of sources print each address beside its title; the style sheet does that."""
PLAIN = '<link rel="alternate" type="text/markdown" href="index.md">'
"""Leads to the page as plain Markdown."""
TAG = re.compile(r"<[^>]*>")


def title(words: str, kind: str, site: str) -> str:
    """The title of the window: what the page is called, what kind of page it is, and the site."""
    if words == site:
        return site
    return f"{words}: {kind} · {site}" if kind else f"{words} · {site}"


def script_json(value: Any) -> str:
    """JSON that cannot close the element that holds it."""
    return (
        compact_json(value)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def extra(about: PageMetadata, url: str, settings: Settings) -> str:
    """Open Graph, structured data, and what else a page says of itself.

    The description is in it once, as the page's own.
    """
    graph = (
        ("og:title", about.title),
        ("og:url", url),
        ("og:site_name", settings.name),
        ("og:type", "article"),
        ("og:image", settings.url + PICTURE),
        ("og:image:alt", "The library drawn as cloth"),
    )
    lines = [
        *(f'<meta property="{name}" content="{text(value)}">' for name, value in graph),
        '<meta name="twitter:card" content="summary_large_image">',
    ]
    if about.data:
        data = {"@context": "https://schema.org", **dict(about.data), "url": url}
        lines.append(f'<script type="application/ld+json">{script_json(data)}</script>')
    styles = (f'<link rel="stylesheet" href="{about.root}assets/{name}">' for name in about.styles)
    return "\n".join((*lines, *about.meta, *styles))


def feed_links(settings: Settings, stem: str, title: str) -> tuple[str, ...]:
    """Elements by which a feed reader finds both forms of a feed; `stem` is its path without what
    says its form.
    """
    forms = (("atom+xml", "xml"), ("feed+json", "json"))
    return tuple(
        f'<link rel="alternate" type="application/{kind}" title="{text(title)}"'
        f' href="{settings.url}{stem}.{suffix}">'
        for kind, suffix in forms
    )


@dataclass(frozen=True)
class OutsideLink:
    """A link that leads to another site."""

    words: Markup
    address: str


def outside(html: str, settings: Settings) -> tuple[OutsideLink, ...]:
    """The links of a page that lead to another site, once each, in order: on paper a link has no
    other way to say where it leads.
    """
    if 'href="http' not in html:
        return ()
    found = {
        address: TAG.sub("", words).strip()
        for address, words in reversed(OUTSIDE.findall(SOURCES.sub("", html)))
    }
    return tuple(
        OutsideLink(Markup(words), address)
        for address, words in reversed(found.items())
        if not address.startswith((settings.url, settings.repository))
    )
