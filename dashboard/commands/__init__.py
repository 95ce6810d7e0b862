"""The commands of ``python -m dashboard``. Imports wait until a command needs them, so that help comes at once."""

from __future__ import annotations

import click

from .adding import add
from .describing import describe
from .evaluating import accuracy, labelled
from .exporting import dictionary, export
from .extracting import extract
from .looking_after import check, reextract, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tilik: who claims what, according to which source, and since when."""


for command in (serve, extract, add, describe, reextract, export, labelled, accuracy, check, dictionary):
    main.add_command(command)
