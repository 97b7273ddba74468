"""What the form and editors work from: the schema, the choices, the messages. Published once as
JSON, and once as a script,
because a page that is opened from a folder cannot fetch JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .. import messages
from ..checking import privacy
from ..checking.privacy.word_lists import FREE_MAIL, ROLE_MAIL
from ..checking.rules import all_rules
from ..contributing import choices
from ..reading.schema import json_schema
from ..rendering.output import Output, compact_json, ready
from ..rendering.site import Site


def files(site: Site) -> Iterator[Output]:
    """Every such file."""
    offered = choices.choices(site.library)
    settings = {
        "repository": site.settings.repository,
        "contact": site.settings.contact,
        "name": site.settings.name,
        "limit": privacy.LIMIT,
    }
    parts = {"schema": json_schema(), "choices": offered, "settings": settings}
    table, ids = message_table(), compact_json(choices.ids(site.library))
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False)
    yield ready("schema/example.schema.json", schema)
    yield ready("schema/choices.json", compact_json(offered))
    yield ready("schema/messages.json", compact_json({**table, "rules": all_rules()}))
    yield ready("schema/ids.json", ids)
    yield _script("form-data", "practiceForm", compact_json(parts))
    yield _script("form-messages", "practiceForm.messages", compact_json(table))
    yield _script("form-ids", "practiceForm.ids", ids)


def _script(name: str, variable: str, value: str) -> Output:
    return ready(f"assets/{name}.js", f"window.{variable} = {value};\n")


def message_table() -> dict[str, Any]:
    """The messages of every rule, with placeholders for values in braces."""
    guard = {
        name: {"what": s.what, "hint": s.hint, "hidden": s.hidden}
        for name, s in privacy.SAYINGS.items()
    }
    return {
        "sayings": {
            key: {"message": s.message, "hint": s.hint} for key, s in messages.MESSAGES.items()
        },
        "patterns": messages.PATTERNS,
        "privacy": guard,
        "limit": privacy.LIMIT,
        "mail": {"roles": sorted(ROLE_MAIL), "free": sorted(FREE_MAIL)},
    }
