"""Every text of a built file, as a strict reader of its format gives it."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bibtexparser
import docx
import icalendar
import lxml.etree
import lxml.html
import openpyxl
import pptx
import pypdf
import pyromark
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

STRICT = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
FOUND = re.compile(r'practiceFind\(("[^"]*"),(.*)\);\n', re.DOTALL)
NONE = (".woff2", ".png", ".svg", ".webp", ".css")
"""Files without words of the library; so are licences and lists of headers, which have no end."""


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that spreadsheets reckon with."""


def of_html(raw: bytes) -> Iterator[str]:
    """The text of a page, each attribute, and what its data say."""
    tree = lxml.html.document_fromstring(raw.decode("utf-8"))
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        yield from map(str, element.attrib.values())
        if element.tag == "script":
            if element.get("type") in ("application/ld+json", "application/json"):
                yield from of_json((element.text or "").encode())
            element.text = ""
        if element.tag == "title":
            yield element.text or ""
    yield tree.text_content()


def of_json(raw: bytes) -> Iterator[str]:
    """Every name and every string of a JSON document."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value
        if isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from walk(inner)
        elif isinstance(value, str):
            yield value

    yield from walk(json.loads(raw))


def of_lines(raw: bytes) -> Iterator[str]:
    for line in raw.splitlines():
        yield from of_json(line)


def of_script(raw: bytes) -> Iterator[str]:
    """What a file of the finder hands over. Scripts of the house hold no words of the library."""
    found = FOUND.fullmatch(raw.decode("utf-8"))
    if found:
        yield from of_json(found[2].encode())


def of_xml(raw: bytes) -> Iterator[str]:
    """The text of each element and each attribute."""
    for element in lxml.etree.fromstring(raw, STRICT).iter():
        yield from map(str, element.attrib.values())
        yield element.text or ""


def of_markdown(raw: bytes) -> Iterator[str]:
    html = pyromark.html(raw.decode("utf-8"), options=pyromark.Options.ENABLE_TABLES)
    yield from of_html(f"<div>{html}</div>".encode()) if html.strip() else ()


def of_csv(raw: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True):
        for cell in row:
            assert cell.lstrip()[:1] not in FORMULA or cell == "-", cell
            yield cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in FORMULA else cell


def of_workbook(raw: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(raw)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                if isinstance(cell.value, str):
                    yield cell.value


def of_database(raw: bytes) -> Iterator[str]:
    with tempfile.NamedTemporaryFile(suffix=".sqlite") as file:
        file.write(raw)
        file.flush()
        connection = sqlite3.connect(file.name)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kind = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (name,) in connection.execute(kind).fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                for cell in (cell for cell in row if isinstance(cell, str)):
                    yield from of_cell(cell)
        connection.close()


def of_cell(cell: str) -> Iterator[str]:
    """A cell of the database: a text, or a list or group as JSON."""
    with contextlib.suppress(ValueError):
        if isinstance(json.loads(cell), dict | list):
            yield from of_json(cell.encode())
            return
    yield cell


def of_references(raw: bytes) -> Iterator[str]:
    for entry in rispy.loads(raw.decode("utf-8")):
        for value in entry.values():
            yield from value if isinstance(value, list) else (str(value),)


def of_bibtex(raw: bytes) -> Iterator[str]:
    """Each field, as LaTeX prints it. The reader takes LaTeX's ^ for the letter ˆ."""
    told = raw.decode("utf-8").replace(r"\textasciicircum{}", "^")
    read = bibtexparser.parse_string(told, append_middleware=[LatexDecodingMiddleware()])
    assert not read.failed_blocks
    for entry in read.entries:
        yield from (str(field.value) for field in entry.fields)


def of_calendar(raw: bytes) -> Iterator[str]:
    calendar = icalendar.Calendar.from_ical(raw)
    for part in calendar.walk():
        assert not part.errors
        yield from map(str, part.values())


def of_pdf(raw: bytes) -> Iterator[str]:
    reader = pypdf.PdfReader(io.BytesIO(raw), strict=True)
    root: Any = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/JavaScript", "/AcroForm"} & set(root)
    yield from map(str, (reader.metadata or {}).values())
    yield "\n".join(page.extract_text() for page in reader.pages)


def of_word(raw: bytes) -> Iterator[str]:
    yield from _parts(raw, "word/")
    document = docx.Document(io.BytesIO(raw))
    yield "\n".join(p.text for p in document.element.body.iter() if p.tag.endswith("}p"))


def of_slides(raw: bytes) -> Iterator[str]:
    for slide in pptx.Presentation(io.BytesIO(raw)).slides:
        shapes = [*slide.shapes, *(slide.notes_slide.shapes if slide.has_notes_slide else ())]
        for shape in shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
    yield from _parts(raw, "docProps/")


def _parts(raw: bytes, start: str) -> Iterator[str]:
    """The properties of an office file; that its parts are sound, and lead nowhere on their own."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                tree = lxml.etree.fromstring(packed.read(name), STRICT)
                if name.startswith("docProps/"):
                    yield from (element.text or "" for element in tree.iter())
                for told in tree.xpath(
                    "//*[local-name()='instrText']/text() | //@*[local-name()='instr']"
                ):
                    assert told.split()[0] in ("PAGE", "NUMPAGES"), told
            assert "vba" not in name.lower() and "embeddings" not in name.lower(), name


def of_package(raw: bytes) -> Iterator[str]:
    """Every file of a package, by its own reader."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        assert packed.testzip() is None
        for name in packed.namelist():
            assert not name.startswith("/") and ".." not in name.split("/"), name
            if not name.endswith((".yml", ".md")):  # the sources themselves
                yield from texts(name, packed.read(name))


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".html": of_html,
    ".json": of_json,
    ".jsonld": of_json,
    ".webmanifest": of_json,
    ".jsonl": of_lines,
    ".js": of_script,
    ".xml": of_xml,
    ".md": of_markdown,
    ".txt": of_markdown,
    ".csv": of_csv,
    ".xlsx": of_workbook,
    ".sqlite": of_database,
    ".ris": of_references,
    ".bib": of_bibtex,
    ".ics": of_calendar,
    ".pdf": of_pdf,
    ".docx": of_word,
    ".pptx": of_slides,
    ".imscc": of_package,
    ".zip": of_package,
}


def texts(name: str, raw: bytes) -> Iterator[str]:
    """Every text of a file, by the end of its name."""
    end = Path(name).suffix
    if end and end not in NONE:
        yield from READERS[end](raw)
