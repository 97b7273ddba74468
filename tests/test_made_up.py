"""What is made up for learning: checked as it is read, and told as fiction wherever it is shown."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import lxml.html
import openpyxl
import pypdf
import pytest

from practice import handouts
from practice.cache import Cache
from practice.checking import consistency, reader
from practice.handouts import made_up, outcomes
from practice.handouts.outline import Document
from practice.library.library import Library, build
from practice.model import Problem
from practice.teaching import NOTICE

SMALL = Path(__file__).parent / "data" / "small"
SITE = handouts.Imprint("Outcomes in Practice", "https://outcomes.example.org/", "CC BY 4.0.")
SCENARIO = "data/scenarios/the-wet-bench.yml"
CONVERSATION = "data/conversations/first-hello.yml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small library without problems."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def problems(small: Path) -> list[Problem]:
    reading = reader.read_folder(str(small / "data"), str(small / "docs"), Cache(None))
    return sorted(reading.problems + consistency.problems(reading))


def change(small: Path, name: str, old: str, new: str) -> None:
    text = (small / name).read_text("utf-8")
    assert old in text
    (small / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def library() -> Library:
    reading = reader.read_folder(str(SMALL / "data"), str(SMALL / "docs"), Cache(None))
    return build(reading.things, reading.pages, reading.digests)


# what is wrong is told where it stands


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        (SCENARIO, "scotland", "atlantis", "unknown-reference"),
        (SCENARIO, "risk#why-it-matters", "risk#tides", "unknown-reference"),
        (SCENARIO, "first-watch", "second-watch", "unknown-reference"),
        (SCENARIO, "A cushion costs", "See 07700 900123. A cushion costs", "privacy-phone"),
        (SCENARIO, "dry keeper", "dry <b>keeper</b>", "no-html"),
        (SCENARIO, "has a cushion", "has [one](example:no-gull)", "unknown-reference"),
        (CONVERSATION, "first-words", "no-words", "unknown-reference"),
        (CONVERSATION, "The boats.", "Write to gull.keeper@gmail.com.", "privacy-email"),
        (CONVERSATION, "who: Keeper\n    says", "who: Gull\n    says", "unknown-speaker"),
        ("data/records.yml", "told the story", "told <i>the</i> story", "no-html"),
        ("data/records.yml", "quality: weak", "quality: poor", "choice"),
        ("data/outcomes_data.yml", "at_start: fully", "at_start: nearly", "choice"),
    ],
)
def test_a_fault_is_told_at_its_own_line(
    small: Path, name: str, old: str, new: str, rule: str
) -> None:
    text = (small / name).read_text("utf-8")
    line = text[: text.index(old)].count("\n") + 1
    change(small, name, old, new)
    assert {(p.rule, p.path, p.line) for p in problems(small)} == {(rule, str(small / name), line)}


def test_two_people_of_one_name_are_told(small: Path) -> None:
    change(small, CONVERSATION, "name: Keeper", "name: Mate")
    change(small, CONVERSATION, "who: Keeper\n", "who: Mate\n")
    (found,) = problems(small)
    assert (found.rule, found.line) == ("named-twice", 15)


def test_a_message_holds_no_more_than_the_beginning_of_a_long_value(small: Path) -> None:
    change(small, "data/records.yml", "[care-home]", "care-home " * 1000)
    (found,) = problems(small)
    assert found.rule == "list" and len(found.hint) < 200


def test_a_record_may_hold_the_words_that_it_teaches_us_to_avoid(small: Path) -> None:
    change(small, "data/records.yml", "Lamp lit.", "Lamp lit for the seagulls.")
    assert problems(small) == []
    change(small, "data/records.yml", "the gull.", "the seagulls.")
    assert [p.rule for p in problems(small)] == ["people-first"]


# files


def documents(library: Library) -> dict[str, Document]:
    return {name: document for _, name, document in made_up.documents(library, SITE)}


def opened(name: str, document: Document) -> Iterator[tuple[str, list[str]]]:
    """The name of each file, and the words of its pages."""
    for file, make in handouts.pdf_and_word(name, document):
        raw = io.BytesIO(make())
        if file.endswith(".pdf"):
            yield (
                file,
                [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(raw).pages],
            )
        else:
            word = docx.Document(raw)
            text = [node.text for node in word.element.body.iter() if node.tag.endswith("}t")]
            foot = [p.text for p in word.sections[0].footer.paragraphs]
            yield file, [" ".join(" ".join(filter(None, (*text, *foot))).split())]


def test_every_page_of_every_file_says_that_it_is_made_up(library: Library) -> None:
    for name, document in documents(library).items():
        for file, pages in opened(name, document):
            assert NOTICE in pages[0], file
            assert all("made up for learning" in page for page in pages), file


def test_what_the_group_gets_holds_nothing_that_is_for_the_trainer(library: Library) -> None:
    found = documents(library)
    (scenario,) = library.all("scenario").values()
    (record,) = library.all("record").values()
    secret = (scenario.twist, *scenario.notices, *scenario.goes_wrong)
    for name, kept in (
        (f"{scenario.id}-group", secret),
        ("records-group", (record.better, *record.shows)),
    ):
        for file, pages in opened(name, found[name]):
            assert not [text for text in kept if text.strip() in " ".join(pages)], file


def test_the_trainer_gets_what_the_group_does_not(library: Library) -> None:
    found = documents(library)
    (scenario,) = library.all("scenario").values()
    for file, pages in opened(f"{scenario.id}-trainer", found[f"{scenario.id}-trainer"]):
        for text in (*scenario.notices, *scenario.goes_wrong, scenario.twist.strip()):
            assert text in " ".join(pages), file


def test_a_conversation_on_paper_says_who_speaks_and_what_is_only_thought(
    library: Library,
) -> None:
    (talk,) = library.all("conversation").values()
    name = f"{talk.id}-conversation"
    for file, pages in opened(name, documents(library)[name]):
        words = " ".join(pages)
        for turn in talk.turns:
            assert f"{turn.who}: {turn.says.strip()}" in words, file
            if turn.thinks:
                assert f"{turn.who} thinks {turn.thinks.strip()}" in words, file
            if turn.otherwise:
                assert f"It could have gone otherwise {turn.otherwise.strip()}" in words, file


def test_cards_and_what_comes_later_stand_on_a_page_of_their_own(library: Library) -> None:
    found = documents(library)
    (scenario,) = library.all("scenario").values()
    for end, words in (
        ("group", [card.who for card in scenario.cards]),
        ("trainer", [scenario.twist.strip()]),
    ):
        name = f"{scenario.id}-{end}"
        pages = dict(opened(name, found[name]))[f"{name}.pdf"]
        assert [all(word in page for word in words) for page in pages] == [False, True]


def test_the_same_document_gives_the_same_bytes(library: Library) -> None:
    for name, document in documents(library).items():
        first, second = (
            [make() for _, make in handouts.pdf_and_word(name, document)] for _ in range(2)
        )
        assert first == second


def test_outcomes_data_opens_as_a_table_and_its_gaps_stay_gaps(library: Library) -> None:
    lines = outcomes.table(library.all("outcome").values())
    notice, head, *rows = csv.reader(outcomes.as_csv(lines).decode("utf-8-sig").splitlines())
    assert NOTICE in notice[0] and len(rows) == 2
    last = dict(zip(head, rows[1], strict=True))
    assert (last["What they said"], last["At the review"]) == ("'=To keep the lamp.", "")
    made = [outcomes.as_spreadsheet(lines, "Outcomes in Practice") for _ in range(2)]
    assert made[0] == made[1]
    (sheet,) = openpyxl.load_workbook(io.BytesIO(made[0])).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row]
    texts = [cell.value for cell in cells]
    assert NOTICE in texts[0] and {*head, "=To keep the lamp."} <= {*texts}
    assert "" not in texts and sheet.cell(sheet.max_row, head.index("At the review") + 1).has_style
    assert not [cell for cell in cells if cell.data_type == "f"]


# pages


def pages(site: Path, folder: str) -> list[Path]:
    return sorted((site / folder).glob("*/index.html"))


def read(path: Path) -> Any:
    return lxml.html.fromstring(path.read_text("utf-8"))


@pytest.mark.parametrize("folder", ["scenarios", "conversations"])
def test_every_page_says_that_it_is_made_up(folder: str, site: Path) -> None:
    for path in (site / folder / "index.html", *pages(site, folder)):
        assert read(path).xpath("string(//*[@class='practice-made-up'])") == NOTICE, path


def test_what_is_for_the_trainer_is_folded(site: Path) -> None:
    found = pages(site, "scenarios")
    for path in found:
        folds = read(path).xpath("//section[contains(@class, 'practice-fold')]/details")
        assert len(folds) == 3 and not any("open" in fold.attrib for fold in folds), path
    records = read(site / "records" / "index.html").xpath("//*[@class='practice-record']")
    for record in records:
        (answer,) = record.xpath(".//details[@class='practice-trainer']")
        assert "open" not in answer.attrib
    assert found and records


def test_every_page_leads_to_its_files_and_these_are_there(site: Path) -> None:
    talks = pages(site, "conversations")
    for path in (*pages(site, "scenarios"), *talks, site / "records" / "index.html"):
        offered = read(path).xpath("//nav[@aria-labelledby='downloads']//a/@href")
        assert len(offered) == (2 if path in talks else 4), path
        assert all((path.parent / href).resolve().is_file() for href in offered)


def test_the_open_data_says_that_it_is_made_up_and_what_it_belongs_with(site: Path) -> None:
    for name in ("scenarios", "conversations", "records"):
        listed = json.loads((site / "api" / "v1" / f"{name}.json").read_text("utf-8"))
        assert all(thing["notice"] == NOTICE and thing["url"] for thing in listed)
        for path in (site / "api" / "v1" / name).glob("*.json"):
            thing = json.loads(path.read_text("utf-8"))
            assert thing["notice"] == NOTICE and thing["links"], path


def test_the_builder_of_packs_offers_every_one(site: Path) -> None:
    script = (site / "assets" / "pack-all.js").read_text("utf-8")
    data = json.loads(re.sub(r"^window\.practicePackAll=|;\s*$", "", script))
    known = {(kind, id) for kind, id, *_ in data}
    for kind, folder in (("s", "scenarios"), ("t", "conversations")):
        assert {(kind, path.parent.name) for path in pages(site, folder)} <= known
