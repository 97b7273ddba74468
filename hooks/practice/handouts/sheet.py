"""A hand-written page as a document: the sheets of a kit, to edit in Word."""

from __future__ import annotations

import posixpath
import re

from ..library.library import Library
from ..model import Page
from .imprint import Imprint, address
from .outline import Document, Paragraph, Run
from .outline_markdown import read_page

CITED = re.compile(r"\[\]\(source:([a-z0-9-]+)\)")
"""A citation, which the site fills with the name of its source."""


def document(page: Page, library: Library, site: Imprint, day: str) -> Document:
    """The page with its headings, lists, tables and links.

    `day` is that of the version, YYYY-MM-DD.
    """
    sources = library.all("source")

    def cited(found: re.Match[str]) -> str:
        source = sources.get(found[1])
        return f"([{source.cited_as}](source:{found[1]}))" if source else ""

    def leads(target: str) -> str:
        return _beside(page, library, site, target) or address(library, site, target)

    blocks = read_page(CITED.sub(cited, page.text), leads)
    summary = Paragraph((Run(page.summary, strong=True),))
    return site.document(page, page.word, day, (summary, *blocks), site.url + page.address)


def _beside(page: Page, library: Library, site: Imprint, target: str) -> str:
    """The full address of a link to another hand-written page by its file; `""` for others."""
    path, _, heading = target.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path))
    other = library.pages.get(file) if path.endswith(".md") else None
    return f"{site.url}{other.address}{'#' if heading else ''}{heading}" if other else ""
