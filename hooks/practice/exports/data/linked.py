"""The library as linked data: one JSON-LD file in the vocabularies of schema.org and SKOS. The
record of the data itself, in DCAT, is made in `catalogue`. Nothing has to be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from ... import licences
from ...kinds import KINDS, Kind, public
from ...library import days
from ...rendering.output import json_bytes, separated
from ...rendering.site import Site
from . import records

Node = dict[str, Any]
DESCRIPTIONS = ("summary", "description", "definition", "text", "note")
"""Fields that say in short what a thing is; the first that it has counts."""
LANGUAGE = "en-GB"


def graph(site: Site) -> Iterator[bytes]:
    """Every thing and every link, as JSON-LD, part by part."""
    nodes = (json_bytes(node) for part in (_sets(site), _things(site)) for node in part)
    start = b'{"@context":%b,"@graph":[\n' % json_bytes(_context(site))
    return chain((start,), separated(b",\n", nodes), (b"\n]}\n",))


def _context(site: Site) -> Node:
    return {
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "rel": f"{site.settings.url}api/v1/index.json#",
    }


def _sets(site: Site) -> Iterator[Node]:
    """The vocabularies, each a scheme of concepts."""
    for kind in public():
        if kind.is_vocabulary:
            title = kind.listing.title if kind.listing else kind.plural.capitalize()
            yield {
                "@id": _set(site, kind),
                "@type": ["skos:ConceptScheme", "schema:DefinedTermSet"],
                "schema:name": _words(title),
                "dcterms:title": _words(title),
                "schema:license": _id(licences.DEFAULT.url),
            }


def _things(site: Site) -> Iterator[Node]:
    for kind in public():
        for id, thing in site.library.all(kind.name).items():
            node = {"@id": records.url(site, kind, id), **_about(site, kind, thing)}
            yield {**node, **_links(site, kind, id)}


def _about(site: Site, kind: Kind, thing: Any) -> Node:
    """What a thing is, in the words of schema.org, and of SKOS where it is a term."""
    own = vars(thing)
    described = next((own[name] for name in DESCRIPTIONS if own.get(name)), None)
    description = described if isinstance(described, str) else None
    notice = own.get("notice", "")
    licence = licences.LICENCES[own.get("licence", licences.DEFAULT_ID)]
    day = days.last_changed(thing)
    node: Node = {
        "@type": ["schema:DefinedTerm" if kind.is_vocabulary else f"schema:{kind.schema_org}"],
        "schema:identifier": thing.id,
        "schema:name": _words(thing.title),
        "schema:description": _words(description or notice) if description or notice else None,
        "schema:disambiguatingDescription": _words(notice) if notice else None,
        "schema:inLanguage": LANGUAGE,
        "schema:dateCreated": _day(own.get("added", "")),
        "schema:dateModified": _day(day),
    }
    if kind.name == "source":  # a work of somebody else's
        published = {"schema:url": _id(thing.url) if thing.url else None}
        return _given({**node, "schema:inLanguage": None, **published})
    terms = _concept(site, kind, thing, description) if kind.is_vocabulary else {}
    terms.update(_matches(site, thing))
    types = [*node["@type"], *terms.pop("@type", ())]
    return _given({**node, "schema:license": _id(licence.url), **terms, "@type": types})


def _concept(site: Site, kind: Kind, thing: Any, description: str | None) -> Node:
    scheme = _id(_set(site, kind))
    return {
        "@type": ["skos:Concept"],
        "skos:prefLabel": _words(thing.title),
        "skos:altLabel": [_words(word) for word in getattr(thing, "also", ())] or None,
        "skos:definition": _words(description) if description else None,
        "skos:notation": thing.id,
        "skos:inScheme": scheme,
        "skos:topConceptOf": scheme,
        "schema:inDefinedTermSet": scheme,
    }


def _matches(site: Site, thing: Any) -> Node:
    """What a thing goes with in frameworks that other people use: the pages of those frameworks."""
    found: dict[str, dict[str, Node]] = {}
    for match in getattr(thing, "matches", ()):
        source = site.library.all("source")[match.source]
        if source.url:
            found.setdefault(f"skos:{match.how}Match", {})[source.url] = _id(source.url)
    return {name: list(pages.values()) for name, pages in found.items()}


def _links(site: Site, kind: Kind, id: str) -> Node:
    """The links of a thing: each under the name of its relation, and in the words of schema.org."""
    found: Node = {}
    for relation in records.shown_from(kind.name):
        other = KINDS[relation.target]
        ends = [_id(records.url(site, other, ref)) for ref in site.library.links(relation.name, id)]
        if ends:
            found[f"rel:{relation.name}"] = ends
            found.setdefault(f"schema:{relation.schema_org}", []).extend(ends)
    return found


def _set(site: Site, kind: Kind) -> str:
    return site.settings.url + kind.list_address


def _id(address: str) -> Node:
    return {"@id": address}


def _words(words: str) -> Node:
    return {"@value": words, "@language": LANGUAGE}


def _day(day: str) -> Node | None:
    return {"@value": day, "@type": "xsd:date"} if day else None


def _given(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
