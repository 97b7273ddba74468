"""What Word and PowerPoint files share: their properties, and reproducible bytes."""

from __future__ import annotations

import datetime
import io
from typing import Any

from . import archive

LANGUAGE = "en-GB"


def describe(office: Any, day: str, **values: str) -> None:
    """Sets the properties of a file: its title, subject, author and identifier. Its dates are the
    day of its version, whenever it was made.
    """
    when = datetime.datetime.fromisoformat(day)
    values |= {"language": LANGUAGE, "comments": "", "keywords": ""}
    for name, value in values.items():
        setattr(office.core_properties, name, value[:255])
    office.core_properties.last_modified_by = values["author"][:255]
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
    return archive.with_fixed_times(out.getvalue())
