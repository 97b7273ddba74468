"""Builds: the whole site, the same bytes everywhere, and a published folder that is whole whatever
happens.
"""

from __future__ import annotations

import http.client
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import material
import pytest
from tests import links
from tests.conftest import ROOT, THOROUGH, build, copy_project, environment_of
from tests.examples import EXAMPLE, OTHER
from tests.small import built, contents

from practice.application.project import packages

pytestmark = pytest.mark.slow

STEPS = ("read", "mkdocs", "plan", "claim", "write", "manifest", "exchange", "done")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a few examples, built once; `fresh` copies it."""
    return built(tmp_path_factory.mktemp("small") / "project")


@pytest.fixture
def fresh(small: Path, tmp_path: Path) -> Path:
    """A built small project that a test may spoil."""
    shutil.copytree(small, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def test_no_file_of_the_theme_is_published(small: Path) -> None:
    theme = Path(material.__path__[0]) / "templates"
    files = {path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*.*")}
    assert files
    assert files.isdisjoint(contents(small / "site"))


def test_every_published_example_and_every_term_in_use_has_a_page(site: Path) -> None:
    examples = [
        p.stem
        for p in (ROOT / "examples_data" / "examples").glob("*.yml")
        if "\nstatus: published" in p.read_text("utf-8")
    ]
    assert examples
    missing = [id for id in examples if not (site / "examples" / id / "index.html").is_file()]
    assert not missing


def test_every_link_resolves(site: Path) -> None:
    assert links.broken(site) == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    assert links.doubles(site) == []


def test_every_page_is_reachable_from_home_by_links_alone(site: Path) -> None:
    """But for those at addresses that pages had before, and notes about withdrawn examples."""
    alone = {"404.html"}
    pages = {p.relative_to(site).as_posix() for p in site.rglob("*.html")}
    lost = {
        p for p in pages - links.reachable(site) - alone if not _is_moved_or_withdrawn(site / p)
    }
    assert not {p for p in lost if not p.startswith(("e/", "embed/"))}


def _is_moved_or_withdrawn(page: Path) -> bool:
    text = page.read_text("utf-8")
    gone = '<meta name="robots" content="noindex">' in text and "Withdrawn on" in text
    return gone or 'http-equiv="refresh"' in text


def test_plain_mkdocs_builds_the_same_site_strictly(built_project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    copy_project(copy)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=copy,
        env=environment_of(copy),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert contents(copy / "site") == contents(built_project / "site")


def test_mkdocs_with_a_warning_publishes_nothing(fresh: Path) -> None:
    before = contents(fresh / "site")
    page = fresh / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=fresh,
        env=environment_of(fresh),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert contents(fresh / "site") == before


def test_a_build_that_mkdocs_ends_says_that_nothing_was_touched(fresh: Path) -> None:
    before = contents(fresh / "site")
    with (fresh / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nno_such_setting: 1\n")
    done = build(fresh)
    assert done.returncode == 1 and "no_such_setting" in done.stderr
    assert done.stderr.endswith("\nThe site was not touched.\n")
    assert contents(fresh / "site") == before


def test_a_fault_in_one_example_leaves_the_old_site_as_it_was(fresh: Path) -> None:
    before = contents(fresh / "site")
    example = fresh / "examples_data" / "examples" / f"{EXAMPLE}.yml"
    example.write_text(
        example.read_text("utf-8").replace("kind: published", "kind: publisht"), "utf-8"
    )
    done = build(fresh)
    assert done.returncode == 1
    assert f"{EXAMPLE}.yml" in done.stdout
    assert "Traceback" not in done.stderr
    assert contents(fresh / "site") == before


PAGE = "---\ntitle: Mine\nsummary: Mine.\n---\n\n## One {#one}\n"


def test_a_page_with_an_address_of_the_library_is_a_problem_at_its_file(fresh: Path) -> None:
    before = contents(fresh / "site")
    (fresh / "docs" / "my-list.md").write_text(PAGE)
    done = build(fresh)
    assert done.returncode == 1 and "Traceback" not in done.stderr + done.stdout
    assert "docs/my-list.md:2:1" in done.stdout and "[address-taken]" in done.stdout
    assert contents(fresh / "site") == before


def test_what_the_system_refuses_is_told_in_one_line(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("no folder")
    done = build(fresh, "--site", str(tmp_path / "a-file" / "site"))
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "a-file" in done.stderr and "was not touched" in done.stderr


def test_a_limit_that_stops_mkdocs_is_told_in_one_line(fresh: Path) -> None:
    shutil.rmtree(fresh / ".cache")
    before = contents(fresh / "site")
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f 256; {sys.executable} -m practice build"],
        env=environment_of(fresh),
        cwd=fresh,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and "Traceback" not in done.stdout + done.stderr
    says = r"\.cache/\S+: File too large\. The published site was not touched\.\n"
    assert re.fullmatch(says, done.stderr)
    assert contents(fresh / "site") == before


def test_a_page_without_a_section_is_built_and_found(fresh: Path) -> None:
    page = fresh / "docs" / "about" / "plain.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: A plain page\nsummary: Only words.\n---\n\nQuaysidely words.\n")
    done = build(fresh)
    assert done.returncode == 0, done.stderr + done.stdout
    assert (fresh / "site" / "about" / "plain" / "index.html").is_file()
    others = (fresh / "site" / "find" / "other").glob("*.js")
    assert any("about/plain/" in path.read_text("utf-8") for path in others)


def test_an_example_added_in_days_to_come_is_a_problem_at_its_line(fresh: Path) -> None:
    path = next((fresh / "examples_data" / "examples").glob("*.yml"))
    path.write_text(re.sub(r"(?m)^added: .*$", "added: 2062-11-25", path.read_text()))
    done = build(fresh)
    assert done.returncode == 1
    assert "day-in-the-future" in done.stderr + done.stdout
    assert "2062-11-25" in done.stderr + done.stdout


def test_two_builds_in_different_places_have_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(fresh, other, ignore=shutil.ignore_patterns("site", ".cache", ".site-before"))
    done = build(other, TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert contents(other / "site") == contents(fresh / "site")


def test_a_rebuild_after_edits_equals_a_clean_build(fresh: Path) -> None:
    themes = fresh / "examples_data" / "vocabulary" / "themes.yml"
    themes.write_text(
        themes.read_text("utf-8").replace("title: Permission to act", "title: Freedom to act"),
        "utf-8",
    )
    (fresh / "examples_data" / "examples" / f"{OTHER}.yml").unlink()
    assert build(fresh).returncode == 0
    rebuilt = contents(fresh / "site")
    for name in ("site", ".cache", ".site-before"):
        shutil.rmtree(fresh / name)
    assert build(fresh).returncode == 0
    assert contents(fresh / "site") == rebuilt


def test_a_build_with_nothing_changed_writes_nothing(fresh: Path) -> None:
    build(fresh)
    build(fresh)
    assert ", 0 written, 0 removed" in build(fresh).stdout


def test_a_damaged_or_foreign_cache_is_a_miss(fresh: Path) -> None:
    before = contents(fresh / "site")
    for path in [*(fresh / ".cache").rglob("*"), *(fresh / ".site-before").glob("manifest*")]:
        if path.is_file():
            path.write_bytes(b"\0nonsense" * 9)
    assert build(fresh).returncode == 0
    assert contents(fresh / "site") == before


def test_one_byte_of_what_mkdocs_rendered_is_not_believed(fresh: Path) -> None:
    before = contents(fresh / "site")
    path = fresh / ".cache" / "mkdocs" / "index.html"
    raw = path.read_bytes()
    at = raw.index(b"<h1") + 10
    path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
    (fresh / ".cache" / "mkdocs-render.1").mkdir()
    assert build(fresh).returncode == 0
    assert contents(fresh / "site") == before
    assert path.read_bytes() == raw
    assert not list((fresh / ".cache").glob("mkdocs-render.*"))


KILLER = """
import os, signal, sys
from practice.application import build
from practice.application.project import project
class Killer(build.Progress):
    def step(self, name):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGKILL)
