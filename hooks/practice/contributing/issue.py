"""An issue that was sent by the form at the code host, or an email that one of our forms wrote ->
the file of an example; and the form at the code host itself, from the schema and the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .. import licences
from ..reading import document, text_file
from ..reading.folder import Reading
from ..reading.schema import json_schema
from . import headings, questions, write
from .names import Names

FILE = "Text from the form on our site"
"""The heading under which a whole file may be pasted."""
MAIL_MARK = questions.MAIL_LEAD.rstrip().rpartition("\n")[2]
"""The line behind which an email of our forms holds the draft."""
FENCE = re.compile(r"^```\w*\n(.*?)\n?```$", re.DOTALL)


def file(body: str, names: Names, day: str) -> str:
    """The file that the text of an issue or of an email makes. An issue came in on a day; our own
    forms write that themselves.
    """
    found = sections(body)
    for mark in () if found else (MAIL_MARK, write.FIRST):  # the second began emails before
        _, began, draft = body.replace("\r\n", "\n").partition(mark)
        if began:
            return _from_mail(draft.lstrip())
    answered = [section for section in found if section.text != headings.NO_ANSWER]
    pasted = next((section.text for section in answered if section.heading == FILE), "")
    fenced = FENCE.match(pasted)
    whole = (fenced[1] if fenced else pasted).strip()
    if whole:
        return f"{whole}\n"
    value, left = headings.values(
        [section for section in found if section.heading not in (FILE, "Before you send it")], names
    )
    return write.draft({"kind": "contributed", "added": day, **value}) + headings.comments(left)


def _from_mail(draft: str) -> str:
    """The file of a draft that an email ends with, without the words behind it.

    Mail programs break long lines; what they broke off begins a line, and is put back.
    """
    lines = [write.FIRST.rstrip()]
    for line in draft.split("\n"):
        whole = not line or line.startswith((" ", "#")) or line.partition(":")[0] in _fields()
        if whole:
            lines.append(line.rstrip())
        elif not lines[-1] or lines[-1].startswith("#"):
            break
        else:
            lines[-1] += f" {line.strip()}"
    return "\n".join(lines).rstrip("\n") + "\n"


def _fields() -> set[str]:
    return set(json_schema()["properties"])


def sections(body: str) -> list[headings.Section]:
    """The answers of an issue: the code host writes each under a heading of the third level.

    A heading inside a block of code does not count.
    """
    found: list[tuple[str, list[str]]] = []
    fenced = False
    for line in body.replace("\r\n", "\n").split("\n"):
        fenced ^= line.startswith("```")
        if line.startswith("### ") and not fenced:
            found.append((line[4:].strip(), []))
        elif found:
            found[-1][1].append(line)
    return [headings.Section(heading, "\n".join(lines).strip()) for heading, lines in found]


def title(text: str) -> str:
    """The title that a file gives, or `""`."""
    try:
        value = document.read(text.encode(), "example.yml").value
    except text_file.ReadError:
        return ""
    return str(value.get("title") or "") if isinstance(value, dict) else ""


def form(reading: Reading) -> str:
    """The form for the code host, as its file under .github/ISSUE_TEMPLATE/."""
    whole = {**questions.ISSUE, "body": list(_body(reading))}
    dumped: str = yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=1000)
    return f"# Written by `practice issue-form` from the schema and the lists.\n{dumped}"


def _body(reading: Reading) -> Iterator[dict[str, Any]]:
    yield {"type": "markdown", "attributes": {"value": questions.ISSUE_LEAD}}
    for row in questions.ISSUE_BODY:
        field = row.get("field", "")
        first, _, inner = field.partition(".")
        about = json_schema()["properties"].get(first, {})
        about = write.group_of(about)[inner] if inner else about
        attributes = {
            "label": row.get("label") or questions.label(inner or first),
            "description": row.get("description") or about.get("description"),
            "render": row.get("render"),
            "options": _options(reading, row["type"], field),
        }
        yield {
            "type": row["type"],
            "id": row.get("id") or inner or first,
            "attributes": {name: value for name, value in attributes.items() if value},
        }


def _options(reading: Reading, kind: str, field: str) -> list[Any]:
    """What can be chosen or ticked."""
    if field in questions.OPTIONS:
        return list(questions.OPTIONS[field].values())
    if kind not in ("dropdown", "checkboxes"):
        return []
    if not field:
        words = "Nobody who uses support can be recognised in it, and I may share it under"
        return [{"label": f"{words} {licences.DEFAULT.name}.", "required": True}]
    titles = [thing.title for thing in reading.known(questions.NAMED[field])]
    return titles if kind == "dropdown" else [{"label": title} for title in titles]
