"""The command line: parsing and printing only."""

from __future__ import annotations

import gc
import json
import sys
import time

import click

gc.disable()  # a build makes much and drops little; collecting costs a tenth of its time and saves nothing


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Outcomes in Practice: check, build and show the library."""


@main.command()
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
@click.option("--site", default="", help="Where to publish. By default site/.")
@click.option("--no-search", is_flag=True, help="Leave the search index out: quicker, for trials.")
@click.option("--timings", is_flag=True, help="Print how long each stage took.")
def build(data: str, site: str, no_search: bool, timings: bool) -> None:
    """Build the whole site and publish it in one step."""
    from .building import build as story
    from .building import searching
    from .building.drawn import DrawingError
    from .building.project import project
    from .pages.shell import ShellError

    stages: list[tuple[str, float, float]] = []
    where = project(data=data, site=site)
    try:
        done = story.build(where, lambda name: _stage(stages, name), searching.leave_out if no_search else searching.make)
    except story.Problems as err:
        _print_problems(err.problems, "text")
        click.echo("The site was not touched.", err=True)
        sys.exit(1)
    except (story.Locked, searching.IndexingError, DrawingError, ShellError) as err:
        click.echo(str(err), err=True)
        sys.exit(1)
    if timings:
        _print_timings(stages)
    click.echo(f"{where.shown(where.site)}/: {done.files} files, {done.written} written, {done.removed} removed")


def _stage(stages: list[tuple[str, float, float]], name: str) -> None:
    stages.append((name, time.process_time(), time.perf_counter()))
    if sys.stderr.isatty():
        click.echo(f"\r{name} …\033[K", err=True, nl=False)


def _print_timings(stages: list[tuple[str, float, float]]) -> None:
    for (name, cpu, wall), (_, cpu_end, wall_end) in zip(stages, stages[1:], strict=False):
        click.echo(f"{name:20} {cpu_end - cpu:7.2f} s CPU {wall_end - wall:7.2f} s", err=True)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print problems.")
def check(paths: tuple[str, ...], data: str, form: str) -> None:
    """Print all problems of all files, or of some."""
    import os

    from .building import build as story
    from .building.project import code_version, project

    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        click.echo(f"There is no file {', '.join(missing)}.", err=True)
        sys.exit(2)
    where = project(data=data)
    _, problems = story.read(where, code_version())
    wanted = {where.shown(os.path.abspath(path)) for path in paths}
    problems = [p for p in problems if not wanted or any(p.path == w or p.path.startswith(f"{w}/") for w in wanted)]
    _print_problems(problems, form)
    sys.exit(any(p.severity == "error" for p in problems))


def _print_problems(problems: list, form: str) -> None:
    if form == "json":
        click.echo(json.dumps([p.__dict__ for p in problems], ensure_ascii=False, indent=1))
    elif form == "github":
        for p in problems:
            level = "error" if p.severity == "error" else "notice"
            click.echo(f"::{level} file={p.path},line={p.line},col={p.column},title={p.rule}::{_escape(p.message)}{'%0A' + _escape(p.hint) if p.hint else ''}")
    else:
        for p in problems:
            click.echo(str(p))
        errors = sum(p.severity == "error" for p in problems)
        click.echo(f"{errors} to mend, {len(problems) - errors} to look at." if problems else "No problems.")


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


@main.command()
@click.argument("id")
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
def show(id: str, data: str) -> None:
    """Show what a thing cites and who cites it."""
    from .building import build as story
    from .building.project import code_version, project
    from .library.relations import leading_from, leading_to

    library, problems = story.read(project(data=data), code_version())
    if library is None:
        _print_problems(problems, "text")
        sys.exit(1)
    kinds = [kind for kind, things in library.things.items() if id in things]
    for kind in kinds:
        click.echo(f"{kind} {id}: {library.title(kind, id)}\n  /{library.address(kind, id)}")
        for relation in leading_from(kind):
            _print_links(relation.forwards, library.links(relation.name, id))
        for relation in leading_to(kind):
            _print_links(f"{relation.backwards} ({relation.source})", library.linked_from(relation.name, id))
    if not kinds:
        click.echo(f"Nothing here has the id {id!r}.", err=True)
        sys.exit(2)


def _print_links(name: str, ids: tuple[str, ...]) -> None:
    if ids:
        click.echo(f"  {name}: {', '.join(ids)}")


@main.command()
def rules() -> None:
    """Print every rule with its sentence."""
    from .reading.rules import all_rules

    for name, sentence in all_rules().items():
        click.echo(f"{name:26} {sentence}")


if __name__ == "__main__":
    main()
