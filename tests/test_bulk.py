"""The library as single files: each is read by something that we did not write, and all of them
hold what the library holds, no more and no less.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import resource
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from tests import outputs
from tests.libreoffice import convert
from tests.open_data import site_of
from tests.test_api import changed
from tests.test_data_page import EVERY_SHEET, rows_of_csv
from tests.test_kinds import SMALL, read, thread  # noqa: F401 - a fixture

from practice.exports import api, citations, packs
from practice.exports.data import bulk, database, workbook
from practice.kinds import KINDS, public
from practice.library.library import Library, build
from practice.model import Withdrawal
from practice.rendering import output

SOURCES = bulk.Sources(str(SMALL / "data"), str(SMALL / "docs"))
Made = dict[str, bytes]


def made(library: Library, sources: bulk.Sources = SOURCES) -> Made:
    """The bytes of each file, by what its name ends in."""
    outputs = bulk.files(site_of(library), sources)
    return {output.path.removeprefix(bulk.NAME): output.make() for output in outputs}


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


@pytest.fixture(scope="module")
def files(library: Library) -> Made:
    return made(library)


def counts(library: Library) -> dict[str, int]:
    return {kind.name: len(library.all(kind.name)) for kind in public()}


def sheets(raw: bytes) -> dict[str, int]:
    """The number of rows of each sheet but the first, without its names."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    return {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}


def opened(raw: bytes, folder: Path) -> sqlite3.Connection:
    path = folder / "library.sqlite"
    path.write_bytes(raw)
    return sqlite3.connect(path)


def tables(connection: sqlite3.Connection) -> dict[str, int]:
    found = {}
    for kind in public():
        name = database.table(kind)
        found[kind.name] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    return found


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_every_file_holds_what_the_library_holds(
    library: Library, files: Made, tmp_path: Path
) -> None:
    expected = counts(library)
    whole = json.loads(files[".json"])
    assert whole["counts"] == expected
    assert {kind.name: len(whole["things"][kind.slug]) for kind in public()} == expected
    assert sheets(files[".xlsx"]) == {
        workbook.sheet_name(kind): expected[kind.name] for kind in public() if expected[kind.name]
    }
    assert tables(opened(files[".sqlite"], tmp_path)) == expected
    ids = list(library.all("example"))
    assert [row["id"] for row in rows(files[".csv"])] == ids
    assert [json.loads(line)["id"] for line in files[".jsonl"].splitlines()] == ids


def test_all_of_an_example_stands_in_its_row(library: Library, files: Made) -> None:
    for row in rows(files[".csv"]):
        example = library.all("example")[row["id"]]
        assert row["title"] == example.title
        assert row["themes"] == "; ".join(example.themes)
        assert row["limits"].removeprefix("'") == example.limits
        assert "consent" not in row and "privacy" not in row


def test_the_same_library_gives_the_same_bytes(library: Library, files: Made) -> None:
    assert made(read()) == files


def test_a_new_kind_needs_no_line_in_any_file(thread: Path, tmp_path: Path) -> None:  # noqa: F811
    files = made(read(thread), bulk.Sources(str(thread), SOURCES.docs))
    assert len(json.loads(files[".json"])["things"]["threads"]) == 3
    assert sheets(files[".xlsx"])["Threads"] == 3
    connection = opened(files[".sqlite"], tmp_path)
    assert tables(connection)["thread"] == 3
    found = "SELECT count(*) FROM themes_threads JOIN threads ON threads.id = to_id"
    assert connection.execute(found).fetchone()[0] > 0
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    names = zipfile.ZipFile(io.BytesIO(files["-files.zip"])).namelist()
    assert "outcomes-in-practice-files/examples_data/vocabulary/threads.yml" in names


def test_what_is_withdrawn_or_a_draft_is_in_none(library: Library, tmp_path: Path) -> None:
    first, second, *_ = library.all("example")
    gone = Withdrawal(on="2026-11-26", reason="The organisation asked for it.")
    fewer = changed(
        library,
        **{
            first: {"status": "withdrawn", "withdrawn": gone, "title": "Plum-coloured talks"},
            second: {"status": "draft", "title": "Violet-tinted talks"},
        },
    )
    files = made(fewer)
    assert tables(opened(files[".sqlite"], tmp_path))["example"] == len(fewer.all("example"))
    assert len(fewer.all("example")) == len(library.all("example")) - 2
    for name, raw in contents(files):
        for title in ("Plum-coloured", "Violet-tinted"):
            assert title.encode() not in raw, name
    archive = zipfile.ZipFile(io.BytesIO(files["-files.zip"]))
    for id in (first, second):
        assert not [name for name in archive.namelist() if name.endswith(f"/{id}.yml")]


