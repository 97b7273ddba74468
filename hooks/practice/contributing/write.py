"""Plain values -> the YAML of an example, in the order and the style of the library; and the
template that explains every field.

The form on the site writes the same bytes (``assets/js/form-yaml.js``); a test holds the two equal.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..kinds import KINDS
from ..model import STORY_FIELDS
from ..reading.schema import json_schema
from . import questions

FIRST = "# yaml-language-server: $schema=../../schema/example.schema.json\n"
PLAIN = re.compile(r"[A-Za-z0-9À-ſ“‘£][^\n\t]*")
"""A text that may stand without quotes begins like this."""
SPECIAL = re.compile(r":(?: |$)| #|\s$")
NOTHING = frozenset(("null", "Null", "NULL"))
ID = re.compile(r"[a-z0-9#-]+")
"""An id, or a section of a guide."""
SENTENCE_END = re.compile(r"(?<=[.?!]) +(?=\S)")
OFTEN_NEEDED = ("about", "organisation", "nation", "checked_by_role")
"""Fields that some kinds of example need."""
NUMBERS = ("", "one", "two", "three", "four", "five", "six")
HEAD = Path(__file__).with_name("templates").joinpath("example.txt").read_text("utf-8")


def example(value: dict[str, Any]) -> str:
    """The file of an example. Fields without a value are left out."""
    names = [name for name in json_schema()["properties"] if value.get(name)]
    return FIRST + "".join(field(name, value[name]) for name in names)


def in_order(value: dict[str, Any]) -> dict[str, Any]:
    """The fields of an example in the order of the template; unknown ones come last."""
    return {name: value[name] for name in (*json_schema()["properties"], *value) if name in value}


def draft(value: dict[str, Any]) -> str:
    """The file of an example in the making: with every needed field that has no value yet,
    empty and explained.
    """
    schema = json_schema()
    lines = [FIRST]
    for name, about in schema["properties"].items():
        if value.get(name):
            lines.append(field(name, value[name]))
        elif name in schema["required"] or name in wanted(value):
            lines += (*_explained(name, about), *_blank(name, about))
    return "".join(lines)


def wanted(value: Mapping[str, Any]) -> tuple[str, ...]:
    """Fields that this kind of example needs besides."""
    real, kind = ("organisation", "nation"), value.get("kind")
    return {
        "illustrative": (),
        "published": (*real, "sources"),
        "contributed": (*real, "about", "checked_by_role"),
    }.get(kind if isinstance(kind, str) else "", real)


def field(name: str, value: Any) -> str:
    """One field of the top level."""
    if name in STORY_FIELDS:
        lines = "\n".join(
            line.rstrip() for line in str(value).strip().replace("\r\n", "\n").split("\n")
        )
        return f"{name}: |\n{textwrap.indent(lines, '  ')}\n"
    if name == "summary":
        sentences = SENTENCE_END.split(" ".join(str(value).split()))
        return f"{name}: >-\n" + "".join(f"  {sentence}\n" for sentence in sentences)
    if name == "period":
        return f"{name}: {{from: {value.get('from', '')}, to: {value.get('to', '')}}}\n"
    if isinstance(value, dict):
        return f"{name}:\n{_lines(value, '  ')}"
    if isinstance(value, list):
        return _list(name, value)
    return f"{name}: {scalar(value)}\n"


def _list(name: str, items: list[Any]) -> str:
    """Ids stand in one line; sentences and groups each begin a line of their own."""
    if all(isinstance(item, str) and ID.fullmatch(item) for item in items):
        return f"{name}: [{', '.join(items)}]\n"
    return f"{name}:\n" + "".join(
        f"  - {scalar(item)}\n" if isinstance(item, str) else f"  - {_lines(item, '    ')[4:]}"
        for item in items
    )


def _lines(group: dict[str, Any], indent: str) -> str:
    return "".join(f"{indent}{key}: {scalar(value)}\n" for key, value in group.items() if value)


def scalar(value: Any) -> str:
    """A text on one line, in quotes where it needs them."""
    text = " ".join(str(value).split())
    if PLAIN.fullmatch(text) and not SPECIAL.search(text) and text not in NOTHING:
        return text
    return "'" + text.replace("'", "''") + "'"


def template() -> str:
    """Every field with its explanation: the file that people copy."""
    schema = json_schema()
    lines = [FIRST.replace("../../", "../"), HEAD]
    for name, about in schema["properties"].items():
        if name in questions.TEMPLATE_HEADINGS:
            lines.append(f"\n# --- {questions.TEMPLATE_HEADINGS[name]} ---\n")
        prefix = "" if name in schema["required"] or name in OFTEN_NEEDED else "#"
        lines += (*_explained(name, about), *(f"{prefix}{line}" for line in _blank(name, about)))
    return "".join(lines)


def _explained(name: str, about: dict[str, Any]) -> Iterator[str]:
    """An empty line, and the lines of comment above a field."""
    yield "\n"
    limits = " ".join((*_limits(name, about), questions.TEMPLATE_HELP.get(name, "")))
    for sentence in (about["description"], limits):
        yield from (f"# {line}\n" for line in textwrap.wrap(sentence, 110))


def _limits(name: str, about: dict[str, Any]) -> Iterator[str]:
    own = non_null(about)
    kind = questions.NAMED.get(name)
    if own.get("maxLength") and own.get("minLength", 1) > 1:
        yield f"{own['minLength']} to {own['maxLength']} letters."
    if kind in KINDS and KINDS[kind].file.endswith(".yml"):
        yield f"{'Ids' if own.get('type') == 'array' else 'An id'} from {KINDS[kind].file}."
    if own.get("maxItems") and not own.get("minItems"):
        most = own["maxItems"]
        yield f"Up to {NUMBERS[most] if most < len(NUMBERS) else most}."
    if choices := _choices(about):
        yield choices
    if about.get("default"):
        yield f"Without this line it is {about['default']}."


def non_null(about: dict[str, Any]) -> dict[str, Any]:
    """What the schema says of a value, without its being optional."""
    return next((inner for inner in about.get("anyOf", ()) if inner.get("type") != "null"), about)


def group_of(about: dict[str, Any]) -> dict[str, Any]:
    """The fields of a field that is a group, or a list of groups; `{}` for any other."""
    own = non_null(about)
    ref = own.get("$ref") or own.get("items", {}).get("$ref")
    return dict(json_schema()["$defs"][ref.rsplit("/", 1)[-1]]["properties"]) if ref else {}


def _blank(name: str, about: dict[str, Any]) -> list[str]:
    """The lines of a field without a value."""
    if name in STORY_FIELDS:
        return [f"{name}: |\n", "\n"]
    if name == "summary":
        return [f"{name}: >-\n", "\n"]
    is_list = non_null(about).get("type") == "array"
    lines = list(_blank_group(group_of(about)))
    if not lines:
        return [f"{name}: {'[]' if is_list else about.get('default') or ''}".rstrip() + "\n"]
    first = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    prefix, indent = ("  - ", "    ") if is_list else ("  ", "  ")
    return [
        f"{name}:\n",
        *(f"  {line}" for line in lines[:first]),
        f"{prefix}{lines[first]}",
        *(f"{indent}{line}" for line in lines[first + 1 :]),
    ]


def _blank_group(fields: dict[str, Any]) -> Iterator[str]:
    for name, about in fields.items():
        yield from (f"# {line}\n" for line in textwrap.wrap(about["description"], 106))
        if choices := _choices(about):
            yield f"# {choices}\n"
        yield f"{name}:\n"


def _choices(about: dict[str, Any]) -> str:
    """The choices of a field, where its description does not name them."""
    choices = non_null(about).get("enum", ())
    if all(choice in about["description"] for choice in choices):
        return ""
    return f"One of: {', '.join(choices)}."
