"""`practice words`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import click

from .output import stop

if TYPE_CHECKING:
    from ..prose.readability import Measured


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print the figures.",
)
def words(paths: tuple[str, ...], form: str) -> None:
    """Print how plainly pages are written, as advice: all hand-written pages, or the files that are
    named.
    """
    from ..application.project import project
    from ..prose import measure
    from ..reading.text_file import ReadError

    target = project()
    found = {}
    for path in measure.files(paths or (target.docs,)):
        try:
            found[target.display(os.path.abspath(path))] = measure.measure(path)
        except ReadError as fault:
            stop(str(fault.problem(path)), 1)
    if form == "json":
        click.echo(
            json.dumps(
                {path: _figures(m) for path, m in found.items()}, ensure_ascii=False, indent=1
            )
        )
    elif paths:
        for path, m in found.items():
            _print_measured(path, m)
    else:
        _print_all_measured(found)


def _figures(m: Measured) -> dict[str, Any]:
    return {
        "words": m.words,
        "words_a_sentence": round(m.average, 1),
        "longest_sentence": m.longest._asdict(),
        "long_words": dict(m.long_words),
        "abbreviations_without_words": m.abbreviations,
        "reading_ease": round(m.ease, 1),
        "reading_age": round(m.age, 1),
    }


def _print_measured(path: str, m: Measured) -> None:
    click.echo(f"{path}\n  {m.words:,} words, {m.average:.1f} in a sentence on average")
    click.echo(
        f"  the longest sentence has {m.longest.words}, in the paragraph on line {m.longest.line}:"
        f" {m.longest.text[:70]}…"
    )
    click.echo(
        "  long words:"
        f" {', '.join(f'{word} {number}' for word, number in m.long_words[:8]) or 'none'}"
    )
    click.echo(f"  abbreviations without their words: {', '.join(m.abbreviations) or 'none'}")
    click.echo(
        f"  Flesch reading ease {m.ease:.0f} of 100; about the age of {m.age:.0f} can read it"
    )


def _print_all_measured(found: dict[str, Measured]) -> None:
    click.echo(
        f"{'words':>6} {'a sentence':>11} {'longest':>8} {'long words':>11} {'ease':>5} {'age':>4} "
        " page"
    )
    for path, m in found.items():
        share = 100 * sum(number for _, number in m.long_words) / max(1, m.words)
        click.echo(
            f"{m.words:6,} {m.average:11.1f} {m.longest.words:8} {share:9.1f} % {m.ease:5.0f}"
            f" {m.age:4.0f} "
            f" {path}{' (' + ', '.join(m.abbreviations) + ')' if m.abbreviations else ''}"
        )
    click.echo(
        "Advice, not rules. In brackets: abbreviations without their words. For one page in full:"
        " practice words docs/guides/risk.md"
    )
