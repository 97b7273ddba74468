"""Prompt cards: the list of decks, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library, Link
from ..model import Card, Deck
from ..rendering.downloads import FileOffer, file_offers
from ..rendering.html import Items, Links, Summary, links
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site
from .back_links import back_links
from .fixed import page


@dataclass(frozen=True)
class CardView:
    """A prompt, and what belongs with it."""

    card: Card
    roles: Links
    guides: Links
    themes: Links
    sessions: Links
    """Sessions and conversations in which it is used."""


@dataclass(frozen=True)
class DeckView:
    """The page of a deck."""

    deck: Deck
    guide: Link
    cards: tuple[CardView, ...]
    downloads: tuple[FileOffer, ...]


def pages(site: Site) -> Iterator[Output]:
    """The list of decks, and every deck."""
    yield _list(site)
    for deck in site.library.all("deck").values():
        yield _deck(site, deck)


def _list(site: Site) -> Output:
    library = site.library
    decks = (
        Summary(d.title, d.summary, library.address("deck", d.id), f"{len(d.cards)} cards")
        for d in library.all("deck").values()
    )
    return page(site, "cards/", Items(tuple(decks)))


def _deck(site: Site, deck: Deck) -> Output:
    library = site.library
    address = library.address("deck", deck.id)
    about = PageMetadata(
        f"Prompt cards: {deck.title.lower()}",
        deck.summary,
        address,
        f"examples_data/cards/{deck.id}.yml",
        scripts=("deck.js", "share.js"),
    )
    view = DeckView(
        deck=deck,
        guide=library.link("guide", deck.guide),
        cards=tuple(_card(library, card) for card in deck.cards),
        downloads=file_offers(site.downloads, "deck", deck.id),
    )
    return site.renderer.page("cards", "deck.html", about, view)


def _card(library: Library, card: Card) -> CardView:
    return CardView(
        card=card,
        roles=links(library, "role", card.roles),
        guides=links(library, "guide", card.guides),
        themes=links(library, "theme", card.themes),
        sessions=tuple(
            link for found in back_links(library, "card", card.id) for link in found.links
        ),
    )
