"""The SQL half: one asset a table, built in the order that the queries themselves ask for."""

import dagster as dg
import duckdb
import polars as pl

from pipelines.defs.metadata import describe_frame, failure
from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import CONTRACT_CHECK, contract_check_spec
from pipelines.storage.door import ContractError
from pipelines.storage.sql_models import SqlModel, reads_through, table_models

POOL = "warehouse"
# Tables on the way from stage to core; nobody outside the build sees them, so they are no assets.
HELPERS = "intermediate"


def asset_name(table: str) -> str:
    """stage.claims, core.fact_event and marts.revisions are the assets of their last word."""
    return table.split(".")[1]


def model_spec(model: SqlModel) -> dg.AssetSpec:
    """The asset of a SQL model: reads, description and version come from its own file."""
    return dg.AssetSpec(
        model.name,
        deps=[asset_name(table) for table in reads_through(model, HELPERS)],
        group_name=model.layer,
        kinds={"duckdb", "sql"},
        description=model.summary,
        code_version=model.version,
    )


def build_layer(name: str, layers: tuple[str, ...]) -> dg.AssetsDefinition:
    """One step that builds all tables of some layers, each still an asset of its own."""
    models = [model for model in table_models() if model.layer in layers]
    shown = [model for model in models if model.layer != HELPERS]

    @dg.multi_asset(
        name=name,
        specs=[model_spec(model) for model in shown],
        check_specs=[contract_check_spec(model.name) for model in shown],
        can_subset=True,
        pool=POOL,
    )
    def tables(context: dg.AssetExecutionContext, home_folder: HomeFolder):
        selected = {key.path[-1] for key in context.selected_asset_keys}
        with home_folder.warehouse.connect() as connection:
            for model in models:
                if model.layer == HELPERS or model.name in selected:
                    frame = build_table(home_folder, connection, model)
                if model.name in selected:
                    yield from tell(model, frame)

    return tables


def build_table(
    home_folder: HomeFolder, connection: duckdb.DuckDBPyConnection, model: SqlModel
) -> pl.DataFrame | None:
    """Build one table; a broken contract fails the step with the cases."""
    try:
        return home_folder.warehouse.build(connection, model)
    except ContractError as error:
        raise failure(error) from error


def tell(model: SqlModel, frame: pl.DataFrame):
    """What Dagster records of a table that was built."""
    yield dg.MaterializeResult(model.name, metadata=describe_frame(model.name, frame))
    yield dg.AssetCheckResult(asset_key=model.name, check_name=CONTRACT_CHECK, passed=True)


core_tables = build_layer("core_tables", (HELPERS, "core"))
mart_tables = build_layer("mart_tables", ("marts",))
