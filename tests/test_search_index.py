"""The search index: made when it must be, reused when it can be, the same from the same."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import re
import shutil
import sys
from collections import Counter
from pathlib import Path

import pagefind_bin
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import serving

from practice.application import indexing, mkdocs, pieces
from practice.application.project import Project, settings
from practice.cache import Cache
from practice.checking import reader
from practice.exports.search.entries import Entry, entries, plain
from practice.exports.search.files import Corpus
from practice.library.library import build
from practice.rendering.output import Output
from practice.rendering.renderer import Renderer
from practice.rendering.site import Site

pytestmark = pytest.mark.xdist_group("search-index")
FEW = ("aberdeen-inca", "hillingdon-msp", "pie-hostels-london")


@pytest.fixture(scope="module")
def corpora(built_project: Path) -> tuple[Corpus, Corpus]:
    """What can be found with three examples, of which the first came last, and with two."""
    reading = reader.read_folder(
        str(built_project / "examples_data"), str(built_project / "docs"), Cache(None)
    )
    rendered = mkdocs.read(str(built_project / ".cache" / "mkdocs"))
    known = settings(_project(built_project))
    renderer = Renderer(known, rendered.shells, b"")
    examples = dict(reading.things["example"])
    examples[FEW[0]] = examples[FEW[0]].model_copy(update={"added": "2026-12-01"})
    made = []
    for ids in (FEW, FEW[:2]):
        library = build(
            {**reading.things, "example": {id: examples[id] for id in ids}},
            reading.pages,
            {id: reading.digests[id] for id in ids},
            repr(ids).encode(),
        )
        made.append(Corpus(Site(known, library, renderer), rendered.pages))
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
    real = indexing._pagefind
    monkeypatch.setattr(
        indexing, "_pagefind", lambda bare, made: (told.append(bare), real(bare, made))
    )
    return told


def contents(outputs: list[Output]) -> dict[str, bytes]:
    return {output.path: output.make() for output in outputs}


def pages(outputs: list[Output]) -> dict[str, str]:
    return json.loads(contents(outputs)["search/pages.json"])


def test_the_index_is_made_once_while_nothing_changes(project, corpora, runs):
    first = list(indexing.make(project, corpora[0]))
    second = list(indexing.make(project, corpora[0]))
    assert len(runs) == 1
    assert [(o.path, o.key) for o in first] == [(o.path, o.key) for o in second]


def test_the_same_gives_the_same_bytes(tmp_path, corpora):
    first, second = (
        contents(list(indexing.make(_project(tmp_path / name), corpora[0])))
        for name in ("one", "two")
    )
    assert first == second


def test_a_change_makes_it_anew(project, corpora, runs):
    before, after = (pages(list(indexing.make(project, corpus))) for corpus in corpora)
    assert len(runs) == 2
    assert before["total"] == after["total"] + 1 and before["index"] != after["index"]


def test_the_preview_uses_the_last_index_and_leaves_out_what_is_gone(project, corpora, runs):
    list(indexing.make(project, corpora[0]))
    reused = pages(list(indexing.reuse(project, corpora[1])))
    ids = [[example.id for example in corpus.examples] for corpus in corpora]
    assert len(runs) == 1 and reused["index"]
    assert [ids[0][int(number)] for number in reused["old"].split()] == ids[1]


def test_an_example_that_the_last_index_lacks_has_no_number_in_it(project, corpora, runs):
    list(indexing.make(project, corpora[1]))
    numbers = pages(list(indexing.reuse(project, corpora[0])))["old"].split(" ")
    assert sorted(numbers) == ["", "0", "1"]


@pytest.fixture(scope="module")
def indexed(
    corpora: tuple[Corpus, Corpus], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """What is published of the index of three examples."""
    return contents(list(indexing.make(_project(tmp_path_factory.mktemp("indexed")), corpora[0])))


def fragments(outputs: dict[str, bytes]) -> dict[str, dict[str, str]]:
    """What is told of each page, by its name."""
    return {
        Path(path).stem: json.loads(gzip.decompress(raw).removeprefix(pieces.SIGNATURE))
        for path, raw in outputs.items()
        if "/fragment/" in path
    }


def test_pages_are_named_by_what_they_are_and_examples_by_their_numbers(indexed, corpora):
    told = fragments(indexed)
    tag = json.loads(indexed["search/pages.json"])["index"][: indexing.TAG]
    for n, example in enumerate(corpora[0].examples):
        assert told[f"en_{tag}_example{n}"]["url"] == f"/examples/{example.id}/"
    assert Counter(name.split("_")[2].rstrip("0123456789") for name in told) == Counter(
        entry.kind for entry in entries(corpora[0].site.library, corpora[0].drawn)
    )


def test_words_that_most_pages_have_are_told(indexed):
    common = json.loads(indexed["search/pages.json"])["common"].split()
    texts = [
        f"{told['meta']['title']} {told['content']}".lower() for told in fragments(indexed).values()
    ]
    often = {
        word: sum(bool(re.search(rf"\b{word}", text)) for text in texts) / len(texts)
        for word in [*common, "care", "support", "work", "risk", "person"]
    }
    assert common and {word for word in often if word in common} == {
        word for word, share in often.items() if share > 0.5
    }


def test_all_files_that_every_question_needs_are_told(indexed):
    named = json.loads(indexed["search/pages.json"])["files"]
    assert len(named) == 2 and all(f"pagefind/{name}" in indexed for name in named)


def test_the_preview_says_when_its_index_is_behind(project, corpora, runs):
    made = pages(list(indexing.make(project, corpora[0])))
    same, behind = (pages(list(indexing.reuse(project, corpus))) for corpus in corpora)
    assert "old" not in made and same == made and "old" in behind


def test_the_preview_without_an_index_says_that_there_is_none(project, corpora, runs):
    outputs = list(indexing.reuse(project, corpora[0]))
    assert [output.path for output in outputs] == ["search/pages.json"]
    assert pages(outputs)["index"] == "" and not runs


def test_a_cache_that_lost_a_file_is_a_miss(project, corpora, runs):
    some = list(indexing.make(project, corpora[0]))
    lost = next(output.path for output in some if "/fragment/" in output.path)
    os.unlink(os.path.join(project.cache, "search", "index", lost.removeprefix("pagefind/")))
    assert contents(list(indexing.make(project, corpora[0])))[lost]
    assert len(runs) == 2


def test_when_pagefind_fails_its_own_words_are_told(project, corpora, tmp_path, monkeypatch):
    broken = tmp_path / "pagefind"
    broken.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('no room left')\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: broken)
    with pytest.raises(indexing.IndexingError, match="no room left"):
        list(indexing.make(project, corpora[0]))
    assert not os.path.exists(os.path.join(project.cache, "search", "index.stamp"))
    assert not [
        name
        for name in os.listdir(os.path.join(project.cache, "search"))
        if name.startswith("bare")
    ]


def test_a_bare_page_holds_words_as_words():
    entry = Entry(
        "card", "x", "cards/a/#x", "A <b> & c", "<script>", "", "", "", b"", lambda: "</p>"
    )
    page = indexing.bare_page(entry)
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


# ---------- the index in smaller files


def words_of(made: Path) -> list[list[tuple[str, bytes]]]:
    """The words of each file with what is known of them, in the order of the meta file, which may
    shorten the first and the last.
    """
    (name,) = (
        language["hash"]
        for language in json.loads((made / "pagefind-entry.json").read_text())["languages"].values()
    )
    meta = pieces.unpack(str(made / f"pagefind.{name}.pf_meta"))
    found = []
    for start, _ in pieces.parts(meta, pieces.parts(meta, 0)[2][0]):
        first, last, file = (pieces.text(meta, at) for at, _ in pieces.parts(meta, start))
        index = pieces.unpack(str(made / "index" / f"{file}.pf_index"))
        places = pieces.parts(index, pieces.parts(index, 0)[0][0])
        found.append(
            [
                (pieces.text(index, pieces.parts(index, at)[0][0]), index[at:end])
                for at, end in places
            ]
        )
        assert found[-1][0][0].startswith(first) and found[-1][-1][0].startswith(last)
    assert len(found) == len(list((made / "index").iterdir()))
    return found


@pytest.fixture(scope="module")
def whole(corpora: tuple[Corpus, Corpus], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index as Pagefind makes it."""
    bare, made = (tmp_path_factory.mktemp("whole") / name for name in ("bare", "made"))
    indexing._write(str(bare), corpora[0])
    indexing._pagefind(str(bare), str(made))
    return made


