"""No text of the library can stop the handouts: a sign that no font has is replaced, and told."""

from __future__ import annotations

import io

import pypdf
import pytest

from practice.handouts import pdf


def sheet(prompt: str) -> str:
    """The text of a sheet with one card."""
    card = {
        "use": "In a team",
        "prompt": prompt,
        "note": "",
        "place": "Risk 1 of 1",
        "url": "https://site.example/",
        "without_scheme": "site.example",
    }
    sheet = {"title": "Cards", "author": "A", "description": "D", "cards": [card]}
    (page,) = pypdf.PdfReader(io.BytesIO(pdf.render("cards.typ", sheet))).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("sign", ["🎉", "中文", "한", "ไทย", "👨‍👩‍👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
def test_a_sign_that_no_font_has_is_replaced_and_told(sign: str, caplog) -> None:
    assert f"A day {pdf.NO_GLYPH} out" in sheet(f"A day {sign} out")
    assert f"U+{ord(sign[0]):04X}" in caplog.text


@pytest.mark.parametrize("sign", ["0\ufe0f\u20e3", "#\ufe0f\u20e3", "\U0001f51f", "e\u20dd"])
def test_a_keycap_and_its_digit_are_one_sign(sign: str, caplog) -> None:
    """Its parts may have glyphs where the whole has none."""
    assert f"A day {pdf.NO_GLYPH} out" in sheet(f"A day {sign} out")
    assert f"U+{ord(sign[0]):04X}" in caplog.text


@pytest.mark.parametrize("text", ["{\u085b", "❤\u085a", "'\u06d8", "ˏ\U0001e8d1"])
def test_a_mark_that_has_a_glyph_only_by_itself_is_replaced(text: str, caplog) -> None:
    """Typst takes it for a word of another script, by what stands before."""
    assert f"A w{pdf.NO_GLYPH} ŵ" in sheet(f"A w{text} w\u0302").replace("w\u0302", "ŵ")
    assert f"{text} (U+{ord(text[0]):04X})" in caplog.text


def test_words_of_our_neighbours_keep_their_letters(caplog) -> None:
    words = "Ŵy ŷ Gàidhlig żółć Ελλάς Київ ☐ ✓ →"
    assert "Gàidhlig żółć" in sheet(words)
    assert caplog.text == ""
