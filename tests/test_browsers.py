"""The journeys that matter, in three browsers: find, read, keep and share a list, send, build a
pack, slides, cards, reflect, print, and all from a disk.

`make test` runs them where the browsers are installed, and CI always does.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from tests import browser_setup, browsers
from tests.browsers import Engine
from tests.conftest import Handler, ScriptError, serving
from tests.kinds import one_of_each

pytestmark = pytest.mark.all_browsers

LISTEN = b"""(() => {
  const keep = (words) => {
    const told = JSON.parse(sessionStorage.getItem("faults") || "[]");
    sessionStorage.setItem("faults", JSON.stringify(told.concat(location.pathname + ": " + words)));
  };
  addEventListener("error", (e) => { if (e.message) keep(e.message); });
  addEventListener("unhandledrejection", (e) => keep(String(e.reason)));
  addEventListener("securitypolicyviolation", (e) => keep("policy: " + e.violatedDirective));
})();
"""
"""Put before the first script of every page: what fails on a page, fails the journey."""
FAULTS = "return JSON.parse(sessionStorage.getItem('faults') || '[]')"


class Listening(Handler):
    """Serves a site whose pages remember what failed."""

    def do_GET(self) -> None:  # noqa: N802 - the name that the server calls
        if not self.path.endswith("/assets/early.js"):
            return super().do_GET()
        raw = LISTEN + Path(self.translate_path(self.path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)
        return None


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with serving(site, Listening) as address:
        yield address


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in browser_setup.ENGINES
    ],
)
def started(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Each engine, started once."""
    name = request.param
    if not browser_setup.ENGINES[name]():
        reason = f"no {name}: run `python -m tests.browser_setup` as root"
        pytest.fail(reason) if browser_setup.in_ci() else pytest.skip(reason)
    if name == "chromium":
        chromium = request.getfixturevalue("browser")
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        yield browsers.Playwright(context.new_page())
        context.close()
        return
    with browsers.ENGINES[name](tmp_path_factory.mktemp(name)) as engine:
        yield engine


@pytest.fixture
def engine(started: Engine, base: str) -> Iterator[Engine]:
    """An engine that remembers nothing of other journeys. A script that fails, fails the test."""
    started.open(f"{base}/about/")
    started.run("localStorage.clear(); sessionStorage.clear();")
    yield started
    started.open(f"{base}/about/")
    faults = started.run(FAULTS)
    if faults:
        raise ScriptError("; ".join(faults))


@pytest.fixture
def kinds(site: Path) -> dict[str, str]:
    """A page of each kind."""
    return one_of_each(site)


def heading(engine: Engine) -> str:
    return engine.text("h1").strip()


def arrived(engine: Engine, title: str) -> None:
    """Waits for the page of a title."""
    engine.wait(
        "const e = document.querySelector('h1');"
        " return !!e && e.textContent.trim() === arguments[0]",
        title,
    )


def found(engine: Engine) -> str:
    """The title of the first example that was found."""
    engine.wait(
        "const e = document.getElementById('finder-found');"
        " return !!e && e.dataset.complete === 'yes' && !!e.querySelector('h3 a')"
    )
    return engine.text("#finder-found h3 a")


def test_find(engine: Engine, base: str) -> None:
    engine.open(f"{base}/examples/")
    engine.write("#finder-q", "afraid of risk")
    engine.press("Enter")
    title = found(engine)
    assert engine.run("return document.querySelectorAll('#finder-found mark').length") > 0
    engine.click("#finder-found h3 a")
    arrived(engine, title)
    engine.back()
    engine.wait("return location.search === '?q=afraid+of+risk'")
    assert found(engine) == title


def test_narrow_a_list(engine: Engine, base: str) -> None:
    engine.open(f"{base}/examples/")
    engine.click("[data-facet=setting] > summary")
    engine.click("[data-facet=setting] input")
    engine.wait("return location.search.startsWith('?setting=')")
    found(engine)
    engine.click(".practice-chosen [data-drop]")
    engine.wait("return location.search === ''")


