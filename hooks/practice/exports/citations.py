"""References to the whole library for reference managers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from pydantic_core import to_json

from .. import licences
from ..digest import digest, digest_json
from ..kinds import KindName
from ..rendering.cite import as_family_name
from ..rendering.output import Output
from ..rendering.site import Site
from ..teaching import NOTICE


class Entry(NamedTuple):
    """A page that can be cited."""

    key: str
    title: str
    day: str
    """The day it was added."""
    address: str
    note: str = ""
    """The licence of the example, where that is not the site's, or that it is made up."""


MADE_UP: tuple[KindName, ...] = ("scenario", "conversation")
NAMED_CHARACTERS = {"~": "textasciitilde{}", "^": "textasciicircum{}", "\\": "textbackslash{}"}
BIBTEX_ESCAPES = str.maketrans(
    {char: "\\" + NAMED_CHARACTERS.get(char, char) for char in (*"&%#_${}", *NAMED_CHARACTERS)}
)


def files(site: Site) -> Iterator[Output]:
    """One file of each format."""
    entries, settings = tuple(_entries(site)), (site.settings.url, site.settings.name)
    for name, form in (("bib", bibtex), ("ris", ris), ("csl.json", csl)):
        key = digest(site.code_digest, digest_json(name, settings, entries))
        yield Output(f"downloads/outcomes-in-practice.{name}", key, partial(form, site, entries))


def _entries(site: Site) -> Iterator[Entry]:
    for id, example in site.library.all("example").items():
        licence = licences.other(example.licence)
        note = f"Text under the licence {licence.name}" if licence else ""
        yield Entry(id, example.title, example.added, f"examples/{id}/", note)
    for id, session in site.library.all("session").items():
        yield Entry(f"session-{id}", session.title, session.added, f"sessions/{id}/")
    for kind in MADE_UP:
        for id, thing in site.library.all(kind).items():
            address, added = site.library.address(kind, id), getattr(thing, "added", "")
            yield Entry(f"{kind}-{id}", thing.title, added, address, NOTICE)
    for id, guide in site.library.all("guide").items():
        yield Entry(f"guide-{id}", guide.title, site.settings.day, guide.address)


def bibtex(site: Site, entries: tuple[Entry, ...]) -> bytes:
    """BibTeX, with the characters that TeX reads as commands escaped."""
    name, url = site.settings.name, site.settings.url
    return "".join(
        f"@online{{{e.key},\n  author = {{{{{name}}}}},\n"
        f"  title = {{{_tex(e.title)}}},\n  year = {{{e.day[:4]}}},\n"
        + (f"  note = {{{e.note}}},\n" if e.note else "")
        + f"  url = {{{url}{e.address}}}\n}}\n\n"
        for e in entries
    ).encode()


def _tex(words: str) -> str:
    """Words as TeX shows them: no commands, nor what TeX makes a dash or a quotation mark of."""
    words = words.translate(BIBTEX_ESCAPES)
    return re.sub(r"([-'`])(?=\1)", r"\1{}", words)


def ris(site: Site, entries: tuple[Entry, ...]) -> bytes:
    """RIS: a line a field, each reference closed by ER."""
    name, url = site.settings.name, site.settings.url
    return "".join(
        f"TY  - ELEC\nID  - {e.key}\nAU  - {as_family_name(name)}\n"
        f"TI  - {e.title}\nPY  - {e.day[:4]}\n"
        f"PB  - {name}\nUR  - {url}{e.address}\n"
        + (f"N1  - {e.note}\n" if e.note else "")
        + "LA  - en-GB\nER  - \n\n"
        for e in entries
    ).encode()


def csl(site: Site, entries: tuple[Entry, ...]) -> bytes:
    """CSL-JSON, as citation processors read it."""
    name, url = site.settings.name, site.settings.url
    references = [_csl(name, url, e) for e in entries]
    return to_json(references, indent=1)


def _csl(name: str, url: str, entry: Entry) -> dict[str, Any]:
    reference = {
        "id": entry.key,
        "type": "webpage",
        "title": entry.title,
        "author": [{"literal": name}],
        "container-title": name,
        "issued": {"date-parts": [[int(part) for part in entry.day.split("-")]]},
        "URL": url + entry.address,
        "language": "en-GB",
    }
    return {**reference, "note": entry.note} if entry.note else reference
