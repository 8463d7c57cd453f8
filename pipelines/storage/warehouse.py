"""The warehouse under construction: SQL models become tables of one DuckDB file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from pipelines.storage.door import enforce
from pipelines.storage.lake import Lake
from pipelines.storage.sql_models import TABLE_LAYERS, SqlModel
from schemas.registry import contract, contracts

OPS_TABLES = ("quarantine", "ingest", "fetches", "run_log", "run_measures", "check_results")
SCHEMAS = ("stage", *TABLE_LAYERS, "ops")


@dataclass(frozen=True)
class Warehouse:
    """One DuckDB file; `stage` shows the lake's Parquet as views, `ops` holds copies of its."""

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
        """A connection with every schema and every table of the lake in place."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(self.path)) as connection:
            # A missing table must be an error, never a Python variable of that name.
            connection.execute("set python_enable_replacements = false")
            with transaction(connection):
                for schema in SCHEMAS:
                    connection.execute(f"create schema if not exists {schema}")
                self.show_lake(connection)
            yield connection

    def show_lake(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Make a view stage.<table> of each Parquet table of the lake."""
        for folder in sorted(path for path in self.lake.folder.iterdir() if path.is_dir()):
            name = folder.name.replace('"', '""')
            files = self.lake.files(folder.name).replace("'", "''")
            connection.execute(
                f"create or replace view stage.\"{name}\" as from read_parquet('{files}')"
            )

    def build(self, connection: duckdb.DuckDBPyConnection, model: SqlModel) -> pl.DataFrame | None:
        """Make one table from its model; return it if it has a contract, else None.

        Raises ContractError where the result breaks its contract; the caller's transaction then
        leaves the old table in place.
        """
        connection.execute(f"create or replace table {model.table} as {model.query}")
        if model.name not in contracts():
            return None
        return enforce(model.name, pl.DataFrame(connection.sql(f"from {model.table}")))

    def build_ops(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Copy the operational tables from the lake."""
        with transaction(connection):
            for name in OPS_TABLES:
                wrapped = ArrowStream(self.lake.read(name))
                connection.register("ops_frame", wrapped)
                connection.execute(f"create or replace table ops.{name} as from ops_frame")
                connection.unregister("ops_frame")


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
