"""Sides of paper: a handout has two or four, and ends on lines to write on, as PDF and as a Word
file in another program.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import typst
from tests.libreoffice import convert, lays_out_as
from tests.test_slides import SHORT, USUAL, made_up, real

from practice.handouts import closing, handout, paper, pdf, word
from practice.handouts.imprint import SessionContext
from practice.handouts.outline import Document

A4 = 841.9
"""The height of a side in points."""
FOOT = 58
"""The height of the margin with the page's number."""
Write = Callable[[SessionContext], Document]


def from_word(documents: Mapping[str, Document], folder: Path) -> dict[str, pypdf.PdfReader]:
    """Documents as LibreOffice lays out their Word files."""
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(word.document(document))
    convert(sorted(folder.glob("*.docx")), "pdf", folder)
    if not lays_out_as("Arial"):
        pytest.skip("Neither Arial nor a font of its widths is installed (fonts-liberation)")
    return {name: pypdf.PdfReader(folder / f"{name}.pdf") for name in documents}


def drawn(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.document(document)))


def fault(document: Document, read: pypdf.PdfReader, most: int = 99) -> str:
    """What is wrong with the sides of a document, or nothing."""
    sides, last = len(read.pages), read.pages[-1]
    if sides > most or document.fill_in.even and sides % 2:
        return f"{sides} sides"
    if document.fill_in.asks[-1] not in " ".join(last.extract_text().split()):
        return f"the last question is not on side {sides}"
    return "" if lowest_line(last) < A4 / 2 else f"side {sides} is not half full"


def lowest_line(page: pypdf.PageObject) -> float:
    """The height of the lowest line to write on above the foot, in points."""
    found: list[float] = []

    def see(operator: bytes, operands: Any, within: Any, _: Any) -> None:
        if operator == b"l":
            x, y = map(float, operands)
            found.append(x * within[1] + y * within[3] + within[5])

    page.extract_text(visitor_operand_before=see)
    return min((y for y in found if y > FOOT), default=A4)


@pytest.mark.parametrize("write", [handout.learners, handout.trainers])
@pytest.mark.parametrize("steps", range(1, 13))
def test_a_document_has_an_even_number_of_sides_and_ends_on_lines_to_write_on(
    write: Write, steps: int
) -> None:
    document = write(made_up(15 * steps, *[USUAL] * steps))
    read = drawn(document)
    assert fault(document, read) == ""
    sides = len(read.pages)
    assert f"Page {sides} of {sides}" in read.pages[-1].extract_text()


@pytest.mark.slow
def test_so_has_its_word_file(tmp_path: Path) -> None:
    documents = {
        f"{write.__name__}-{steps}": write(made_up(15 * steps, *[USUAL] * steps))
        for write in (handout.learners, handout.trainers)
        for steps in range(1, 13)
    }
    papers = from_word(documents, tmp_path)
    faults = {name: fault(document, papers[name]) for name, document in documents.items()}
    assert {name: words for name, words in faults.items() if words} == {}


def test_a_word_file_has_letters_as_large_as_its_pdf() -> None:
    found = set()
    for steps in range(1, 13):
        document = handout.trainers(made_up(15 * steps, *[USUAL] * steps))
        styles = docx.Document(io.BytesIO(word.document(document))).styles
        found.add((styles["Text"].font.size.pt, paper.fewest_sides(document)[0].size))
    assert found == {(10.5, 10.5), (11, 11)}


def test_a_document_is_measured_once_for_its_pdf_and_its_word_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = handout.learners(made_up(30, USUAL, USUAL))
    pdf.document(document)
    monkeypatch.setattr(typst, "query", None)
    assert word.document(document).startswith(b"PK")


@pytest.mark.parametrize("write", [handout.learners, handout.trainers])
@pytest.mark.parametrize("steps", range(1, 13))
def test_a_document_takes_no_more_sides_than_in_any_layout(write: Write, steps: int) -> None:
    document = write(made_up(15 * steps, *[USUAL] * steps))
    sides = [paper.fewest_sides(document, (layout,))[1].sides for layout in paper.LAYOUTS]
    assert len(drawn(document).pages) == min(sides)


def test_a_document_that_nobody_writes_on_may_have_one_side() -> None:
    document = replace(handout.learners(made_up(15, SHORT, materials=())), blocks=(), fill_in=None)
    assert len(drawn(document).pages) == 1


# what the library hands out

FILES: Mapping[Write, int] = {handout.learners: 4, handout.trainers: 12, closing.evaluation: 1}
"""Each file of a session with the most sides that it may have."""


@pytest.mark.content
@pytest.mark.parametrize("write", FILES)
def test_every_session_has_few_sides_as_pdf(write: Write) -> None:
    documents = {source.session.id: write(source) for source in real()}
    faults = {id: fault(one, drawn(one), FILES[write]) for id, one in documents.items()}
    assert {id: words for id, words in faults.items() if words} == {}


@pytest.mark.content
@pytest.mark.parametrize("write", FILES)
def test_every_session_has_few_sides_as_a_word_file(write: Write, tmp_path: Path) -> None:
    documents = {source.session.id: write(source) for source in real()}
    papers = from_word(documents, tmp_path)
    faults = {id: fault(one, papers[id], FILES[write]) for id, one in documents.items()}
    assert {id: words for id, words in faults.items() if words} == {}
