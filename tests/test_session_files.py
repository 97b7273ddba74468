"""The files of a session, each opened by something that we did not write."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pptx
import pypdf
import pytest
import typst
import zxingcpp
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from tests.examples import EXAMPLE
from tests.libreoffice import convert

from practice import handouts
from practice.cache import Cache
from practice.checking import reader
from practice.handouts import cards, codes, office, outline, storyboard, web, word_parts
from practice.handouts.imprint import SessionContext
from practice.library.library import Library, build
from practice.model import Session

ROOT = Path(__file__).parent.parent
SITE = handouts.Imprint(
    "Outcomes in Practice",
    "https://outcomes.example.org/",
    "Text under CC BY 4.0. Say where it is from.",
)
LEARNERS = f"""\
Read **both sides** of the [example](example:{EXAMPLE}), then *stop*.
This is #strong[typst], $5 and @nobody, and <b>HTML</b> & all.

In pairs:

1. What happened?
2. What do we know?

   Say who says so.

- one
  - inside one
- two

See [nothing](example:no-such-thing), [bad](javascript:alert(1)) and
[outside](https://www.gov.scot/).
"""
SECRET = "Only the trainer reads that **the kettle** is in the next room."
VALUE = {
    "id": "a-test-session",
    "title": "A session for the tests",
    "summary": "A session that holds everything a session can hold.",
    "minutes": 45,
    "for": ["supervisor", "team-leader"],
    "size": "4 to 12 people",
    "aims": ["See what happens.", "Keep what works."],
    "preparation": ["Print the cards.", "Find a quiet room."],
    "steps": [
        {
            "id": "read",
            "title": "Read together",
            "minutes": 20,
            "learners": LEARNERS,
            "facilitator": SECRET,
            "online": "Put the link in the chat.",
            "bring": "A brass bell.",
            "answer": {
                "notices": ["A good answer names the tide."],
                "goes_wrong": ["The boat is blamed."],
                "nobody_speaks": "Ask about the wind.",
            },
            "materials": [
                f"example:{EXAMPLE}",
                "example:no-such-thing",
                "card:risk-of-my-own",
                "guide:risk#rights",
                "key-point:start-small",
            ],
        },
        {
            "id": "end",
            "title": "End",
            "minutes": 25,
            "learners": "1. First\n2. Second",
            "facilitator": "- Ask\n  - twice\n\n  and wait\n- Stop",
            "materials": ["deck:risk"],
        },
    ],
    "shorter": [{"step": "end", "minutes": 5, "how": "Ring the bell early."}],
    "questions": [
        {"ask": "What surprised you?", "kind": "open"},
        {"ask": "A long question. " * 20 + "Is it?", "kind": "open"},
    ],
    "knowing_it_worked": ["A month later somebody has tried something."],
    "themes": ["risk-enablement"],
    "guides": ["risk"],
    "added": "2026-11-25",
}


@pytest.fixture(scope="module")
def library() -> Library:
    reading = reader.read_folder(str(ROOT / "examples_data"), str(ROOT / "docs"), Cache(None))
    return build(reading.things, reading.pages, reading.digests)


@pytest.fixture(scope="module")
def source(library: Library) -> SessionContext:
    return SessionContext(Session.model_validate(VALUE), library, SITE)


@pytest.fixture(scope="module")
def made(source: SessionContext) -> dict[str, bytes]:
    """Every file of the test session by the end of its name."""
    return {
        name.removeprefix("a-test-session").strip("-"): make()
        for name, make in handouts.files(source.session, source.library, SITE)
    }


# what is made


def test_a_session_has_its_files(made: dict[str, bytes]) -> None:
    assert sorted(made) == [
        ".imscc",
        "cards.pdf",
        "certificate.docx",
        "certificate.pdf",
        "evaluation.docx",
        "evaluation.pdf",
        "handout.docx",
        "handout.pdf",
        "slides.pptx",
        "trainer.docx",
        "trainer.pdf",
    ]


def test_a_session_without_cards_has_no_sheet_of_cards(library: Library) -> None:
    bare = Session.model_validate(
        {**VALUE, "steps": [{"id": "end", "title": "End", "minutes": 25, "learners": "Go."}]}
    )
    assert [name for name, _ in handouts.files(bare, library, SITE) if "cards" in name] == []


def test_every_session_and_deck_of_the_library_makes_its_files_without_an_error(
    library: Library,
) -> None:
    session = library.get("session", "reading-an-example")
    pack = next(iter(library.all("deck").values()))
    for name, make in (
        *handouts.files(session, library, SITE),
        handouts.deck_file(pack, library, SITE),
    ):
        assert make(), name
    for other in library.all("session").values():
        assert handouts.key(other, library, SITE)


def test_the_same_session_gives_the_same_bytes_in_another_process(library: Library) -> None:
    id = min(library.all("session").values(), key=lambda session: session.minutes).id
    script = (
        "import hashlib, sys\n"
        "from practice import handouts\n"
        "from practice.cache import Cache\n"
        "from practice.library.library import build\n"
        "from practice.checking import reader\n"
        "r = reader.read_folder(sys.argv[1], sys.argv[2], Cache(None))\n"
        "library = build(r.things, r.pages, r.digests)\n"
        "site = handouts.Imprint('Outcomes in Practice', 'https://outcomes.example.org/',"
        " 'Text under CC BY 4.0. Say where it is from.')\n"
        "session = library.get('session', sys.argv[3])\n"
        "print(handouts.key(session, library, site).hex())\n"
        "for name, make in handouts.files(session, library, site):\n"
        "    print(name, hashlib.sha256(make()).hexdigest())\n"
    )
    env = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-c", script, str(ROOT / "examples_data"), str(ROOT / "docs"), id]
    there = subprocess.run(
        command, env=env, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    session = library.get("session", id)
    here = [
        f"{name} {hashlib.sha256(make()).hexdigest()}"
        for name, make in handouts.files(session, library, SITE)
    ]
    assert there == [handouts.key(session, library, SITE).hex(), *here]


def test_the_key_changes_with_what_an_example_says(source: SessionContext) -> None:
    library = source.library
    changed = library.get("example", EXAMPLE).model_copy(update={"summary": "Something else."})
    other = dataclasses.replace(
        library,
        things={**library.things, "example": {**library.all("example"), EXAMPLE: changed}},
    )
    assert handouts.key(source.session, library, SITE) == handouts.key(
        source.session, library, SITE
    )
    assert handouts.key(source.session, library, SITE) != handouts.key(source.session, other, SITE)


# Markdown, read once


def test_markdown_becomes_paragraphs_lists_strong_words_and_full_addresses(
    source: SessionContext,
) -> None:
    first, lead, ordered, bullets, last = source.read(LEARNERS)
    assert isinstance(first, outline.Paragraph) and isinstance(last, outline.Paragraph)
    assert [(run.text, run.strong, run.link) for run in first.runs[:4]] == [
        ("Read ", False, ""),
        ("both sides", True, ""),
        (" of the ", False, ""),
        ("example", False, f"https://outcomes.example.org/examples/{EXAMPLE}/"),
    ]
    assert "<b>HTML</b> & all." in outline.words(first)
    assert outline.words(lead) == "In pairs:"
    assert (
        isinstance(ordered, outline.Listing)
        and ordered.start == 1
        and [len(item) for item in ordered.items] == [1, 2]
    )
    assert (
        isinstance(bullets, outline.Listing)
        and bullets.start is None
        and isinstance(bullets.items[0][1], outline.Listing)
    )
    assert {
        run.text: run.link for run in last.runs if run.text in ("nothing", "bad", "outside")
    } == {"outside": "https://www.gov.scot/"}


def test_headings_code_and_quotes_in_a_field_lose_no_words(source: SessionContext) -> None:
    said = " ".join(
        outline.words(block)
        for block in source.read(
            "# Big\n\n> quoted\n\n    code\n\n`tick` ![picture](x.png)\n\n<div>\nblock\n</div>\n"
        )
    )
    assert said == "Big quoted code tick picture <div> block </div>"


# PDF


@pytest.fixture(
    scope="module",
    params=["handout.pdf", "trainer.pdf", "cards.pdf", "evaluation.pdf", "certificate.pdf"],
)
def pdf(request: pytest.FixtureRequest, made: dict[str, bytes]) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made[request.param]))


def elements(node: Any) -> Iterator[Any]:
    """The elements of a PDF's structure."""
    node = node.get_object()
    if isinstance(node, list):
        for inner in node:
            yield from elements(inner)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_a_pdf_is_tagged_and_has_a_title_and_british_english(pdf: pypdf.PdfReader) -> None:
    top = pdf.trailer["/Root"]
    assert top["/MarkInfo"]["/Marked"].value
    assert top["/Lang"] == "en-GB"
    assert top["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "A session for the tests" in pdf.metadata.title
    assert (
        b'pdfuaid:part="1"' in top["/Metadata"].get_data()
        or b"<pdfuaid:part>1<" in top["/Metadata"].get_data()
    )


def test_a_pdf_has_headings_and_every_picture_has_words(pdf: pypdf.PdfReader) -> None:
    found = list(elements(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    assert "/H1" in {element["/S"] for element in found}
    assert all(
        element["/Alt"].startswith("QR code that leads to https://")
        for element in found
        if element["/S"] == "/Figure"
    )


def test_lists_and_the_plan_keep_their_form_in_the_pdf(made: dict[str, bytes]) -> None:
    found = [
        element["/S"]
        for element in elements(
            pypdf.PdfReader(io.BytesIO(made["trainer.pdf"])).trailer["/Root"]["/StructTreeRoot"][
                "/K"
            ]
        )
    ]
    assert {"/L", "/LI", "/LBody", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= set(found)


def text_of_pdf(raw: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages).split()
    )


def test_text_in_a_pdf_is_never_taken_for_a_command(made: dict[str, bytes]) -> None:
    assert "This is #strong[typst], $5 and @nobody, and <b>HTML</b> & all." in text_of_pdf(
        made["handout.pdf"]
    )


def test_only_the_trainers_files_have_the_trainers_notes(made: dict[str, bytes]) -> None:
    def text_of_word(raw: bytes) -> str:
        return "\n".join(para.text for para in docx.Document(io.BytesIO(raw)).paragraphs)

    answers = ("names the tide", "boat is blamed", "about the wind", "brass bell", "bell early")
    for secret in (
        *("kettle", "Put the link in the chat", "Find a quiet room", "A month later"),
        *answers,
    ):
        assert secret in text_of_pdf(made["trainer.pdf"]) and secret in text_of_word(
            made["trainer.docx"]
        )
        assert secret not in text_of_pdf(made["handout.pdf"]) and secret not in text_of_word(
            made["handout.docx"]
        )
        with zipfile.ZipFile(io.BytesIO(made[".imscc"])) as archive:
            assert not any(secret in archive.read(name).decode() for name in archive.namelist())


# Word


@pytest.fixture(scope="module")
def word(made: dict[str, bytes]) -> Any:
    return docx.Document(io.BytesIO(made["trainer.docx"]))


def test_a_word_file_has_real_headings_lists_and_links(word: Any) -> None:
    styles = [(para.style.name, para.text) for para in word.paragraphs]
    assert styles[1] == ("Title", "A session for the tests")
    assert ("Heading 1", "Step by step") in styles
    assert ("Heading 2", "1. Read together (20 minutes, from minute 0)") in styles
    assert ("List Bullet", "See what happens.") in styles
    assert ("Note Text", "Only the trainer reads that the kettle is in the next room.") in styles
    links = {rel.target_ref for rel in word.part.rels.values() if rel.is_external}
    assert {
        f"https://outcomes.example.org/examples/{EXAMPLE}/",
        "https://www.gov.scot/",
    } <= links


@pytest.mark.parametrize("text", ["a <b>c</b> & d", ']]> &amp; "e"', " f\ng ", " "])
def test_words_stand_in_a_word_file_as_they_are(text: str) -> None:
    file = docx.Document()
    word_parts.fill(file, word_parts.para("Normal", word_parts.run(text), word_parts.run(".")))
    assert [para.text for para in file.paragraphs] == [f"{text}."]
    for words in file.element.body.iter(qn("w:t")):
        kept = words.get(qn("xml:space")) == "preserve"
        assert kept or words.text == words.text.strip()


def test_every_list_in_order_begins_with_its_own_number(word: Any) -> None:
    numbers = [
        para._p.pPr.numPr.numId.val for para in word.paragraphs if para.style.name == "List Number"
    ]
    assert len(numbers) == 4 and len(set(numbers)) == 2


def test_a_list_within_a_list_lies_further_in(word: Any) -> None:
    styles = {para.text: para.style.name for para in word.paragraphs}
    assert (styles["inside one"], styles["Say who says so."]) == ("List Bullet 2", "List Continue")
    assert (styles["Ask"], styles["twice"]) == ("Note List Bullet", "Note List Bullet 2")


def test_a_word_file_is_a4_in_british_english_and_dated_by_its_data(word: Any) -> None:
    assert (round(word.sections[0].page_width.mm), round(word.sections[0].page_height.mm)) == (
        210,
        297,
    )
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    properties = word.core_properties
    assert (properties.title, properties.language) == (
        "A session for the tests: Trainer’s notes",
        "en-GB",
    )
    assert (
        properties.created.date().isoformat()
        == properties.modified.date().isoformat()
        == "2026-11-25"
    )


def test_pictures_in_a_word_file_have_words_and_lead_where_they_say(word: Any) -> None:
    pictures = list(word.element.iter(qn("wp:anchor")))
    assert len(pictures) == 2
    for picture in pictures:
        (shown,) = picture.iter(qn("a:blip"))
        image = word.part.related_parts[shown.get(qn("r:embed"))].blob
        words = picture.find(qn("wp:docPr")).get("descr")
        assert words == f"QR code that leads to {read_code(image)}"


def read_code(image: bytes) -> str:
    return str(zxingcpp.read_barcode(Image.open(io.BytesIO(image)).convert("L")).text)


def test_a_code_on_paper_reads_back_as_its_address() -> None:
    page = b'#set page(width: 40mm, height: 40mm, margin: 0mm)\n#image("code.svg", width: 100%)'
    svg = codes.svg(f"{SITE.url}e/ab12/").encode()
    drawn = typst.compile({"main.typ": page, "code.svg": svg}, format="png")
    assert read_code(drawn) == "https://outcomes.example.org/e/ab12/"


# slides


@pytest.fixture(scope="module")
def show(made: dict[str, bytes]) -> Any:
    return pptx.Presentation(io.BytesIO(made["slides.pptx"]))


def test_slides_use_named_layouts_and_leave_no_placeholder_empty(show: Any) -> None:
    assert {slide.slide_layout.name for slide in show.slides} == {
        "Title",
        "List",
        "Plan",
        "Step",
        "Two prompts",
        "One example",
        "Ending",
    }
    for slide in show.slides:
        assert slide.shapes.title.text_frame.text
        assert all(shape.is_placeholder for shape in slide.shapes if shape.has_text_frame)
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


def test_no_two_slides_have_one_title(show: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert len(titles) == len(set(titles))


def test_the_trainers_notes_stand_in_the_notes_of_the_slide(show: Any) -> None:
    notes = {
        slide.shapes.title.text_frame.text: slide.notes_slide.notes_text_frame.text
        for slide in show.slides
        if slide.has_notes_slide
    }
    assert "the kettle is in the next room" in notes["Read together"]
    assert "Put the link in the chat." in notes["Read together"]
    assert "If you have 5 minutes fewer" in notes["The plan"]
    assert "End: take 20 minutes in place of 25 minutes. Ring the bell early." in notes["The plan"]
    said = (
        "To bring: A brass bell.",
        "What good answers notice",
        "A good answer names the tide.",
    )
    assert all(words in notes["Read together"] for words in said)
    assert notes["Read together"].index("Where groups go wrong") < notes["Read together"].index(
        "If nobody speaks"
    )
    assert "kettle" not in "".join(
        shape.text_frame.text
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )


def test_no_two_shapes_of_a_slide_have_one_number(show: Any) -> None:
    for slide in show.slides:
        numbers = slide.shapes._spTree.xpath("//p:cNvPr/@id")
        assert len(set(numbers)) == len(numbers)


def test_the_code_of_each_example_reads_back_as_its_address(show: Any) -> None:
    found = [
        (shape._element.nvPicPr.cNvPr.get("descr"), read_code(shape.image.blob))
        for slide in show.slides
        for shape in slide.shapes
        if hasattr(shape, "image")
    ]
    assert [url for _, url in found] == [
        f"https://outcomes.example.org/examples/{EXAMPLE}/",
        "https://outcomes.example.org/sessions/a-test-session/",
    ]
    assert all(alt == f"QR code that leads to {url}" for alt, url in found)


def test_a_second_paragraph_of_an_item_has_no_mark_of_its_own(show: Any) -> None:
    paras = {
        para.text: para._p
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for para in shape.text_frame.paragraphs
    }
    assert [
        paras[text].pPr.find("{*}buAutoNum") is not None
        for text in ("What happened?", "What do we know?", "Say who says so.")
    ] == [True, True, False]
    assert paras["Say who says so."].pPr.find("{*}buNone") is not None
    assert paras["inside one"].pPr.get("lvl") == "2"


def test_a_short_address_is_what_the_code_holds_and_the_slide_shows(source: SessionContext) -> None:
    site = handouts.Imprint(SITE.name, SITE.url, SITE.licence, {EXAMPLE: "e/abcd/"})
    slide = next(
        s
        for s in storyboard.slides(SessionContext(source.session, source.library, site))
        if s.kind == "examples"
    )
    assert slide.qr_url == "https://outcomes.example.org/e/abcd/"
    assert slide.url == f"https://outcomes.example.org/examples/{EXAMPLE}/"


def test_slides_speak_british_english(show: Any) -> None:
    languages = {
        e.get("lang") for slide in show.slides for e in slide._element.iter() if e.get("lang")
    }
    assert languages == {"en-GB"}
    runs = [run for slide in show.slides for run in slide._element.iter(qn("a:r"))]
    assert [run.text for run in runs if run.rPr is None or not run.rPr.get("lang")] == []
    assert show.core_properties.language == "en-GB"


# slides as a page


def test_the_page_of_slides_has_no_inline_script_or_style_and_stays_on_the_site(
    source: SessionContext,
) -> None:
    view = handouts.slides_view(source.session, source.library, SITE)
    template = web.environment().get_template("slides.html")
    page = lxml.html.fromstring(template.render(root="../../../", slides=view))
    assert not page.xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]")
    links = set(page.xpath("//a/@href"))
    assert f"../../../examples/{EXAMPLE}/" in links and "https://www.gov.scot/" in links
    assert not [link for link in links if link.startswith(SITE.url)]
    assert len(page.xpath("//section[contains(@class, 'practice-slide')]")) == len(
        storyboard.slides(source)
    )
    assert len(page.xpath("//h1")) == 1 and len(page.xpath("//figure/svg")) == 2
    assert not page.xpath("//section/@aria-labelledby")  # a landmark for each slide is too many
    ids = page.xpath("//h1/@id | //h2/@id")
    assert len(ids) == len(set(ids)) == len(storyboard.slides(source))


def test_the_view_of_the_slides_is_plain(source: SessionContext) -> None:
    from practice.digest import plain_bytes

    view = handouts.slides_view(source.session, source.library, SITE)
    assert plain_bytes(view) == plain_bytes(
        handouts.slides_view(source.session, source.library, SITE)
    )


# cards


def test_cards_stand_eight_to_a_page_of_a4_in_the_order_of_the_deck(library: Library) -> None:
    pack = library.get("deck", "risk")
    name, make = handouts.deck_file(pack, library, SITE)
    reader = pypdf.PdfReader(io.BytesIO(make()))
    assert name == "risk-cards.pdf"
    assert len(reader.pages) == -(-len(pack.cards) // 8)
    assert [round(float(side) * 25.4 / 72) for side in reader.pages[0].mediabox[2:]] == [210, 297]
    text = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    for n, card in enumerate(pack.cards):
        assert card.prompt in text[n // 8]


def test_a_session_prints_its_cards_and_the_decks_that_it_names_each_once(
    source: SessionContext,
) -> None:
    ids = [card.id for card in cards.of_session(source)]
    assert ids[0] == "risk-of-my-own"
    assert sorted(ids) == sorted(card.id for card in source.library.get("deck", "risk").cards)


# Common Cartridge

CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
NAMES = {
    "c": CP,
    "l": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
    "w": "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1",
    "q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
}


@pytest.fixture(scope="module")
def package(made: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made[".imscc"]))


def xml(package: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(package.read(name))


def test_moodle_finds_the_namespace_in_the_first_500_bytes(package: zipfile.ZipFile) -> None:
    start = re.sub(r"\s*|['\"]", "", package.read("imsmanifest.xml")[:500].decode().lower())
    assert f"xmlns={CP}" in start
    assert package.namelist()[0] == "imsmanifest.xml"


def test_the_manifest_has_the_parts_of_the_schema_in_their_order(package: zipfile.ZipFile) -> None:
    manifest = xml(package, "imsmanifest.xml")
    assert [etree.QName(e).localname for e in manifest] == [
        "metadata",
        "organizations",
        "resources",
    ]
    assert manifest.xpath("string(c:metadata/c:schema)", namespaces=NAMES) == "IMS Common Cartridge"
    assert manifest.xpath("string(c:metadata/c:schemaversion)", namespaces=NAMES) == "1.1.0"
    assert (
        manifest.xpath("string(c:metadata/l:lom/l:general/l:title/l:string)", namespaces=NAMES)
        == "A session for the tests"
    )
    (organization,) = manifest.xpath("c:organizations/c:organization", namespaces=NAMES)
    assert organization.get("structure") == "rooted-hierarchy"
    (root,) = organization
    assert [etree.QName(e).localname for e in root] == ["item"], (
        "the root item has no title of its own"
    )
    for item in root.iterdescendants(f"{{{CP}}}item"):
        assert etree.QName(item[0]).localname == "title" and item[0].text


def test_every_item_leads_to_a_resource_and_every_file_is_there(package: zipfile.ZipFile) -> None:
    manifest = xml(package, "imsmanifest.xml")
    ids = manifest.xpath("//@identifier")
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", id) for id in ids)
    resources = manifest.xpath("//c:resource/@identifier", namespaces=NAMES)
    assert manifest.xpath("//@identifierref") == resources
    assert manifest.xpath("//c:file/@href", namespaces=NAMES) == package.namelist()[1:]
    types = dict(
        zip(resources, manifest.xpath("//c:resource/@type", namespaces=NAMES), strict=True)
    )
    assert set(types.values()) == {
        "webcontent",
        "imswl_xmlv1p1",
        "imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
    }
    with_href = manifest.xpath("//c:resource[@href]/@type", namespaces=NAMES)
    assert with_href == ["webcontent"], "the profile allows href on web content alone"


def test_web_links_are_a_title_and_an_absolute_address(package: zipfile.ZipFile) -> None:
    links = [xml(package, name) for name in package.namelist() if name.startswith("links/")]
    assert [[etree.QName(e).localname for e in link] for link in links] == [["title", "url"]] * len(
        links
    )
    urls = [link.xpath("string(w:url/@href)", namespaces=NAMES) for link in links]
    assert urls[:2] == [
        "https://outcomes.example.org/sessions/a-test-session/",
        f"https://outcomes.example.org/examples/{EXAMPLE}/",
    ]
    assert all(url.startswith(SITE.url) for url in urls)


def test_questions_are_essays_that_a_person_marks(package: zipfile.ZipFile) -> None:
    questions = xml(package, "questions/assessment.xml")
    fields = "q:qtimetadata/q:qtimetadatafield[q:fieldlabel='{}']/q:fieldentry/text()"
    assert questions.xpath("q:assessment/" + fields.format("cc_profile"), namespaces=NAMES) == [
        "cc.exam.v0p1"
    ]
    items = questions.xpath("q:assessment/q:section/q:item", namespaces=NAMES)
    assert len(items) == 2
    for item in items:
        assert [etree.QName(e).localname for e in item] == ["itemmetadata", "presentation"]
        assert item.xpath("q:itemmetadata/" + fields.format("cc_profile"), namespaces=NAMES) == [
            "cc.essay.v0p1"
        ]
        assert item.xpath(
            "q:itemmetadata/" + fields.format("qmd_computerscored"), namespaces=NAMES
        ) == ["No"]
        assert (
            item.xpath(
                "count(q:presentation/q:response_str[@rcardinality='Single']/q:render_fib)",
                namespaces=NAMES,
            )
            == 1
        )
    assert (
        items[0].xpath("string(q:presentation/q:material/q:mattext)", namespaces=NAMES)
        == "What surprised you?"
    )


def test_the_page_in_the_package_stands_alone(package: zipfile.ZipFile) -> None:
    page = lxml.html.fromstring(package.read("session/index.html").decode())
    assert page.get("lang") == "en-GB" and page.xpath("string(//h1)") == "A session for the tests"
    assert not page.xpath("//script | //style | //link | //img | //@style")
    assert all(href.startswith("https://") for href in page.xpath("//@href"))
    assert page.xpath("//ol/li[1]/text()")[0] == "What happened?"


# the look


def test_colours_of_the_files_are_tokens_of_the_site() -> None:
    tokens = (ROOT / "hooks/practice/assets/css/tokens.css").read_text()
    light = set(re.findall(r"#[0-9a-f]{6}", tokens.partition("@media")[0]))
    typst = set(
        re.findall(
            r'rgb\("(#[0-9a-f]{6})"\)',
            (Path(office.__file__).parent / "typst/look.typ").read_text(),
        )
    )
    used = {
        f"#{colour.lower()}"
        for template in (Path(office.__file__).parent / "templates").iterdir()
        for colour in re.findall(r'(?:val|color|fill)="([0-9A-Fa-f]{6})"', styled(template))
    }
    assert typst and used
    assert (typst | used) - {"#ffffff"} <= light


def styled(template: Path) -> str:
    """The colours of a template's theme, and its slides' master."""
    with zipfile.ZipFile(template) as parts:
        themes = [parts.read(n).decode() for n in parts.namelist() if n.endswith("/theme1.xml")]
        masters = [parts.read(n).decode() for n in parts.namelist() if "slideMaster1.xml" in n]
    return "".join([theme.partition("</a:clrScheme>")[0] for theme in themes] + masters)


# another program


@pytest.mark.slow
def test_libreoffice_opens_the_word_file_and_the_slides(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    for name in ("trainer.docx", "slides.pptx"):
        (tmp_path / name).write_bytes(made[name])
    convert([tmp_path / "trainer.docx", tmp_path / "slides.pptx"], "pdf", tmp_path)
    word, show = (pypdf.PdfReader(tmp_path / name) for name in ("trainer.pdf", "slides.pdf"))
    assert "the kettle is in the next room" in " ".join(
        "".join(page.extract_text() for page in word.pages).split()
    )
    assert len(show.pages) == len(pptx.Presentation(io.BytesIO(made["slides.pptx"])).slides)
    assert "A session for the tests" in " ".join(show.pages[0].extract_text().split())
