"""The command line: parsing and printing only. Each command imports what it needs."""

from __future__ import annotations

import gc

import click

from . import building, checking, contributing, prose


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Outcomes in Practice: check, build and show the library."""
    # A command allocates much and frees little: run the garbage collector rarely.
    gc.set_threshold(200_000, 10_000)


for module in (building, checking, contributing, prose):
    for command in module.COMMANDS:
        main.add_command(command)
