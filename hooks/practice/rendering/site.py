"""What pages and exports are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..library import ledger
from ..library.library import Library
from .downloads import Download
from .renderer import Renderer
from .settings import Settings


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
        """Every file to download that belongs to something; `()` where they are left out."""
        return self.find_downloads(self)

    @property
    def code_digest(self) -> bytes:
        """The digest of the core's code and of the settings: part of the key of every output."""
        return self.renderer.code_digest

    @cached_property
    def examples_by_code(self) -> dict[str, str]:
        """The example that each short address leads to, by its code."""
        return ledger.examples_by_code(self.library, self.addresses)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each example's short address, by id: the one it had first, when it has taken
        in others.
        """
        return {id: code for code, id in reversed(self.examples_by_code.items())}