class SameNames(dict[str, str]):
    """Every page keeps what Pagefind calls it."""

    def __missing__(self, name: str) -> str:
        return name


def test_smaller_files_hold_the_same_words(whole, tmp_path):
    made = tmp_path / "made"
    shutil.copytree(whole, made)
    pieces.cut(str(made), "tag", SameNames())
    before, after = words_of(whole), words_of(made)
    assert [word for file in after for word in file] == [word for file in before for word in file]
    assert len(after) > 3 * len(before)


def test_a_file_is_small_or_holds_one_family(whole):
    for group in pieces.groups(word for file in words_of(whole) for word in file):
        related = [pieces._related(one[0], other[0]) for one, other in itertools.pairwise(group)]
        last = len(group) - 1 if False in related else 0
        while last and related[last - 1]:
            last -= 1
        assert sum(len(known) for _, known in group[:last]) <= pieces.MOST


FOUND = """async words => {
    const library = await import(new URL("pagefind.js", location.href).href);
    const index = library.createInstance({ noWorker: true });
    await index.init();
    const found = {};
    for (const word of words) found[word] = (await index.search(word)).results.map(({ id, score }) => [id.split("_").pop(), score.toFixed(4)]).sort();
    return found;
}"""  # noqa: E501


def test_smaller_files_find_the_same(whole, tmp_path, page):
    made = tmp_path / "made"
    shutil.copytree(whole, made)
    pieces.cut(str(made), "tag", SameNames())
    words = [word for file in words_of(whole) for word, _ in file if len(word) >= pieces.FAMILY]
    asked = [
        *words,
        *(word + "ing" for word in words[::5]),
        *(word[:-1] + "q" for word in words[::5]),
    ]
    answers = []
    for index in (whole, made):
        with serving(index) as address:
            page.goto(f"{address}/pagefind-entry.json")
            answers.append(page.evaluate(FOUND, asked))
    assert all(answers[0][word] for word in words)
    theirs, ours = parted(whole, pieces.FAMILY), parted(made, pieces.FAMILY - 1)
    for word in asked:
        before, after = ({id for id, _ in found[word]} for found in answers)
        if word.startswith(theirs):  # Pagefind's own files part this family, so it misses some
            assert before <= after, word
        elif word.startswith(
            ours
        ):  # its stem may be shorter still: then ours find fewer words that only begin alike
            assert after <= before, word
        else:
            assert answers[0][word] == answers[1][word]
    assert sum(word.startswith(ours) for word in words) < len(words) / 10


