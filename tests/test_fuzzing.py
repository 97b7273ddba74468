"""Whatever somebody sends ends in a value or in problems with places; nothing fails, and nothing
that can run comes out. Each target takes real files, changed by lot.

`PRACTICE_FUZZ` says how many inputs each target gets; by default few, and more in `make thorough`.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import hostile
from tests.conftest import ROOT, THOROUGH
from tests.test_kinds import SMALL
from tests.test_kinds import read as small_library

from practice.cache import Cache
from practice.checking import addresses, consistency, privacy, reader
from practice.checking.rules import all_rules
from practice.contributing import autofix, headings, issue, source_file
from practice.contributing.names import Names
from practice.exports.finder import index
from practice.library import ledger
from practice.model import Example, Problem
from practice.reading import markdown as read_markdown
from practice.reading import page, vocabulary
from practice.rendering import markdown as contributed
from practice.rendering import page_html

pytestmark = pytest.mark.slow
INPUTS = int(os.environ.get("PRACTICE_FUZZ") or (1000 if THOROUGH else 30))
EXTENSIONS = ["attr_list", "tables", "admonition", "md_in_html", "toc"]
"""Those of mkdocs.yml."""
PIECES = (
    *(*" \n\t-*_`#>|[](){}<!&;:'\"\\/=+@%~^$", "\n\n", "    ", "- ", "> ", "1. ", "```\n", "~~~\n"),
    *(
        "](",
        "![",
        "](example:",
        "](guide:risk#",
        "](javascript:",
        "<!-- ",
        " -->",
        "<div markdown>",
    ),
    *("</div>", "<!-- practice:examples ", "theme=", "limit=3", "---\n", ": |\n  ", ": >-\n  "),
    *(
        "### ",
        "_No response_",
        "- [x] ",
        "### Title\n\n",
        "\u00a0",
        "\u200b",
        "é",
        "İ",
        "😀",
        "0" * 12,
    ),
    *("07700 900123", "999 000 0018", "EH1 1AA", "Mrs Early", "born on 3 May 1948", "aged 91"),
    *("[" * 40, "*a " * 30, "(" * 30, "<a " * 20, "> " * 9, "&#x" * 20, "a" * 300, "1 " * 80),
    *hostile.FORMATS,
    *hostile.LOADING,
)


@st.composite
def changed(draw: st.DrawFn, texts: tuple[str, ...], most: int = 6) -> str:
    """One of some texts with a few pieces put in, taken out or doubled."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 0, 1, 3, 20, 200))))
        put = draw(st.sampled_from(PIECES) | st.text(max_size=8) | st.just(text[start:end] * 2))
        text = f"{text[:start]}{put}{text[end:]}"
    return text


def clean(problems: list[Problem]) -> None:
    """Each problem has a place, a rule that exists, and words."""
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1 and problem.message, problem
        assert problem.rule in all_rules(), problem
        assert len(problem.message) < 1000, problem


def harmless(html: str) -> None:
    """Nothing in a piece of HTML can run, load or send."""
    for element in lxml.html.document_fromstring(f"<div>{html}</div>").iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("script", "iframe", "style", "meta", "base", "link", "object")
        for name, value in element.attrib.items():
            plain = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", value).lower()  # as browsers read it
            assert not name.startswith("on") and name != "style", (name, value)
            if name in ("href", "src", "action"):
                assert not re.match(r"javascript:|data:|vbscript:|[/\\]{2}", plain), value
            if name in ("src", "action"):
                assert hostile.HOST not in plain


# ---------- the targets ----------


@functools.cache
def library():
    return small_library()


