"""One walk through all that a build publishes: pages, API, tables, database, feeds, graph and
linked data all hold what the library holds, and nothing that is withdrawn or a draft.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import feedparser
import openpyxl
import pytest
import rdflib
from tests import small
from tests.conftest import build

from practice.application import check, project
from practice.exports.data import database, workbook
from practice.kinds import KINDS, public
from practice.library.library import Library

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib"),
]

BASE = "https://outcomes-in-practice.example/"
WHOLE = "data/outcomes-in-practice"
WITHDRAWN, DRAFT = small.FEW[:2]
TITLES = {WITHDRAWN: "Plum-coloured conversations", DRAFT: "Violet-tinted conversations"}
GONE = "status: withdrawn\nwithdrawn: {on: 2026-11-26, reason: The organisation asked for it.}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, built once with all its examples and again without two of them."""
    root = small.make(tmp_path_factory.mktemp("open") / "project")
    retitle(root)
    done = build(root)
    assert done.returncode == 0, done.stderr + done.stdout
    for title in TITLES.values():
        assert len(holding(root / "site", title)) > 10
    for id, status in ((WITHDRAWN, GONE), (DRAFT, "status: draft")):
        path = root / "examples_data" / "examples" / f"{id}.yml"
        path.write_text(path.read_text("utf-8").replace("status: published", status), "utf-8")
    done = build(root)
    assert done.returncode == 0, done.stderr + done.stdout
    return root


def retitle(root: Path) -> None:
    for id, title in TITLES.items():
        path = root / "examples_data" / "examples" / f"{id}.yml"
        text = re.sub(r"(?m)^title: .*$", f"title: {title}", path.read_text("utf-8"))
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def site(built: Path) -> Path:
    return built / "site"


@pytest.fixture(scope="module")
def library(built: Path) -> Library:
    return check.load(project.project(str(built)))


def holding(site: Path, words: str) -> list[str]:
    """Every file of a site, and every file inside those that are zipped, in which words stand."""
    return [name for name, raw in everything(site) if words.encode() in raw]


def everything(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        raw = path.read_bytes()
        yield path.relative_to(site).as_posix(), raw
        if zipfile.is_zipfile(path):
            archive = zipfile.ZipFile(io.BytesIO(raw))
            yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())


def of_pages(site: Path) -> set[str]:
    pages = (p for p in (site / "examples").glob("*/index.html"))
    return {p.parent.name for p in pages if "noindex" not in p.read_text("utf-8")}


def of_api(site: Path) -> set[str]:
    return {row["id"] for row in json.loads((site / "api/v1/examples.json").read_text("utf-8"))}


def of_api_files(site: Path) -> set[str]:
    files = [json.loads(p.read_text("utf-8")) for p in (site / "api/v1/examples").glob("*.json")]
    return {thing["id"] for thing in files if "title" in thing}


def of_graph(site: Path) -> set[str]:
    nodes = json.loads((site / "api/v1/graph.json").read_text("utf-8"))["nodes"]
    return {node["id"] for node in nodes if node["kind"] == "example"}


def of_csv(site: Path) -> set[str]:
    with open(site / f"{WHOLE}.csv", encoding="utf-8-sig", newline="") as file:
        return {row["id"] for row in csv.DictReader(file)}


def of_json(site: Path) -> set[str]:
    things = json.loads((site / f"{WHOLE}.json").read_text("utf-8"))["things"]
    return {thing["id"] for thing in things["examples"]}


def of_json_lines(site: Path) -> set[str]:
    lines = (site / f"{WHOLE}.jsonl").read_text("utf-8").splitlines()
    return {json.loads(line)["id"] for line in lines}


def of_workbook(site: Path) -> set[str]:
    sheet = openpyxl.load_workbook(site / f"{WHOLE}.xlsx")["Examples"]
    return {str(sheet.cell(row, 1).value) for row in range(2, sheet.max_row + 1)}


def of_database(site: Path) -> set[str]:
    with sqlite3.connect(f"file:{site / WHOLE}.sqlite?mode=ro", uri=True) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM examples")}


def of_linked_data(site: Path) -> set[str]:
    data = rdflib.Graph().parse(site / f"{WHOLE}.jsonld", format="json-ld")
    named = map(str, data.subjects(rdflib.URIRef("https://schema.org/identifier")))
    return {a.split("/")[-2] for a in named if a.startswith(f"{BASE}examples/")}


def of_feed(site: Path) -> set[str]:
    atom = feedparser.parse((site / "feeds/examples.xml").read_bytes())
    kept = [e for e in atom.entries if {tag.term for tag in e.tags} != {"withdrawn"}]
    return {entry.id.split("/")[-2] for entry in kept}


def of_archive(site: Path) -> set[str]:
    names = zipfile.ZipFile(site / f"{WHOLE}-files.zip").namelist()
    return {Path(name).stem for name in names if "/examples/" in name}


def of_markdown(site: Path) -> set[str]:
    return {path.parent.name for path in (site / "examples").glob("*/index.md")}


def of_sitemap(site: Path) -> set[str]:
    text = (site / "sitemap.xml").read_text("utf-8")
    return set(re.findall(rf"<loc>{re.escape(BASE)}examples/([a-z][a-z0-9-]+)/</loc>", text))


PLACES = (
    of_pages,
    of_api,
    of_api_files,
    of_graph,
    of_csv,
    of_json,
    of_json_lines,
    of_workbook,
    of_database,
    of_linked_data,
    of_feed,
    of_archive,
    of_markdown,
    of_sitemap,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_it_holds_the_examples_of_the_library(
    place: Callable[[Path], set[str]], site: Path, library: Library
) -> None:
    assert place(site) == set(library.all("example")) != set()


def test_every_kind_counts_the_same_everywhere(site: Path, library: Library) -> None:
    counts = {kind.name: len(library.all(kind.name)) for kind in public()}
    assert json.loads((site / "api/v1/index.json").read_text("utf-8"))["counts"] == counts
    book = openpyxl.load_workbook(site / f"{WHOLE}.xlsx")
    things = json.loads((site / f"{WHOLE}.json").read_text("utf-8"))["things"]
    nodes = json.loads((site / "api/v1/graph.json").read_text("utf-8"))["nodes"]
    with sqlite3.connect(f"file:{site / WHOLE}.sqlite?mode=ro", uri=True) as connection:
        for name, count in counts.items():
            kind = KINDS[name]
            listed = json.loads((site / f"api/v1/{kind.slug}.json").read_text("utf-8"))
            rows = connection.execute(f'SELECT count(*) FROM "{database.table(kind)}"')
            sheet = workbook.sheet_name(kind)
            assert [
                len(listed),
                len(things[kind.slug]),
                sum(node["kind"] == name for node in nodes),
                rows.fetchone()[0],
                book[sheet].max_row - 1 if count else 0,
            ] == [count] * 5, name


@pytest.mark.parametrize("title", TITLES.values())
def test_what_is_withdrawn_or_a_draft_is_in_no_file(title: str, site: Path) -> None:
    assert holding(site, title) == []


def test_the_note_of_a_withdrawn_example_stands_where_it_should(site: Path) -> None:
    note = json.loads((site / f"api/v1/examples/{WITHDRAWN}.json").read_text("utf-8"))
    assert note["withdrawn"] == {"on": "2026-11-26", "reason": "The organisation asked for it."}
    ids = json.loads((site / "api/v1/ids.json").read_text("utf-8"))
    assert [row["id"] for row in ids["withdrawn"]] == [WITHDRAWN]
    assert not (site / f"api/v1/examples/{DRAFT}.json").exists()
