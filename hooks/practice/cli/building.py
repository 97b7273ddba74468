"""`practice build` and `addresses`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .output import data_option, print_problems, stop

if TYPE_CHECKING:
    from ..application.project import Project
    from ..application.timings import Timings


def _whole_address(url: str) -> str:
    from ..application.site_settings import ADDRESS

    if url and not ADDRESS.fullmatch(url):
        raise click.BadParameter("write it whole, for example: https://preview.example.org/12/")
    return f"{url.rstrip('/')}/" if url else ""


@click.command()
@data_option
@click.option("--site", default="", help="Where to publish. By default site/.")
@click.option(
    "--url",
    default="",
    callback=lambda context, option, url: _whole_address(url),
    help="Where the site will stand, if not at the address in mkdocs.yml: for a preview.",
)
@click.option(
    "--no-downloads",
    is_flag=True,
    help="Leave out handouts, slides, and the library as single files: quicker, for trials.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Make the zip of the whole site as well, which works without a server.",
)
@click.option(
    "--engine",
    type=click.Choice(["mkdocs", "properdocs"]),
    help="What renders hand-written pages: docs/about/engines.md says when to change.",
)
@click.option(
    "--timings",
    is_flag=True,
    help="Print how long each stage took, and which kinds of files cost most.",
)
def build(
    target: Project, no_downloads: bool, offline: bool, timings: bool, **given: str | None
) -> None:
    """Build the whole site and publish it in one step."""
    from ..application import build, download_cache, mkdocs_render
    from ..application.errors import ProblemsError
    from ..application.project import project
    from ..exports import offline as archive
    from ..exports.data import bulk
    from ..rendering.shell import ShellError

    options = build.Options(
        download_cache.skip if no_downloads else download_cache.make,
        archive.add if offline else archive.leave_out,
        bulk.leave_out if no_downloads else bulk.with_pages,
    )
    named = {name: value for name, value in given.items() if value}
    target, progress = project(data=target.data, **named), _progress(timings)
    try:
        done = build.build(target, options, progress)
    except ProblemsError as err:
        print_problems(err.problems)
        stop("The site was not touched.", 1)
    except build.LockedError as err:
        stop(str(err), 1)
    except (mkdocs_render.MkDocsError, ShellError) as err:
        stop(f"{err}\nThe site was not touched.", 1)
    if timings:
        click.echo("\n".join(progress.lines()), err=True)
    counts = f"{done.files} files, {done.written} written, {done.removed} removed"
    click.echo(f"{target.display(target.site)}/: {counts}")
    _mention_reserved(target)


def _mention_reserved(target: Project) -> None:
    from ..application import set_up

    names = sorted({one.name for one in set_up.reserved(target)})
    if names:
        click.echo(
            f"Not to be published yet: {', '.join(names)} belong to nobody. Run: practice set-up",
            err=True,
        )


def _progress(timings: bool) -> Timings:
    from ..application.timings import Timings

    class Shown(Timings):
        """Shows each stage at a terminal."""

        def step(self, name: str) -> None:
            super().step(name)
            if sys.stderr.isatty():
                click.echo(f"\r{name} …\033[K", err=True, nl=False)

    return Shown(timings)


@click.command()
@click.option("--add", is_flag=True, help="Append them to examples_data/addresses.txt.")
@data_option
def addresses(add: bool, target: Project) -> None:
    """Print the addresses that the ledger lacks; with --add, add them to it."""
    from ..application import build

    lines = build.new_addresses(target)
    if add:
        build.add_addresses(target, lines)
    click.echo("\n".join(lines) if lines else "The ledger has every address.")
