"""The search index: made when it must be, reused when it can be, the same from the same."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pagefind_bin
import pytest

from practice.building import drawn as drawing
from practice.building import searching
from practice.building.project import Project, settings
from practice.exports.search.entries import Entry, entries, plain
from practice.exports.search.files import Corpus
from practice.library.library import build
from practice.pages.output import Output
from practice.pages.site import Site
from practice.reading import folder
from practice.reading.kept import Kept

pytestmark = pytest.mark.xdist_group("search-index")
FEW = ("aberdeen-inca", "hillingdon-msp", "pie-hostels-london")


@pytest.fixture(scope="module")
def corpora(root: Path) -> tuple[Corpus, Corpus]:
    """What can be found with three examples, and with two."""
    reading = folder.read(str(root / "examples_data"), str(root / "docs"), Kept(None))
    drawn = drawing.read(str(root / ".cache" / "drawn"))
    examples = reading.things["example"]
    made = []
    for ids in (FEW, FEW[:2]):
        library = build({**reading.things, "example": {id: examples[id] for id in ids}}, reading.pages, {id: reading.digests[id] for id in ids})
        made.append(Corpus(Site(settings(_project(root)), library, drawn.shells, b""), drawn.pages))
    return made[0], made[1]


def _project(root: Path) -> Project:
    return Project(str(root), str(root / "examples_data"), str(root / "site"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return _project(tmp_path)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with every run of Pagefind."""
    told: list[str] = []
    real = searching._pagefind
    monkeypatch.setattr(searching, "_pagefind", lambda bare, made: (told.append(bare), real(bare, made)))
    return told


def contents(outputs: list[Output]) -> dict[str, bytes]:
    return {output.path: output.make() for output in outputs}


def pages(outputs: list[Output]) -> dict[str, str]:
    return json.loads(contents(outputs)["search/pages.json"])


def test_the_index_is_made_once_while_nothing_changes(project, corpora, runs):
    first = list(searching.make(project, corpora[0]))
    second = list(searching.make(project, corpora[0]))
    assert len(runs) == 1
    assert [(o.path, o.key) for o in first] == [(o.path, o.key) for o in second]


def test_the_same_gives_the_same_bytes(tmp_path, corpora):
    first, second = (contents(list(searching.make(_project(tmp_path / name), corpora[0]))) for name in ("one", "two"))
    assert first == second


def test_a_change_makes_it_anew(project, corpora, runs):
    before, after = (pages(list(searching.make(project, corpus))) for corpus in corpora)
    assert len(runs) == 2
    assert len(before["example"].split()) == 3 and len(after["example"].split()) == 2


def test_the_preview_uses_the_last_index_and_leaves_out_what_is_gone(project, corpora, runs):
    list(searching.make(project, corpora[0]))
    reused = pages(list(searching.reuse(project, corpora[1])))
    assert len(runs) == 1 and reused["index"] and len(reused["example"].split()) == 2


def test_the_preview_without_an_index_says_that_there_is_none(project, corpora, runs):
    outputs = list(searching.reuse(project, corpora[0]))
    assert [output.path for output in outputs] == ["search/pages.json"]
    assert pages(outputs)["index"] == "" and not runs


def test_a_cache_that_lost_a_file_is_a_miss(project, corpora, runs):
    some = list(searching.make(project, corpora[0]))
    lost = next(output.path for output in some if "/fragment/" in output.path)
    os.unlink(os.path.join(project.cache, "search", "index", lost.removeprefix("pagefind/")))
    assert contents(list(searching.make(project, corpora[0])))[lost]
    assert len(runs) == 2


def test_when_pagefind_fails_its_own_words_are_told(project, corpora, tmp_path, monkeypatch):
    broken = tmp_path / "pagefind"
    broken.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('no room left')\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: broken)
    with pytest.raises(searching.IndexingError, match="no room left"):
        list(searching.make(project, corpora[0]))
    assert not os.path.exists(os.path.join(project.cache, "search", "index.stamp"))
    assert not [name for name in os.listdir(os.path.join(project.cache, "search")) if name.startswith("bare")]


def test_a_bare_page_holds_words_as_words():
    entry = Entry("card", "x", "cards/a/#x", "A <b> & c", "<script>", "", "", "", b"", lambda: "</p>")
    page = searching.bare_page(entry)
    assert "<script>" not in page and "A &lt;b&gt; &amp; c" in page and "&lt;/p&gt;" in page


def test_each_section_of_a_guide_can_be_found_at_its_own_address(corpora):
    found = {entry.id: entry for entry in entries(corpora[0].site.library, corpora[0].drawn)}
    rights = found["risk#rights"]
    assert rights.address == "guides/risk/#rights" and rights.where == "A balanced approach to risk"
    assert "Limits need a reason" in rights.text() and "<" not in rights.text()


def test_no_two_entries_have_one_address(corpora):
    addresses = [entry.address for entry in entries(corpora[0].site.library, corpora[0].drawn)]
    assert len(addresses) == len(set(addresses))


def test_markdown_is_read_as_words():
    assert plain("- **Start** [here](theme:risk), then\n2. `go` on") == "Start here, then go on"
