"""`python -m bench`: the figures as a table and as JSON lines.

python -m bench                                   100 and 1,000 examples, three runs of each
python -m bench --sizes 5000,10000 --runs 1       a large library
python -m bench corpus --examples 500 OUT         only the made-up library, in a folder
python -m bench preview                           from saving a file to seeing it
python -m bench finder --sizes 1000,5000          real questions to the finder, and what one costs a
reader
python -m bench finder --held-out                 asks that the index does not hold
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import asdict

import click

from . import corpus, finder, preview
from . import held_out as held_out_asks
from .ours import PROJECT, made_up
from .table import heading, lines
from .trial import Row, Trial

Sizes = tuple[int, ...]


def _sizes(context: click.Context, option: click.Parameter, value: str) -> Sizes:
    try:
        sizes = tuple(int(size) for size in value.split(","))
    except ValueError:
        raise click.BadParameter("numbers with commas between them, such as 100,1000") from None
    if min(sizes) < 50:
        raise click.BadParameter("the smallest library here has 50 examples")
    return sizes


sizes_option = click.option(
    "--sizes",
    default="100,1000",
    callback=_sizes,
    help="Numbers of examples, with commas between them.",
)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--runs", default=3, help="Runs of each build, in turn with the others.")
@click.option(
    "--without",
    multiple=True,
    type=click.Choice(["hugo", "pagefind"]),
    help="A builder to leave out.",
)
@click.option(
    "--json",
    "out",
    type=click.Path(),
    help="Write the JSON lines to this file. By default they follow the table.",
)
@sizes_option
@click.pass_context
def main(
    context: click.Context,
    sizes: Sizes,
    runs: int,
    without: tuple[str, ...],
    out: str | None,
) -> None:
    """Measure builds of a made-up library, beside Hugo where it is installed; and with search and
    downloads, beside Hugo and then Pagefind.
    """
    if context.invoked_subcommand:
        return
    rows: list[Row] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="practice-bench-") as folder:
            for row in Trial(folder, size, without).rows(runs):
                click.echo(heading(row), err=True)
                rows.append(row)
    click.echo("\n".join(lines(rows)))
    _write_json(rows, out)


def _write_json(rows: Sequence[Row], out: str | None) -> None:
    text = "".join(json.dumps(asdict(row)) + "\n" for row in rows)
    if out:
        with open(out, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        click.echo(f"\n{text}", nl=False)


@main.command(name="corpus")
@click.argument("out", type=click.Path())
@click.option("--examples", default=1000, help="How many.")
def write_corpus(out: str, examples: int) -> None:
    """Write a made-up library into a new folder: examples_data/ and docs/."""
    data, docs = os.path.join(PROJECT, "examples_data"), os.path.join(PROJECT, "docs")
    made = list(corpus.stories(examples, corpus.terms(data, docs)))
    corpus.write(made, data, docs, os.path.join(out, "examples_data"), os.path.join(out, "docs"))
    click.echo(f"{out}: {len(made):,} examples")


@main.command(name="preview")
@click.option("--runs", default=5, help="How often to save a file.")
@sizes_option
def time_preview(sizes: Sizes, runs: int) -> None:
    """Measure how long after saving a file its page shows in the live preview."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="practice-bench-") as folder:
            ours, made = made_up(folder, size)
            seconds = list(preview.times(ours, made, runs))
        told = {"examples": size, "preview": [round(s, 3) for s in seconds]}
        click.echo(json.dumps(told | {"median": round(statistics.median(seconds), 3)}))


@main.command(name="finder")
@click.option(
    "--sizes",
    default="",
    help="Sizes of made-up libraries at which to weigh a question too, with commas between them.",
)
@click.option(
    "--held-out",
    is_flag=True,
    help="Only ask each ask of the examples of an index that does not hold it.",
)
def ask_finder(sizes: str, held_out: bool) -> None:
    """Ask the real library all questions of questions.yml, and weigh a few on the wire."""
    if held_out:
        _ask_held_out()
        return
    for size in (0, *(int(size) for size in sizes.split(",") if size)):
        with tempfile.TemporaryDirectory(prefix="practice-bench-") as folder:
            site = finder.built(os.path.join(folder, "ours"), size)
            for source, name, answers in finder.report(site) if not size else ():
                told = {"from": source, "questions": name, "asked": len(answers)}
                first = {f"first {n}": finder.within(answers, n) for n in (3, 10)}
                click.echo(json.dumps(told | first))
            examples = {"examples": size or "the real ones"}
            for cost in finder.costs(site):
                click.echo(json.dumps(examples | asdict(cost)))


def _ask_held_out() -> None:
    """How many asks find their own example, as JSON."""
    places = held_out_asks.places(*held_out_asks.real())
    first = {f"first {n}": sum(0 < place <= n for place in places) for n in (3, 10)}
    click.echo(json.dumps({"questions": "held out", "asked": len(places), **first}))


if __name__ == "__main__":
    main()
