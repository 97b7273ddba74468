"""One page of each kind in every state: axe, the keyboard, zoom, the policy, no outside request;
without scripts; on paper; from a folder.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest
from tests import accessibility, html_checker, kinds
from tests.browser_setup import in_ci
from tests.conftest import build
from tests.examples import EXAMPLE

PARTS = 6
"""The kinds are looked at in so many parts, so that workers share them."""


def some(site: Path, part: int) -> dict[str, str]:
    """Every so-many-th kind with its address."""
    pages = {
        kind: address
        for kind, address in kinds.one_of_each(site).items()
        if not kinds.leads_on(site, address)
    }
    return {kind: pages[kind] for kind in sorted(pages)[part::PARTS]}


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_the_keyboard_and_zoom_find_no_fault(
    part: int, site: Path, server: str, browser: Any
) -> None:
    faults = [
        fault
        for kind, address in some(site, part).items()
        for fault in accessibility._look_at(browser, f"{server}/{address}", kind)["faults"]
    ]
    assert faults == []


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_keep_their_policy_ask_no_other_host_and_set_no_cookie(
    part: int, site: Path, server: str, browser: Any
) -> None:
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on(
        "console",
        lambda message: (
            told.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            told.append(request.url)
            if not request.url.startswith((server, "data:", "blob:"))
            else None
        ),
    )
    for address in some(site, part).values():
        page.goto(f"{server}/{address}")
        page.wait_for_load_state("networkidle")
    assert told == []
    assert context.cookies() == []
    context.close()


def test_every_page_can_be_read_without_scripts(site: Path, server: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    for part in range(PARTS):
        for kind, address in some(site, part).items():
            page.goto(f"{server}/{address}")
            assert page.locator("h1").first.is_visible(), kind
            if not kind.startswith(("embed", "404")):
                assert page.locator(".practice-nav a").first.is_visible(), kind
    context.close()


def test_the_html_checker_finds_no_error(site: Path) -> None:
    errors = html_checker.check(site)
    if errors is None:
        pytest.skip("no Nu HTML checker: it needs Java, and npm to fetch it")
    assert errors == []


def pdf_of(page: Any, address: str) -> pypdf.PdfReader:
    """A page as it is printed."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))


def test_an_example_prints_as_a_handout(page: Any, server: str) -> None:
    pages = pdf_of(page, f"{server}/examples/{EXAMPLE}/").pages
    words = " ".join(p.extract_text() for p in pages)
    assert len(pages) <= 4
    assert "CC BY 4.0" in words and f"/examples/{EXAMPLE}/" in words.replace(" ", "").replace(
        "\n", ""
    )
    assert "Improve this page" not in words and "Colours" not in words


def test_cards_print_eight_to_a_page(page: Any, server: str, site: Path) -> None:
    cards = (
        (site / "cards" / "risk" / "index.html").read_text("utf-8").count('class="practice-card"')
    )
    assert len(pdf_of(page, f"{server}/cards/risk/").pages) == -(-cards // 8)


def test_the_offline_copy_works_from_a_folder(
    built_project: Path, tmp_path: Path, page: Any
) -> None:
    copy = tmp_path / "project"
    shutil.copytree(built_project, copy, symlinks=True)
    done = build(copy, "--no-downloads", "--offline")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(copy / "site" / "downloads" / "outcomes-in-practice.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    home = min((tmp_path / "unpacked").rglob("index.html"), key=lambda path: len(path.parts))
    page.goto(home.as_uri())
    page.get_by_role("link", name="Leadership").first.click()
    assert page.locator("h1").inner_text() == "Leadership"
    page.get_by_role("link", name="Find an example").first.click()
    page.wait_for_selector(".practice-rows a")


def test_ci_runs_browser_tests(browser: Any) -> None:
    assert browser or not in_ci()
