"""The small library in tests/data/small: its links both ways, its order, and what is wrong when a
part of it is spoilt.
"""

import dataclasses
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from unittest.mock import Mock

import pytest

from practice.cache import Cache, store
from practice.checking import consistency, reader
from practice.digest import plain_bytes
from practice.library.library import Library, build
from practice.library.related import related
from practice.library.relations import RELATIONS, leading_from, leading_to
from practice.model import Example, Problem
from practice.reading.folder import Reading
from practice.rendering import rows

SMALL = Path(__file__).parent / "data" / "small"
WALKS = "data/examples/harbour-walks.yml"
BREAKFASTS = "data/examples/lighthouse-breakfasts.yml"
ENGAGEMENT = "docs/guides/engagement.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small library to spoil."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def read(root: Path, kept: Cache | None = None) -> Reading:
    return reader.read_folder(str(root / "data"), str(root / "docs"), kept or Cache(None))


def library(root: Path = SMALL) -> Library:
    reading = read(root)
    return build(reading.things, reading.pages, reading.digests)


def problems(root: Path) -> list[Problem]:
    reading = read(root)
    return sorted(reading.problems + consistency.problems(reading))


def told(root: Path) -> list[str]:
    """The problems without their hints, with paths from the root."""
    return [
        f"{p.path.removeprefix(f'{root}/')}:{p.line}:{p.column}: {p.message}"
        for p in problems(root)
    ]


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


# Links


def test_every_link_is_there_in_both_directions():
    small = library()
    assert small.links("example-theme", "harbour-walks") == (
        "risk-enablement",
        "good-conversations",
    )
    assert small.linked_from("example-theme", "good-conversations") == (
        "harbour-walks",
        "lighthouse-breakfasts",
    )
    assert small.links("example-knowledge", "harbour-walks") == ("practitioner", "research")
    assert small.linked_from("example-knowledge", "research") == ("harbour-walks",)
    assert small.linked_from("guide-source", "gull-study") == ("risk",)
    assert small.linked_from("session-card", "first-words") == ("first-watch",)
    assert small.linked_from("session-guide", "risk") == ("first-watch",)


def test_a_section_of_a_guide_has_links_of_its_own_beside_the_guide():
    small = library()
    assert small.links("example-guide", "lighthouse-breakfasts") == (
        "engagement",
        "engagement#strengths",
    )
    assert small.linked_from("example-guide", "engagement") == ("lighthouse-breakfasts",)
    assert small.linked_from("example-guide", "engagement#strengths") == ("lighthouse-breakfasts",)


def test_what_has_no_links_gives_none():
    assert library().links("example-theme", "nowhere") == ()
    assert library().linked_from("example-theme", "reflective-supervision") == ()


def test_every_kind_that_a_relation_names_can_be_read():
    kinds = set(library().things) | {"guide"}
    assert {end for relation in RELATIONS for end in (relation.source, relation.target)} <= kinds


def test_relations_have_names_of_their_own_and_say_what_each_direction_is():
    names = Counter(relation.name for relation in RELATIONS)
    assert not {name for name, count in names.items() if count > 1}, "one row hides the other"
    assert all(relation.forwards and relation.backwards for relation in RELATIONS)


def test_rows_are_found_by_either_end():
    assert {r.target for r in leading_from("deck")} == {"guide"}
    assert {r.source for r in leading_to("theme")} == {
        "example",
        "guide",
        "key-point",
        "card",
        "session",
        "scenario",
        "conversation",
        "record",
        "level",
    }


def test_titles_and_addresses_of_every_kind():
    small = library()
    assert small.link("example", "harbour-walks") == (
        "Walks to the harbour with a wobbly handrail",
        "examples/harbour-walks/",
    )
    assert small.link("guide", "engagement#strengths") == (
        "Engagement: strengths",
        "guides/engagement/#strengths",
    )
    assert small.link("knowledge", "research") == ("Research", "knowledge/research/")
    assert small.link("key-point", "listen-first") == (
        "Begin with what matters to the person.",
        "key-points/#listen-first",
    )
    assert small.link("card", "first-words") == (
        "What did you say first, and why that?",
        "cards/harbour/#first-words",
    )
    assert small.link("page", "themes") == ("Themes", "themes/")
    assert small.address("source", "tide-tables") == "sources/#tide-tables"


