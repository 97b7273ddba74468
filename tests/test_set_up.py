"""Setting the library up for those who run it, and refusing to publish before that was done."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests import small
from tests.conftest import ROOT, SET_UP, build, environment_of

from practice.application import set_up
from practice.application.project import project

pytestmark = pytest.mark.slow

OWN = {
    "--name": "Words: what matters & why",
    "--url": "https://library.county.org/practice",
    "--repository": "https://code.county.org/people/library",
    "--email": "library@county.org",
}
CONFIG = ".github/ISSUE_TEMPLATE/config.yml"
DATA = "docs/about/data.md"
ADDRESSES = """# Open data

## Use it {#tools}

    site=https://outcomes-in-practice.example
    curl "https://outcomes-in-practice.example/api/v1/index.json"

Or from <https://outcomes-in-practice.example/>, not from outcomes-in-practice.examples.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small project with every place that a set-up writes."""
    root = small.make(tmp_path / "project")
    (root / CONFIG).parent.mkdir(parents=True)
    (root / DATA).parent.mkdir()
    for name in (CONFIG, "README.md", "mkdocs.yml"):
        shutil.copy(ROOT / name, root / name)
    set_up.write(project(str(root)), SET_UP)
    (root / DATA).write_text(ADDRESSES, "utf-8")
    return root


def practice(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "practice", *arguments],
        cwd=folder,
        env=environment_of(folder),
        input=given,
        capture_output=True,
        text=True,
    )


def options(**changed: str) -> list[str]:
    given = {**OWN, **{f"--{name}": value for name, value in changed.items()}}
    return [part for pair in given.items() for part in pair]


def test_every_place_is_written_and_the_site_shows_it(folder: Path) -> None:
    done = practice(folder, "set-up", *options())
    assert done.returncode == 0, done.stderr
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert settings["site_name"] == OWN["--name"]
    assert settings["extra"] == {"contact": OWN["--email"]}
    assert settings["hooks"] == ["hooks/mkdocs_hooks.py"]
    links = yaml.safe_load((folder / CONFIG).read_text("utf-8"))["contact_links"]
    assert [link["url"] for link in links] == [
        "https://library.county.org/practice/contribute/",
        "https://library.county.org/practice/contribute/people/#take-back",
    ]
    assert (folder / "README.md").read_text("utf-8").startswith(f"# {OWN['--name']}\n")
    assert practice(folder, "publish-check").returncode == 0
    made = build(folder, "--no-downloads")
    assert made.returncode == 0 and "Not to be published" not in made.stderr, made.stdout
    files = [
        p for p in (folder / "site").rglob("*") if p.suffix in (".html", ".xml", ".json", ".md")
    ]
    texts = [p.read_text("utf-8") for p in files]
    assert not [text for text in texts if re.search(r"outcomes-in-practice\.example\b", text)]
    written = (folder / DATA).read_text("utf-8")
    assert 'site=https://library.county.org/practice\n    curl "https://library' in written
    assert "<https://library.county.org/practice/>" in written
    home = (folder / "site" / "index.html").read_text("utf-8")
    assert "<title>Words: what matters &amp; why" in home


def test_it_can_be_run_again_and_then_writes_nothing(folder: Path) -> None:
    practice(folder, "set-up", *options())
    again = practice(folder, "set-up", *options())
    assert again.stdout.startswith("Nothing had to be written.")
    done = practice(folder, "set-up", "--name", "Plain words", "--no-ask")
    assert "mkdocs.yml" in done.stdout and CONFIG not in done.stdout
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert (settings["site_name"], settings["site_url"]) == ("Plain words", OWN["--url"])
    assert "title: Plain words\n" in (folder / "docs" / "index.md").read_text("utf-8")


def test_an_address_that_came_with_news_of_the_original_is_written_again(folder: Path) -> None:
    before = (folder / DATA).read_bytes()
    practice(folder, "set-up", *options())
    written = (folder / DATA).read_bytes()
    (folder / DATA).write_bytes(before)
    assert DATA in practice(folder, "set-up", *options()).stdout
    assert (folder / DATA).read_bytes() == written != before