build.build(project(), build.COMPLETE, Killer())
"""


def _rename_site(copy: Path) -> None:
    """Changes every page."""
    config = copy / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("site_name: Outcomes in Practice", "site_name: Renamed"),
        "utf-8",
    )


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_at_any_step_leaves_a_whole_site(step: str, fresh: Path) -> None:
    old = contents(fresh / "site")
    _rename_site(fresh)
    done = subprocess.run(
        [sys.executable, "-c", KILLER, step],
        env=environment_of(fresh),
        cwd=fresh,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL
    left = contents(fresh / "site")
    assert build(fresh).returncode == 0
    new = contents(fresh / "site")
    assert left in (old, new)
    assert new == _clean(fresh)


def test_a_build_killed_at_random_moments_leaves_a_whole_site(fresh: Path) -> None:
    build(fresh)
    old = contents(fresh / "site")
    _rename_site(fresh)
    chance = random.Random(2026)
    for _ in range(50 if THOROUGH else 10):
        running = subprocess.Popen(
            [sys.executable, "-m", "practice", "build"],
            env=environment_of(fresh),
            cwd=fresh,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            running.wait(chance.uniform(0.1, 1.6))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        left = contents(fresh / "site")
        assert left == old or b"Renamed" in left["index.html"]
        if left != old:
            assert set(left) == set(old)
    assert build(fresh).returncode == 0
    assert contents(fresh / "site") == _clean(fresh)


def _clean(copy: Path) -> dict[str, bytes]:
    for name in ("site", ".cache", ".site-before"):
        shutil.rmtree(copy / name, ignore_errors=True)
    assert build(copy).returncode == 0
    return contents(copy / "site")


def _holding(copy: Path, *apart: str) -> subprocess.Popen[str]:
    """A process that holds the lock of a build until its input ends."""
    running = subprocess.Popen(
        [sys.executable, "-c", HOLDER, *apart],
        env=environment_of(copy),
        cwd=copy,
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
    assert running.stdout and running.stdout.readline() == "held\n"
    return running


def test_two_builds_at_once_do_no_harm(fresh: Path) -> None:
    running = _holding(fresh)
    second = build(fresh)
    running.communicate()
    assert second.returncode == 1
    assert "Another build is running" in second.stderr


def test_a_killed_build_is_in_nobodys_way_while_its_handouts_are_made(fresh: Path) -> None:
    running = _holding(fresh, "apart")
    running.kill()
    running.wait()
    held = subprocess.run(
        [sys.executable, "-c", HOLDER],
        env=environment_of(fresh),
        cwd=fresh,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    running.communicate()
    assert (held.stdout, held.stderr) == ("held\n", "")


HOLDER = """
import sys
from practice.application import build, memory
from practice.application.project import project