def test_the_library_cannot_be_changed():
    small = library()
    with pytest.raises(dataclasses.FrozenInstanceError):
        small.things = {}
    for mapping in (
        small.things,
        small.all("example"),
        small.pages,
        small.forwards,
        small.backwards,
    ):
        with pytest.raises(TypeError):
            mapping["new"] = None


def test_key_points_stand_in_the_order_of_their_guides():
    assert list(library().all("key-point")) == ["listen-first", "weigh-both-sides"]


def test_key_points_follow_when_the_guides_change_places(root):
    change(root, ENGAGEMENT, "order: 1", "order: 3")
    assert list(library(root).all("guide")) == ["risk", "engagement"]
    assert list(library(root).all("key-point")) == ["weigh-both-sides", "listen-first"]


def test_a_draft_is_left_out_with_its_links(root):
    change(root, WALKS, "added: 2026-11-25", "added: 2026-11-25\nstatus: draft")
    small = library(root)
    assert problems(root) == []
    assert list(small.all("example")) == ["lighthouse-breakfasts"]
    assert small.links("example-example", "lighthouse-breakfasts") == ()
    assert small.linked_from("example-theme", "risk-enablement") == ()


def test_a_withdrawn_example_is_set_aside(root):
    change(
        root,
        WALKS,
        "added: 2026-11-25",
        "added: 2026-11-25\nstatus: withdrawn\nwithdrawn: {on: 2026-12-01, reason: The handrail was"
        " mended.}",
    )
    small = library(root)
    assert list(small.withdrawn) == ["harbour-walks"]
    assert small.has_page("example", "harbour-walks") and not small.has_page("example", "nobody")
    assert small.has_page("example", "lighthouse-breakfasts")
    assert list(small.all("example")) == ["lighthouse-breakfasts"]
    assert small.linked_from("example-example", "harbour-walks") == ()


# Related examples


def beside(root: Path, id: str) -> tuple:
    """What is shown beside an example."""
    return related(library(root), id)[0]


def test_a_named_example_stands_beside_and_so_does_the_one_that_names_it(root):
    assert beside(root, "lighthouse-breakfasts") == (("harbour-walks", ("Good conversations",)),)
    assert beside(root, "harbour-walks") == (("lighthouse-breakfasts", ("Good conversations",)),)


def more_examples(root: Path, **fields: str) -> None:
    """Copies of the walk, each with other themes and settings: ``id="themes / settings"``."""
    for id, value in fields.items():
        themes, settings = value.split(" / ")
        text = (
            (root / WALKS)
            .read_text()
            .replace("[risk-enablement, good-conversations]", f"[{themes}]")
            .replace("[home-care]", f"[{settings}]")
        )
        (root / f"data/examples/{id}.yml").write_text(
            text.replace("Walks to the harbour", f"Walks to the {id}")
        )


def test_what_is_rarely_shared_weighs_more(root):
    more_examples(
        root,
        pier="risk-enablement / care-home",
        quay="risk-enablement / care-home",
        buoy="risk-enablement / care-home",
        slip="reflective-supervision / home-care",
    )
    others = [id for id, _ in beside(root, "harbour-walks")]
    assert others[0] == "lighthouse-breakfasts"
    assert others[1] == "slip"


def test_the_reason_names_what_is_shared_the_rarest_first(root):
    more_examples(
        root,
        slip="risk-enablement / home-care",
        quay="risk-enablement / care-home",
        buoy="risk-enablement / care-home",
    )
    assert dict(beside(root, "slip"))["harbour-walks"] == ("Care at home", "Risk, with the person")


# What is wrong when a name leads nowhere


def test_a_name_that_leads_nowhere_is_told_at_its_own_place(root):
    change(
        root, WALKS, "[risk-enablement, good-conversations]", "[risk-enablement, good-conversation]"
    )
    assert told(root) == [f"{WALKS}:6:27: unknown theme 'good-conversation'"]


def test_the_nearest_name_and_all_names_are_offered(root):
    change(root, WALKS, "[risk-enablement, good-conversations]", "[risk-enablment]")
    assert (
        problems(root)[0].hint
        == "Did you mean 'risk-enablement'? All themes: good-conversations, reflective-supervision,"
        " risk-enablement."
    )


