"""Which columns the tables of the warehouse are computed from, read from the SQL itself.

A column comes from every column that its expression names: arguments, conditions of a CASE, the
order and partition of a window. What only chooses rows (joins, WHERE, other keys of a GROUP BY) is
no part of it.
"""

import json
from functools import cache

import duckdb

from pipelines.storage.query_plans import Columns, Trace
from pipelines.storage.sql_models import SqlModel, table_models
from pipelines.storage.warehouse import SCHEMAS, ArrowStream
from schemas.registry import contract

Lineage = dict[str, dict[str, Columns]]


@cache
def column_lineage(hidden_layer: str) -> Lineage:
    """By table of a SQL model and column: schema.table and column of all that it comes from.

    Tables of the hidden layer are seen through: what they come from stands in their place.
    """
    found: Lineage = {}
    with duckdb.connect() as connection:
        make_stage(connection)
        for model in table_models():
            connection.execute(f"create table {model.table} as from ({model.query}) limit 0")
            names = [row[0] for row in connection.execute(f"describe {model.table}").fetchall()]
            own = zip(names, traced(connection, model.query), strict=True)
            hidden = {table: of for table, of in found.items() if table.startswith(hidden_layer)}
            found[model.table] = {name: seen_through(of, hidden) for name, of in own}
    return found


def make_stage(connection: duckdb.DuckDBPyConnection) -> None:
    """Every schema, and an empty table for each of the lake's that a model reads."""
    for schema in SCHEMAS:
        connection.execute(f"create schema {schema}")
    for table in sorted({read for model in table_models() for read in stage_reads(model)}):
        connection.register("empty", ArrowStream(contract(table.split(".")[1]).empty()))
        connection.execute(f"create table {table} as from empty")
        connection.unregister("empty")


def stage_reads(model: SqlModel) -> list[str]:
    """The tables of the lake that a model reads."""
    return [table for table in model.reads if table.startswith("stage.")]


def traced(connection: duckdb.DuckDBPyConnection, query: str) -> list[Columns]:
    """For each column of a query's result, in order: the columns of tables that it comes from.

    Raises PlanError where the planner takes a step that is not known.
    """
    asked = "select json_serialize_plan(?, skip_null := true)"
    (text,) = connection.execute(asked, [query]).fetchone()
    return Trace().row(json.loads(text)["plans"][0])


def seen_through(columns: Columns, hidden: Lineage) -> Columns:
    """The columns, with those of hidden tables replaced by what they come from."""
    return frozenset().union(
        *(hidden[table][name] if table in hidden else {(table, name)} for table, name in columns)
    )
