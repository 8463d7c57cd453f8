"""What an export's files hold, as the data package and the dictionary tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import polars as pl

from schemas.registry import contract, contracts

# Polars dtype -> type of the Frictionless table schema.
TYPES = {
    pl.Boolean: "boolean", pl.Date: "date", pl.Datetime: "datetime",
    pl.Float32: "number", pl.Float64: "number",
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One column: its type in Frictionless' terms, its unit where it has one, its meaning."""

    name: str
    type: str
    unit: str | None
    description: str | None


@dataclass(frozen=True)
class Resource:
    """One table as a file, or as a sheet or the features of one."""

    name: str
    file: str
    description: str
    n_rows: int
    fields: tuple[Field, ...]
    sheet: str | None = None
    header_rows: int = 1
    is_tabular: bool = True


@dataclass(frozen=True)
class Table:
    """One published table with its comments."""

    schema: str
    name: str
    description: str
    frame: pl.DataFrame
    comments: dict[str, str]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its columns, with what the published file and the contract say of them."""
        return describe_columns(self.frame, self.comments, units(self.name))


def read_tables(
    connection: duckdb.DuckDBPyConnection, schemas: tuple[str, ...] = ("core", "marts")
) -> Iterator[Table]:
    """Each table of core and marts, by name, rows in the order of their columns."""
    listed = connection.execute(
        "select schema_name, table_name, coalesce(comment, '') from duckdb_tables() "
        "where schema_name in (select unnest(?)) order by all",
        [list(schemas)],
    ).fetchall()
    for schema, name, description in listed:
        yield read_table(connection, schema, name, description)


def read_table(
    connection: duckdb.DuckDBPyConnection, schema: str, name: str, description: str
) -> Table:
    """One table, its rows in the order of its columns."""
    commented = connection.execute(
        "select column_name, coalesce(comment, '') from duckdb_columns() "
        "where schema_name = ? and table_name = ?",
        [schema, name],
    ).fetchall()
    frame = pl.DataFrame(connection.sql(f'from {schema}."{name}" order by all'))
    return Table(schema, name, description, frame, dict(commented))


def units(table: str) -> dict[str, str]:
    """Unit by column, for the columns of a contract that have one."""
    if table not in contracts():
        return {}
    columns = contract(table).to_schema().columns
    return {
        name: column.metadata["unit"]
        for name, column in columns.items()
        if column.metadata and "unit" in column.metadata
    }


def describe_columns(
    frame: pl.DataFrame,
    comments: dict[str, str] | None = None,
    known_units: dict[str, str] | None = None,
) -> tuple[Field, ...]:
    """The fields of a frame."""
    return tuple(
        Field(name, field_type(dtype), (known_units or {}).get(name), (comments or {}).get(name))
        for name, dtype in frame.schema.items()
    )


def field_type(dtype: pl.DataType) -> str:
    """The Frictionless type of a column."""
    return "integer" if dtype.is_integer() else TYPES.get(dtype.base_type(), "string")
