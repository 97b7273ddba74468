"""What the form and editors work from: the schema, the choices, the messages. Published once as JSON, and once as a script,
because a page that is opened from a folder cannot fetch JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..contributing import choices
from ..pages.output import Output
from ..pages.site import Site
from ..reading import privacy, sayings
from ..reading.kept import digest
from ..reading.privacy.word_lists import FREE_MAIL, ROLE_MAIL
from ..reading.rules import all_rules
from ..reading.schema import json_schema


def files(site: Site) -> Iterator[Output]:
    """Every such file."""
    offered = choices.choices(site.library)
    named = choices.ids(site.library)
    yield _file("schema/example.schema.json", json.dumps(json_schema(), indent=2, ensure_ascii=False))
    yield _file("schema/choices.json", _json(offered))
    yield _file("schema/messages.json", _json({**messages(), "rules": all_rules()}))
    yield _file("schema/ids.json", _json(named))
    settings = {"repository": site.settings.repository, "contact": site.settings.contact, "name": site.settings.name}
    parts = {"schema": json_schema(), "choices": offered, "messages": messages(), "settings": settings}
    yield _file("assets/form-data.js", f"window.practiceForm = {_json(parts)};\n")
    yield _file("assets/form-ids.js", f"window.practiceForm.ids = {_json(named)};\n")


def messages() -> dict[str, Any]:
    """What every rule says, with places for values in braces."""
    guard = {name: {"what": s.what, "hint": s.hint, "hidden": s.hidden} for name, s in privacy.SAYINGS.items()}
    return {
        "sayings": {key: {"message": s.message, "hint": s.hint} for key, s in sayings.SAYINGS.items()},
        "patterns": sayings.PATTERNS,
        "privacy": guard,
        "limit": privacy.LIMIT,
        "mail": {"roles": sorted(ROLE_MAIL), "free": sorted(FREE_MAIL)},
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _file(path: str, content: str) -> Output:
    raw = content.encode()
    return Output(path, digest(raw), lambda: raw)