def test_a_section_that_is_not_there_is_told_with_those_that_are(root):
    change(
        root,
        BREAKFASTS,
        "guides: [engagement, engagement#strengths]",
        "guides: [engagement, engagement#strength]",
    )
    assert told(root) == [f"{BREAKFASTS}:12:22: the guide 'engagement' has no section 'strength'"]
    assert (
        problems(root)[0].hint == "Did you mean 'strengths'? Its sections: key-points, strengths."
    )


LOST = [
    (WALKS, "[home-care]", "[boat]", "boat", "unknown setting 'boat'"),
    (WALKS, "[frontline-practitioner]", "[captain]", "captain", "unknown role 'captain'"),
    (
        WALKS,
        "[practitioner, research]",
        "[practitioner, hearsay]",
        "hearsay",
        "unknown kind of knowledge 'hearsay'",
    ),
    (
        WALKS,
        "[weigh-both-sides]",
        "[weigh-anchor]",
        "weigh-anchor",
        "unknown key point 'weigh-anchor'",
    ),
    (BREAKFASTS, "nation: scotland", "nation: atlantis", "atlantis", "unknown nation 'atlantis'"),
    (
        BREAKFASTS,
        "[engagement]\nguides",
        "[embarking]\nguides",
        "embarking",
        "unknown component 'embarking'",
    ),
    (
        BREAKFASTS,
        "[harbour-walks]",
        "[harbour-walk]",
        "harbour-walk",
        "unknown example 'harbour-walk'",
    ),
    (
        BREAKFASTS,
        "ref: tide-tables",
        "ref: tide-table",
        "tide-table",
        "unknown source 'tide-table'",
    ),
    (
        BREAKFASTS,
        "engagement#strengths)",
        "engagement#gulls)",
        "guide:engagement#gulls",
        "the guide 'engagement' has no section 'gulls'",
    ),
    (BREAKFASTS, "(guide:engagement#strengths)", "(term:gull)", "term:gull", "unknown term 'gull'"),
    (
        BREAKFASTS,
        "(guide:engagement#strengths)",
        "(example:harbour-walks#rail)",
        "example:harbour-walks#rail",
        "the example 'harbour-walks' has no section 'rail'",
    ),
    ("data/key_points.yml", "guide: risk", "guide: risks", "risks", "unknown guide 'risks'"),
    ("data/key_points.yml", "[risk-enablement]", "[gulls]", "gulls", "unknown theme 'gulls'"),
    (
        "data/glossary.yml",
        "engagement#strengths",
        "engagement#gulls",
        "engagement#gulls",
        "the guide 'engagement' has no section 'gulls'",
    ),
    ("data/glossary.yml", "[tide-tables]", "[tides]", "tides", "unknown source 'tides'"),
    (
        "data/paths.yml",
        '"guide:engagement"',
        '"guide:embarking"',
        '"guide:embarking"',
        "unknown guide 'embarking'",
    ),
    ("data/paths.yml", "page:themes", "page:gulls", '"page:gulls"', "unknown page 'gulls'"),
    (
        "data/self_review.yml",
        "guide: engagement",
        "guide: embarking",
        "embarking",
        "unknown guide 'embarking'",
    ),
    (
        "data/self_review.yml",
        "card:first-words",
        "card:first-word",
        '"card:first-word"',
        "unknown card 'first-word'",
    ),
    (
        "data/cards/harbour.yml",
        "walk.\nguide: engagement",
        "walk.\nguide: embarking",
        "embarking",
        "unknown guide 'embarking'",
    ),
    (
        "data/cards/harbour.yml",
        "[good-conversations, risk-enablement]",
        "[good-conversations, gulls]",
        "gulls",
        "unknown theme 'gulls'",
    ),
    ("data/cards/harbour.yml", "[team-leader]", "[captain]", "captain", "unknown role 'captain'"),
    (
        "data/sessions/first-watch.yml",
        "card:first-words",
        "card:first-word",
        '"card:first-word"',
        "unknown card 'first-word'",
    ),
    (
        "data/sessions/first-watch.yml",
        "guide:risk",
        "guide:risks",
        '"guide:risks"',
        "unknown guide 'risks'",
    ),
    (
        "data/sessions/first-watch.yml",
        '["example:lighthouse-breakfasts"]',
        '["example:lighthouse"]',
        '"example:lighthouse"',
        "unknown example 'lighthouse'",
    ),
    (
        "data/sessions/first-watch.yml",
        "(example:lighthouse-breakfasts)",
        "(example:lighthouse)",
        "example:lighthouse)",
        "unknown example 'lighthouse'",
    ),
    (
        "data/sessions/first-watch.yml",
        "[frontline-practitioner]",
        "[captain]",
        "captain",
        "unknown role 'captain'",
    ),
    (
        ENGAGEMENT,
        "themes: [good-conversations]",
        "themes: [gulls]",
        "gulls",
        "unknown theme 'gulls'",
    ),
    (
        ENGAGEMENT,
        "[](source:tide-tables)",
        "[](source:tides)",
        "source:tides",
        "unknown source 'tides'",
    ),
    (
        ENGAGEMENT,
        "(example:lighthouse-breakfasts)",
        "(example:lighthouse)",
        "example:lighthouse",
        "unknown example 'lighthouse'",
    ),
    ("docs/index.md", "(page:themes)", "(page:gulls)", "page:gulls", "unknown page 'gulls'"),
]
"""File, what is changed in it, where the name stands then, and what is said."""


