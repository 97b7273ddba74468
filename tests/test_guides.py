"""Guides, key points, prompts, paths and the glossary: what the data says, the built pages show."""

from __future__ import annotations

import html as entities
import json
import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from practice.application.check import read
from practice.application.project import project
from practice.library.library import Library
from practice.prose import passages, readability
from practice.rendering.formats import minutes_in_words
from practice.rendering.shell import with_places_for_meanings

pytestmark = pytest.mark.content

PLAIN = {
    "key-points",
    "start-this-week",
    "questions",
    "when-it-goes-well",
    "law-and-standards",
    "kit",
}
"""Sections that state no facts of others, or whose lines have sources of their own."""
MAX_SHOWN = 4


@pytest.fixture(scope="module")
def library(built_project: Path) -> Library:
    found, problems = read(project(str(built_project)))
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def texts(built_project: Path, library: Library) -> dict[str, str]:
    """The Markdown of each guide."""
    return {
        id: (built_project / "docs" / guide.file).read_text()
        for id, guide in library.all("guide").items()
    }


class Tree(HTMLParser):
    """The links of a page by the id of what is around them: ``within["gull"]`` are all below the
    element with that id.
    """

    VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "path", "rect", "circle"))

    def __init__(self, html: str, address: str) -> None:
        super().__init__()
        self.address, self.open, self.text = address, [], ""
        self.within: dict[str, list[str]] = {}
        self.words: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        href = values.get("href")
        if tag == "a" and href and not re.match(r"[a-z]+:", href):
            for _, id in self.open:
                if id:
                    self.within.setdefault(id, []).append(
                        posixpath.normpath(
                            posixpath.join("/" + self.address, href.split("#")[0])
                        ).strip("/")
                        + ("#" + href.split("#")[1] if "#" in href else "")
                    )
        if tag not in self.VOID:
            self.open.append((tag, values.get("id")))

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for _, id in self.open:
            if id:
                self.words[id] = self.words.get(id, "") + data


def tree(site: Path, address: str) -> Tree:
    return Tree((site / address / "index.html").read_text(), address)


def plain(library: Library, kind: str, ref: str) -> str:
    """The address of a thing as `Tree` gives it."""
    path, _, fragment = library.address(kind, ref).partition("#")
    return path.strip("/") + (f"#{fragment}" if fragment else "")


# ---------- claims and evidence


def test_each_key_point_has_a_guide_that_exists(library):
    assert [
        id
        for id, point in library.all("key-point").items()
        if point.guide not in library.all("guide")
    ] == []
    assert {point.guide for point in library.all("key-point").values()} == set(library.all("guide"))


def test_each_guide_section_that_an_example_cites_exists(library):
    cited = {ref for id in library.all("example") for ref in library.links("example-guide", id)}
    assert len([ref for ref in cited if "#" in ref]) > 30
    assert [
        ref
        for ref in sorted(cited)
        if "#" in ref and not library.heading(library.get("guide", ref), ref)
    ] == []


def test_each_citation_resolves_to_a_source(library, site):
    ids = set(tree(site, "sources/").within) | set(tree(site, "sources/").words)
    for guide in library.all("guide").values():
        assert [s for s in guide.sources if s not in library.all("source") or s not in ids] == [], (
            guide.id
        )


def test_each_section_that_states_facts_cites_a_source(library):
    bare = [
        f"{guide.id}#{h.id}"
        for guide in library.all("guide").values()
        for h in guide.headings
        if h.level == 2 and h.id not in PLAIN and not h.cites
    ]
    assert bare == []


def test_the_api_lists_each_key_point_with_its_guide_and_its_examples(library, site):
    listed = json.loads((site / "api/v1/key-points.json").read_text())
    assert [(p["id"], p["guide"], tuple(p["examples"])) for p in listed] == [
        (id, point.guide, library.linked_from("example-key-point", id))
        for id, point in library.all("key-point").items()
    ]


def test_a_key_point_without_an_example_says_so(library, site):
    page = tree(site, "key-points/")
    for id in library.all("key-point"):
        if not library.linked_from("example-key-point", id):
            assert "No example shows this yet" in page.words[id]


