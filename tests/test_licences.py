"""An example under a licence of its own says so wherever its text goes; all else is under the
licence of the site.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import bibtexparser
import docx
import lxml.etree
import pytest
import rispy
from tests.conftest import ROOT, build, copy_project, serving

from practice.contributing.questions import OPTIONS
from practice.licences import LICENCES

pytestmark = pytest.mark.slow

SMALL = ROOT / "tests" / "data" / "small"
OWN, OTHER = "lighthouse-breakfasts", "harbour-walks"
NAME, URL = LICENCES["CC-BY-SA-4.0"]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library, with one of its two examples under a licence of its own."""
    copy = tmp_path_factory.mktemp("licences")
    copy_project(copy)
    for ours, small in (("examples_data", "data"), ("docs", "docs")):
        shutil.rmtree(copy / ours)
        shutil.copytree(SMALL / small, copy / ours)
    path = copy / "examples_data" / "examples" / f"{OWN}.yml"
    path.write_text(path.read_text("utf-8") + "licence: CC-BY-SA-4.0\n", "utf-8")
    done = build(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "site"


def read(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_the_form_offers_the_licences_that_there_are() -> None:
    assert OPTIONS["licence"].keys() == LICENCES.keys()


def test_its_page_names_it_for_readers_for_paper_and_for_machines(site: Path) -> None:
    own, other = (read(site, f"examples/{id}/index.html") for id in (OWN, OTHER))
    assert f'<a rel="license" href="{URL}">{NAME}</a>' in own
    assert f'"license":"{URL}"' in own
    assert f"Text under the licence {NAME}." in own
    assert "Text under the licence CC BY 4.0." not in own
    assert NAME not in other and "Text under the licence CC BY 4.0." in other


def test_its_card_names_it(site: Path) -> None:
    assert f", {NAME}</p>" in read(site, f"embed/{OWN}/index.html")
    assert ", CC BY 4.0</p>" in read(site, f"embed/{OTHER}/index.html")


def test_the_open_data_and_the_feeds_name_it(site: Path) -> None:
    rows = {row["id"]: row["licence"] for row in json.loads(read(site, "api/v1/examples.json"))}
    assert rows == {OWN: "CC-BY-SA-4.0", OTHER: "CC-BY-4.0"}
    feed = lxml.etree.parse(site / "feeds" / "examples.xml")
    assert feed.findtext("a:rights", None, ATOM) == "CC BY 4.0"
    rights = {
        entry.findtext("a:id", "", ATOM).split("/")[-2]: entry.findtext("a:rights", None, ATOM)
        for entry in feed.findall("a:entry", ATOM)
    }
    assert rights == {OWN: NAME, OTHER: None}


def test_references_name_it(site: Path) -> None:
    note = f"Text under the licence {NAME}"
    library = bibtexparser.parse_string(read(site, "downloads/outcomes-in-practice.bib"))
    assert library.failed_blocks == []
    assert library.entries_dict[OWN].fields_dict["note"].value == note
    assert "note" not in library.entries_dict[OTHER].fields_dict
    found = {r["id"]: r for r in rispy.loads(read(site, "downloads/outcomes-in-practice.ris"))}
    assert found[OWN]["notes"] == [note] and "notes" not in found[OTHER]
    items = json.loads(read(site, "downloads/outcomes-in-practice.csl.json"))
    assert {item["id"]: item.get("note") for item in items}[OWN] == note


def test_the_builder_of_packs_knows_it(site: Path) -> None:
    data = json.loads(
        re.sub(r"^window\.\w+=|;\n$", "", read(site, "assets/pack-data.js").replace("\\u003c", "<"))
    )
    assert data["licence"] == "CC BY 4.0"
    assert {row[1]: row[10] for row in data["choices"] if row[0] == "e"} == {OWN: NAME, OTHER: ""}


def test_handouts_name_it_beside_the_licence_of_the_session(site: Path) -> None:
    document = docx.Document(str(site / "downloads" / "sessions" / "first-watch-handout.docx"))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Text under the licence CC BY 4.0" in words
    assert f"is under the licence {NAME}." in words


def test_a_browser_credits_it_in_references_and_in_packs(site: Path, page: Any) -> None:
    with serving(site) as address:
        page.goto(f"{address}/examples/{OWN}/")
        assert f", {NAME}." in page.locator(".practice-credit").inner_text()
        with page.expect_download() as waiting:
            page.click("text=Download BibTeX")
        written = Path(waiting.value.path()).read_text("utf-8")
        (entry,) = bibtexparser.parse_string(written).entries
        assert entry.fields_dict["note"].value == f"Text under the licence {NAME}"
        page.goto(f"{address}/teach/build/?items=e.{OWN}.5_e.{OTHER}.5")
        page.wait_for_selector("#pack-items > li")
        page.get_by_role("button", name="Read and print it").click()
        words = page.locator("#pack-credit").inner_text()
        assert ", CC BY 4.0." in words and words.endswith(f"is under the licence {NAME}.")
