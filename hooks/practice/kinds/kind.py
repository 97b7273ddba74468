"""What is known of a kind of thing."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Literal, NamedTuple

from ..model import VocabularyTerm

VocabularyKind = Literal["theme", "setting", "role", "component", "nation", "knowledge", "level"]
KindName = (
    VocabularyKind
    | Literal["page", "example", "guide", "key-point", "term", "source", "law", "path", "area"]
    | Literal["deck", "card", "session", "scenario", "conversation", "record", "outcome"]
    | Literal["synonyms", "wording", "retired", "link-exception"]
)


class Scope(IntEnum):
    """Which texts may link to a thing as ``kind:id``."""

    NOWHERE = 0
    PAGES = 1
    """Hand-written pages."""
    CONTRIBUTED = 2
    """Contributed texts as well."""


NOWHERE, PAGES, CONTRIBUTED = Scope


class Listing(NamedTuple):
    """The page that lists all terms of a kind; each term has a page with its examples."""

    title: str
    description: str
    grouped_by: KindName
    """The kind by which the examples of a term are grouped."""


class Kind(NamedTuple):
    """What the library needs to know of a kind."""

    name: KindName
    plural: str
    """What several are called in a sentence."""
    model: type[Any]
    file: str
    """Its file below the data folder; with a slash at its end a folder in which each file is one
    thing; empty where things come from elsewhere.
    """
    address: str
    """The address of a thing below the site's root, a template of its `id` and of the `thing`."""
    linked: Scope = NOWHERE
    singular: str = ""
    """What one is called in a sentence; by default the name."""
    label: str = ""
    """The words before a link to one; by default the name."""
    listing: Listing | None = None
    public: bool = True
    """Whether things stand in the open data, and their addresses last."""
    generated: bool = True
    """Whether the library makes the page on which things stand; otherwise docs/ has it."""
    pack_prefix: str = ""
    """What stands for the kind in the address of a pack; empty where packs do not hold it."""
    short_in_lists: bool = False
    """Whether lists of the open data leave out its long fields."""
    schema_org: str = "CreativeWork"
    """Its type at schema.org."""
    has_feeds: bool = False
    """Whether each thing has feeds of its examples."""
    alternate_address: str = ""
    """Another address of a thing: the page of all its examples, or a place that leads to it."""
    withheld: tuple[str, ...] = ("aliases",)
    """Fields that do not stand in the open data; with a dot, a field of each item of a list."""

    @property
    def singular_name(self) -> str:
        """What one is called in a sentence."""
        return self.singular or self.name.replace("-", " ")

    @property
    def heading(self) -> str:
        """The words before a link to one."""
        return self.label or self.singular_name.capitalize()

    def address_of(self, ref: str, thing: Any) -> str:
        """The address of a thing below the site's root; `ref` may name a heading of a guide."""
        id, _, heading = ref.partition("#")
        address = self.address.format(id=id, thing=thing)
        return f"{address}#{heading}" if heading else address

    @property
    def has_permalink(self) -> bool:
        """Whether each thing has an address of its own, which must lead somewhere for ever."""
        return self.name != "page" and ("{id}" in self.address or not self.address_from_id)

    @property
    def address_from_id(self) -> bool:
        """Whether the id alone gives the address of a thing."""
        return "{thing." not in self.address

    def former_address(self, alias: str, thing: Any) -> str:
        """The address of a thing by an id that it had before; `""` where it had none of its own.

        A guide whose address ends on its id had the former id there; any other had none.
        """
        if self.address == "{thing.address}":
            above = thing.address.removesuffix(f"{thing.id}/")
            return f"{above}{alias}/" if above != thing.address else ""
        address = self.address_of(alias, thing)
        return address if address != self.address_of(thing.id, thing) else ""

    @property
    def slug(self) -> str:
        """What several are called in the names of files: ``key-points``."""
        return self.plural.replace(" ", "-")

    @property
    def is_vocabulary(self) -> bool:
        """Whether its things are the terms of a vocabulary."""
        return self.model is VocabularyTerm

    def feed(self, id: str) -> str:
        """The path of the feeds of a thing, without their suffix."""
        return f"feeds/{self.slug}/{id}"

    @property
    def list_address(self) -> str:
        """The address of the page that holds or lists all things of the kind."""
        return f"{self.address.partition('/')[0]}/"

    @property
    def shares_a_page(self) -> bool:
        """Whether a thing is a fragment of a page."""
        return "#" in self.address
