"""The warehouse under construction: SQL models become tables of one DuckDB file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from pipelines.storage.lake import Lake
from pipelines.storage.sql_models import TABLE_LAYERS, SqlModel
from schemas.registry import contract, contracts

OPS_TABLES = ("quarantine", "ingest", "fetches", "run_log", "run_measures", "check_results")
SCHEMAS = ("stage", *TABLE_LAYERS, "ops")
# Readers built on DuckDB 1.2 and newer open this storage version; the default of 2.0 they cannot.
STORAGE_VERSION = "v1.2.0"
# Macros answer with or without their schema's name.
MACRO_SCHEMAS = ("main", "marts")


@dataclass(frozen=True)
class Warehouse:
    """One DuckDB file: core, marts and ops, and `stage`, which shows the lake's Parquet as views.

    `intermediate` keeps what the next run compares with; nobody else sees it.
    """

    path: Path
    lake: Lake

    @contextmanager
    def read(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that only reads what a build has made."""
        with duckdb.connect(str(self.path), read_only=True) as connection:
            connection.execute("set python_enable_replacements = false")
            yield connection

    @contextmanager
    def connect(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that may write; `stage` shows the lake as it is now."""
        with duckdb.connect(str(self.path)) as connection:
            connection.execute("set python_enable_replacements = false")
            with transaction(connection):
                show_lake(connection, self.lake)
            yield connection


def begin_schemas(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the schemas of a warehouse."""
    for schema in SCHEMAS:
        connection.execute(f"create schema {schema}")


def show_lake(connection: duckdb.DuckDBPyConnection, lake: Lake, schema: str = "stage") -> None:
    """Make a view <schema>.<table> of each Parquet table of the lake."""
    for folder in sorted(path for path in lake.folder.iterdir() if path.is_dir()):
        name = folder.name.replace('"', '""')
        files = lake.files(folder.name).replace("'", "''")
        connection.execute(
            f"create or replace view {schema}.\"{name}\" as from read_parquet('{files}')"
        )


def copy_ops(connection: duckdb.DuckDBPyConnection, lake: Lake) -> None:
    """Copy the operational tables from the lake, with their comments."""
    for name in OPS_TABLES:
        make_table(connection, f"ops.{name}", lake.read(name))
        describe(connection, f"ops.{name}", name)


def make_table(connection: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame) -> None:
    """Make or replace a table out of a frame."""
    connection.register("rows_of_frame", ArrowStream(frame))
    connection.execute(f"create or replace table {table} as from rows_of_frame")
    connection.unregister("rows_of_frame")


class ArrowStream:
    """Shows DuckDB nothing but a frame's Arrow stream, so that pyarrow is not asked for."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit at the end, roll back on an error."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def describe(connection: duckdb.DuckDBPyConnection, table: str, name: str) -> None:
    """Write the contract's sentences into the database as comments."""
    if name not in contracts():
        return
    schema = contract(name).to_schema()
    connection.execute(f"comment on table {table} is {quoted(contract(name).__doc__ or '')}")
    for column, field in schema.columns.items():
        connection.execute(
            f'comment on column {table}."{column}" is {quoted(field.description or "")}'
        )


def quoted(text: str) -> str:
    """A SQL string literal; COMMENT ON takes no parameters."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def create_macro(connection: duckdb.DuckDBPyConnection, macro: SqlModel) -> None:
    """Make a table macro from its file."""
    for schema in MACRO_SCHEMAS:
        name = f"{schema}.{macro.name}"
        parameters = ", ".join(macro.parameters)
        connection.execute(f"create macro {name}({parameters}) as table {macro.query}")
