"""The commands for contributors and editors: `practice new`, `withdraw`, `inbox`, `template`,
`schema`, `comment`, `issue-to-yaml` and `issue-form`.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
from typing import IO, TYPE_CHECKING

import click

from .output import data_option, stop

if TYPE_CHECKING:
    from ..application.project import Project


@click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
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
@data_option
def new(id: str, target: Project, source: str | None, ask: bool | None, dry_run: bool) -> None:
    """Write a new example: its ID is the name of its file.

    Every field is an option of its own: --title "…" --themes risk-enablement,recording
    --consent.basis people-agreed
    --questions.0.ask "…". `practice template` explains them.
    """
    from ..application import contribute
    from ..contributing.given import GivenError, given
    from ..contributing.source_file import SourceError
    from .interview import ask as ask_for_fields

    wanted = sys.stdin.isatty() if ask is None else ask
    try:
        value = given(click.get_current_context().args)
        if problem := contribute.name_problem(target, id):
            stop(f"{problem.message}. {problem.hint}")
        value.setdefault("added", datetime.date.today().isoformat())
        text = contribute.new(target, value, source or "", ask_for_fields if wanted else None)
    except (GivenError, SourceError) as err:
        stop(str(err))
    path = os.path.join(target.data, "examples", f"{id}.yml")
    if dry_run:
        click.echo(text, nl=False)
    else:
        contribute.write_example(path, text)
        click.echo(
            f"Written: {target.display(path)}. Fill in what is empty, then run: practice check"
            f" {target.display(path)}"
        )


@click.command()
@click.argument("id")
@click.option("--reason", prompt="Why, in a sentence that may be public", help="Why; public.")
@data_option
def withdraw(id: str, reason: str, target: Project) -> None:
    """Put a note in place of an example that was taken back: nothing of its story is left.

    Git keeps the story: docs/about/maintaining.md says what else there is to do.
    """
    from ..application import contribute
    from ..contributing.given import GivenError
    from ..reading.text_file import ReadError

    today = datetime.date.today().isoformat()
    try:
        path, text = contribute.withdrawn(target, id, today, reason)
    except KeyError:
        stop(f"There is no example with the id {id!r}.")
    except ReadError as err:
        stop(f"The file of {id} cannot be read: line {err.line}: {err.message}. {err.hint}")
    except GivenError as err:
        stop(str(err))
    contribute.write_example(path, text)
    click.echo(f"Written: {target.display(path)}. Nothing of the story is left in it.")
    for place, line in contribute.mentions(target, id):
        click.echo(f"Named in {target.display(place)}:{line}")
    click.echo("Run practice check, then go on with docs/about/maintaining.md, step 2.")


@click.command()
@data_option
def inbox(target: Project) -> None:
    """Print the drafts that wait for an editor: what each lacks, and what to ask its sender."""
    from ..application import contribute

    found = contribute.inbox(target)
    for draft in found:
        click.echo(f"{draft.path}: came in on {draft.added}\n  It begins: {draft.begins} …")
        for problem in draft.mend:
            click.echo(f"  Take out: line {problem.line}: {problem.message}. {problem.hint}")
        for line in draft.notes:
            click.echo(f"  It says: {line}")
        if draft.write:
            click.echo(f"  An editor writes: {', '.join(draft.write)}")
        if draft.ask:
            click.echo("  Ask the sender:")
        for question in draft.ask:
            click.echo(f"    - {question}")
        if not (draft.mend or draft.write or draft.ask):
            click.echo("  Nothing is missing. Read it, and take out the line status: draft.")
    click.echo(f"{len(found)} draft{'' if len(found) == 1 else 's'}.")


@click.command()
def template() -> None:
    """Print the template: every field with its explanation."""
    from ..contributing import write

    click.echo(write.template(), nl=False)


@click.command()
def schema() -> None:
    """Print the JSON Schema of an example."""
    from ..reading.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@click.command()
@data_option
@click.option(
    "--before",
    type=click.Path(exists=True, file_okay=False),
    help="The data as it was: only examples that differ are told of.",
)
@click.option(
    "--docs-before",
    type=click.Path(exists=True, file_okay=False),
    help="The hand-written pages as they were.",
)
def comment(target: Project, before: str | None, docs_before: str | None) -> None:
    """Print what a contribution is told: what is right, what to mend, what it adds."""
    from ..application import contribute

    click.echo(contribute.comment(target, before or "", docs_before or ""), nl=False)


@click.command("issue-to-yaml")
@click.argument("file", type=click.File("rb"))
@data_option
def issue_to_yaml(file: IO[bytes], target: Project) -> None:
    """Print the text of an issue as the file of an example.

    FILE holds the issue's text; - is the standard input.
    """
    from ..application import contribute
    from ..contributing import source_file

    try:
        body = source_file.text(file.read(), file.name)
    except source_file.SourceError as err:
        stop(str(err))
    today = datetime.date.today().isoformat()
    id, text = contribute.issue_file(target, body, today)
    click.echo(text, nl=False)
    click.echo(f"Save it as examples_data/examples/{id}.yml, then run practice check.", err=True)


@click.command("issue-form")
def issue_form() -> None:
    """Print the issue form, for .github/ISSUE_TEMPLATE/example.yml."""
    from ..application import contribute
    from ..application.project import project

    click.echo(contribute.issue_form(project()), nl=False)
