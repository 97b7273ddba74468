"""What a reader loads: the largest pages, and a first visit on the wire."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html

LISTS = re.compile(
    r"(themes|settings|roles|components|nations|knowledge|key-points|key_points|seen-in-practice)"
    r"/.+/index\.html|tags/index\.html|examples/([0-9]+/|page/[0-9]+/)?index\.html"
)
"""Pages that list examples."""
STORY = re.compile(r"examples/(?=[^/]*[a-z])(?!page/)[^/]+/index\.html")
SQUEEZED = (".woff2", ".png", ".webp", ".wasm")
"""Files that a server sends as they are."""
NAMED = (
    "//script/@src | //img/@src | //link[contains(@rel, 'stylesheet') or contains(@rel, 'icon')"
    " or contains(@rel, 'preload')]/@href"
)
IN_STYLE = re.compile(r"url\([\"']?([^\"')]+)")


@dataclass(frozen=True)
class Weight:
    """Bytes of a built site."""

    files: int
    bytes: int
    example: int
    """The largest page of an example, and which it is."""
    example_page: str
    index: int
    """The largest page of a list of examples, and which it is."""
    index_page: str
    first_home: int
    """A first visit to the home page, gzipped: the page with all styles, scripts, icons and fonts
    that it names.
    """
    first_example: int


def weigh(site: str, example: str) -> Weight:
    """The weight of a site; `example` is the id of an example to visit first."""
    sizes = {path: os.path.getsize(os.path.join(site, path)) for path in _files(site)}
    example_size, example_page = _largest(sizes, STORY)
    index_size, index_page = _largest(sizes, LISTS)
    first = {
        page: sum(_squeezed(site, path) for path in _loaded(site, page))
        for page in ("index.html", f"examples/{example}/index.html")
    }
    return Weight(
        len(sizes),
        sum(sizes.values()),
        example_size,
        example_page,
        index_size,
        index_page,
        *first.values(),
    )


def _largest(sizes: Mapping[str, int], pattern: re.Pattern[str]) -> tuple[int, str]:
    return max((size, path) for path, size in sizes.items() if pattern.fullmatch(path))


def _files(site: str) -> Iterator[str]:
    for top, _, names in os.walk(site):
        yield from (
            os.path.relpath(os.path.join(top, name), site).replace(os.sep, "/") for name in names
        )


def _squeezed(site: str, path: str) -> int:
    with open(os.path.join(site, path), "rb") as file:
        raw = file.read()
    return len(raw) if path.endswith(SQUEEZED) else len(gzip.compress(raw, 6, mtime=0))


def _loaded(site: str, page: str) -> set[str]:
    """Files that a browser with an empty cache asks for."""
    named = html.fromstring(_text(site, page).encode()).xpath(NAMED)
    loaded = {page, *(path for name in named if (path := _inside(site, page, name)))}
    for style in [path for path in loaded if path.endswith(".css")]:
        loaded |= {
            path
            for name in IN_STYLE.findall(_text(site, style))
            if (path := _inside(site, style, name))
        }
    return loaded


def _text(site: str, path: str) -> str:
    with open(os.path.join(site, path), encoding="utf-8") as file:
        return file.read()


def _inside(site: str, base: str, name: str) -> str:
    """The path in the site that a link from a file names, or nothing."""
    path = urlsplit(urljoin(f"/{base}", name)).path.lstrip("/")
    return path if not urlsplit(name).scheme and os.path.isfile(os.path.join(site, path)) else ""
