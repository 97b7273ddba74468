"""What all tests share: one site, built once for a run from a copy of the project; a server for it;
a browser.
"""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import browser_setup

from practice.application import day, set_up
from practice.application.project import project

ROOT = Path(__file__).parent.parent
COPIED = ("hooks", "overrides", "docs", "examples_data", "mkdocs.yml")
"""What a build reads. Tests build from a copy, so that no test touches the working tree."""
SET_UP = {
    "site_name": "Outcomes in Practice",
    "site_url": "https://outcomes-in-practice.example/",
    "repo_url": "https://code.outcomes-in-practice.example/library",
    "extra.contact": "examples@outcomes-in-practice.example",
}
"""The name and the addresses of every copy, whatever those of the library are by now."""
EPOCH = "1795000000"
"""The one day on which copies of the project are built."""
THOROUGH = bool(os.environ.get("PRACTICE_THOROUGH"))
"""Whether tests that draw by lot try as often as before a release: `make thorough`."""


class ScriptError(Exception):
    """A script of the page failed. Such a test is never tried again: the fault is the page's."""


def pytest_configure() -> None:
    """Commands in copies of the project know the day of the project, outside a repository too."""
    try:
        seconds = day._last_commit(str(ROOT))
    except day.DayError:
        seconds = EPOCH
    os.environ.setdefault("SOURCE_DATE_EPOCH", seconds)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test by what it needs, so that `make quick` can leave out the dear ones.

    In CI, where machines are busy, a test in a browser that was late is tried twice more, as
    Playwright's own template does. The summary names each retry.
    """
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if "browser" in needs:
            item.add_marker(pytest.mark.browser)
        if needs & {"browser", "engine"} and browser_setup.in_ci():
            item.add_marker(pytest.mark.flaky(reruns=2, rerun_except="ScriptError"))
        if needs & {"built_project", "site"}:
            item.add_marker(pytest.mark.site)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def built_project(shared: Path) -> Path:
    """A copy of the project with its site built in `site/`, made once for a run."""
    copy = shared / "project"
    with open(shared / "project.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (copy / "built").exists():
            copy_project(copy)
            done = build(copy)
            assert done.returncode == 0, done.stderr
            (copy / "built").touch()
    return copy


def copy_project(to: Path) -> None:
    """Copies what a build reads, and sets the copy up with the names that tests expect."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source,
                to / name,
                ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"),
                dirs_exist_ok=True,
            )
        else:
            shutil.copy2(source, to / name)
    set_up.write(project(str(to)), SET_UP)


def build(copy: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `practice build` on a copy of the project."""
    return practice(copy, "build", *options, **environment)


def practice(copy: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command on a copy of the project, in its folder."""
    return subprocess.run(
        [sys.executable, "-m", "practice", *command],
        env={**environment_of(copy), **environment},
        cwd=copy,
        capture_output=True,
        text=True,
    )


def environment_of(copy: Path) -> dict[str, str]:
    """The environment in which a copy of the project runs: its own code, its own folders, one fixed
    day.
    """
    own = {
        "PRACTICE_ROOT": str(copy),
        "PYTHONPATH": str(copy / "hooks"),
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
    }
    return {**os.environ, **own}


@pytest.fixture(scope="session")
def site(built_project: Path) -> Path:
    """The folder of a built site. Read it; do not write to it."""
    return built_project / "site"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a plain host does: 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = os.path.join(self.directory, "404.html")
        if code != 404 or not os.path.exists(lost):
            return super().send_error(code, message, explain)
        with open(lost, "rb") as file:
            raw = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)
        return None


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of a server for the built site, without a slash at its end."""
    with serving(site) as address:
        yield address


class serving:  # noqa: N801 - read as a word: with serving(folder) as address
    """Serves a folder while the block lasts."""

    def __init__(self, folder: Path, handler: type[Handler] = Handler):
        self.http = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
        )
        self.http.daemon_threads = True

    def __enter__(self) -> str:
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{self.http.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Playwright's Chromium.

    Where there is none, browser tests are skipped; in CI that is an error.
    """
    path = browser_setup.chromium()
    if not path:
        reason = (
            "no Chromium: run `python -m tests.browser_setup` as root, or set PRACTICE_CHROMIUM"
        )
        pytest.fail(reason) if browser_setup.in_ci() else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=browser_setup.FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page in a context of its own, 1280 by 900, light. A script that fails, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    if faults:
        raise ScriptError("; ".join(faults))
