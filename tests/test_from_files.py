"""`practice new --from` and `issue-to-yaml`: every word that somebody wrote elsewhere is taken
over, or stands at the end as a comment.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

import docx
import pytest
import yaml
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from tests.cases import run

from practice.contributing.years import period

pytestmark = pytest.mark.slow

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def paragraph(inner: str, style: str = "") -> str:
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p {NS}>{marked}{inner}</w:p>"


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def taken(tmp_path, *parts: str, change=None) -> str:
    """What `practice new` makes of a Word file whose body holds some parts."""
    document = docx.Document()
    body = document.element.body
    for part in parts:
        body.insert(len(body) - 1, parse_xml(part))
    if change:
        change(document)
    path = tmp_path / "our.docx"
    document.save(str(path))
    done = run("new", "our", "--from", str(path), "--dry-run", "--no-ask")
    assert done.returncode == 0, done.stderr
    return done.stdout


def field(text: str, name: str) -> str:
    return str(yaml.safe_load(text)[name]).strip()


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(words(cell))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl {NS}>{lines}</w:tbl>"


HEADING = paragraph(words("What we did"), "Heading1")


def test_a_form_in_a_table_gives_its_fields(tmp_path):
    text = taken(
        tmp_path,
        paragraph(words("A shared diary in a day centre"), "Title"),
        table(("Context", "Nobody knew."), ("What we did", "We bought a diary."), ("Our cat", "x")),
        paragraph(words("And one word more.")),
    )
    assert field(text, "title") == "A shared diary in a day centre"
    assert field(text, "context") == "Nobody knew."
    assert field(text, "what_they_did") == "We bought a diary."
    assert "# Our cat\n# x\n" in text
    assert "# And one word more.\n" in text


def test_a_table_in_a_story_stays_a_table(tmp_path):
    text = taken(tmp_path, HEADING, table(("Month", "Talks"), ("March", "a | b")), HEADING)
    assert field(text, "what_they_did") == "| Month | Talks |\n| --- | --- |\n| March | a \\| b |"


def test_what_is_tracked_in_stays_and_what_is_tracked_out_goes(tmp_path):
    insertion = f'<w:ins w:id="1" w:author="x">{words(", and met")}</w:ins>'
    deletion = '<w:del w:id="2" w:author="x"><w:r><w:delText>struck out</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="x">{words("moved away")}</w:moveFrom>'
    text = taken(tmp_path, HEADING, paragraph(words("We read") + insertion + deletion + moved))
    assert field(text, "what_they_did") == "We read, and met"
    assert "struck out" not in text and "moved away" not in text


def test_content_controls_and_text_boxes_give_their_words(tmp_path):
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        f"{paragraph(words('In a box.'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><w:txbxContent>{paragraph(words('In a box.'))}</w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    control = (
        f"<w:sdt {NS}><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>"
        f"{paragraph(words('In a control.'))}</w:sdtContent></w:sdt>"
    )
    inline = f"<w:sdt><w:sdtContent>{words('inline')}</w:sdtContent></w:sdt>"
    text = taken(tmp_path, HEADING, control, paragraph(words("Then ") + inline + box))
    said = field(text, "what_they_did")
    assert said == "In a control.\n\nThen inline\n\nIn a box."


def test_a_link_keeps_where_it_leads(tmp_path):
    def link(document):
        rel = document.part.relate_to(
            "https://example.org/our report", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        inner = f'{words("See ")}<w:hyperlink r:id="{rel}">{words("our report")}</w:hyperlink>'
        body = document.element.body
        body.insert(len(body) - 1, parse_xml(paragraph(inner)))

    text = taken(tmp_path, HEADING, change=link)
    assert field(text, "what_they_did") == "See [our report](https://example.org/our%20report)"


def test_footnotes_stand_at_the_end_with_their_number(tmp_path):
    def notes(document):
        xml = f'<w:footnotes {NS}><w:footnote w:id="4">{paragraph(words("Of 2019."))}'
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            f"{xml}</w:footnote></w:footnotes>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    reference = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    text = taken(tmp_path, HEADING, paragraph(words("A policy") + reference), change=notes)
    assert field(text, "what_they_did") == "A policy [1]"
    assert "# Notes\n# [1] Of 2019.\n" in text


def test_words_under_a_heading_that_stands_twice_are_all_taken(tmp_path):
    path = tmp_path / "our.txt"
    path.write_text(
        "# Our diary\nA line.\n\n## Context\nOne.\n\n## Background\nTwo.\n\n## Place\nHere.\n\n"
        "## Where\nThere.\n\n## Nation\nScotland\nWales\n\n## When\nlong ago\n",
        "utf-8",
    )
    text = run("new", "our", "--from", str(path), "--dry-run", "--no-ask").stdout
    assert field(text, "title") == "Our diary"
    assert field(text, "context") == "One.\n\nTwo."
    assert field(text, "place") == "Here."
    for lost in ("A line.", "There.", "Wales", "long ago"):
        assert f"# {lost}\n" in text, lost


@pytest.mark.parametrize(
    ("said", "years", "more"),
    [
        ("2019-2021", ("2019", "2021"), False),
        ("2019-21", ("2019", "2021"), False),
        ("2019–22", ("2019", "2022"), False),
        ("2019/20", ("2019", "2020"), False),
        ("From 2019 to 2021", ("2019", "2021"), False),
        ("2020", ("2020", "2020"), False),
        ("2019, 2020 and 2022", ("2019", "2022"), False),
        ("April 2019 to March 2021", ("2019", "2021"), True),
        ("01/04/2019 - 31/03/2021", ("2019", "2021"), True),
        ("2019 to present", ("2019", None), True),
        ("Since 2019", ("2019", None), True),
        ("from 2019", ("2019", None), True),
        ("2019 to 2021, and still going on", ("2019", None), True),
        ("2009-10", ("2009", None), True),
        ("2019-06", ("2019", "2019"), False),
        ("FY19/20 to FY20/21", None, True),
        ("long ago", None, True),
    ],
)
def test_years_are_understood_as_people_write_them(said, years, more):
    found, has_more = period(said)
    first, last = years or (None, None)
    assert (found.get("from"), found.get("to")) == (first, last)
    assert has_more is more


@pytest.mark.parametrize("command", ["new", "issue"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("cp1252", b""),
        ("utf-16", b""),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_text_is_read_in_the_encodings_that_programs_write(tmp_path, command, encoding, mark):
    path = tmp_path / "notes.txt"
    path.write_bytes(mark + "### Title\n\nA café – “ours” – that asked\n".encode(encoding))
    given = (
        ("new", "notes", "--from", str(path), "--dry-run", "--no-ask")
        if command == "new"
        else ("issue-to-yaml", str(path))
    )
    assert "title: A café – “ours” – that asked\n" in run(*given).stdout


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_an_empty_byte_in_a_text_makes_no_other_encoding_of_it(tmp_path, encoding):
    path = tmp_path / "notes.txt"
    path.write_bytes("### Title\n\nA café\0 – “ours” – that asked\n".encode(encoding))
    assert "title: A café – “ours” – that asked\n" in run("issue-to-yaml", str(path)).stdout


NEWER = b"PK\x01\x02\x14\x03\x94"
"""How an archive names a part that needs a version of the format to come."""


def packed(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(name, "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("notes.pdf", b"%PDF-1.4 \x00\xff"),
        ("notes.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"),
        ("notes.odt", packed("content.xml")),
        ("to-come.odt", packed("content.xml").replace(b"PK\x01\x02\x14\x03\x14", NEWER)),
        ("notes.rtf", b"{\\rtf1 words}"),
    ],
)
@pytest.mark.parametrize("command", ["new", "issue"])
def test_a_file_of_another_kind_is_refused_in_a_sentence(tmp_path, name, raw, command):
    path = tmp_path / name
    path.write_bytes(raw)
    given = (
        ("new", "notes", "--from", str(path), "--dry-run", "--no-ask")
        if command == "new"
        else ("issue-to-yaml", str(path))
    )
    done = run(*given)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert re.search(
        rf"{name} is .*\. Open it and save it as \.docx, or as plain text\.", done.stderr
    )


def flipped(raw: bytes) -> bytes:
    """A Word file with one byte wrong inside its packed text."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        part = file.getinfo("word/document.xml")
    at = part.header_offset + 30 + len(part.filename) + part.compress_size // 2
    return raw[:at] + bytes([raw[at] ^ 255]) + raw[at + 1 :]


