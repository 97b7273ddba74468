"""LibreOffice, where it is installed: it opens what was made, and saves it as something else."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
import pytest

EMPTY: dict[str, tuple[str, Callable[[], Any]]] = {
    ".docx": ("Writer", docx.Document),
    ".pptx": ("Impress", pptx.Presentation),
    ".xlsx": ("Calc", openpyxl.Workbook),
}
"""The program for each kind of file, and how a file of that kind is made that holds nothing."""
SAME_WIDTHS = {"Arial": ("Arial", "Liberation Sans", "Arimo", "Helvetica")}
"""Fonts with the widths of another (fontconfig, 30-metric-aliases.conf)."""
OPENED_BY = {".csv": ".xlsx"}
"""Kinds of files that the program for another opens."""


def convert(files: Iterable[Path], to: str, folder: Path, *options: str) -> None:
    """Saves files as something else in a folder. Skips the test, aloud, where LibreOffice or its
    program for such files is not installed: it says nothing of that itself, and ends well.
    """
    files = list(files)
    if shutil.which("soffice") is None:
        _skip("LibreOffice (soffice)", files)
    for kind in {OPENED_BY.get(file.suffix, file.suffix) for file in files}:
        if not opens(kind):
            _skip(f"LibreOffice {EMPTY[kind][0]}", files)
    _convert(files, to, folder, *options)


def lays_out_as(font: str) -> bool:
    """Whether a font is there, or one of the same widths, so that lines break alike; true where
    nothing can say.
    """
    if shutil.which("fc-match") is None:
        return True
    found = subprocess.run(["fc-match", font, "family"], capture_output=True, text=True, check=True)
    return any(name in found.stdout for name in SAME_WIDTHS[font])


def _skip(program: str, files: list[Path]) -> None:
    names = ", ".join(file.name for file in files)
    pytest.skip(f"{program} is not installed: it did not open {names}")


@cache
def opens(kind: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"empty{kind}")
        EMPTY[kind][1]().save(file)
        _convert([file], "pdf", Path(folder))
        return file.with_suffix(".pdf").exists()


def _convert(files: list[Path], to: str, folder: Path, *options: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run(
        [*command, *options, *map(str, files)], check=True, capture_output=True, timeout=300
    )
