"""The files of a session: a handout and the trainer's notes to print and to edit, slides, cards to
cut, a form to evaluate it, a certificate, a package for learning platforms. And the file of a
hand-written page that is a sheet to edit.

All are made from one thing, its library and the site's imprint. Nothing here reads a file of
data, a clock or a network, so the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..digest import digest_json
from ..library.library import Library
from ..model import Deck, Page, Session
from . import cards, closing, handout, pdf, sheet
from .imprint import Imprint as Imprint
from .imprint import SessionContext
from .outline import Document

Make = Callable[[], bytes]


def files(session: Session, library: Library, site: Imprint) -> Iterator[tuple[str, Make]]:
    """Every file of a session: its name, and what makes its bytes."""
    source, id = SessionContext(session, library, site), session.id
    yield f"{id}-handout.pdf", lambda: pdf.document(handout.learners(source))
    yield f"{id}-handout.docx", lambda: _word(handout.learners(source))
    yield f"{id}-trainer.pdf", lambda: pdf.document(handout.trainers(source))
    yield f"{id}-trainer.docx", lambda: _word(handout.trainers(source))
    yield from pdf_and_word(f"{id}-evaluation", closing.evaluation(source))
    yield f"{id}-certificate.pdf", lambda: closing.certificate_sheet(source)
    yield f"{id}-certificate.docx", lambda: _word(closing.certificate(source))
    yield f"{id}-slides.pptx", lambda: _slides(source)
    if cards.of_session(source):
        yield f"{id}-cards.pdf", lambda: cards.session_sheet(source)
    yield f"{id}.imscc", lambda: _cartridge(source)


def _word(document: Document) -> bytes:
    from . import word

    return word.document(document)


def _slides(source: SessionContext) -> bytes:
    from . import slides

    return slides.show(source)


def _cartridge(source: SessionContext) -> bytes:
    from . import cartridge

    return cartridge.cartridge(source)


def key(session: Session, library: Library, site: Imprint) -> bytes:
    """The digest of all that the files of a session show.

    Files with equal keys, made by equal code, have equal bytes.
    """
    source = SessionContext(session, library, site)
    shows: tuple[Any, ...] = (
        handout.learners(source),
        handout.trainers(source),
        closing.evaluation(source),
        closing.certificate(source),
        session,
        source.materials,
    )
    values = cards.card_values(cards.of_session(source), library, site)
    return digest_json(shows, values, site.name, site.url, site.licence)


def deck_key(deck: Deck, library: Library, site: Imprint) -> bytes:
    """The digest of all that the file of a deck of cards shows."""
    return digest_json(
        deck.title, cards.card_values(deck.cards, library, site), site.name, site.licence
    )


def deck_file(deck: Deck, library: Library, site: Imprint) -> tuple[str, Make]:
    """The file of a deck of cards."""
    return f"{deck.id}-cards.pdf", lambda: cards.deck_sheet(deck, library, site)


def pdf_and_word(name: str, document: Document) -> Iterator[tuple[str, Make]]:
    """A document as PDF and as a Word file."""
    yield f"{name}.pdf", lambda: pdf.document(document)
    yield f"{name}.docx", lambda: _word(document)


def sheet_file(page: Page, library: Library, site: Imprint, day: str) -> tuple[str, bytes, Make]:
    """The Word file of a hand-written page: its name, its key, and what makes its bytes."""
    document = sheet.document(page, library, site, day)
    name = page.address.strip("/").replace("/", "-")
    return f"{name}.docx", digest_json(document), lambda: _word(document)


def slides_view(session: Session, library: Library, site: Imprint) -> tuple[Any, ...]:
    """The slides of a session, as its page shows them."""
    from . import web

    return web.view(SessionContext(session, library, site))
