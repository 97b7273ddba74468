"""How problems are printed."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..application.project import Project
    from ..model import Problem


def _project(context: click.Context, option: click.Parameter, data: str) -> Project:
    from ..application.project import project

    return project(data=data)


data_option = click.option(
    "--data",
    "target",
    default="",
    callback=_project,
    help="Another folder of the shape of examples_data/.",
)
"""The option of every command that reads the library: it gives the project."""
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to print problems.",
)
"""The option of every command that prints problems."""


def print_problems(problems: Sequence[Problem], form: str = "text") -> None:
    """Prints problems as text, as JSON, or as annotations of the code host."""
    if form == "json":
        click.echo(json.dumps([p._asdict() for p in problems], ensure_ascii=False, indent=1))
    elif form == "github":
        for problem in problems:
            click.echo(_annotation(problem))
    else:
        for problem in problems:
            click.echo(str(problem))
        errors = sum(p.severity == "error" for p in problems)
        counts = f"{errors} to mend, {len(problems) - errors} to look at."
        click.echo(counts if problems else "No problems.")


def _annotation(p: Problem) -> str:
    level = "error" if p.severity == "error" else "notice"
    place = f"file={_property(p.path)},line={p.line},col={p.column},title={p.rule}"
    hint = f"%0A{_escape(p.hint)}" if p.hint else ""
    return f"::{level} {place}::{_escape(p.message)}{hint}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def accept_every_character(stream: TextIO) -> None:
    """Lets a stream take every character: a file or a pipe as UTF-8, and a terminal with escapes
    for what it cannot show.
    """
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def stop(message: str, code: int = 2) -> NoReturn:
    """Ends the command with a message."""
    click.echo(message, err=True)
    sys.exit(code)
