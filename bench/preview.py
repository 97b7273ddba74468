"""How long after saving a file its page shows in the live preview."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .corpus import Story
from .ours import Ours

PATIENCE = 60.0
"""Seconds after which the preview counts as stuck."""
PAUSE = 0.02


class PreviewError(Exception):
    """The preview did not show what was saved."""


def times(ours: Ours, made: Sequence[Story], runs: int) -> Iterator[float]:
    """Seconds from saving an example to its page being served, run by run."""
    with _served(ours) as base:
        for nth in range(runs):
            story, words = made[nth], f"Saved for the {nth + 1}th time."
            start = time.perf_counter()
            ours.save_example({**story, "context": f"{words}\n{story['context']}"})
            _wait_for(f"{base}examples/{story['id']}/", words)
            yield time.perf_counter() - start


@contextmanager
def _served(ours: Ours) -> Iterator[str]:
    """The address of a running preview."""
    port = _free_port()
    command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    log = os.path.join(ours.root, "preview.log")
    environment = {**os.environ, **ours.environment}
    with open(log, "wb") as out:
        process = subprocess.Popen(command, cwd=ours.root, env=environment, stdout=out, stderr=out)
    try:
        _wait_for(f"http://127.0.0.1:{port}/", "<html")
        yield f"http://127.0.0.1:{port}/"
    except PreviewError as err:
        said = Path(log).read_text("utf-8", errors="replace")
        raise PreviewError(f"{err}\n{said[-4000:]}") from None
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(url: str, words: str) -> None:
    end = time.perf_counter() + PATIENCE
    while words not in _text(url):
        if time.perf_counter() > end:
            raise PreviewError(f"{url} does not show {words!r} after {PATIENCE:.0f} s")
        time.sleep(PAUSE)


def _text(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""