def hold():
    print("held", flush=True)
    sys.stdin.read()

with build.build_lock(project()):
    memory.run_in_fork(hold) if "apart" in sys.argv else hold()
"""


@pytest.fixture
def preview(fresh: Path) -> Iterator[tuple[Path, str]]:
    """A running `mkdocs serve`, and its address."""
    port = random.SystemRandom().randrange(
        20000, 32000
    )  # below the ports that the system gives to clients
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=fresh,
        env=environment_of(fresh),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    until(f"{address}/examples/{EXAMPLE}/", "Cite this page")
    yield fresh, address
    running.kill()
    running.wait()


def until(url: str, words: str, absent: bool = False) -> str:
    """Asks for a page until it holds some words (or no longer does)."""
    deadline, page = time.monotonic() + 60, ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                page = answer.read().decode()
        except (OSError, http.client.HTTPException):
            page = ""
        if page and (words in page) is not absent:
            return page
    raise AssertionError(f"{url} never {'lost' if absent else 'showed'} {words!r}")


def test_the_preview_shows_what_is_saved_and_survives_faults(preview: tuple[Path, str]) -> None:
    copy, address = preview
    url = f"{address}/examples/{EXAMPLE}/"
    example = copy / "examples_data" / "examples" / f"{EXAMPLE}.yml"
    undated = re.sub(r"\nperiod: .*", "", example.read_text("utf-8"))
    good = f"{undated}period: {{from: 2018, to: 2019}}\n"
    example.write_text(good.replace("title: ", "title: Saved just now, ", 1), "utf-8")
    until(url, "Saved just now")
    example.write_text(good.replace("kind: published", "kind: publisht", 1), "utf-8")
    page = until(url, "to mend")
    assert f"{EXAMPLE}.yml:" in page and "publisht" in page
    example.write_text(good, "utf-8")
    until(url, "to mend", absent=True)
    template = copy / "hooks" / "practice" / "rendering" / "templates" / "_page_footer.html"
    template.write_text(
        template.read_text("utf-8").replace("Cite this page", "Quote this page"), "utf-8"
    )
    until(url, "Quote this page")
    core = copy / "hooks" / "practice" / "rendering" / "rows.py"
    code = core.read_text("utf-8")
    core.write_text(code + "\n(\n", "utf-8")
    until(url, "SyntaxError")
    core.write_text(code.replace(" to {period.to}", " until {period.to}"), "utf-8")
    until(url, "2018 until 2019")


def test_the_preview_draws_again_when_a_page_or_the_theme_was_saved(
    preview: tuple[Path, str],
) -> None:
    copy, address = preview
    example = copy / "examples_data" / "examples" / f"{EXAMPLE}.yml"
    example.write_text(
        example.read_text("utf-8").replace("title: ", "title: Saved just now, ", 1), "utf-8"
    )
    until(f"{address}/examples/{EXAMPLE}/", "Saved just now")  # MkDocs had nothing to do for this
    written = copy / "docs" / "index.md"
    written.write_text(
        f"{written.read_text('utf-8')}\n\nA sentence that was saved just now.\n", "utf-8"
    )
    until(f"{address}/", "A sentence that was saved just now.")
    theme = copy / "overrides" / "partials" / "practice-footer.html"
    theme.write_text(
        theme.read_text("utf-8").replace("<footer", '<footer data-saved="now"', 1), "utf-8"
    )
    until(f"{address}/examples/{EXAMPLE}/", 'data-saved="now"')


def test_timings_name_stages_and_the_dearest_kinds_of_files(fresh: Path) -> None:
    done = build(fresh, "--no-downloads", "--timings")
    assert done.returncode == 0
    assert re.search(r"^read +\d+\.\d\d s CPU +\d+\.\d\d s$", done.stderr, re.MULTILINE)
    shutil.rmtree(fresh / "site")
    shutil.rmtree(fresh / ".site-before")
    again = build(fresh, "--no-downloads", "--timings")
    assert re.search(r"^  examples/\* +\d+\.\d\d s CPU +\d+ files$", again.stderr, re.MULTILINE)


def test_digests_of_code_cover_every_library_with_its_version() -> None:
    installed = {name.removesuffix(".dist-info").lower().replace("_", "-") for name in packages()}
    for name in ("jinja2", "mkdocs-material", "pydantic", "python-docx", "typst"):
        assert f"{name}-{metadata.version(name)}" in installed
