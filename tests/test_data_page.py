"""What the page on open data tells people to type is true: each example is run as it stands there,
against a built site, or parsed by the makers of its language.
"""

from __future__ import annotations

import csv
import functools
import itertools
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from tests import browser_setup
from tests.conftest import ROOT, Handler, serving
from tests.libreoffice import convert

BASE = "https://outcomes-in-practice.example"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGE = (ROOT / "docs" / "about" / "data.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = BLOCK.findall(PAGE)
COMMANDS = {"sh": ["sh", "-ec"], "python": [sys.executable, "-c"], "r": ["Rscript", "-e"]}
RUN = [(language, code) for language, code in BLOCKS if language in COMMANDS]
QUERIES = [code for language, code in BLOCKS if language == "powerquery"]
FILES = PAGE.partition("{#files}")[2].partition("{#promise}")[0]
SORTS_OF_FILE = re.findall(r"/(?:api/v1|schema)/[\w./<>-]+\.json", FILES)
"""The addresses that the page lists first; some name one of many by `<id>`."""


@functools.cache
def r_can_run() -> bool:
    """Whether R is here, with the package that the page uses."""
    if not shutil.which("Rscript"):
        return False
    there = 'quit(status = !requireNamespace("jsonlite", quietly = TRUE))'
    return not subprocess.run(["Rscript", "-e", there], capture_output=True).returncode


def run(language: str, code: str, server: str, folder: Path) -> str:
    """What a block of the page prints; its address is that of the site that was built."""
    if language == "r" and not r_can_run():
        pytest.skip("R with jsonlite is not installed: the examples for R are not run")
    done = subprocess.run(
        [*COMMANDS[language], code.replace(BASE, server)],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def asked(site: Path) -> Iterator[tuple[str, list[str]]]:
    """A server for the built site, and the paths that it was asked for."""
    paths: list[str] = []

    class Recording(Handler):
        def translate_path(self, path: str) -> str:
            paths.append(path)
            return super().translate_path(path)

    with serving(site, Recording) as address:
        yield address, paths


def pattern(path: str) -> str:
    """What matches a file of the sort that an address of the page names."""
    one = re.sub(r"<\w+>", "[a-z0-9-]+", path)
    return one.replace("/examples/[", "/[a-z-]+/[")


def missing(paths: list[str]) -> list[str]:
    """The sorts of file of which none was asked for."""
    return [p for p in SORTS_OF_FILE if not any(re.fullmatch(pattern(p), path) for path in paths)]


def test_every_block_is_run_or_parsed() -> None:
    assert {name for name, _ in BLOCKS} == {*COMMANDS, "powerquery"}


@pytest.mark.parametrize(
    "language, code", RUN, ids=[f"{name}-{n}" for n, (name, _) in enumerate(RUN)]
)
def test_each_example_runs(language: str, code: str, server: str, tmp_path: Path) -> None:
    assert run(language, code, server, tmp_path).strip()


@pytest.mark.parametrize("language", COMMANDS)
def test_each_language_asks_for_every_sort_of_file(
    language: str, asked: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, paths = asked
    run(language, next(code for name, code in RUN if name == language), address, tmp_path)
    assert len(SORTS_OF_FILE) > 5 and missing(paths) == []


def test_the_query_asks_for_every_sort_of_file() -> None:
    assert missing(["/" + path for path in re.findall(r'Get\("([^"]+)"\)', QUERIES[0])]) == []


def parse(query: str) -> str:
    """What Microsoft's parser finds wrong with a query."""
    folder = browser_setup.power_query_parser()
    if folder is None:
        pytest.skip("Microsoft's parser of Power Query is not here: no query is parsed")
    program = (ROOT / "tests" / "power_query" / "parse.js").read_text("utf-8")
    command = ["node", "-e", program]
    done = subprocess.run(command, cwd=folder, input=query, capture_output=True, text=True)
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_queries_for_excel_and_power_bi_are_well_formed(query: str) -> None:
    assert parse(query) == ""
    assert "in" in parse(query.replace("\nin\n", "\n"))


def test_the_count_by_nation_is_that_of_the_library(server: str, site: Path) -> None:
    rows = json.loads((site / "api/v1/examples.json").read_text("utf-8"))
    counts = Counter(row["nation"] for row in rows)
    (code,) = (code for name, code in RUN if name == "python" and "Counter" in code)
    assert run("python", code, server, site.parent).strip() == str(counts)
    (code,) = (code for name, code in RUN if name == "r" and "table(" in code)
    lines = [line.split() for line in run("r", code, server, site.parent).splitlines() if line]
    names, numbers = itertools.chain(*lines[::2]), itertools.chain(*lines[1::2])
    assert dict(zip(names, map(int, numbers), strict=True)) == counts


@pytest.mark.parametrize("path", sorted(set(re.findall(r'href="\.\./\.\./([^"]+)"', PAGE))))
def test_every_file_that_the_page_names_is_there(path: str, site: Path) -> None:
    assert (site / path).is_file()


EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""What LibreOffice makes of a workbook: a CSV file for each sheet, in UTF-8."""


def rows_of_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def rows_of_sheet(path: Path, sheet: str) -> list[list[str]]:
    rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


@pytest.mark.slow
def test_libreoffice_opens_every_sheet_of_the_workbook(site: Path, tmp_path: Path) -> None:
    workbook = site / "data" / "outcomes-in-practice.xlsx"
    convert([workbook], EVERY_SHEET, tmp_path)
    sheets = openpyxl.load_workbook(workbook, read_only=True).sheetnames
    assert len(sheets) > 10
    for sheet in sheets:
        opened = rows_of_csv(tmp_path / f"{workbook.stem}-{sheet}.csv")
        assert opened == rows_of_sheet(workbook, sheet), sheet


@pytest.mark.slow
def test_libreoffice_opens_the_csv_file_as_it_was_written(site: Path, tmp_path: Path) -> None:
    file = site / "data" / "outcomes-in-practice.csv"
    convert([file], "xlsx", tmp_path, "--infilter=CSV:44,34,76,1")  # commas, quotes, UTF-8
    book = tmp_path / f"{file.stem}.xlsx"
    (sheet,) = openpyxl.load_workbook(book, read_only=True).sheetnames
    opened = rows_of_sheet(book, sheet)
    written = rows_of_csv(file)
    assert [row[:3] for row in opened] == [row[:3] for row in written]
    assert len(opened) == len(written) > 1
