"""`python -m release.audit`: the licences of all dependencies, and faults that are known in them.

Where the list of faults cannot be reached, it says so and goes on: that is no fault of ours. One
that is found ends it with 1.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any

from . import licences
from .tools import PIP_AUDIT, ToolError, uv_tool


@dataclass(frozen=True)
class Audit:
    """What is known of the locked packages."""

    found: tuple[str, ...]
    """A sentence for each fault."""
    looked_at: int
    left_out: int
    """How many could not be looked up."""


def audit() -> Audit:
    """Looks up every locked package. Raises ToolError where that cannot be done."""
    done = uv_tool(
        *(PIP_AUDIT, "pip-audit", "--progress-spinner", "off", "--format", "json"),
        *("--disable-pip", "--require-hashes", "--requirement", "requirements.txt"),
    )
    try:
        rows: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        raise ToolError(said[-1]) from None
    found = tuple(_told(row, fault) for row in rows for fault in row.get("vulns", ()))
    left_out = sum("skip_reason" in row for row in rows)
    return Audit(found, len(rows) - left_out, left_out)


def _told(row: dict[str, Any], fault: dict[str, Any]) -> str:
    fixed = ", ".join(fault.get("fix_versions", ())) or "no version yet"
    return (
        f"{row['name']} {row['version']}: {fault['id']}, mended in {fixed}. Ask for that version in"
        " pyproject.toml, then run make lock."
    )


def main() -> int:
    """Prints what is wrong; 1 where anything is."""
    try:
        packages = licences.locked()
    except ToolError as err:
        print(err)
        return 1
    faults = licences.refused(packages)
    print(f"{len(packages)} packages, {len(faults)} under a licence that is not on the list.")
    try:
        known = audit()
    except ToolError as err:
        print(f"The list of known faults could not be asked, so that part is left out: {err}")
    else:
        faults += known.found
        print(_summary(known))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _summary(known: Audit) -> str:
    if not known.looked_at:
        return "The list of known faults knows none of these packages, so that part is left out."
    more = f" {known.left_out} could not be looked up." if known.left_out else ""
    return f"{known.looked_at} looked up, {len(known.found)} known faults.{more}"


if __name__ == "__main__":
    sys.exit(main())
