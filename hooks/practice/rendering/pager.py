"""The numbered pages of a long list: their addresses, and the way from one to the others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .metadata import PageMetadata

NEAR = 2
"""So many pages before and after are linked, and the first and the last."""


@dataclass(frozen=True)
class PageLink:
    """A page of a list."""

    number: int
    address: str
    """Empty where pages are left out."""


def address(base: str, number: int) -> str:
    """The address of a page of a list; `base` is the address of the first."""
    return base if number == 1 else f"{base}{number}/"


def numbered(first: PageMetadata, number: int) -> PageMetadata:
    """The metadata of a page of a list, from that of the first, whose scripts it does without."""
    if number == 1:
        return first
    title = f"{first.title}, page {number}"
    return replace(first, title=title, address=address(first.address, number), scripts=())


def steps(base: str, count: int, number: int) -> tuple[PageLink, ...]:
    """What leads from one page of a list to its others. It does not grow with the list."""
    near = range(max(1, number - NEAR - 1), min(count, number + NEAR + 1) + 1)
    return tuple(
        PageLink(n, address(base, n) if n in (1, count) or abs(n - number) <= NEAR else "")
        for n in sorted({1, *near, count})
    )
