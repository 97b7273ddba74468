"""References to the whole library for reference managers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..digest import digest, plain_bytes
from ..rendering.output import Output
from ..rendering.site import Site

Entry = tuple[str, str, str, str]
"""key, title, the day it was added, address"""

BIBTEX_SIGNS = str.maketrans(
    {
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
        "{": r"\{",
        "}": r"\}",
        "~": r"\~{}",
        "^": r"\^{}",
        "\\": r"\textbackslash{}",
    }
)


def files(site: Site) -> Iterator[Output]:
    """One file of each format."""
    entries = tuple(_entries(site))
    for name, form in (("bib", bibtex), ("ris", ris), ("csl.json", csl)):
        key = digest(
            site.code,
            name.encode(),
            site.settings.url.encode(),
            site.settings.name.encode(),
            plain_bytes(entries),
        )
        yield Output(
            f"downloads/outcomes-in-practice.{name}",
            key,
            lambda form=form: form(site, entries).encode(),
        )


def _entries(site: Site) -> Iterator[Entry]:
    for id, example in site.library.all("example").items():
        yield id, example.title, example.added, f"examples/{id}/"
    for id, session in site.library.all("session").items():
        yield f"session-{id}", session.title, session.added, f"sessions/{id}/"
    for id, guide in site.library.all("guide").items():
        yield f"guide-{id}", guide.title, site.settings.day, guide.address


def bibtex(site: Site, entries: tuple[Entry, ...]) -> str:
    """BibTeX, with the signs that TeX reads as commands escaped."""
    name, url = site.settings.name, site.settings.url
    return "".join(
        f"@online{{{key},\n  author = {{{{{name}}}}},\n  title ="
        f" {{{title.translate(BIBTEX_SIGNS)}}},\n  year = {{{day[:4]}}},\n  url ="
        f" {{{url}{address}}}\n}}\n\n"
        for key, title, day, address in entries
    )


def ris(site: Site, entries: tuple[Entry, ...]) -> str:
    """RIS: a line a field, each reference closed by ER."""
    name, url = site.settings.name, site.settings.url
    return "".join(
        f"TY  - ELEC\nID  - {key}\nAU  - {name}\nTI  - {title}\nPY  - {day[:4]}\nPB  - {name}\nUR "
        f" - {url}{address}\nLA  - en-GB\nER  - \n\n"
        for key, title, day, address in entries
    )


def csl(site: Site, entries: tuple[Entry, ...]) -> str:
    """CSL-JSON, as citation processors read it."""
    name, url = site.settings.name, site.settings.url
    told = [
        {
            "id": key,
            "type": "webpage",
            "title": title,
            "author": [{"literal": name}],
            "container-title": name,
            "issued": {"date-parts": [[int(part) for part in day.split("-")]]},
            "URL": url + address,
            "language": "en-GB",
        }
        for key, title, day, address in entries
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)
