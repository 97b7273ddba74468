"""Hostile texts in every text of every kind of file, through a real build into every output: they
run nothing, load nothing, change no form, and stand there as they were typed.

A small part in every run; `make thorough` takes every text. It can be taken in parts:
`PRACTICE_THOROUGH=1 PRACTICE_PART=2/6 .venv/bin/pytest -n0 tests/test_hostile.py -k typed`.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import lxml.html
import pytest
from pydantic import TypeAdapter
from tests import hostile, hostile_site, kinds, outputs
from tests.conftest import THOROUGH, build, serving
from tests.hostile_site import Planting, Text

from practice.kinds import KINDS
from practice.model import Example
from practice.reading import document
from practice.reading.document import HIDDEN

pytestmark = pytest.mark.slow

PAYLOADS = hostile.payloads()
COPIES, EACH = (24, 12) if THOROUGH else (1, 3)
PART, PARTS = map(int, os.environ.get("PRACTICE_PART", "1/1").split("/"))
SHARES = [PAYLOADS[number::COPIES] for number in range(COPIES)][PART - 1 :: PARTS]
AS_SEEN = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]|[\u0300-\u036f]{2}")
"""What a reader of PDF gives as it is drawn, though the file says what it is: words that run from
right to left, and several marks on one letter.
"""
WORD = re.compile(r"\bzq\d+y\b")
WITHHELD = ("covers", "reference", "checked_by_role")
NOT_PLANTED = {"deck", "easy", "licence", "notice", "reason", "rule", "text of privacy"}
"""Texts that no stranger writes freely: they are made, chosen from a list, must be found, or are
short sentences by rule.
"""
NO_WORDS = {"pattern", "enum", "const"}
"""What the schema of a text has that is no words: an id, a choice, a day."""
HTTP_EQUIV = ("content-security-policy", "refresh")
RELS = {
    *("alternate", "canonical", "describedby", "icon", "license", "manifest", "next", "prev"),
    *("preload", "search", "stylesheet", "item", "type"),
}


class Built(NamedTuple):
    planting: Planting
    site: Path

    def files(self) -> Iterator[tuple[str, bytes]]:
        for path in sorted(self.site.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.site).as_posix(), path.read_bytes()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("hostile") / "project"
    planting = hostile_site.make(root, SHARES, EACH)
    done = build(root)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return Built(planting, root / "site")


# ---------- what is planted ----------


def texts_of(model: Any) -> set[str]:
    """The names of the fields of a model, and of its groups, that hold words."""
    schema = TypeAdapter(model).json_schema(by_alias=True)
    groups = {model.__name__: schema, **schema.get("$defs", {})}
    return {
        f"{field} of privacy" if name == "Privacy" and field == "text" else field
        for name, group in groups.items()
        for field, about in group.get("properties", {}).items()
        if _holds_words(about)
    }


def _holds_words(about: dict[str, Any]) -> bool:
    choices = [c for c in about.get("anyOf", [about]) if c.get("type") != "null"]
    if "items" in choices[0]:
        return _holds_words(choices[0]["items"])
    return (
        choices[0].get("type") == "string"
        and choices[0].get("format", "markdown") == "markdown"
        and not NO_WORDS & choices[0].keys()
    )


def test_every_text_of_every_kind_is_planted(built: Built) -> None:
    """A new field is planted too: who adds one gives it a value in the small library or in FULL."""
    planted: dict[Any, set[str]] = defaultdict(set)
    for kind, where in built.planting.tried_in:
        planted[KINDS[kind].model] |= {str(part) for part in where}
    for kind in (kind for kind in KINDS.values() if kind.file):
        assert texts_of(kind.model) - NOT_PLANTED <= planted[kind.model], kind.name
    assert len(built.planting.planted) > 150


# ---------- what comes out ----------


def squeezed(words: str, end: str = "") -> str:
    """Words without spaces and case, since lists begin a title small; what the finder searches
    without signs too.
    """
    close = re.sub(r"\s+", "", words).casefold().removeprefix("madeupforlearning.")
    return re.sub(r"[\W_]+", "", close) if end == ".js" else close


def test_every_text_stands_in_every_output_as_it_was_typed(built: Built) -> None:
    by_word = {text.last: text for text in built.planting.planted}
    seen: dict[str, set[str]] = defaultdict(set)
    for path, raw in built.files():
        for words in outputs.texts(path, raw):
            for word in set(WORD.findall(words)) & by_word.keys():
                text, end = by_word[word], Path(path).suffix
                seen[end].add(word)
                seen[text.file, text.where].add(end)
                if not (text.markdown or path == "find/spelling.js"):
                    assert squeezed(text.typed, end) in whole(words, text, path), (path, words)
    assert {".html", ".json", ".jsonld", ".xml", ".md", ".txt", ".csv", ".xlsx"} <= seen.keys()
    assert {".sqlite", ".ris", ".bib", ".ics", ".pdf", ".docx", ".pptx", ".imscc"} <= seen.keys()
    for text in built.planting.planted:
        withheld = text.where[-1] in WITHHELD and "/examples/" in text.file
        assert not (withheld and seen[text.file, text.where]), text


def whole(words: str, text: Text, path: str) -> str:
    """A text of an output, to find another in. A PDF may show a square for a sign that its font
    lacks: there, and where it is given as it is drawn, the text passes.
    """
    if path.endswith(".pdf") and ("□" in words or AS_SEEN.search(text.typed)):
        return squeezed(text.typed)
    if path.endswith("oembed.json") and words.startswith("<iframe"):
        return squeezed("".join(map(str, lxml.html.fragment_fromstring(words).attrib.values())))
    return squeezed(words, Path(path).suffix)


def test_no_page_holds_anything_that_runs_loads_or_sends(built: Built) -> None:
    pages = 0
    for path, raw in built.files():
        if path.endswith(".html"):
            pages += 1
            for element in lxml.html.document_fromstring(raw.decode()).iter():
                if isinstance(element.tag, str):
                    assert_tame(path, element)
    assert pages > 50


def assert_tame(path: str, element: Any) -> None:
    tag, told = element.tag, (path, lxml.html.tostring(element)[:300])
    assert tag not in ("iframe", "object", "embed", "base", "frame", "applet", "style"), told
    assert tag != "meta" or (element.get("http-equiv") or "refresh").lower() in HTTP_EQUIV, told
    assert tag != "link" or set(element.get("rel").split()) <= RELS, told
    if tag == "script" and not element.get("src"):
        assert element.get("type") in ("application/ld+json", "application/json"), told
    for name, value in element.attrib.items():
        assert not name.startswith("on") and name not in ("style", "srcdoc", "formaction"), told
        if name in ("src", "action", "data", "poster", "background"):
            drawn = re.fullmatch(r"data:image/png;base64,[A-Za-z0-9+/=]+", value)
            assert drawn or not re.match(r"\s*([a-z]+:|[/\\]{2})", value, re.I), told
        if name == "href":
            scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", value, re.I)
            assert not scheme or scheme[1] in ("https", "http", "mailto"), told
            assert hostile.HOST not in value or tag == "a", told


# ---------- in a browser ----------

WATCH = """
window.reports = [];
addEventListener("securitypolicyviolation", (e) => reports.push(e.violatedDirective));
"""
LOOK = """() => ({
  reports: window.reports,
  forms: [...document.forms].map((form) => new URL(form.getAttribute("action") || "",
    document.baseURI).host).filter((host) => host !== location.host),
  polluted: Object.keys(Object.prototype).concat(({}).a || []),
  foreign: document.querySelectorAll("iframe, object, embed, base, [onclick], [onerror]").length,
})"""


class Watched:
    """A page of a browser that notes whatever hostile text would do."""

    def __init__(self, page: Any, server: str):
        self.page, self.server = page, server
        self.noted: list[str] = []
        page.add_init_script(WATCH)
        page.on(
            "dialog",
            lambda dialog: (self.noted.append(f"dialog {dialog.message}"), dialog.dismiss()),
        )
        page.on("request", self._request)
        page.on("popup", lambda other: self.noted.append(f"window {other.url}"))
        page.on("download", lambda file: self.noted.append(f"download {file.url}"))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.noted.append(f"error {error}"))

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.noted.append(f"request {request.url}")

    def _console(self, message: Any) -> None:
        if "Content Security Policy" in message.text:
            self.noted.append(f"policy {message.text}")

    def open(self, address: str) -> None:
        self.page.goto(f"{self.server}/{address}", wait_until="load")
        found = self.page.evaluate(LOOK)
        assert found == {"reports": [], "forms": [], "polluted": [], "foreign": 0}, address
        assert self.noted == [], address


@pytest.fixture
def watched(browser: Any, built: Built) -> Iterator[Watched]:
    with serving(built.site) as server:
        context = browser.new_context()
        yield Watched(context.new_page(), server)
        context.close()


def test_in_a_browser_nothing_runs_and_nobody_else_is_asked(watched: Watched, built: Built) -> None:
    every = [path.removesuffix("index.html") for path, _ in built.files() if path.endswith(".html")]
    for address in every if THOROUGH else kinds.one_of_each(built.site).values():
        if not address.startswith("e/") and not kinds.leads_on(built.site, address):
            watched.open(address)
    for end in ("data/outcomes-in-practice.json", "feeds/examples.xml", "examples/index.md"):
        if (built.site / end).exists() and THOROUGH:
            watched.open(end)


ADDRESSES = (
    *("examples/?q={}", "examples/?theme={}&sort={}", "my-list/?ids={}", "teach/build/?title={}"),
    *("teach/build/?items={}", "reflect/?of={}", "contribute/form/?title={}&themes={}&context={}"),
    *("contribute/short/#{}", "self-review/?view={}", "glossary/#{}", "coverage/?view={}"),
)


def test_nothing_in_an_address_runs(watched: Watched) -> None:
    tried = PAYLOADS if THOROUGH else PAYLOADS[::200]
    for number, payload in enumerate(tried):
        told = quote(payload.encode("utf-8", "replace").decode(), safe="")
        several = ADDRESSES[number * 3 % len(ADDRESSES) :][:3]
        for address in several:
            watched.open(address.replace("{}", told))


LONG = {
    "question": "examples/?q=" + "x" * 40_000,
    "words": "examples/?q=" + "+".join(map(str, range(9_000))),
    "choices": "examples/?" + "&".join(f"theme=t{n}" for n in range(6_000)),
    "pack": "teach/build/?items=" + "_".join(f"e.a{n}" for n in range(6_000)),
    "list": "my-list/?ids=" + ",".join(f"a{n}" for n in range(8_000)),
    "title": "contribute/form/?title=" + "x" * 40_000,
}


@pytest.mark.parametrize("name", LONG)
def test_no_address_keeps_a_page_busy(watched: Watched, name: str) -> None:
    watched.open(LONG[name])
    watched.page.wait_for_function("() => document.readyState === 'complete'")


def test_a_store_full_of_ids_asks_for_few_files(watched: Watched) -> None:
    asked: list[str] = []
    watched.open("robots.txt")
    watched.page.evaluate(
        "n => localStorage.setItem('practice-kept', JSON.stringify([...Array(n).keys()]"
        ".map((id) => 'a-' + id)))",
        5_000,
    )
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.open("my-list/")
    watched.page.wait_for_function("() => document.querySelector('#my-list-rows li')")
    assert len(asked) < 300


STORED = (
    "practice-draft",
    "practice-short",
    "practice-kept",
    "practice-self-review",
    "practice-nation",
    "practice-sheet:",
)
STORED_FOR = ("contribute/form/", "contribute/short/", "my-list/", "self-review/", "law/")


def test_a_draft_in_the_browser_is_shown_as_it_was_typed(watched: Watched, built: Built) -> None:
    """Whatever a script of another page of the host put there, or a person typed."""
    page, seen = watched.page, [p for p in PAYLOADS if p.strip() and not HIDDEN.search(p)]
    texts = [name for name, about in Example.model_fields.items() if about.annotation is str]
    for start in range(0, len(seen) if THOROUGH else 40, 40):
        some = seen[start : start + 40]
        value = {name: " ".join(some[n].split()) for n, name in enumerate(texts) if n < len(some)}
        value |= {"context": "\n\n".join(some), "questions": [{"ask": some[-1], "use": "team"}]}
        watched.open("contribute/form/")
        page.evaluate(
            "v => localStorage.setItem('practice-draft', JSON.stringify(v))", {"value": value}
        )
        watched.open("contribute/form/")
        page.focus("#f-title")
        page.wait_for_selector("#practice-form[data-ready]", state="attached")
        told = page.evaluate("practiceForm.yaml(practiceForm.state.value)")
        assert page.input_value("#f-title") == value["title"]
        assert value["title"] in page.inner_text("main") or not value["title"]
        read = document.read(told.encode(), "x.yml").value
        assert " ".join(read["context"].split()) == " ".join(value["context"].split())
        assert watched.noted == []


POISONS = (
    "[5, null]",
    '["<img src=x onerror=alert(1)>"]',
    '{"title": 5, "x": []}',
    '"<b>"',
    "{",
    "null",
)


@pytest.mark.parametrize("poison", POISONS if THOROUGH else POISONS[:3])
def test_a_poisoned_store_leaves_every_page_alive(watched: Watched, poison: str) -> None:
    watched.open("robots.txt")
    watched.page.evaluate(
        "([keys, v]) => keys.forEach((k) => localStorage.setItem(k, v))", [STORED, poison]
    )
    for address in STORED_FOR:
        watched.open(address)
