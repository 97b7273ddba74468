"""Pages as plain Markdown, at the address of the page: `index.md` beside `index.html`. For programs
that read text, and for people who take it into a document of their own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from ... import licences
from ...digest import digest, plain_bytes
from ...kinds import KINDS, Kind, KindName, is_kind, public
from ...library.library import Link
from ...library.relations import leading_from
from ...model import Page
from ...rendering.html import with_full_stop
from ...rendering.labels import SECTIONS
from ...rendering.output import Output
from ...rendering.site import Site
from . import escaping, records, schemas, tables
from .escaping import escaped

NAME = "index.md"
SAID_FIRST = ("notice", "summary", "description", "definition")
NOT_SAID = ("id", "title", *SAID_FIRST, "url", "source_url", "status", "order")
MAX_LISTED = 200
"""Links of one sort under a heading."""
BY_ID = re.compile(r"\[(?<!\\\[)([^\]]*)(?<!\\)\]\(([a-z-]+):(?!//)([^)\s]*)\)")
BARE = re.compile(r'"([a-z-]+:[^"\s]+)"')
"""A value that names a thing, in JSON."""
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
HEADING_ID = re.compile(r"(?m)^(#{1,6} .*?)[ \t]*\{#[\w-]+\}[ \t]*$")
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
COUNT = re.compile(r"<!--\s*practice:count(?:\s+kind=([a-z-]+))?\s*-->")
ATTRIBUTES = re.compile(r"\{[:.#][^}\n]*\}")
BOX = re.compile(r'(?m)^!!! \w+ "([^"\n]*)"\n((?:\n|    .*\n?)+)')
"""A box with a title, as MkDocs writes it."""
HEADINGS = {section.field: section.heading for section in SECTIONS}


class Listed(NamedTuple):
    """Links under the name of their relation."""

    name: str
    links: tuple[Link, ...]


def files(site: Site, docs: str) -> Iterator[Output]:
    """Every page that has text of its own."""
    found: dict[str, Output] = {}
    for page in chain(
        _own_pages(site), _shared_pages(site), _lists(site), _handwritten(site, docs)
    ):
        found.setdefault(page.path, page)
    yield from found.values()


def _own_pages(site: Site) -> Iterator[Output]:
    """The things that have a page each; guides are hand-written."""
    for kind in public():
        if kind.shares_a_page or kind.name == "guide":
            continue
        for id in site.library.all(kind.name):
            address = site.library.address(kind.name, id)
            covers = _covers(site, kind, id)
            yield _output(site, address, covers, partial(_thing_page, site, kind, id))


def _shared_pages(site: Site) -> Iterator[Output]:
    """The pages on which all things of a kind, or some, stand one after another."""
    for kind in public():
        pages: dict[str, list[str]] = {}
        for id in site.library.all(kind.name) if kind.shares_a_page else ():
            pages.setdefault(site.library.address(kind.name, id).partition("#")[0], []).append(id)
        for address, ids in pages.items():
            covers = digest(*(_covers(site, kind, id) for id in ids))
            yield _output(site, address, covers, partial(_shared, site, kind, ids, address))


def _covers(site: Site, kind: Kind, id: str) -> bytes:
    """The digest of all that is written of a thing: its own words, what its links by id are
    replaced by, and what is linked with it.
    """
    thing = site.library.all(kind.name)[id]
    own = site.library.file_digests.get(id, b"") if kind.name == "example" else b""
    named: list[str] = []
    if not own:
        own = records.own_bytes(kind, thing)
        text = own.decode()
        named = [_by_id(site, found) for found in BY_ID.finditer(text)]
        named += [_words(site, found[1]) for found in BARE.finditer(text)]
    lists = (*_forwards(site, kind, id), *_backwards(site, kind, id))
    links = [(listed.name, [tuple(link) for link in listed.links]) for listed in lists]
    return digest(own, plain_bytes((named, links)))


def _lists(site: Site) -> Iterator[Output]:
    """The pages that list things which have a page each."""
    for kind in public():
        if kind.shares_a_page or "{" in kind.list_address:
            continue
        make = partial(_list_of_all, site, kind)
        yield _output(site, kind.list_address, make(), make)


def _list_of_all(site: Site, kind: Kind) -> bytes:
    title = kind.listing.title if kind.listing else kind.plural.capitalize()
    links = [_link(site, site.library.link(kind.name, id)) for id in site.library.all(kind.name)]
    text = f"# {title}\n\n" + "".join(f"- {link}\n" for link in links)
    return (text + _foot(site, kind.list_address)).encode()


def _handwritten(site: Site, docs: str) -> Iterator[Output]:
    for page in site.library.pages.values():
        make = partial(_handwritten_page, site, page, os.path.join(docs, page.file))
        yield _output(site, page.address, make(), make)


def _output(site: Site, address: str, covers: bytes, make: Callable[[], bytes]) -> Output:
    path = f"{address}{NAME}"
    return Output(path, digest(site.code_digest, path.encode(), covers), make)


def _forwards(site: Site, kind: Kind, id: str) -> Iterator[Listed]:
    for r in records.shown_from(kind.name):
        if ids := site.library.links(r.name, id):
            yield Listed(r.forwards, tuple(site.library.link(r.target, ref) for ref in ids))


def _backwards(site: Site, kind: Kind, id: str) -> Iterator[Listed]:
    for r in records.shown_to(kind.name):
        if ids := site.library.linked_from(r.name, id)[:MAX_LISTED]:
            yield Listed(r.backwards, tuple(site.library.link(r.source, ref) for ref in ids))


def _thing_page(site: Site, kind: Kind, id: str) -> bytes:
    text = _thing(site, kind, id, "#") + _foot(site, site.library.address(kind.name, id))
    return text.encode()


def _shared(site: Site, kind: Kind, ids: list[str], address: str) -> bytes:
    things = "\n".join(_thing(site, kind, id, "##") for id in ids)
    return f"# {kind.plural.capitalize()}\n\n{things}{_foot(site, address)}".encode()


def _thing(site: Site, kind: Kind, id: str, marks: str) -> str:
    """A thing under a heading: what it is, what it names, its texts, and what names it."""
    thing = site.library.all(kind.name)[id]
    found, markdown = records.fields(kind, thing), schemas.markdown_names(kind)
    first = {name: found[name] for name in SAID_FIRST if isinstance(found.get(name), str)}
    own = escaping.escape_markdown(_own_fields(kind, found), markdown)
    long = schemas.markdown_fields(kind) | {
        name for name, value in own.items() if not _is_fact(value)
    }
    facts = [f"- {_label(n)}: {tables.cell(v)}" for n, v in own.items() if n not in long]
    facts += [_listed(site, listed) for listed in _forwards(site, kind, id)]
    if "source_url" in found:
        facts.append(f"- Published at: <{found['source_url']}>")
    texts = [_text(site, n, v, f"{marks}#") for n, v in own.items() if n in long]
    back = [_list(site, listed, f"{marks}#") for listed in _backwards(site, kind, id)]
    said = escaping.escape_markdown(first, markdown).values()
    blocks = [f"{marks} {escaped(thing.title)}", *said, "\n".join(facts), *texts, *back]
    return _with_addresses(site, "\n\n".join(block for block in blocks if block)) + "\n"


def _own_fields(kind: Kind, found: dict[str, Any]) -> dict[str, Any]:
    """The fields that are listed one by one: not its title by another name, and not ids, which are
    links.
    """
    links = {relation.field for relation in leading_from(kind.name)}
    return {
        name: value
        for name, value in found.items()
        if name not in NOT_SAID
        and value not in ([], "", found["title"])
        and (name not in links or _is_grouped(value))
    }


def _is_grouped(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _is_fact(value: Any) -> bool:
    """Whether a value fits on a line."""
    if isinstance(value, str):
        return "\n" not in value and len(value) < 60
    return not isinstance(value, list) or all(
        isinstance(item, str) and len(item) < 30 for item in value
    )


def _label(name: str) -> str:
    return HEADINGS.get(name, name.replace("_", " ").replace("-", " ").capitalize())


def _text(site: Site, name: str, value: Any, marks: str) -> str:
    """A field that takes more than a line, under its own heading."""
    if isinstance(value, list):
        parts = [_item(site, item, f"{marks}#") for item in value]
        return f"{marks} {_label(name)}\n\n" + "\n".join(parts)
    return f"{marks} {_label(name)}\n\n{_words(site, value).strip()}"


def _item(site: Site, item: Any, marks: str) -> str:
    """An item of a list: a line, or what it says field by field under its title."""
    if not isinstance(item, dict):
        return f"- {_words(site, item)}"
    rest = {name: v for name, v in item.items() if name not in ("id", "title", "deck") and v}
    if "title" not in item or "url" in item:
        said = [item["title"], *rest.values()] if "title" in item else rest.values()
        return "- " + " ".join(with_full_stop(str(v)) for v in said if not isinstance(v, list))
    lines = [f"{_label(name)}: {_words(site, value)}" for name, value in rest.items()]
    return f"{marks} {item['title']}\n\n" + "\n\n".join(lines) + "\n"


def _words(site: Site, value: Any) -> str:
    """A value in words; what is named as ``kind:id`` is a link, to its note if withdrawn."""
    if isinstance(value, list) and not _is_grouped(value):
        return ", ".join(_words(site, item) for item in value)
    words = str(tables.cell(value))
    kind, _, ref = words.partition(":")
    if is_kind(kind) and site.library.has_page(kind, ref):
        return _link(site, site.library.link(kind, ref))
    return words


def _listed(site: Site, listed: Listed) -> str:
    return f"- {listed.name}: {', '.join(_link(site, link) for link in listed.links)}"


def _list(site: Site, listed: Listed, marks: str) -> str:
    items = "\n".join(f"- {_link(site, link)}" for link in listed.links)
    return f"{marks} {listed.name}\n\n{items}"


def _link(site: Site, link: Link) -> str:
    return f"[{escaped(link.title)}]({site.settings.url}{link.address})"


def _with_addresses(site: Site, text: str) -> str:
    """A text whose links by id lead to pages."""
    return BY_ID.sub(partial(_by_id, site), text) if "](" in text else text


def _by_id(site: Site, found: re.Match[str]) -> str:
    words, kind, ref = found.groups()
    if not is_kind(kind):
        return found[0]
    if not words:
        source = site.library.all("source").get(ref)
        cited = escaped(source.cited_as) if source else ref
        return f"([{cited}]({_address(site, kind, ref)}))"
    return f"[{words}]({_address(site, kind, ref)})"


def _address(site: Site, kind: KindName, ref: str) -> str:
    known = site.library.has_page(kind, ref)
    return site.settings.url + (site.library.address(kind, ref) if known else "")


def _handwritten_page(site: Site, page: Page, path: str) -> bytes:
    """A page below docs/. What a directive would list is left out; of a guide, what belongs with it
    follows.
    """
    with open(path, encoding="utf-8") as file:
        body = COUNT.sub(partial(_count, site), FRONT.sub("", file.read()))
    body = ATTRIBUTES.sub("", COMMENT.sub("", HEADING_ID.sub(r"\1", body)))
    body = BOX.sub(_box, body).strip()
    kind = KINDS["guide"]
    back = _backwards(site, kind, page.id) if page.id else ()
    lists = [_list(site, listed, "##") for listed in back]
    title = escaped(page.title or site.settings.name)
    head = f"# {title}\n\n{escaped(page.summary)}".strip()
    text = _with_addresses(site, "\n\n".join((head, body, *lists)))
    return f"{text}\n{_foot(site, page.address)}".encode()


def _box(found: re.Match[str]) -> str:
    lines = [line.removeprefix("    ") for line in found[2].strip("\n").split("\n")]
    quoted = "\n".join(f"> {line}".rstrip() for line in (f"**{found[1]}**", "", *lines))
    return f"{quoted}\n\n"


def _count(site: Site, found: re.Match[str]) -> str:
    kind = found[1] or "example"
    return str(len(site.library.all(kind))) if is_kind(kind) else ""


def _foot(site: Site, address: str) -> str:
    """Where the page is, and under which licence."""
    return (
        f"\n---\n\n{site.settings.name}, <{site.settings.url}{address}>."
        f" {licences.DEFAULT.name}, unless it names another licence.\n"
    )
