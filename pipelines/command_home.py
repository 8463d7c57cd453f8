"""What every command shares: the home folder that it works on, and how it ends where it cannot."""

import sys
from pathlib import Path

import click

from pipelines import settings

HOME_OPTION = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="Home folder. Default: SITREP_HOME, else ./data.",
)
USAGE_ERROR = 2


def published(home: Path | None) -> Path:
    """The published warehouse of a home folder; ends the program where there is none."""
    warehouse = settings.home(home).warehouse
    if not warehouse.exists():
        fail(f"No warehouse at {warehouse}. Make one with `sitrep run`, or name another --home.")
    return warehouse


def fail(message: str, code: int = USAGE_ERROR) -> None:
    """Say what went wrong and how to mend it, and leave."""
    click.echo(message, err=True)
    sys.exit(code)