def places(root: Path, file: str, words: str) -> list[str]:
    """``file:line:column`` of every place of some words."""
    lines = (root / file).read_text().split("\n")
    return [
        f"{file}:{number}:{found.start() + 1}"
        for number, line in enumerate(lines, 1)
        for found in re.finditer(re.escape(words), line)
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "words", "message"),
    LOST,
    ids=[f"{Path(file).stem}: {words}" for file, _, _, words, _ in LOST],
)
def test_whatever_names_another_thing_is_checked_at_its_place(root, file, old, new, words, message):
    change(root, file, old, new)
    assert told(root) == [f"{place}: {message}" for place in places(root, file, words)]
    assert len(told(root)) == 1


def test_a_name_that_is_wrong_in_three_places_is_told_three_times(root):
    change(
        root,
        ENGAGEMENT,
        "See [the",
        "A tide [](source:tides) is a tide [](source:tides).\nSee [the",
    )
    change(root, ENGAGEMENT, "[](source:tide-tables)", "[](source:tides)")
    assert told(root) == [
        f"{place}: unknown source 'tides'" for place in places(root, ENGAGEMENT, "source:tides")
    ]
    assert len(told(root)) == 3


def test_a_longer_id_is_not_taken_for_a_shorter_one(root):
    change(
        root,
        BREAKFASTS,
        "as [the guide]",
        "as [one](example:harbour-walks) and [two](example:harbour) say. As [the guide]",
    )
    assert told(root) == [
        f"{place}: unknown example 'harbour'"
        for place in places(root, BREAKFASTS, "example:harbour)")
    ]


def test_two_cards_with_one_fault_are_told_apart(root):
    change(root, "data/cards/harbour.yml", "good-conversations", "gulls")
    assert told(root) == [
        f"data/cards/harbour.yml:{line}:14: unknown theme 'gulls'" for line in (10, 17)
    ]


def test_a_list_that_names_a_thing_twice_is_told_at_the_second(root):
    change(
        root,
        WALKS,
        "[risk-enablement, good-conversations]",
        "[risk-enablement, good-conversations, risk-enablement]",
    )
    change(
        root,
        "data/cards/harbour.yml",
        "[good-conversations, risk-enablement]",
        "[good-conversations, good-conversations]",
    )
    assert told(root) == [
        "data/cards/harbour.yml:17:34: themes names 'good-conversations' twice",
        f"{WALKS}:6:47: themes names 'risk-enablement' twice",
    ]


def test_two_titles_that_read_the_same_are_one_title(root):
    change(
        root,
        WALKS,
        "Walks to the harbour with a wobbly handrail",
        "BREAKFAST when you  wake, in a lighthouse",
    )
    assert told(root) == [
        f"{WALKS}:1:8: the title is also that of lighthouse-breakfasts",
        f"{BREAKFASTS}:1:8: the title is also that of harbour-walks",
    ]


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        (
            "[lighthouse-toast]",
            "'lighthouse-toast' is already the id or a former id of harbour-walks",
        ),
        ("[harbour-walks]", "'harbour-walks' is already the id or a former id of harbour-walks"),
        (
            "[lighthouse-breakfasts]",
            "'lighthouse-breakfasts' is already the id or a former id of lighthouse-breakfasts",
        ),
        ("[quay, quay]", "'quay' is already the id or a former id of harbour-walks"),
    ],
)
def test_a_former_id_leads_to_one_example_only(root, aliases, expected):
    change(root, WALKS, "added: 2026-11-25", f"added: 2026-11-25\naliases: {aliases}")
    assert [line.partition(": ")[2] for line in told(root)] == [expected]


