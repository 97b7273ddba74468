"""After any sequence of edits a rebuild equals a clean build, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tests import small
from tests.conftest import THOROUGH

from practice.application import build, mkdocs_render, project
from practice.rendering import renderer

pytestmark = pytest.mark.slow

WORDS = st.text(
    st.characters(
        codec="utf-8", categories=("L", "Nd", "Zs"), exclude_characters="\u2028\u2029\u00a0\u00ad"
    ),
    min_size=1,
    max_size=20,
).map(lambda words: " ".join(words.split()) or "words")
TEMPLATES = ("example.html", "term.html", "coverage.html", "_parts.html")
SEQUENCES = 20 if THOROUGH else 5


class Rebuilds(RuleBasedStateMachine):
    """Edits a small project at random and rebuilds it; the core's own templates are a copy, so that
    they can change too.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = small.make(self.folder / "project")
        self.core = self.root / "hooks" / "practice"
        self.patches = [
            mock.patch.object(project, "CORE", str(self.core)),
            mock.patch.object(renderer, "TEMPLATES", str(self.core / "rendering" / "templates")),
        ]
        self.patches += [
            mock.patch.object(mkdocs_render, "mkdocs_digest", lambda project: b"rendered once")
        ]
        for patch in self.patches:
            patch.start()
        self.removed: dict[str, str] = {}

    @initialize()
    def first_build(self) -> None:
        self._build(self.root)

    def _build(self, root: Path) -> dict[str, bytes]:
        build.build(project.project(str(root)), build.TRIAL)
        return small.contents(root / "site")

    @property
    def examples(self) -> list[Path]:
        return sorted((self.root / "examples_data" / "examples").iterdir())

    def _edit(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    @rule(
        choice=st.integers(0, 99),
        words=WORDS,
        field=st.sampled_from(("title", "summary", "context", "place")),
    )
    def edit_an_example(self, choice: int, words: str, field: str) -> None:
        path = self.examples[choice % len(self.examples)]
        lines = path.read_text("utf-8").splitlines(keepends=True)
        new = {
            "title": f'title: "Title of {path.stem} {words}"\n',
            "place": f'place: "{words}"\n',
            "summary": f"summary: >-\n  In other words: {words}.\n",
            "context": f"context: |\n  Said anew: {words}.\n",
        }[field]
        path.write_text(
            "".join(new if line.startswith(f"{field}:") else line for line in lines), "utf-8"
        )

    @precondition(lambda self: len(self.examples) > 2)
    @rule(choice=st.integers(0, 99))
    def delete_an_example(self, choice: int) -> None:
        path = self.examples[choice % len(self.examples)]
        self.removed[path.name] = path.read_text("utf-8")
        path.unlink()

    @precondition(lambda self: self.removed)
    @rule()
    def bring_one_back(self) -> None:
        name = min(self.removed)
        (self.root / "examples_data" / "examples" / name).write_text(
            self.removed.pop(name), "utf-8"
        )

    @rule(choice=st.integers(0, 99))
    def rename_an_example(self, choice: int) -> None:
        path = self.examples[choice % len(self.examples)]
        other = path.with_name(f"x{path.name}")
        if (
            len(other.stem) < 60
            and not other.exists()
            and "aliases:" not in path.read_text("utf-8")
        ):
            other.write_text(f"{path.read_text('utf-8')}aliases: [{path.stem}]\n", "utf-8")
            path.unlink()

    @precondition(lambda self: len(self.examples) > 2)
    @rule(choice=st.integers(0, 99))
    def withdraw_an_example(self, choice: int) -> None:
        path = self.examples[choice % len(self.examples)]
        self._edit(
            path,
            "status: published",
            "status: withdrawn\nwithdrawn: {on: 2026-11-25, reason: The organisation asked for"
            " it.}",
        )

    @rule(words=WORDS, kind=st.sampled_from(("themes", "settings", "roles", "nations")))
    def rename_a_term(self, words: str, kind: str) -> None:
        path = self.root / "examples_data" / "vocabulary" / f"{kind}.yml"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        at = next(n for n, line in enumerate(lines) if line.startswith("  title:"))
        lines[at] = f'  title: "{words}"\n'
        path.write_text("".join(lines), "utf-8")

    @rule(name=st.sampled_from(TEMPLATES), words=WORDS)
    def change_a_template(self, name: str, words: str) -> None:
        path = self.core / "rendering" / "templates" / name
        path.write_text(f"{path.read_text('utf-8')}{{# {words.replace('#', '')} #}}", "utf-8")

    @rule()
    def damage_the_cache(self) -> None:
        for path in (
            self.root / ".cache" / "records",
            *(self.root / ".site-before").glob("manifest*"),
        ):
            if path.exists():
                path.write_bytes(path.read_bytes()[:-9])

    @rule()
    def rebuild(self) -> None:
        rebuilt = self._build(self.root)
        clean = self.folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(
            self.root,
            clean,
            ignore=shutil.ignore_patterns("site", ".site-before", "records"),
        )
        assert rebuilt == self._build(clean)

    def teardown(self) -> None:
        self.rebuild()
        for patch in self.patches:
            patch.stop()
        shutil.rmtree(self.folder)


TestRebuilds = Rebuilds.TestCase
TestRebuilds.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
