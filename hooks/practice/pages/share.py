"""Small pages that lead to an example from elsewhere: short addresses for slides and paper, and cards for other websites."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..model import Example
from ..reading.kept import digest, plain_bytes
from . import rows
from .output import Output, page_path
from .shell import text
from .site import Site

WIDE, HIGH = 480, 420
"""The frame of a card: the longest fits."""


def pages(site: Site) -> Iterator[Output]:
    """A short address for every example, and a card for every published one."""
    for id, code in sorted(site.codes.items()):
        yield _short(site, id, code)
    for example in site.library.all("example").values():
        yield from _card(site, example)


def _short(site: Site, id: str, code: str) -> Output:
    url = f"{site.settings.url}examples/{id}/"
    key = digest(site.code, b"short", code.encode(), url.encode())
    return Output(page_path(f"e/{code}/"), key, lambda: site.render("moved.html", "../../", url=url, to=f"../../examples/{id}/").encode())


def _card(site: Site, example: Example) -> Iterator[Output]:
    """`/embed/<id>/`, to stand in a frame, and its oEmbed description (oembed.com)."""
    row = rows.row(site.library, example.id)
    key = digest(site.code, plain_bytes((site.settings.name, site.settings.url, row)))
    url = f"{site.settings.url}examples/{example.id}/"
    yield Output(page_path(f"embed/{example.id}/"), key, lambda: site.render("embed.html", "../../", row=row, url=url).encode())
    yield Output(f"embed/{example.id}/oembed.json", key, lambda: _oembed(site, example).encode())


def _oembed(site: Site, example: Example) -> str:
    url = site.settings.url
    frame = f'<iframe src="{url}embed/{example.id}/" width="{WIDE}" height="{HIGH}" title="Practice example: {text(example.title)}"></iframe>'
    told = {"version": "1.0", "type": "rich", "provider_name": site.settings.name, "provider_url": url, "title": example.title, "html": frame, "width": WIDE, "height": HIGH}
    return json.dumps(told, ensure_ascii=False)
