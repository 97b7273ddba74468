"""What still holds of the last build is not worked out again, and only that."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest import mock

import pytest
from tests import small
from tests.conftest import copy_project

from practice.application import build as story
from practice.application import download_cache, indexing, mkdocs_render, publish
from practice.application import project as projects
from practice.application.last import Last
from practice.library.related import related
from practice.pages import examples, indexes, sessions
from practice.reading import example as reader
from practice.rendering import site as sites

ID = "aberdeen-inca"
TAUGHT = "raglan-project"
"""An example that a session names."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> projects.Project:
    """A small project that was built twice, so that both generations are there."""
    monkeypatch.setattr(mkdocs_render, "drawing_version", lambda project: b"drawn once")
    project = projects.project(str(small.make(tmp_path / "project")))
    build(project)
    build(project)
    return project


def build(project: projects.Project) -> dict[str, bytes]:
    story.build(project, search_index=indexing.leave_out, downloads=download_cache.leave_out)
    return small.contents(Path(project.site))


def edit(project: projects.Project, field: str, new: str) -> None:
    """Changes one field of one example."""
    path = Path(project.data, "examples", f"{ID}.yml")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(new if line.startswith(f"{field}:") else line for line in lines), "utf-8"
    )


def worked_out(project: projects.Project) -> tuple[list[str], int]:
    """A build: the examples of which the page was worked out, and how many pages of indexes
    were.
    """
    with (
        mock.patch.object(examples, "page", wraps=examples.page) as pages,
        mock.patch.object(indexes, "_index_page", wraps=indexes._index_page) as indexes,
    ):
        rebuilt = build(project)
    assert rebuilt == clean(project)
    return [call.args[1].id for call in pages.call_args_list], indexes.call_count


def clean(project: projects.Project) -> dict[str, bytes]:
    """The same, built with nothing kept."""
    root = Path(project.data).parent
    copy = root.with_name("clean")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(
        root, copy, ignore=shutil.ignore_patterns("site", ".site-before", "records-*", "published")
    )
    return build(projects.project(str(copy)))


def test_nothing_is_worked_out_again_when_nothing_has_changed(project):
    assert worked_out(project) == ([], 0)


def test_a_story_is_told_on_its_own_page_alone(project):
    edit(project, "context", "context: |\n  Said anew.\n")
    assert worked_out(project) == ([ID], 0)


