"""What is at the address of a page that a thing had before: it leads on, or says why the thing is
gone and where to go instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..library import former, ledger
from ..library.library import Link
from ..model import Retired
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from .short_links import redirect

SHELLS = {1: "indexes", 2: "about", 3: "index-more"}
"""The shell of a page by how deep it lies."""
PLAIN = "index.md"
"""A page as Markdown."""


@dataclass(frozen=True)
class RetiredView:
    """The note in place of something that was retired."""

    entry: Retired
    one: str
    links: tuple[Link, ...]


def pages(site: Site, addresses: Sequence[str]) -> Iterator[Output]:
    """Every page at a former address. `addresses` are those of the pages of today."""
    for old, new in former.moved(site.library).items():
        for address in addresses if "#" not in old else ():
            if address.startswith(new) and not ledger.is_numbered(address):
                yield redirect(site, old + address.removeprefix(new), address)
    promised = [line.address for line in site.addresses if "#" not in line.address]
    for old, gone in former.retired_by_address(site.library).items():
        below = (one for one in promised if one.startswith(old) and one.endswith("/"))
        for address in dict.fromkeys((old, *below)) if "#" not in old else ():
            yield _retired(site, address, gone)


def files(site: Site, outputs: Iterable[Output]) -> Iterator[Output]:
    """The files of what was renamed, under their former names too: a file cannot lead on. They are
    those to download, and those among `outputs` that hold a page as Markdown.
    """
    for kind, alias, id in former.renamed(site.library):
        for download in site.downloads:
            output = download.output
            folder, _, name = output.path.rpartition("/")
            if download.of == (kind.name, id) and name.startswith(id):
                yield output._replace(path=f"{folder}/{alias}{name.removeprefix(id)}")
    plain = {f"{new}{PLAIN}": f"{old}{PLAIN}" for old, new in former.moved(site.library).items()}
    for output in outputs:
        if output.path in plain:
            yield output._replace(path=plain[output.path])


def _retired(site: Site, address: str, gone: former.RetiredThing) -> Output:
    """The note in place of something retired. It is in no sitemap."""
    entry, one = gone.entry, gone.kind.singular_name
    about = PageMetadata(
        f"{entry.title}: a {one} of the past",
        f"This {one} is no longer in the library.",
        address,
        "examples_data/retired.yml",
        meta=('<meta name="robots" content="noindex">',),
        paper=False,
    )
    links = tuple(former.alternatives(site.library, entry))
    view = RetiredView(entry, one, links)
    shell = SHELLS[address.count("/")]
    return site.renderer.page(shell, "retired.html", about, view)._replace(page=False)