def test_a_former_id_is_not_a_name_and_the_new_one_is_told(root):
    change(root, WALKS, "added: 2026-11-25", "added: 2026-11-25\naliases: [quay-walks]")
    change(root, BREAKFASTS, "as [the guide]", "as [one](example:quay-walks) says. As [the guide]")
    assert [(p.message, p.hint) for p in problems(root)] == [
        (
            "the example 'quay-walks' has another id now",
            "Write harbour-walks in its place, or run `practice check --fix`, which does it"
            " everywhere.",
        )
    ]


def test_paths_are_shown_as_the_caller_wants(root):
    change(root, WALKS, "[risk-enablement, good-conversations]", "[gulls]")
    change(root, ENGAGEMENT, "[](source:tide-tables)", "[](source:tides)")
    reading = reader.read_folder(
        str(root / "data"), str(root / "docs"), Cache(None), show=lambda path: Path(path).name
    )
    assert [p.path for p in consistency.problems(reading, lambda path: Path(path).name)] == [
        "engagement.md",
        "harbour-walks.yml",
    ]


def test_the_same_fault_in_two_lines_is_told_in_both(root):
    change(root, WALKS, "  The handrail wobbled.", "  The `<b>` <b>handrail</b>\n  <b>wobbled</b>.")
    assert told(root) == [
        f"{WALKS}:{place}: HTML is not allowed in the text: {tag}"
        for place, tag in [("10:13", "<b>"), ("10:24", "</b>"), ("11:3", "<b>"), ("11:13", "</b>")]
    ]


def test_the_texts_of_a_session_are_kept_as_plain_as_those_of_an_example(root):
    change(
        root,
        "data/sessions/first-watch.yml",
        "Let the silence work.",
        "Let the <i>silence</i> work.",
    )
    assert told(root) == [
        f"data/sessions/first-watch.yml:{place}"
        for place in (
            "25:15: HTML is not allowed in the text: <i>",
            "25:25: HTML is not allowed in the text: </i>",
        )
    ]


# Hand-written pages


def test_what_is_shown_as_code_is_no_link(root):
    change(
        root,
        ENGAGEMENT,
        "See [the",
        "Write `[words](example:gulls)`, or ``[a `b`](gull:x)``. See [the",
    )
    with (root / ENGAGEMENT).open("a") as file:
        file.write(
            "\n```\n[words](example:gulls)\n## No heading\n```\n\n    ~~~\n    [words](gull:x)\n   "
            " ~~~\n"
        )
    assert told(root) == []


def test_a_page_with_windows_line_ends_is_read_as_any_other(root):
    path = root / ENGAGEMENT
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(root) == []
    assert read(root).pages == read(SMALL).pages


@pytest.mark.parametrize(
    ("link", "column"),
    [
        ("[words](<example:nope>)", 10),
        ('[words](example:nope "A title")', 9),
        ("[words]( example:nope )", 10),
        ("[words]: example:nope", 5),
        ("[words]: <example:nope> (A title)", 5),
        ("[words]:\n  example:nope", 5),
        ("> [words]: example:nope", 5),
        ("- [words]: example:nope", 5),
        ("Words\n[words]: example:nope", 10),
        ("[words](\nexample:nope)", 1),
        ("[](\nexample:nope)", 1),
        ('<a href="example:nope">words</a>', 10),
        ("<p>\n<a href='#strengths'>a</a> <a HREF='example:nope'>a</a>\n</p>", 37),
    ],
)
def test_a_link_by_id_is_looked_up_in_each_of_its_spellings(root, link, column):
    with (root / ENGAGEMENT).open("a") as file:
        file.write(f"\n{link}\n\nSee [words].\n")
    (problem,) = told(root)
    assert "unknown example 'nope'" in str(problem) and f":{column}:" in str(problem)


def test_a_link_by_id_in_code_is_none(root):
    with (root / ENGAGEMENT).open("a") as file:
        file.write("\n    [words](example:nope)\n\n    <a href='example:nope'>words</a>\n")
    assert told(root) == []


