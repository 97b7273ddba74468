"""Figures as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from .measure import Run, ratio
from .trial import Row
from .weight import Weight

WIDTHS = (9, 14, 29, 9, 9, 9, 8, 9, 9)
WEIGHED = ("examples", "builder", "largest example", "list", "home", "example", "files", "MB")
HEAD = ("examples", "builder", "after", "CPU s", "wall s", "peak MB", "files", "MB", "ours to it")


def heading(row: Row) -> str:
    """A run in one line, as it comes."""
    told = f"{row.run.cpu:.2f} s CPU, {row.run.wall:.2f} s" if row.run else ""
    return f"{row.examples} {row.builder}: {row.edit} {row.nth + 1}: {told}"


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Two tables: what builds cost, and what readers load."""
    yield (
        "Medians. Processor time counts; “ours to it” is the median of the ratios of runs in turn."
        " MB and files: what was written."
    )
    yield _line(HEAD)
    runs = [row for row in rows if row.run]
    for (examples, edit), some in groupby(runs, key=lambda row: (row.examples, row.edit)):
        yield from _costs(examples, edit, list(some))
    yield ""
    yield (
        "kB. A first visit is gzipped, with every style, script, icon and font that the page names."
    )
    yield _line(WEIGHED)
    for row in rows:
        if row.weight:
            yield _line((f"{row.examples:,}", row.builder, *_weights(row.weight)))


def _costs(examples: int, edit: str, rows: list[Row]) -> Iterator[str]:
    by_builder: dict[str, list[Run]] = {}
    for row in rows:
        if row.run:
            by_builder.setdefault(row.builder, []).append(row.run)
    first, ours = next((name, [run.cpu for run in some]) for name, some in by_builder.items())
    for builder, some in by_builder.items():
        to_it = f"{ratio(ours, [run.cpu for run in some]):.3f}" if builder != first else ""
        cpu, wall, peak, files, written = (
            median([getattr(run, name) for run in some])
            for name in ("cpu", "wall", "peak", "files", "written")
        )
        figures = f"{cpu:.2f} {wall:.2f} {peak:.0f} {files:.0f} {written / 1e6:.1f}".split()
        yield _line((f"{examples:,}", builder, edit, *figures, to_it))


def _weights(weight: Weight) -> tuple[str, ...]:
    sizes = (weight.example, weight.index, weight.first_home, weight.first_example)
    whole = (f"{weight.files:,}", f"{weight.bytes / 1e6:.1f}")
    return (*(f"{size / 1000:.1f}" for size in sizes), *whole)


def _line(cells: Sequence[str]) -> str:
    return "  ".join(
        cell.ljust(width) if n < 3 else cell.rjust(width)
        for n, (cell, width) in enumerate(zip(cells, WIDTHS, strict=False))
    )
