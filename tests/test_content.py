"""The content itself, file by file: every example, guide, key point, source and term, and what ties
them together.
"""

import functools
import os
from collections import Counter
from pathlib import Path

import pytest

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.kinds import KINDS
from practice.library.library import Library, build
from practice.library.relations import RELATIONS
from practice.model import Page, Problem, VocabularyTerm
from practice.reading.folder import Reading

pytestmark = pytest.mark.content

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.stem for path in (ROOT / "examples_data" / "examples").glob("*.yml"))
GUIDES = (
    "changing-the-conversation",
    "engagement",
    "leadership",
    "organisational-change",
    "recording",
    "risk",
    "supervision",
    "use-of-information",
)
UNCITED = ("key-points", "start-this-week", "questions", "law-and-standards", "kit")
"""Sections of a guide that need no source: they sum up, ask, lead to sheets of our own, or show
lines that have their own.
"""
UK_NATIONS = ("scotland", "england", "wales", "northern-ireland")


def shown(path: str) -> str:
    return os.path.relpath(path, ROOT)


@functools.cache
def reading() -> Reading:
    return reader.read_folder(
        str(ROOT / "examples_data"), str(ROOT / "docs"), Cache(None), show=shown
    )


@functools.cache
def problems() -> tuple[Problem, ...]:
    return tuple(sorted(reading().problems + consistency.problems(reading(), shown)))


@functools.cache
def library() -> Library:
    return build(reading().things, reading().pages, reading().digests)


def errors(prefix: str) -> list[str]:
    return [str(p) for p in problems() if p.path.startswith(prefix) and p.severity == "error"]


def guide(id: str) -> Page:
    return reading().things["guide"][id]


@pytest.mark.parametrize("id", EXAMPLES)
def test_the_example_has_no_problem(id):
    assert errors(f"examples_data/examples/{id}.yml") == []
    assert id in reading().things["example"]


def test_no_other_file_has_a_problem():
    assert [text for text in errors("") if not text.startswith("examples_data/examples/")] == []


def test_every_activity_of_a_session_has_its_material_and_a_model_answer():
    assert [str(p) for p in consistency.advice(reading(), shown) if "activity" in p.rule] == []