def with_part(name: str, text: str, raw: bytes) -> bytes:
    """A Word file with another text as one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
    return made.getvalue()


EMPTY_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "<Relationship/></Relationships>"
)


@pytest.mark.parametrize(
    "damaged",
    [
        flipped,
        partial(with_part, "word/document.xml", "<x/>"),
        partial(with_part, "word/styles.xml", "<x/>"),
        partial(with_part, "_rels/.rels", EMPTY_LINK),
        partial(with_part, "word/_rels/document.xml.rels", EMPTY_LINK),
    ],
    ids=["a byte", "the text", "the styles", "the links of all", "the links of the text"],
)
def test_a_word_file_that_is_damaged_is_refused_in_a_sentence(tmp_path, damaged):
    whole = io.BytesIO()
    docx.Document().save(whole)
    (tmp_path / "our.docx").write_bytes(damaged(whole.getvalue()))
    done = run("new", "our", "--from", str(tmp_path / "our.docx"), "--dry-run", "--no-ask")
    assert done.returncode == 2
    assert done.stderr.endswith(
        "our.docx is no Word file that can be read. Open it in Word and save it again as .docx,"
        " or save it as plain text.\n"
    )


def test_an_open_end_is_left_empty_and_asked_for(tmp_path):
    path = tmp_path / "our.txt"
    path.write_text("## When\nSince 2019\n", "utf-8")
    text = run("new", "our", "--from", str(path), "--dry-run", "--no-ask").stdout
    assert "period: {from: 2019, to: }\n" in text
    assert "# When\n# Since 2019\n" in text
