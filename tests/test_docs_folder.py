"""docs/ is contributed text: what may lie there, what a page may hold, and the second lock."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import lxml.html
import pytest

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.model import Problem
from practice.rendering import page_html

SMALL = Path(__file__).parent / "data" / "small"
PNG = b"\x89PNG\r\n\x1a\n0000"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def problems(project: Path) -> list[Problem]:
    return reader.read_folder(str(project / "data"), str(project / "docs"), Cache(None)).problems


# ---------- what may lie there ----------


@pytest.mark.parametrize(
    "name",
    [
        *("evil.js", "evil.svg", "evil.htm", "evil.html", "evil.xhtml", "evil.php", "evil.css"),
        *("evil.wasm", "evil.markdown", "evil.mdown", "_redirects", "_worker.js", "_headers"),
        *("CNAME", "sw.js", "vercel.json", "netlify.toml", "web.config", "robots.txt", "a.pdf"),
        *("assets/evil.js", "guides/sub/evil.exe", "about/other.yml", "x.md.bak"),
        *("A page.md", "x?y.md", "two--hyphens.md", "<script>.md", "p\n::x::.md"),
    ],
)
def test_a_file_of_another_type_or_name_is_a_problem_with_its_path(project: Path, name: str):
    path = project / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\ntitle: A page\nsummary: A page.\n---\n\n## One {#one}\n")
    found = [p for p in problems(project) if p.path == str(path)]
    assert [p.rule for p in found] == ["docs-files"] and found[0].hint


def test_a_page_whose_name_is_no_text_is_told(project: Path) -> None:
    """A name on disk is bytes, and need not be UTF-8."""
    for folder in ("docs", os.path.join("docs", "guides")):
        path = os.fsencode(project / folder) + b"/\xff.md"
        with open(path, "wb") as file:
            file.write(FRONT.encode())
    assert [p.rule for p in problems(project)] == ["docs-files", "docs-files"]


@pytest.mark.parametrize(
    ("raw", "rule"), [(b"a: \xff\n", "utf-8"), (b"- a\n", "shape"), (b"pages: []\n", "shape")]
)
def test_results_that_cannot_be_shown_are_told(project: Path, raw: bytes, rule: str) -> None:
    path = project / "docs" / "about" / "accessibility-results.yml"
    path.parent.mkdir()
    path.write_bytes(raw)
    assert [p.rule for p in problems(project) if p.path == str(path)] == [rule]


@pytest.mark.parametrize("name", ["practice-shell-example.md", "practice-shell/example-shell.md"])
def test_a_name_of_the_builds_own_is_told(project: Path, name: str) -> None:
    """MkDocs would put the build's page in its place, without a word."""
    path = project / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(FRONT)
    assert "docs-files" in [p.rule for p in problems(project)]


def test_a_picture_is_known_by_its_bytes_and_not_by_its_name(project: Path):
    (project / "docs" / "good.png").write_bytes(PNG)
    (project / "docs" / "bad.png").write_bytes(b"<svg onload=alert(1)>")
    (project / "docs" / "large.png").write_bytes(PNG + b"0" * 1024 * 1024)
    found = {(Path(p.path).name, p.rule) for p in problems(project)}
    assert found == {("bad.png", "docs-files"), ("large.png", "file-size")}


def test_files_of_editors_and_of_the_system_are_passed_over(project: Path):
    for name in (".DS_Store", "._index.md", ".#index.md", "index.md~", "Thumbs.db", "~$note.md"):
        (project / "docs" / name).write_text("x")
        (project / "data" / "examples" / name).write_text("x")
    assert problems(project) == []


@pytest.mark.parametrize("tree", ["docs", "data", "data/examples", "docs/guides"])
@pytest.mark.parametrize("target", ["file", "folder", "nowhere", "itself", "pipe"])
def test_a_link_or_a_pipe_is_a_problem_wherever_it_lies(project: Path, tree: str, target: str):
    secret = project.parent / "secret"
    secret.mkdir()
    (secret / "key.md").write_text("secret")
    path = project / tree / "leak.md"
    if target == "pipe":
        os.mkfifo(path)
    else:
        ways = {"file": secret / "key.md", "folder": secret, "itself": path}
        path.symlink_to(ways.get(target, secret / "none"))
    found = [p for p in problems(project) if p.path == str(path)]
    assert "plain-file" in [p.rule for p in found]


def test_a_folder_that_is_a_link_is_a_problem(project: Path):
    (project / "docs").rename(project / "elsewhere")
    (project / "docs").symlink_to(project / "elsewhere")
    assert "plain-file" in [p.rule for p in problems(project)]


# ---------- what a page may hold ----------

