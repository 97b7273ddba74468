"""The headers of the site, in the file that Netlify, Cloudflare Pages and others read.

Hosts without it have the policy in each page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..rendering import head
from ..rendering.output import Output, ready

EVERYWHERE = (
    "Referrer-Policy: strict-origin-when-cross-origin",
    "X-Content-Type-Options: nosniff",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
)
EMBED_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none';"
    " form-action 'none'; frame-ancestors *"
)
"""Cards are made to stand in frames of other websites. Everything else is not."""
EMBEDS = "embed"
OPEN = ("api", "data", "feeds", "schema")
"""Folders of open data: scripts of other websites may read them. No page lies there."""


def files(pages: Sequence[str]) -> Iterator[Output]:
    """The headers for some pages, given by their paths in the site.

    Each folder has a policy of its own: hosts would join two that match one page.
    """
    folders = sorted({path.split("/")[0] for path in pages if "/" in path} | {EMBEDS})
    places = ["/", *(f"/{folder}/*" for folder in folders)]
    rules = [
        ("/*", EVERYWHERE),
        *((place, (f"Content-Security-Policy: {_policy(place)}",)) for place in places),
        *((f"/{folder}/*", ("Access-Control-Allow-Origin: *",)) for folder in OPEN),
    ]
    text = "".join(
        f"{place}\n" + "".join(f"  {line}\n" for line in lines) for place, lines in rules
    )
    yield ready("_headers", text)


def _policy(place: str) -> str:
    return EMBED_POLICY if place == f"/{EMBEDS}/*" else f"{head.POLICY}; frame-ancestors 'none'"
