"""The command line: parsing and printing only."""

from __future__ import annotations

import datetime
import gc
import json
import os
import sys
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .application.project import Project
    from .application.timings import Timings
    from .contributing.interview import Option
    from .model import Problem
    from .prose.readability import Measured

gc.set_threshold(
    200_000, 10_000
)  # a build makes much and drops little: look for waste seldom, and among what is new alone


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Outcomes in Practice: check, build and show the library."""


@main.command()
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
@click.option("--site", default="", help="Where to publish. By default site/.")
@click.option("--no-search", is_flag=True, help="Leave the search index out: quicker, for trials.")
@click.option(
    "--no-downloads",
    is_flag=True,
    help="Leave the handouts, slides and other files out: quicker, for trials.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Make the zip of the whole site as well, which works without a server.",
)
@click.option(
    "--timings",
    is_flag=True,
    help="Print how long each stage took, and which kinds of files cost most.",
)
def build(
    data: str, site: str, no_search: bool, no_downloads: bool, offline: bool, timings: bool
) -> None:
    """Build the whole site and publish it in one step."""
    from .application import build as story
    from .application import download_cache, indexing
    from .application.mkdocs_render import DrawingError
    from .application.project import project
    from .application.timings import Timings
    from .exports import offline as packing
    from .rendering.shell import ShellError

    taken = Timings()
    where = project(data=data, site=site)
    index = indexing.leave_out if no_search else indexing.make
    files = download_cache.leave_out if no_downloads else download_cache.make
    try:
        done = story.build(
            where,
            lambda name: _stage(taken, name),
            index,
            files,
            packing.add if offline else packing.leave_out,
            taken.watch if timings else iter,
        )
    except story.Problems as err:
        _print_problems(err.problems, "text")
        click.echo("The site was not touched.", err=True)
        sys.exit(1)
    except (story.Locked, indexing.IndexingError, DrawingError, ShellError) as err:
        click.echo(str(err), err=True)
        sys.exit(1)
    if timings:
        click.echo("\n".join(taken.lines()), err=True)
    click.echo(
        f"{where.shown(where.site)}/: {done.files} files, {done.written} written, {done.removed}"
        " removed"
    )


def _stage(taken: Timings, name: str) -> None:
    taken.step(name)
    if sys.stderr.isatty():
        click.echo(f"\r{name} …\033[K", err=True, nl=False)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to print problems.",
)
@click.option(
    "--fix",
    is_flag=True,
    help=(
        "First mend in examples what is certain: order, quotation marks, spaces, lists, dates, ids."
    ),
)
def check(paths: tuple[str, ...], data: str, form: str, fix: bool) -> None:
    """Print all problems of all files, or of some."""
    from .application import build as story
    from .application.project import project

    where = project(data=data)
    _refuse(where, paths)
    if fix:
        _fix(where, paths)
    problems = story.look_over(where)
    problems = [
        p
        for p in problems
        if not paths or any(_within(os.path.join(where.root, p.path), path) for path in paths)
    ]
    _print_problems(problems, form)
    sys.exit(any(p.severity == "error" for p in problems))


def _refuse(where: Project, paths: tuple[str, ...]) -> None:
    """Ends the command when a path is not there, or when no file in it is ever read: silence would
    look like praise.
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        click.echo(f"There is no file {', '.join(missing)}.", err=True)
        sys.exit(2)
    read = (where.data, where.docs)
    beside = [
        path
        for path in paths
        if not any(_within(path, folder) or _within(folder, path) for folder in read)
    ]
    if beside:
        folders = " and ".join(f"{where.shown(folder)}/" for folder in read)
        click.echo(
            f"{', '.join(beside)}: only files in {folders} are read. Put it there, or name another"
            " folder with --data.",
            err=True,
        )
        sys.exit(2)


