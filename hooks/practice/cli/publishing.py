"""The commands for those who run the library: `practice set-up` and `publish-check`."""

from __future__ import annotations

import sys

import click

from .output import stop

ASKED = {
    "site_name": ("--name", "The name of the library"),
    "site_url": ("--url", "The web address at which it will stand"),
    "repo_url": ("--repository", "The address of its repository at the code host"),
    "extra.contact": ("--email", "The email address that takes examples"),
}
"""Each field, its option, and how it is asked for."""


@click.command("set-up")
@click.option("--name", default="", help="The name of the library.")
@click.option("--url", default="", help="The web address at which it will stand.")
@click.option("--repository", default="", help="The address of its repository at the code host.")
@click.option("--email", default="", help="The email address that takes examples.")
@click.option("--ask/--no-ask", default=None, help="By default yes, at a terminal.")
def set_up(ask: bool | None, **given: str) -> None:
    """Write the name and the addresses of the library wherever they stand. It can be run again."""
    from ..application import set_up
    from ..application.project import project

    target = project()
    known = set_up.known(target)
    asks = sys.stdin.isatty() if ask is None else ask
    if not asks and not any(given.values()):
        stop("Nothing is asked where there is no terminal. Give options, such as --name, or --ask.")
    values: dict[str, str] = {}
    for field, (option, words) in ASKED.items():
        value = given[option.removeprefix("--")]
        if asks and not value:
            value = _asked(field, words, known[field])
        if value and (fault := set_up.fault(field, value)):
            stop(f"{option} {value!r}: {fault}")
        values |= {field: value} if value else {}
    changed = set_up.write(target, values)
    click.echo(f"Written: {', '.join(changed)}." if changed else "Nothing had to be written.")
    click.echo("Look at it with `make serve`, commit it, and go on with docs/about/hosting.md.")


def _asked(field: str, words: str, known: str) -> str:
    """An answer of the right form; return alone keeps what is known."""
    from ..application import set_up

    while True:
        value: str = click.prompt(words, default=known).strip()
        fault = set_up.fault(field, value)
        if not fault:
            return value
        click.echo(f"{value!r}: {fault}", err=True)


@click.command("publish-check")
def publish_check() -> None:
    """Refuse a library that is not ready to be published: with reserved names, or with problems."""
    from ..application import check, set_up
    from ..application.errors import ProblemsError
    from ..application.project import project

    target = project()
    left = set_up.reserved(target)
    for one in left:
        click.echo(str(one))
    if left:
        stop("They belong to nobody. Run: practice set-up. Then commit what it wrote.", 1)
    try:
        check.load(target)
    except ProblemsError as err:
        stop(str(err), 1)
    click.echo("Ready to be published.")
