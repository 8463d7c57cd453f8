"""Copies the published warehouse into PostgreSQL, for tools that have no driver for DuckDB.

Needs psycopg2, which the extra [postgres] brings.
"""

import io
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl
import psycopg2
from psycopg2 import errors, sql
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from pipelines.outputs.exports.resources import Table, read_tables
from schemas.registry import contract, contracts

SCHEMAS = ("core", "marts", "ops")
TYPES = {
    pl.Boolean: "boolean", pl.Date: "date", pl.Datetime: "timestamp", pl.String: "text",
    pl.Int8: "smallint", pl.Int16: "smallint", pl.Int32: "integer", pl.Int64: "bigint",
    pl.Float32: "real", pl.Float64: "double precision",
}  # fmt: skip
# One copy at a time: any number that nobody else locks on.
ADVISORY_LOCK = 7_482_910
# Shorter than PostgreSQL's deadlock_timeout: a reader in our way is waited for, never ended.
LOCK_TIMEOUT = "500ms"
SWAP_SECONDS = 120


class ServingError(Exception):
    """The copy could not be made; the message says why and how to mend it."""


@dataclass(frozen=True)
class Copied:
    """What a copy brought."""

    n_tables: int
    n_rows: int


def copy_to_postgres(warehouse: Path, dsn: str, reader: str) -> Copied:
    """Replace the schemas core, marts and ops of a database by those of the warehouse.

    Everything is loaded beside what is there and takes its place in the same transaction, so that
    a query sees the old tables or the new ones, never both and never half. `reader` is a role that
    may read them; it is made where it does not exist. Raises ServingError.
    """
    try:
        connection = psycopg2.connect(dsn, application_name="sitrep")
    except psycopg2.OperationalError as error:
        raise ServingError(f"No connection to PostgreSQL: {told(error)} Check --dsn.") from error
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
            prepare(cursor, reader)
            with duckdb.connect(str(warehouse), read_only=True) as source:
                tables = list(read_tables(source, SCHEMAS))
            for table in tables:
                load(cursor, table)
            for table in tables:
                refer(cursor, table)
            permit(cursor, reader)
            swap(cursor)
        drop_old(connection)
    except psycopg2.Error as error:
        raise ServingError(f"PostgreSQL refused the copy: {told(error)}") from error
    finally:
        connection.close()
    return Copied(len(tables), sum(table.frame.height for table in tables))


def told(error: psycopg2.Error) -> str:
    """The first line of what PostgreSQL says."""
    return f"{str(error).strip().splitlines()[0].rstrip('.')}."


def next_name(schema: str) -> sql.Identifier:
    """The schema that is filled before it takes its place."""
    return sql.Identifier(f"{schema}_next")


def old_name(schema: str) -> sql.Identifier:
    """The schema that made room, until nobody reads it any more."""
    return sql.Identifier(f"{schema}_old")


def prepare(cursor: Cursor, reader: str) -> None:
    """Empty schemas to fill, and the reader's role."""
    for schema in SCHEMAS:
        cursor.execute(sql.SQL("drop schema if exists {} cascade").format(next_name(schema)))
        cursor.execute(sql.SQL("drop schema if exists {} cascade").format(old_name(schema)))
        cursor.execute(sql.SQL("create schema {}").format(next_name(schema)))
    cursor.execute("select 1 from pg_roles where rolname = %s", [reader])
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("create role {} nologin").format(sql.Identifier(reader)))


def load(cursor: Cursor, table: Table) -> None:
    """Make one table with its rows, its own keys and its comments."""
    name = sql.Identifier(f"{table.schema}_next", table.name)
    columns = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(column), sql.SQL(TYPES[dtype.base_type()]))
        for column, dtype in table.frame.schema.items()
    )
    cursor.execute(sql.SQL("create table {} ({})").format(name, columns))
    rows = io.StringIO(table.frame.write_csv(include_header=False))
    cursor.copy_expert(sql.SQL("copy {} from stdin (format csv)").format(name), rows)
    for position, column in enumerate(unique_columns(table.name)):
        kind = sql.SQL("primary key" if position == 0 else "unique")
        cursor.execute(
            sql.SQL("alter table {} add {} ({})").format(name, kind, sql.Identifier(column))
        )
    cursor.execute(sql.SQL("comment on table {} is %s").format(name), [table.description])
    for column, comment in table.comments.items():
        cursor.execute(
            sql.SQL("comment on column {}.{} is %s").format(name, sql.Identifier(column)),
            [comment],
        )


