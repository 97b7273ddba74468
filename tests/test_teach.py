"""What trainers take away: files and their sizes, slides, what changed, structured data, the sheet,
one for today.
"""

from __future__ import annotations

import gc
import io
import json
import multiprocessing
import os
import re
import shutil
import signal
import weakref
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from PIL import Image
from pyld import jsonld
from tests.conftest import ROOT, build
from tests.examples import EXAMPLE as ID
from tests.kinds import one_of_each

from practice.application import download_cache
from practice.application.project import Project
from practice.cache import Cache, load
from practice.checking import reader
from practice.exports import packs
from practice.handouts import catalogue, paper, preview_image
from practice.kinds import KINDS, split
from practice.library.library import Library
from practice.library.library import build as build_library
from practice.model import Change
from practice.rendering import html, thing_page
from practice.rendering.downloads import Download
from practice.rendering.formats import size_in_words
from practice.rendering.metadata import PageMetadata
from practice.rendering.output import Output
from practice.rendering.renderer import Renderer
from practice.rendering.settings import Settings
from practice.rendering.site import Site

EXAMPLE, SESSION, GUIDE, DECK = (
    f"examples/{ID}",
    "sessions/what-matters-to-you",
    "guides/risk",
    "cards/risk",
)
SETTINGS = Settings(
    "Outcomes in Practice",
    "https://outcomes.example.org/",
    "https://code.example.org/library",
    "2026-11-25",
)


def page(site: Path, address: str) -> Any:
    """A page of the site, read as HTML."""
    return lxml.html.fromstring((site / address / "index.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def library() -> Library:
    reading = reader.read_folder(str(ROOT / "examples_data"), str(ROOT / "docs"), Cache(None))
    return build_library(reading.things, reading.pages, reading.digests)


# files to download


@pytest.mark.parametrize(
    "id", sorted(path.stem for path in (ROOT / "examples_data" / "sessions").glob("*.yml"))
)
def test_a_session_offers_its_files_each_with_its_form_and_size(id: str, site: Path) -> None:
    (offered,) = page(site, f"sessions/{id}").xpath("//nav[@aria-labelledby='downloads']/ul")
    contents = [item.text.strip() for item in offered.xpath("li")]
    assert len(set(contents)) == len(contents), "each thing is named once, with all its forms"
    files = offered.xpath("li/ul/li")
    assert len(files) in (10, 11)
    for item in files:
        file = (site / "sessions" / id / item.xpath("string(a/@href)")).resolve()
        assert item.xpath("string(a/following-sibling::span)") == size_in_words(file.stat().st_size)
        what = item.getparent().getparent().text.strip()
        assert item.xpath("string(a)").startswith(f"{what}: "), "a link says what it leads to"
        assert item.xpath("a/@download")


def test_a_deck_offers_its_cards_to_cut(site: Path) -> None:
    (link,) = page(site, DECK).xpath("//a[@download]/@href")
    assert (site / DECK / link).resolve().read_bytes().startswith(b"%PDF")


def test_a_deck_says_where_its_file_prints_better_than_its_page(site: Path) -> None:
    """WebKit knows no named ``@page``, so it cuts the last row of cards through."""
    (words,) = page(site, DECK).xpath("//p[a[@download]]")
    assert "in Safari" in words.text_content()


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (1499, "1 kB"), (140_400, "140 kB"), (999_999, "1000 kB"), (2_340_000, "2.3 MB")],
)
def test_a_size_is_said_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


class Files:
    """Some downloads that count how often they are made, in whichever process."""

    def __init__(self, *keys: bytes):
        self.keys, self.count = keys, multiprocessing.Value("i")

    @property
    def made(self) -> int:
        return self.count.value

    def __call__(self, site: Site, code: bytes) -> list[Download]:
        return [
            Download(
                ("session", "x"),
                "Handout",
                "PDF",
                Output(f"downloads/{key.hex()}.pdf", key, lambda key=key: self.make(key)),
            )
            for key in self.keys
        ]

    def make(self, key: bytes) -> bytes:
        self.count.value += 1
        return key * 1000


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(str(tmp_path), str(tmp_path / "data"), str(tmp_path / "site"))


@pytest.fixture
def bare() -> Site:
    return Site(SETTINGS, build_library({}, {}, {}), Renderer(SETTINGS, {}, b""))