def _within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies below it."""
    inner, outer = os.path.abspath(path), os.path.abspath(folder)
    return os.path.commonpath((inner, outer)) == outer


def _fix(where: Project, paths: tuple[str, ...]) -> None:
    from .application import contribute

    for path, mended in contribute.mended(where, paths):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(mended.text)
        for line, what in mended.done:
            click.echo(f"{where.shown(os.path.abspath(path))}:{line}: {what}", err=True)


def _print_problems(problems: list, form: str) -> None:
    if form == "json":
        click.echo(json.dumps([p.__dict__ for p in problems], ensure_ascii=False, indent=1))
    elif form == "github":
        for p in problems:
            level = "error" if p.severity == "error" else "notice"
            click.echo(
                f"::{level}"
                f" file={p.path},line={p.line},col={p.column},title={p.rule}::"
                f"{_escape(p.message)}{'%0A' + _escape(p.hint) if p.hint else ''}"
            )
    else:
        for p in problems:
            click.echo(str(p))
        errors = sum(p.severity == "error" for p in problems)
        click.echo(
            f"{errors} to mend, {len(problems) - errors} to look at."
            if problems
            else "No problems."
        )


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


@main.command()
@click.argument("id")
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
def show(id: str, data: str) -> None:
    """Show what a thing cites and who cites it."""
    from .application import build as story
    from .application.project import project
    from .library.relations import leading_from, leading_to

    library, problems = story.read(project(data=data))
    if library is None:
        _print_problems(problems, "text")
        sys.exit(1)
    kinds = [kind for kind, things in library.things.items() if id in things]
    for kind in kinds:
        click.echo(f"{kind} {id}: {library.title(kind, id)}\n  /{library.address(kind, id)}")
        for relation in leading_from(kind):
            _print_links(relation.forwards, library.links(relation.name, id))
        for relation in leading_to(kind):
            _print_links(
                f"{relation.backwards} ({relation.source})", library.linked_from(relation.name, id)
            )
    if not kinds:
        click.echo(f"Nothing here has the id {id!r}.", err=True)
        sys.exit(2)


def _print_links(name: str, ids: tuple[str, ...]) -> None:
    if ids:
        click.echo(f"  {name}: {', '.join(ids)}")


@main.command()
@click.option("--add", is_flag=True, help="Append them to examples_data/addresses.txt.")
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
def addresses(add: bool, data: str) -> None:
    """Print the addresses that the ledger lacks; with --add, add them to it."""
    import os

    from .application import build as story
    from .application.project import project
    from .library.ledger import NAME

    where = project(data=data)
    try:
        lines = story.new_addresses(where)
    except story.Problems as err:
        _print_problems(err.problems, "text")
        sys.exit(1)
    if add and lines:
        with open(os.path.join(where.data, NAME), "a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    click.echo("\n".join(lines) if lines else "The ledger has every address.")


@main.command()
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
    from .application.project import project
    from .prose import measure
    from .reading.document import Fault

    where = project()
    found = {}
    for path in measure.files(paths or (where.docs,)):
        try:
            found[where.shown(os.path.abspath(path))] = measure.measure(path)
        except Fault as fault:
            click.echo(f"{fault.problem(path)}", err=True)
            sys.exit(1)
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


@main.command()
def rules() -> None:
    """Print every rule with its sentence."""
    from .checking.rules import all_rules

    for name, sentence in all_rules().items():
        click.echo(f"{name:26} {sentence}")


@main.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("id")
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False),
    help="A Word or text file: what stands under its headings is taken over.",
)
@click.option(
    "--ask/--no-ask", default=None, help="Ask for each field. By default yes, at a terminal."
)
@click.option("--dry-run", is_flag=True, help="Print the file and write nothing.")
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
@click.pass_context
def new(
    context: click.Context, id: str, source: str | None, ask: bool | None, dry_run: bool, data: str
) -> None:
    """Write a new example: its ID is the name of its file.

    Every field is an option of its own: --title "…" --themes risk-enablement,recording
    --consent.basis people-agreed
    --questions.0.ask "…". `practice template` explains them.
    """
    from .application import contribute
    from .application.project import project
    from .contributing.given import GivenError, given

    where = project(data=data)
    problem = contribute.named(where, id)
    try:
        value = given(context.args)
    except GivenError as err:
        _stop(str(err))
    if problem:
        _stop(f"{problem.message}. {problem.hint}")
    wanted = sys.stdin.isatty() if ask is None else ask
    value.setdefault("added", datetime.date.today().isoformat())
    text = contribute.new(where, value, source or "", _Prompts() if wanted else None)
    path = os.path.join(where.data, "examples", f"{id}.yml")
    if dry_run:
        click.echo(text, nl=False)
    else:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        click.echo(
            f"Written: {where.shown(path)}. Fill in what is empty, then run: practice check"
            f" {where.shown(path)}"
        )


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


class _Prompts:
    """Puts questions on the terminal."""

    def heading(self, title: str, lead: str) -> None:
        click.echo(f"\n{title}\n{'-' * len(title)}\n{lead}".rstrip())

    def text(self, label: str, help: str, *, lines: bool) -> str:
        click.echo(f"\n{help}{' An empty line ends it.' if lines else ''}")
        said: list[str] = []
        while line := click.prompt(
            label if not said else "  …", default="", show_default=False
        ).rstrip():
            said.append(line)
            if not lines:
                break
        return "\n".join(said)

    def choose(self, label: str, help: str, options: Sequence[Option], most: int) -> list[str]:
        click.echo(f"\n{help}")
        for number, option in enumerate(options, 1):
            click.echo(f"  {number:2} {option.words}{f': {option.more}' if option.more else ''}")
        asked = (
            f"{label}:"
            f" {'a number' if most == 1 else f'up to {most} numbers, with commas between them'}"
        )
        answer = click.prompt(asked, default="", show_default=False)
        known = {str(number): option.value for number, option in enumerate(options, 1)} | {
            option.value: option.value for option in options
        }
        return [
            known.get(part, part) for part in (part.strip() for part in answer.split(",")) if part
        ]

    def tell(self, problem: Problem) -> None:
        click.echo(f"  {problem.message}. {problem.hint}")


@main.command()
def template() -> None:
    """Print the template: every field with its explanation."""
    from .contributing import write

    click.echo(write.template(), nl=False)


@main.command()
def schema() -> None:
    """Print the JSON Schema of an example."""
    from .reading.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@main.command()
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
@click.option(
    "--before", default="", help="The data as it was: only examples that differ are told of."
)
def comment(data: str, before: str) -> None:
    """Print what a contribution is told: what is right, what to mend, what it adds."""
    from .application import contribute
    from .application.project import project

    click.echo(contribute.comment(project(data=data), before), nl=False)


@main.command()
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
def reviews(data: str) -> None:
    """Print which examples are to be reviewed, and whose agreement is to be asked for again, the
    earliest first.
    """
    from .application import build as story
    from .application.project import build_day, project
    from .checking import expiry

    where = project(data=data)
    library, problems = story.read(where)
    if library is None:
        _print_problems(problems, "text")
        sys.exit(1)
    today = build_day(where.root)
    rows = [(day, id, "review") for day, ids in expiry.reviews(library) for id in ids]
    rows += [(day, id, "ask again") for day, id in expiry.asked_again(library)]
    for day, id, what in sorted(rows):
        click.echo(f"{day} {'overdue' if day < today else '':8} {what:10} {id}")
    click.echo(f"{sum(day < today for day, _, _ in rows)} overdue on {today}, {len(rows)} in all.")


@main.command("issue-to-yaml")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--data", default="", help="Another folder of the shape of examples_data/.")
def issue_to_yaml(file: IO[str], data: str) -> None:
    """Print the text of an issue as the file of an example.

    FILE holds the issue's text; - is the standard input.
    """
    from .application import contribute
    from .application.project import project

    id, text = contribute.issue_file(project(data=data), file.read())
    click.echo(text, nl=False)
    click.echo(f"Save it as examples_data/examples/{id}.yml, then run practice check.", err=True)


@main.command("issue-form")
def issue_form() -> None:
    """Print the issue form, for .github/ISSUE_TEMPLATE/example.yml."""
    from .application import contribute
    from .application.project import project

    click.echo(contribute.issue_form(project()), nl=False)


if __name__ == "__main__":
    main()
