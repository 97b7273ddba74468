"""The picture that other websites show beside a link to this one (Open Graph): the library as
cloth, with the name of the site.
"""

from __future__ import annotations

from typing import Any

from ..digest import digest, digest_json
from ..rendering import svg
from ..rendering.head import PICTURE
from ..rendering.output import Output
from ..rendering.site import Site


def output(site: Site, code_digest: bytes) -> Output:
    """The picture, 1200 by 630."""
    value = view(site)
    return Output(PICTURE, digest(code_digest, digest_json(value)), lambda: _render(value))


def _render(value: dict[str, Any]) -> bytes:
    from ..handouts import pdf  # the typesetter, which most builds do without

    return pdf.picture("picture.typ", value)


def view(site: Site) -> dict[str, Any]:
    """All that the picture shows, as plain values."""
    library = site.library
    rows = {id: n for n, id in enumerate(library.all("theme"))}
    columns = sorted(
        tuple(rows[t] for t in example.themes) for example in library.all("example").values()
    )
    return {
        "name": site.settings.name,
        "families": [t.family or "talk" for t in library.all("theme").values()],
        "columns": svg.merged(columns),
    }