def test_no_line_of_the_key_points_has_two_stops_in_a_row(library, site):
    page = tree(site, "key-points/")
    doubled = {id: page.words[id] for id in library.all("key-point")}
    assert {id for id, words in doubled.items() if re.search(r"[.?!] ?[.,:;]", words)} == set()


def test_the_list_of_sources_says_who_cites_each(library, site):
    page = tree(site, "sources/")
    lost = [
        f"{source}: {guide.id}"
        for guide in library.all("guide").values()
        for source in guide.sources
        if len(library.linked_from("guide-source", source)) <= 24
        and plain(library, "guide", guide.id) not in page.within.get(source, ())
    ]
    assert lost == []


def test_seen_in_practice_lists_what_the_data_says(library, site):
    """Each list shows the first examples that point at its section."""
    seen = 0
    for guide in library.all("guide").values():
        page = tree(site, guide.address)
        html = (site / guide.address / "index.html").read_text()
        for directive in guide.directives:
            if directive.name != "seen-in-practice":
                continue
            options = {name: value for name, value, _ in directive.options}
            expected = library.linked_from("example-guide", f"{guide.id}#{options['section']}")
            limit = int(options.get("limit", MAX_SHOWN))
            shown = re.search(
                rf'<div class="practice-seen"[^>]*>(?:(?!</div>).)*id="seen-{options["section"]}"'
                r"(.*?)</div>",
                html,
                re.DOTALL,
            )
            listed = re.findall(r'href="[^"]*examples/([a-z0-9-]+)/"', shown[1]) if shown else []
            assert tuple(listed) == expected[:limit], f"{guide.id}#{options['section']}"
            seen += len(listed)
        assert page.words
    assert seen > 60


def test_every_section_that_examples_point_at_shows_them(library):
    """Sections with examples and no list of them hide what the library has."""
    hidden = []
    for guide in library.all("guide").values():
        shown = {
            value
            for d in guide.directives
            if d.name == "seen-in-practice"
            for name, value, _ in d.options
            if name == "section"
        }
        hidden += [
            f"{guide.id}#{h.id}"
            for h in guide.headings
            if library.linked_from("example-guide", f"{guide.id}#{h.id}") and h.id not in shown
        ]
    assert hidden == []


# ---------- length and plain words


def test_guides_are_long_enough_to_help_and_short_enough_to_read(texts):
    lengths = {id: readability.count(text) for id, text in texts.items()}
    assert len(lengths) == 8
    assert {id: n for id, n in lengths.items() if not 1200 <= n <= 2500} == {}


def test_guides_average_at_most_eighteen_words_a_sentence(texts):
    averages = {
        id: readability.measure(passages.passages(text)).average for id, text in texts.items()
    }
    assert {id: a for id, a in averages.items() if a > 18} == {}


def test_no_sentence_of_a_guide_is_very_long(texts):
    longest = {
        id: readability.measure(passages.passages(text)).longest for id, text in texts.items()
    }
    assert {id: s for id, s in longest.items() if s.words > 32} == {}


def test_guides_read_easily(texts):
    eases = {id: readability.measure(passages.passages(text)).ease for id, text in texts.items()}
    assert {id: e for id, e in eases.items() if e < 65} == {}


def test_the_minutes_of_a_guide_fit_its_words(library, texts):
    assert {
        id: guide.minutes
        for id, guide in library.all("guide").items()
        if abs(guide.minutes - readability.count(texts[id]) / 220) > 1
    } == {}


def test_each_guide_has_the_sections_that_a_manager_looks_for(library):
    wanted = {
        "key-points",
        "when-it-goes-well",
        "start-this-week",
        "questions",
        "evidence",
        "law-and-standards",
        "read-on",
    }
    for guide in library.all("guide").values():
        ids = {h.id for h in guide.headings}
        assert wanted - ids == set(), guide.id
        assert ids & {"traps", "common-traps"}, guide.id


# ---------- prompts, paths, terms


def test_there_are_sixty_prompts_and_nine_in_each_deck(library):
    decks = {id: len(deck.cards) for id, deck in library.all("deck").items()}
    assert set(decks) == {
        "outcomes",
        "strengths",
        "risk",
        "recording",
        "supervision",
        "leadership",
        "using-information",
    }
    assert min(decks.values()) >= 9
    assert sum(decks.values()) >= 60