def contents(files: Made) -> Iterator[tuple[str, bytes]]:
    """Every file, and what is inside those that are zipped."""
    for name, raw in files.items():
        yield name, raw
        if name in (".xlsx", "-files.zip"):
            archive = zipfile.ZipFile(io.BytesIO(raw))
            yield from ((f"{name}/{inner}", archive.read(inner)) for inner in archive.namelist())


FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "=HYPERLINK(1)",
    "  =1+1",
    "\uff1d1+1",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_of_a_contributor_is_a_formula(library: Library, formula: str) -> None:
    id = next(iter(library.all("example")))
    edited = changed(library, **{id: {"place": formula, "context": formula}})
    files = made(edited)
    row = next(row for row in rows(files[".csv"]) if row["id"] == id)
    assert row["place"] == row["context"] == f"'{formula}"
    book = openpyxl.load_workbook(io.BytesIO(files[".xlsx"]))
    sheet = book["Examples"]
    found = [cell for cells in sheet.iter_rows() for cell in cells if cell.value == formula]
    assert {cell.data_type for cell in found} == {"s"}
    assert len(found) == 2


CODES = (
    *("_x000D_", "_x005F_", "_x0041_", "_x005F_x000D_", "x005F_", "a_x000D_x000A_b"),
    *("_x0041_x0042_x0043_", "__x0041__", "_xD800_", "_xfffe_", "_x0041", "_X0041_"),
    *("a_xa_b", "_xD_xd_", "_x0A_", "_x00d_", "_x0_", "_x00000a_"),
)
"""What readers of a workbook may take for the code of a character (ECMA-376, 22.9.2.19):
LibreOffice also takes shorter ones for signs below the blank.
"""
XML = ("<r>a & b</r>", "<r></r>", "<r> _x0041_</r>")
"""What XlsxWriter may take for a text that it has made XML of."""


def coded(library: Library) -> bytes:
    """The workbook of a library with such codes in a text, in a list and in an address, and with
    such XML in texts.
    """
    id, source = next(iter(library.all("source").items()))
    coded = source.model_copy(update={"url": f"https://a.example/{CODES[0]}"})
    things = {**library.things, "source": {**library.things["source"], id: coded}}
    library = build(things, library.pages, library.file_digests)
    first, second, *_ = library.all("example")
    title, place, context = XML
    texts = {"title": title, "place": place, "context": context}
    edited = {first: {"place": " ".join(CODES), "asks": CODES}, second: texts}
    return made(changed(library, **edited))[".xlsx"]


def test_text_like_a_code_or_xml_stays_as_it_was_typed(library: Library) -> None:
    book = openpyxl.load_workbook(io.BytesIO(coded(library)))
    found = {cell for sheet in book.worksheets for row in sheet.values for cell in row}
    assert {" ".join(CODES), "; ".join(CODES), f"https://a.example/{CODES[0]}", *XML} <= found


def test_a_cell_without_a_value_is_not_counted(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(made(library)[".xlsx"])) as book:
        sheets = [book.read(name) for name in book.namelist() if "/sheet" in name]
    assert not [sheet for sheet in sheets if b"<is><t></t></is>" in sheet]


@pytest.mark.slow
def test_libreoffice_reads_text_like_a_code_or_xml(library: Library, tmp_path: Path) -> None:
    (tmp_path / "coded.xlsx").write_bytes(coded(library))
    convert([tmp_path / "coded.xlsx"], EVERY_SHEET, tmp_path)
    found = {cell for row in rows_of_csv(tmp_path / "coded-Examples.csv") for cell in row}
    assert {" ".join(CODES), "; ".join(CODES), *XML} <= found


@pytest.mark.parametrize(
    "words", ["~~gulls~~", "2^3 [^1]", "{a} \\b $c", "a--b ''c'' ``d``", "~^~"]
)
def test_bibtex_gives_back_every_sign_of_a_title(library: Library, words: str) -> None:
    id = next(iter(library.all("example")))
    site = site_of(changed(library, **{id: {"title": words}}))
    (made,) = (output.make() for output in citations.files(site) if output.path.endswith(".bib"))
    assert words in outputs.of_bibtex(made)


