"""A warehouse of invented events, as large as wanted, without a run: for measuring the report."""

from pathlib import Path

import duckdb

from pipelines.storage.sql_models import read_models, table_models
from pipelines.storage.warehouse import OPS_TABLES, ArrowStream, transaction
from schemas.registry import contract

FILL = Path(__file__).with_name("invented.sql")


def invent(path: Path, n_events: int) -> Path:
    """Write a warehouse of so many events: core invented, marts made by their own models."""
    with duckdb.connect(str(path)) as connection, transaction(connection):
        connection.execute("set python_enable_replacements = false")
        for schema in ("core", "marts", "ops"):
            connection.execute(f"create schema {schema}")
        names = [model.table for model in read_models("core")]
        for table in [*names, *(f"ops.{name}" for name in OPS_TABLES)]:
            empty = ArrowStream(contract(table.split(".")[1]).empty())
            connection.register("empty", empty)
            connection.execute(f"create table {table} as from empty")
            connection.unregister("empty")
        for statement in FILL.read_text().split(";\n"):
            given = {"n": n_events} if "$n" in without_comments(statement) else None
            connection.execute(statement, given)
        for model in table_models():
            if model.layer == "marts":
                connection.execute(f"create table {model.table} as {model.query}")
    return path


def without_comments(statement: str) -> str:
    """A statement without its comment lines."""
    return "\n".join(line for line in statement.splitlines() if not line.startswith("--"))