FRONT = "---\ntitle: A page\nsummary: A page to try things on.\n---\n\n## One {#one}\n\n"
LINE = FRONT.count("\n") + 1


def of_page(project: Path, text: str) -> list[Problem]:
    path = project / "docs" / "page.md"
    path.write_text(FRONT + text + "\n", "utf-8")
    return [p for p in problems(project) if p.path == str(path)]


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("<script src=x></script>", "page-html", 0, 1),
        ("<script\nsrc=x>\n</script>", "page-html", 0, 1),
        ("words <b onclick='x'>more</b>", "page-html", 0, 7),
        ("<iframe src='https://evil.example/'></iframe>", "page-html", 0, 1),
        ("<form action='https://evil.example/'></form>", "page-html", 0, 1),
        ("<meta http-equiv=refresh content='0;url=//evil.example/'>", "page-html", 0, 1),
        ("<style>p{}</style>", "page-html", 0, 1),
        ("<div onclick=x>\n\n</div>", "page-html", 0, 1),
        ("<div class=a markdown>\n[a](javascript:x)\n</div>", "page-html", 0, 1),
        ("<a href='javascript:x'>a</a>", "page-html", 0, 1),
        ("<a href='gull:x'>a</a>", "page-html", 0, 1),
        ("<a href='guides/risk.md'>a</a>", "page-html", 0, 1),
        ("<a href='risk.md#one'>a</a>", "page-html", 0, 1),
        ("<a href='//evil.example/'>a</a>", "page-html", 0, 1),
        ("<a href='https:\\\\evil.example'>a</a>", "page-html", 0, 1),
        ("<!DOCTYPE html>", "page-html", 0, 1),
        ("<?php x ?>", "page-html", 0, 1),
        ("[a](<javascript:alert(1)>)", "link", 0, 6),
        ("[b]( javascript:x)", "link", 0, 6),
        ("one\n[b](JAVASCRIPT:x)", "link", 1, 5),
        ("[g][y]\n\n[y]: <javascript:x>", "link", 0, 1),
        ("A gull.\n\n[Editor]: checked", "link", 2, 1),
        ("[x](//evil.example/)", "link", 0, 5),
        ("[x](/examples/)", "link", 0, 5),
        ("[x](data:text/html,x)", "link", 0, 5),
        ("[x](http://evil.example/)", "link", 0, 5),
        ("[x](https://[bad)", "link", 0, 5),
        ("[x](https://gull.example:99999/)", "link", 0, 5),
        ("[x](https://gu[ll@site.example/)", "link", 0, 5),
        ("[x](https:gull.example)", "link", 0, 5),
        ("[x](https:///gull)", "link", 0, 5),
        ("[x](https://gull..example/)", "link", 0, 5),
        ("[x](https://gull.example\\b/)", "link", 0, 5),
        ("[x](<https://site.example/a b>)", "link", 0, 6),
        ("<a href='https://site.example:99999/'>a</a>", "page-html", 0, 1),
        ("<javascript:alert(1)>", "link", 0, 2),
        ("![x](https://evil.example/x.png)", "page-pictures", 0, 1),
        ("![x](../../etc/x.svg)", "page-pictures", 0, 1),
        ("words {: onclick=x }", "page-attributes", 0, 7),
        ("[a](example:x){ href=javascript:x }", "page-attributes", 0, 15),
        ("![a](a.png){ width=4 onload=x }", "page-attributes", 0, 12),
        ("a xslotxbodyxtolsx", "page-marks", 0, 3),
        ("a &#1; b", "hidden-character", 0, 3),
        ("a &#xD800; b", "hidden-character", 0, 3),
        ("a &shy; b", "hidden-character", 0, 3),
        ("[a](https://site.example/&#27;x)", "hidden-character", 0, 1),
        ("[a]\n\n[a]: https://site.example/&#27;x", "hidden-character", 0, 1),
        ("[" * 50_000, "page-limits", 0, 1),
        ("[a](" * 900, "page-limits", 0, 1),
        ("1. " * 500, "page-limits", 0, 1),
        ("> " * 500, "page-limits", 0, 1),
        ("*a " * 1000, "page-limits", 0, 1),
        ("x" * 5000, "page-limits", 0, 1),
        ("`" * 50_000, "page-limits", 0, 1),
        ("words\n\n" + "!" * 200, "page-limits", 2, 1),
        ("<a \n\n" * 1200, "page-limits", 2000, 1),
        ("-\n" * 600, "page-limits", 499, 1),
        ("a\n=\n" * 600, "page-limits", 999, 1),
        ("# a\n" * 600, "page-limits", 499, 1),
    ],
)
def test_what_a_page_may_not_hold_is_told_at_its_place(project, text, rule, line, column):
    found = [p for p in of_page(project, text) if p.rule == rule]
    assert [(p.line, p.column) for p in found][:1] == [(LINE + line, column)]
    assert found[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "`<script>` and `[a](javascript:x)` and `{: a=b }`",
        "```\n<script>\n[a](javascript:x)\n{: a=b }\n```",
        "<!-- a remark -->",
        'Data: <a href="../api/v1/index.json">/api/v1/index.json</a>',
        '<a href="../guides/risk/index.md">a</a> <a href="https://site.example/a.md">b</a>',
        '<p class="practice-quiet">Some words</p>',
        '<div class="practice-forms" markdown>\n\n- one\n\n</div>',
        "[a](https://site.example/) [b](index.md) [c](#one) <mail@site.example>",
        f"[a](https://site.example/{'x' * 2500}) [b](https://[::AB]:8080/x?y=%20#z)",
        "![A picture](good.png){ width=480 height=320 loading=lazy }",
        "### A heading with an id {#an-id}",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "- - -\n\n***\n\n- one\n    - two\n        - three",
    ],
)
def test_what_pages_need_passes(project, text):
    (project / "docs" / "good.png").write_bytes(PNG)
    assert of_page(project, text) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "given", "nearest"),
    [
        ("[a](guides/rsk.md#one)", 0, 5, "guides/rsk.md", "guides/risk.md"),
        ("![a](good.pgn.png)\n\nx ![a](goood.png)", 2, 3, "goood.png", "good.png"),
        ("words [a][b]\n\n[b]: ../page.md", 0, 7, "../page.md", "page.md"),
        ("`[a](no.md)` [a](../../no.md)", 0, 18, "../../no.md", ""),
        ("## A {#one}\n\n[a](#two) [a](#one)", 2, 5, "#two", ""),
        ("The house has id=two on it. [a](#two)", 0, 33, "#two", ""),
        ("`{#two}` [a](#two)", 0, 14, "#two", ""),
        ("```\n## A {#two}\n```\n\n[a](#two)", 4, 5, "#two", ""),
        ("A gull {#two}\n\n[a](#two)", 2, 5, "#two", ""),
        ('<p class="x">\n<a class="y" href="#two">a</a>\n</p>', 1, 20, "#two", ""),
        ("<!--\n## A {#two}\n<p id=two>\n-->\n\n[a](#two)", 5, 5, "#two", ""),
        ("### Two Gulls {#gulls}\n\n[a](#two-gulls)", 2, 5, "#two-gulls", ""),
        ("### Two Gulls\n\n[a](#two-gulls)", 2, 5, "#two-gulls", ""),
        (
            "[a](guides/risk.md#why-it-mattrs)",
            0,
            5,
            "guides/risk.md#why-it-mattrs",
            "why-it-matters",
        ),
    ],
)
def test_a_page_or_picture_that_is_not_there_is_told(
    project: Path, text: str, line: int, column: int, given: str, nearest: str
) -> None:
    (project / "docs" / "good.png").write_bytes(PNG)
    (project / "page.md").write_text("Words.")
    found = [p for p in of_whole(project, text) if p.rule == "page-files"]
    last = found[-1]
    assert (last.line, last.column) == (LINE + line, column) and repr(given) in last.message
    assert last.hint and (not nearest or f"Did you mean {nearest!r}?" in last.hint)


