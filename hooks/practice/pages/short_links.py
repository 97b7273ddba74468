"""Small pages that lead to an example from elsewhere: short addresses for slides and paper, and
cards for other websites.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from .. import licences
from ..digest import digest, digest_json, plain_bytes
from ..model import Example
from ..rendering import rows
from ..rendering.output import Output, page_path
from ..rendering.shell import text
from ..rendering.site import Site

WIDTH, HEIGHT = 480, 460
"""The frame of a card, in CSS pixels: the longest fits, in the wider letters of a device that does
not load ours as well.
"""


@dataclass(frozen=True)
class Embed:
    """A card in a frame, or the note in place of a withdrawn one."""

    title: str
    url: str
    row: rows.Row | None
    withdrawn: str
    """The day on which it was withdrawn."""
    licence: str


@dataclass(frozen=True)
class Redirect:
    """A page that leads to a new address without a script."""

    url: str
    to: str


def pages(site: Site) -> Iterator[Output]:
    """A short address for every example, a card for every published one, and a note where a card
    was.
    """
    for code, id in sorted(site.examples_by_code.items()):
        yield redirect(site, f"e/{code}/", f"examples/{id}/")
    for example in (*site.library.all("example").values(), *site.library.withdrawn.values()):
        shown = site.library.digest_of([("example", example.id)])
        covers = digest(shown, digest_json(example.withdrawn, example.licence))
        load = partial(_embed, site, example)
        for id in (example.id, *example.aliases):
            yield _small_page(site, f"embed/{id}/", "embed.html", covers, load)
    for example in site.library.all("example").values():
        yield _oembed(site, example)


def redirect(site: Site, address: str, target: str) -> Output:
    """The page at another address of a page; both are below the site's root."""

    def load() -> Redirect:
        return Redirect(site.settings.url + target, f"{posixpath.relpath(target, address)}/")

    return _small_page(site, address, "moved.html", target.encode(), load)


def _embed(site: Site, example: Example) -> Embed:
    """The card of an example; of a withdrawn one, when that was, and nothing of the story."""
    gone = site.library.withdrawn.get(example.id)
    return Embed(
        title="A withdrawn example" if gone else example.title,
        url=f"{site.settings.url}examples/{example.id}/",
        row=None if gone else rows.row(site.library, example.id),
        withdrawn=gone.withdrawn.on if gone and gone.withdrawn else "",
        licence=licences.LICENCES[example.licence].name,
    )


def _small_page(
    site: Site, address: str, template: str, covers: bytes, load: Callable[[], Embed | Redirect]
) -> Output:
    """A page without the frame of the site. Its view is loaded when it is rendered; `covers` is the
    digest of all that it shows.
    """
    root = "../" * address.count("/")

    def make() -> bytes:
        return site.renderer.render(template, root, **vars(load())).encode()

    return Output(page_path(address), digest(site.code_digest, address.encode(), covers), make)


def _oembed(site: Site, example: Example) -> Output:
    """The card's oEmbed description (oembed.com)."""
    key = digest(
        site.code_digest,
        plain_bytes((site.settings.name, site.settings.url, example.id, example.title)),
    )
    return Output(f"embed/{example.id}/oembed.json", key, partial(_describe, site, example))


def _describe(site: Site, example: Example) -> bytes:
    url = site.settings.url
    frame = (
        f'<iframe src="{url}embed/{example.id}/" width="{WIDTH}" height="{HEIGHT}" title="Practice'
        f' example: {text(example.title)}"></iframe>'
    )
    description = {
        "version": "1.0",
        "type": "rich",
        "provider_name": site.settings.name,
        "provider_url": url,
        "title": example.title,
        "html": frame,
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(description, ensure_ascii=False).encode()
