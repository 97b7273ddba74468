"""What MkDocs made of a hand-written page, cleaned: nothing on it can run, load or send.

`practice check` names what is not allowed, with its line. This is a second line of defence:
it does not depend on how well the rules read Markdown.
"""

from __future__ import annotations

import re

import nh3

from ..kinds import PAGES, linkable
from ..reading.page_text import ATTRIBUTES, FORM, TAGS
from .shell import MARK

OUTSIDE = re.compile(r"[\s\x00-\x1f]*[/\\]{2}")
"""An address that leaves the site without naming a scheme: ``//host/``."""
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
FORGED = re.compile(re.escape(MARK.partition("{}")[0]))


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "action":
        return value if value == FORM else None
    if name in ("href", "src") and OUTSIDE.match(value):
        return None
    if name == "src" and ":" in value:
        return None
    return value


CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes={"https", "mailto", *linkable(PAGES)},
    strip_comments=False,
    link_rel=None,
)


def clean(html: str) -> str:
    """The HTML of a page's content, without what no page may hold. Comments stay: directives are
    comments. A mark of a slot that somebody typed is text: its first letter becomes a reference to
    that letter, which readers see as the letter.
    """
    clean = FORGED.sub(lambda mark: f"&#{ord(mark[0][0])};{mark[0][1:]}", CLEANER.clean(html))
    return boxed(clean)


def boxed(html: str) -> str:
    """The HTML of a text, each of its tables in a box of its own, in which it scrolls where the
    screen is narrow.
    """
    if "<table>" not in html:
        return html
    return TABLE.sub(lambda table: f'<div class="practice-table">{table[0]}</div>', html)
