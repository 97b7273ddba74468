"""What the form and editors work from: the schema, the choices, the messages. Published once as
JSON, and once as a script,
because a page that is opened from a folder cannot fetch JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from .. import messages
from ..checking import privacy
from ..checking.privacy.word_lists import FREE_MAIL, ROLE_MAIL
from ..checking.rules import all_rules
from ..contributing import choices
from ..digest import digest, plain_bytes
from ..reading.schema import json_schema
from ..rendering.output import Output
from ..rendering.site import Site


def files(site: Site) -> Iterator[Output]:
    """Every such file."""
    offered = choices.choices(site.library)
    named = choices.ids(site.library)
    settings = {
        "repository": site.settings.repository,
        "contact": site.settings.contact,
        "name": site.settings.name,
        "limit": privacy.LIMIT,
    }
    yield _file(
        site,
        "schema/example.schema.json",
        None,
        lambda _: json.dumps(json_schema(), indent=2, ensure_ascii=False),
    )
    yield _file(site, "schema/choices.json", offered, _json)
    yield _file(
        site,
        "schema/messages.json",
        None,
        lambda _: _json({**message_table(), "rules": all_rules()}),
    )
    yield _file(site, "schema/ids.json", named, _json)
    yield _file(site, "assets/form-data.js", [offered, settings], _form)
    yield _file(
        site,
        "assets/form-messages.js",
        None,
        lambda _: f"window.practiceForm.messages = {_json(message_table())};\n",
    )
    yield _file(
        site, "assets/form-ids.js", named, lambda ids: f"window.practiceForm.ids = {_json(ids)};\n"
    )


def _form(known: Any) -> str:
    offered, settings = known
    parts = {"schema": json_schema(), "choices": offered, "settings": settings}
    return f"window.practiceForm = {_json(parts)};\n"


def message_table() -> dict[str, Any]:
    """What every rule says, with places for values in braces."""
    guard = {
        name: {"what": s.what, "hint": s.hint, "hidden": s.hidden}
        for name, s in privacy.SAYINGS.items()
    }
    return {
        "sayings": {
            key: {"message": s.message, "hint": s.hint} for key, s in messages.SAYINGS.items()
        },
        "patterns": messages.PATTERNS,
        "privacy": guard,
        "limit": privacy.LIMIT,
        "mail": {"roles": sorted(ROLE_MAIL), "free": sorted(FREE_MAIL)},
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _file(site: Site, path: str, shown: Any, make: Callable[[Any], str]) -> Output:
    """A file that is made of what is shown, and of nothing else but code."""
    return Output(
        path, digest(site.code, path.encode(), plain_bytes(shown)), lambda: make(shown).encode()
    )
