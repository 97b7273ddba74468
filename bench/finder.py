"""How good the finder is: real questions in staff's words, asked in a browser, and whether what a
knowledgeable person would hand over comes first.

It also weighs one question on the wire: bytes and time to the first result, on 10 Mbit/s with 40 ms
to the server where the page stands already, and on 400 kbit/s with 400 ms where it does not.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

import yaml
from tests.browser_setup import FLAGS, chromium

from .corpus import Story, stories
from .measure import run
from .ours import PROJECT, Ours, real_terms

QUESTIONS = os.path.join(os.path.dirname(__file__), "questions.yml")
RESULT = "#finder-found [data-number] h3 a"
COMPLETE = "() => document.getElementById('finder-found').dataset.complete === 'yes'"
ASKED = (
    "risk",
    "supervision",
    "home care",
    "I supervise home care staff, and everyone is afraid of risk",
)
"""What is weighed: two single words, one phrase, and a whole question."""


def _line(bits: int, latency: int) -> dict[str, Any]:
    """A line to the server: bits a second each way, and milliseconds."""
    return {
        "offline": False,
        "latency": latency,
        "downloadThroughput": bits / 8,
        "uploadThroughput": bits / 8,
    }


LINE = _line(10_000_000, 40)
SLOW = _line(400_000, 400)


@dataclass(frozen=True)
class Answer:
    """One question, and at which places what was wanted came, from 1; nothing when it did not."""

    ask: str
    places: tuple[int, ...]
    first: tuple[str, ...]
    """The first three ids that came."""


@dataclass(frozen=True)
class Cost:
    """What one question costs a reader."""

    ask: str
    first_visit: bool
    """Whether the page and all that it needs came with the answer, on a slow line."""
    bytes: int
    seconds: float


def questions() -> dict[str, list[dict[str, Any]]]:
    """Lists of questions by name."""
    with open(QUESTIONS, encoding="utf-8") as file:
        return dict(yaml.load(file, yaml.CSafeLoader))


def within(answers: list[Answer], most: int) -> int:
    """How many questions have something that was wanted among the first few."""
    return sum(any(place <= most for place in answer.places) for answer in answers)


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


class _Squeezing(http.server.SimpleHTTPRequestHandler):
    """Sends text as a host does: gzipped."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        path = self.translate_path(self.path)
        path = os.path.join(path, "index.html") if os.path.isdir(path) else path
        if not path.endswith((".html", ".js", ".json", ".css", ".svg")) or not os.path.isfile(path):
            with suppress(BrokenPipeError):
                super().do_GET()
            return
        with open(path, "rb") as file:
            raw = gzip.compress(file.read(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        with suppress(BrokenPipeError):  # the browser went on to the next question
            self.wfile.write(raw)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: a browser that has what it wants, or is closed, hangs up."""


@contextmanager
def served(folder: str) -> Iterator[str]:
    """The address of a server for a folder."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Squeezing, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def answers(page: Any, examples: str, asked: list[dict[str, Any]]) -> Iterator[Answer]:
    """Each question asked at an address of the list of examples, and what came."""
    for question in asked:
        page.goto(f"{examples}?q={quote_plus(question['ask'])}")
        page.wait_for_function(COMPLETE)
        ids = [
            address.rstrip("/").removesuffix("/index.html").rsplit("/", 1)[-1]
            for address in page.eval_on_selector_all(RESULT, "all => all.map(a => a.href)")
        ]
        places = tuple(ids.index(id) + 1 for id in question["want"] if id in ids)
        yield Answer(question["ask"], tuple(sorted(places)), tuple(ids[:3]))


def cost(opened: Any, examples: str, ask: str) -> Cost:
    """Bytes on the wire and seconds from the moment of asking to the first result; the page itself
    stands already.
    """
    context = opened.new_context()
    page = context.new_page()
    page.goto(examples)
    page.wait_for_load_state("networkidle")
    sizes = _throttle(page, LINE)
    seconds = page.evaluate(
        """ask => new Promise(done => {
            const start = performance.now();
            const list = document.getElementById("finder-found");
            const seen = () => list.querySelector("h3 a")
                && done((performance.now() - start) / 1000);
            new MutationObserver(seen).observe(list, { childList: true, subtree: true });
            document.getElementById("finder-q").value = ask;
            document.getElementById("finder").requestSubmit();
        })""",
        ask,
    )
    total = sum(sizes)
    context.close()
    return Cost(ask, False, total, round(seconds, 3))


def first_visit(opened: Any, examples: str, ask: str) -> Cost:
    """The same from the moment of following a link with a question, with nothing kept from before,
    on a slow line.
    """
    context = opened.new_context()
    page = context.new_page()
    sizes = _throttle(page, SLOW)
    start = time.perf_counter()
    page.goto(f"{examples}?q={quote_plus(ask)}", wait_until="commit")
    page.wait_for_selector(RESULT)
    seconds, total = time.perf_counter() - start, sum(sizes)
    context.close()
    return Cost(ask, True, total, round(seconds, 3))


def _throttle(page: Any, line: dict[str, Any]) -> list[int]:
    """Puts a page on a line. The bytes of each file come into the list as it arrives."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return sizes


class Real(Ours):
    """A copy of the project with the real library."""

    def set_up(self, made: Sequence[Story]) -> None:
        super().set_up(made)
        for name in ("examples_data", "docs"):
            shutil.rmtree(os.path.join(self.root, name))
            shutil.copytree(os.path.join(PROJECT, name), os.path.join(self.root, name))


def built(folder: str, size: int) -> str:
    """The folder of a site with so many made-up examples, or of the real one when there are
    none.
    """
    ours = Ours(folder) if size else Real(folder)
    ours.set_up(list(stories(size or 100, real_terms())))
    run(ours.command, ours.root, ours.environment)
    return ours.site


def report(site: str) -> Iterator[tuple[str, str, list[Answer]]]:
    """Answers by source (from the web, from a disk) and list of questions."""
    with browser() as opened, served(site) as address:
        page = opened.new_page()
        for source, examples in (
            ("web", f"{address}examples/"),
            ("disk", f"file://{os.path.abspath(site)}/examples/index.html"),
        ):
            for name, asked in questions().items():
                yield source, name, list(answers(page, examples, asked))


def costs(site: str) -> Iterator[Cost]:
    """What each of a few questions costs on this site, from the web."""
    with browser() as opened, served(site) as address:
        for ask in ASKED:
            yield cost(opened, f"{address}examples/", ask)
            yield first_visit(opened, f"{address}examples/", ask)
