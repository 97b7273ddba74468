"""What goes with frameworks that others use: on the page of each thing, and by nation."""

from __future__ import annotations

import lxml.html
import pytest
from tests.conftest import ROOT
from tests.open_data import SETTINGS, site_of
from tests.test_kinds import read

from practice.cache import Cache
from practice.checking import reader
from practice.library.library import Library, build
from practice.pages import frameworks, indexes
from practice.pages.directives import DIRECTIVES, DirectiveContext
from practice.rendering.renderer import Renderer
from practice.rendering.shell import NEEDED, SHELLS, Shell, mark
from practice.rendering.site import Site

WORDS = 'Look at the tide & at the sky before you "walk".'


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


def shown(library: Library, nation: str) -> lxml.html.HtmlElement:
    """What the directive shows of a nation."""
    html = DIRECTIVES["frameworks"](
        DirectiveContext(site_of(library), None, "../../"), {"nation": nation}
    )
    return lxml.html.fragment_fromstring(html, create_parent="div")


def index_page(library: Library, address: str) -> lxml.html.HtmlElement:
    """The page with the examples of a theme, a key point or a setting."""
    slots = " ".join(map(mark, [*sorted(NEEDED), "body"]))
    shells = {spec.name: Shell(spec.name, slots) for spec in SHELLS}
    site = Site(SETTINGS, library, Renderer(SETTINGS, shells, b""))
    outputs = {output.path: output for output in indexes.pages(site)}
    return lxml.html.document_fromstring(outputs[f"{address}index.html"].make())


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
    "address, words, near",
    [
        ("themes/risk-enablement/", "", "Close to this theme."),
        ("key-points/weigh-both-sides/", f": {WORDS}", "Wider than this key point."),
    ],
)
def test_a_theme_and_a_key_point_say_it_themselves(
    library: Library, address: str, words: str, near: str
) -> None:
    line = index_page(library, address).find(".//section[@aria-labelledby='frameworks']//li")
    part, how = (" ".join(p.text_content().split()) for p in line.findall("p"))
    named = "Rules of the harbour (Scotland), rule 3, on walking beside the water"
    assert part.startswith(f"{named}{words} (Harbour")
    assert how == near


@pytest.mark.parametrize(
    "address, said",
    [
        ("themes/risk-enablement/", "We have no example of this yet from: care home."),
        (
            "settings/care-home/",
            "We have no example from here yet about: supervision that reflects, "
            "risk, with the person.",
        ),
        ("themes/reflective-supervision/", "We have no example here yet."),
    ],
)
def test_a_theme_and_a_setting_say_of_what_they_have_no_example(
    library: Library, address: str, said: str
) -> None:
    (words,) = index_page(library, address).findall(".//section[@aria-labelledby='gaps']/p")
    assert " ".join(words.text_content().split()).startswith(said)


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
