"""A page shows its front matter as the check read it: MkDocs reads nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
from tests import small
from tests.conftest import build, environment_of

from practice.application.project import RENDER_INTO
from practice.cache import Cache
from practice.checking import consistency, reader

SMALL = Path(__file__).parent / "data" / "small"
BELOW = "\n## One {#one}\n\nWords.\n"
AS_WRITTEN = ("yes", "12:30", "010", "2020-02-30", "~ two", "1_000", "0x1F", "\U0001f600 one")
UNCHECKED = {
    "space": '--- \nid: space\ntitle: A\nminutes: "<script>x</script>"\ndoor: "\'><script>"\n---\n',
    "under": '--- \ntitle: A\nunder: "\'><script>x</script>"\n---\n',
    "faulty": '---\ntitle: A\nminutes: "<script>x</script>"\nshell: example\n---\n',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small.make(tmp_path_factory.mktemp("front") / "project")
    for number, words in enumerate(AS_WRITTEN):
        text = f"---\ntitle: {words}\nsummary: {words}\n---\n{BELOW}"
        (project / "docs" / f"page-{number}.md").write_text(text, "utf-8")
    (project / "docs" / "no.md").write_text(f"---\ntitle: no\nsummary: no\nsheet: no\n---\n{BELOW}")
    (project / "docs" / "top.md").write_text(f"Template: nope.html\n{BELOW}")
    (project / "docs" / "end.md").write_text("---\ntitle: x\n...\n# [a](nope.md)\n---\n\nWords.\n")
    done = build(project, "--no-downloads")
    assert done.returncode == 0, done.stderr
    return project / "site"


def page(site: Path, name: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / name / "index.html").read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(AS_WRITTEN)), ids=AS_WRITTEN)
def test_a_title_and_a_summary_are_shown_as_they_are_written(site: Path, number: int) -> None:
    root = page(site, f"page-{number}")
    words = AS_WRITTEN[number]
    assert root.findtext(".//h1") == root.findtext(".//p[@class='practice-answer']") == words
    assert root.findtext(".//title").startswith(f"{words} ")


@pytest.mark.slow
def test_no_is_a_word_and_an_answer(site: Path) -> None:
    root = page(site, "no")
    assert root.findtext(".//p[@class='practice-answer']") == "no"
    assert "practice-sheet" not in root.find(".//article").get("class")


@pytest.mark.slow
def test_only_what_the_check_reads_as_front_matter_is_front_matter(site: Path) -> None:
    assert "Template: nope.html" in page(site, "top").find(".//article").text_content()
    root = page(site, "end")
    assert root.findtext(".//h1") == "x" and "nope" not in root.text_content()


@pytest.mark.slow
def test_the_preview_of_a_faulty_page_runs_nothing_of_its_front_matter(tmp_path: Path) -> None:
    project = small.make(tmp_path / "project")
    for name, front in UNCHECKED.items():
        (project / "docs" / f"{name}.md").write_text(front + BELOW)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", "mkdocs.yml"],
        cwd=project,
        env={**environment_of(project), RENDER_INTO: str(tmp_path / "drawn")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    for name in UNCHECKED:
        raw = (tmp_path / "drawn" / name / "index.html").read_text("utf-8")
        assert "<script>" not in raw and 'id="one"' in raw, name


def test_a_space_behind_the_hyphens_is_told_there_and_nowhere_else(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for source in (SMALL / "docs").rglob("*.md"):
        path = docs / source.relative_to(SMALL / "docs")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source.read_text("utf-8").replace("---\n", "--- \t\n", 1), "utf-8")
    reading = reader.read_folder(str(SMALL / "data"), str(docs), Cache(None))
    found = [*reading.problems, *consistency.problems(reading)]
    assert {(p.rule, p.line, p.column) for p in found} == {("yaml", 1, 4)}
    assert len(found) == 3 and all(p.hint for p in found)
