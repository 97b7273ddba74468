"""The sitemap, split where it grows beyond what search engines take, and robots.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..kinds import public
from ..library import days
from ..library.library import Library
from ..rendering.output import Output, ready
from ..rendering.shell import text
from ..rendering.site import Site

MAX_ADDRESSES = 50_000
"""Addresses in one sitemap, by the protocol of sitemaps.org."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NUMBER = re.compile(r"(?<=/)[0-9]+/$")
OF_ALL_EXAMPLES = ("", "examples/", "coverage/", "about/library/")
"""Pages that change with every example."""


class Listed(NamedTuple):
    """A page in the sitemap."""

    url: str
    changed: str
    """The day on which it last changed, or `""` where nobody noted one."""


def files(site: Site, pages: Sequence[str]) -> Iterator[Output]:
    """The sitemap of some pages, given by their paths in the site."""
    addresses = [path.removesuffix("index.html") for path in pages]
    changed = last_changes(site.library)
    urls = sorted(
        Listed(site.settings.url + address, changed.get(NUMBER.sub("", address), ""))
        for address in addresses
    )
    parts = [urls[n : n + MAX_ADDRESSES] for n in range(0, len(urls), MAX_ADDRESSES)] or [[]]
    if len(parts) == 1:
        yield ready("sitemap.xml", _urls(urls))
    else:
        names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
        yield ready(
            "sitemap.xml",
            f"{HEAD}<sitemapindex {SPACE}>"
            + "".join(f"<sitemap><loc>{text(site.settings.url + n)}</loc></sitemap>" for n in names)
            + "</sitemapindex>\n",
        )
        yield from (ready(name, _urls(part)) for name, part in zip(names, parts, strict=True))
    yield ready("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.settings.url}sitemap.xml\n")


def last_changes(library: Library) -> dict[str, str]:
    """The day on which each page last changed, by its address: a day in the data, never of a file.

    A page that lists examples changed when the newest of them came in or changed.
    """
    examples = {id: days.last_changed(e) for id, e in library.all("example").items()}
    found = dict.fromkeys(OF_ALL_EXAMPLES, max(examples.values(), default=""))
    for kind in public():
        if kind.shares_a_page:
            continue
        for id, thing in library.all(kind.name).items():
            listed = library.linked_from(f"example-{kind.name}", id) if kind.listing else ()
            own = days.last_changed(thing)
            found[library.address(kind.name, id)] = max(own, *(examples[one] for one in listed), "")
    return found


def _urls(urls: Sequence[Listed]) -> str:
    return f"{HEAD}<urlset {SPACE}>" + "".join(map(_url, urls)) + "</urlset>\n"


def _url(page: Listed) -> str:
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    return f"<url><loc>{text(page.url)}</loc>{changed}</url>\n"
