"""Guides and examples read aloud, in a real browser, with voices that stand in for a device's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.kinds import one_of_each

pytestmark = pytest.mark.xdist_group("listen")

VOICES = """
window.spoken = [];
window.voices = [
  {name: "Far", lang: "en-GB", localService: false},
  {name: "Odd", lang: "fr-FR", localService: true},
  {name: "Near", lang: "en-US", localService: true},
  {name: "Home", lang: "en-GB", localService: true},
];
class Utterance {constructor(words) {this.words = words;}}
const speech = Object.assign(new EventTarget(), {
  getVoices: () => window.voices,
  speak: (one) => {
    window.silent = window.silent || !one.words;
    if (window.silent || !one.words.trim()) return;
    window.now = one;
    window.spoken.push(one.words);
  },
  cancel: () => {
    const last = window.now;
    window.now = null;
    if (last) last.onerror({error: "interrupted"});
  },
});
window.finish = () => {const last = window.now; window.now = null; last.onend();};
Object.defineProperty(window, "speechSynthesis", {value: speech, configurable: true});
window.SpeechSynthesisUtterance = Utterance;
"""
"""Voices that speak until the test says that a sentence is over. As Chromium's on Linux, they say
nothing more once they were given an empty text."""
LISTEN = ".practice-head button:has-text('Listen')"
BAR = ".practice-listen"


@pytest.fixture
def guide(site: Path) -> str:
    return one_of_each(site)["guides/*"].removesuffix("index.html")


@pytest.fixture
def example(site: Path) -> str:
    return one_of_each(site)["examples/*"].removesuffix("index.html")


def begin(page: Any, address: str) -> None:
    """Opens a page and presses Listen by key."""
    page.add_init_script(VOICES)
    page.goto(address)
    page.locator(LISTEN).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(BAR)


def to_the_end(page: Any) -> list[str]:
    page.evaluate("() => {while (window.now) window.finish();}")
    return [str(words) for words in page.evaluate("window.spoken")]


def test_an_example_is_read_from_its_title_to_its_questions(
    page: Any, server: str, example: str
) -> None:
    begin(page, f"{server}/{example}")
    title = page.locator("h1").text_content()
    assert page.evaluate("window.now.voice.name") == "Home"
    spoken = to_the_end(page)
    assert spoken[0] == title
    heads = page.locator(".practice-body h2").all_text_contents()
    end = heads.index("Talk about it")
    assert [words for words in spoken if words in heads] == heads[: end + 1]
    assert not page.locator(BAR).count()
    assert page.locator(LISTEN).evaluate("b => b === document.activeElement")


def test_a_guide_is_read_without_its_citations_and_row_by_row(
    page: Any, server: str, guide: str
) -> None:
    begin(page, f"{server}/{guide}")
    rows = page.locator(".practice-body tbody tr").count()
    cited = page.locator(".practice-body a[href*='sources/#']").first.text_content()
    spoken = to_the_end(page)
    assert not [words for words in spoken if f"({cited})" in words or "\ufffc" in words]
    assert not [words for words in spoken if re.match(r"Sources?:", words)]
    assert not [words for words in spoken if words.startswith("Copy link")]
    if rows:
        assert [words for words in spoken if words.startswith("A table. ")]
    assert all(len(words) < 900 for words in spoken)


def test_what_is_folded_is_passed_over(page: Any, server: str, example: str) -> None:
    page.add_init_script(VOICES)
    page.goto(f"{server}/{example}")
    page.evaluate(
        """() => document.querySelector(".practice-body").insertAdjacentHTML("afterbegin",
        "<details><summary>More</summary><p>Folded words.</p></details><p hidden>Hidden words.</p>"
        )"""
    )
    page.locator(LISTEN).click()
    page.wait_for_selector(BAR)
    assert not [w for w in to_the_end(page) if w in ("Folded words.", "Hidden words.")]


def test_a_sentence_is_marked_and_the_mark_moves_on(page: Any, server: str, example: str) -> None:
    begin(page, f"{server}/{example}")
    for _ in range(4):
        words, marked = page.evaluate(
            """() => [window.now.words, [...CSS.highlights.get("practice-spoken")]
            .map((r) => r.toString()).join("")]"""
        )
        assert " ".join(marked.split()) == words
        assert page.locator(".practice-spoken").count() == 1
        page.evaluate("window.finish()")
    page.keyboard.press("Escape")
    assert not page.locator(".practice-spoken").count()
    assert page.evaluate("CSS.highlights.size") == 0


def test_without_highlights_the_block_is_marked(page: Any, server: str, example: str) -> None:
    page.add_init_script("delete window.Highlight;")
    begin(page, f"{server}/{example}")
    assert page.locator(".practice-spoken").text_content() == page.evaluate("window.now.words")


def test_pause_speed_back_and_next_by_key(page: Any, server: str, example: str) -> None:
    begin(page, f"{server}/{example}")
    assert page.evaluate("document.activeElement.textContent") == "Pause"
    page.evaluate("window.finish()")
    here = page.evaluate("window.now.words")
    page.keyboard.press("Enter")
    assert page.evaluate("window.now") is None
    page.keyboard.press("Enter")
    assert page.evaluate("window.now.words") == here
    page.locator(f"{BAR} select").select_option("1.5")
    assert page.evaluate("[window.now.words, window.now.rate]") == [here, 1.5]
    page.locator(f"{BAR} >> text=Back a sentence").press("Enter")
    assert page.evaluate("window.now.words") == page.locator("h1").text_content()
    page.locator(f"{BAR} >> text=Next part").press("Enter")
    first = page.locator(".practice-body h2").first.text_content()
    assert page.evaluate("window.now.words") == first


def test_it_stops_when_the_page_is_left(page: Any, server: str, example: str) -> None:
    begin(page, f"{server}/{example}")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("window.now") is None


def test_a_device_without_a_voice_of_its_own_says_so_and_sends_nothing(
    page: Any, server: str, example: str
) -> None:
    page.add_init_script(VOICES)
    page.goto(f"{server}/{example}")
    page.evaluate("window.voices = window.voices.slice(0, 2)")
    page.locator(LISTEN).click()
    page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    page.wait_for_selector("text=no English voice of its own")
    assert not page.locator(LISTEN).is_visible()
    assert page.evaluate("window.spoken") == []


def test_a_voice_of_the_device_in_firefox_on_linux_is_known_by_its_address(
    page: Any, server: str, guide: str
) -> None:
    near = "[{name: 'Far', lang: 'en-GB', localService: false, voiceURI: 'https://example.org'},"
    near += (
        "{name: 'Its own', lang: 'en-GB', localService: false, voiceURI: 'urn:moz-tts:speechd:x'}]"
    )
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{window.voices = {near};}})")
    begin(page, f"{server}/{guide}")
    assert page.evaluate("window.now.voice.name") == "Its own"


def test_voices_that_come_late_are_waited_for(page: Any, server: str, example: str) -> None:
    page.add_init_script(VOICES + "window.kept = window.voices; window.voices = [];")
    page.goto(f"{server}/{example}")
    page.locator(LISTEN).click()
    page.wait_for_function("() => window.practiceListen")
    page.evaluate("window.voices = kept; speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    page.wait_for_selector(BAR)


def test_without_speech_nothing_is_shown(page: Any, server: str, example: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto(f"{server}/{example}")
    assert page.locator(".practice-copy").count()
    assert not page.locator(LISTEN).count()


def test_the_script_comes_only_when_it_is_asked_for_and_nothing_leaves(
    page: Any, server: str, guide: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(VOICES)
    page.goto(f"{server}/{guide}")
    assert not [url for url in asked if "listen.js" in url]
    page.locator(LISTEN).click()
    page.wait_for_selector(BAR)
    to_the_end(page)
    assert [url for url in asked if "listen.js" in url]
    assert [url for url in asked if not url.startswith(server)] == []


def test_it_reads_from_a_disk(page: Any, site: Path, example: str) -> None:
    begin(page, f"{(site / example / 'index.html').as_uri()}")
    assert page.evaluate("window.now.words") == page.locator("h1").text_content()


def test_the_bar_fits_a_small_telephone(page: Any, server: str, example: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    begin(page, f"{server}/{example}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    run = pytest.importorskip("axe_playwright_python.sync_playwright")
    violations = run.Axe().run(page).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations] == []