def test_a_hand_written_page_is_filled_anew_when_it_has_changed(project, monkeypatch):
    path = Path(project.docs, "index.md")
    path.write_text(path.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    monkeypatch.setattr(mkdocs_render, "drawing_version", lambda project: b"drawn twice")
    assert b"One more line" in build(project)["index.html"]


@pytest.mark.parametrize(
    "new",
    [
        "title: Another title for the same work\n",
        "place: Elsewhere\n",
        "summary: Something else in short, said in as many words as a summary needs to have.\n",
    ],
)
def test_what_lists_say_is_worked_out_where_it_is_shown(project, new):
    library, _ = story.read(project)
    beside = {id for id in small.FEW if ID in str(related(library, id))}
    edit(project, new.partition(":")[0], new)
    ids, indexes = worked_out(project)
    assert {ID} <= set(ids) <= {ID, *beside} and set(ids) < set(small.FEW)
    assert 5 < indexes < 50


def test_of_the_whole_library_only_what_shows_an_example_is_worked_out(tmp_path, monkeypatch):
    monkeypatch.setattr(mkdocs_render, "drawing_version", lambda project: b"drawn once")
    copy_project(tmp_path / "project")
    project = projects.project(str(tmp_path / "project"))
    build(project)
    path = Path(project.data, "examples", f"{TAUGHT}.yml")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Once more, ", 1), "utf-8")
    with (
        mock.patch.object(sessions, "page", wraps=sessions.page) as sessions,
        mock.patch.object(examples, "page", wraps=examples.page) as pages,
    ):
        rebuilt = build(project)
    assert rebuilt == clean(project)
    naming = {
        path.stem
        for path in Path(project.data, "sessions").iterdir()
        if f"example:{TAUGHT}" in path.read_text("utf-8")
    }
    assert (
        naming <= {call.args[1].id for call in sessions.call_args_list}
        and len(sessions.call_args_list) == len(naming) + 1
    )  # the page of components shows one whole
    assert TAUGHT in (ids := [call.args[1].id for call in pages.call_args_list]) and len(ids) < 30


@pytest.mark.parametrize(
    "new", ["themes: [risk-enablement]\n", "  - ask: What would you ask first?\n"]
)
def test_what_examples_are_linked_with_makes_all_pages_to_be_worked_out(project, new):
    edit(project, new.partition(":")[0], new)
    ids, indexes = worked_out(project)
    assert set(ids) == set(small.FEW) and indexes > 50


def test_a_new_title_of_a_theme_reaches_every_page(project):
    path = Path(project.data, "vocabulary", "themes.yml")
    path.write_text(path.read_text("utf-8").replace("  title: ", "  title: New ", 1), "utf-8")
    assert set(worked_out(project)[0]) == set(small.FEW)


def test_a_day_later_every_page_is_looked_at_again(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(2_000_000_000))
    assert set(worked_out(project)[0]) == set(small.FEW)


def test_a_build_that_was_stopped_before_it_could_remember_is_not_believed(project):
    before = Path(project.data, "examples", f"{ID}.yml").read_text("utf-8")
    edit(project, "context", "context: |\n  Said anew.\n")
    with (
        mock.patch.object(Last, "keep", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        build(project)
    Path(project.data, "examples", f"{ID}.yml").write_text(before, "utf-8")
    assert set(worked_out(project)[0]) == set(small.FEW)


@pytest.fixture
def core(project, monkeypatch) -> Path:
    """A copy of the core's own files, so that they can change, and a site that was built from
    them.
    """
    core = Path(project.root, "hooks", "practice")
    monkeypatch.setattr(projects, "CORE", str(core))
    monkeypatch.setattr(sites, "TEMPLATES", str(core / "rendering" / "templates"))
    build(project)
    return core


def test_a_change_to_a_template_reads_nothing_anew(project, core):
    template = core / "rendering" / "templates" / "example.html"
    template.write_text(template.read_text("utf-8").replace("At a glance", "In short"), "utf-8")
    with mock.patch.object(reader, "read", wraps=reader.read) as read:
        rebuilt = build(project)
    assert read.call_count == 0
    assert b"In short" in rebuilt[f"examples/{ID}/index.html"]


def test_a_change_to_what_checks_reads_everything_anew(project, core):
    with open(core / "library" / "check.py", "a", encoding="utf-8") as code:
        code.write("# changed\n")
    with mock.patch.object(reader, "read", wraps=reader.read) as read:
        build(project)
    assert read.call_count == len(small.FEW)


def test_a_change_to_the_code_makes_every_file_anew_that_tells_of_an_example(project, core):
    before = publish.manifest(project.site)
    with open(core / "exports" / "feeds.py", "a", encoding="utf-8") as code:
        code.write("# changed\n")
    build(project)
    same = {path for path, key in publish.manifest(project.site).items() if before.get(path) == key}
    of_examples = (
        "examples/",
        "themes/",
        "search/embedded",
        "search/stories/",
        "search/rows/",
        "api/v1/examples",
        "embed/",
        "e/",
        "feeds/",
    )
    assert [path for path in sorted(same) if path.startswith(of_examples)] == []
    assert {path.split("/")[0] for path in before.keys() - same} >= {
        name.split("/")[0] for name in of_examples
    }


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:-1], lambda raw: b"", lambda raw: raw[:40] + b"!" + raw[41:]]
)
def test_a_damaged_memory_is_a_miss(project, damage):
    path = Path(project.cache, "published")
    path.write_bytes(damage(path.read_bytes()))
    assert set(worked_out(project)[0]) == set(small.FEW)


def test_a_memory_of_another_site_is_a_miss(project):
    shutil.rmtree(project.site)
    assert set(worked_out(project)[0]) == set(small.FEW)
