"""Every link of a built site, followed: href, src, fragments, canonical addresses, the sitemap and
feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

BASE = "https://outcomes-in-practice.example/"


class Reader(HTMLParser):
    """Collects ids and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.canonical = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = str(values["href"])
        for name in ("href", "src", "action", "poster", "data"):
            if values.get(name) is not None:
                self.links.append(str(values[name]))


def read(site: Path) -> dict[str, Reader]:
    """Every page of a site by its path."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text("utf-8"))
        pages[path.relative_to(site).as_posix()] = reader
    return pages


def broken(site: Path) -> list[str]:
    """Every link that leads nowhere, as ``page -> link``."""
    pages = read(site)
    return [
        f"{page} -> {link}"
        for page, reader in pages.items()
        for link in (*reader.links, reader.canonical)
        if link and not _resolves(site, pages, page, link)
    ] + [
        f"{name} -> {url}"
        for name, url in _listed(site)
        if not _resolves(site, pages, "index.html", url)
    ]


def _resolves(site: Path, pages: dict[str, Reader], page: str, link: str) -> bool:
    url = urljoin(BASE + page.removesuffix("index.html"), link)
    if not url.startswith(BASE):
        # a source may stand at http: only; the rules for pages and examples refuse it elsewhere
        return url.startswith(("https://", "http://", "mailto:", "data:"))
    parts = urlsplit(url.removeprefix(BASE))
    path = unquote(parts.path)
    target = f"{path}index.html" if path == "" or path.endswith("/") else path
    if not (site / target).is_file():
        return False
    return not parts.fragment or target not in pages or parts.fragment in pages[target].ids


def _listed(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted([*site.glob("sitemap*.xml"), *site.glob("feeds/**/*.xml")]):
        for element in ElementTree.parse(path).iter():
            tag = element.tag.rsplit("}")[-1]
            if tag in ("loc", "id") and element.text:
                yield path.name, element.text
            if tag == "link" and element.get("href"):
                yield path.name, str(element.get("href"))


def reachable(site: Path) -> set[str]:
    """Pages that can be reached from home by links alone."""
    pages = read(site)
    seen, todo = set(), ["index.html"]
    while todo:
        page = todo.pop()
        if page in seen or page not in pages:
            continue
        seen.add(page)
        todo += [t for link in pages[page].links if (t := _page(page, link))]
    return seen


def _page(page: str, link: str) -> str | None:
    url = re.sub(r"[?#].*", "", urljoin(BASE + page.removesuffix("index.html"), link))
    if not url.startswith(BASE):
        return None
    path = unquote(url.removeprefix(BASE))
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def doubles(site: Path) -> list[str]:
    """Ids that stand twice on a page."""
    return [
        f"{page}: {id}"
        for page, reader in read(site).items()
        for id in sorted(set(reader.ids))
        if reader.ids.count(id) > 1
    ]
