"""The SQL half: one asset a table, built in the order that the queries themselves ask for."""

import dagster as dg

from pipelines.defs.metadata import HELPERS, asset_name, describe_frame, failure
from pipelines.defs.resources import HomeFolder
from pipelines.storage.door import ContractError
from pipelines.storage.sql_models import SqlModel, reads_through, table_models
from pipelines.storage.warehouse import transaction

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


def build_layer(name: str, layers: tuple[str, ...], checked: str) -> dg.AssetsDefinition:
    """One step that builds all tables of some layers, each still an asset of its own.

    `checked` is the table that carries the check of all their contracts: Dagster keeps a dozen
    records of every check of every run, and a broken contract names its own table anyway.
    """
    models = [model for model in table_models() if model.layer in layers]
    shown = [model for model in models if model.layer != HELPERS]

    @dg.multi_asset(
        name=name,
        specs=[model_spec(model) for model in shown],
        check_specs=[
            dg.AssetCheckSpec(
                f"{layers[-1]}_contracts_hold",
                asset=checked,
                blocking=True,
                description=f"Every table of {layers[-1]} has the columns, types, ranges and "
                "vocabularies of its contract.",
            )
        ],
        can_subset=True,
        pool=POOL,
    )
    def tables(context: dg.AssetExecutionContext, home_folder: HomeFolder):
        selected = {key.path[-1] for key in context.selected_asset_keys}
        wanted = [m for m in models if m.layer == HELPERS or m.name in selected]
        described = build_tables(home_folder, wanted)
        for name in (model.name for model in wanted if model.name in selected):
            yield dg.MaterializeResult(name, metadata=described[name])
        for check in context.selected_asset_check_keys:
            yield dg.AssetCheckResult(asset_key=check.asset_key, check_name=check.name, passed=True)

    return tables


def build_tables(home_folder: HomeFolder, models: list[SqlModel]) -> dict[str, dict[str, object]]:
    """Build tables in one transaction and describe those that have a contract, by name.

    A broken contract fails the step with the cases and leaves every table as it was.
    """
    described = {}
    with home_folder.warehouse.connect() as connection, transaction(connection):
        for model in models:
            try:
                frame = home_folder.warehouse.build(connection, model)
            except ContractError as error:
                raise failure(error) from error
            if frame is not None:
                described[model.name] = describe_frame(model.name, frame)
    return described


core_tables = build_layer("core_tables", (HELPERS, "core"), checked="fact_event")
mart_tables = build_layer("mart_tables", ("marts",), checked="event_register")
