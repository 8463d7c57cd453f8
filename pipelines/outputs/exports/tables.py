"""Every table of core and marts as one file: CSV, Parquet or JSON Lines."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl

from pipelines.outputs.exports.resources import Resource, read_tables
from pipelines.outputs.formulas import defused


def write_csv(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """UTF-8 with a header; text that a spreadsheet would run as a formula is defused."""
    return write(connection, folder, "csv", lambda frame, path: defused(frame).write_csv(path))


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """Parquet, zstd."""
    return write(connection, folder, "parquet", lambda frame, path: frame.write_parquet(path))


def write_jsonl(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """One JSON object a line."""
    return write(connection, folder, "jsonl", lambda frame, path: frame.write_ndjson(path))


def write(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    suffix: str,
    save: Callable[[pl.DataFrame, Path], None],
) -> list[Resource]:
    """Save each table as <schema>.<table>.<suffix>."""
    resources = []
    for table in read_tables(connection):
        file = f"{table.schema}.{table.name}.{suffix}"
        save(table.frame, folder / file)
        name = f"{table.schema}.{table.name}"
        resources.append(Resource(name, file, table.description, table.frame.height, table.fields))
    return resources
