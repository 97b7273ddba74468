"""Addresses last: the ledger, former ids, short addresses, what citing tools read."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import zxingcpp
from PIL import Image, ImageOps
from tests import small
from tests.conftest import ROOT, build, serving
from tests.examples import EXAMPLE, TITLE, read

from practice.application import build as build_module
from practice.application import check
from practice.application.project import Project
from practice.checking import addresses
from practice.checking.locations import Locator
from practice.library import ledger
from practice.library.ledger import Line
from practice.model import Example


class Some:
    """As much of a library as short codes need."""

    def __init__(self, *ids: str):
        self.withdrawn: dict[str, Example] = {}
        self.ids = ids

    def all(self, kind: str) -> dict[str, Example]:
        return {id: Example.model_construct(id=id, added="2026-11-25") for id in self.ids}


def test_a_code_stays_with_its_example_for_ever() -> None:
    (first,) = ledger.examples_by_code(Some("an-example"), ())
    pinned = (Line(1, f"e/{first}/", "examples/another-example/"),)
    leads = ledger.examples_by_code(Some("an-example", "another-example"), pinned)
    assert leads.pop(first) == "another-example"
    ((code, id),) = leads.items()
    assert id == "an-example" and code.startswith(first) and len(code) == 5


def test_ten_thousand_examples_have_ten_thousand_codes() -> None:
    codes = ledger.examples_by_code(Some(*(f"example-{n}" for n in range(10_000))), ())
    assert len(set(codes.values())) == 10_000
    assert {len(code) for code in codes} <= {4, 5}


def test_a_check_tells_of_a_page_at_any_address_that_the_library_makes(built_project: Path) -> None:
    """What leads on from a former id, and numbered pages of a list, are left to the build."""
    site, docs = built_project / "site", built_project / "docs"
    data = str(built_project / "examples_data")
    reading = check.read_files(Project(str(built_project), data, str(site), "", "mkdocs"))
    home, written = reading.pages["index.md"], {p.address for p in reading.pages.values()}
    for path in site.glob("*/**/index.html"):
        address = f"{path.parent.relative_to(site).as_posix()}/"
        leads_on = 'http-equiv="refresh"' in path.read_text("utf-8")
        if not (address in written or leads_on or ledger.is_numbered(address)):
            file = f"{address.rstrip('/')}.md"
            reading.pages[file] = replace(home, file=file)
            reading.files["page", file] = str(docs / file)
    found = {problem.path for problem in addresses.page_problems(reading, Locator(reading))}
    mine = {str(docs / page.file) for page in reading.pages.values() if page.address not in written}
    assert mine and found == mine


LEDGER = (
    "/\nabout/library/\nembed/harbour-walks/\nexamples/harbour-walks/\nthemes/\n"
    "guides/risk/\nthemes/good-conversations/2/feed.xml\n"
)
"""Addresses that stand, and one that only a build knows."""


@pytest.mark.parametrize(
    "gone",
    [
        *("examples/gone/", "themes/gone/", "nope/", "guides/gone/", "guides/risk/#gone"),
        *("embed/gone/", "e/0000/ examples/gone/"),
    ],
)
def test_a_check_tells_of_an_address_that_leads_nowhere(tmp_path: Path, gone: str) -> None:
    shutil.copytree(ROOT / "tests" / "data" / "small", tmp_path, dirs_exist_ok=True)
    (tmp_path / "data" / ledger.NAME).write_text(f"{LEDGER}{gone}\n")
    _, found = check.read_with_advice(Project(str(tmp_path), str(tmp_path / "data"), ""))
    told = [(p.line, p.rule) for p in found if p.severity == "error"]
    assert told == [(LEDGER.count("\n") + 1, "address-lost")]


def test_a_check_takes_every_address_of_a_build(built_project: Path, site: Path) -> None:
    project = Project(str(built_project), str(built_project / "examples_data"), str(site))
    pages = (path.parent.relative_to(site).as_posix() for path in site.glob("*/**/index.html"))
    now = {f"{page}/" for page in pages if not ledger.is_numbered(f"{page}/")}
    entries = (*ledger.read(project.data), *(Line(0, address) for address in sorted(now)))
    assert addresses.lost(check.load(project), entries, "addresses.txt") == []


def test_a_lost_address_is_a_problem_at_its_line() -> None:
    problems = ledger.lost(
        (Line(3, "examples/gone/"), Line(4, "e/abcd/", "examples/here/")),
        {"e/abcd/": "examples/other/"},
        "addresses.txt",
    )
    assert [(p.line, p.rule) for p in problems] == [(3, "address-lost"), (4, "address-lost")]


def test_numbered_pages_are_not_promised() -> None:
    assert not ledger.is_numbered("themes/risk-enablement/index.html")
    assert ledger.is_numbered("themes/risk-enablement/2/index.html")


@pytest.fixture
def copy(built_project: Path, tmp_path: Path) -> Path:
    """A built project that a test may spoil."""
    shutil.copytree(built_project, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def test_a_removed_address_fails_the_build_and_leaves_the_site(copy: Path) -> None:
    (copy / "examples_data" / "addresses.txt").write_text(
        f"examples/{EXAMPLE}/\nexamples/never-there/\n", "utf-8"
    )
    before = (copy / "site" / "index.html").read_bytes()
    done = build(copy)
    assert done.returncode == 1
    assert "addresses.txt:2:1" in done.stdout
    assert (copy / "site" / "index.html").read_bytes() == before


def test_a_former_id_leads_on_without_a_script(copy: Path) -> None:
    example = copy / "examples_data" / "examples" / f"{EXAMPLE}.yml"
    example.write_text(example.read_text("utf-8") + "aliases: [once-other]\n", "utf-8")
    assert build(copy).returncode == 0
    page = (copy / "site" / "examples" / "once-other" / "index.html").read_text("utf-8")
    moves = f'<meta http-equiv="refresh" content="0; url=../{EXAMPLE}/">'
    assert f"<noscript>{moves}</noscript>" in page
    assert (
        f'<link rel="canonical" href="https://outcomes-in-practice.example/examples/{EXAMPLE}/">'
        in page
    )
    assert page.count("<script") == 1


def test_a_former_address_keeps_the_place_in_the_page_and_the_choices(
    page: Any, tmp_path: Path
) -> None:
    folder = small.make(tmp_path / "project")
    example = folder / "examples_data" / "examples" / f"{EXAMPLE}.yml"
    example.write_text(example.read_text("utf-8") + "aliases: [once-other]\n", "utf-8")
    assert build(folder, "--no-downloads").returncode == 0
    (code,) = ledger.examples_by_code(Some(EXAMPLE), ())
    with serving(folder / "site") as address:
        for asked in ("examples/once-other/", f"e/{code}/"):
            page.goto(f"{address}/{asked}?list=a,b#changed")
            page.wait_for_url(f"**/examples/{EXAMPLE}/?list=a,b#changed")


def test_a_renamed_example_keeps_every_address_that_it_had(copy: Path) -> None:
    data = copy / "examples_data"
    (data / "addresses.txt").write_text(
        f"e/d9sv/ examples/{EXAMPLE}/\nembed/{EXAMPLE}/\nexamples/{EXAMPLE}/\n", "utf-8"
    )
    (data / f"examples/{EXAMPLE}.yml").rename(data / "examples/once-other.yml")
    for path in (*data.rglob("*.yml"), *(copy / "docs").rglob("*.md")):
        path.write_text(path.read_text("utf-8").replace(EXAMPLE, "once-other"), "utf-8")
    with (data / "examples/once-other.yml").open("a", encoding="utf-8") as file:
        file.write(f"aliases: [{EXAMPLE}]\n")
    done = build(copy)
    assert done.returncode == 0, done.stdout
    assert 'url=../../examples/once-other/"' in (copy / "site/e/d9sv/index.html").read_text("utf-8")
    assert TITLE in html.unescape((copy / f"site/embed/{EXAMPLE}/index.html").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("about/\n<<<<<<< HEAD\nexamples/a/\n=======\nexamples/b/\n>>>>>>> b\n", [2, 4, 6]),
        ("about/\nabout/scale/e/gccj/ examples/zz-one/ more\n", [2]),
        ("about/\nabout/scale/e/gccj/ examples/zz-one/\n", [2]),
        ("about/\nabout us/\n", [2]),
        ("about/\n../../etc/\n", [2]),
        ("# a comment\n/\n\nabout/#why\ne/gccj/ examples/zz-one/\n404.html\n", []),
    ],
)
def test_a_line_that_is_no_address_is_a_problem_at_its_line(
    tmp_path: Path, text: str, lines: list[int]
) -> None:
    (tmp_path / ledger.NAME).write_text(text)
    found = addresses.line_problems(str(tmp_path), "addresses.txt")
    assert [(p.line, p.rule) for p in found] == [(line, "address-line") for line in lines]


def test_a_ledger_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / ledger.NAME).write_bytes(b"about/\n\xff\n")
    assert [p.rule for p in addresses.line_problems(str(tmp_path), "addresses.txt")] == ["utf-8"]


def test_addresses_begin_on_a_line_of_their_own(tmp_path: Path) -> None:
    (tmp_path / ledger.NAME).write_text("about/scale/")
    build_module.add_addresses(Project("", str(tmp_path), ""), ["e/gccj/ examples/zz-one/"])
    assert (tmp_path / ledger.NAME).read_text() == "about/scale/\ne/gccj/ examples/zz-one/\n"


def test_every_address_in_the_ledger_is_given_once() -> None:
    addresses = [entry.address for entry in ledger.read(str(ROOT / "examples_data"))]
    assert len(addresses) == len(set(addresses)) > 1000


def test_reference_managers_read_the_downloads(site: Path) -> None:
    ris = rispy.loads((site / "downloads" / "outcomes-in-practice.ris").read_text("utf-8"))
    bib = bibtexparser.parse_string(
        (site / "downloads" / "outcomes-in-practice.bib").read_text("utf-8")
    )
    csl = json.loads((site / "downloads" / "outcomes-in-practice.csl.json").read_text("utf-8"))
    assert len(ris) == len(bib.entries) == len(csl) > 1
    assert bib.failed_blocks == []
    assert ris[0]["title"] == csl[0]["title"] and ris[0]["urls"] == [csl[0]["URL"]]


def test_an_example_tells_zotero_how_to_cite_it(site: Path) -> None:
    page = (site / "examples" / EXAMPLE / "index.html").read_text("utf-8")
    assert '<meta name="citation_title" content="' in page
    day = f"{read(EXAMPLE)['added']:%Y/%m/%d}"
    assert f'<meta name="citation_publication_date" content="{day}">' in page
    assert '<meta name="citation_author" content="Outcomes in Practice,">' in page


def test_the_library_is_one_name_to_reference_managers_not_a_person(site: Path) -> None:
    ris = rispy.loads((site / "downloads" / "outcomes-in-practice.ris").read_text("utf-8"))
    assert {author for reference in ris for author in reference["authors"]} == {
        "Outcomes in Practice,"
    }


def test_a_card_describes_itself_as_oembed(site: Path) -> None:
    told = json.loads((site / "embed" / EXAMPLE / "oembed.json").read_text("utf-8"))
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert f"/embed/{EXAMPLE}/" in told["html"]


def test_the_code_on_paper_leads_to_the_page(site: Path) -> None:
    ids = json.loads((site / "api" / "v1" / "ids.json").read_text("utf-8"))
    gone = {f"examples/{note['id']}/" for note in ids["withdrawn"]}
    for entry in ledger.read(str(ROOT / "examples_data")):
        if entry.target and entry.target not in gone:
            page = (site / entry.target / "index.html").read_text("utf-8")
            picture = base64.b64decode(
                re.findall(r'class="practice-qr" src="data:image/png;base64,([^"]+)"', page)[0]
            )
            image = ImageOps.expand(Image.open(io.BytesIO(picture)).convert("L"), 4, 255)
            (code,) = zxingcpp.read_barcodes(ImageOps.scale(image, 10, Image.Resampling.NEAREST))
            assert code.text == f"https://outcomes-in-practice.example/{entry.address}"
