"""The made-up library that the bench measures: the same each time, and sound."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import bench
import pytest
from bench import corpus, held_out, hugo, measure, table
from bench.ours import PROJECT, real_terms
from bench.trial import Row
from bench.weight import Weight

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.exports.finder.index import Doc

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made() -> list[corpus.Story]:
    return list(corpus.stories(200, real_terms()))


def test_a_smaller_library_is_the_beginning_of_a_larger_one(made: list[corpus.Story]) -> None:
    assert list(corpus.stories(100, real_terms())) == made[:100]


def test_every_made_up_example_passes_every_rule(made: list[corpus.Story]) -> None:
    faults = [
        p
        for story in made
        for p in reader.read_example(corpus.as_yaml(story).encode(), f"{story['id']}.yml")[1]
    ]
    assert faults == []


def test_a_made_up_library_names_no_example_that_it_lacks(
    made: list[corpus.Story], tmp_path: Path
) -> None:
    data, docs = str(tmp_path / "data"), str(tmp_path / "docs")
    corpus.write(
        made, str(Path(PROJECT) / "examples_data"), str(Path(PROJECT) / "docs"), data, docs
    )
    reading = reader.read_folder(data, docs, Cache(None), b"", str)
    assert [p for p in consistency.problems(reading) if p.severity == "error"] == []


def test_a_page_without_an_id_is_no_guide_that_an_example_may_name(tmp_path: Path) -> None:
    guides = tmp_path / "guides"
    guides.mkdir()
    (guides / "tide.md").write_text("---\nid: tide\ntitle: Tide\n---\n\n## In {#in}\n")
    (guides / "quay.md").write_text("---\ntitle: Quay\n---\n\n## Out {#out}\n")
    found = corpus.terms(str(Path(PROJECT) / "examples_data"), str(tmp_path))
    assert found.sections == ("tide", "tide#in") and [*found.titles["guides"]] == ["tide"]


def test_made_up_titles_and_ids_are_unique(made: list[corpus.Story]) -> None:
    assert (
        len({story["id"] for story in made}) == len({story["title"] for story in made}) == len(made)
    )


def test_an_example_names_only_those_made_before_it(made: list[corpus.Story]) -> None:
    before: set[str] = set()
    for story in made:
        assert before.issuperset(story["related"])
        before.add(story["id"])


def test_hand_written_pages_name_only_made_up_examples(
    made: list[corpus.Story], tmp_path: Path
) -> None:
    corpus.write(
        made,
        f"{PROJECT}/examples_data",
        f"{PROJECT}/docs",
        str(tmp_path / "data"),
        str(tmp_path / "docs"),
    )
    texts = [
        path.read_text("utf-8")
        for path in [*tmp_path.rglob("*.md"), *(tmp_path / "data").glob("*/*.yml")]
        if path.parent.name != "examples"
    ]
    named = {id for text in texts for id in corpus.NAMED.findall(text)}
    assert named and named <= {story["id"] for story in made}


def test_hugo_has_the_same_words(made: list[corpus.Story]) -> None:
    page = hugo.page(made[3])
    assert all(line in page for line in made[3]["context"].splitlines())
    assert made[3]["title"] in page


def test_pagefind_runs_over_the_pages_that_hugo_has_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("hugo", "pagefind"):
        program = tmp_path / f"my {name}"
        program.write_text(f'#!/bin/sh\necho {name} "$@" >> said\n')
        program.chmod(0o755)
        monkeypatch.setattr(
            hugo, {"hugo": "binary"}.get(name, name), lambda program=program: str(program)
        )
    hugo.Searched(str(tmp_path), "", {}).build()
    first, second = (tmp_path / "said").read_text().splitlines()
    assert "--destination site" in first and second == "pagefind --quiet --site site"


def test_a_run_counts_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    run = measure.run(["sh", "-c", "sleep 0.02; printf 12345 > new"], str(tmp_path), {})
    assert (run.files, run.written) == (1, 5)


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(measure.BuildError, match="no such flour"):
        measure.run(["sh", "-c", "echo no such flour; exit 3"], str(tmp_path), {})


def test_each_ask_is_left_out_once_and_only_while_it_is_asked() -> None:
    examples = [Doc((), ("one", "two", "three")), Doc((), ("four",)), Doc(())]
    asked = []
    for some, questions in held_out.rounds(examples):
        for ask, n in questions:
            assert {*some[n].asks, ask} == {*examples[n].asks} and ask not in some[n].asks
        asked += questions
    assert sorted(asked) == [("four", 1), ("one", 0), ("three", 0), ("two", 0)]


@pytest.mark.parametrize("name", [found.name for found in pkgutil.iter_modules(bench.__path__)])
def test_every_module_imports(name: str) -> None:
    """One that only a command of its own uses is read by no other test."""
    importlib.import_module(f"bench.{name}")


def test_the_tables_have_a_line_for_each_builder() -> None:
    rows = [
        Row(100, "ours", "first build", 0, run=measure.Run(1, 2, 3, 4, 5, 6_000_000)),
        Row(100, "hugo", "first build", 0, run=measure.Run(2, 4, 3, 4, 5, 6_000_000)),
        Row(100, "ours", "weight", 0, weight=Weight(1, 2, 3000, "a", 4000, "b", 5000, 6000)),
    ]
    _, _, ours, hugo_line, *_, weight = table.lines(rows)
    assert ours.split() == ["100", "ours", "first", "build", "3.00", "3.00", "4", "5", "6.0"]
    assert hugo_line.split()[-1] == "0.500"
    assert weight.split() == ["100", "ours", "3.0", "4.0", "5.0", "6.0", "1", "0.0"]
