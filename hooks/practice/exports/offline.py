"""The whole site as one zip that works from a disk: no server, no network, for locked-down
computers and memory sticks.

It holds every file that a reader can use there. Links name the file they lead to, because a disk
has no page for a folder;
what only the live site has is linked there; what a page tells machines of the web is left out.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from ..cache import load, store
from ..digest import digest
from ..handouts.archive import zip_bytes
from ..rendering import head
from ..rendering.output import Output
from ..rendering.site import Site

PATH = "downloads/outcomes-in-practice.zip"
PAGE = "about/offline/index.html"
"""The page that offers the file and states its size. It is the last one to be made."""
FOLDER = "outcomes-in-practice"
LEFT_OUT = (
    "404.html",
    "_headers",
    "api/",
    "data/",
    "e/",
    "embed/",
    "feeds/",
    "llms.txt",
    "opensearch.xml",
    "robots.txt",
    "sitemap",
    PATH,
)
"""What serves the web alone: the open data, short addresses, cards for other sites, feeds.
"""

LINK = re.compile(r'(?<=\s)(href|src|action)="([^"]*)"')
OF_THE_WEB = re.compile(
    r'\n?<link rel="(?:alternate|preload|search)"[^>]*>'
    r'|\n?<meta (?:property="og:|name="(?:twitter:|robots))[^>]*>'
    r'|\n?<script type="application/ld\+json">.*?</script>',
    re.DOTALL,
)
"""What a page tells machines of the web, and a preload that a browser refuses from a disk."""
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:"
    " data:; font-src 'self' file: data:; connect-src 'self' file:; base-uri 'none'; form-action"
    " 'self' file:"
)
"""The policy of a page on a disk: what lies on the disk, and nothing from any network.

Browsers differ in whether a file is 'self'.
"""

OfflineZip = Callable[[Site, str, Iterable[Output]], Iterator[Output]]
"""How the zip comes to the other files of a site: made of them, or left out."""


def leave_out(site: Site, cache: str, made: Iterable[Output]) -> Iterator[Output]:
    """The outputs as they are. The page says how the file is made."""
    yield from made


def add(site: Site, cache: str, made: Iterable[Output]) -> Iterator[Output]:
    """The outputs, the page that states the size of the zip, and the zip.

    Its size is cached by the digest of its files, so that an equal zip is not made again.
    """
    zipped: list[Output] = []
    others = {PATH}
    page: Output | None = None
    for output in made:
        others.add(output.path)
        if output.path == PAGE:
            page = output
            continue
        if not output.path.startswith(LEFT_OUT) and posixpath.basename(output.path) != "index.md":
            zipped.append(output)
        yield output
    if page is None:
        return
    archive = Archive(site.settings.url, sorted(zipped, key=lambda output: output.path), others)
    size = _size(archive, os.path.join(cache, "offline"), page)
    stated = Output(
        PAGE, digest(page.key, size.encode()), lambda: _with_size(site, page, size), page=True
    )
    yield stated
    yield Output(PATH, digest(archive.key, stated.key), lambda: archive.bytes_with(stated))


def _size(archive: Archive, name: str, page: Output) -> str:
    """The size of the zip in words, to a tenth of a megabyte."""
    known = load(name)
    key = digest(archive.key, page.key)
    if not isinstance(known, tuple) or known[0] != key:
        known = (key, f"{len(archive.bytes_with(page)) / 1e6:.1f} MB")
        store(name, known)
    return str(known[1])


def _with_size(site: Site, page: Output, size: str) -> bytes:
    """The page with the file and its size, in the place of the words that stand there without
    them.
    """
    without, offer = (
        site.renderer.render("offline-size.html", "../../", size=words) for words in ("", size)
    )
    return page.make().replace(without.encode(), offer.encode(), 1)


class Archive:
    """The files of the zip, with links that work from a disk."""

    def __init__(self, url: str, files: list[Output], others: set[str]):
        self.url, self.files, self.others = url, files, others
        self.inside = {output.path for output in files} | {PAGE}
        self.key = digest(
            url.encode(), *(part for output in files for part in (output.path.encode(), output.key))
        )

    def bytes_with(self, page: Output) -> bytes:
        """The zip, with one more page. Equal files give equal bytes: no clock, one order."""
        outputs = (*self.files, page)
        return zip_bytes((f"{FOLDER}/{one.path}", self._content(one)) for one in outputs)

    def _content(self, output: Output) -> bytes:
        if not output.path.endswith(".html"):
            return output.make()
        return self.page(output.path, output.make().decode()).encode()

    def page(self, path: str, html: str) -> str:
        """A page for the disk."""
        html = OF_THE_WEB.sub("", html).replace(head.POLICY, POLICY, 1)
        return LINK.sub(lambda m: f'{m[1]}="{self.link(path, m[2])}"', html)

    def link(self, path: str, address: str) -> str:
        """A link of a page, as it works from a disk: to the file itself, or to the live site for
        what only that has.
        """
        place, mark, rest = _split(address)
        if re.match(r"[a-z][a-z0-9+.-]*:|//", place) or not place:
            return f"index.html{mark}{rest}" if not place and mark == "?" else address
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(place)))
        target = "" if target == "." else target
        for file in (target, f"{target}/index.html".lstrip("/")):
            if file in self.inside:
                return posixpath.relpath(file, posixpath.dirname(path) or ".") + mark + rest
            if file in self.others:
                return self.url + file.removesuffix("index.html") + mark + rest
        return address


def _split(address: str) -> tuple[str, str, str]:
    """The path, what ends it, and what follows: ``a/?b#c`` gives ``a/``, ``?`` and ``b#c``."""
    place = re.split(r"[?#]", address, maxsplit=1)[0]
    return place, address[len(place) :][:1], address[len(place) + 1 :]