def parted(made: Path, letters: int) -> tuple[str, ...]:
    """How words begin that stand both at the end of a file and at the start of the next."""
    return tuple(
        one[-1][0][:letters]
        for one, other in itertools.pairwise(words_of(made))
        if one[-1][0][:letters] == other[0][0][:letters]
    )


def test_a_number_that_looks_like_a_word_is_none(tmp_path):
    number = b"\x19\x83\x61"
    known = [
        pieces.array([pieces.string(word), pieces.array([number]), pieces.array([])])
        for word in ("one", "two")
    ]
    index = pieces.array([pieces.array(known)])
    assert len(pieces.WORD.findall(index)) == 4
    assert [index[start:end] for start, end in pieces._places(index)] == known


@given(st.recursive(st.text(max_size=300), lambda inner: st.lists(inner, max_size=30)))
def test_where_an_item_ends_is_known(value):
    def item(value: str | list) -> bytes:
        return (
            pieces.string(value)
            if isinstance(value, str)
            else pieces.array([item(one) for one in value])
        )

    raw = item(value)
    assert pieces.end_of(raw + b"\x00", 0) == len(raw)


def test_an_index_of_another_form_is_told(project, corpora, monkeypatch):
    monkeypatch.setattr(pieces, "SIGNATURE", b"another")
    with pytest.raises(indexing.IndexingError, match="writes its index in another form"):
        list(indexing.make(project, corpora[0]))
    assert not os.path.exists(os.path.join(project.cache, "search", "index.stamp"))
