"""Hand-written pages: the slots and directives that MkDocs left in them, filled from the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ..model import Page
from ..reading.kept import digest
from ..reading.page import options
from .directives import DIRECTIVES, Place
from .lists import back_links
from .output import Output
from .shell import Shell, Token, text
from .site import About, Site


def pages(site: Site, drawn: Mapping[str, Shell]) -> Iterator[Output]:
    """Every hand-written page as drawn, filled. `drawn` holds the cut pages by their path in the site."""
    files = {f"{page.address}index.html": page for page in site.library.pages.values()}
    for path, shell in sorted(drawn.items()):
        if path in files:
            page = files[path]
            yield _output(path, fill(site, shell, page, about(site, page), _root(page.address)), page=True)
        else:
            lost = About("This page is not here", "There is nothing at this address.", "404.html", "mkdocs.yml", paper=False)
            yield _output(path, fill(site, shell, None, lost, urlsplit(site.settings.url).path), page=False)


def _output(path: str, html: str, *, page: bool) -> Output:
    raw = html.encode()
    return Output(path, digest(raw), lambda: raw, page)


def _root(address: str) -> str:
    return "../" * address.count("/") or "./"


def about(site: Site, page: Page) -> About:
    """What the head of a hand-written page says of it."""
    title = page.title or site.settings.name
    data = (("@type", "LearningResource"), ("name", title), ("description", page.summary), ("inLanguage", "en-GB"), ("learningResourceType", "guide"), ("timeRequired", f"PT{page.minutes}M"), ("license", "https://creativecommons.org/licenses/by/4.0/"))
    return About(title, page.summary, page.address, f"docs/{page.file}", data if page.id else ())


def fill(site: Site, shell: Shell, page: Page | None, about: About, root: str) -> str:
    """The page with every token filled."""
    slots = {**site.slots(about, root), "body": ""}
    if page and page.id:
        slots["after"] = _after_guide(site, page, root)
    return shell.fill([_value(site, token, page, root, slots) for token in shell.tokens])


def _value(site: Site, token: Token, page: Page | None, root: str, slots: Mapping[str, str]) -> str:
    if token.slot:
        return slots[token.slot]
    if token.directive:
        fill_in = DIRECTIVES.get(token.directive)  # an unknown one is a problem already, and the preview shows it
        return fill_in(Place(site, page, root), options(token.options)) if fill_in else ""
    return _link(site, token, root)


def _link(site: Site, token: Token, root: str) -> str:
    """A link by id. In the preview a page can be newer than the last good library: it then leads home."""
    kind, ref = ("source", token.source) if token.source else (token.kind, token.ref)
    thing = site.library.get(kind, ref)
    href = root + site.library.address(kind, ref) if thing or (kind == "example" and ref in site.library.withdrawn) else root
    return f'(<a href="{href}">{text(thing.cited_as if thing else ref)}</a>)' if token.source else href


def _after_guide(site: Site, page: Page, root: str) -> str:
    belongs = [(heading, links, total) for heading, links, total in back_links(site, "guide", page.id) if heading != "Key points"]
    themes = tuple(site.library.link("theme", t) for t in page.themes if site.library.get("theme", t))
    cited = tuple((source.cited_as, site.library.address("source", s)) for s in page.sources if (source := site.library.get("source", s)))
    return site.render("after-guide.html", root, belongs=[("Themes", themes, len(themes)), *belongs], guide=page.id, sources=cited)
