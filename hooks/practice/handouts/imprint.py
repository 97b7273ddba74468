"""Where a file comes from, and how it names and reaches the things of the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from .. import licences
from ..kinds import KindName, is_kind, split
from ..library.library import Library
from ..model import Card, Deck, Example, Session
from ..rendering.labels import USES
from ..rendering.rows import where
from .outline import Block, Document, FillIn, Pointer
from .outline_markdown import read

LABELS = {
    "example": "Practice example",
    "card": "Prompt card",
    "deck": "Deck of cards",
    "term": "Word in the glossary",
}


class Described(Protocol):
    """What a file may be about."""

    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...


@dataclass(frozen=True)
class Imprint:
    """What every file says of the site that made it."""

    name: str
    url: str
    """The site's address, with a slash at its end."""
    licence: str
    """One line that says what may be done with the text."""
    short: Mapping[str, str] = field(default_factory=dict)
    """The short address below the site's root of each example that has one, by id."""

    def document(
        self, about: Described, label: str, day: str, blocks: tuple[Block, ...], url: str
    ) -> Document:
        """A file of this site; `day` is that of its version, YYYY-MM-DD."""
        title, summary = about.title, about.summary
        return Document(title, summary, label, day, blocks, url, self.name, self.licence)


@dataclass(frozen=True)
class SessionContext:
    """A session with its library and imprint: what its files are made from."""

    session: Session
    library: Library
    site: Imprint

    @property
    def url(self) -> str:
        """The full address of the session's page."""
        return f"{self.site.url}sessions/{self.session.id}/"

    @property
    def roles(self) -> tuple[str, ...]:
        """Whom the session is for, in words."""
        return tuple(
            self.library.title("role", id)
            for id in self.session.roles
            if self.library.get("role", id)
        )

    @property
    def licence(self) -> str:
        """What may be done with the text, and with each example in it that has a licence of its
        own.
        """
        refs = (ref for step in self.session.steps for ref in step.materials)
        named = dict.fromkeys(ref for ref in refs if ref.startswith("example:"))
        examples = (self.library.all("example").get(split(ref)[1]) for ref in named)
        others = (
            f" The summary of “{example.title}” is under the licence {licence.name}."
            for example in examples
            if example and (licence := licences.other(example.licence))
        )
        return self.site.licence + "".join(others)

    def document(
        self, label: str, blocks: tuple[Block, ...], fill_in: FillIn | None, licence: str
    ) -> Document:
        """A file of the session."""
        document = self.site.document(self.session, label, self.session.added, blocks, self.url)
        return replace(document, licence=licence, fill_in=fill_in)

    def address(self, target: str) -> str:
        """The full address of a link as it is written in Markdown, or `""` if it has none."""
        return address(self.library, self.site, target)

    def read(self, markdown: str | None) -> tuple[Block, ...]:
        """The blocks of a field."""
        return read(markdown, self.address) if markdown else ()

    def pointers(self, places: tuple[str, ...]) -> Iterator[Pointer]:
        """The materials of those names that the library has, in order."""
        for place in dict.fromkeys(places):
            kind, ref = split(place)
            if self.library.get(kind, ref):
                yield pointer(self.library, self.site, kind, ref)

    @property
    def materials(self) -> tuple[Pointer, ...]:
        """Everything that the session uses or names, each once: what its steps use, and then its
        guides.
        """
        steps = tuple(place for step in self.session.steps for place in step.materials)
        return tuple(self.pointers((*steps, *(f"guide:{ref}" for ref in self.session.guides))))


def address(library: Library, site: Imprint, target: str) -> str:
    """The full address of a link as it is written in Markdown, or `""` if it has none."""
    kind, _, ref = target.partition(":")
    if kind in ("https", "mailto"):
        return target
    if not is_kind(kind):
        return ""
    return site.url + library.address(kind, ref) if library.has_page(kind, ref) else ""


def without_scheme(url: str) -> str:
    """An address as it is printed: without https://."""
    return url.partition("://")[2]


def pointer(library: Library, site: Imprint, kind: KindName, ref: str) -> Pointer:
    """How a thing of the library is shown in a file."""
    title, address = library.link(kind, ref)
    thing = library.get(kind, ref)
    url = site.url + address
    qr_url = site.url + site.short.get(ref, address) if isinstance(thing, Example) else ""
    named = f"Prompt cards: {title[:1].lower()}{title[1:]}" if isinstance(thing, Deck) else title
    place = where(library, thing) if isinstance(thing, Example) else ""
    return Pointer(kind, _label(kind, thing), named, _says(thing), url, qr_url, place)


def _label(kind: str, thing: object) -> str:
    if isinstance(thing, Card):
        return f"{LABELS[kind]}, {USES[thing.use].lower()}"
    return LABELS.get(kind, kind.replace("-", " ").capitalize())


def _says(thing: object) -> str:
    match thing:
        case Example() | Deck():
            return thing.summary
        case Card():
            return thing.note
    return ""