def test_each_prompt_says_who_it_is_for_and_why_it_helps(library):
    assert [
        id
        for id, card in library.all("card").items()
        if not (card.roles and card.note and card.use)
    ] == []


def test_the_well_known_deck_is_named_and_not_copied(library, texts):
    assert "Outcomes & CO" in texts["changing-the-conversation"]
    assert "outco" in library.all("guide")["changing-the-conversation"].sources


def test_paths_have_five_to_eight_steps_over_guides_examples_and_prompts(library, site):
    assert len(library.all("path")) >= 5
    for path in library.all("path").values():
        kinds = {step.to.partition(":")[0] for step in path.steps}
        if "session" in kinds and "guide" not in kinds:
            continue  # a series of sessions
        assert 5 <= len(path.steps) <= 8, path.id
        assert {"guide", "example"} <= kinds, path.id
        assert kinds & {"deck", "card", "session"}, path.id


def test_a_step_to_a_whole_guide_has_the_minutes_of_the_guide(library, site):
    html, seen = (site / "paths/index.html").read_text().replace("\n", ""), 0
    for path in library.all("path").values():
        whole = [step for step in path.steps if step.to.startswith("guide:") and "#" not in step.to]
        for step in whole:
            guide = library.get("guide", step.to.removeprefix("guide:"))
            assert (
                f'<b>{guide.minutes}</b> minutes</p><div><p class="practice-quiet">Guide</p><h3><a'
                f' href="../{guide.address}"' in html
            )
            seen += 1
    assert seen >= 2


def test_a_path_says_how_long_its_steps_take_in_hours_and_minutes(library, site):
    shown = (site / "paths/index.html").read_text()
    for path in library.all("path").values():
        guides = (step.to.removeprefix("guide:") for step in path.steps if not step.minutes)
        total = sum(step.minutes or 0 for step in path.steps)
        total += sum(library.get("guide", id).minutes for id in guides)
        about = shown.split(f'<h2 id="{path.id}">')[1].split("<ol")[0]
        assert f"The steps take about {minutes_in_words(total)}." in about, path.id


def test_each_guide_and_home_link_to_their_paths(library, site):
    home = (site / "index.html").read_text()
    for path in library.all("path"):
        assert f'href="./{library.address("path", path)}"' in home
    for guide in library.all("guide"):
        html = (site / library.address("guide", guide) / "index.html").read_text()
        for path in library.linked_from("path-guide", guide):
            assert f'/{library.address("path", path)}"' in html, (guide, path)


def test_a_term_is_explained_at_its_first_use_and_only_there(library, site):
    explained = 0
    for page in library.pages.values():
        html = (site / page.address / "index.html").read_text()
        links = re.findall(
            r'href="[^"]*glossary/(?:named/)?#([a-z0-9-]+)"[^>]*>(?:(?!</a>).)*</a>(<template'
            r" data-practice-term>)?",
            re.sub(r"<template.*?</template>", "<template data-practice-term>", html),
        )
        terms = dict.fromkeys(m.ref for m in page.mentions if m.kind == "term")
        for term in terms:
            marks = [bool(mark) for id, mark in links if id == term]
            assert marks[0], (page.file, term)
            assert sum(marks) == 1, (page.file, term)
        assert html.count("<template data-practice-term>") == len(terms), page.file
        assert ("assets/terms.js" in html) == bool(terms), page.file
        explained += len(terms)
    assert explained > 60


def test_only_the_first_link_to_a_term_gets_a_place_for_its_meaning():
    link, other = '<a href="term:risk">a <em>risk</em></a>', '<a href="term:trust">trust</a>'
    assert (
        with_places_for_meanings(f"{link} {other} {link}")
        == f"{link}<!--meaning:risk--> {other}<!--meaning:trust--> {link}"
    )


def test_a_term_without_script_is_a_link_and_nothing_else(site):
    html = (site / "guides/risk/index.html").read_text()
    seen = re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL)
    assert "practice-meaning" not in seen
    assert "practice-term" not in seen


# ---------- what comes next