def test_without_a_terminal_and_without_options_it_says_so_and_writes_nothing(folder: Path) -> None:
    done = practice(folder, "set-up", given="Words that matter\n")
    assert done.returncode == 2 and "Give options, such as --name, or --ask." in done.stderr
    assert "Words that matter" not in (folder / "mkdocs.yml").read_text("utf-8")


def test_at_a_terminal_it_asks_again_until_the_answer_can_be_used(folder: Path) -> None:
    answers = ["", "library", *list(OWN.values())[1:]]
    done = practice(folder, "set-up", "--ask", given="\n".join(answers) + "\n")
    assert done.returncode == 0, done.stderr
    assert "'library': write it whole, for example: https://" in done.stderr
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert settings["site_name"] == "Outcomes in Practice"
    assert settings["site_url"] == OWN["--url"]


@pytest.mark.parametrize(
    "changed",
    [
        {"url": "library.county.org"},
        {"url": 'https://library.county.org/"x'},
        {"url": "https://[::1"},
        {"url": "https://library..org"},
        {"url": "https://library.county.org/\udcff"},
        {"email": "nobody"},
        {"name": "<b>Words</b>"},
        {"name": "Words\rmore"},
        {"name": "Words\x85more"},
        {"name": "Words\u2028more"},
        {"name": "Words\x01"},
        {"name": "Words\udcff"},
    ],
    ids=ascii,
)
def test_an_answer_that_cannot_be_used_is_refused_and_nothing_is_written(
    folder: Path, changed: dict[str, str]
) -> None:
    before = small.contents(folder)
    done = practice(folder, "set-up", *options(**changed))
    assert done.returncode == 2 and "write it whole, for example" in done.stderr
    assert {k: v for k, v in small.contents(folder).items() if "__pycache__" not in k} == before


def test_while_reserved_names_stand_a_build_says_so_and_the_check_refuses(folder: Path) -> None:
    made = build(folder, "--no-downloads")
    assert made.returncode == 0
    (line,) = [line for line in made.stderr.splitlines() if line.startswith("Not to be published")]
    assert "outcomes-in-practice.example" in line and "practice set-up" in line
    done = practice(folder, "publish-check")
    assert done.returncode == 1 and "practice set-up" in done.stderr
    places = {line.partition(":")[0] for line in done.stdout.splitlines()}
    assert places == {"mkdocs.yml", CONFIG, DATA}


@pytest.mark.parametrize(
    "name",
    ["library.test", "example.org", "www.example.com", "a.invalid", "x.localhost", "Example.ORG"],
)
def test_every_name_that_belongs_to_nobody_is_reserved(folder: Path, name: str) -> None:
    practice(folder, "set-up", *options(url=f"https://{name}/library/"))
    done = practice(folder, "publish-check")
    assert done.returncode == 1 and f"{name} is a reserved name" in done.stdout


@pytest.mark.parametrize(
    "name", ["library.example.org.uk", "my-example.com", "www.test.county.org", "contest.org"]
)
def test_a_longer_name_that_holds_a_reserved_one_is_not_reserved(folder: Path, name: str) -> None:
    practice(folder, "set-up", *options(url=f"https://{name}/library/"))
    done = practice(folder, "publish-check")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["README.md", "docs/index.md", CONFIG, DATA])
def test_a_file_that_is_not_utf_8_is_named_and_nothing_is_written(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b"# fa\xe7ade\n")
    before = (folder / "mkdocs.yml").read_bytes()
    done = practice(folder, "set-up", *options())
    assert done.returncode == 2 and done.stderr.startswith(f"{name} is not UTF-8. Save it")
    assert (folder / "mkdocs.yml").read_bytes() == before


def test_the_check_names_a_file_that_is_not_utf_8(folder: Path) -> None:
    (folder / CONFIG).write_bytes(b"# fa\xe7ade\n")
    done = practice(folder, "publish-check")
    assert done.returncode == 2 and done.stderr.startswith(f"{CONFIG} is not UTF-8. Save it")


def test_a_library_with_a_problem_is_not_ready(folder: Path) -> None:
    practice(folder, "set-up", *options())
    (folder / "examples_data" / "examples" / "Wrong.yml").write_text("x", "utf-8")
    done = practice(folder, "publish-check")
    assert done.returncode == 1 and "Wrong.yml" in done.stderr