def test_the_lines_of_a_page_are_counted_from_its_top(root):
    page = read(root).pages["guides/engagement.md"]
    assert [(h.id, h.level, h.line, h.cites) for h in page.headings] == [
        ("key-points", 2, 10, False),
        ("strengths", 2, 14, True),
    ]
    assert [(m.kind, m.ref, m.line, m.column, m.section) for m in page.mentions] == [
        ("source", "tide-tables", 16, 29, "strengths"),
        ("example", "lighthouse-breakfasts", 16, 71, "strengths"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "summary: Finding",
            "sumary: Finding",
            ["4:1: there is no field sumary", "2:1: summary is missing"],
        ),
        ("minutes: 3", "minutes: three", ["5:10: minutes: 'three' is not a whole number"]),
        (
            "order: 1\n",
            "order: 1\nbare: perhaps\n",
            ["7:7: bare: 'perhaps' is neither true nor false"],
        ),
        (
            "order: 1\n",
            "order: 1\ndoor: cellar\n",
            ["7:7: door: 'cellar' is not one of the choices"],
        ),
        ("id: engagement", "id: Engagement", ["2:5: id: 'Engagement' is not an id"]),
        (
            "title: Engagement",
            "title: Engagement: a start",
            ["3:18: there are two colons on this line: title: Engagement: a start"],
        ),
        ("title: Engagement", "title:", ["3:1: title is empty"]),
        ("## Strengths {#strengths}", "## Strengths", ["14:1: the heading 'Strengths' has no id"]),
        (
            "[the lighthouse](example:lighthouse-breakfasts)",
            "[the gull](gull:sam)",
            ["16:65: a link may not lead to 'gull:sam'"],
        ),
        (
            "[the lighthouse](example:lighthouse-breakfasts)",
            "[the gull](http://gull.example)",
            ["16:65: a link may not lead to 'http://gull.example'"],
        ),
    ],
)
def test_a_fault_in_a_page_is_told_at_its_line(root, old, new, expected):
    change(root, ENGAGEMENT, old, new)
    own = [
        line.removeprefix(f"{ENGAGEMENT}:") for line in told(root) if line.startswith(ENGAGEMENT)
    ]
    assert sorted(own) == sorted(expected)


def test_front_matter_that_is_never_closed_is_told(root):
    (root / "docs/open.md").write_text("---\ntitle: Open\n")
    assert told(root) == ["docs/open.md:1:1: the front matter is not closed"]


@pytest.mark.parametrize(
    "text", ["", "Words only.\n", "---\n---\nWords.\n", "---\n# nothing yet\n---\n"]
)
def test_a_page_needs_no_front_matter(root, text):
    (root / "docs/plain.md").write_text(text)
    assert told(root) == []


# One fault makes one problem


def test_a_faulty_example_is_still_known_to_others(root):
    change(root, WALKS, "title: Walks", "tilte: Walks")
    assert [line.partition(": ")[2] for line in told(root)] == [
        "title is missing",
        "there is no field tilte",
    ]


def test_an_example_that_cannot_be_read_at_all_is_still_known_to_others(root):
    (root / WALKS).write_text("title: a: b\n")
    assert told(root) == [f"{WALKS}:1:9: there are two colons on this line: title: a: b"]


@pytest.mark.parametrize("spoil", ["link", "too long", "other bytes"])
def test_a_file_that_is_not_even_opened_is_still_known_to_others(root, spoil):
    path = root / WALKS
    if spoil == "link":
        path.rename(root / "walks.yml")
        path.symlink_to(root / "walks.yml")
    else:
        path.write_bytes(b"\xff" if spoil == "other bytes" else b"#" * 70_000)
    assert [line.split(":")[0] for line in told(root)] == [WALKS]


