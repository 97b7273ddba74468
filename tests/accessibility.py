"""Looks at one page of each kind in every state, and writes what was found where the accessibility
statement reads it.

`make accessibility` runs this. What it writes is committed, so that the site can be built without a
browser.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests import browser_setup, kinds, looking
from tests.browser_setup import FLAGS
from tests.conftest import ROOT, build, copy_project, serving
from tests.html_checker import VERSION, check

RESULTS = ROOT / "docs" / "about" / "accessibility-results.yml"
HEAD = (
    "# Written by `make accessibility`; do not edit. The accessibility statement is drawn from"
    " it.\n"
)


def main() -> int:
    """Tests the site of this moment and writes the results.

    Faults are printed, and written all the same.
    """
    path = browser_setup.chromium()
    if not path:
        print(
            "There is no Chromium here, so nothing was tested and nothing was written.",
            file=sys.stderr,
        )
        return 1
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_project(copy)
        done = build(copy, "--no-downloads")
        assert done.returncode == 0, done.stderr
        results, faults = look(copy / "site", path)
    RESULTS.write_text(HEAD + results, "utf-8")
    print("\n".join(faults) or f"No faults. Written: {RESULTS.relative_to(ROOT)}")
    return bool(faults)


def look(site: Path, chromium: str) -> tuple[str, list[str]]:
    """(the results as YAML, every fault) of a site."""
    from playwright.sync_api import sync_playwright

    pages = {
        kind: address
        for kind, address in kinds.one_of_each(site).items()
        if not kinds.leads_on(site, address)
    }
    with serving(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        found = [_look_at(browser, f"{base}/{address}", kind) for kind, address in pages.items()]
        version = browser.version
        probe = browser.new_page()
        axe_version = looking.version_of_axe(probe)
        browser.close()
    html = check(site)
    faults = [fault for one in found for fault in one["faults"]] + (html or [])
    return _yaml(pages, found, html, {"Chromium": version, "axe-core": axe_version}), faults


def _look_at(browser: Any, address: str, kind: str) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    looking.open_page(page, address)
    stops, lost_keys = looking.walk(page)
    lost = looking.reflow(page)
    violations: list[str] = []
    undecided: list[str] = []
    for state in kinds.STATES:
        found, open_questions = looking.axe(page, state)
        violations += found
        undecided += open_questions
    context.close()
    print(f"{kind}: {stops} stops, {len(violations)} violations", file=sys.stderr)
    faults = [f"{kind}: {fault}" for fault in (*violations, *lost_keys, *lost)]
    return {
        "violations": len(violations),
        "undecided": len(undecided),
        "stops": stops,
        "lost_keys": len(lost_keys),
        "lost": len(lost),
        "faults": faults,
    }


def _yaml(
    pages: dict[str, str],
    found: list[dict[str, Any]],
    html: list[str] | None,
    tools: dict[str, str],
) -> str:
    total = lambda name: sum(one[name] for one in found)  # noqa: E731 - one line says it
    tools = {**tools, **({"Nu HTML checker": VERSION} if html is not None else {})}
    lines = [
        f"tested_on: {_last_commit()}",
        "tools:",
        *(f"  - {{name: {name}, version: '{version}'}}" for name, version in tools.items()),
    ]
    lines += [
        "pages:",
        *(
            f"  - {{kind: '{kind or 'home'}', address: '/{address}'}}"
            for kind, address in pages.items()
        ),
    ]
    lines += ["states:", *(f"  - '{state.name}'" for state in kinds.STATES)]
    lines += [
        f"violations: {total('violations')}",
        f"undecided: {total('undecided')}",
        f"stops: {total('stops')}",
        f"lost_keys: {total('lost_keys')}",
        f"lost: {total('lost')}",
    ]
    return (
        "\n".join([*lines, f"html_errors: {len(html) if html is not None else 'not checked'}"])
        + "\n"
    )


def _last_commit() -> str:
    return (
        subprocess.run(
            ["git", "-C", str(ROOT), "log", "-1", "--format=%cs"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        or os.environ["SOURCE_DATE_EPOCH"]
    )


if __name__ == "__main__":
    sys.exit(main())
