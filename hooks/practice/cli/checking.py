"""`practice check`, `show`, `rules`, `reviews`, `report` and `links`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from .output import data_option, format_option, print_problems, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..application.project import Project
    from ..library.library import Library


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@data_option
@format_option
@click.option(
    "--fix",
    is_flag=True,
    help=(
        "First mend in examples what is certain: order, quotation marks, spaces, lists, dates, ids;"
        " and everywhere ids that something had before."
    ),
)
def check(paths: tuple[str, ...], target: Project, form: str, fix: bool) -> None:
    """Print all problems of all files, or of some."""
    from ..application import check
    from ..application.project import is_in

    _refuse(target, paths)
    if fix:
        _fix(target, paths)
    _, problems = check.read_with_advice(target)
    if paths:
        problems = [p for p in problems if is_in(os.path.join(target.root, p.path), paths)]
    print_problems(problems, form)
    sys.exit(any(p.severity == "error" for p in problems))


def _refuse(target: Project, paths: tuple[str, ...]) -> None:
    """Ends the command when a path is not there, or when no file in it is ever read: to print no
    problem would look like a check that passed.
    """
    from ..application.project import is_in

    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        stop(f"There is no file {', '.join(missing)}.")
    read = (target.data, target.docs)
    beside = [
        path
        for path in paths
        if not is_in(path, read) and not any(is_in(folder, [path]) for folder in read)
    ]
    if beside:
        folders = " and ".join(f"{target.display(folder)}/" for folder in read)
        stop(
            f"{', '.join(beside)}: only files in {folders} are read. Put it there, or name another"
            " folder with --data."
        )


def _fix(target: Project, paths: tuple[str, ...]) -> None:
    from ..application import contribute

    for path, mended in contribute.fix(target, paths):
        for line, what in mended.done:
            click.echo(f"{target.display(os.path.abspath(path))}:{line}: {what}", err=True)


@click.command()
@click.argument("id")
@data_option
def show(id: str, target: Project) -> None:
    """Show what a thing cites and who cites it."""
    from ..application import check
    from ..library.relations import leading_from, leading_to

    library = check.load(target)
    kinds = [kind for kind, things in library.things.items() if id in things]
    for kind in kinds:
        click.echo(f"{kind} {id}: {library.title(kind, id)}\n  /{library.address(kind, id)}")
        for relation in leading_from(kind):
            _print_links(relation.forwards, library.links(relation.name, id))
        for relation in leading_to(kind):
            heading = f"{relation.backwards} ({relation.source})"
            _print_links(heading, library.linked_from(relation.name, id))
    if not kinds:
        stop(" ".join((f"Nothing here has the id {id!r}.", *_before(library, id))))


def _before(library: Library, id: str) -> Iterator[str]:
    """What became of things that had an id before, in sentences."""
    from ..library import former

    for kind, alias, now in former.renamed(library):
        if alias == id:
            yield f"It was the {kind.singular_name} {now}: run practice show {now}."
    for one in former.retired(library):
        if one.id == id:
            see = ", ".join(one.entry.see)
            yield f"It was a {one.kind.singular_name}, retired on {one.entry.on}: see {see}."


def _print_links(heading: str, ids: tuple[str, ...]) -> None:
    if ids:
        click.echo(f"  {heading}: {', '.join(ids)}")


@click.command()
def rules() -> None:
    """Print every rule with its sentence."""
    from ..checking.rules import all_rules

    for name, sentence in all_rules().items():
        click.echo(f"{name:26} {sentence}")


@click.command()
@data_option
def reviews(target: Project) -> None:
    """Print which examples are to be reviewed, and whose agreement is to be asked for again, the
    earliest first.
    """
    from ..application import check
    from ..application.day import build_day
    from ..checking import expiry

    library, today = check.load(target), build_day(target.root)
    rows = [(day, id, "review") for day, id in expiry.reviews(library)]
    rows += [(day, id, "ask again") for day, id in expiry.asked_again(library)]
    for day, id, what in sorted(rows):
        click.echo(f"{day} {'overdue' if day < today else '':8} {what:10} {id}")
    click.echo(f"{sum(day < today for day, _, _ in rows)} overdue on {today}, {len(rows)} in all.")


@click.command()
@data_option
def report(target: Project) -> None:
    """Print what is due and what is missing: agreements, reviews, what nothing shows or cites."""
    from ..application import check
    from ..application.day import build_day
    from ..application.report import report

    today = build_day(target.root)
    for part in report(check.load(target), today):
        click.echo(f"{part.heading}: {len(part.lines) or 'none'}")
        for line in part.lines:
            click.echo(f"  {line}")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@data_option
@format_option
def links(paths: tuple[str, ...], target: Project, form: str) -> None:
    """Ask other websites whether the addresses in all files, or in some, still answer.

    Ends with 0 where none is gone, with 1 where one is, and with 2 where no address could be
    reached at all.
    """
    from ..application import links

    _refuse(target, paths)
    found = links.check_links(target, paths)
    click.echo(f"{found.asked} asked, {found.excepted} with an exception.", err=True)
    if found.asked and not found.reached:
        stop("No address could be reached. Is there a network?")
    print_problems(found.problems, form)
    sys.exit(any(p.severity == "error" for p in found.problems))
