"""The Nu HTML checker, where it is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests import browser_setup

VERSION = browser_setup.CHECKER.split("@")[1]


def check(folder: Path) -> list[str] | None:
    """Every error of every page in a folder, with no list of errors to ignore; None where the
    checker or Java is missing.
    """
    jar = browser_setup.checker()
    if jar is None:
        return None
    done = subprocess.run(
        [
            "java",
            "-jar",
            jar,
            "--format",
            "json",
            "--errors-only",
            "--skip-non-html",
            "--exit-zero-always",
            str(folder),
        ],
        capture_output=True,
        text=True,
    )
    messages = json.loads(done.stderr or done.stdout)["messages"]
    return [
        f"{m.get('url', '').rpartition('/site/')[2]}:{m.get('lastLine')}: {m['message']}"
        for m in messages
    ]
