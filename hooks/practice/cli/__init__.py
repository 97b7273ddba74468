"""The command line: parsing and printing only. Each command imports what it needs."""

from __future__ import annotations

import os
import sys

import click

from . import building, checking, contributing, prose, publishing
from .output import speak, stop


class Commands(click.Group):
    """Says in one line what the system refused, such as a full disk: nobody reads a traceback."""

    def invoke(self, context: click.Context) -> object:
        from ..application.errors import ProjectError

        try:
            return super().invoke(context)
        except ProjectError as err:
            stop(str(err))
        except BrokenPipeError:
            raise
        except OSError as err:
            path = f"{os.path.relpath(err.filename)}: " if isinstance(err.filename, str) else ""
            stop(f"{path}{err.strerror or err}. The published site was not touched.")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Outcomes in Practice: check, build and show the library."""
    speak(sys.stdout)
    speak(sys.stderr)


for module in (building, checking, contributing, prose, publishing):
    for command in module.COMMANDS:
        main.add_command(command)
