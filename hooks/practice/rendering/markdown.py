"""Contributed Markdown as HTML that can do no harm: CommonMark by pyromark, sanitised by nh3."""

from __future__ import annotations

import re
from collections.abc import Mapping

import nh3
import pyromark
from markupsafe import Markup

from ..kinds import CONTRIBUTED, linkable, split
from ..library.library import Library
from ..reading.markdown import OPTIONS
from .page_html import boxed

SCHEMES = linkable(CONTRIBUTED)

TAGS = {
    *("p", "a", "em", "strong", "ul", "ol", "li", "code", "pre", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes={"https", "mailto", *SCHEMES},
    link_rel=None,
)
SEPARATOR = "<hr>\n<hr>\n<hr>"
"""Put between the texts of one record, so that the cleaner is called once.

Contributed text can make three rules only with text between.
"""
LINK_BY_ID = re.compile(rf'href="((?:{"|".join(SCHEMES)}):[^"]*)"')


def render(texts: list[str], library: Library, root: str) -> list[Markup]:
    """The HTML of each text, on a page from which `root` leads to the site's root."""

    def href(found: re.Match[str]) -> str:
        return f'href="{root}{library.address(*split(found[1]))}"'

    parsed = [
        pyromark.html(text, options=OPTIONS).replace("<hr />", "<hr class>") for text in texts
    ]
    clean = CLEANER.clean(SEPARATOR.join(parsed)).split(SEPARATOR)
    if len(clean) != len(texts):
        clean = [CLEANER.clean(html) for html in parsed]
    clean = [boxed(html) for html in clean]
    return [Markup(LINK_BY_ID.sub(href, html) if ":" in html else html) for html in clean]


def fields(texts: Mapping[str, str], library: Library, root: str) -> dict[str, Markup]:
    """The HTML of texts by the names of their fields."""
    return dict(zip(texts, render([*texts.values()], library, root), strict=True))