def test_the_workbook_is_ready_to_filter_and_its_links_lead_to_the_pages(
    library: Library, files: Made
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[".xlsx"]))
    sheet = book["Examples"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")
    for row, id in enumerate(library.all("example"), 2):
        assert sheet.cell(row, 1).value == id
        address = f"https://outcomes-in-practice.example/examples/{id}/"
        assert sheet.cell(row, 3).hyperlink.target == address
    formulas = [
        cell.coordinate
        for sheet in book.worksheets
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type == "f"
    ]
    assert formulas == []


def test_the_database_is_whole_linked_and_can_be_searched(
    library: Library, files: Made, tmp_path: Path
) -> None:
    connection = opened(files[".sqlite"], tmp_path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    leads = {row[2] for row in connection.execute('PRAGMA foreign_key_list("examples_themes")')}
    assert leads == {"examples", "themes"}
    assert "nations" in {row[2] for row in connection.execute("PRAGMA foreign_key_list(examples)")}
    for id, theme in library.all("theme").items():
        sql = "SELECT from_id FROM examples_themes WHERE to_id = ?"
        found = {row[0] for row in connection.execute(sql, [id])}
        assert found == set(library.linked_from("example-theme", id)), theme.title
    example = next(iter(library.all("example").values()))
    word = max(example.summary.replace(".", "").split(), key=len)
    sql = (
        "SELECT id FROM examples WHERE rowid IN"
        " (SELECT rowid FROM examples_fts WHERE examples_fts MATCH ?)"
    )
    assert example.id in {row[0] for row in connection.execute(sql, [f'"{word}"'])}


def test_a_full_disk_is_told_of_as_any_other(library: Library, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(OSError, match="database could not be written"):
            database.write(site_of(library), str(tmp_path / "database"))
        with pytest.raises(OSError, match="too large"):
            workbook.write(site_of(library), str(tmp_path / "workbook"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_is_given_in_parts_that_are_the_same_as_the_whole(
    library: Library, files: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "PART", 1000)
    for one in bulk.files(site_of(library), SOURCES):
        ending = one.path.removeprefix(bulk.NAME)
        parts = list(one.parts())
        assert b"".join(parts) == files[ending]
        assert len(parts) > 1 or ending == ".xlsx", ending


def test_a_long_list_is_given_in_parts_that_are_the_same_as_the_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lists() -> dict[str, output.Output]:
        site, paths = site_of(library), ("api/v1/graph.json", "assets/pack-all.js")
        found = {one.path: one for one in (*api.files(site), *packs.files(site))}
        return {path: found[path] for path in paths}

    whole = {path: one.make() for path, one in lists().items()}
    monkeypatch.setattr(output, "BATCH", 1)
    for path, one in lists().items():
        parts = list(one.parts())
        assert b"".join(parts) == whole[path] and max(map(len, parts)) < len(whole[path]) / 3, path
    graph = json.loads(whole["api/v1/graph.json"])
    assert len(graph["nodes"]) == sum(counts(library).values())
    linked = {(name, id) for name, id, _ in graph["links"]}
    assert linked <= library.forwards.keys() and len(linked) > 20


def test_the_archive_has_the_files_their_licence_and_true_checksums(
    library: Library, files: Made
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(files["-files.zip"]))
    inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    sums = dict(reversed(line.split("  ")) for line in inside["SHA256SUMS"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(raw).hexdigest()
        for name, raw in inside.items()
        if name != "SHA256SUMS"
    }
    assert b"creativecommons.org" in inside["LICENCE.txt"]
    for id in library.all("example"):
        path = SMALL / "data" / "examples" / f"{id}.yml"
        assert inside[f"examples_data/examples/{id}.yml"] == path.read_bytes()
    named = [kind.file for kind in KINDS.values() if kind.file and not kind.file.endswith("/")]
    assert all(
        f"examples_data/{name}" in inside for name in named if (SMALL / "data" / name).exists()
    )


def test_one_changed_word_makes_these_files_and_no_others(library: Library, files: Made) -> None:
    assert set(files) == {*(".json", ".jsonl", ".jsonld", ".csv", ".xlsx", ".sqlite", "-files.zip")}
    before = {o.path: o.key for o in bulk.files(site_of(library), SOURCES)}
    assert before == {o.path: o.key for o in bulk.files(site_of(read()), SOURCES)}
