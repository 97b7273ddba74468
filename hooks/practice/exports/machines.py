"""What machines look for at the root of a site: a guide for language models, and a description of
the search for browsers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds import Kind, public
from ..library.library import Library
from ..rendering.output import Output, ready
from ..rendering.shell import text
from ..rendering.site import Site
from .data import records
from .data.escaping import escaped

MAX_NAME_LENGTH = 16
"""Characters in the short name of a search (OpenSearch 1.1)."""


def files(site: Site) -> Iterator[Output]:
    """llms.txt and opensearch.xml."""
    yield ready("llms.txt", llms(site))
    yield ready("opensearch.xml", opensearch(site))


def llms(site: Site) -> str:
    """The library in short with the way to its pages as Markdown (llmstxt.org)."""
    base, library = site.settings.url, site.library
    home = library.pages.get("index.md")
    counts = records.counts(library)
    parts = [
        f"# {site.settings.name}\n",
        f"> {escaped(home.summary if home else site.settings.name)}\n",
        "Every page with text of its own stands as Markdown at its address: `index.md` in place"
        " of `index.html`."
        " Examples can be withdrawn: read them anew, and do not keep copies for long."
        " Text is CC BY 4.0 unless a page names another licence.\n",
        "## Guides\n",
        *(
            f"- [{escaped(guide.title)}]({base}{guide.address}index.md): {escaped(guide.summary)}"
            for guide in library.all("guide").values()
        ),
        "\n## Lists\n",
        *(
            f"- [{kind.plural.capitalize()}]({base}{page}index.md): {counts[kind.name]}"
            for kind in public()
            for page in _pages(library, kind)
        ),
        "\n## Data\n",
        f"- [About the open data]({base}about/data/index.md)",
        f"- [What there is]({base}api/v1/index.json)",
        f"- [Description of the API]({base}api/v1/openapi.json)",
    ]
    return "\n".join(parts) + "\n"


def _pages(library: Library, kind: Kind) -> list[str]:
    """Where the things of a kind are listed: the page of the list, or the pages that they share."""
    if "{" in kind.list_address or not library.all(kind.name):
        return []
    lists = {other.list_address for other in public() if not other.shares_a_page}
    if kind.list_address in lists:
        return [kind.list_address]
    addresses = (library.address(kind.name, id) for id in library.all(kind.name))
    return sorted({address.partition("#")[0] for address in addresses})


def opensearch(site: Site) -> str:
    """How a browser searches the library."""
    name, base = site.settings.name, site.settings.url
    short = name if len(name) <= MAX_NAME_LENGTH else name.split()[0][:MAX_NAME_LENGTH]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{text(short)}</ShortName><LongName>{text(name)}</LongName>\n"
        f"<Description>Search {text(name)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding><Language>en-GB</Language>\n"
        f'<Url type="text/html" template="{base}examples/?q={{searchTerms}}"/>\n'
        f'<Image width="16" height="16" type="image/svg+xml">{base}assets/mark.svg</Image>\n'
        "</OpenSearchDescription>\n"
    )
