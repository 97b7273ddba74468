"""An issue that was sent by the form at the code host, or an e-mail that one of our forms wrote ->
the file of an example; and the form at the code host itself, from the schema and the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
FENCE = re.compile(r"^```\w*\n(.*?)\n?```$", re.DOTALL)
CHOICES = ("settings", "themes", "roles", "components", "knowledge")
"""Fields of which several are ticked."""
STORY = ("context", "what_they_did", "what_changed", "what_helped", "what_got_in_the_way", "limits")


def file(body: str, names: Names, day: str) -> str:
    """The file that the text of an issue or of an e-mail makes. An issue came in on a day; our own
    forms write that themselves.
    """
    found = sections(body)
    if not found and write.FIRST in body.replace("\r\n", "\n"):
        return _from_mail(body.replace("\r\n", "\n"))
    pasted = next(
        (
            section.text
            for section in found
            if section.heading == FILE and section.text != headings.NO_ANSWER
        ),
        "",
    )
    fenced = FENCE.match(pasted)
    whole = (fenced[1] if fenced else pasted).strip()
    if whole:
        return f"{whole}\n"
    value, left = headings.values(
        [section for section in found if section.heading not in (FILE, "Before you send it")], names
    )
    return write.draft({"kind": "contributed", "added": day, **value}) + headings.comments(left)


def _from_mail(body: str) -> str:
    """The file inside an e-mail, without the words around it.

    Mail programs break long lines; what they broke off begins a line, and is put back.
    """
    lines: list[str] = []
    for line in (write.FIRST + body.partition(write.FIRST)[2]).split("\n"):
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

    A heading inside a block of code is none.
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
    """The title that a file gives, or nothing."""
    try:
        value = document.read(text.encode(), "example.yml").value
    except text_file.Fault:
        return ""
    return str(value.get("title") or "") if isinstance(value, dict) else ""


def form(reading: Reading) -> str:
    """The form for the code host, as its file under .github/ISSUE_TEMPLATE/."""
    whole = {**questions.ISSUE, "body": list(_body(reading))}
    dumped: str = yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=1000)
    return f"# Written by `practice issue-form` from the schema and the lists.\n{dumped}"


def _body(reading: Reading) -> Iterator[dict[str, Any]]:
    yield {"type": "markdown", "attributes": {"value": questions.ISSUE_LEAD}}
    pasted = "Only if you come from there. Then leave all the rest empty."
    yield _field("textarea", "yaml", FILE, pasted, render="yaml")
    yield from _what_and_where(reading)
    for name in STORY:
        yield _labelled("textarea", name)
    several = "One to five questions, one on each line."
    yield _field("textarea", "questions", questions.label("questions"), several)
    yield from _source_and_agreement()
    words = "Nobody who uses support can be recognised in it, and I may share it under"
    looked = [{"label": f"{words} {licences.DEFAULT.name}.", "required": True}]
    yield _choices("checkboxes", "looked", "Before you send it", options=looked)


def _what_and_where(reading: Reading) -> Iterator[dict[str, Any]]:
    about = json_schema()["properties"]
    yield _field("input", "title", "Title", about["title"]["description"])
    yield _field("textarea", "summary", "Summary", about["summary"]["description"])
    yield _options("kind", about["kind"]["description"])
    yield _options("about", about["about"]["description"])
    for name in ("organisation", "place", "period"):
        yield _labelled("input", name)
    nations = [nation.title for nation in reading.known("nation")]
    yield _choices("dropdown", "nation", "Nation", about["nation"]["description"], nations)
    for name in CHOICES:
        options = [{"label": thing.title} for thing in reading.known(questions.NAMED[name])]
        description = about[name]["description"]
        yield _choices("checkboxes", name, questions.label(name), description, options)


def _source_and_agreement() -> Iterator[dict[str, Any]]:
    source = json_schema()["$defs"]["Citation"]["properties"]
    consent = json_schema()["$defs"]["Consent"]["properties"]
    for name in ("title", "publisher", "year", "url"):
        label = f"Source: {'web address' if name == 'url' else name}"
        yield _field("input", f"source_{name}", label, source[name]["description"])
    yield _options("sources.read", source["read"]["description"])
    yield _options("consent.basis", consent["basis"]["description"])
    for name in headings.CONSENT[1:]:
        yield _field("input", name, questions.label(name), consent[name]["description"])
    yield _labelled("input", "checked_by_role")
    yield _field("input", "thanks", "Name to thank", "Only if you wish to be thanked by name.")


def _labelled(kind: str, name: str) -> dict[str, Any]:
    """A field of an example, with its own label and description."""
    description = json_schema()["properties"][name]["description"]
    return _field(kind, name, questions.label(name), description)


def _field(kind: str, id: str, label: str, description: str, **more: str) -> dict[str, Any]:
    return {
        "type": kind,
        "id": id,
        "attributes": {"label": label, "description": description, **more},
    }


def _options(path: str, description: str) -> dict[str, Any]:
    last = path.rsplit(".", 1)[-1]
    options = list(questions.OPTIONS[path].values())
    return _choices("dropdown", last, questions.label(last), description, options)


def _choices(
    kind: str, id: str, label: str, description: str = "", options: Sequence[Any] = ()
) -> dict[str, Any]:
    more = {"description": description} if description else {}
    return {
        "type": kind,
        "id": id,
        "attributes": {"label": label, **more, "options": list(options)},
    }
