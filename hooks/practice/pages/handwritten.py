"""Hand-written pages: the slots and directives that MkDocs left in them, filled from the
library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from ..digest import digest_json
from ..kinds import is_kind
from ..library.relations import BY_NAME
from ..model import GlossaryTerm, Page
from ..reading.page import options
from ..rendering import cite, head
from ..rendering.downloads import file_offers
from ..rendering.html import Items, links
from ..rendering.metadata import PageMetadata, Properties, learning_resource
from ..rendering.output import Output
from ..rendering.shell import SLOTS, Shell, Token, text
from ..rendering.site import Site
from ..rendering.thing_page import PageFooter, footer
from . import laws
from .back_links import LinkList, back_links
from .directives import DIRECTIVES, DirectiveContext
from .fixed import ABOUT


@dataclass(frozen=True)
class Purpose:
    """What readers do with a guide: a heading, a word on it, and its relations."""

    title: str
    lead: str
    relations: list[str]


_ROWS = json.loads(Path(__file__).with_suffix(".json").read_bytes())
PURPOSES = tuple(Purpose(**row) for row in _ROWS)
IN_THE_GUIDE = ("key-point-guide", "law-guide")
"""Relations that a guide shows itself, by a directive."""


@dataclass(frozen=True)
class Group:
    """What belongs with a guide for one purpose."""

    title: str
    lead: str
    lists: tuple[LinkList, ...]


@dataclass(frozen=True)
class AfterGuide:
    """The end of a guide."""

    guide: str
    groups: tuple[Group, ...]
    sources: tuple[cite.CitedSource, ...]
    page_footer: PageFooter


@dataclass(frozen=True)
class Meaning:
    """What a term means, for a reader who asks where it is used."""

    term: GlossaryTerm
    address: str


def pages(site: Site, shells: Mapping[str, Shell]) -> Iterator[Output]:
    """Every hand-written page, filled.

    `shells` holds the pages that MkDocs rendered, by their path in the site.
    """
    sources = {f"{page.address}index.html": page for page in site.library.pages.values()}
    for path, shell in sorted(shells.items()):
        yield _filled(site, path, shell, sources.get(path))


def _filled(site: Site, path: str, shell: Shell, page: Page | None) -> Output:
    """A hand-written page, filled; the one without a source of ours is the page not found."""
    if page:
        about = _about(site, page)
        context = DirectiveContext(site, page, "../" * page.address.count("/") or "./")
    else:
        about, context = (
            ABOUT["404.html"],
            DirectiveContext(site, None, urlsplit(site.settings.url).path),
        )
    digests = _values(replace(context, digest_only=True), shell, about, dict.fromkeys(SLOTS, ""))
    covers = digest_json(about, digests)

    def make() -> bytes:
        slots = site.renderer.slots(about, context.root, shell.article)
        return shell.fill(_values(context, shell, about, slots)).encode()

    return Output(path, site.renderer.key(shell, about.address, covers), make, page is not None)


def _about(site: Site, page: Page) -> PageMetadata:
    title = page.title or site.settings.name
    share = ("share.js",) if page.id or page.headings else ()
    law = ("law.js",) if any(d.name == "law" for d in page.directives) and page.id else ()
    terms = ("terms.js",) if any(mention.kind == "term" for mention in page.mentions) else ()
    return PageMetadata(
        title=title,
        description=page.summary,
        address=page.address,
        edit=f"docs/{page.file}",
        data=_structured_data(site, page, title) if page.id else (),
        meta=_meta(site, page, title),
        kind="guide" if page.id else "",
        scripts=(*share, *terms, *law),
    )


def _meta(site: Site, page: Page, title: str) -> tuple[str, ...]:
    """What reference managers read of a guide; on the home page, what feed readers look for."""
    if page.id:
        return head.PLAIN, *cite.meta(site.settings, title, site.settings.day, page.address)
    if page.address:
        return (head.PLAIN,)
    return head.PLAIN, *head.feed_links(site.settings, "feeds/examples", "All examples")


def _structured_data(site: Site, page: Page, title: str) -> Properties:
    library = site.library
    claims = library.linked_from("key-point-guide", page.id)
    readers = {
        "@type": "EducationalAudience",
        "educationalRole": "People who work in health and social care",
    }
    return learning_resource(
        title,
        page.summary,
        "guide",
        ("timeRequired", f"PT{page.minutes}M"),
        ("teaches", tuple(library.title("key-point", id) for id in claims)),
        ("audience", readers),
    )


def _values(
    context: DirectiveContext, shell: Shell, about: PageMetadata, slots: Mapping[str, str]
) -> list[str]:
    """What fills the tokens of a page."""
    site, page, filled = context.site, context.page, {**slots, "body": "", "downloads": ""}
    if page and page.word:
        files = Items(file_offers(site.downloads, "page", page.file))
        filled["downloads"] = context.render("page-downloads.html", files)
    if page and page.id:
        filled["after"] = context.render("after-guide.html", _after_guide(site, page, about))
    return [_value(context, token, filled) for token in shell.tokens]


def _value(context: DirectiveContext, token: Token, slots: Mapping[str, str]) -> str:
    if token.slot:
        return slots[token.slot]
    if token.directive:
        # an unknown one is a problem already, and the preview shows it
        fill = DIRECTIVES.get(token.directive)
        return fill(context, options(token.options)) if fill else ""
    return _meaning(context, token.meaning) if token.meaning else _link(context, token)


def _meaning(context: DirectiveContext, term: str) -> str:
    """What a term means, hidden until a reader asks."""
    library = context.site.library
    found = library.all("term").get(term)
    if not found:
        return ""
    view = Meaning(found, library.address("term", term))
    return context.render("meaning.html", view).strip()


def _link(context: DirectiveContext, token: Token) -> str:
    """A link by id.

    In the preview a page can be newer than the last good library: it then leads home.
    """
    library, root, kind = context.site.library, context.root, token.kind
    if token.source:
        source = library.all("source").get(token.source)
        href = root + library.address("source", token.source) if source else root
        return f'(<a href="{href}">{text(source.cited_as if source else token.source)}</a>)'
    if not is_kind(kind):
        return f"{kind}:{token.ref}"
    known = library.get(kind, token.ref) or (kind == "example" and token.ref in library.withdrawn)
    return root + library.address(kind, token.ref) if known else root


def _after_guide(site: Site, page: Page, about: PageMetadata) -> AfterGuide:
    library = site.library
    cited = dict.fromkeys((*page.sources, *laws.sources_of_guide(library, page.id)))
    known = (id for id in cited if library.get("source", id))
    sources = tuple(cite.cited_source(library, id) for id in known)
    page_footer = footer(site, about, page.changes)
    return AfterGuide(page.id, tuple(_groups(site, page)), sources, page_footer)


def _groups(site: Site, page: Page) -> Iterator[Group]:
    """What belongs with a guide, by what a reader may want to do next.

    What has no other place comes last.
    """
    lists = {found.relation: found for found in back_links(site.library, "guide", page.id)}
    lists["guide-theme"] = _themes(site, page)
    others = lists.keys() - {name for purpose in PURPOSES for name in purpose.relations}
    for purpose in PURPOSES:
        last = sorted(others - {*IN_THE_GUIDE}) if purpose is PURPOSES[-1] else ()
        found = [lists[name] for name in (*purpose.relations, *last) if name in lists]
        if found:
            yield Group(purpose.title, purpose.lead, tuple(found))


def _themes(site: Site, page: Page) -> LinkList:
    known = [id for id in page.themes if site.library.get("theme", id)]
    relation = BY_NAME["guide-theme"]
    themes = links(site.library, "theme", known)
    return LinkList(relation.name, relation.forwards, themes, len(themes))
