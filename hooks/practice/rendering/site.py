"""What pages and exports are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..library import ledger
from ..library.library import Library
from .downloads import Download
from .metadata import PageMetadata as About
from .output import Output
from .renderer import Renderer
from .settings import Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["About", "Settings", "Site"]


@dataclass(frozen=True)
class Site:
    """The library, what the site is called, and what renders its pages."""

    settings: Settings
    library: Library
    renderer: Renderer
    addresses: tuple[ledger.Line, ...] = ()
    """The ledger of every address ever published."""
    tests: Mapping[str, Any] = field(default_factory=dict)
    """What the last test of accessibility found."""
    find_downloads: Callable[[Site], tuple[Download, ...]] = lambda site: ()

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """Files that belong to sessions and decks; none where they are left out."""
        return self.find_downloads(self)

    @property
    def code(self) -> bytes:
        """The digest of the core's code and of the settings: part of the key of every output."""
        return self.renderer.code

    @cached_property
    def leads(self) -> dict[str, str]:
        """The example that each short address leads to, by its code."""
        return ledger.leads(self.library, self.addresses)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each example's short address, by id: the one it had first, when it has taken
        in others.
        """
        return {id: code for code, id in reversed(self.leads.items())}

    def edit_url(self, file: str) -> str:
        """The address at which a file of the repository is edited."""
        return self.settings.edit_url(file)

    def history_url(self, file: str) -> str:
        """The address at which every change to a file of the repository is listed."""
        return self.settings.history_url(file)

    def new_url(self, folder: str) -> str:
        """The address at which a file is added to the repository."""
        return self.settings.new_url(folder)

    def render(self, template: str, root: str, **values: Any) -> str:
        """A template's HTML; `root` leads from the page to the site's root."""
        return self.renderer.render(template, root, **values)

    def page(self, shell: str, template: str, about: About, view: DataclassInstance) -> Output:
        """A page whose key is the digest of its view: a dataclass of plain values."""
        return self.renderer.page(shell, template, about, view)

    def later(
        self,
        shell: str,
        template: str,
        address: str,
        stamp: bytes,
        load: Callable[[], tuple[About, DataclassInstance]],
    ) -> Output:
        """A page whose view is loaded when it is rendered."""
        return self.renderer.lazy_page(shell, template, address, stamp, load)

    def slots(self, about: About, root: str, body: str) -> dict[str, str]:
        """The values of the slots that every page has, as HTML."""
        return self.renderer.slots(about, root, body)
