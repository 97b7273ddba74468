"""Pictures of the data as SVG: swatches, the cloth, the rail, the meter.

All are decoration and hidden from screen readers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

COMPONENTS = ("engagement", "recording", "use-of-information")
READ_WORDS = {
    "opening": "We read the beginning only",
    "abstract": "We read a summary only",
    "extracts": "We read parts",
    "whole": "We read all of it",
}
WIDEST = 120
"""Columns of the cloth: one for each example up to this many, then one for each few."""

Cell = tuple[int, int]


def _spans(cells: Iterable[Cell]) -> Iterator[tuple[int, list[Cell]]]:
    """Each row with its runs of cells: where they begin, and how long they are."""
    rows: dict[int, list[int]] = {}
    for x, y in cells:
        rows.setdefault(y, []).append(x)
    for y, xs in sorted(rows.items()):
        spans: list[Cell] = []
        for x in sorted(xs):
            if spans and x == sum(spans[-1]):
                spans[-1] = (spans[-1][0], spans[-1][1] + 1)
            else:
                spans.append((x, 1))
        yield y, spans


def _outlines(colours: Mapping[Cell, str]) -> str:
    """Cells in their colours, outlined run by run."""
    cells: dict[str, list[Cell]] = {}
    for cell, colour in colours.items():
        cells.setdefault(colour, []).append(cell)
    lines = {
        colour: "".join(
            f"M{start} {y}h{length}v1h-{length}z"
            for y, spans in _spans(found)
            for start, length in spans
        )
        for colour, found in cells.items()
    }
    return _strokes(lines)


@lru_cache(maxsize=4096)
def swatch(families: tuple[str, ...], components: tuple[str, ...]) -> Markup:
    """An example's portrait: six by six cells; columns in the colours of its themes, row pairs
    woven where it has the component.

    The style sheet dashes every stroke, a cell on and a cell off, so that a thread is one stroke
    however often it dips under.
    """
    warp = families or ("talk",)
    strokes: dict[str, str] = {}
    for x in range(6):
        colour = warp[x * len(warp) // 6]
        strokes[colour] = strokes.get(colour, "") + f"M{x}.5 {1 - x % 2}v{5 + x % 2}"
    weft = "".join(
        f"M{y % 2} {y}.5h{6 - y % 2}" for y in range(6) if COMPONENTS[y // 2] in components
    )
    if weft:
        strokes["weft"] = weft
    return Markup(
        '<svg class="practice-swatch" viewBox="0 0 6 6"'
        f' aria-hidden="true">{_strokes(strokes)}</svg>'
    )


def cloth(columns: list[tuple[int, ...]], families: list[str]) -> Markup:
    """The library as cloth: a column for an example (or for a few), a row for a theme; `columns`
    holds the rows that each has.
    """
    threads = merged(columns)
    width, rows = max(1, len(threads)), range(len(families))
    ground = {
        family: "".join(f"M{y % 2} {y}.5H{width}" for y in rows if families[y] == family)
        for family in families
    }
    cells = {
        family: [(x, y) for x, have in enumerate(threads) for y in have if families[y] == family]
        for family in families
    }
    woven = {family: _along(found) for family, found in cells.items() if found}
    return Markup(
        f'<svg viewBox="0 0 {width} {len(families)}" preserveAspectRatio="none" aria-hidden="true">'
        f'<g class="ground">{_strokes(ground)}</g>{_strokes(woven)}</svg>'
    )


def _strokes(lines: Mapping[str, str]) -> str:
    return "".join(
        f'<path class="t-{colour}" d="{line}"/>' for colour, line in sorted(lines.items())
    )


def _along(cells: Iterable[Cell]) -> str:
    """Strokes over cells, one for each run along a row, each from where the last ended."""
    out = []
    for y, spans in _spans(cells):
        out.append(f"M{spans[0][0]} {y}.5h{spans[0][1]}")
        out += [f"m{start - sum(before)} 0h{length}" for before, (start, length) in pairwise(spans)]
    return "".join(out)


def merged(columns: list[tuple[int, ...]]) -> list[list[int]]:
    """The columns of the cloth: those of a few examples laid over each other where there are more
    than fit.
    """
    step = max(1, -(-len(columns) // WIDEST))
    return [
        sorted({row for column in columns[n : n + step] for row in column})
        for n in range(0, len(columns), step)
    ]


def rail(minutes: Iterable[int], now: int = 0) -> Markup:
    """A session's steps as bars, as wide as their minutes. Where one is now, those before it are
    done, and those after it are to come.
    """
    x, bars = 0, []
    for number, width in enumerate(minutes, 1):
        state = "done" if number < now else "now" if number == now else "ahead"
        named = f' class="practice-rail--{state}"' if now else ""
        bars.append(f'<rect{named} x="{x}" y="0" width="{width}" height="4"/>')
        x += width
    return Markup(
        f'<svg class="practice-rail" viewBox="0 0 {x} 4" preserveAspectRatio="none"'
        f' aria-hidden="true">{"".join(bars)}</svg>'
    )


THREADS = ("talk", "write", "use", "lead", "learn")
GAP = 3
"""Cells of bare thread between two levels of the line of sight."""


def sight(levels: int) -> Markup:
    """The line of sight: one thread from left to right, and cloth that grows around it level by
    level.
    """
    cells: dict[Cell, str] = {}
    x = 1
    for number in range(levels):
        cells |= _level(x + number, levels - 1, number)
        x += 2 * number + 1 + GAP
    wide, high = x - GAP + 1, 2 * levels - 1
    thread = f'<path class="t-talk" d="M0 {levels - 1}h{wide}v1H0z"/>'
    return Markup(
        f'<svg class="practice-sight__line" viewBox="0 0 {wide} {high}" aria-hidden="true"'
        f' focusable="false" shape-rendering="crispEdges">{thread}{_outlines(cells)}</svg>'
    )


def level(number: int, levels: int) -> Markup:
    """One level of the line of sight, for beside its words."""
    size, middle = 2 * levels - 1, levels - 1
    thread = f'<path class="t-talk" d="M0 {middle}h{size}v1H0z"/>'
    return Markup(
        f'<svg viewBox="0 0 {size} {size}" aria-hidden="true" focusable="false"'
        f' shape-rendering="crispEdges">{thread}{_outlines(_level(middle, middle, number))}</svg>'
    )


def _level(across: int, down: int, number: int) -> dict[Cell, str]:
    """Cloth around a cell, as many cells each way as the level's number; the thread stays on top of
    every other cell.
    """
    reach = range(-number, number + 1)
    return {
        (across + x, down + y): "weft" if (x + y) % 2 else "talk" if y == 0 else "plain"
        for y in reach
        for x in reach
        if number
    }


def ring(stations: int) -> Markup:
    """A thread through stations in a circle, each a knot in the colour of a family with its number,
    and arrows from one to the next.
    """
    turn = 360 / stations
    knots = "".join(_knot(n, turn * n - 90) for n in range(stations))
    arrows = "".join(
        f'<path class="arrow" d="M46 11l7 3-7 3z" transform="rotate({turn * (n + 0.5):g} 50 50)"/>'
        for n in range(stations)
    )
    return Markup(
        '<svg class="practice-ring" viewBox="0 0 100 100" aria-hidden="true"><circle'
        f' class="thread" cx="50" cy="50" r="36"/>{arrows}{knots}</svg>'
    )


def _knot(number: int, angle: float) -> str:
    """Three by three cells on the ring, and a number further in."""
    across, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = round(50 + 36 * across, 1), round(50 + 36 * down, 1)
    cells = {
        (column, row): "weft" if (column + row) % 2 else THREADS[number % len(THREADS)]
        for column in range(3)
        for row in range(3)
    }
    words = f'<text x="{50 + 20 * across:.1f}" y="{50 + 20 * down:.1f}">{number + 1}</text>'
    return (
        f'<g transform="translate({x - 8.1:.1f} {y - 8.1:.1f}) scale(5.4)"'
        f' shape-rendering="crispEdges">{_outlines(cells)}</g>{words}'
    )


@lru_cache
def meter(read: str) -> Markup:
    """How much of a source was read: the words, and four squares by the style sheet."""
    return Markup(f'<span class="practice-read--{read}">{READ_WORDS[read]}</span>')


@lru_cache(maxsize=1024)
def bar(count: int, most: int) -> Markup:
    """A bar as long as a number beside the largest one."""
    width = f"{100 * count / most:g}" if count else "0"
    return Markup(
        '<svg class="practice-bar" viewBox="0 0 100 1" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false"><path d="M0 0h{width}v1H0z"/></svg>'
    )
