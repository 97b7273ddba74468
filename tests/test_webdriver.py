"""The driver that `tests/browsers.py` speaks to browsers with, apart from any browser."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest.mock import Mock

import pytest
from tests import browsers
from tests.conftest import pytest_collection_modifyitems


@pytest.fixture
def deaf() -> Iterator[str]:
    """A driver that never answers the first command, as WebKit's where a page just goes away."""
    over = threading.Event()
    commands: list[str] = []

    class Deaf(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802 - the name that the server calls
            self.rfile.read(int(self.headers["Content-Length"]))
            commands.append(self.path)
            if len(commands) == 1:
                over.wait()
                return
            raw = json.dumps({"value": len(commands)}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Deaf) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/session/1"
        over.set()
        server.shutdown()
        thread.join()


def test_a_script_whose_answer_is_lost_is_asked_again(
    deaf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsers, "LOST", 0.2)
    page = browsers.WebDriver("webkit", browsers._over_http(deaf), prints=False)
    assert page.wait("return 1") == 2


@pytest.mark.parametrize("fixture", ["browser", "engine"])
def test_a_late_browser_is_tried_again_in_ci_only(
    fixture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reruns() -> list[int]:
        item = Mock(fixturenames=[fixture])
        pytest_collection_modifyitems([item])
        marks = [call.args[0].mark for call in item.add_marker.call_args_list]
        return [mark.kwargs["reruns"] for mark in marks if mark.name == "flaky"]

    monkeypatch.setenv("CI", "1")
    assert reruns() == [2]
    monkeypatch.delenv("CI")
    assert reruns() == []
