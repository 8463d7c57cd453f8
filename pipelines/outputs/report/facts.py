"""The rows of a report, asked of the published warehouse by the queries of sql/report."""

from pathlib import Path

import duckdb
import polars as pl

from pipelines.storage.sql_models import SqlModel, read_models

Facts = dict[str, pl.DataFrame]


def read_facts(warehouse: Path) -> Facts:
    """Every query's rows, by its name; `run` is one row, whose values others take as parameters."""
    queries = {model.name: model for model in read_models("report")}
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        connection.execute("set python_enable_replacements = false")
        run = answer(connection, queries.pop("run"), {})
        given = run.row(0, named=True)
        return {"run": run} | {
            name: answer(connection, query, given) for name, query in queries.items()
        }


def answer(
    connection: duckdb.DuckDBPyConnection, query: SqlModel, given: dict[str, object]
) -> pl.DataFrame:
    """The rows of one query, with the parameters that its heading names."""
    parameters = {name: given[name] for name in query.parameters}
    return pl.DataFrame(connection.sql(query.query, params=parameters or None))
