"""Contributed Markdown -> HTML that can do no harm: CommonMark by pyromark, cleaned by nh3."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
import pyromark

from ..kinds import CONTRIBUTED, KindName, linkable, split
from ..reading.markdown import OPTIONS

SCHEMES = linkable(CONTRIBUTED)

TAGS = {
    "p",
    "a",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "code",
    "pre",
    "blockquote",
    "hr",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes={"https", "mailto", *SCHEMES},
    link_rel=None,
)
SEAM = "<hr>\n<hr>\n<hr>"
"""Stands between the fields of one record, so that the cleaner is entered once.

Contributed text can make three rules only with text between.
"""
BY_ID = re.compile(rf'href="((?:{"|".join(SCHEMES)}):[^"]*)"')


def draw(texts: list[str], href: Callable[[KindName, str], str]) -> list[str]:
    """The HTML of some texts. `href` gives the address of a link by kind and id."""
    drawn = [pyromark.html(text, options=OPTIONS).replace("<hr />", "<hr class>") for text in texts]
    clean = CLEANER.clean(SEAM.join(drawn)).split(SEAM)
    if len(clean) != len(texts):
        clean = [CLEANER.clean(text) for text in drawn]
    return [
        BY_ID.sub(lambda m: f'href="{href(*split(m[1]))}"', text) if ":" in text else text
        for text in clean
    ]