def test_every_session_can_be_shortened():
    sessions = reading().things["session"].values()
    assert [s.id for s in sessions if s.minutes_fewer < min(10, s.minutes // 4)] == []


def test_at_least_a_hundred_examples_are_published():
    assert len(library().all("example")) >= 100


@pytest.mark.parametrize("id", GUIDES)
def test_the_guide_is_there_and_has_a_summary_key_points_and_a_first_step(id):
    headings = [h.id for h in guide(id).headings if h.level == 2]
    assert headings[0] == "key-points"
    assert {"start-this-week", "questions"} <= set(headings)
    assert 40 <= len(guide(id).summary) <= 400


@pytest.mark.parametrize("id", GUIDES)
def test_every_section_of_the_guide_cites_a_source(id):
    sections = [h for h in guide(id).headings if h.level == 2 and h.id not in UNCITED]
    assert [h.id for h in sections if not h.cites] == []


@pytest.mark.parametrize("id", GUIDES)
def test_the_guide_lists_its_own_key_points(id):
    assert "key-points" in [directive.name for directive in guide(id).directives]
    assert len(library().linked_from("key-point-guide", id)) >= 3


@pytest.mark.parametrize("id", GUIDES)
def test_the_guide_shows_law_and_standards_of_each_nation(id):
    assert "law" in [directive.name for directive in guide(id).directives]
    lines = [library().all("law")[law] for law in library().linked_from("law-guide", id)]
    assert [nation for nation in UK_NATIONS if not any(nation in e.nations for e in lines)] == []


def test_every_line_of_law_is_shown_by_a_guide_and_listed_on_the_page_of_its_nation():
    pages = reading().pages
    for law in library().all("law").values():
        assert law.guides, law.id
        for nation in law.nations:
            options = [d.options for d in pages[f"law/{nation}.md"].directives if d.name == "law"]
            assert [value for (_, value, _) in options[0]] == [nation], law.id


def test_a_line_of_law_that_was_read_in_full_rests_on_the_official_text_and_has_a_day():
    sources = library().all("source")
    for law in library().all("law").values():
        if law.read == "full":
            urls = [sources[id].url or "" for id in law.sources]
            assert any("legislation.gov.uk/" in url for url in urls) and law.checked, law.id


def test_no_line_stands_under_a_nation_in_which_its_act_is_not_law():
    elsewhere = {
        "Scotland": ("England", "Wales", "Northern Ireland"),
        "Wales": ("Scotland", "England", "Northern Ireland"),
        "Northern Ireland": ("Scotland", "England", "Wales"),
    }
    titles = {term.id: term.title for term in library().all("nation").values()}
    for law in library().all("law").values():
        for name, others in elsewhere.items():
            if f"({name})" in law.name:
                assert not {titles[nation] for nation in law.nations} & set(others), law.id


def test_every_key_point_is_claimed_by_a_guide():
    points = reading().things["key-point"].values()
    assert [p.id for p in points if p.guide not in GUIDES] == []


def test_an_example_that_shows_a_key_point_reads_on_in_its_guide_or_another():
    lone = [e.id for e in library().all("example").values() if e.key_points and not e.guides]
    assert lone == []


def test_key_points_of_one_guide_stand_in_an_order_of_their_own():
    places = Counter((p.guide, p.order) for p in reading().things["key-point"].values())
    assert [place for place, count in places.items() if count > 1] == []


@pytest.mark.parametrize("id", EXAMPLES)
def test_every_section_that_the_example_names_exists(id):
    refs = [ref.split("#") for ref in reading().things["example"][id].guides]
    missing = [
        "#".join(ref)
        for ref in refs
        if len(ref) == 2 and ref[1] not in {h.id for h in guide(ref[0]).headings}
    ]
    assert missing == []


def test_every_citation_leads_to_a_source():
    sources = reading().things["source"]
    cited = {
        m.ref for page in reading().pages.values() for m in page.mentions if m.kind == "source"
    }
    assert sorted(cited - set(sources)) == []
    assert len(cited) >= 100


def test_every_source_is_cited_somewhere():
    relations = [relation.name for relation in RELATIONS if relation.target == "source"]
    cited = {
        m.ref for page in reading().pages.values() for m in page.mentions if m.kind == "source"
    }
    assert [
        id
        for id in library().all("source")
        if id not in cited and not any(library().linked_from(name, id) for name in relations)
    ] == []


@pytest.mark.parametrize(
    "kind", [kind.name for kind in KINDS.values() if kind.model is VocabularyTerm]
)
def test_every_term_of_a_vocabulary_says_what_it_is(kind):
    terms = reading().things[kind].values()
    assert terms
    assert [
        t.id
        for t in terms
        if len(t.description) < 20 or not t.description.rstrip().endswith((".", "?"))
    ] == []


def test_every_theme_has_a_thread():
    assert [t.id for t in reading().things["theme"].values() if not t.family] == []


@pytest.mark.parametrize("kind", ["theme", "setting", "role", "component", "nation", "knowledge"])
def test_every_term_is_used_by_an_example(kind):
    unused = [id for id in library().all(kind) if not library().linked_from(f"example-{kind}", id)]
    assert unused == []


@pytest.mark.parametrize(
    "kind",
    [
        "example",
        "guide",
        "theme",
        "setting",
        "role",
        "component",
        "nation",
        "knowledge",
        "key-point",
        "term",
        "session",
        "deck",
        "card",
    ],
)
def test_titles_are_unique_within_their_kind(kind):
    titles = Counter(str(thing.title).casefold() for thing in reading().things[kind].values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_source_is_cited_in_its_own_words_and_has_an_address_of_its_own():
    sources = reading().things["source"].values()
    for said in (Counter(s.cited_as for s in sources), Counter(s.url for s in sources if s.url)):
        assert [words for words, count in said.items() if count > 1] == []


def test_every_example_says_what_is_not_known():
    assert [e.id for e in library().all("example").values() if len(e.limits) < 40] == []
