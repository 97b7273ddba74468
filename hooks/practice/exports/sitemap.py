"""The sitemap, split where it grows beyond what search engines take, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..rendering.output import Output, ready
from ..rendering.shell import text
from ..rendering.site import Site

MAX_ADDRESSES = 50_000
"""Addresses in one sitemap, by the protocol of sitemaps.org."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def files(site: Site, pages: Sequence[str]) -> Iterator[Output]:
    """The sitemap of some pages, given by their paths in the site."""
    urls = sorted(site.settings.url + path.removesuffix("index.html") for path in pages)
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


def _urls(urls: Sequence[str]) -> str:
    return (
        f"{HEAD}<urlset {SPACE}>"
        + "".join(f"<url><loc>{text(url)}</loc></url>\n" for url in urls)
        + "</urlset>\n"
    )
