"""What the form and editors work from: the schema, the choices, the messages. Published once as
JSON, and once as a script, because a page that is opened from a folder cannot fetch JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .. import messages
from ..checking import privacy
from ..checking.expiry import DONE
from ..checking.privacy.lists import listed
from ..checking.rules import all_rules, facts
from ..contributing import choices, questions, short
from ..digest import digest
from ..reading import text_file
from ..reading.schema import json_schema
from ..rendering.output import Output, compact_json, ready
from ..rendering.site import Site
from . import form_guard


def files(site: Site) -> Iterator[Output]:
    """Every file that the form and editors work from."""
    offered = choices.choices(site.library)
    settings = {
        "repository": site.settings.repository,
        "contact": site.settings.contact,
        "name": site.settings.name,
        "mail": questions.MAIL_LEAD,
        "limit": privacy.LIMIT,
    }
    parts = {"schema": _untitled(json_schema()), "choices": offered, "settings": settings}
    table, ids = message_table(), compact_json(choices.ids(site.library))
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False)
    yield ready("schema/example.schema.json", schema)
    yield ready("schema/choices.json", compact_json(offered))
    yield ready("schema/messages.json", compact_json({**table, "rules": all_rules()}))
    yield ready("schema/ids.json", ids)
    yield _script("form-data", "practiceForm", compact_json(parts))
    messages = {
        **table,
        "form": questions.FORM_MESSAGES,
        "facts": {**facts(), "done": DONE["example"]},
    }
    del messages["sayings"]
    yield _script("form-messages", "practiceForm.messages", compact_json(messages))
    yield _script("form-ids", "practiceForm.ids", ids)
    yield Output("assets/form-patterns.js", digest(site.code_digest, b"form-patterns"), _patterns)
    yield _script("short-data", "practiceForm", compact_json(_short(settings)))


def _untitled(schema: Any) -> Any:
    """A schema without its titles: the form has labels of its own, and a first visit is light."""
    if isinstance(schema, list):
        return [_untitled(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _untitled(value)
        for key, value in schema.items()
        if key != "title" or not isinstance(value, str)
    }


def _script(name: str, variable: str, value: str) -> Output:
    return ready(f"assets/{name}.js", f"window.{variable} = {value};\n")


def _patterns() -> bytes:
    return f"window.practiceForm.guarded = {compact_json(form_guard.settings())};\n".encode()


SHORT_ONLY = ("kind", "consent", "added", "status")
"""Fields of a draft that the short form fills in by itself."""


def _short(settings: dict[str, str]) -> dict[str, Any]:
    """What the short form needs of all this: the fields that it fills, and the privacy guard."""
    asked = {box.name for step in short.STEPS for box in step.boxes}
    whole, table = json_schema(), message_table()
    properties = {
        name: {"format": "markdown"} if name in short.STORY else {}
        for name in whole["properties"]
        if name in asked or name in SHORT_ONLY
    }
    return {
        "schema": {"properties": properties},
        "choices": {"wordless": []},
        "settings": settings,
        "messages": {name: table[name] for name in ("privacy", "mail")},
        "hidden": _hidden_characters(),
        "note": short.NOTE,
    }


def _hidden_characters() -> str:
    """The characters that no file may hold, as a pattern of JavaScript."""
    escaped = text_file.HIDDEN.pattern.encode("unicode_escape").decode()
    return re.sub(r"\\U00([0-9a-f]{6})", r"\\u{\1}", escaped)


def message_table() -> dict[str, Any]:
    """The messages of every rule, with placeholders for values in braces."""
    guard = {
        name: {"what": s.what, "hint": s.hint, "hidden": s.hidden}
        for name, s in privacy.GUARD_MESSAGES.items()
    }
    return {
        "sayings": {
            key: {"message": s.message, "hint": s.hint} for key, s in messages.MESSAGES.items()
        },
        "patterns": messages.PATTERNS,
        "two_days": messages.TWO_DAYS,
        "privacy": guard,
        "limit": privacy.LIMIT,
        "mail": {"roles": sorted(listed("role-mail")), "free": sorted(listed("free-mail"))},
    }