@pytest.mark.parametrize(
    "there",
    [
        "### A {#two}",
        "##### Deep {#two}",
        '<div id="two">\n\n</div>',
        "A gull\n{#two}",
        "<p class='x' id=two>a</p>",
        "<P ID = 'two'>a</P>",
    ],
)
def test_a_section_is_there_that_has_an_id_of_its_own(project: Path, there: str) -> None:
    found = of_whole(project, f"[a](#two)\n\n{there}\n")
    assert [p.message for p in found if p.rule == "page-files"] == []


def test_the_remedy_shows_an_id_as_it_is_written(project: Path) -> None:
    (found,) = [p for p in of_whole(project, "[a](#two)") if p.rule == "page-files"]
    assert "as in {#rights}" in found.hint


def of_whole(project: Path, text: str) -> list[Problem]:
    (project / "docs" / "page.md").write_text(FRONT + text + "\n", "utf-8")
    reading = reader.read_folder(str(project / "data"), str(project / "docs"), Cache(None))
    return consistency.problems(reading)


def test_front_matter_names_no_template(project):
    path = project / "docs" / "page.md"
    path.write_text("---\ntitle: A page\nsummary: Words.\ntemplate: nope.html\n---\n")
    assert [p.rule for p in problems(project) if p.path == str(path)] == ["unknown-field"]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("summary: A xslotxbodyxtolsx", 10),
        ('summary: "A xsl\\x6ftxtitlextolsx"', 10),
        ("under_title: xslotxheadxtolsx", 14),
        ("easy: [Words of a gull., A xslotxpolicyxtolsx.]", 26),
    ],
)
def test_no_mark_of_a_slot_stands_in_front_matter(project: Path, line: str, column: int) -> None:
    """The theme prints it as text, and the build would put a part of the page there."""
    path = project / "docs" / "page.md"
    path.write_text(f"---\ntitle: A page\n{line}\n---\n")
    found = [(p.rule, p.line, p.column) for p in problems(project) if p.path == str(path)]
    assert ("page-marks", 3, column) in found


