"""Publishes the warehouse: a fresh file, swapped in whole by one rename."""

from pathlib import Path

import duckdb

from pipelines.storage.sql_models import SqlModel, read_models, table_models
from pipelines.storage.warehouse import OPS_TABLES, describe, transaction

# Readers built on DuckDB 1.2 and newer open this storage version; the default of 2.0 they cannot.
STORAGE_VERSION = "v1.2.0"
# Macros answer with or without their schema's name.
MACRO_SCHEMAS = ("main", "marts")


def publish(build: Path, target: Path) -> None:
    """Copy core, marts and ops of the build file into a new file and put it in target's place.

    Readers that hold the old file keep it; new ones see the new file at once, never half of it.
    """
    partial = target.with_name(f".{target.name}.partial")
    partial.unlink(missing_ok=True)
    config = {"storage_compatibility_version": STORAGE_VERSION}
    with duckdb.connect(str(partial), config=config) as connection:
        source = str(build).replace("'", "''")
        connection.execute(f"attach '{source}' as build (read_only)")
        with transaction(connection):  # one commit: a hundred would each wait for the disk
            for schema in ("core", "marts", "ops"):
                connection.execute(f"create schema {schema}")
            for table in published_tables():
                connection.execute(
                    f"create table {table} as select * from build.{table} order by all"
                )
                describe(connection, table, table.split(".")[1])
            for macro in read_models("macros"):
                create_macro(connection, macro)
        connection.execute("detach build")
    partial.replace(target)


def published_tables() -> list[str]:
    """Schema and name of each table that users see."""
    models = [model.table for model in table_models() if model.layer != "intermediate"]
    return sorted(models) + [f"ops.{name}" for name in OPS_TABLES]


def create_macro(connection: duckdb.DuckDBPyConnection, macro: SqlModel) -> None:
    """Make a table macro from its file."""
    for schema in MACRO_SCHEMAS:
        name = f"{schema}.{macro.name}"
        parameters = ", ".join(macro.parameters)
        connection.execute(f"create macro {name}({parameters}) as table {macro.query}")
