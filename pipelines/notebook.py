"""For notebooks: the marts as Polars frames."""

from pathlib import Path

import duckdb
import polars as pl

from pipelines import settings
from pipelines.outputs.exports.resources import read_tables


def read_marts(home: Path | str | None = None) -> dict[str, pl.DataFrame]:
    """Every mart of the published warehouse by name: read_marts()["casualties_daily"].

    home: the home folder; SITREP_HOME or ./data unless given. Rows are in the order of their
    columns. Raises FileNotFoundError where nothing was published yet.
    """
    warehouse = settings.home(Path(home) if home else None).warehouse
    if not warehouse.exists():
        raise FileNotFoundError(f"No warehouse at {warehouse}: run `sitrep run`, or name a home.")
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {table.name: table.frame for table in read_tables(connection, ("marts",))}
