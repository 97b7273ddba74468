"""Directives in hand-written pages: lists from the data, and problems at their own place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT

from practice.cache import Cache
from practice.checking import consistency, directives, reader
from practice.library.facets import FACETS, SORTS, ids
from practice.library.library import Library, build
from practice.model import Problem
from practice.pages.directives import DIRECTIVES, DirectiveContext, examples
from practice.rendering.renderer import Renderer
from practice.rendering.settings import Settings
from practice.rendering.site import Site

FRONT = "---\ntitle: A page\nsummary: A page to try things on.\n---\n\n## One {#one}\n\n"
LINE = FRONT.count("\n") + 1


@pytest.fixture(scope="module")
def data() -> str:
    return str(ROOT / "examples_data")


@pytest.fixture(scope="module")
def cache(data: str, tmp_path_factory) -> str:
    """The path of a cache that knows every file of the library."""
    path = str(tmp_path_factory.mktemp("cache") / "records")
    known = Cache(path)
    reader.read_folder(data, str(ROOT / "docs"), known)
    known.save()
    return path


@pytest.fixture(scope="module")
def library(data: str) -> Library:
    reading = reader.read_folder(data, str(ROOT / "docs"), Cache(None))
    return build(reading.things, reading.pages, reading.digests)


@pytest.fixture
def told(data, cache, tmp_path):
    """What is wrong with a page that holds these words."""
    shutil.copytree(ROOT / "docs" / "guides", tmp_path / "guides")

    def read(words: str) -> list[Problem]:
        (tmp_path / "page.md").write_text(FRONT + words + "\n", "utf-8")
        reading = reader.read_folder(data, str(tmp_path), Cache(cache))
        return sorted(
            p
            for p in reading.problems + consistency.problems(reading)
            if Path(p.path).name == "page.md"
        )

    return read


@pytest.fixture
def shown(library):
    """The ids that a list shows, and its HTML."""
    known = Settings("Name", "https://site.example/", "https://code.example", "2026-01-01")
    site = Site(known, library, Renderer(known, {}, b""))

    def draw(**options: str) -> tuple[list[str], str]:
        html = examples(DirectiveContext(site, None, "../"), options)
        return [part.split('/"')[0] for part in html.split('<h3><a href="../examples/')[1:]], html

    return draw


def test_every_directive_that_can_be_filled_can_be_checked():
    assert set(DIRECTIVES) == set(directives.DIRECTIVES)


@pytest.mark.parametrize(
    ("words", "column", "says", "hint"),
    [
        (
            "<!-- practice:exampels theme=risk-enablement -->",
            15,
            "there is no directive 'exampels'",
            "Did you mean 'examples'?",
        ),
        (
            "Text <!-- practice:examples thema=risk-enablement -->",
            29,
            "examples has no option 'thema'",
            "Did you mean 'theme'?",
        ),
        (
            "<!-- practice:examples theme=risk-enablment -->",
            24,
            "unknown theme 'risk-enablment'",
            "Did you mean 'risk-enablement'?",
        ),
        (
            "<!-- practice:examples guide=risk#right -->",
            24,
            "the guide 'risk' has no section 'right'",
            "Did you mean 'rights'?",
        ),
        (
            "<!-- practice:examples setting=care-home,home -->",
            24,
            "unknown setting 'home'",
            "All settings",
        ),
        (
            "<!-- practice:examples limit=many -->",
            24,
            "limit cannot be 'many'",
            "Write a number from 1 to 24.",
        ),
        (
            "<!-- practice:examples limit=99 -->",
            24,
            "limit cannot be '99'",
            "Write a number from 1 to 24.",
        ),
        (
            "<!-- practice:examples sort=oldest -->",
            24,
            "sort cannot be 'oldest'",
            "newest, evidence",
        ),
        ("<!-- practice:examples kind=true -->", 24, "kind cannot be 'true'", "published"),
        ("<!-- practice:examples year=lately -->", 24, "year cannot be 'lately'", "Write a year"),
        (
            "<!-- practice:examples theme=risk-enablement theme=strengths-and-assets -->",
            46,
            "theme is given twice",
            "comma",
        ),
        (
            "<!-- practice:seen-in-practice section=two -->",
            32,
            "section cannot be 'two'",
            "It can be: one.",
        ),
        ("<!-- practice:cloth limit=3 -->", 21, "cloth has no option 'limit'", "It takes none."),
        (
            "<!-- practice:key-points summary=yes -->",
            26,
            "summary cannot be 'yes'",
            "Write it without a value.",
        ),
        (
            "<!-- practice:law nation=mars -->",
            19,
            "nation cannot be 'mars'",
            "It can be: united-kingdom, scotland",
        ),
        ("<!-- practice: -->", 15, "there is no directive ''", "The directives are"),
        (
            "<!-- practice:examples theme=risk-enablement",
            1,
            "this directive does not end on its line",
            "Write it on one line",
        ),
    ],
)
def test_what_is_wrong_with_a_directive_is_told_at_its_place(told, words, column, says, hint):
    (problem,) = told(words)
    assert (problem.line, problem.column) == (LINE, column)
    assert problem.message == says and hint in problem.hint


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "~~~\n```\n~~~\n\n<!-- practice:nothing -->",
        "````\n```\n````\n\n<!-- practice:nothing -->",
        "```\n~~~ x\n```\n\n<!-- practice:nothing -->",
        "```a``` is code\n\n<!-- practice:nothing -->",
        "<!--\npractice:nothing -->",
        "```\n<!-- practice:nothing -->",
    ],
)
def test_no_directive_hides_from_the_check(told, words):
    assert {p.rule for p in told(words)} <= {"directive", "open-code"} and told(words)


@pytest.mark.parametrize(
    "words",
    [
        "`<!-- practice:nothing -->`",
        "```\n<!-- practice:nothing -->\n```",
        (
            "<!-- practice:examples theme=risk-enablement,strengths-and-assets guide=risk#rights"
            " year=2019 read=whole sort=evidence limit=3 -->"
        ),
    ],
)
def test_code_and_good_directives_are_let_be(told, words):
    assert told(words) == []


def test_a_list_shows_what_fits_and_leads_to_the_rest(shown, library):
    found, html = shown(theme="risk-enablement", limit="2")
    fits = [
        e.id
        for e in sorted(library.all("example").values(), key=SORTS["newest"], reverse=True)
        if "risk-enablement" in e.themes
    ]
    assert found == fits[:2]
    assert f'href="../examples/?theme=risk-enablement">All {len(fits)} of these examples' in html


def test_a_comma_widens_and_another_option_narrows(shown, library):
    found, _ = shown(theme="risk-enablement,safe-to-learn-culture", nation="england", limit="24")
    assert set(found) == {
        e.id
        for e in library.all("example").values()
        if e.nation == "england" and {"risk-enablement", "safe-to-learn-culture"} & set(e.themes)
    }


def test_a_section_of_a_guide_narrows_more_than_the_guide(shown):
    guide, section = shown(guide="risk", limit="24")[0], shown(guide="risk#rights", limit="24")[0]
    assert set(section) < set(guide)


def test_a_list_that_would_be_empty_asks_for_an_example(shown):
    found, html = shown(setting="justice", nation="sweden")
    assert found == [] and "The library has no such example yet" in html


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_every_facet_can_be_an_option(shown, library, facet):
    @settings(max_examples=5, deadline=None, derandomize=True)
    @given(id=st.sampled_from(ids(library, facet)))
    def fits(id: str) -> None:
        found, _ = shown(**{facet.name: id, "limit": "24"})
        assert all(id in facet.values(library.all("example")[one]) for one in found)

    fits()