def test_a_file_is_made_once_and_then_comes_from_the_cache(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Files(b"a", b"b")
    monkeypatch.setattr(catalogue, "downloads", files)
    first = download_cache.make(project, bare)
    again = download_cache.make(project, bare)
    assert files.made == 2
    assert [d.size for d in first] == [d.size for d in again] == [1000, 1000]
    assert [d.output.make() for d in again] == [b"a" * 1000, b"b" * 1000]
    assert files.made == 2


def test_files_are_made_in_a_process_that_ends_with_its_memory(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Files, "make", lambda files, key: str(os.getpid()).encode())
    monkeypatch.setattr(catalogue, "downloads", Files(b"a", b"b"))
    monkeypatch.setattr(paper, "has_threads", lambda: False)
    first, second = (one.output.make() for one in download_cache.make(project, bare))
    assert first == second != str(os.getpid()).encode()


def test_a_fault_of_that_process_is_met_in_the_build(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(files: Files, key: bytes) -> bytes:
        raise OSError("the disk is full")

    monkeypatch.setattr(Files, "make", make)
    monkeypatch.setattr(catalogue, "downloads", Files(b"a"))
    monkeypatch.setattr(paper, "has_threads", lambda: False)
    with pytest.raises(OSError, match="the disk is full"):
        download_cache.make(project, bare)


def test_files_are_made_where_no_process_can_be_forked(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fork() -> int:
        raise OSError("no memory is left")

    monkeypatch.setattr(os, "fork", fork)
    monkeypatch.setattr(catalogue, "downloads", Files(b"a"))
    monkeypatch.setattr(paper, "has_threads", lambda: False)
    assert [one.output.make() for one in download_cache.make(project, bare)] == [b"a" * 1000]


def test_files_are_made_where_the_system_keeps_no_word_of_an_ended_process(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "downloads", Files(b"a"))
    monkeypatch.setattr(paper, "has_threads", lambda: False)
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        (made,) = download_cache.make(project, bare)
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert made.output.make() == b"a" * 1000


def test_what_a_file_was_made_of_is_let_go_before_the_next_is_made(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Part:
        """Points at its package, and the package at it, as in Word files."""

        def __init__(self) -> None:
            self.package = [self]

    parts: list[weakref.ref[Part]] = []

    def make(files: Files, key: bytes) -> bytes:
        assert not any(part() for part in parts)
        parts.append(weakref.ref(Part()))
        return key

    monkeypatch.setattr(Files, "make", make)
    monkeypatch.setattr(catalogue, "downloads", Files(b"a", b"b"))
    monkeypatch.setattr(paper, "has_threads", lambda: True)  # so in this process
    gc.disable()
    try:
        download_cache.make(project, bare)
    finally:
        gc.enable()
    assert len(parts) == 2


def test_a_file_that_is_damaged_in_the_cache_is_made_again(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Files(b"a")
    monkeypatch.setattr(catalogue, "downloads", files)
    download_cache.make(project, bare)
    (kept,) = Path(project.cache, "files").iterdir()
    kept.write_bytes(b"something else")
    (download,) = download_cache.make(project, bare)
    assert download.output.make() == b"a" * 1000
    assert files.made == 2


def test_the_cache_forgets_files_that_nothing_asks_for(
    project: Project, bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "downloads", Files(b"a", b"b"))
    download_cache.make(project, bare)
    monkeypatch.setattr(catalogue, "downloads", Files(b"b"))
    download_cache.make(project, bare)
    assert sorted(path.name for path in Path(project.cache, "files").iterdir()) == [b"b".hex()]
    assert list(load(os.path.join(project.cache, "sizes"))) == [b"b"]


# slides, views


def test_slides_are_one_long_page_that_needs_no_script(site: Path) -> None:
    slides = page(site, f"{SESSION}/slides")
    assert len(slides.xpath("//h1")) == 1
    sections = slides.xpath("//section[contains(@class, 'practice-slide')]")
    assert len(sections) > 8 and all(section.xpath("string(h1|h2)").strip() for section in sections)
    assert slides.xpath("//details[contains(@class, 'practice-slide__notes')]")
    assert not slides.xpath(
        "//button[not(contains(@class, 'practice-script')) and not(contains(@class,"
        " 'practice-menu')) and not(@type='submit')]"
    )


def test_what_is_for_the_trainer_alone_can_be_told_apart(site: Path) -> None:
    session = page(site, SESSION)
    assert [
        h.get("id") for h in session.xpath("//section[contains(@class, 'practice-for-trainer')]/h2")
    ] == ["preparation", "shorter", "worked"]
    for label in ("What good answers notice.", "Where groups go wrong.", "If nobody speaks."):
        found = session.xpath("//b[text()=$label]", label=label)
        steps = session.xpath("//ol[@class='practice-steps']/li")
        assert len(found) == len(steps) and all(
            next(b.iterancestors("details")).get("class") == "practice-trainer" for b in found
        )
    assert [
        link.get("href") for link in session.xpath("//nav[contains(@class, 'practice-views')]//a")
    ] == ["?view=learners", "?view=trainer"]


def test_what_a_step_needs_is_named_with_its_kind(site: Path, library: Library) -> None:
    needed = [
        link.text
        for id in library.all("session")
        for link in page(site, f"sessions/{id}").xpath("//p[starts-with(., 'You need:')]/a")
    ]
    kinds = [re.fullmatch(r".*(?:[^.]|\.\.) \([a-z ]+\)|[^()]+", title) for title in needed]
    assert needed and all(kinds)


def test_a_session_opens_in_the_builder_as_a_whole(site: Path) -> None:
    """Its materials alone would leave out its steps, and add up to other minutes."""
    (link,) = page(site, SESSION).xpath("//a[contains(@href, 'teach/build/')]/@href")
    id = SESSION.strip("/").rpartition("/")[2]
    assert link.partition("items=")[2] == f"n.{id}"


# what stands at the end of a page


@pytest.mark.parametrize("address", [EXAMPLE, SESSION, GUIDE])
def test_a_page_that_people_teach_from_ends_with_a_sheet_its_changes_and_its_reference(
    address: str, site: Path
) -> None:
    found = page(site, address)
    assert found.xpath("//a[starts-with(@href, '../../reflect/?of=')]/@href") == [
        f"../../reflect/?of={address}/"
    ]
    (history,) = found.xpath("//h2[@id='changes']/following-sibling::ul[1]//a/@href")
    assert history.startswith("https://code.outcomes-in-practice.example/library/commits/main/")
    assert found.xpath("string(//p[@class='practice-cite'])").endswith(
        f"Available at: https://outcomes-in-practice.example/{address}/"
    )


def test_changes_stand_with_the_newest_first_and_days_in_words(bare: Site) -> None:
    changes = (
        Change(on="2027-02-01", what="A first evaluation is added."),
        Change(on="2028-11-30", what="The service has closed."),
    )
    about = PageMetadata("Title", "A page.", "examples/x/", "examples_data/examples/x.yml")
    footer = thing_page.footer(bare, about, changes, "2026-11-25")
    end = lxml.html.fromstring(
        bare.renderer.render("_page_footer.html", "../../", page_footer=footer)
    )
    assert [item.text_content().strip() for item in end.iter("li")][:3] == [
        "30 November 2028. The service has closed.",
        "1 February 2027. A first evaluation is added.",
        "25 November 2026. Added to the library.",
    ]


def test_a_change_written_in_the_data_reaches_its_page_and_the_builder(
    built_project: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "project"
    shutil.copytree(built_project, copy, symlinks=True)
    before = pack_data(copy / "site")
    changes = "changes:\n  - on: 2027-03-02\n    what: The evaluation of 2027 is added.\n"
    for name in (f"{EXAMPLE}.yml", "sessions/what-matters-to-you.yml"):
        path = copy / "examples_data" / name
        path.write_text(path.read_text("utf-8") + changes, "utf-8")
    guide = copy / "docs" / "guides" / "risk.md"
    guide.write_text(guide.read_text("utf-8").replace("---\n", f"---\n{changes}", 1), "utf-8")
    done = build(copy, "--no-downloads")
    assert done.returncode == 0, done.stdout + done.stderr
    for address in (EXAMPLE, SESSION, GUIDE):
        assert (
            "2 March 2027. The evaluation of 2027 is added."
            in page(copy / "site", address).text_content()
        )
    after = pack_data(copy / "site")
    days = {e[1]: e[9] for e in examples(pack_data(copy / "site", "pack-all"))}
    assert days[ID] == "2027-03-02"
    assert after["version"] != before["version"]
    assert not page(copy / "site", SESSION).xpath(
        "//nav[@aria-labelledby='downloads'] | //a[@href='#downloads']"
    )
    assert not (copy / "site" / "downloads" / "sessions").exists()


def pack_data(site: Path, name: str = "pack-data") -> Any:
    """What the builder chooses from."""
    text = (site / "assets" / f"{name}.js").read_text("utf-8")
    return json.loads(text.partition("=")[2].rstrip(";\n"))


def examples(choices: list[Any]) -> list[Any]:
    """The examples among what can be chosen."""
    return [choice for choice in choices if choice[0] == "e"]


def test_the_builder_knows_everything_that_a_pack_can_hold(site: Path, library: Library) -> None:
    told, every = pack_data(site), pack_data(site, "pack-all")
    assert told["choices"] == every[: packs.FIRST]
    for kind in (kind for kind in KINDS.values() if kind.pack_prefix):
        ids = {id for letter, id, *_ in every if letter == kind.pack_prefix}
        assert ids == set(library.all(kind.name))
        assert told["counts"].get(kind.pack_prefix, 0) == len(ids)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.[0-9a-f]{6}", told["version"])
    for _, id, title, words, _, address, minutes, _, code, *_ in examples(every):
        assert (site / "e" / code / "index.html").exists()
        assert (site / address / "index.html").exists()
        example = library.get("example", id)
        assert (title, words) == (example.title, example.summary) and minutes > packs.TALK


def test_a_session_is_found_by_the_settings_of_its_examples(site: Path, library: Library) -> None:
    names = pack_data(site)["tags"]
    tags = {
        id: {names[n] for n in numbers}
        for kind, id, _, _, _, _, _, numbers in (c[:8] for c in pack_data(site, "pack-all"))
        if kind == "n"
    }
    for session in library.all("session").values():
        used = (split(ref) for step in session.steps for ref in step.materials)
        shown = (library.get("example", id) for kind, id in used if kind == "example")
        settings = {setting for example in shown if example for setting in example.settings}
        assert tags[session.id] == settings | set(session.themes)


# what other programs read


def expanded(site: Path, address: str) -> dict[str, Any]:
    """The structured data of a page, expanded by another's processor.

    Its vocabulary is schema.org's; nothing is fetched.
    """
    (told,) = page(site, address).xpath("//script[@type='application/ld+json']/text()")
    vocabulary = {
        "contextUrl": None,
        "documentUrl": "https://schema.org",
        "document": {"@context": {"@vocab": "https://schema.org/"}},
    }
    (thing,) = jsonld.expand(json.loads(told), {"documentLoader": lambda url, options: vocabulary})
    return {name.removeprefix("https://schema.org/"): value for name, value in thing.items()}


@pytest.mark.parametrize("address", [EXAMPLE, SESSION, GUIDE])
def test_structured_data_says_what_a_page_teaches_whom_for_how_long_and_under_which_licence(
    address: str, site: Path
) -> None:
    told = expanded(site, address)
    assert told["@type"] == ["https://schema.org/LearningResource"]
    assert all(len(value["@value"]) > 10 for value in told["teaches"])
    (audience,) = told["audience"]
    assert (
        audience["@type"] == ["https://schema.org/EducationalAudience"]
        and audience["https://schema.org/educationalRole"]
    )
    assert re.fullmatch(r"PT\d+M", told["timeRequired"][0]["@value"])
    assert told["license"][0]["@value"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("address", ["", "themes", EXAMPLE, GUIDE, f"{SESSION}/slides"])
def test_other_websites_find_a_picture_for_every_page(address: str, site: Path) -> None:
    (url,) = page(site, address).xpath("//meta[@property='og:image']/@content")
    with Image.open(site / url.removeprefix("https://outcomes-in-practice.example/")) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))


def test_the_picture_is_drawn_from_the_data_and_the_same_data_gives_the_same_bytes(
    library: Library,
) -> None:
    site = Site(SETTINGS, library, Renderer(SETTINGS, {}, b""))
    first, again = preview_image.output(site, b""), preview_image.output(site, b"")
    assert first.key == again.key and first.make() == again.make()
    fewer = replace(
        library,
        things={
            **library.things,
            "example": {ID: library.get("example", ID)},
        },
    )
    other = preview_image.output(replace(site, library=fewer), b"")
    assert other.key != first.key
    with Image.open(io.BytesIO(other.make())) as image:
        assert len({colour for _, colour in image.crop((0, 0, 1200, 400)).getcolors()}) <= 4


# the sheet, one for today


def test_the_sheet_has_a_label_for_every_field_and_sends_nothing(site: Path) -> None:
    sheet = page(site, "reflect")
    fields = sheet.xpath("//*[@id='sheet']//textarea | //*[@id='sheet']//input")
    assert len(fields) == 8
    assert all(
        sheet.xpath(f"//label[@for='{field.get('id')}']") and field.get("name") is None
        for field in fields
    )
    assert not sheet.xpath("//*[@id='sheet']/ancestor-or-self::form")
    assert (
        "Scottish Social Services Council calls this continuous professional learning"
        in " ".join(sheet.text_content().split())
    )
    assert sheet.xpath("//section[@aria-labelledby='what-for']//a/@href") == [
        "../sources/#sssc-code"
    ]


def test_every_theme_with_an_example_has_one_for_today_with_the_question_that_suits_two(
    site: Path, library: Library
) -> None:
    cards = page(site, "supervise").xpath("//section[contains(@class, 'practice-today')]")
    assert [card.get("id") for card in cards] == [
        id for id in library.all("theme") if library.linked_from("example-theme", id)
    ]
    for card in cards:
        example = library.get(
            "example", card.xpath("string(.//h2/a/@href)").strip("/").split("/")[-1]
        )
        assert card.get("id") in example.themes
        best = min(example.questions, key=lambda q: ("one-to-one", "self", "team").index(q.use))
        assert card.xpath("string(.//q)") == best.ask
        more = card.get("data-more").split()
        assert example.id not in more and all(
            card.get("id") in library.get("example", id).themes for id in more
        )


def test_the_example_for_today_is_mainly_about_its_theme_where_enough_are(
    site: Path, library: Library
) -> None:
    for card in page(site, "supervise").xpath("//section[contains(@class, 'practice-today')]"):
        theme, id = card.get("id"), card.xpath("string(.//h2/a/@href)").strip("/").split("/")[-1]
        main = [
            example
            for example in library.linked_from("example-theme", theme)
            if library.get("example", example).themes[0] == theme
        ]
        assert len(main) < 3 or id in main, f"{theme}: {id}"


def test_another_day_brings_other_examples(library: Library) -> None:
    from practice.pages import trainers

    def today(day: str) -> list[str]:
        today = replace(SETTINGS, day=day)
        site = Site(today, library, Renderer(today, {}, b""))
        return [theme.example.title for theme in trainers.supervision(site).themes]

    assert today("2026-11-25") == today("2026-11-25")
    assert sum(a != b for a, b in zip(today("2026-11-25"), today("2026-11-26"), strict=True)) > 15


@pytest.mark.parametrize("address", ["teach/build", "supervise", "reflect", SESSION])
def test_pages_for_trainers_stay_small(address: str, site: Path) -> None:
    assert (site / address / "index.html").stat().st_size < 40_000


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (["A deck", "A guide"], "A deck, A guide."),
        (["A deck", "Listen to people."], "A deck, Listen to people."),
        (["Listen to people.", "What helps?"], "Listen to people; What helps?"),
        (["What helps?", "A guide"], "What helps?; A guide."),
        (["We come because..."], "We come because..."),
        (["Home, with the dog", "A song"], "Home, with the dog; A song."),
        (["What helps? (prompt)", "A song"], "What helps? (prompt); A song."),
    ],
)
def test_links_in_a_sentence_end_with_one_stop(names: list[str], read: str) -> None:
    markup = html.sentence("../", [html.Link(name, "guides/") for name in names])
    assert lxml.html.fromstring(f"<p>{markup}</p>").text_content() == read


@pytest.mark.parametrize(
    ("title", "read"), [("Leadership", "Leadership."), ("What is it?", "What is it?"), ("A.", "A.")]
)
def test_a_title_that_stands_alone_has_one_stop(title: str, read: str) -> None:
    assert html.with_full_stop(title) == read


def test_each_step_of_a_session_has_the_number_that_other_texts_call_it_by(site: Path) -> None:
    path = site / one_of_each(site)["sessions/*"] / "index.html"
    times = lxml.html.parse(str(path)).xpath("//*[@class='practice-steps']/li/*[1]")
    words = [time.text_content().split()[:2] for time in times]
    assert len(words) > 2
    assert words == [["Step", f"{n}:"] for n in range(1, len(words) + 1)]