def unique_columns(table: str) -> list[str]:
    """The columns that the contract calls unique, a dimension's key first."""
    if table not in contracts():
        return []
    columns = contract(table).to_schema().columns
    unique = [name for name, column in columns.items() if column.unique]
    return sorted(unique, key=lambda name: not name.endswith("_key"))


def refer(cursor: Cursor, table: Table) -> None:
    """Tie a table's keys to their dimensions."""
    if table.name not in contracts():
        return
    for name, column in contract(table.name).to_schema().columns.items():
        dimension = (column.metadata or {}).get("references")
        if dimension:
            cursor.execute(
                sql.SQL("alter table {} add foreign key ({}) references {} ({})").format(
                    sql.Identifier(f"{table.schema}_next", table.name),
                    sql.Identifier(name),
                    sql.Identifier("core_next", dimension),
                    sql.Identifier(f"{dimension.removeprefix('dim_')}_key"),
                )
            )


def permit(cursor: Cursor, reader: str) -> None:
    """Let the reader read, and nothing else."""
    role = sql.Identifier(reader)
    for schema in SCHEMAS:
        for grant in ("usage on schema {} to {}", "select on all tables in schema {} to {}"):
            cursor.execute(sql.SQL(f"grant {grant}").format(next_name(schema), role))


def swap(cursor: Cursor) -> None:
    """Let the new schemas take the place of the old ones.

    The old tables are locked first: no query that reads one of them is then under way, and one
    that waits finds the new tables under all its names. A lock that does not come at once is asked
    for again, so that a reader that holds one table and wants another is not kept waiting.
    """
    cursor.execute(
        "select table_schema, table_name from information_schema.tables "
        "where table_schema = any(%s) and table_type = 'BASE TABLE' order by 1, 2",
        [list(SCHEMAS)],
    )
    old = cursor.fetchall()
    if old:
        lock(cursor, sql.SQL(", ").join(sql.Identifier(*name) for name in old))
    for schema in SCHEMAS:
        if any(name == schema for name, _ in old):
            rename(cursor, sql.Identifier(schema), old_name(schema))
        else:
            cursor.execute(sql.SQL("drop schema if exists {}").format(sql.Identifier(schema)))
        rename(cursor, next_name(schema), sql.Identifier(schema))


def lock(cursor: Cursor, tables: sql.Composable) -> None:
    """Take tables for ourselves; raises ServingError where readers never let go of them."""
    ends = time.monotonic() + SWAP_SECONDS
    cursor.execute(sql.SQL("set local lock_timeout = {}").format(sql.Literal(LOCK_TIMEOUT)))
    while True:
        cursor.execute("savepoint before_lock")
        try:
            cursor.execute(sql.SQL("lock table {} in access exclusive mode").format(tables))
        except errors.LockNotAvailable as error:
            cursor.execute("rollback to savepoint before_lock")
            if time.monotonic() > ends:
                raise ServingError(
                    f"Queries kept the tables busy for {SWAP_SECONDS} s; the old copy stays. "
                    "End the long ones (pg_stat_activity shows them), or try again later."
                ) from error
        else:
            return


def rename(cursor: Cursor, schema: sql.Identifier, name: sql.Identifier) -> None:
    """Give a schema another name."""
    cursor.execute(sql.SQL("alter schema {} rename to {}").format(schema, name))


def drop_old(connection: Connection) -> None:
    """Remove what made room."""
    with connection, connection.cursor() as cursor:
        for schema in SCHEMAS:
            cursor.execute(sql.SQL("drop schema if exists {} cascade").format(old_name(schema)))
