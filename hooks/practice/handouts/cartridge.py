"""A session as a Common Cartridge 1.1: the session's page, its links, and its questions, for Moodle
and other learning platforms.

Moodle knows a cartridge by the default namespace in the first 500 bytes of its manifest, and the
profile allows no attribute that it does not name: tests hold both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from . import archive, handout, web
from .imprint import SessionContext

USED_IN_PLACE = ("card", "key-point")
"""Materials that the session's page prints whole, so that they need no link of their own."""


@dataclass(frozen=True)
class Resource:
    """A file of the cartridge, and its title in the list of contents."""

    id: str
    type: str
    path: str
    title: str
    raw: bytes


def cartridge(source: SessionContext) -> bytes:
    """A session as an .imscc file."""
    resources = (_page(source), *_links(source), _questions(source))
    manifest = _xml(
        "manifest",
        session=source.session,
        site=source.site.name,
        licence=source.licence,
        resources=resources,
    )
    return archive.zip_bytes([("imsmanifest.xml", manifest), *((r.path, r.raw) for r in resources)])


def _page(source: SessionContext) -> Resource:
    html = web.page(handout.learners(source))
    return Resource("R_page", "webcontent", "session/index.html", source.session.title, html)


def _links(source: SessionContext) -> Iterator[Resource]:
    links = [(f"This session on {source.site.name}", source.url)]
    links += [(p.title, p.url) for p in source.materials if p.kind not in USED_IN_PLACE]
    for n, (title, url) in enumerate(links, 1):
        raw = _xml("link", title=title, url=url)
        yield Resource(f"R_link_{n}", "imswl_xmlv1p1", f"links/link-{n}.xml", title, raw)


def _questions(source: SessionContext) -> Resource:
    title = f"Questions: {source.session.title}"
    raw = _xml("questions", title=title, questions=source.session.questions)
    kind = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
    return Resource("R_questions", kind, "questions/assessment.xml", title, raw)


def _xml(template: str, **values: Any) -> bytes:
    """A template as XML without the space between its elements."""
    rendered = web.environment().get_template(f"cartridge-{template}.xml").render(**values)
    root = etree.fromstring(rendered, etree.XMLParser(remove_blank_text=True))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
