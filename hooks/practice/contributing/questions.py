"""How an example is asked for: the order of the fields, their names in plain words, and what each
choice means.

The form on the site and `practice new` both ask by the tables in questions.json. What a field is
for is written in the model alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from ..library.relations import leading_from


class Part(NamedTuple):
    """Fields that are asked for together."""

    id: str
    title: str
    lead: str
    fields: list[str]


_TABLES = json.loads(Path(__file__).with_suffix(".json").read_bytes())
PARTS = tuple(Part(**part) for part in _TABLES["parts"])
"""Every field of an example, once."""
LABELS: dict[str, str] = _TABLES["labels"]
"""What a field is called, where its own name with spaces does not do."""
OPTIONS: dict[str, dict[str, str]] = _TABLES["options"]
"""What each choice means, by the path of its field."""
REQUIRED_WHEN: dict[str, str] = _TABLES["needed"]
"""When a field is needed that the schema does not ask for, by its path; empty where it is needed
whenever it is asked for. All others are optional.
"""
SINGULAR: dict[str, str] = _TABLES["singular"]
"""What one item of a list is called."""
HELP: dict[str, str] = _TABLES["help"]
"""What the form explains, by the path of a field, where the file's own words would say the label or
the choices twice, or ask for YYYY-MM-DD.
"""
APPLIES: dict[str, dict[str, list[str]]] = _TABLES["applies"]
"""Fields that are asked for only when another has one of these values."""
ASKS: dict[str, str] = _TABLES["asks"]
"""What only the sender knows, by the field that lacks it. All else an editor writes."""
HEADINGS: dict[str, list[str]] = _TABLES["headings"]
"""Other headings that people use, by field."""
INNER_HEADINGS: dict[str, str] = _TABLES["inner_headings"]
"""Headings of values inside a group, with their paths."""
TEMPLATE_HEADINGS: dict[str, str] = _TABLES["template_headings"]
"""Headings of the template, by the field below each."""
TEMPLATE_HELP: dict[str, str] = _TABLES["template_help"]
"""What a contributor should know besides, by field."""
ISSUE: dict[str, Any] = _TABLES["issue"]
MAIL_LEAD: str = _TABLES["mail_lead"]
"""What an email of our forms begins with. Its last line stands before the draft."""
ISSUE_LEAD: str = _TABLES["issue_lead"]
ISSUE_BODY: list[dict[str, str]] = _TABLES["issue_body"]
"""The head of the issue form, its first words, and what it asks for: each row has the type of the
control, and a field or an id.
"""
FORM_MESSAGES: dict[str, str] = _TABLES["messages"]
"""What the form says of a mistake: one sentence, in the words of the field's label, that says what
to do. `practice check` speaks to people who write files, by the table in messages.json. A key here
is a key there, with the path of a field behind a colon where one field needs words of its own.
"""

NAMED = {
    relation.field: relation.target
    for relation in leading_from("example")
    if not relation.attribute
}
"""Fields that hold ids, with the kind that they name."""


def label(field: str) -> str:
    """What a field is called in plain words."""
    return LABELS.get(field) or field.replace("_", " ").capitalize()
