"""Tests that need LibreOffice are skipped where a part of it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import libreoffice


@pytest.mark.parametrize(
    ("name", "program"), [("a.csv", "Calc"), ("a.docx", "Writer"), ("a.pptx", "Impress")]
)
def test_a_missing_program_skips_the_test_by_its_name(
    name: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice = tmp_path / "soffice"
    soffice.write_text("#!/bin/sh\nexit 0\n")  # as LibreOffice ends that opens no such file
    soffice.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    libreoffice.opens.cache_clear()
    with pytest.raises(pytest.skip.Exception, match=f"LibreOffice {program} is not .* open {name}"):
        libreoffice.convert([tmp_path / name], "pdf", tmp_path)
    libreoffice.opens.cache_clear()


@pytest.mark.parametrize(("found", "same"), [("Liberation Sans", True), ("DejaVu Sans", False)])
def test_lines_break_alike_in_a_font_of_the_same_widths(
    found: str, same: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "fc-match"
    program.write_text(f"#!/bin/sh\necho '{found}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert libreoffice.lays_out_as("Arial") is same
