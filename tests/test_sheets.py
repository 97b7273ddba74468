"""Hand-written pages that are Word files as well: the sheets of a kit."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest
from docx.shared import Mm

from practice.handouts import Imprint, sheet, sheet_file
from practice.library import library as libraries
from practice.library.library import Library
from practice.model import BibliographyEntry, Page
from practice.reading import page as pages

SITE = Imprint("A library", "https://library.example/", "Free to use.")
SHEET = """\
---
title: A sheet
summary: To print and to change.
word: Kit
---

Begin with [the other](other.md#part), which [](source:one) describes.

## Talk {#talk}

1. Ask **twice**.
2. Wait.

### Closer {#closer}

| About | What we say |
|---|---|
| **Time** and [place](guide:somewhere) | |
| Next | In a week |

| Minutes | What | How you might say it in so many words |
|---|---|---|
| 0 to 5 | Arrive | "How are you?" |
"""
OTHER = "---\ntitle: Other\nsummary: Another page.\n---\n\n## Part {#part}\n\nWords.\n"


def page_of(text: str, file: str) -> Page:
    contents = pages.read(text.encode(), f"docs/{file}", file)
    assert not contents.problems
    return contents.things[0]


@pytest.fixture(scope="module")
def library() -> Library:
    """A library of two pages and a source."""
    found = [page_of(SHEET, "kit/sheet.md"), page_of(OTHER, "kit/other.md")]
    source = BibliographyEntry(
        id="one", cited_as="One, 2020", title="One", publisher="P", read="opening"
    )
    return libraries.build({"source": {"one": source}}, {page.file: page for page in found}, {})


@pytest.fixture(scope="module")
def word(library: Library) -> Any:
    name, _, make = sheet_file(library.pages["kit/sheet.md"], library, SITE, "2026-11-27")
    assert name == "kit-sheet.docx"
    return docx.Document(io.BytesIO(make()))


def test_the_file_says_what_the_page_says_with_real_headings_and_lists(word: Any) -> None:
    said = [(p.style.name, p.text) for p in word.paragraphs]
    assert ("Title", "A sheet") in said
    assert ("Heading 1", "Talk") in said and ("Heading 2", "Closer") in said
    assert [text for style, text in said if style == "List Number"] == ["Ask twice.", "Wait."]
    assert said[0][1] == "A library. Kit" and ("Text", "To print and to change.") in said


def test_links_lead_to_full_addresses_and_a_citation_names_its_source(word: Any) -> None:
    links = {
        "".join(run.text for run in link.runs): link.address
        for para in word.paragraphs
        for link in para.hyperlinks
    }
    assert links["the other"] == "https://library.example/kit/other/#part"
    assert links["One, 2020"] == "https://library.example/sources/#one"


def test_a_table_keeps_its_cells_and_leaves_room_where_one_is_empty(word: Any) -> None:
    form, plan = word.tables
    assert [[cell.text for cell in row.cells] for row in form.rows] == [
        ["About", "What we say"],
        ["Time and place", ""],
        ["Next", "In a week"],
    ]
    heights = [row.height for row in form.rows]
    assert heights[1] >= Mm(20) and not heights[0] and not heights[2]
    assert all(run.bold for cell in form.rows[0].cells for run in cell.paragraphs[0].runs)
    first, *_, last = (cell.width for cell in plan.rows[0].cells)
    assert first < last / 2
    assert sum(cell.width for cell in plan.rows[0].cells) <= Mm(171)


def test_a_page_without_the_flag_holds_no_text_and_makes_no_file(library: Library) -> None:
    assert library.pages["kit/sheet.md"].text and not library.pages["kit/other.md"].text


def test_equal_pages_have_equal_keys_and_a_change_of_a_word_changes_the_key(
    library: Library,
) -> None:
    def key(text: str) -> bytes:
        return sheet_file(page_of(text, "kit/sheet.md"), library, SITE, "2026-11-27")[1]

    assert key(SHEET) == key(SHEET) != key(SHEET.replace("Wait", "Listen"))


def test_a_heading_of_a_page_that_is_not_there_leads_nowhere(library: Library) -> None:
    lost = page_of(SHEET.replace("other.md#part", "lost.md"), "kit/sheet.md")
    blocks = sheet.document(lost, library, SITE, "2026-11-27").blocks
    assert "lost" not in repr(blocks) and "the other" in repr(blocks)


def test_every_sheet_offers_its_file_and_the_supervise_page_and_the_finder_lead_to_it(
    site: Path, built_project: Path
) -> None:
    docs = built_project / "docs"
    flagged = [
        path
        for path in sorted(docs.rglob("*.md"))
        if "\nword: " in path.read_text().split("---")[1]
    ]
    listed = html(site / "supervise" / "index.html").xpath("//section[@aria-labelledby='kit']//a")
    linked = {link.get("href").removeprefix("../") for link in listed}
    found = "".join(part.read_text("utf-8") for part in (site / "find" / "other").glob("*.js"))
    for path in flagged:
        address = f"{path.relative_to(docs).with_suffix('')}/"
        [href] = html(site / address / "index.html").xpath("//article//a[@download]/@href")
        file = site / href.replace("../", "")
        title = html(site / address / "index.html").xpath("string(//h1)")
        assert title in [p.text for p in docx.Document(str(file)).paragraphs]
        assert address in linked or not address.startswith("supervise/")
        assert address in found


def test_a_page_with_the_directive_offers_the_file_of_every_sheet(
    site: Path, built_project: Path
) -> None:
    kit = html(site / "supervise" / "kit" / "index.html")
    files = kit.xpath("//article//ul//a[@download]")
    sheets = [
        path
        for path in (built_project / "docs" / "supervise").glob("*.md")
        if "\nword: " in path.read_text().split("---")[1]
    ]
    assert {link.get("href") for link in files} == {
        f"../../downloads/pages/supervise-{path.stem}.docx" for path in sheets
    }
    titles = {html(site / "supervise" / p.stem / "index.html").findtext(".//h1") for p in sheets}
    assert {link.text for link in files} == titles


def test_a_sheet_stands_below_the_kit_and_the_kit_below_teach(site: Path) -> None:
    crumbs = html(site / "supervise" / "hour" / "index.html").xpath(
        "//nav[@class='practice-crumbs']//a"
    )
    assert [(a.text, a.get("href")) for a in crumbs] == [
        ("Home", "../.."),
        ("Teach", "../../teach/"),
        ("Supervision kit", "../kit/"),
    ]


@pytest.mark.content
def test_the_guide_and_the_kit_lead_to_every_sheet(site: Path) -> None:
    sheets = html(site / "supervise" / "index.html").xpath(
        "//section[@aria-labelledby='kit']//ul//a/@href"
    )
    names = {href.strip("/").split("/")[-1] for href in sheets}
    assert len(names) == 8
    for address in ("guides/supervision", "supervise/kit"):
        links = html(site / address / "index.html").xpath("//article//a/@href")
        assert names <= {href.strip("/").split("/")[-1] for href in links}


def html(path: Path) -> Any:
    return lxml.html.fromstring(path.read_text("utf-8"))
