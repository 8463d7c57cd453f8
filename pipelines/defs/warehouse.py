"""The SQL half: one asset a table, all of them brought up to date in one step."""

import dagster as dg
import duckdb
import polars as pl

from pipelines.defs.metadata import HELPERS, PREVIEW_ROWS, asset_name, describe_frame, failure
from pipelines.defs.resources import HomeFolder
from pipelines.storage.door import ContractError
from pipelines.storage.refresh import refresh
from pipelines.storage.sql_models import SqlModel, reads_through, table_models

POOL = "warehouse"


def assets_read(model: SqlModel) -> list[str]:
    """The assets that a model or check reads, through the helper tables."""
    return sorted({asset_name(table) for table in reads_through(model, HELPERS)})


def model_spec(model: SqlModel) -> dg.AssetSpec:
    """The asset of a SQL model: reads, description and version come from its own file."""
    return dg.AssetSpec(
        model.name,
        deps=assets_read(model),
        group_name=model.layer,
        kinds={"duckdb", "sql"},
        description=model.summary,
        code_version=model.version,
    )


CONTRACTS_HOLD = "contracts_hold"
models = [model for model in table_models() if model.layer != HELPERS]


@dg.multi_asset(
    name="warehouse_tables",
    specs=[model_spec(model) for model in models],
    # One check of all contracts: Dagster keeps a dozen records of every check of every run, and a
    # broken contract names its own table anyway.
    check_specs=[
        dg.AssetCheckSpec(
            CONTRACTS_HOLD,
            asset="fact_event",
            blocking=True,
            description="Every table of core and marts has the columns, types, ranges and "
            "vocabularies of its contract.",
        )
    ],
    pool=POOL,
)
def warehouse_tables(home_folder: HomeFolder):
    """All tables of core and marts, each an asset of its own, brought up to date as one.

    A broken contract fails the step with the cases and leaves every table as it was.
    """
    warehouse = home_folder.warehouse
    try:
        refresh(warehouse)
    except ContractError as error:
        raise failure(error) from error
    with warehouse.read() as connection:
        for model in models:
            yield dg.MaterializeResult(model.name, metadata=described(connection, model))
    yield dg.AssetCheckResult(asset_key="fact_event", check_name=CONTRACTS_HOLD, passed=True)


def described(connection: duckdb.DuckDBPyConnection, model: SqlModel) -> dict[str, object]:
    """What the UI shows of a table of the warehouse."""
    ((n_rows,),) = connection.execute(f"select count(*) from {model.table}").fetchall()
    head = pl.DataFrame(connection.sql(f"from {model.table} limit {PREVIEW_ROWS}"))
    return {**describe_frame(model.name, head), "dagster/row_count": n_rows}
