"""What cataloguers and machines read: pages as Markdown, days in the sitemap, the files at the
root.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import hostile
from tests.open_data import site_of
from tests.test_api import changed
from tests.test_kinds import SMALL, read, thread  # noqa: F401 - a fixture

from practice.exports import headers, machines, sitemap
from practice.exports.data import markdown_pages
from practice.exports.data.escaping import escaped
from practice.kinds import public
from practice.library.library import Library, build
from practice.model import Change, Withdrawal
from practice.reading.document import HIDDEN

BASE = "https://outcomes-in-practice.example/"


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


def made(library: Library) -> dict[str, str]:
    outputs = list(markdown_pages.files(site_of(library), str(SMALL / "docs")))
    assert len({output.path for output in outputs}) == len(outputs)
    return {output.path: output.make().decode() for output in outputs}


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, str]:
    return made(library)


def test_every_thing_stands_on_a_page_in_markdown(library: Library, pages: dict[str, str]) -> None:
    for kind in public():
        for id in library.all(kind.name):
            title, address = library.link(kind.name, id)
            page = pages[f"{address.partition('#')[0]}index.md"]
            assert title in page, (kind.name, id)


def test_the_story_of_an_example_stands_as_it_was_written(
    library: Library, pages: dict[str, str]
) -> None:
    for id, example in library.all("example").items():
        page = pages[f"examples/{id}/index.md"]
        assert page.startswith(f"# {example.title}\n\n{example.summary}\n")
        if "](" not in example.context:
            assert f"## Why they tried it\n\n{example.context.strip()}\n" in page
        assert f"{BASE}examples/{id}/" in page


def test_no_mark_of_our_own_is_left(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert not re.search(r"<!--|\{#|^---\ntitle|\]\((?!https?:|mailto:|#|/|\.)", page), path
        assert pyromark.html(page)


SIGNS = "\\`*_[]<>~&#-+=.)(!|:;1 aé{}$^\"'"


@pytest.mark.parametrize(
    "frame", ["# {}", "{}", "> {}", "- {}", "- Label: {}", "[{}](https://a.example/)"]
)
@settings(deadline=None, derandomize=True)
@given(words=st.text(st.sampled_from(SIGNS), max_size=12) | st.sampled_from(hostile.payloads()))
def test_plain_words_are_shown_as_they_are(frame: str, words: str) -> None:
    words = " ".join(HIDDEN.sub("", words).split())
    html = pyromark.html(frame.format(escaped(words)), options=pyromark.Options.ENABLE_TABLES)
    shown = lxml.html.document_fromstring(f"<div>{html}</div>").text_content()
    assert " ".join(shown.split()).removeprefix("Label:").strip() == words
    assert "<script" not in html


def test_the_address_of_a_source_is_a_link_whatever_its_signs(library: Library) -> None:
    sources = dict(library.all("source"))
    id, source = next((id, one) for id, one in sources.items() if one.url)
    sources[id] = source.model_copy(update={"url": "https://a.example/scale*_of_~what~.html"})
    edited = build({**library.things, "source": sources}, library.pages, library.file_digests)
    html = pyromark.html(made(edited)["sources/index.md"])
    assert 'href="https://a.example/scale*_of_~what~.html"' in html


def test_links_lead_to_addresses_of_the_site(library: Library, pages: dict[str, str]) -> None:
    known = {library.address(k.name, id) for k in public() for id in library.all(k.name)}
    for path, page in pages.items():
        for address in re.findall(rf"\]\({re.escape(BASE)}(examples/[a-z0-9-]+/)\)", page):
            assert address in known, path


def test_a_word_in_a_story_writes_one_page(library: Library, pages: dict[str, str]) -> None:
    id = next(iter(library.all("example")))
    edited = changed(library, **{id: {"context": "Said anew."}})
    digests = {**library.file_digests, id: b"another"}
    edited = build(edited.things, edited.pages, digests)
    before, after = (
        {o.path: o.key for o in markdown_pages.files(site_of(one), str(SMALL / "docs"))}
        for one in (library, edited)
    )
    assert {path for path in after if after[path] != before[path]} == {f"examples/{id}/index.md"}


def test_a_withdrawn_example_has_no_page_in_markdown(library: Library) -> None:
    id = next(iter(library.all("example")))
    gone = Withdrawal(on="2026-11-26", reason="The organisation asked for it.")
    found = made(changed(library, **{id: {"status": "withdrawn", "withdrawn": gone}}))
    assert f"examples/{id}/index.md" not in found
    assert not [path for path, text in found.items() if library.title("example", id) in text]


def test_a_new_kind_has_its_page_without_a_line(thread: Path) -> None:  # noqa: F811
    found = made(read(thread))
    assert "## The thread talk" in found["threads/index.md"]


def test_the_sitemap_has_the_day_of_the_last_change(library: Library) -> None:
    first, second, *_ = library.all("example")
    change = Change(on="2027-01-31", what="The evaluation of 2026 is added.")
    edited = changed(library, **{first: {"changes": (change,)}})
    theme = edited.all("example")[first].themes[0]
    paths = ["index.html", f"examples/{first}/index.html", f"examples/{second}/index.html"]
    paths += [f"themes/{theme}/index.html", f"themes/{theme}/2/index.html", "about/index.html"]
    (output, *_) = sitemap.files(site_of(edited), paths)
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        str(url.findtext("s:loc", namespaces=space)).removeprefix(BASE): url.findtext(
            "s:lastmod", namespaces=space
        )
        for url in ElementTree.fromstring(output.make()).findall("s:url", space)
    }
    newest = "2027-01-31"
    assert found == {
        "": newest,
        "about/": None,
        f"examples/{first}/": newest,
        f"examples/{second}/": edited.all("example")[second].added,
        f"themes/{theme}/": newest,
        f"themes/{theme}/2/": newest,
    }


def test_the_guide_for_language_models_names_pages_that_are_there(
    library: Library, pages: dict[str, str]
) -> None:
    text = machines.llms(site_of(library))
    named = re.findall(rf"\({re.escape(BASE)}([^)]*index\.md)\)", text)
    assert named
    assert set(named) - {"about/data/index.md"} <= pages.keys()
    assert text.startswith("# Outcomes in Practice\n\n> ")


def test_scripts_of_other_websites_may_read_the_data_and_no_page() -> None:
    (output,) = headers.files(["index.html", "examples/one/index.html"])
    rules = dict(re.findall(r"(?m)^(/\S*)\n((?:  .*\n)+)", output.make().decode()))
    allowed = {place for place, lines in rules.items() if "Allow-Origin: *" in lines}
    assert allowed == {"/api/*", "/data/*", "/feeds/*", "/schema/*"}


def test_a_browser_is_told_how_to_search(library: Library) -> None:
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = ElementTree.fromstring(machines.opensearch(site_of(library)).encode())
    assert 0 < len(str(root.findtext(f"{space}ShortName"))) <= machines.MAX_NAME_LENGTH
    assert root.find(f"{space}Url").get("template") == f"{BASE}examples/?q={{searchTerms}}"
