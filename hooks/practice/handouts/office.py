"""What Word and PowerPoint share: the theme's letters and colours, the properties of a file, and
its steady bytes.
"""

from __future__ import annotations

import datetime
import io
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from . import archive

INK, SOFT, LINE, EDGE = "1b2624", "414d49", "d9d3c5", "6d766f"
LINK, VISITED = "0a4f4a", "5d3468"
TEACH, TINT = "7a3310", "fbeadb"
WEFT = "2f4541"
THREADS = ("b04a2b", "a37609", "2a6f97", "80508c", "567a2c")
"""The five threads, those of the door to teaching first."""
LETTERS = "Arial"
"""A file to edit must look the same on a locked-down work computer, and Arial is on all of them."""
LANGUAGE = "en-GB"

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = {
    "dk1": INK,
    "lt1": "ffffff",
    "dk2": TEACH,
    "lt2": TINT,
    "hlink": LINK,
    "folHlink": VISITED,
    **{f"accent{n}": colour for n, colour in enumerate((TEACH, *THREADS), 1)},
}


def theme(raw: bytes) -> bytes:
    """A theme part with our colours and letters."""
    root = etree.fromstring(raw)
    scheme = root.find(f".//{_DRAWING}clrScheme")
    for name, colour in _THEME.items():
        slot = scheme.find(f"{_DRAWING}{name}")
        slot[:] = [etree.Element(f"{_DRAWING}srgbClr", val=colour)]
    for font in root.iterfind(f".//{_DRAWING}fontScheme/*/{_DRAWING}latin"):
        font.set("typeface", LETTERS)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def theme_part(part: Any) -> Any:
    """The theme that a part uses."""
    return next(rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/theme"))


def describe(office: Any, *, title: str, subject: str, author: str, url: str, day: str) -> None:
    """Sets the properties of a file. Its dates are the day of its version, whenever it was made."""
    when = datetime.datetime.fromisoformat(day)
    values = {
        "title": title,
        "subject": subject,
        "author": author,
        "identifier": url,
        "language": LANGUAGE,
        "comments": "",
        "keywords": "",
    }
    for name, value in values.items():
        setattr(office.core_properties, name, value[:255])
    office.core_properties.last_modified_by = author[:255]
    office.core_properties.revision = 1
    office.core_properties.created = office.core_properties.modified = when


def saved(office: Any, relations: Any) -> bytes:
    """The bytes of a file, without the picture of an empty page that its template brought.

    `relations` are those of its package.
    """
    for id in [id for id, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        relations.pop(id)
    out = io.BytesIO()
    office.save(out)
    return archive.steady(out.getvalue())