def test_a_faulty_example_has_all_its_problems_told_at_once(root):
    change(root, WALKS, "title: Walks to the harbour with a wobbly handrail", "title: Walk")
    change(root, WALKS, "[risk-enablement, good-conversations]", "[gulls]")
    assert told(root) == [
        f"{WALKS}:1:8: title has 4 characters; 10 is the least",
        f"{WALKS}:6:10: unknown theme 'gulls'",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/vocabulary/themes.yml", "- id: good-conversations", "- id: good: conversations"),
        ("data/vocabulary/themes.yml", "- id: good-conversations", "- id: Good_Conversations"),
        ("data/vocabulary/themes.yml", "  title: Good conversations\n", ""),
        ("data/sources.yml", "  title: What gulls want", "  title: [What gulls want]"),
        ("data/glossary.yml", "- id:", "  - id:\n  x:"),
        ("data/cards/harbour.yml", "use: self", "use: gulls"),
        ("data/cards/harbour.yml", "title: By the harbour", "title: By: the harbour"),
        ("data/sessions/first-watch.yml", "minutes: 4", "minutes: four"),
        (ENGAGEMENT, "title: Engagement", "title: Engagement: a start"),
        (ENGAGEMENT, "order: 1", "order: first"),
        (ENGAGEMENT, "## Key points {#key-points}", "## Key points"),
        ("data/paths.yml", "minutes: 5", "minutes: 0"),
        ("data/self_review.yml", "starting:", "beginning:"),
    ],
    ids=range(13),
)
def test_one_faulty_file_makes_no_problem_in_another(root, file, old, new):
    change(root, file, old, new)
    found = problems(root)
    assert found
    assert {p.path for p in found} == {str(root / file)}


def test_a_file_that_is_a_link_or_is_not_utf8_makes_no_problem_in_another(root):
    themes = root / "data/vocabulary/themes.yml"
    themes.rename(root / "themes.yml")
    themes.symlink_to(root / "themes.yml")
    (root / "data/sources.yml").write_bytes(b"- id: caf\xe9\n")
    assert told(root) == [
        "data/sources.yml:1:10: a character here is not UTF-8",
        "data/vocabulary/themes.yml:1:1: themes.yml is not a plain file",
    ]


def test_a_thing_in_a_large_list_is_found_too(root):
    with (root / "data/sources.yml").open("a") as file:
        file.writelines(
            f"- id: tide-{n}\n  cited_as: Tide {n}\n  title: {'A long tide. ' * 8}\n"
            for n in range(600)
        )
    change(root, "data/glossary.yml", "[tide-tables]", "[tide-599, tide-600]")
    assert told(root) == ["data/glossary.yml:5:23: unknown source 'tide-600'"]


def test_an_empty_folder_is_an_empty_library(tmp_path):
    assert problems(tmp_path) == []
    assert list(library(tmp_path).all("example")) == []


# What is cached between builds


def test_what_was_cached_gives_the_same_library(root, tmp_path):
    first = Cache(str(tmp_path / "cache" / "records"))
    one = read(root, first)
    first.save()
    second = Cache(str(tmp_path / "cache" / "records"))
    assert all(second.get(key) is not None for key in first.used)
    two = read(root, second)
    assert (one.things, one.digests, one.files) == (two.things, two.digests, two.files)


def test_what_other_code_cached_is_a_miss(tmp_path):
    path = str(tmp_path / "records")
    cache = Cache(path, b"one")
    cache.put(b"key", b"value")
    cache.save()
    assert [Cache(path, code).get(b"key") for code in (b"one", b"other", b"")] == [
        b"value",
        None,
        None,
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[:-1],
        lambda raw: raw[1:],
        lambda raw: b"",
        lambda raw: raw[:20] + b"!" + raw[21:],
    ],
)
def test_a_damaged_cache_is_a_miss(root, tmp_path, damage):
    first = Cache(str(tmp_path / "records"))
    read(root, first)
    first.save()
    path = tmp_path / "records"
    path.write_bytes(damage(path.read_bytes()))
    assert [key for key in first.used if Cache(str(path)).get(key) is not None] == []


@pytest.mark.parametrize(
    "value",
    [
        ["a", "list"],
        "text",
        None,
        3,
        {"no": "digest"},
        {b"": "no bytes"},
        {"no digest": b"bytes"},
    ],
)
def test_a_foreign_cache_is_a_miss(tmp_path, value):
    path = str(tmp_path / "records")
    store(path, value)
    assert Cache(path).get(b"") is None


NESTED = json.dumps(dict.fromkeys(Example.model_fields, ()) | {"consent": {"no": "consent"}})