@pytest.mark.parametrize(
    "under", ["javascript:alert(1)", "https://evil.example/", "//evil.example/", "x' onclick='y"]
)
def test_the_page_above_lies_on_the_site(project: Path, under: str):
    path = project / "docs" / "page.md"
    path.write_text(f'---\ntitle: A page\nsummary: Words.\nunder: "{under}"\n---\n')
    assert [p.rule for p in problems(project) if p.path == str(path)] == ["shape"]


@pytest.mark.parametrize(
    ("under", "nearest"), [("gull/", ""), ("guides/rsk/", "guides/risk/"), ("index/", "")]
)
def test_a_page_above_that_is_not_there_is_told(project: Path, under: str, nearest: str) -> None:
    found = of_page_under(project, under)
    assert [(p.rule, p.line, p.column) for p in found] == [("page-files", 4, 8)]
    assert found[0].hint and (not nearest or f"Did you mean {nearest!r}?" in found[0].hint)


@pytest.mark.parametrize("under", ["guides/risk/", "key-points/", "law/", "page/"])
def test_the_page_above_is_written_by_hand_or_made(project: Path, under: str) -> None:
    (project / "docs" / "law").mkdir()
    (project / "docs" / "law" / "index.md").write_text("---\nfaulty: yes\n---\n")
    assert of_page_under(project, under) == []


def of_page_under(project: Path, under: str) -> list[Problem]:
    path = project / "docs" / "page.md"
    path.write_text(f"---\ntitle: A page\nsummary: Words.\nunder: {under}\n---\n")
    reading = reader.read_folder(str(project / "data"), str(project / "docs"), Cache(None))
    return [p for p in consistency.problems(reading) if p.path == str(path)]


# ---------- the second lock ----------


@pytest.mark.parametrize(
    "html",
    [
        "<script>x()</script>",
        "<p onclick='x()'>a</p>",
        "<a href='javascript:x()'>a</a>",
        "<a href=' java\nscript:x()'>a</a>",
        "<a href='//evil.example/'>a</a>",
        "<a href='\\\\evil.example/'>a</a>",
        "<a href='data:text/html,x'>a</a>",
        "<img src='https://evil.example/x.png' onerror='x()'>",
        "<iframe src='https://evil.example/'></iframe>",
        "<form action='https://evil.example/'><input formaction='https://evil.example/'></form>",
        "<svg><script>x()</script><use href='https://evil.example/'/></svg>",
        "<svg viewBox='0 0 1 1' onload='x()'><path d='M0 0'/></svg>",
        "<meta http-equiv='refresh' content='0;url=https://evil.example/'>",
        "<base href='https://evil.example/'><style>p{}</style><link rel='stylesheet' href='x'>",
        "<math><mtext><script>x()</script></mtext></math>",
        "<p style='background:url(https://evil.example/)'>a</p>",
    ],
)
def test_nothing_in_the_html_of_a_page_can_run_load_or_send(html):
    cleaned = page_html.clean(html)
    tree = lxml.html.fragment_fromstring(cleaned, create_parent="div")
    for element in tree.iter():
        assert element.tag in {"div", "p", "a", "img", "form", "input", "svg", "path"}
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name != "style"
            assert "evil.example" not in value
            assert "script:" not in value and not value.startswith(("data:", "//", "\\"))


def test_directives_and_the_home_page_pass_the_lock_unchanged():
    html = (
        '<!-- practice:examples limit=3 --><form class="practice-search" role="search"'
        ' action="examples/"><label for="q">Words</label><input id="q" name="q"></form>'
        '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0h1"></path></svg>'
        '<a href="source:pon"></a><a href="theme:risk">Risk</a>'
    )
    assert page_html.clean(html) == html


def test_a_mark_of_a_slot_that_somebody_typed_is_text():
    cleaned = page_html.clean("<p>xslotxbodyxtolsx</p>")
    assert "xslotx" not in cleaned
    assert lxml.html.fromstring(cleaned).text == "xslotxbodyxtolsx"
