"""Pictures drawn from the data: swatches, the cloth, the rail, the meter. All are decoration and hidden from screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

COMPONENTS = ("engagement", "recording", "use-of-information")
READ_WORDS = {"opening": "Opening read", "abstract": "Abstract read", "extracts": "Extracts read", "whole": "Read whole"}
WIDEST = 120
"""The cloth draws one column for each example up to this many, and then one for each few."""

Cells = Mapping[tuple[int, int], str]


def _runs(cells: Iterable[tuple[int, int]]) -> str:
    """The outline of some cells, a stroke for each run along a row."""
    rows: dict[int, list[int]] = {}
    for x, y in cells:
        rows.setdefault(y, []).append(x)
    out = []
    for y, xs in sorted(rows.items()):
        for start, length in _spans(sorted(xs)):
            out.append(f"M{start} {y}h{length}v1h-{length}z")
    return "".join(out)


def _spans(xs: list[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for x in xs:
        if spans and x == sum(spans[-1]):
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((x, 1))
    return spans


def _paths(cells: Cells) -> str:
    colours: dict[str, list[tuple[int, int]]] = {}
    for cell, colour in cells.items():
        colours.setdefault(colour, []).append(cell)
    return "".join(f'<path class="t-{colour}" d="{_runs(some)}"/>' for colour, some in sorted(colours.items()))


@lru_cache(maxsize=4096)
def swatch(families: tuple[str, ...], components: tuple[str, ...]) -> str:
    """An example's portrait: six by six cells; columns in the colours of its themes, row pairs woven where it has the component."""
    warp = families or ("talk",)
    cells: dict[tuple[int, int], str] = {}
    for y in range(6):
        for x in range(6):
            if (x + y) % 2:
                cells[x, y] = warp[x * len(warp) // 6]
            elif COMPONENTS[y // 2] in components:
                cells[x, y] = "weft"
    return f'<svg class="practice-swatch" viewBox="0 0 6 6" aria-hidden="true" focusable="false" shape-rendering="crispEdges">{_paths(cells)}</svg>'


def cloth(columns: list[tuple[int, ...]], families: list[str]) -> str:
    """The library as cloth: a column for an example (or for a few), a row for a theme; `columns` holds the rows that each has."""
    step = max(1, -(-len(columns) // WIDEST))
    merged = [sorted({row for column in columns[n : n + step] for row in column}) for n in range(0, len(columns), step)]
    cells = {(x, y): families[y] for x, rows in enumerate(merged) for y in rows}
    warp = "".join(f"M{x}.5 0v{len(families)}" for x in range(len(merged)))
    return (
        f'<svg viewBox="0 0 {max(1, len(merged))} {len(families)}" preserveAspectRatio="none" aria-hidden="true" focusable="false" shape-rendering="crispEdges">'
        f'<path class="warp" d="{warp}"/>{_paths(cells)}</svg>'
    )


def rail(minutes: Iterable[int]) -> str:
    """A session's steps as bars, as wide as their minutes."""
    x, bars = 0, []
    for width in minutes:
        bars.append(f'<rect x="{x}" y="0" width="{width}" height="4"/>')
        x += width
    return f'<svg class="practice-rail" viewBox="0 0 {x} 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">{"".join(bars)}</svg>'


THREADS = ("talk", "write", "use", "lead", "learn")


def line(stations: int) -> str:
    """A thread through stations one below the other, each in the colour of a family."""
    knots = "".join(f'<rect class="t-{THREADS[n % 5]}" x="3" y="{n * 10 + 1}" width="4" height="4"/>' for n in range(stations))
    return _thread(stations, f'<path class="thread" d="M5 3V{stations * 10 - 7}"/>{knots}')


def loop(stations: int) -> str:
    """The same, with a thread that leads from the last station back to the first."""
    end = stations * 10 - 7
    back = f'<path class="thread" d="M5 3V{end}M5 {end}H1V3H5"/><path class="arrow" d="M3 2l2 1-2 1z"/>'
    knots = "".join(f'<rect class="t-{THREADS[n % 5]}" x="3" y="{n * 10 + 1}" width="4" height="4"/>' for n in range(stations))
    return _thread(stations, back + knots)


def _thread(stations: int, inside: str) -> str:
    return f'<svg class="practice-thread" viewBox="0 0 8 {stations * 10}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{inside}</svg>'


@lru_cache
def meter(read: str) -> str:
    """How much of a source was read: four squares, drawn by the style sheet, and the words."""
    return f'<span class="practice-read practice-read--{read}">{READ_WORDS[read]}</span>'