def test_read_a_guide_and_a_word(engine: Engine, base: str, kinds: dict[str, str]) -> None:
    engine.open(f"{base}/{kinds['guides/*']}")
    assert heading(engine)
    engine.click(".practice-term")
    engine.wait_for(".practice-meaning")
    engine.press("Escape")
    engine.wait("return document.querySelector('.practice-meaning').hidden")
    wide = engine.run("return document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_keep_and_share_a_list(engine: Engine, base: str, kinds: dict[str, str]) -> None:
    engine.open(f"{base}/{kinds['examples/*']}")
    title = heading(engine)
    engine.click(".practice-keep-page")
    engine.open(f"{base}/my-list/")
    engine.wait_for("#my-list-rows h2")
    assert engine.text("#my-list-rows h2") == title
    engine.click("[data-do=share]")
    shared = engine.wait("return document.getElementById('my-list-copied').value")
    engine.click("[data-do=clear]")
    engine.wait("return document.querySelectorAll('#my-list-rows > li').length === 0")
    engine.open(shared)
    engine.wait_for("#my-list-rows h2")
    assert engine.text("#my-list-rows h2") == title


def test_send(engine: Engine, base: str) -> None:
    """The form is there to write in, speaks up on Continue, and goes on; its own tests go through
    it.
    """
    engine.open(f"{base}/contribute/form/")
    field = engine.wait(
        "const e = [...document.querySelectorAll('article textarea, article input[type=text],"
        " article input:not([type])')].find((one) => one.getClientRects().length);"
        " if (e && !e.id) e.id = 'first-field'; return e && e.id"
    )
    engine.write(f"[id='{field}']", "Tea at eleven")
    assert engine.run("return document.getElementById(arguments[0]).value", field).strip()
    engine.click("#long-on button")
    engine.wait("return document.title.startsWith('Error: ')")
    engine.run("location.hash = 'story'")
    engine.wait("return document.activeElement.matches('h1')")
    assert heading(engine)


def test_build_a_pack(engine: Engine, base: str) -> None:
    engine.open(f"{base}/teach/build/")
    engine.write("#pack-title", "Together")
    engine.click("[data-choice=e] li:nth-child(1) input")
    engine.click("[data-choice=e] li:nth-child(2) input")
    engine.wait("return document.getElementById('pack-total').textContent.startsWith('2 parts')")
    first = engine.text("#pack-items > li [data-title]")
    engine.click("#pack-items > li:nth-child(2) [data-move='-1']")
    assert engine.text("#pack-items > li:nth-child(2) [data-title]") == first
    engine.click("[data-pack=read]")
    engine.wait_for("#pack-parts > li")
    assert engine.text("#pack-name") == "Together"
    assert "title=Together" in engine.run("return location.search")


def test_show_slides(engine: Engine, base: str, kinds: dict[str, str]) -> None:
    """Without full screen: on a screen without a window manager WebKit's driver is lost there."""
    engine.open(f"{base}/{kinds['sessions/*/slides']}")
    engine.run("Element.prototype.requestFullscreen = () => Promise.reject(new Error('no'))")
    engine.click("[data-show]")
    engine.wait_for(".practice-slide.is-shown")
    engine.press("ArrowRight")
    assert "Slide 2 of" in engine.text(".practice-show p")
    engine.press("Escape")
    engine.wait("return !document.querySelector('.is-shown')")


def test_show_cards(engine: Engine, base: str, kinds: dict[str, str]) -> None:
    engine.open(f"{base}/{kinds['cards/*']}")
    engine.click("[name=one]")
    shown = "return [...document.querySelectorAll('.practice-card')].filter((e) => e.offsetParent)"
    engine.wait(f"{shown}.length === 1")
    before = engine.run(f"{shown}[0].id")
    engine.click("[name=next]")
    assert engine.run(f"{shown}[0].id") != before


def test_reflect(engine: Engine, base: str) -> None:
    engine.open(f"{base}/reflect/")
    engine.write("#sheet-why", "Because it matters")
    engine.open(f"{base}/reflect/")
    value = "return document.getElementById('sheet-why').value"
    assert engine.run(value) == "Because it matters"
    engine.click("[data-sheet=clear]")
    assert engine.run(value) == ""
    engine.click("[data-sheet=back]")
    assert engine.run(value) == "Because it matters"


PAPER = """
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule.media && /print|screen/.test(rule.media.mediaText))
        rule.media.mediaText = rule.media.mediaText === "print" ? "all" : "not all";
"""
"""Draws a page on the screen as on paper: not every driver can print."""
SHOWN = (
    "return arguments[0].filter((name) => [...document.querySelectorAll(name)].some((e) =>"
    " e.getClientRects().length))"
)
LYING = """
  return [...document.querySelectorAll('.practice-board thead th + th span')].filter((words) => {
    const box = words.getBoundingClientRect();
    return box.width > box.height;
  }).map((words) => words.textContent);
"""
"""Heads of the board that are not turned: one over the other, they could not be read."""


@pytest.mark.parametrize("kind", ["guides/*", "examples/*", "sessions/*", "coverage"])
def test_print(kind: str, engine: Engine, base: str, kinds: dict[str, str]) -> None:
    engine.open(f"{base}/{kinds[kind]}")
    pdf = engine.printed()
    if pdf:
        words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
        assert "CC BY 4.0" in words and "Colours" not in words and "Copy link" not in words
    engine.run(PAPER)
    away = [".practice-header", ".practice-footer", ".practice-crumbs", ".practice-copy", "#cite"]
    assert engine.run(SHOWN, away) == []
    assert engine.run(SHOWN, [".practice-paper", "h1"]) == [".practice-paper", "h1"]
    assert engine.run(LYING) == []


def test_from_a_disk(engine: Engine, base: str, site: Path, kinds: dict[str, str]) -> None:
    engine.open((site / "index.html").as_uri())
    engine.write("#q", "supervision")
    engine.press("Enter")
    engine.wait("return location.pathname.endsWith('/examples/index.html')")
    title = found(engine)
    engine.click("#finder-found h3 a")
    arrived(engine, title)
    engine.open((site / kinds["sessions/*/slides"] / "index.html").as_uri())
    assert engine.run("return document.querySelectorAll('.practice-slide').length") > 3
    engine.open((site / "my-list/index.html").as_uri() + "?ids=" + Path(kinds["examples/*"]).name)
    engine.wait_for("#my-list-rows h2")
