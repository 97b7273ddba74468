"""Three browsers behind one interface: Chromium by Playwright, Firefox by Marionette, WebKit by its
WebDriver. The last two speak the commands of WebDriver, so no driver is needed that Debian lacks.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests import browser_setup

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name that WebDriver gives to a reference to an element."""
KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowRight": "\ue014",
    "ArrowLeft": "\ue012",
    "Tab": "\ue004",
}
LEAVING = ("no such frame",)
"""What WebKit answers when a page goes away while a script runs in it."""
APPLIED = "all => (function () {{ {} }}).apply(null, all)"
PATIENCE = 30
"""Seconds until what a page should show is given up."""
LOST = PATIENCE / 3
"""Seconds until the answer to a script is given up: WebKit never answers one that it was given as
its page went away.
"""
PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
    "network.captive-portal-service.enabled": False,
}
"""A Firefox that asks nobody anything."""

Send = Callable[[str, dict[str, Any]], Any]
"""Sends a command of WebDriver with its parameters, and gives what it answers."""


class LeavingError(AssertionError):
    """The page went away while a script ran in it: the next one comes."""


class Engine:
    """A browser with one page."""

    name = ""

    def open(self, address: str) -> None:
        """Opens an address and waits until its scripts have run."""
        raise NotImplementedError

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of a function returns on the page."""
        raise NotImplementedError

    def click(self, selector: str) -> None:
        """Clicks the first element of a selector, once it is there."""
        raise NotImplementedError

    def write(self, selector: str, text: str) -> None:
        """Types into a field, letter by letter."""
        raise NotImplementedError

    def press(self, key: str) -> None:
        """Presses a key where the focus is."""
        raise NotImplementedError

    def printed(self) -> bytes | None:
        """The page as a PDF; None where the engine's driver cannot print."""
        raise NotImplementedError

    def back(self) -> None:
        """Goes back to the page before, as the browser's own button does."""
        raise NotImplementedError

    def wait(self, script: str, *arguments: Any) -> Any:
        """What the body of a function returns, once it is true. The function may run again."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(LeavingError):
                found = self.run(script, *arguments)
                if found:
                    return found
            time.sleep(0.05)
        raise AssertionError(f"{self.name}: never true: {script}")

    def wait_for(self, selector: str) -> None:
        """Waits until an element is shown."""
        self.wait(
            "const e = document.querySelector(arguments[0]);"
            " return !!e && e.getClientRects().length > 0",
            selector,
        )

    def text(self, selector: str) -> str:
        """The text of the first element of a selector."""
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))


class Playwright(Engine):
    name = "chromium"

    def __init__(self, page: Any):
        self.page = page

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.page.evaluate(APPLIED.format(script), list(arguments))

    def wait(self, script: str, *arguments: Any) -> Any:
        found = self.page.wait_for_function(APPLIED.format(script), arg=list(arguments))
        return found.json_value()

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.press_sequentially(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def back(self) -> None:
        self.page.go_back()

    def printed(self) -> bytes | None:
        return bytes(self.page.pdf(prefer_css_page_size=True))


class WebDriver(Engine):
    """A page of a browser that speaks WebDriver."""

    def __init__(self, name: str, send: Send, prints: bool):
        self.name, self.send, self.prints = name, send, prints

    def open(self, address: str) -> None:
        self.send("Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        return self.send("ExecuteScript", {"script": script, "args": list(arguments)})

    def click(self, selector: str) -> None:
        self.wait_for(selector)
        self.send("ElementClick", {"id": self._find(selector)})

    def write(self, selector: str, text: str) -> None:
        self.wait_for(selector)
        self.send("ElementSendKeys", {"id": self._find(selector), "text": text})

    def press(self, key: str) -> None:
        active = self.run("return document.activeElement")[ELEMENT]
        self.send("ElementSendKeys", {"id": active, "text": KEYS[key]})

    def back(self) -> None:
        self.send("Back", {})

    def printed(self) -> bytes | None:
        if not self.prints:
            return None
        return base64.b64decode(self.send("Print", {"page": {"width": 21.0, "height": 29.7}}))

    def _find(self, selector: str) -> str:
        found = self.send("FindElement", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Firefox without a window. It writes its port into its profile."""
    lines = [f'user_pref("{k}", {json.dumps(v)});' for k, v in PREFERENCES.items()]
    (folder / "user.js").write_text("\n".join(lines) + "\n", "utf-8")
    path = browser_setup.firefox()
    assert path
    command = [path, "--marionette", "--headless", "--no-remote", "--profile", str(folder)]
    with started([*command, "--width", "1280", "--height", "900"], {"HOME": str(folder)}):
        port = int(awaited(lambda: (folder / "MarionetteActivePort").read_text("utf-8")))
        link = awaited(lambda: socket.create_connection(("127.0.0.1", port), PATIENCE * 2))
        with link, link.makefile("rb") as answers:
            _message(answers)  # its greeting
            send = _marionette(link, answers)
            send("NewSession", {"capabilities": {}})
            yield WebDriver("firefox", send, prints=True)


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """WebKit with a window on a screen that nobody sees."""
    path = browser_setup.webkit()
    assert path
    with screen() as display, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        own = {"DISPLAY": display, "HOME": str(folder), "LIBGL_ALWAYS_SOFTWARE": "1"}
        own["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"  # root may open no sandbox
        with started([path, f"--port={port}"], own):
            base = f"http://127.0.0.1:{port}"
            awaited(lambda: _http("GET", f"{base}/status", None))
            session = _http("POST", f"{base}/session", {"capabilities": {}})["sessionId"]
            send = _over_http(f"{base}/session/{session}")
            send("SetWindowRect", {"x": 0, "y": 0, "width": 1280, "height": 900})
            yield WebDriver("webkit", send, prints=False)
            _http("DELETE", f"{base}/session/{session}", None)


ENGINES = {"firefox": firefox, "webkit": webkit}
"""Engines beside Chromium, which Playwright starts for all tests."""


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten"]
    with subprocess.Popen(
        [*command, "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


@contextmanager
def started(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    """A program that runs while the block lasts."""
    with subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        try:
            yield
        finally:
            program.terminate()


def awaited(get: Callable[[], Any]) -> Any:
    """What a program gives once it has started."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = get()
            if found != "":
                return found
        except OSError:
            if time.monotonic() > end:
                raise
        time.sleep(0.05)


def _marionette(link: socket.socket, answers: Any) -> Send:
    """Commands as Firefox takes them: their length, and JSON."""

    def send(command: str, parameters: dict[str, Any]) -> Any:
        raw = json.dumps([0, 1, f"WebDriver:{command}", parameters]).encode()
        link.sendall(str(len(raw)).encode() + b":" + raw)
        _, _, error, result = _message(answers)
        assert not error, error
        return result.get("value", result) if isinstance(result, dict) else result

    return send


def _message(answers: Any) -> Any:
    length = b""
    while not length.endswith(b":"):
        sign = answers.read(1)
        assert sign, "Firefox has gone"
        length += sign
    return json.loads(answers.read(int(length[:-1])))


WAYS = {
    "Navigate": ("POST", "/url"),
    "Back": ("POST", "/back"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "FindElement": ("POST", "/element"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "SetWindowRect": ("POST", "/window/rect"),
}
"""Method and address of each command over HTTP."""


def _over_http(session: str) -> Send:
    def send(command: str, parameters: dict[str, Any]) -> Any:
        method, way = WAYS[command]
        seconds = LOST if command == "ExecuteScript" else PATIENCE * 2
        return _http(method, session + way.format(**parameters), parameters, seconds)

    return send


def _http(method: str, url: str, body: dict[str, Any] | None, seconds: float = PATIENCE * 2) -> Any:
    raw = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, raw, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:
            return json.load(answer)["value"]
    except TimeoutError:
        raise LeavingError(f"no answer in {seconds} seconds: {method} {url}") from None
    except urllib.error.HTTPError as error:
        told = json.load(error)["value"]
        raise (LeavingError if told["error"] in LEAVING else AssertionError)(told) from None
