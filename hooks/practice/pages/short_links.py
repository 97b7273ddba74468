"""Small pages that lead to an example from elsewhere: short addresses for slides and paper, and
cards for other websites.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..digest import digest, plain_bytes
from ..model import Example
from ..rendering import rows
from ..rendering.output import Output, page_path
from ..rendering.shell import text
from ..rendering.site import Site

WIDE, HIGH = 480, 460
"""The frame of a card, in CSS pixels: the longest fits, in the wider letters of a device that does
not load ours as well.
"""


def pages(site: Site) -> Iterator[Output]:
    """A short address for every example, a card for every published one, and a note where a card
    was.
    """
    for code, id in sorted(site.leads.items()):
        yield _short(site, id, code)
    for example in site.library.all("example").values():
        for id in (example.id, *example.aliases):
            yield _card(site, example, id)
        yield _described(site, example)
    for example in site.library.withdrawn.values():
        for id in (example.id, *example.aliases):
            yield _withdrawn(site, example, id)


def _short(site: Site, id: str, code: str) -> Output:
    url = f"{site.settings.url}examples/{id}/"
    key = digest(site.code, b"short", code.encode(), url.encode())
    return Output(
        page_path(f"e/{code}/"),
        key,
        lambda: site.render("moved.html", "../../", url=url, to=f"../../examples/{id}/").encode(),
    )


def _card(site: Site, example: Example, id: str) -> Output:
    """`/embed/<id>/`, to stand in a frame, at the example's id and at each that it had."""
    row = rows.row(site.library, example.id)
    url = f"{site.settings.url}examples/{example.id}/"
    return _framed(site, id, {"title": example.title, "url": url, "row": row, "withdrawn": None})


def _withdrawn(site: Site, example: Example, id: str) -> Output:
    """The note in the frame of an example that was withdrawn: when, and nothing of the story."""
    assert example.withdrawn
    return _framed(
        site,
        id,
        {
            "title": "A withdrawn example",
            "url": f"{site.settings.url}examples/{example.id}/",
            "row": None,
            "withdrawn": example.withdrawn.on,
        },
    )


def _framed(site: Site, id: str, shown: dict) -> Output:
    key = digest(site.code, plain_bytes((site.settings.name, tuple(shown.values()))))
    return Output(
        page_path(f"embed/{id}/"),
        key,
        lambda: site.render("embed.html", "../../", **shown).encode(),
    )


def _described(site: Site, example: Example) -> Output:
    """The card's oEmbed description (oembed.com)."""
    key = digest(
        site.code, plain_bytes((site.settings.name, site.settings.url, example.id, example.title))
    )
    return Output(f"embed/{example.id}/oembed.json", key, lambda: _oembed(site, example).encode())


def _oembed(site: Site, example: Example) -> str:
    url = site.settings.url
    frame = (
        f'<iframe src="{url}embed/{example.id}/" width="{WIDE}" height="{HIGH}" title="Practice'
        f' example: {text(example.title)}"></iframe>'
    )
    told = {
        "version": "1.0",
        "type": "rich",
        "provider_name": site.settings.name,
        "provider_url": url,
        "title": example.title,
        "html": frame,
        "width": WIDE,
        "height": HIGH,
    }
    return json.dumps(told, ensure_ascii=False)