@pytest.mark.parametrize(
    "value",
    [["{}"], [NESTED], ['"text"'], [""], [3], "text", 3, None, {"title": "Nothing else"}],
)
def test_a_foreign_value_in_the_cache_is_a_miss(root, tmp_path, value):
    first = Cache(None)
    one = read(root, first)
    for raw in (plain_bytes(value), b"", b"no value"):
        store(str(tmp_path / "records"), dict.fromkeys(first.used, raw))
        assert read(root, Cache(str(tmp_path / "records"))).things == one.things


def test_only_what_is_still_there_stays_in_the_cache(root, tmp_path):
    path = tmp_path / "records"
    first = Cache(str(path))
    read(root, first)
    first.save()
    change(root, WALKS, "The handrail wobbled.", "The handrail wobbles.")
    second = Cache(str(path))
    read(root, second)
    second.save()
    assert len(second.used) == len(first.used)
    assert len(second.used & first.used) == len(first.used) - 1
    third = Cache(str(path))
    assert {key for key in first.used | second.used if third.get(key) is not None} == second.used


def test_what_was_sound_before_hides_no_problem_of_today(root, tmp_path):
    for break_it in (
        lambda: None,
        lambda: change(root, WALKS, "themes: [", "themes: [no-such-theme, "),
        lambda: change(root, BREAKFASTS, "summary: ", "colour: red\nsummary: "),
    ):
        break_it()
        kept = Cache(str(tmp_path / "records"))
        reading = read(root, kept)
        found = sorted(reading.problems + consistency.problems(reading, cache=kept))
        kept.save()
        assert found == problems(root)
    assert {Path(problem.path).name for problem in found} == {
        "harbour-walks.yml",
        "lighthouse-breakfasts.yml",
    }


def test_our_own_texts_are_not_checked_twice_when_only_an_example_changed(
    root, tmp_path, monkeypatch
):
    cache = Cache(str(tmp_path / "records"))
    assert consistency.problems(read(root, cache), cache=cache) == []
    cache.save()
    cache = Cache(str(tmp_path / "records"))
    monkeypatch.setattr(
        consistency.wording, "problems", lambda reading, locator: pytest.fail("checked again")
    )
    change(root, WALKS, "The handrail wobbled.", "The handrail wobbles.")
    assert consistency.problems(read(root, cache), cache=cache) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "This one goes on and on until it has more words than anybody can hold.",
        "Two ideas. In one line.",
        "It has no end",
        "Too short.",
    ],
)
@pytest.mark.parametrize(
    ("file", "before"),
    [("data/key_points.yml", "{id: listen-first,"), (WALKS, "kind: illustrative\n")],
)
def test_a_sentence_that_is_not_easy_is_found(
    root: Path, file: str, before: str, sentence: str
) -> None:
    easy = f'easy: ["Listen to people.", "{sentence}"]'
    told = f"{{{easy}, {before[1:]}" if before.startswith("{") else f"{easy}\n{before}"
    change(root, file, before, told)
    (found,) = problems(root)
    assert (found.rule, "in 3 to 12 words" in found.hint) == ("easy-words", True)


@pytest.mark.parametrize("count", [1, 5])
def test_the_easy_words_of_an_example_are_two_to_four_sentences(root: Path, count: int) -> None:
    sentences = ["They walked to the harbour."] * count
    change(root, WALKS, "kind: illustrative\n", f"easy: {sentences}\nkind: illustrative\n")
    assert [problem.rule for problem in problems(root)] == ["too-few" if count < 2 else "too-many"]


@pytest.mark.parametrize(
    ("place", "nation", "words"),
    [
        ("Aberdeen", "scotland", "Aberdeen, Scotland"),
        ("Aberdeen, Scotland", "scotland", "Aberdeen, Scotland"),
        ("England and Wales", "united-kingdom", "England and Wales"),
        ("", "united-kingdom", "United Kingdom, several nations"),
        ("Wales, South Yorkshire", "england", "Wales, South Yorkshire, England"),
    ],
)
def test_a_place_that_names_nations_is_not_followed_by_them(place, nation, words):
    titles = {"england": "England", "wales": "Wales", "scotland": "Scotland"}
    titles["united-kingdom"] = "United Kingdom, several nations"
    nations = {id: Mock(title=title) for id, title in titles.items()}
    library = Mock(all=lambda kind: nations, title=lambda kind, id: titles[id])
    example = Mock(kind="published", place=place, nation=nation, period=None)
    assert rows.where(library, example) == words
