"""A page may show only what its key covers, and a key changes with all that it covers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from practice.cache import Cache
from practice.checking import reader
from practice.library import library
from practice.library.library import Library
from practice.model import LISTED_FIELDS, Example, VocabularyTerm
from practice.pages import handwritten, short_links
from practice.pages.examples import WithdrawnView
from practice.rendering import rows
from practice.rendering.metadata import PageMetadata
from practice.rendering.output import Output
from practice.rendering.renderer import Renderer
from practice.rendering.settings import Settings
from practice.rendering.shell import SLOTS, Shell, mark
from practice.rendering.site import Site

TERMS = {
    id: VocabularyTerm(id=id, title=id.title(), description="A term.")
    for id in ("risk", "recording")
}


@pytest.fixture
def page() -> Library:
    """The library as a page sees it that declares one theme."""
    return library.build({"theme": TERMS}, {}, {}).only([("theme", "risk"), ("example", "gone")])


def test_a_page_sees_what_it_declares(page: Library) -> None:
    assert page.link("theme", "risk") == ("Risk", "themes/risk/")
    assert page.all("theme")["risk"].description == "A term."


def test_a_page_that_shows_more_than_it_declares_stops_the_build(page: Library) -> None:
    for read in (
        lambda: page.title("theme", "recording"),
        lambda: page.get("theme", "recording"),
        lambda: page.all("theme")["recording"],
        lambda: page.address("example", "undeclared"),
    ):
        with pytest.raises(LookupError, match="its key does not cover"):
            read()


def test_what_is_declared_and_not_there_reads_as_missing(page: Library) -> None:
    assert page.get("example", "gone") is None
    assert page.title("example", "gone") == "An example that is not published yet"


def test_another_title_or_description_gives_another_digest() -> None:
    digests = {
        library.build(
            {"theme": {"risk": VocabularyTerm(id="risk", title=title, description=words)}}, {}, {}
        ).digest_of([("theme", "risk")])
        for title in "ab"
        for words in "cd"
    }
    assert len(digests) == 4


SMALL = Path(__file__).parent / "data" / "small"


@pytest.fixture(scope="module")
def small() -> Library:
    reading = reader.read_folder(str(SMALL / "data"), str(SMALL / "docs"), Cache(None))
    return library.build(reading.things, reading.pages, reading.digests)


def changed(whole: Library, id: str, field: str, value: object) -> Library:
    """The library with another value for a field of an example."""
    example = whole.all("example")[id].model_copy(update={field: value})
    examples = {**whole.all("example"), id: example}
    return replace(whole, things={**whole.things, "example": examples}, _digests={})


@pytest.mark.parametrize("field", sorted({*Example.model_fields} - LISTED_FIELDS - {"id", "title"}))
def test_a_list_shows_no_field_of_an_example_that_its_digest_leaves_out(
    small: Library, field: str
) -> None:
    id = next(iter(small.all("example")))
    assert rows.row(changed(small, id, field, object()), id) == rows.row(small, id)


OTHER = {
    "title": "Another title",
    "summary": "Another summary",
    "kind": "illustrative",
    "place": "Elsewhere",
    "nation": None,
    "period": None,
    "themes": (),
    "components": ("another",),
    "sources": (),
}


@pytest.mark.parametrize("field", sorted(LISTED_FIELDS | {"title"}))
def test_the_digest_of_an_example_changes_with_each_field_that_lists_show(
    small: Library, field: str
) -> None:
    id = next(e.id for e in small.all("example").values() if getattr(e, field) != OTHER[field])
    other = changed(small, id, field, OTHER[field])
    assert other.digest_of([("example", id)]) != small.digest_of([("example", id)])


def site_of(whole: Library) -> Site:
    settings = Settings("Name", "https://site.example/", "https://code.example", "2026-01-01")
    return Site(settings, whole, Renderer(settings, {}, b""))


def card(whole: Library, id: str) -> Output:
    """The card of an example, for another website."""
    path = f"embed/{id}/index.html"
    return next(page for page in short_links.pages(site_of(whole)) if page.path == path)


@pytest.mark.parametrize("field", sorted(LISTED_FIELDS | {"title", "licence", "context"}))
def test_the_key_of_a_card_changes_with_what_it_shows(small: Library, field: str) -> None:
    values = {**OTHER, "licence": "CC-BY-SA-4.0", "context": "Another story."}
    id = next(e.id for e in small.all("example").values() if getattr(e, field) != values[field])
    one, other = (card(whole, id) for whole in (small, changed(small, id, field, values[field])))
    if field == "context":
        assert other.key == one.key
    assert other.key != one.key or other.make() == one.make()


@pytest.mark.parametrize("field", ["title", "licence"])
def test_cards_that_differ_have_other_keys(small: Library, field: str) -> None:
    id, value = next(iter(small.all("example"))), {"title": "Other", "licence": "CC-BY-SA-4.0"}
    other = card(changed(small, id, field, value[field]), id)
    assert other.make() != card(small, id).make()
    assert other.key != card(small, id).key


def test_the_same_view_in_two_templates_gives_two_keys(small: Library) -> None:
    site, shell = site_of(small), Shell("about", " ".join(map(mark, sorted(SLOTS))))
    renderer = Renderer(site.settings, {"about": shell}, b"")
    about, view = (
        PageMetadata("Title", "Words.", "about/page/", ""),
        WithdrawnView("2026-01-01", ""),
    )
    keys = {renderer.page("about", name, about, view).key for name in ("a.html", "b.html")}
    assert len(keys) == 2


def guide(whole: Library) -> Output:
    """The hand-written page of a guide, as the site has it."""
    shell = Shell("guide", " ".join(map(mark, sorted(SLOTS))) + "<!-- practice:count -->")
    return next(handwritten.pages(site_of(whole), {"guides/risk/index.html": shell}))


def test_a_hand_written_page_is_rendered_when_it_is_written_and_not_for_its_key(
    small: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    render = Renderer.render
    monkeypatch.setattr(
        Renderer,
        "render",
        lambda self, name, *a, **k: rendered.append(name) or render(self, name, *a, **k),
    )
    output = guide(small)
    assert not rendered
    assert output.make() and "after-guide.html" in rendered


@pytest.mark.parametrize(("field", "same"), [("title", False), ("context", True)])
def test_the_key_of_a_guide_changes_with_what_it_shows_of_an_example(
    small: Library, field: str, same: bool
) -> None:
    other = changed(small, small.linked_from("example-guide", "risk")[0], field, "Other words")
    assert (guide(other).key == guide(small).key) is same
    assert (guide(other).make() == guide(small).make()) is same
