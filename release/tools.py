"""The programs of others that a release needs: pinned, and run by uv, so that they are no
dependency of ours.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIP_AUDIT = "pip-audit==2.10.1"
CYCLONEDX = "cyclonedx-bom==7.5.0"


class ToolError(Exception):
    """A program did not do what it was asked for."""


def run(*command: str, **environment: str) -> str:
    """What a command prints. Raises ToolError with what it said."""
    done = _done(command, environment)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise ToolError(f"{Path(command[0]).name} {' '.join(command[1:3])}: {said}")
    return done.stdout


def uv_tool(package: str, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of a package, which uv fetches where it is not there yet."""
    uv = os.environ.get("UV") or str(Path(sys.executable).with_name("uv"))
    return _done((uv, "tool", "run", "--quiet", "--from", package, program, *arguments), {})


def _done(
    command: tuple[str, ...], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
        )
    except OSError as err:
        raise ToolError(f"{command[0]}: {err.strerror}") from None
