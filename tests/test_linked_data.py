"""The linked data: rdflib reads it, its shapes hold, and it has every thing and every link."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SKOS
from tests.conftest import ROOT
from tests.open_data import graph_of, site_of
from tests.test_kinds import SMALL, read, thread  # noqa: F401 - a fixture

from practice.exports.data import bulk, catalogue, linked
from practice.kinds import public
from practice.library.library import Library

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
BASE = "https://outcomes-in-practice.example/"
DOWNLOAD = rdflib.URIRef("http://www.w3.org/ns/dcat#downloadURL")
SCHEMA = rdflib.Namespace("https://schema.org/")
REL = f"{BASE}api/v1/index.json#"
SHAPES = Path(__file__).parent / "data" / "shapes.ttl"


def graph(library: Library) -> rdflib.Graph:
    return rdflib.Graph().parse(data=b"".join(linked.graph(site_of(library))), format="json-ld")


def faults(data: rdflib.Graph) -> str:
    conforms, _, text = pyshacl.validate(data, shacl_graph=str(SHAPES), inference="none")
    return "" if conforms else text


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


@pytest.fixture(scope="module")
def data(library: Library) -> rdflib.Graph:
    return graph(library)


def test_its_shapes_hold(data: rdflib.Graph) -> None:
    assert faults(data) == ""


def test_a_shape_that_does_not_hold_is_seen(library: Library) -> None:
    spoilt = graph(library)
    concept = next(spoilt.subjects(RDF.type, SKOS.Concept))
    spoilt.remove((concept, SKOS.prefLabel, None))
    assert "prefLabel" in faults(spoilt)


def test_it_has_every_thing_and_every_link(library: Library, data: rdflib.Graph) -> None:
    expected = graph_of(library)
    named = set(data.subjects(SCHEMA.identifier))
    assert named == {rdflib.URIRef(node["url"]) for node in expected["nodes"]}
    links = [(s, p, o) for s, p, o in data if str(p).startswith(REL)]
    assert len(links) == len(expected["links"])
    assert {o for _, _, o in links if "/guides/" not in o} <= named


def test_terms_stand_in_their_vocabularies(library: Library, data: rdflib.Graph) -> None:
    for kind in public():
        if kind.is_vocabulary:
            scheme = rdflib.URIRef(BASE + kind.list_address)
            assert (scheme, RDF.type, SKOS.ConceptScheme) in data
            terms = set(data.subjects(SKOS.inScheme, scheme))
            assert len(terms) == len(library.all(kind.name))
            assert terms == set(data.subjects(SCHEMA.inDefinedTermSet, scheme))


def test_themes_and_key_points_lead_to_the_frameworks_that_they_go_with(
    library: Library, data: rdflib.Graph
) -> None:
    matches = {
        (BASE + library.address(kind, id), match.how, library.all("source")[match.source].url)
        for kind in ("theme", "key-point")
        for id, thing in library.all(kind).items()
        for match in thing.matches
    }
    assert {address.split("/")[3] for address, _, _ in matches} == {"themes", "key-points"}
    assert matches == {
        (str(s), how, str(o))
        for how, name in (("exact", "exactMatch"), ("close", "closeMatch"), ("broad", "broadMatch"))
        for s, o in data.subject_objects(SKOS[name])
    }


def test_a_new_kind_needs_no_line_in_it(thread: Path) -> None:  # noqa: F811
    data = graph(read(thread))
    assert faults(data) == ""
    assert len(set(data.subjects(SKOS.inScheme, rdflib.URIRef(f"{BASE}threads/")))) == 3
    assert list(data.subject_objects(rdflib.URIRef(f"{REL}theme-thread")))


def test_the_record_for_catalogues_names_every_file(library: Library) -> None:
    site = site_of(library)
    (output,) = catalogue.files(site)
    data = rdflib.Graph().parse(data=output.make(), format="json-ld")
    assert faults(data) == ""
    sources = bulk.Sources(str(SMALL / "data"), str(SMALL / "docs"))
    assert {str(address) for address in data.objects(None, DOWNLOAD)} == {
        BASE + output.path for output in bulk.files(site, sources)
    }
    (dataset,) = data.subjects(RDF.type, rdflib.URIRef("http://www.w3.org/ns/dcat#Dataset"))
    page, _, place = str(dataset).removeprefix(BASE).partition("/#")
    assert f"{{#{place}}}" in (ROOT / "docs" / f"{page}.md").read_text("utf-8")
