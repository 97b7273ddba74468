"""Fetches what browser tests need, where that is possible, and says what it leaves out. It never
fails: the tests decide.

Chromium, Firefox and WebKit come from Debian when this runs as root or in CI, and in CI web servers
too. The Nu HTML checker and Microsoft's parser of Power Query come from npm where it is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-dev-shm-usage",
]
FIREFOX = ("firefox-esr", "firefox")
PACKAGES = {"chromium": "chromium", "firefox": "firefox-esr", "webkit": "webkit2gtk-driver xvfb"}
"""What Debian calls each engine."""
CHECKER = "vnu-jar@26.9.27"
CHECKER_SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
CHECKER_INSIDE = "package/build/dist/vnu.jar"
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def chromium() -> str | None:
    """The browser that tests use, or None."""
    named = os.environ.get("PRACTICE_CHROMIUM")
    return named or next((path for name in CHROMIUM if (path := shutil.which(name))), None)


def firefox() -> str | None:
    """The Firefox that tests use, or None."""
    named = os.environ.get("PRACTICE_FIREFOX")
    return named or next((path for name in FIREFOX if (path := shutil.which(name))), None)


def webkit() -> str | None:
    """The driver of the WebKit that tests use, or None; it needs a screen that nobody sees."""
    return shutil.which("WebKitWebDriver") if shutil.which("Xvfb") else None


ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}
SERVERS = ("nginx", "apache2", "caddy")
"""Web servers, whose configurations CI tries: nobody else is given a server unasked."""


def checker() -> str | None:
    """The Nu HTML checker, or None."""
    path = os.environ.get("VNU_JAR") or _kept_checker()
    return path if os.path.exists(path) and shutil.which("java") else None


def power_query_parser() -> str | None:
    """The folder with Microsoft's parser of Power Query, or None."""
    found = os.path.exists(os.path.join(_kept_parser(), "node_modules")) and shutil.which("node")
    return _kept_parser() if found else None


def in_ci() -> bool:
    """Whether a missing browser is a fault and not a reason to skip."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def _kept_checker() -> str:
    return os.path.join(ROOT, ".cache", "checker", "vnu.jar")


def _kept_parser() -> str:
    return os.path.join(ROOT, ".cache", "power_query")


def main() -> None:
    """Fetches all of them, or says why not."""
    missing = _missing()
    if missing:
        _say(_fetch(missing))
    if not checker():
        _say(_fetch_checker())
    if not power_query_parser():
        _say(_fetch_parser())


def _missing() -> list[str]:
    engines = [name for name, find in ENGINES.items() if not find()]
    servers = [name for name in SERVERS if in_ci() and not shutil.which(name)]
    return engines + servers


def _say(reason: str) -> None:
    if reason:
        print(reason, file=sys.stderr)


def _fetch(missing: list[str]) -> str:
    packages = " ".join(PACKAGES.get(name, name) for name in missing)
    skipped = f"Tests in {', '.join(missing)} will be skipped."
    may = _as_root()
    if not shutil.which("apt-get") or may is None:
        return f"{skipped} To run them: sudo apt-get install {packages}"
    quiet = {
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        "capture_output": True,
        "text": True,
    }
    for command in (
        [*may, "apt-get", "update"],
        [*may, "apt-get", "install", "-y", "--no-install-recommends", *packages.split()],
    ):
        done = subprocess.run(command, **quiet)
    if not _missing():
        return ""
    return f"{packages} could not be installed. {skipped}\n{done.stderr.strip()[-500:]}"


def _as_root() -> tuple[str, ...] | None:
    """What goes before a command that only root may run, or None where this may not run it: CI may
    ask for root's rights, and nobody's own machine is asked for them.
    """
    if os.geteuid() == 0:
        return ()
    return ("sudo", "-n", "-E") if in_ci() and shutil.which("sudo") else None


def _fetch_checker() -> str:
    if not shutil.which("java") or not shutil.which("npm"):
        return "The HTML checker needs Java, and npm to fetch it. Its test will be skipped."
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["npm", "pack", "--silent", CHECKER], cwd=folder, capture_output=True, text=True
        )
        if done.returncode:
            return (
                "The HTML checker could not be fetched. Its test will be"
                f" skipped.\n{done.stderr.strip()[-500:]}"
            )
        with tarfile.open(os.path.join(folder, os.listdir(folder)[0])) as archive:
            jar = archive.extractfile(CHECKER_INSIDE)
            assert jar
            raw = jar.read()
    if hashlib.sha256(raw).hexdigest() != CHECKER_SHA256:
        return (
            "The HTML checker that came is not the one that was asked for. Its test will be"
            " skipped."
        )
    os.makedirs(os.path.dirname(_kept_checker()), exist_ok=True)
    with open(_kept_checker(), "wb") as file:
        file.write(raw)
    return ""


def _fetch_parser() -> str:
    skipped = "The queries for Excel and Power BI will not be parsed."
    if not shutil.which("npm"):
        return f"{skipped} Their parser comes from npm."
    shutil.copytree(os.path.join(ROOT, "tests", "power_query"), _kept_parser(), dirs_exist_ok=True)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=_kept_parser(), capture_output=True, text=True)
    if not done.returncode:
        return ""
    shutil.rmtree(_kept_parser())
    return f"{skipped} Their parser could not be fetched.\n{done.stderr.strip()[-500:]}"


if __name__ == "__main__":
    main()
