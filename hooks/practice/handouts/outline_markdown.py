"""Reads Markdown as the blocks of an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyromark

from .outline import Address, Block, Grid, Heading, Listing, Paragraph, Run

PAGE = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
ROWS = ("TableHead", "TableRow")


@dataclass
class _Open:
    """A container whose end has not come yet."""

    start: int | None = None
    items: list[list[Block]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass
class _Reading:
    """Where the events have led to: containers that are open, words that are waiting."""

    address: Address
    headings: bool = False
    """Whether a heading is one, and not just strong words."""
    stack: list[_Open] = field(default_factory=lambda: [_Open()])
    runs: list[Run] = field(default_factory=list)
    strong: int = 0
    links: list[str] = field(default_factory=list)

    def add_text(self, text: str) -> None:
        link = self.links[-1] if self.links else ""
        last = self.runs[-1] if self.runs else None
        if last and (last.strong, last.link) == (self.strong > 0, link):
            self.runs[-1] = Run(last.text + text, last.strong, link)
        else:
            self.runs.append(Run(text, self.strong > 0, link))

    def close_words(self) -> None:
        """The words that wait become a paragraph where they stand."""
        if any(run.text.strip() for run in self.runs):
            self.close_cell()
        self.runs = []

    def close_cell(self) -> None:
        """The words that wait, of which there may be none, become a paragraph."""
        self.stack[-1].blocks.append(Paragraph(tuple(_trimmed(self.runs))))
        self.runs = []

    def close_heading(self, level: int) -> None:
        """The words that wait become a heading, one level up: a page's title is no heading."""
        self.stack[-1].blocks.append(Heading(level - 1, "".join(r.text for r in self.runs).strip()))
        self.runs = []


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    for n, run in enumerate(runs):
        text = run.text.lstrip() if n == 0 else run.text
        text = text.rstrip() if n == len(runs) - 1 else text
        if text:
            yield Run(text, run.strong, run.link)


def read(markdown: str, address: Address) -> tuple[Block, ...]:
    """The blocks of a field: paragraphs and lists, with strong words and links.

    HTML comes through as the words that were typed.
    """
    return _blocks(_Reading(address), pyromark.events(markdown))


def read_page(markdown: str, address: Address) -> tuple[Block, ...]:
    """The blocks of a hand-written page: those of a field, and headings and tables."""
    return _blocks(_Reading(address, headings=True), pyromark.events(markdown, options=PAGE))


def _blocks(reading: _Reading, events: Iterable[Any]) -> tuple[Block, ...]:
    for event in events:
        _take(reading, event)
    reading.close_words()
    return tuple(reading.stack[0].blocks)


def _take(reading: _Reading, event: Any) -> None:
    if event == "SoftBreak":
        reading.add_text(" ")
    elif event == "HardBreak":
        reading.add_text("\n")
    elif isinstance(event, dict):
        (name, value), *_ = event.items()
        if name == "Start":
            _begin(reading, *_tag(value))
        elif name == "End":
            _end(reading, *_tag(value))
        elif isinstance(value, str):
            reading.add_text(value.replace("\t", " "))  # LibreOffice leaves a tab out


def _tag(value: Any) -> tuple[str, Any]:
    if isinstance(value, dict):
        (name, detail), *_ = value.items()
        return name, detail
    return value, None


def _begin(reading: _Reading, tag: str, detail: Any) -> None:
    if tag == "List":
        reading.close_words()
        reading.stack.append(_Open(detail))
    elif tag in ("Item", "Table", *ROWS):
        reading.stack.append(_Open())
    elif tag == "Link":
        reading.links.append(reading.address(detail["dest_url"]))
    elif tag in ("Strong", "Emphasis", "Heading"):
        reading.strong += 1


def _end(reading: _Reading, tag: str, detail: Any) -> None:
    if tag == "Link":
        reading.links.pop()
    elif tag in ("Strong", "Emphasis", "Heading"):
        reading.strong -= 1
    if tag == "Heading" and reading.headings:
        reading.close_heading(int(detail[1:]))
    if tag == "TableCell":
        reading.close_cell()
    if tag in ("Paragraph", "Heading", "Item", "CodeBlock", "HtmlBlock"):
        reading.close_words()
    if tag in ("Item", *ROWS):
        done = reading.stack.pop()
        reading.stack[-1].items.append(done.blocks)
    elif tag in ("List", "Table"):
        done = reading.stack.pop()
        items = tuple(tuple(item) for item in done.items if item)
        if items:
            whole = _grid(items) if tag == "Table" else Listing(items, done.start)
            reading.stack[-1].blocks.append(whole)


def _grid(rows: tuple[tuple[Block, ...], ...]) -> Grid:
    return Grid(tuple(tuple(b for b in row if isinstance(b, Paragraph)) for row in rows))
