"""The command line: parsing and printing only. Each command imports what it needs."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from .output import accept_every_character, print_problems, stop

COMMANDS = {
    "building": ("addresses", "build"),
    "checking": ("check", "links", "report", "reviews", "rules", "show"),
    "contributing": (
        *("comment", "inbox", "issue-form", "issue-to-yaml", "new", "schema", "template"),
        "withdraw",
    ),
    "prose": ("words",),
    "publishing": ("publish-check", "set-up"),
}
"""Every command by its module, which is imported when a command of it is asked for."""


class Commands(click.Group):
    """Prints the problems of the data, and in one line what the system refused, such as a full
    disk: nobody reads a traceback.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(name for names in COMMANDS.values() for name in names)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        found = [module for module, names in COMMANDS.items() if name in names]
        if not found:
            return None
        module = import_module(f"{__name__}.{found[0]}")
        command: click.Command = getattr(module, name.replace("-", "_"))
        return command

    def invoke(self, context: click.Context) -> object:
        from ..application.errors import ProblemsError, ProjectError

        try:
            return super().invoke(context)
        except ProjectError as err:
            stop(str(err))
        except ProblemsError as err:
            print_problems(err.problems)
            sys.exit(1)
        except BrokenPipeError:
            raise
        except OSError as err:
            path = f"{os.path.relpath(err.filename)}: " if isinstance(err.filename, str) else ""
            building = context.invoked_subcommand == "build"
            more = " The published site was not touched." if building else ""
            stop(f"{path}{err.strerror or err}.{more}")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Outcomes in Practice: check, build and show the library."""
    accept_every_character(sys.stdout)
    accept_every_character(sys.stderr)