@pytest.mark.parametrize(
    "id",
    [
        "leadership",
        "supervision",
        "risk",
        "engagement",
        "recording",
        "use-of-information",
        "organisational-change",
        "changing-the-conversation",
    ],
)
def test_each_guide_ends_with_prompts_sessions_examples_and_a_way_on(id, library, site):
    html = (site / library.address("guide", id) / "index.html").read_text()
    end = html[html.index('id="use-this-guide"') :]
    for heading in ("Talk about it", "Teach it", "See it in practice", "Where to go on"):
        assert heading in end, heading
    for folder in (
        "cards/",
        "sessions/",
        "examples/",
        "paths/",
        "self-review/",
        "themes/",
        "seen-in-practice/",
    ):
        assert re.search(rf'href="[./]*{folder}', end) or (
            folder == "self-review/" and not library.linked_from("area-guide", id)
        ), folder
    assert 'href="#use-this-guide"' in html


@pytest.mark.parametrize("picture", ["line-of-sight", "circuit"])
def test_each_station_of_a_picture_says_in_words_what_it_shows_and_leads_on(picture, library, site):
    html = (site / "organisational-change/index.html").read_text()
    if picture == "line-of-sight":
        stations = {
            level.id: (level.title, level.description) for level in library.all("level").values()
        }
    else:
        stations = {
            f"circuit-{c.id}": (c.title, c.description) for c in library.all("component").values()
        } | {"back-to-staff": ("Back to staff and people", "")}
    page = tree(site, "organisational-change/")
    for id, (title, description) in stations.items():
        assert title in page.words[id]
        assert description in page.words[id]
        leads = page.within[id]
        assert any(address.startswith(("guides/", "organisational-change")) for address in leads), (
            id
        )
        assert any(
            address.startswith(("examples/", "themes/", "components/")) for address in leads
        ), id
    assert html.count('<svg class="practice-ring" ') == 1
    assert 'aria-hidden="true"' in html


def test_the_glossary_has_about_eighty_terms_each_with_a_source_or_an_example(library):
    terms = library.all("term")
    assert len(terms) >= 80
    assert [id for id, term in terms.items() if not (term.sources or term.examples)] == []


def test_a_term_that_is_a_name_stands_on_a_page_of_names_and_its_old_address_leads_there(
    library, site
):
    words, names = tree(site, "glossary/"), tree(site, "glossary/named/")
    for id, term in library.all("term").items():
        assert id in words.words, id
        assert (id in names.words) is term.named, id
        if term.named:
            assert f'<a id="{id}" href="named/#{id}">' in (site / "glossary/index.html").read_text(
                "utf-8"
            ), id
            assert library.address("term", id) == f"glossary/named/#{id}"


def test_what_we_avoid_is_listed_with_reasons(library, site):
    html = (site / "about/writing/index.html").read_text()
    for entry in library.all("wording").values():
        assert f"“{entry.words[0]}”" in html
    assert len(library.all("wording")) >= 20


def test_self_review_covers_six_areas_and_leads_to_sections_and_examples(library):
    areas = library.all("area")
    assert set(areas) == {
        "engagement",
        "recording",
        "use-of-information",
        "leadership",
        "supervision",
        "risk",
    }
    for area in areas.values():
        for aspect in area.aspects:
            kinds = [place.partition(":")[0] for place in aspect.next]
            assert "guide" in kinds, aspect.id
            assert {"example", "session", "deck", "card", "key-point"} & set(kinds), aspect.id


# ---------- in easy words


def test_guides_examples_and_key_points_say_their_gist_in_easy_words(library, site):
    for kind, most in (("guide", 6), ("example", 4), ("key-point", 6)):
        for id, thing in library.all(kind).items():
            assert thing.easy and 2 <= len(thing.easy) <= most, id
            address = f"key-points/{id}/" if kind == "key-point" else library.address(kind, id)
            html = (site / address / "index.html").read_text("utf-8")
            told = html[html.index('<details class="practice-easy">') :].partition("</details>")[0]
            assert "Not yet tested with people with learning disabilities." in told
            assert all(
                f"<p>{sentence}</p>" in entities.unescape(told) for sentence in thing.easy
            ), id


@pytest.mark.parametrize("kind", ["guide", "example", "key-point"])
def test_easy_words_can_be_read_at_nine(library, kind):
    told = [sentence for thing in library.all(kind).values() for sentence in thing.easy]
    assert readability.measure(p for text in told for p in passages.passages(text)).age <= 9
