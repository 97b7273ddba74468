"""Prompt cards to cut: eight to a sheet of A4, card against card, so that four straight cuts part
them all.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..library.library import Library
from ..model import Card, Deck
from ..rendering.labels import USES
from . import pdf
from .imprint import Imprint, SessionContext, without_scheme


def of_session(source: SessionContext) -> tuple[Card, ...]:
    """The cards that a session uses, each once: those that its steps name, and then the rest of the
    decks that they name.
    """
    library, session = source.library, source.session
    named = [library.all("card").get(ref) for ref in session.card_refs]
    decks = [library.all("deck").get(ref) for ref in session.materials("deck")]
    cards = [card for card in named if card] + [
        card for deck in decks if deck for card in deck.cards
    ]
    return tuple({card.id: card for card in cards}.values())


def session_sheet(source: SessionContext) -> bytes:
    """The cards of a session as a PDF."""
    return _sheet(source.session.title, of_session(source), source.library, source.site)


def deck_sheet(deck: Deck, library: Library, site: Imprint) -> bytes:
    """A whole deck as a PDF."""
    return _sheet(deck.title, deck.cards, library, site)


def _sheet(title: str, cards: Iterable[Card], library: Library, site: Imprint) -> bytes:
    words = {"title": f"{title}: cards to cut", "author": site.name, "description": site.licence}
    return pdf.render("cards.typ", {**words, "cards": card_values(cards, library, site)})


def card_values(
    cards: Iterable[Card], library: Library, site: Imprint
) -> tuple[dict[str, str], ...]:
    """What each card says, as plain values."""
    return tuple(_card_value(card, library, site) for card in cards)


def _card_value(card: Card, library: Library, site: Imprint) -> dict[str, str]:
    url = site.url + library.link("card", card.id)[1].partition("#")[0]
    words = {"use": USES[card.use], "prompt": card.prompt, "note": card.note}
    return {
        **words,
        "place": _place(card, library),
        "url": url,
        "without_scheme": without_scheme(url),
    }


def _place(card: Card, library: Library) -> str:
    deck = library.all("deck").get(card.deck)
    ids = [other.id for other in deck.cards] if deck else []
    return f"{deck.title} {ids.index(card.id) + 1} of {len(ids)}" if deck and card.id in ids else ""
