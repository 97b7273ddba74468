"""What goes with frameworks that others use: on the page of each thing, and by nation."""

from __future__ import annotations

import lxml.html
import pytest
from tests.conftest import ROOT
from tests.open_data import site_of
from tests.test_kinds import read

from practice.cache import Cache
from practice.checking import reader
from practice.library.library import Library, build
from practice.pages import frameworks
from practice.pages.directives import DIRECTIVES, Place
from practice.rendering.labels import MATCHES

WORDS = 'Look at the tide & at the sky before you "walk".'


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


def shown(library: Library, nation: str) -> lxml.html.HtmlElement:
    """What the directive shows of a nation."""
    html = DIRECTIVES["frameworks"](Place(site_of(library), None, "../../"), {"nation": nation})
    return lxml.html.fragment_fromstring(html, create_parent="div")


def test_a_nation_lists_each_part_once_with_what_goes_with_it(library: Library) -> None:
    found = shown(library, "scotland")
    assert [h.text for h in found.iter("h3")] == ["Rules of the harbour"]
    (bare, quoted) = found.iter("li")
    assert bare.find(".//b").text == "Rule 3, on walking beside the water"
    assert [q.text for q in found.iter("q")] == [WORDS]
    near = [
        " ".join(p.text_content().split()) for li in (bare, quoted) for p in li.findall("p")[1:]
    ]
    assert near == [
        f"Close to the theme {library.title('theme', 'risk-enablement')}.",
        f"Wider than the key point {library.title('key-point', 'weigh-both-sides')}",
    ]
    assert {a.get("href") for a in found.iter("a")} == {
        "../../sources/#tide-tables",
        "../../themes/risk-enablement/",
        "../../key-points/#weigh-both-sides",
    }


def test_a_nation_without_any_says_so(library: Library) -> None:
    assert shown(library, "wales").text_content().strip() == "Nothing so far."


@pytest.mark.parametrize(
    "kind, id, how, words",
    [
        ("theme", "risk-enablement", "Close to", ""),
        ("key-point", "weigh-both-sides", "A part of", WORDS),
    ],
)
def test_a_theme_and_a_key_point_say_it_themselves(
    library: Library, kind: str, id: str, how: str, words: str
) -> None:
    (found,) = frameworks.of_thing(library, kind, id)
    match = found.match
    assert (MATCHES[match.how], match.words or "", match.nation) == (how, words, "scotland")


@pytest.mark.content
def test_every_match_quotes_its_framework() -> None:

    found = reader.read_folder(str(ROOT / "examples_data"), str(ROOT / "docs"), Cache(None))
    real = build(found.things, found.pages, found.digests)
    matches = [
        match
        for kind in frameworks.KINDS_WITH_MATCHES
        for thing in real.all(kind).values()
        for match in thing.matches
    ]
    assert all(match.words for match in matches)
    assert {match.nation for match in matches} == {
        "scotland",
        "england",
        "wales",
        "northern-ireland",
    }
