"""A record of the data for catalogues of open data, in DCAT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ... import licences
from ...library import days
from ...rendering.output import Output, compact_json, ready
from ...rendering.site import Site
from . import bulk, records

PATH = "data/catalogue.jsonld"
FORMS = {
    ".xlsx": (
        "Excel workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ".csv": ("Examples as CSV", "text/csv"),
    ".json": ("Everything as JSON", "application/json"),
    ".jsonl": ("Examples as JSON Lines", "application/jsonl"),
    ".sqlite": ("SQLite database", "application/vnd.sqlite3"),
    ".jsonld": ("Linked data as JSON-LD", "application/ld+json"),
    "-files.zip": ("The files from which the library is made", "application/zip"),
}
"""What each file ends in, what it is, and its media type."""
TYPES = "https://www.iana.org/assignments/media-types/"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/ENG"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def files(site: Site) -> Iterator[Output]:
    """The record of the open data in DCAT."""
    yield ready(PATH, compact_json({"@context": CONTEXT, "@graph": _graph(site)}))


def _graph(site: Site) -> list[dict[str, Any]]:
    base = site.settings.url
    dataset, publisher = f"{base}about/data/#whole", {"@id": f"{base}about/"}
    title = {"@value": site.settings.name, "@language": "en"}
    common = {
        "dcterms:title": title,
        "dcterms:description": _description(site),
        "dcterms:publisher": publisher,
        "dcterms:license": {"@id": licences.DEFAULT.url},
        "dcterms:language": {"@id": LANGUAGE},
    }
    newest = days.newest(site.library) or site.settings.day
    modified = {"dcterms:modified": {"@value": newest, "@type": "xsd:date"}}
    return [
        {
            "@id": f"{base}{PATH}#catalogue",
            "@type": "dcat:Catalog",
            **common,
            "dcat:dataset": {"@id": dataset},
            "foaf:homepage": {"@id": base},
        },
        {
            "@id": dataset,
            "@type": "dcat:Dataset",
            **common,
            **modified,
            "dcat:landingPage": {"@id": f"{base}about/data/"},
            "dcat:keyword": ["personal outcomes", "social care", "health", "practice examples"],
            "dcat:version": records.SCHEMA_VERSION,
            "dcat:distribution": [_distribution(site, suffix) for suffix in FORMS],
        },
        {**publisher, "@type": "foaf:Agent", "foaf:name": site.settings.name},
    ]


def _description(site: Site) -> dict[str, str]:
    counts = records.counts(site.library)
    words = (
        f"{counts['example']} practice examples from health and social care, with guides, key"
        " points, sources and the vocabularies that link them."
    )
    return {"@value": words, "@language": "en"}


def _distribution(site: Site, suffix: str) -> dict[str, Any]:
    address, (title, media) = f"{site.settings.url}{bulk.NAME}{suffix}", FORMS[suffix]
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcterms:title": {"@value": title, "@language": "en"},
        "dcterms:license": {"@id": licences.DEFAULT.url},
        "dcat:accessURL": {"@id": f"{site.settings.url}about/data/"},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": TYPES + media},
    }
