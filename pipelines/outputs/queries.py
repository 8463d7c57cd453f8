"""Answers SQL on a terminal, as a table, CSV or JSON."""

import json
import sys
from pathlib import Path

import duckdb
import polars as pl
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.outputs.formulas import defused

PIPED_WIDTH = 400


class QueryError(Exception):
    """DuckDB refused the query; the message is its own."""


def print_query(warehouse: Path, sql: str, style: str) -> None:
    """Run one query on the published warehouse, read-only, and print its rows."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        connection.execute("set python_enable_replacements = false")
        try:
            frame = pl.DataFrame(connection.sql(sql))
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
    if style == "csv":
        sys.stdout.write(defused(frame).write_csv())
    elif style == "json":
        sys.stdout.write(json.dumps(frame.to_dicts(), default=str, ensure_ascii=False) + "\n")
    else:
        print_table(frame)


def print_table(frame: pl.DataFrame) -> None:
    """Print a frame as a table; nothing in a cell is read as markup."""
    table = Table()
    for column in frame.columns:
        table.add_column(column, justify="right" if frame[column].dtype.is_numeric() else "left")
    for row in frame.iter_rows():
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    # Output to a file or a pipe has no width of its own: nothing is cut off there.
    Console(width=None if sys.stdout.isatty() else PIPED_WIDTH).print(table)


def rows(
    connection: duckdb.DuckDBPyConnection, query: str, **parameters: object
) -> list[dict[str, object]]:
    """Rows of a query as dictionaries; its $names take the parameters."""
    cursor = connection.execute(query, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
