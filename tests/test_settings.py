"""What the site is called and where it stands: read from mkdocs.yml as MkDocs takes it, or told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import small
from tests.conftest import build, environment_of

from practice.application import project as projects
from practice.application.site_settings import problems, settings

pytestmark = pytest.mark.slow

WHOLE = (
    "site_name: Words & <signs>\nsite_url: https://a.example/library\n"
    "repo_url: https://code.example/a/\nextra: {contact: a@b.example}\n"
    "hooks: [hooks/mkdocs_hooks.py]\n"
)


def of(folder: Path, text: str | bytes) -> projects.Project:
    (folder / "mkdocs.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    return projects.project(str(folder))


def check(folder: Path, text: str | bytes) -> subprocess.CompletedProcess[str]:
    of(folder, text)
    make_folders(folder)
    return practice(folder, "check")


def make_folders(folder: Path) -> None:
    for name in ("examples_data/examples", "docs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("---\ntitle: Home\nsummary: A home.\n---\n\nWords.\n")


def practice(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "practice", command],
        env=environment_of(folder) | {"PYTHONPATH": ""},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        WHOLE.replace("extra: {contact: a@b.example}", "extra:\n  contact: 'a@b.example'"),
        b"\xef\xbb\xbf" + WHOLE.encode(),
        WHOLE.replace("\n", "\r\n"),
        WHOLE + "markdown_extensions:\n- x:\n    emoji: !!python/name:a.b.c\n",
        WHOLE + "plugins: !ENV [PLUGINS, []]\n",
        WHOLE + "INHERIT: base.yml\n",
        WHOLE + "x: &x {a: [*x, *x]}\ny: {<<: *x, b: *x}\n",
        WHOLE.replace("Words", ">-\n  Words"),
        WHOLE.replace("[hooks/mkdocs_hooks.py]", "\n- mine.py\n- ./hooks/mkdocs_hooks.py"),
    ],
)
def test_what_mkdocs_takes_is_read(tmp_path: Path, text: str | bytes) -> None:
    found = settings(of(tmp_path, text))
    assert found.name == "Words & <signs>"
    assert found.url == "https://a.example/library/"
    assert (found.repository, found.contact) == ("https://code.example/a", "a@b.example")


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("https://a.example/library", "!ENV [SITE, 'https://a.example']", "2:11", "not plain text"),
        ("https://a.example/library", "''", "2:11", "site_url: '' is not of the right form"),
        ("https://a.example/library", "/library/", "2:11", "'/library/' is not of the right form"),
        ("https://a.example/library", "https://a.example/?x", "2:11", "is not of the right form"),
        ("https://a.example/library", "[a, b]", "2:11", "site_url is not plain text"),
        ("repo_url: https://code.example/a/\n", "", "1:1", "repo_url is missing"),
        ("{contact: a@b.example}", "{}", "1:1", "extra.contact is missing"),
        ("a@b.example", "nobody", "4:18", "extra.contact: 'nobody' is not of the right form"),
        ("Words & <signs>", "", "1:11", "site_name: '' is not of the right form"),
        ("Words & <signs>", '"W\\x01"', "1:12", "site_name: 'W\\x01' is not of the right form"),
        ("https://a.example/library", "'https://[::1'", "2:11", "is not of the right form"),
        ("Words & <signs>", "*Words", "1:12", "mkdocs.yml cannot be read"),
        ("Words & <signs>", "'Words", "", "mkdocs.yml cannot be read"),
        (WHOLE, "", "1:1", "site_name is missing"),
        (WHOLE, "- a\n", "1:1", "site_name is missing"),
        ("site_url:", "site_name: B\nsite_url:", "2:1", "site_name stands here twice, and only"),
        ("site_url:", "extra: {}\nsite_url:", "5:1", "extra stands here twice"),
        ("site_url:", "x: [{a: {b: 1, b: 2}}]\nsite_url:", "2:16", "b stands here twice"),
        ("Words & <signs>", "Words\n  & more", "1:12", "site_name goes over more than one line"),
        ("Words & <signs>", "'Words\n  more'", "1:12", "site_name goes over more than one line"),
        (
            "hooks: [hooks/mkdocs_hooks.py]\n",
            "",
            "1:1",
            "hooks does not name hooks/mkdocs_hooks.py",
        ),
        ("[hooks/mkdocs_hooks.py]", "[mine.py]", "5:8", "hooks does not name hooks/mkdocs_hooks"),
        ("[hooks/mkdocs_hooks.py]", "!ENV [H, []]", "5:8", "hooks does not name hooks/mkdocs_hoo"),
        ("Words & <signs>", "|\n  Words\n  more", "1:12", "is not of the right form"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, place: str, words: str
) -> None:
    done = check(tmp_path, WHOLE.replace(old, new))
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    told = [line for line in done.stdout.splitlines() if words in line]
    assert told and told[0].startswith(f"mkdocs.yml:{place}")


def test_words_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    done = check(tmp_path, WHOLE.replace("signs", "façade").encode("latin-1"))
    assert done.returncode == 1 and "it is not UTF-8" in done.stdout
    (found,) = problems(projects.project(str(tmp_path)))
    assert found.rule == "site-settings"


def test_a_pipe_in_place_of_the_file_is_told_and_never_opened(tmp_path: Path) -> None:
    make_folders(tmp_path)
    os.mkfifo(tmp_path / "mkdocs.yml")
    done = subprocess.run(
        [sys.executable, "-m", "practice", "check"],
        env=environment_of(tmp_path) | {"PYTHONPATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "mkdocs.yml cannot be read: it is not a plain file" in done.stdout


def test_a_missing_file_is_told_with_the_way_to_bring_it_back(tmp_path: Path) -> None:
    of(tmp_path, WHOLE)
    assert check(tmp_path, WHOLE).stdout == "No problems.\n"
    (tmp_path / "mkdocs.yml").unlink()
    for command in ("check", "build"):
        done = practice(tmp_path, command)
        assert done.returncode == 1, done.stderr
        assert "mkdocs.yml:1:1: mkdocs.yml is missing" in done.stdout
        assert "git checkout HEAD -- mkdocs.yml" in done.stdout


@pytest.mark.slow
def test_the_name_of_the_site_reaches_every_page_and_every_feed(tmp_path: Path) -> None:
    folder = small.make(tmp_path / "project")
    path = folder / "mkdocs.yml"
    name = "Tŷ & Words"
    text = path.read_text("utf-8").replace("site_name: Outcomes in Practice", f"site_name: {name}")
    path.write_text(text, "utf-8")
    done = build(folder, "--no-downloads")
    assert done.returncode == 0, done.stderr
    texts = {p: p.read_text("utf-8") for p in (folder / "site").rglob("*") if _is_text(p)}
    former = [str(p) for p, text in texts.items() if "Outcomes in Practice" in text]
    assert former == []
    pages = [p for p in texts if p.suffix == ".html" and 'http-equiv="refresh"' not in texts[p]]
    assert len(pages) > 50
    assert [p for p in pages if "Tŷ &amp; Words" not in texts[p] and "embed" not in str(p)] == []


def _is_text(path: Path) -> bool:
    endings = (".html", ".xml", ".json", ".js", ".ics", ".txt", ".bib", ".ris", ".csv")
    return path.is_file() and path.name.endswith(endings)


@pytest.mark.slow
def test_a_site_below_another_address_has_a_page_for_what_is_not_there(tmp_path: Path) -> None:
    folder = small.make(tmp_path / "project")
    assert build(folder, "--no-downloads").returncode == 0
    assert 'href="/assets/practice.css"' in (folder / "site" / "404.html").read_text("utf-8")
    done = build(folder, "--no-downloads", "--url", "https://host.example/preview/run-12")
    assert done.returncode == 0, done.stderr
    lost = (folder / "site" / "404.html").read_text("utf-8")
    assert 'href="/preview/run-12/assets/practice.css"' in lost
    page = (folder / "site" / "examples" / small.FEW[0] / "index.html").read_text("utf-8")
    assert f"https://host.example/preview/run-12/examples/{small.FEW[0]}/" in page
    assert "outcomes-in-practice.example/e" not in page
    for url in ("/preview/", "https://[::1", "https://host.example/\udcff"):
        refused = build(folder, "--url", url)
        assert refused.returncode == 2 and "Traceback" not in refused.stderr, url