def texts_of(*patterns: str) -> tuple[str, ...]:
    found = [path for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    return tuple(path.read_text("utf-8") for path in found)


def an_example(text: str) -> None:
    example, problems = reader.read_example(text.encode("utf-8", "surrogatepass"), "some.yml")
    clean(problems)
    if isinstance(example, Example) and not any(p.severity == "error" for p in problems):
        told = [getattr(example, name) or "" for name in ("context", "what_they_did", "limits")]
        named = [link for words in told for link in read_markdown.links(words)]
        if all(library().get(*link) for link in named):  # the check of the whole tells the others
            for html in contributed.render(told, library(), "../"):
                harmless(html)


def a_list(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    for kind in ("theme", "source", "law", "area", "record", "term", "key-point"):
        clean(vocabulary.read_list(kind, raw, "some.yml").problems)
    for kind in ("deck", "session", "scenario", "conversation"):
        clean(vocabulary.read_one(kind, raw, "some.yml", "some").problems)


def a_page(text: str) -> None:
    found = page.read(text.encode("utf-8", "surrogatepass"), "docs/some.md", "some.md").problems
    clean(found)
    if not found:
        body = text.replace("\r\n", "\n").replace("\r", "\n").partition("\n---\n")[2]
        harmless(page_html.clean(markdown.markdown(body, extensions=EXTENSIONS)))


def a_page_that_nobody_checked(text: str) -> None:
    """The second lock alone, with whatever HTML somebody might get past the first."""
    harmless(page_html.clean(text.encode("utf-8", "replace").decode()))


def directives(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "small"
        shutil.copytree(SMALL, root)
        front = "---\ntitle: A page\nsummary: A page to try things on.\n---\n\n## One {#one}\n\n"
        raw = (front + text).encode("utf-8", "surrogatepass")
        (root / "docs" / "page.md").write_bytes(raw)
        reading = reader.read_folder(str(root / "data"), str(root / "docs"), Cache(None))
        clean(reading.problems + consistency.problems(reading))


def an_issue(text: str) -> None:
    try:
        body = source_file.text(text.encode("utf-8", "surrogatepass"), "x")
    except source_file.SourceError as said:
        assert str(said).endswith(".")
        return
    made = issue.file(body, names(), "2026-11-27")
    clean(reader.read_example(made.encode("utf-8", "surrogatepass"), "some.yml")[1])


def a_file_to_take_over(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.txt"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            found = headings.read(path)
        except source_file.SourceError as said:
            assert str(said).endswith(".")
            return
        headings.values(found, names())


def a_file_to_mend(text: str) -> None:
    done = autofix.autofix(text.encode("utf-8", "surrogatepass"), names())
    assert autofix.autofix(done.text.encode("utf-8", "surrogatepass"), names()).text == done.text


@functools.cache
def names() -> Names:
    return Names(reader.read_folder(str(SMALL / "data"), str(SMALL / "docs"), Cache(None)))


def a_ledger(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ledger.NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
        clean(addresses.line_problems(folder, "addresses.txt"))
        entries = ledger.read(folder)
        ledger.examples_by_code(library(), entries)
        clean(addresses.lost(library(), entries, "addresses.txt"))
        ledger.fresh(entries, ledger.current(library(), ["index.html"], entries))


def the_finder(text: str) -> None:
    """What the index tells of each document is told apart again."""
    cut = [text[n : n + 400] for n in range(0, len(text), 400)]
    docs = [index.Doc(((1.0, part),), tuple(part.split("\n")[:20])) for part in cut]
    joined = {t: frozenset({f}) for part in cut for t, f in index.joined_words(part.split())}
    terms = index.Analyser([index.phrase_stems(("risk", "danger"))], joined, {"homecare": "home"})
    vectors = [terms.vector(doc) for doc in docs]
    found = index.postings(
        (len(some), index.block(some))
        for some in (vectors[n : n + 3] for n in range(0, len(vectors), 3))
    )
    for term, posting in found.items():
        holders = [n for n, vector in enumerate(vectors) if term in vector]
        assert list(unfolded(posting.decode())) == holders, term
    assert index.script("x", {k: v.decode() for k, v in found.items()})


def unfolded(posting: str) -> Iterator[int]:
    """The numbers of the documents of a posting, read as the browser reads it."""
    codes, at, n = [index.DIGITS.index(digit) for digit in posting], 0, -1
    while at < len(codes):
        first, at = codes[at], at + 1
        more = 0 if first < index.NEAR else 1 if first < index.FAR else 3
        rest, at = codes[at : at + more], at + more
        far = (first - index.NEAR) * 91 if more == 1 else 0
        steps = first if not more else index.NEAR + far + functools.reduce(_digit, rest, 0)
        n += steps + 1
        at += 1 + codes[at] % (index.MOST_ASKS + 1)
        yield n


def _digit(sum: int, code: int) -> int:
    return sum * 91 + code


def the_guard(text: str) -> None:
    for finding in privacy.findings(text):
        assert finding.words and finding.rule in all_rules()


EXAMPLES = texts_of("tests/data/small/data/examples/*.yml", "examples_data/examples/a*.yml")
LISTS = texts_of("tests/data/small/data/*.yml", "tests/data/small/data/*/*.yml")
PAGES = texts_of("tests/data/small/docs/**/*.md", "docs/about/*.md", "docs/guides/r*.md")
ISSUES = (
    *texts_of("tests/data/issue-body.md"),
    "### Title\n\nA shared diary\n\n### Nation\n\n--\n",
)
SAID = (*EXAMPLES, *texts_of("tests/data/privacy/*.txt"))
DIRECTIVES = (
    "<!-- practice:examples theme=risk-enablement limit=5 -->",
    "<!-- practice:seen-in-practice section=one limit=2 -->\n<!-- practice:law nation=wales -->",
    "<!-- practice:count kind=example --> `<!-- practice:x -->`\n\n```\n<!-- practice:y -->\n```",
)
LEDGERS = ("# x\n/\nexamples/\ne/gccj/ examples/harbour-walks/\nguides/risk/#why-it-matters\n",)
TARGETS: dict[str, tuple[Callable[[str], None], tuple[str, ...]]] = {
    "example": (an_example, EXAMPLES),
    "list": (a_list, LISTS),
    "page": (a_page, PAGES),
    "page, second lock": (a_page_that_nobody_checked, (*PAGES, *hostile.payloads())),
    "directives": (directives, DIRECTIVES),
    "issue": (an_issue, (*ISSUES, *EXAMPLES)),
    "file to take over": (a_file_to_take_over, (*ISSUES, *PAGES)),
    "file to mend": (a_file_to_mend, EXAMPLES),
    "ledger": (a_ledger, LEDGERS),
    "finder": (the_finder, (*PAGES, *EXAMPLES)),
    "guard": (the_guard, SAID),
}


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_is_sent_ends_in_a_value_or_in_problems(name: str) -> None:
    take, texts = TARGETS[name]

    @settings(
        deadline=None,
        derandomize="PRACTICE_FUZZ" not in os.environ,
        database=None,
        max_examples=INPUTS,
        suppress_health_check=list(HealthCheck),
    )
    @given(changed(texts))
    def taken(text: str) -> None:
        take(text)

    taken()
